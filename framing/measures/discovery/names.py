"""Where proper names stand in a parsed article: runs of capitalised words, titles cut off, states known by their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.document import Document
from framing.measures.discovery.runs import LINKS, runs
from framing.measures.people import AGENTS, ARMED, NAME_TITLES, PARTICLES, PLAIN_TITLES, PORTFOLIOS
from framing.measures.states import LONGEST, State, Words, fold_name, states


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name. first, last: its tokens; words: the name without title; state: (state, use) where the words are a state's.

    titled: plain titles before it that belong to its mention; entity: the parser's entity type.
    """

    first: int
    last: int
    words: Words
    entity: str
    state: State | None
    titled: Words = ()


def names(document: Document) -> list[Name]:
    """The names of a document in text order, no two overlapping."""
    return [name for first, last in runs(document) for name in _cut(document, first, last)]


def _cut(document: Document, first: int, last: int) -> Iterator[Name]:
    """The names inside a run."""
    if first > last or _is_label(document, first, last):
        return
    if _folded(document, first, last) in states():
        yield _name(document, first, last)
    elif _is_portfolio(document, first):
        yield from _cut(document, first + 1, last)
    elif (tail := _state_tail(document, first, last)) is not None:
        yield from _cut(document, first, tail - 1)
        yield _name(document, tail, last)
    elif (title := _title(document, first, last)) is not None:
        yield from _titled(document, first, title, last)
    elif _is_office(document, first, last):
        yield from _before(document, first, last)
    else:
        yield _name(document, first, last)


def _word(document: Document, token: int) -> str:
    return document.lower[token].strip(".")


def _folded(document: Document, first: int, last: int) -> Words:
    return fold_name(document.text[document.start[first] : document.end[last]])


def _is_label(document: Document, first: int, last: int) -> bool:
    """Whether a capital stands on a common noun for people in arms ("Rebels" in a headline)."""
    return first == last and document.tag[first] in ("NNS", "NNPS") and _word(document, first).removesuffix("s") in ARMED


def _is_portfolio(document: Document, first: int) -> bool:
    """Whether the run begins within an office ("Secretary of State John Smith")."""
    if first < 2 or document.lower[first] not in PORTFOLIOS or document.lower[first - 1] != "of":
        return False
    return document.lemma[first - 2].lower() in ("secretary", "minister")


def _state_tail(document: Document, first: int, last: int) -> int | None:
    """Where a state's name or people begin at the end of a run that is not theirs ("Christian North Koreans")."""
    if any(document.lower[token] in LINKS or document.lower[token] in ("-", "–") for token in range(first, last + 1)):
        return None
    for token in range(first + 1, last + 1):
        state = states().get(_folded(document, token, last))
        place = document.entity[token] == "GPE" and document.entity_start[token]
        if state is not None and (state[1] == "people" or (state[1] == "name" and place)):
            return token
    return None


def _title(document: Document, first: int, last: int) -> int | None:
    """The last title in the run that has a name behind it."""
    for token in range(last - 1, first - 1, -1):
        if _word(document, token) in NAME_TITLES and document.lower[token + 1] not in ("-", "–"):
            named = _word(document, last) not in AGENTS and document.lower[token + 1] not in LINKS - PARTICLES
            return token if named and _folded(document, token + 1, last) not in states() else None
    return None


def _titled(document: Document, first: int, title: int, last: int) -> Iterator[Name]:
    """A name with its plain titles ("Mr. Smith"), or what stands before an office and the name behind it."""
    if all(_word(document, token) in PLAIN_TITLES for token in range(first, title + 1)):
        titles = tuple(_word(document, token) for token in range(first, title + 1))
        yield _name(document, title + 1, last, titled=titles, begin=first)
    else:
        yield from _before(document, first, title)
        yield _name(document, title + 1, last)


def _is_office(document: Document, first: int, last: int) -> bool:
    """Whether the run is a label with capitals ("CIA Director", "Syrian Government")."""
    head = _word(document, last)
    if head not in AGENTS:
        return False
    return head in NAME_TITLES or any(_folded(document, first, token) in states() for token in range(first, last))


def _before(document: Document, first: int, last: int) -> Iterator[Name]:
    """The parties before an office: a state by its words, else what has a capital and is no title ("DNC Chairman")."""
    found = list(_states_in(document, first, last))
    yield from found
    if not found:
        plain = [token for token in range(first, last) if _word(document, token) not in NAME_TITLES | AGENTS]
        if plain and plain[-1] - plain[0] == len(plain) - 1:
            yield _name(document, plain[0], plain[-1])


def _states_in(document: Document, first: int, last: int) -> Iterator[Name]:
    token = first
    while token <= last:
        for end in range(min(last, token + LONGEST), token - 1, -1):
            if _folded(document, token, end) in states():
                yield _name(document, token, end)
                token = end
                break
        token += 1


def _name(document: Document, first: int, last: int, *, titled: Words = (), begin: int | None = None) -> Name:
    words = _folded(document, first, last)
    state = states().get(words)
    if state is None and words[:1] == ("the",):
        words = words[1:]
    return Name(first if begin is None else begin, last, words, document.entity[last] or document.entity[first], state, titled)
