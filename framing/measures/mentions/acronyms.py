"""Acronyms that an article introduces in brackets after a name ("Red Dawn Brigade (RDB)") and uses from then on."""

from __future__ import annotations

from collections.abc import Sequence

from framing.document import Document
from framing.measures.mentions.index import Found

_LONGEST = 7


def with_acronyms(document: Document, found: Sequence[Found]) -> list[Found]:
    """The spans, and one more for each use of an acronym that the lexicon does not have, in text order.

    It counts as introduced when its letters occur in the name, in that order (Schwartz and Hearst, PSB 2003).
    """
    taken = {token for span in found for token in range(span.first, span.last + 1)}
    introduced: dict[str, Found] = {}
    for span in found:
        acronym = span.last + 2
        if span.name and acronym + 1 < len(document) and acronym not in taken and _is_bracketed(document, acronym):
            word = document.words[acronym]
            if _abbreviates(word, document.text[document.start[span.first] : document.end[span.last]]):
                introduced.setdefault(word, span)
    if not introduced:
        return list(found)
    words = document.words
    used = [
        Found(token, token, introduced[word].name, {}, {}, {})
        for token, word in enumerate(words)
        if word in introduced and token not in taken and token > introduced[word].last
    ]
    return sorted([*found, *used], key=lambda span: span.first)


def _is_bracketed(document: Document, token: int) -> bool:
    return document.words[token - 1] == "(" and document.words[token + 1] == ")"


def _abbreviates(word: str, name: str) -> bool:
    letters = iter(name.lower())
    return 2 <= len(word) <= _LONGEST and word.isupper() and word.isalpha() and all(letter in letters for letter in word.lower())
