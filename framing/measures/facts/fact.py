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
_INITIALS = 4


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
    """The content words of a fact's sentence, the nearest to the fact first, each once: as base forms, names as they are written."""
    sentence = range(*document.sentences[document.sentence_of[fact.first]])
    content = [token for token in sentence if document.pos[token] in _CONTENT and document.folded[token] not in _EMPTY]
    content.sort(key=lambda token: max(fact.first - token, token - fact.last, 0))
    words = dict.fromkeys(_written(document, token) for token in content)
    return [word for word in words if len(word) > 1 and any(map(str.isalnum, word))]


def _written(document: Document, token: int) -> str:
    """A base form; of a name what is written, since the parser takes the s off Homs and Paris, which it may see as no proper noun."""
    word = document.words[token]
    named = word[:1].isupper() and (document.tag[token].startswith("NNP") or document.entity[token])
    in_capitals = word.isupper() and len(word) > _INITIALS
    return word if named and not in_capitals else document.folded[token]
