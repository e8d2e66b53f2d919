"""Stretches of capitalised words in which names stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from framing.document import Document
from framing.measures.people import AGENTS, CALENDAR, NAME_TITLES, PARTICLES, PLAIN_TITLES
from framing.measures.states import LONGEST, fold_name, states

LINKS = frozenset({"of", "for", "and", "the", "on", "&", "in", "to", "at", "de", "al", "bin", "von", "van", "del", "la"})
"""Small words inside the names of bodies."""

_NO_NAMES = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW", "WORK_OF_ART", "PRODUCT", "EVENT"}
)
_DATED = frozenset({"DATE", "TIME", "MONEY"})
_CLOSED = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM", "PUNCT"})
_HYPHENS = frozenset({"-", "–", "‑"})
_JOINERS = frozenset({"led", "era", "held", "run"})
_SYLLABLE = 4
"""Letters of a small syllable that goes on with a name behind a hyphen ("Jae-in")."""
_SHOUTED = 0.6
"""Share of long words with a capital from which a sentence is a headline's."""
_WHOLE = {"US"}
"""States' words that are other words when not in capitals throughout."""


@dataclass(frozen=True)
class _Reading:
    """A document with the words that it uses as names, and those that it also writes small."""

    document: Document
    known: frozenset[str]
    common: frozenset[str]


def runs(document: Document) -> Iterator[tuple[int, int]]:
    """The first and last token, both included, of each stretch of name words; none leaves its sentence."""
    known = _known(document)
    reading = _Reading(document, known, frozenset(word for word in document.words if word[0].islower()) - known)
    for first, last in document.sentences:
        yield from _in_sentence(reading, first, last)


