"""What a classifier of tone sees of a target mention: names of features with their values.

Source of the idea that what counts is what is predicated of the target: Jiang et al. 2011, Target-dependent Twitter Sentiment Classification
(ACL); Hamborg & Donnay 2021, NewsMTSC (EACL). The target's own words and other names are never features, so that the model can have no opinion about a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.classify.polarity import NEGATORS, negated, valence
from framing.document import Document

Features = dict[str, float]

COARSE = {
    "nsubj": "subj", "csubj": "subj", "nsubjpass": "pass", "csubjpass": "pass", "dobj": "obj", "dative": "iobj", "attr": "attr", "acomp": "attr",
    "oprd": "attr", "amod": "mod", "nummod": "mod", "compound": "mod", "nmod": "mod", "advmod": "adv", "npadvmod": "adv", "advcl": "advcl",
    "acl": "acl", "relcl": "acl", "ccomp": "comp", "xcomp": "xcomp", "pcomp": "pobj", "poss": "poss", "appos": "app", "agent": "by", "parataxis": "comp",
}  # fmt: skip
CLAUSAL = frozenset("ROOT ccomp advcl relcl acl parataxis csubj csubjpass".split())
SKIPPED = frozenset("punct det case mark intj dep meta cc aux auxpass neg expl preconj predet quantmod prt".split())
CONTRAST = frozenset("but although though however yet while whereas despite nevertheless nonetheless still instead".split())
CONTENT = frozenset("NOUN VERB ADJ ADV INTJ".split())
QUOTES = frozenset(('"', "“", "”", "''", "``", "‘‘"))
SAYING = frozenset("say tell add note state announce explain write tweet testify report ask reply respond recall describe comment".split())


@dataclass(frozen=True)
class Sentence:
    """What all targets of one sentence share. Lists have an item a token, beginning with token `first`."""

    document: Document
    first: int
    last: int
    valence: list[float]
    shape: list[str]
    quoted: list[bool]
    clause: list[int]
    contrast: int | None


def sentence(document: Document, index: int) -> Sentence:
    """The shared part of a sentence."""
    first, last = document.sentences[index]
    inside, quoted = False, []
    for token in range(first, last):
        if document.words[token] in QUOTES:
            inside = not inside
        quoted.append(inside)
    clause = []
    for token in range(first, last):
        top = token
        while not _opens_clause(document, top):
            top = document.head[top]
        clause.append(top)
    turn = [token for token in range(first, last) if document.lower[token] in CONTRAST]
    return Sentence(
        document, first, last,
        [valence(document, token, first) for token in range(first, last)],
        [_shape(document, token) for token in range(first, last)],
        quoted, clause, turn[-1] if turn else None,
    )  # fmt: skip


def _opens_clause(document: Document, token: int) -> bool:
    if document.dep[token] in CLAUSAL or document.head[token] == token:
        return True
    return document.dep[token] == "conj" and document.pos[token] in ("VERB", "AUX")


def _shape(document: Document, token: int) -> str:
    """The token's lemma, or the kind of name or number it stands for."""
    if document.entity[token] and document.pos[token] in ("PROPN", "NUM"):
        return f"<{document.entity[token]}>"
    if document.pos[token] in ("PROPN", "NUM"):
        return f"<{document.pos[token]}>"
    return document.lemma[token].lower()


def locate(document: Document, start: int, end: int) -> tuple[int, int, int]:
    """(first, after last, head) token of the target at these characters.

    Raises ValueError where no token stands there.
    """
    inside = [token for token in range(len(document)) if document.start[token] < end and start < document.end[token]]
    if not inside:
        raise ValueError(f"no word stands at characters {start} to {end}")
    first, last = inside[0], inside[-1] + 1
    outward = [token for token in inside if not first <= document.head[token] < last or document.head[token] == token]
    return first, last, outward[0]


def _paths(document: Document, head: int, first: int, last: int) -> dict[int, tuple[str, ...]]:
    """For each token of the sentence, the relations that lead to it from the target's head; conjuncts share their first one's place."""
    paths: dict[int, tuple[str, ...]] = {head: ()}
    stack = [head]
    while stack:
        token = stack.pop()
        path = paths[token]
        for child in document.children[token]:
            if child not in paths and first <= child < last:
                paths[child] = path if document.dep[child] == "conj" else (*path, _label(document, child))
                stack.append(child)
        parent = document.head[token]
        if parent != token and parent not in paths and (not path or all(step.startswith("^") for step in path)):
            shares = document.dep[token] in ("conj", "compound", "nmod", "appos") 
            paths[parent] = path if shares else (*path, "^" + _label(document, token))
            stack.append(parent)
    return paths


def _label(document: Document, token: int) -> str:
    dep = document.dep[token]
    if dep == "prep":
        return document.lower[token]
    if dep == "pobj":
        return "pobj"
    return COARSE.get(dep, dep)


def features(shared: Sentence, start: int, end: int) -> Features:
    """All features of one target."""
    document = shared.document
    first, last, head = locate(document, start, end)
    out: Features = {"bias": 1.0}
    paths = _paths(document, head, shared.first, shared.last)
    for name, value in (
        *_place(shared, first, last, head),
        *_words(shared, first, last),
        *_relations(shared, paths, first, last),
        *_valences(shared, paths, first, last, head),
    ):
        out[name] = out.get(name, 0.0) + value
    return out


