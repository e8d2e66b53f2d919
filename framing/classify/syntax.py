"""Where things stand to each other in a dependency parse, as a target-dependent classifier needs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

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


def clause(document: Document, token: int) -> int:
    """The head of the innermost clause that the token stands in."""
    while document.dep[token] not in CLAUSAL and document.head[token] != token:
        if document.dep[token] == "conj" and document.pos[token] in ("VERB", "AUX"):
            break
        token = document.head[token]
    return token


def subject(document: Document, token: int) -> int | None:
    """The head of the subject of the clause around the token: its own, or the one it shares through coordination or control."""
    while True:
        own = [child for child in document.children[token] if document.dep[child] in SUBJECTS]
        if own:
            # Of "who" in a relative clause the subject is the noun that the clause belongs to.
            if document.tag[own[0]] in ("WP", "WDT") and document.dep[token] == "relcl":
                return document.head[token]
            return own[0]
        if document.head[token] == token:
            return None
        token = document.head[token]


def paths(document: Document, head: int, first: int, last: int) -> dict[int, Path]:
    """The path from the head to each token of its sentence (tokens first to last) that it reaches by going up, then down.

    Conjuncts share the place of the first conjunct, and what merely names along (compounds, appositions) that of its head.
    """
    found: dict[int, Path] = {head: ()}
    stack = [head]
    while stack:
        token = stack.pop()
        path = found[token]
        for child in document.children[token]:
            if child not in found and first <= child < last:
                found[child] = path if document.dep[child] == "conj" else (*path, relation(document, child))
                stack.append(child)
        parent = document.head[token]
        if parent not in found and all(step.startswith("^") for step in path):
            shares = document.dep[token] in ("conj", "compound", "nmod", "appos")
            found[parent] = path if shares else (*path, "^" + relation(document, token))
            stack.append(parent)
    return found
