"""One fact as a value, and the words that its sentence gives it for context."""

from __future__ import annotations

from dataclasses import dataclass

from framing.document import Document

KINDS = ("casualties", "background", "history", "number", "action", "place", "name")
"""Kinds of facts, the most telling first."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_EMPTY = frozenset((
    "be", "have", "do", "say", "tell", "report", "accord", "state", "add", "announce", "make", "take", "get", "give", "go", "come", "see",
    "become", "call", "find", "include", "use", "such", "other", "more", "most", "many", "much", "several", "some", "few", "own", "same",
    "new", "last", "next", "first", "recent", "late", "people", "person", "year", "month", "week", "day", "time", "hour", "thing", "way",
    "part", "number", "ten", "dozen", "hundred", "thousand", "million", "billion",
))  # fmt: skip
"""Words that any sentence may have: sharing one shows nothing."""


@dataclass(frozen=True)
class Fact:
    """A fact told in a span of tokens (first and last, both included).

    kind: one of KINDS. key: what makes it the same fact elsewhere. label: the fact in short words.
    """

    first: int
    last: int
    kind: str
    key: str
    label: str


def context(document: Document, fact: Fact) -> list[str]:
    """The content words of a fact's sentence as base forms, each once, the nearest to the fact first."""
    words = range(*document.sentences[document.sentence_of[fact.first]])
    content = [token for token in words if document.pos[token] in _CONTENT and document.folded[token] not in _EMPTY]
    content.sort(key=lambda token: max(fact.first - token, token - fact.last, 0))
    lemmas = dict.fromkeys(document.folded[token] for token in content)
    return [lemma for lemma in lemmas if len(lemma) > 1 and any(map(str.isalnum, lemma))]
