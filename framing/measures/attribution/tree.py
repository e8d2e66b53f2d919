"""Reading a dependency parse: dependents, clauses, and token lists without the punctuation at their edges."""

from __future__ import annotations

from collections.abc import Collection

from framing.document import Document

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_TRIM = frozenset(",;:–—-.")


def child(document: Document, token: int, deps: Collection[str]) -> int | None:
    """The first dependent of the token with one of the labels."""
    return next((c for c in document.children[token] if document.dep[c] in deps), None)


def is_clause(document: Document, token: int) -> bool:
    """Whether the token heads a clause: a verb, or a predicate with a subject."""
    return document.pos[token] in ("VERB", "AUX") or child(document, token, SUBJECTS) is not None


def clause_of(document: Document, token: int) -> int:
    """The head of the smallest clause around the token: its nearest ancestor that heads one, else the sentence's root."""
    for ancestor in document.ancestors(token):
        if is_clause(document, ancestor):
            return ancestor
        token = ancestor
    return token


def after_comma(document: Document, token: int) -> bool:
    """Whether a comma stands before all that a token governs."""
    first = min(document.subtree(token))
    return first > 0 and document.words[first - 1] == ","


def trimmed(document: Document, tokens: list[int]) -> list[int]:
    """The tokens without commas, dashes, stops and conjunctions at their edges."""
    words, dep = document.words, document.dep
    first, last = 0, len(tokens)
    while first < last and (words[tokens[first]] in _TRIM or (dep[tokens[first]] == "cc" and first + 1 < last)):
        first += 1
    while last > first and (
        (words[tokens[last - 1]] in _TRIM and not _abbreviation(document, tokens[last - 1]))
        or (dep[tokens[last - 1]] == "cc" and last - 1 > first)
    ):
        last -= 1
    return tokens[first:last]


def _abbreviation(document: Document, token: int) -> bool:
    return document.words[token] == "." and document.pos[token] != "PUNCT"
