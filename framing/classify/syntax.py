"""Where things stand to each other in a dependency parse, as a target-dependent classifier needs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.document import Document


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """Relations from one token to another; "^" marks a step up to the head.

    first, last: its first and its last relation. whole: all of them, joined by dots, None when there are more than three.
    """

    steps: int
    first: str
    last: str
    whole: str | None


HERE = Path(0, "", "", "")
"""The path of no step."""


@lru_cache(maxsize=1 << 14)
def further(path: Path, relation: str) -> Path:
    """The path that goes on with this relation."""
    if path.steps >= 3:
        return _long(path.first, relation, path.steps + 1)
    return Path(path.steps + 1, path.first if path.steps else relation, relation, f"{path.whole}.{relation}" if path.steps else relation)


@lru_cache(maxsize=1 << 14)
def _long(first: str, last: str, steps: int) -> Path:
    """Nobody asks what lies between the ends of a long path: those that begin and end alike are one."""
    return Path(steps, first, last, None)


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
    pos = document.pos
    return _inherited(document, first, last, {
        token: token for token, (head, dep) in enumerate(zip(document.head[first:last], document.dep[first:last]), first)
        if dep in CLAUSAL or head == token or (dep == "conj" and pos[token] in ("VERB", "AUX"))
    })  # fmt: skip


def subjects(document: Document, first: int, last: int) -> list[int | None]:
    """Of each token of a sentence the head of the subject of the clause around it: its own, or the one it shares through coordination
    or control; None without one."""
    own: dict[int, int | None] = {}
    for token, (head, dep) in enumerate(zip(document.head[first:last], document.dep[first:last]), first):
        if head == token:
            own.setdefault(token, None)
        elif dep in SUBJECTS and own.get(head) is None:
            # Of "who" in a relative clause the subject is the noun that the clause belongs to.
            relative = document.tag[token] in ("WP", "WDT") and document.dep[head] == "relcl"
            own[head] = document.head[head] if relative else token
    return _inherited(document, first, last, own)


def _inherited(document: Document, first: int, last: int, own: dict[int, int | None]) -> list[int | None]:
    """What each token has of its own, else what its nearest governor has."""
    heads = document.head
    for token in range(first, last):
        if token in own:
            continue
        head = heads[token]
        if head in own:
            own[token] = own[head]
            continue
        trail = [token]
        while head not in own:
            trail.append(head)
            head = heads[head]
        for below in trail:
            own[below] = own[head]
    return [own[token] for token in range(first, last)]


def paths(
    document: Document, head: int, first: int, last: int, relations: Sequence[str], asked: Sequence[bool] | None = None
) -> dict[int, Path]:
    """The path from the head to each token of its sentence (tokens first to last) that it reaches by going up, then down.

    Conjuncts share the place of the first conjunct, and what merely names along (compounds, appositions) that of its head.
    relations: of each token of the sentence to its head. asked: of each, whether its path is of interest where none leads on from it.
    """
    dep, children = document.dep, document.children
    found = {head: HERE}
    token, path = head, HERE
    while True:
        stack = [token]
        while stack:
            above = stack.pop()
            way = found[above]
            for child in children[above]:
                if child not in found and first <= child < last and (asked is None or asked[child - first]):
                    found[child] = way if dep[child] == "conj" else further(way, relations[child - first])
                    if children[child]:
                        stack.append(child)
        parent = document.head[token]
        if parent in found:
            return found
        path = path if dep[token] in ("conj", "compound", "nmod", "appos") else further(path, "^" + relations[token - first])
        found[parent] = path
        token = parent