def _place(shared: Sentence, first: int, last: int, head: int) -> Iterator[tuple[str, float]]:
    document = shared.document
    role = COARSE.get(document.dep[head], document.dep[head])
    governor = document.head[head]
    kind = document.entity[head] or document.pos[head]
    yield f"role={role}", 1
    yield f"kind={kind}", 1
    yield f"role={role}&kind={kind}", 1
    if document.dep[head] == "pobj":
        yield f"role={document.lower[governor]}", 1
    where = (first - shared.first) / max(1, shared.last - shared.first)
    yield f"third={int(where * 3)}", 1
    yield f"length={min(6, (shared.last - shared.first) // 8)}", 1
    yield f"quoted={shared.quoted[first - shared.first]}", 1
    yield f"quotes={any(shared.quoted)}", 1
    others = sum(document.entity_start[i] and document.entity[i] in ("PERSON", "ORG", "NORP", "GPE") for i in range(shared.first, shared.last))
    yield f"names={min(5, others)}", 1
    if shared.contrast is not None:
        yield f"contrast={'before' if shared.contrast < first else 'after'}", 1
    if first == shared.first:
        yield "opens", 1
    yield f"dets={document.lower[first] if document.pos[first] in ('DET', 'PRON') else ''}", 1


def _words(shared: Sentence, first: int, last: int) -> Iterator[tuple[str, float]]:
    """Bags of words: sentence, clause, and windows on either side."""
    document, shape = shared.document, shared.shape
    masked = [
        "<t>" if first <= shared.first + i < last else ("!" + s if document.pos[shared.first + i] in CONTENT and s[0] != "<" and negated(document, shared.first + i, shared.first) else s)
        for i, s in enumerate(shape)
    ]
    kept = [i for i, s in enumerate(masked) if s == "<t>" or any(map(str.isalnum, s)) or s in ("?", "!")]
    seq: list[str] = []
    at = 0
    for i in kept:
        if masked[i] == "<t>" and seq and seq[-1] == "<t>":
            continue
        if masked[i] == "<t>":
            at = len(seq)
        seq.append(masked[i])
    for word in set(seq):
        yield "s:" + word, 0.5
    for a, b in set(zip(seq, seq[1:])):
        yield f"s:{a} {b}", 0.5
    clause = shared.clause[first - shared.first]
    for i in kept:
        if shared.clause[i] == clause:
            yield "c:" + masked[i], 0.5
    for i in range(max(0, at - 6), min(len(seq), at + 7)):
        if i != at:
            side = "l" if i < at else "r"
            weight = 1 / (1 + 0.25 * abs(i - at))
            yield f"w{side}:{seq[i]}", weight
            if i + 1 < len(seq) and i + 1 != at:
                yield f"w{side}:{seq[i]} {seq[i + 1]}", weight * 0.7
    for n in (2, 3):
        for i in range(max(0, at - n + 1), at + 1):
            if i + n <= len(seq):
                yield "g:" + " ".join(seq[i : i + n]), 1


def _relations(shared: Sentence, paths: dict[int, tuple[str, ...]], first: int, last: int) -> Iterator[tuple[str, float]]:
    document = shared.document
    for token, path in paths.items():
        if first <= token < last or document.dep[token] in SKIPPED:
            continue
        lemma = shared.shape[token - shared.first]
        if not any(map(str.isalnum, lemma)):
            continue
        if document.pos[token] in CONTENT and negated(document, token, shared.first):
            lemma = "!" + lemma
        if len(path) <= 3:
            yield f"p:{'.'.join(path)}:{lemma}", 1
        if len(path) <= 4 and path:
            yield f"e:{path[0]}~{path[-1]}:{lemma}", 0.7
            yield f"d{len(path)}:{lemma}", 0.7


def _valences(shared: Sentence, paths: dict[int, tuple[str, ...]], first: int, last: int, head: int) -> Iterator[tuple[str, float]]:
    total = {}
    clause = shared.clause[head - shared.first]
    target_quoted = shared.quoted[first - shared.first]
    for i, value in enumerate(shared.valence):
        token = shared.first + i
        if not value or first <= token < last:
            continue
        sign = "+" if value > 0 else "-"
        size = abs(value) / 2
        gap = first - token if token < first else token - last + 1
        path = paths.get(token, ("far",))
        regions = ["all", f"side{token < first}", "clause" if shared.clause[i] == clause else "else", f"depth{min(5, len(path))}"]
        if gap <= 3:
            regions.append("w3")
        if gap <= 6:
            regions.append("w6")
        if gap <= 10:
            regions.append("w10")
        if len(path) <= 3:
            regions.append("path " + ".".join(path))
        regions.append("first " + (path[0] if path else "self"))
        regions.append(f"quote{target_quoted:d}{shared.quoted[i]:d}")
        if shared.contrast is not None:
            regions.append(f"turn{token > shared.contrast:d}{first > shared.contrast:d}")
        for region in regions:
            total[region, sign] = total.get((region, sign), 0.0) + size
    for (region, sign), size in total.items():
        yield f"v{sign}{region}", size / (1 + 0.3 * size)
    for region in ("all", "clause", "w6", "w10"):
        net = total.get((region, "+"), 0.0) - total.get((region, "-"), 0.0)
        yield f"n:{region}", net / (1 + abs(net)) * 2
        yield f"n:{region}={'0' if not total.get((region, '+')) and not total.get((region, '-')) else '+' if net > 0.3 else '-' if net < -0.3 else '='}", 1
