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
