"""What a label is made of: modifiers, the facets and connotation of its words, and whether the writer keeps it at a distance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from framing.document import Document
from framing.lexicon import Match
from framing.measures.mentions.index import Index
from framing.measures.mentions.phrases import Phrase
from framing.measures.mentions.words import CALLING, CLOSING, DISTANCING, OPENING

_DETERMINERS = frozenset({"det", "poss", "nummod"})
_WINDOW = 24
_MARKS = " \n\"'“”‘’«»"


def terms_of(document: Document, index: Index) -> Mapping[int, list[Match]]:
    """The matches of the label terms by their first token."""
    at: dict[int, list[Match]] = defaultdict(list)
    for match in index.terms.find_in(document):
        at[match.first].append(match)
    return at


def facets(phrase: Phrase, terms: Mapping[int, list[Match]]) -> tuple[tuple[str, ...], int | None]:
    """(groups of the label terms in the phrase, in their order; connotation).

    The connotation is -1 where any word is unfavourable, else 1 where any is favourable, else 0 where any is listed: an unfavourable
    word outweighs ("moderate terrorists"; negativity bias, Rozin and Royzman 2001). None when no word is listed.
    """
    inside = [match for token in range(phrase.first, phrase.last + 1) for match in terms.get(token, ()) if match.last <= phrase.last]
    values = [match.entry.connotation for match in inside if match.entry.connotation is not None]
    connotation = None if not values else -1 if min(values) < 0 else max(values)
    return tuple(dict.fromkeys(match.group for match in inside)), connotation


def modifiers(document: Document, phrase: Phrase) -> tuple[str, ...]:
    """The premodifiers in lower case; a hyphenated compound is one."""
    until = document.start[phrase.head] if phrase.kind == "label" else document.start[phrase.found.first]
    return tuple(document.text[document.start[phrase.first] : until].lower().replace("’", "'").split())


def is_distanced(document: Document, phrase: Phrase) -> bool:
    """Whether the label stands in scare quotes of its own, or after `so-called`, `self-styled`, `what it calls`."""
    first = phrase.first
    while first > 0 and document.dep[first - 1] in _DETERMINERS and first <= document.head[first - 1] <= phrase.last:
        first -= 1
    return _in_own_quotes(document, phrase, first) or _after_distancing(document, phrase.first) or _called(document, first)


def _in_own_quotes(document: Document, phrase: Phrase, first: int) -> bool:
    """Quotation marks around the phrase (or its head) and no more than it and its determiner."""
    words, after = document.lower, phrase.last + 1
    if after < len(words) and words[after] in (",", ".", ";") and after + 1 < len(words):
        after += 1  # American usage sets the comma inside
    if after >= len(words) or words[after] not in CLOSING:
        return False
    opened = [token for token in range(max(0, first - 1), phrase.last) if words[token] in OPENING and words[token] != "'s"]
    return bool(opened) and document.start[opened[-1] + 1] == document.end[opened[-1]]


def _after_distancing(document: Document, first: int) -> bool:
    """Whether the word before the phrase, quotation marks apart, is `so-called` or the like."""
    start = document.start[first]
    before = document.text[max(0, start - _WINDOW) : start].lower().rstrip(_MARKS)
    return any(before.endswith(word) and not before.removesuffix(word)[-1:].isalpha() for word in DISTANCING)


def _called(document: Document, first: int) -> bool:
    """`what it calls`, `what they described as`, before the phrase."""
    token = first - 1
    if token >= 0 and document.lower[token] == "as":
        token -= 1
    window = document.lower[max(0, token - 5) : token]
    return token >= 2 and document.lemma[token] in CALLING and "what" in window
