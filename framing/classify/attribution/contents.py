"""Where a content begins and ends: stretches of words between punctuation, edges of clauses and what the rules found, each in or out."""

from __future__ import annotations

from collections.abc import Sequence

from framing.classify.attribution.candidate import Candidate, Ground

REACH = 45
"""Tokens on each side of what the rules found that may belong to a content too."""
_CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "prep", "appos"))
_LOOSE = frozenset(("cc", "mark", "punct", "advmod"))
_NAMED = frozenset(("PROPN", "NOUN", "NUM", "VERB"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
Stretch = tuple[int, ...]


def stretches(ground: Ground, one: Candidate) -> list[Stretch]:
    """The stretches of words that may belong to the content, in text order; none holds a token of cue or source, or punctuation."""
    document = ground.document
    apart, content = {*one.cue, *one.source}, set(one.content)
    low, high = min(one.content[0], one.anchor), max(one.content[-1], one.anchor)
    first = max(document.sentences[document.sentence_of[low]][0], low - REACH)
    last = min(document.sentences[document.sentence_of[high]][1], high + REACH)
    begins, ends = ground.edges
    cuts = set()
    for token in range(first, last):
        if document.dep[token] in _CLAUSES and document.head[token] != token:
            cuts.update((begins[token], ends[token] + 1))
    found, run = [], []
    for token in range(first, last):
        barred = token in apart or document.pos[token] == "PUNCT"
        if run and (barred or token in cuts or (token in content) != (run[-1] in content)):
            found.append(tuple(run))
            run = []
        if not barred:
            run.append(token)
    return [*found, tuple(run)] if run else found


def features(ground: Ground, one: Candidate, parts: Sequence[Stretch]) -> list[set[str]]:
    """The names of what each stretch has."""
    document, anchor = ground.document, one.anchor
    content, cue, source = set(one.content), set(one.cue), set(one.source)
    within = [i for i, part in enumerate(parts) if part[0] in content]
    low, high = (within[0], within[-1]) if within else (0, -1)
    seen = []
    for i, part in enumerate(parts):
        inside = part[0] in content
        if inside:
            side, place = "in", "only" if low == high else "first" if i == low else "last" if i == high else "middle"
        else:
            place = "gap" if low < i < high else f"L{min(4, low - i)}" if i < low else f"R{min(4, i - high)}"
            side = place[0]
        members = set(part)
        tops = [t for t in part if document.head[t] not in members or document.head[t] == t]
        top = tops[0] if len(tops) == 1 else next((t for t in tops if document.dep[t] not in _LOOSE), tops[0])
        hangs, dep = document.head[top], document.dep[top]
        if hangs in content:
            on = "content"
        elif hangs in cue or hangs in source:
            on = "cue" if hangs in cue else "source"
        else:
            on = "root" if hangs == top else "under cue" if anchor in document.ancestors(top) else "outside"
        begins = document.tag[part[0]] if document.pos[part[0]] in _NAMED else document.lower[part[0]]
        behind = ground.marks[part[0] - 1] if part[0] and document.pos[part[0] - 1] == "PUNCT" else "word"
        ahead = ground.marks[part[-1] + 1] if part[-1] + 1 < len(document) and document.pos[part[-1] + 1] == "PUNCT" else "word"
        finite = any(document.tag[t] in _FINITE for t in part)
        far = document.sentence_of[part[0]] - document.sentence_of[anchor]
        way = f"{dep} on {on}"
        seen.append({
            place, f"{place} rule={one.rule}", f"{place} {one.form}", f"{side} {way}", f"{side} {way} rule={one.rule}", f"{place} {way}",
            f"{side} begins={begins}", f"{side} begins={begins} {way}", f"{side} {behind} {ahead}", f"{place} behind={behind}",
            f"{place} ahead={ahead}", f"{side} behind={behind} {way}", f"{side} rule={one.rule} begins={begins}",
            f"{side} size={min(4, len(part) // 3)} finite={finite}", f"{side} top={document.tag[top]} {one.rule}",
            f"{side} sentence={max(-2, min(2, far))} {one.form}", f"{side} stance={one.stance} {dep}", f"{side} cue={one.lemma} {dep}",
            f"{side} cue before={anchor < part[0]} {way}", f"{side} hangs={document.pos[hangs]} {document.dep[hangs]} {dep}",
        })  # fmt: skip
    return seen


def chosen(ground: Ground, one: Candidate, parts: Sequence[Stretch], odds: Sequence[float], *, margin: float) -> tuple[int, ...]:
    """The content of the stretches, with the punctuation between two that belong to it; never empty.

    The rules' word stands where the log-odds against it are within the margin.
    """
    document, content = ground.document, set(one.content)
    words = {t for part, value in zip(parts, odds) if value > (-margin if part[0] in content else margin) for t in part}
    if not words or words == {t for t in one.content if document.pos[t] != "PUNCT"}:
        return one.content
    found = set(words)
    between: list[int] = []
    for token in range(min(words), max(words) + 1):
        if token in words:
            found.update(between)
            between = []
        elif document.pos[token] == "PUNCT" and (between or token - 1 in words):
            between.append(token)
        else:
            between = []
    for order, beside in ((one.content, -1), (reversed(one.content), 1)):  # quotation marks and brackets that the rules take in
        for token in order:
            if document.pos[token] == "PUNCT" and token + beside in found:
                found.add(token)
    return tuple(sorted(found - {*one.cue, *one.source}))
