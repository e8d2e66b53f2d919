"""Where proper names stand in a parsed article: runs of capitalised words, states by their words, titles cut off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from framing.document import Document
from framing.measures.discovery.states import LONGEST, Words, fold_name, states
from framing.measures.discovery.words import AGENTS, ARMED, CALENDAR, NAME_TITLES, PARTICLES, PLAIN_TITLES

_LINKS = frozenset({"of", "for", "and", "the", "on", "&", "in", "to", "at", "de", "al", "bin", "von", "van", "del", "la"})
_NO_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW", "WORK_OF_ART", "PRODUCT", "EVENT"})
_HYPHENS = frozenset({"-", "–", "‑"})
_TITLED_SHARE = 0.6
_SYLLABLE = 4
_PORTFOLIOS = frozenset({"state", "defense", "defence", "homeland", "interior", "finance", "foreign"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name. first, last: its tokens; words: the name without title; state: (state, use) where the words are a state's.

    titled: plain titles before it that belong to its mention; entity: the parser's entity type.
    """

    first: int
    last: int
    words: Words
    entity: str
    state: tuple[str, str] | None
    titled: Words = ()


def names(document: Document) -> list[Name]:
    """The names of a document in text order, no two overlapping."""
    found: list[Name] = []
    known = _known(document)
    common = frozenset(word for word in document.words if word[0].islower()) - known
    for first, last in document.sentences:
        shouted = _is_title_case(document, first, last)
        for begin, end in _runs(document, first, last, shouted, known, common):
            found.extend(_cut(document, begin, end))
    return found


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


def _cut(document: Document, first: int, last: int) -> Iterator[Name]:
    """The names inside a run: titles and offices before a person's name are cut off, as is an adjective before an office."""
    words = [document.lower[token].strip(".") for token in range(first, last + 1)]
    known = states()
    whole = fold_name(document.text[document.start[first] : document.end[last]])
    if whole in known:
        yield _name(document, first, last)
        return
    if first == last and document.tag[first] in ("NNS", "NNPS") and words[0].removesuffix("s") in ARMED:
        return
    if words[0] in _PORTFOLIOS and first > 1 and document.lower[first - 1] == "of" and document.lemma[first - 2].lower() in ("secretary", "minister"):
        if first < last:
            yield from _cut(document, first + 1, last)
        return
    if (tail := _state_tail(document, first, last, words)) is not None:
        yield from _cut(document, first, tail - 1)
        yield _name(document, tail, last)
        return
    title = max((at for at, word in enumerate(words[:-1]) if word in NAME_TITLES and words[at + 1] != "-"), default=None)
    if title is not None and _rest_is_name(document, first + title + 1, last):
        plain = title
        while plain > 0 and words[plain - 1] in PLAIN_TITLES:
            plain -= 1
        if words[title] in PLAIN_TITLES and not plain:
            yield _name(document, first + title + 1, last, titled=tuple(words[plain : title + 1]), begin=first + plain)
        else:
            yield from _before(document, first, first + title)
            yield _name(document, first + title + 1, last)
        return
    # A state's words before a capitalised rest: "Russian Embassy" stays whole, "Syrian President" is no name but a label.
    if words[-1] in AGENTS and (words[-1] in NAME_TITLES or _is_state_then_agent(document, first, last)):
        yield from _before(document, first, last)
        return
    yield _name(document, first, last)


def _state_tail(document: Document, first: int, last: int, words: list[str]) -> int | None:
    """Where a state's name or people begin at the end of a run that is not theirs ("Christian North Koreans")."""
    if _LINKS.intersection(words) or "-" in words or "–" in words:
        return None
    for token in range(first + 1, last + 1):
        state = states().get(fold_name(document.text[document.start[token] : document.end[last]]))
        if state is not None and (state[1] == "people" or (state[1] == "name" and document.entity[token] == "GPE" and document.entity_start[token])):
            return token
    return None


def _rest_is_name(document: Document, first: int, last: int) -> bool:
    rest = document.lower[first : last + 1]
    return bool(rest) and rest[-1] not in AGENTS and rest[0] not in _LINKS and fold_name(" ".join(document.words[first : last + 1])) not in states()


def _is_state_then_agent(document: Document, first: int, last: int) -> bool:
    known = states()
    return any(fold_name(document.text[document.start[first] : document.end[token]]) in known for token in range(first, last))


def _before(document: Document, first: int, last: int) -> Iterator[Name]:
    """Names in what stands before an office or is headed by one ("White House Chief"): the words of a state, or a capitalised body."""
    if last < first:
        return
    token, known = first, states()
    while token <= last:
        for end in range(min(last, token + LONGEST), token - 1, -1):
            if (state := known.get(fold_name(document.text[document.start[token] : document.end[end]]))) is not None:
                yield Name(token, end, fold_name(document.text[document.start[token] : document.end[end]]), document.entity[end], state)
                token = end
                break
        token += 1


def _name(document: Document, first: int, last: int, *, titled: Words = (), begin: int | None = None) -> Name:
    words = fold_name(document.text[document.start[first] : document.end[last]])
    state = states().get(words)
    if state is None and words[:1] == ("the",):
        words = words[1:]
    return Name(first if begin is None else begin, last, words, document.entity[last] or document.entity[first], state, titled)
