"""Whose words they are: what is seen of a noun that may head a candidate's source, and of a token that may belong to the source."""

from __future__ import annotations

from collections.abc import Sequence

from framing.classify.attribution.candidate import Candidate, Ground

NEAR = 30
"""Tokens between the cue and a source that the rules did not find at the most."""
REACH = 14
"""Tokens on each side of what the rules found that may belong to a source too."""
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_INSIDE = frozenset(("compound", "nmod", "nummod", "quantmod", "npadvmod", "amod"))
_REFERRING = frozenset(("who", "which", "that", "he", "she", "it", "they"))


def heads(ground: Ground, one: Candidate) -> tuple[list[int], list[set[str]]]:
    """(nouns that may head the source, names of what each has); the rules' own is among them."""
    document, anchor = ground.document, one.anchor
    first, last = document.sentences[document.sentence_of[anchor]]
    taken = {*one.content, *one.cue}
    mine = one.source_head if one.source else None
    found = [
        t for t in range(max(first, anchor - NEAR), min(last, anchor + NEAR))
        if t == mine or (document.pos[t] in _NOMINAL and t not in taken and document.dep[t] not in _INSIDE)
    ]  # fmt: skip
    if mine is not None and mine not in found:
        found = sorted([*found, mine])
    above = frozenset(document.ancestors(anchor))
    near = {t: rank for rank, t in enumerate(sorted(found, key=lambda t: abs(t - anchor)))}
    hangs = f"{document.dep[anchor]} {document.tag[anchor]}"
    seen = []
    for token in found:
        who = "mine" if token == mine else "rather" if mine is not None else "none yet"
        low, high = min(token, anchor) + 1, max(token, anchor)
        kind, dep = document.entity[token] or document.tag[token], document.dep[token]
        way = ground.way(token, anchor, above)
        rank = f"{'L' if token < anchor else 'R'}{min(4, near[token])}"
        names = {
            who, f"{who} rule={one.rule}", f"{who} {dep}", f"{who} way={way}", f"{who} {kind}", f"{who} {rank} {dep}",
            f"{way} rule={one.rule}", f"{who} up={ground.way(anchor, token, frozenset())}", f"{who} {way} cue={hangs}",
            f"{who} {dep} cue={hangs}",
            f"{who} verbs={ground.verbs(low, high)}", f"{who} stops={ground.stops(low, high)}", f"{who} cue={one.lemma} {way}",
            f"{who} stance={one.stance} {kind}", f"{who} content between={any(t in taken for t in range(low, high))}",
        }  # fmt: skip
        if document.pos[token] == "PRON":
            names.add(f"{who} {document.lower[token]}")
        if who == "rather":
            other = document.lower[mine] if document.lower[mine] in _REFERRING else document.entity[mine] or document.tag[mine]
            names.add(f"rather {kind} than {other}")
            names.add(f"rather {ground.way(token, mine, frozenset())} / {ground.way(mine, token, frozenset())}")
        seen.append(names)
    return found, seen


def phrase(ground: Ground, one: Candidate, head: int) -> tuple[int, ...]:
    """What a noun governs without a break, short of cue and content."""
    first, last = (edge[head] for edge in ground.edges)
    taken, low, high = {*one.cue, *one.content}, head, head
    while low > first and low - 1 not in taken:
        low -= 1
    while high < last and high + 1 not in taken:
        high += 1
    return tuple(range(low, high + 1))


def tokens(ground: Ground, one: Candidate) -> tuple[range, list[set[str]]]:
    """(tokens around the source, names of what each has) that may belong to it; the candidate has a source."""
    document, run, head = ground.document, one.source, one.source_head
    first, last = document.sentences[document.sentence_of[run[0]]]
    cue, content, above = set(one.cue), set(one.content), frozenset(document.ancestors(head))
    kind = document.entity[head] or document.pos[head]
    seen, around = [], range(max(first, run[0] - REACH), min(max(last, run[-1] + 1), run[-1] + 1 + REACH))
    for token in around:
        if token < run[0]:
            side, place, low, high = "L", f"L{min(8, run[0] - token)}", token + 1, run[0]
        elif token > run[-1]:
            side, place, low, high = "R", f"R{min(8, token - run[-1])}", run[-1] + 1, token
        else:
            low, high = min(token, head) + 1, max(token, head)
            side = place = "in left" if token < head else "in right" if token > head else "head"
        word, pos, dep, way = ground.words[token], document.pos[token], document.dep[token], ground.way(token, head, above)
        names = {
            place, f"{side} {word}", f"{side} {document.tag[token]}", f"{side} way={way}", f"{way} {word}", f"{place} {pos}",
            f"{side} {dep}", f"{place} way={way}", f"{side} rule={one.rule}", f"{side} {document.entity[token]}", f"{side} {kind} {way}",
            f"{side} {kind} {document.dep[head]} {dep}", f"{side} stops={ground.stops(low, high)} {dep}",
            f"{side} behind {ground.marks[token - 1] if token else ''}",
            f"{side} before {ground.marks[token + 1] if token + 1 < len(document) else ''}",
        }  # fmt: skip
        if token in cue or token in content:
            names.add(f"{side} {'cue' if token in cue else 'content'}")
        if any(t in cue for t in range(low, high)):
            names.add(f"{side} behind cue")
        if any(t in content for t in range(low, high)):
            names.add(f"{side} behind content")
        seen.append(names)
    return around, seen


def grown(around: range, odds: Sequence[float], head: int) -> tuple[int, ...]:
    """The run around the head whose tokens' log-odds of belonging sum highest."""
    first = last = head
    for step in (-1, 1):
        best = total = 0.0
        token = head + step
        while token in around:
            total += odds[token - around.start]
            if total > best:
                best = total
                first, last = (token, last) if step < 0 else (first, token)
            token += step
    return tuple(range(first, last + 1))