def _in_sentence(reading: _Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    document = reading.document
    shouted = _is_title_case(document, first, last)
    token = first
    while token < last:
        end = _begun(reading, token, first, last, shouted)
        if end == token:
            token += 1
            continue
        while (longer := _continued(reading, token, end, last, shouted)) > end:
            end = longer
        if not _is_tight(document, end, last) or _joins_two(reading, token, end, last):
            yield token, end - 1
        token = end


def _begun(reading: _Reading, token: int, first: int, last: int, shouted: bool) -> int:
    """Index after the words with which a run begins at the token; the token itself when none does."""
    document = reading.document
    if length := _state_at(document, token, last):
        return token + length
    if not _is_name_word(reading, token, shouted):
        return token
    # A capital says nothing at the beginning of a sentence and in a headline.
    word = document.lower[token]
    plain = (shouted and word in reading.common) or (token == first and (word in reading.common or word.endswith("ing")))
    return token if plain else token + 1


def _continued(reading: _Reading, first: int, end: int, last: int, shouted: bool) -> int:
    """Index after the words with which a run from first goes on at end; end itself when it does not."""
    document = reading.document
    if end >= last:
        return end
    if length := _state_at(document, end, last):
        return end + length
    if _is_name_word(reading, end, shouted) and not (shouted and document.lower[end] in reading.common):
        return end + 1
    if _is_tight(document, end, last):
        joined = document.words[end + 1][0].isupper() or _is_syllable(document, end + 1)
        return end + 2 if joined and not _joins_two(reading, first, end, last) else end
    return _particle(document, end, last) or _linked(reading, end, last, shouted) or end


def _known(document: Document) -> frozenset[str]:
    """Words that the article uses as names at least twice: they are names also where the parser, or a headline, hides it."""
    seen: Counter[str] = Counter()
    for first, last in document.sentences:
        if not _is_title_case(document, first, last):
            words = (token for token in range(first + 1, last) if document.pos[token] == "PROPN" and document.words[token][0].isupper())
            seen.update(document.lower[token] for token in words if document.entity[token] not in _NO_NAMES)
    return frozenset(word for word, count in seen.items() if count > 1 and word not in AGENTS and word not in NAME_TITLES)


def _is_title_case(document: Document, first: int, last: int) -> bool:
    """Whether a sentence capitalises its words, as headlines do, so that capitals say nothing."""
    words = [word for word in document.words[first + 1 : last] if word[0].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > _SHOUTED * len(words)


def _joins_two(reading: _Reading, first: int, hyphen: int, last: int) -> bool:
    """Whether a hyphen joins two parties ("the Castell-Vargas meeting", but not "Al-Castell")."""
    document = reading.document
    if not _is_tight(document, hyphen, last) or document.lower[hyphen - 1] in PARTICLES:
        return False
    whole = _state_at(document, first, hyphen) == hyphen - first or (hyphen == first + 1 and document.lower[first] in reading.known)
    return whole and (document.lower[hyphen + 1] in reading.known or _state_at(document, hyphen + 1, last) > 0)


def _is_syllable(document: Document, token: int) -> bool:
    """Whether a small word behind a hyphen goes on with a name ("Jae-in") and makes no compound ("US-led")."""
    word = document.words[token]
    return word.isalnum() and len(word) <= _SYLLABLE and word not in _JOINERS and document.tag[token][:1] != "V"


def _is_tight(document: Document, token: int, last: int) -> bool:
    """Whether the token is a hyphen inside a word."""
    if token + 1 >= last or document.lower[token] not in _HYPHENS:
        return False
    return document.end[token - 1] == document.start[token] and document.end[token] == document.start[token + 1]


def _particle(document: Document, token: int, last: int) -> int | None:
    """Index after particles and the name that they belong to ("Bashar al-Assad", "Ursula von der Leyen")."""
    at = token
    while at < last and document.words[at] in PARTICLES:
        at += 1
        if at < last and document.lower[at] in _HYPHENS and document.start[at] == document.end[at - 1]:
            at += 1
    return at + 1 if token < at < last and document.words[at][0].isupper() else None


def _linked(reading: _Reading, token: int, last: int, shouted: bool) -> int | None:
    """Index after the words that go on behind "of the" and the like inside one entity."""
    document = reading.document
    entity, at = document.entity[token], token
    if not entity or entity in _NO_NAMES or entity == "PERSON" or document.entity_start[token]:
        return None
    if document.lower[token] in ("and", "&") and _state_at(document, token + 1, last):
        return None
    while at < last and document.lower[at] in LINKS and document.entity[at] == entity and not document.entity_start[at]:
        at += 1
    inside = token < at < last and document.entity[at] == entity
    return at + 1 if inside and _is_name_word(reading, at, shouted) else None


def _state_at(document: Document, token: int, last: int) -> int:
    """How many tokens of a state's words begin here, 0 for none."""
    if token >= last or not (document.words[token][0].isupper() or _is_half(document, token, last)):
        return 0
    if document.words[token].upper() in _WHOLE and document.words[token] not in _WHOLE:
        return 0
    best = 0
    for end in range(token, min(last, token + LONGEST + 1)):
        word = document.words[end]
        if word[0].isalnum() or word[-1].isalnum():  # else the full stop of the sentence would belong to it
            best = end - token + 1 if fold_name(document.text[document.start[token] : document.end[end]]) in states() else best
    if best and document.lower[token] == "the" and token + best < last and document.words[token + best][0].isupper():
        return 0  # "the North Atlantic"
    return best


def _is_half(document: Document, token: int, last: int) -> bool:
    """Whether "the" stands before North or South, as the two states of a divided country are called."""
    return document.lower[token] == "the" and token + 1 < last and document.words[token + 1] in ("North", "South")


def _is_title(document: Document, token: int) -> bool:
    """Whether a title with a capital stands before a capital, whatever the parser took it for."""
    after = token + 1
    return document.lower[token].strip(".") in PLAIN_TITLES and after < len(document) and document.words[after][0].isupper()


def _is_name_word(reading: _Reading, token: int, shouted: bool) -> bool:
    document = reading.document
    word = document.words[token]
    if not word[0].isupper() or document.lower[token].strip(".") in CALENDAR or document.entity[token] in _DATED:
        return False
    if document.lower[token] in reading.known or _is_title(document, token):
        return True
    if word == "I" or document.pos[token] in _CLOSED:
        return False
    named = document.entity[token] and document.entity[token] not in _NO_NAMES
    if shouted:
        return bool(named) and document.pos[token] == "PROPN"
    return document.pos[token] == "PROPN" or (bool(named) and document.pos[token] in ("ADJ", "NOUN", "X", "VERB", "ADV"))
