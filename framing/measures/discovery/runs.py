"""Stretches of capitalised words in which names stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from framing.document import Document
from framing.measures.discovery.states import LONGEST, fold_name, states
from framing.measures.discovery.words import AGENTS, CALENDAR, NAME_TITLES, PARTICLES


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
    return len(words) > 3 and sum(word[0].isupper() for word in words) > _TITLED_SHARE * len(words)


def _runs(document: Document, first: int, last: int, shouted: bool, known: frozenset[str], common: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words of names, first and last token included."""
    token = first
    while token < last:
        if length := _state_at(document, token, last):
            end = token + length
        elif _is_name_word(document, token, shouted, known) and not (
            (document.lower[token] in common or (token == first and document.lower[token].endswith("ing"))) and (shouted or token == first)
        ):
            end = token + 1
        else:
            token += 1
            continue
        while end < last:
            if length := _state_at(document, end, last):
                end += length
            elif _is_name_word(document, end, shouted, known) and not (shouted and document.lower[end] in common):
                end += 1
            elif document.lower[end] in _HYPHENS and end + 1 < last and _is_tight(document, end) and document.words[end + 1][0].isalnum():
                if _is_two(document, token, end, last, known):
                    break
                if document.words[end + 1][0].islower() and not _is_syllable(document, end + 1):
                    break
                end += 2
            elif (joined := _particle(document, end, last)) is not None:
                end = joined
            elif (linked := _linked(document, end, last, shouted, known)) is not None:
                end = linked
            else:
                break
        if not (end < last and document.lower[end] in _HYPHENS and _is_tight(document, end)) or _is_two(document, token, end, last, known):
            yield token, end - 1
        token = end


def _is_two(document: Document, first: int, hyphen: int, last: int, known: frozenset[str]) -> bool:
    """Whether a hyphen joins two parties ("the Castell-Vargas meeting")."""
    if hyphen != first + 1 and not _state_at(document, first, hyphen) == hyphen - first:
        return False
    left = document.lower[first] in known or _state_at(document, first, hyphen) > 0
    return left and hyphen + 1 < last and (document.lower[hyphen + 1] in known or _state_at(document, hyphen + 1, last) > 0)


def _is_syllable(document: Document, token: int) -> bool:
    """Whether a lower-case word behind a hyphen goes on with a name ("Jae-in") and makes no compound ("US-led")."""
    return len(document.words[token]) <= _SYLLABLE and document.lower[token] not in ("led", "era", "held", "run") and document.tag[token][:1] != "V"


def _is_tight(document: Document, hyphen: int) -> bool:
    return document.end[hyphen - 1] == document.start[hyphen] and hyphen + 1 < len(document) and document.end[hyphen] == document.start[hyphen + 1]


def _particle(document: Document, token: int, last: int) -> int | None:
    """Index after a particle and the name that it belongs to ("Bashar al-Assad", "Ursula von der Leyen")."""
    at = token
    while at < last and document.words[at] in PARTICLES:
        at += 1
        if at < last and document.lower[at] in _HYPHENS and document.start[at] == document.end[at - 1]:
            at += 1
    return at + 1 if token < at < last and document.words[at][0].isupper() else None


def _linked(document: Document, token: int, last: int, shouted: bool, known: frozenset[str]) -> int | None:
    """Index after the words that go on behind "of the" and the like inside one entity."""
    entity, at = document.entity[token], token
    if not entity or entity in _NO_NAMES or document.entity_start[token] or entity == "PERSON":
        return None
    if document.lower[token] in ("and", "&") and _state_at(document, token + 1, last):
        return None
    while at < last and document.lower[at] in _LINKS and document.entity[at] == entity and not document.entity_start[at]:
        at += 1
    if at > token and at < last and document.entity[at] == entity and _is_name_word(document, at, shouted, known):
        return at + 1
    return None


def _state_at(document: Document, token: int, last: int) -> int:
    """How many tokens of a state's words begin here, 0 for none."""
    if not document.words[token][0].isupper() and not (document.lower[token] == "the" and token + 1 < last and document.words[token + 1] in ("North", "South")):
        return 0
    if document.words[token].upper() == "US" and document.words[token] != "US":
        return 0
    known = states()
    best = 0
    for length in range(1, LONGEST + 2):
        if token + length > last:
            break
        end = token + length - 1
        if document.words[end][-1].isalnum() or document.words[end][0].isalnum():  # no full stop of the sentence
            best = length if fold_name(document.text[document.start[token] : document.end[end]]) in known else best
    if best and document.lower[token] == "the" and token + best < last and document.words[token + best][0].isupper():
        return 0  # "the North Atlantic"
    return best


def _is_name_word(document: Document, token: int, shouted: bool, known: frozenset[str]) -> bool:
    word = document.words[token]
    if not word[0].isupper() or document.lower[token].strip(".") in CALENDAR or document.entity[token] in ("DATE", "TIME", "MONEY"):
        return False
    if document.lower[token] in known:
        return True
    if word == "I" or document.pos[token] in ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM", "PUNCT"):
        return False
    kept = bool(document.entity[token]) and document.entity[token] not in _NO_NAMES
    if shouted:
        return kept and document.pos[token] == "PROPN"
    if document.pos[token] == "PROPN":
        return True
    return kept and document.pos[token] in ("ADJ", "NOUN", "X", "VERB", "ADV")
