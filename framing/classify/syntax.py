"""Where things stand to each other in a dependency parse, as a target-dependent classifier needs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from framing.document import Document

Path = tuple[str, ...]
"""Relations from one token to another; "^" marks a step up to the head."""

COARSE = {
    "nsubj": "subj", "csubj": "subj", "nsubjpass": "pass", "csubjpass": "pass", "dobj": "obj", "dative": "iobj", "attr": "attr",
    "acomp": "attr", "oprd": "attr", "amod": "mod", "nummod": "mod", "compound": "mod", "nmod": "mod", "advmod": "adv",
    "npadvmod": "adv", "relcl": "acl", "pcomp": "pobj", "appos": "app", "agent": "by", "parataxis": "comp", "ccomp": "comp",
}  # fmt: skip
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
CLAUSAL = frozenset(("ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass"))
SKIPPED = frozenset((
    "punct", "det", "case", "mark", "intj", "dep", "meta", "cc", "aux", "auxpass", "neg", "expl", "preconj", "predet",
    "quantmod", "prt",
))  # fmt: skip
CONTENT = frozenset(("NOUN", "VERB", "ADJ", "ADV", "INTJ"))
SAYING = frozenset((
    "say", "tell", "add", "note", "state", "announce", "explain", "write", "tweet", "testify", "report", "reply", "respond",
    "recall", "claim", "argue",
))  # fmt: skip


def locate(document: Document, start: int, end: int) -> tuple[int, int, int]:
    """(first, after last, head) token of what stands at these characters.

    Raises ValueError where no token stands there.
    """
    first, last = bisect_right(document.end, start), bisect_left(document.start, end)
    if first >= last:
        raise ValueError(f"no word stands at characters {start} to {end}")
    outward = [token for token in range(first, last) if not first <= document.head[token] < last or document.head[token] == token]
    spoken = [token for token in outward if document.pos[token] not in ("PUNCT", "PART", "SPACE", "SYM")]
    return first, last, (spoken or outward)[0]


def relation(document: Document, token: int) -> str:
    """The token's relation to its head, in coarse classes; a preposition's is the word itself, and what somebody says is "said"."""
    dep = document.dep[token]
    if dep == "prep":
        return document.lower[token]
    if dep == "ccomp" and document.lemma[document.head[token]].lower() in SAYING:
        return "said"
    return COARSE.get(dep, dep)


def clauses(document: Document, first: int, last: int) -> list[int]:
    """Of each token of a sentence (tokens first to before last) the head of the innermost clause that it stands in."""
    dep, pos = document.dep, document.pos
    return _inherited(document, first, last, {
        token: token for token in range(first, last)
        if dep[token] in CLAUSAL or document.head[token] == token or (dep[token] == "conj" and pos[token] in ("VERB", "AUX"))
    })  # fmt: skip


def subjects(document: Document, first: int, last: int) -> list[int | None]:
    """Of each token of a sentence the head of the subject of the clause around it: its own, or the one it shares through coordination
    or control; None without one."""
    own: dict[int, int | None] = {}
    for token in range(first, last):
        head = document.head[token]
        if head == token:
            own.setdefault(token, None)
        if document.dep[token] in SUBJECTS and own.get(head) is None and head != token:
            # Of "who" in a relative clause the subject is the noun that the clause belongs to.
            relative = document.tag[token] in ("WP", "WDT") and document.dep[head] == "relcl"
            own[head] = document.head[head] if relative else token
    return _inherited(document, first, last, own)


def _inherited(document: Document, first: int, last: int, own: dict[int, int | None]) -> list[int | None]:
    """What each token has of its own, else what its nearest governor has."""
    for token in range(first, last):
        trail = []
        while token not in own:
            trail.append(token)
            token = document.head[token]
        own.update(dict.fromkeys(trail, own[token]))
    return [own[token] for token in range(first, last)]


def paths(document: Document, head: int, first: int, last: int, relations: Sequence[str]) -> dict[int, Path]:
    """The path from the head to each token of its sentence (tokens first to last) that it reaches by going up, then down.

    Conjuncts share the place of the first conjunct, and what merely names along (compounds, appositions) that of its head.
    relations: of each token of the sentence to its head.
    """
    dep, children = document.dep, document.children
    found: dict[int, Path] = {head: ()}
    token, path = head, ()
    while True:
        stack = [token]
        while stack:
            above = stack.pop()
            way = found[above]
            for child in children[above]:
                if child not in found and first <= child < last:
                    found[child] = way if dep[child] == "conj" else (*way, relations[child - first])
                    stack.append(child)
        parent = document.head[token]
        if parent in found:
            return found
        path = path if dep[token] in ("conj", "compound", "nmod", "appos") else (*path, "^" + relations[token - first])
        found[parent] = path
        token = parent
