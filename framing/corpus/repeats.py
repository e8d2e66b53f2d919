"""Sentences that an article has twice: a headline again as first line, a standfirst again as lead, a quotation pulled out of the text.

What is read twice was written once, so it is counted once. A sentence is repeated when all its words, in their order and without a gap,
stand elsewhere in the article; it may stand there with more before and after it, such as a dateline. Left out is the one that holds no more
than the other, of two that hold the same the later. Two sentences also count as one when the shorter has all words of the longer but for
one in ten, or the other way round, and no number and no negation among these. Case and marks aside; sentences of fewer than 8 words are
left alone, and so are those in which a quotation opens or closes alone, since its marks would no longer match. The headline always stays.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from framing.article import Span

LEAST_WORDS = 8
_MORE = 0.1
_WORD = re.compile(r"[^\W_]+")
# No sentence ends behind an initial: U.S. troops.
_END = re.compile(r"[.!?…](?<![\s.][A-Z]\.)[.!?…]*[\"”’'»)\]]*(?=\s|\Z)|\n")
_DECISIVE = re.compile(r"\d|^(?:no|not|never|none|nobody|nothing|without|neither|nor|cannot|\w+nt|t)$")
_EDGE = 4
_QUOTES = (("“", "”"), ("«", "»"))


@dataclass(frozen=True)
class _Unit:
    """A sentence, or a line without a mark at its end. folded: its words with blanks around; place: where in all folded."""

    span: Span
    words: list[str]
    folded: str
    place: int


def repeats(text: str, *, headline_end: int = 0, besides: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Sorted, disjoint (start, end) spans of sentences that the text has elsewhere too. besides: spans that are not looked at.

    >>> lead = "Two people were hurt when a bridge fell on Monday."
    >>> repeats(f"A bridge falls\\n\\n{lead}\\n\\nValley (News) {lead} It was old.", headline_end=14)
    ((16, 66),)
    """
    units = list(_units(text, headline_end, besides))
    long = [unit for unit in units if len(unit.words) >= LEAST_WORDS]
    may_go = [unit for unit in long if unit.span[0] >= headline_end and _balanced(text[slice(*unit.span)])]
    whole, places = "".join(unit.folded for unit in units), [unit.place for unit in units]
    out = {unit.span for unit in may_go if _stands_elsewhere(unit, units, places, whole)}
    near = _nears([unit for unit in long if unit.span not in out])
    return tuple(sorted(out | {unit.span for unit in may_go if unit.span in near}))


def _units(text: str, headline_end: int, besides: Sequence[Span]) -> Iterator[_Unit]:
    """The sentences of the headline and the story, in order."""
    place, begin = 0, 0
    for start, end in (*besides, (len(text), len(text))):
        for part, stop in ((begin, min(headline_end, start)), (max(begin, headline_end), start)):
            for one in _sentences(text, part, stop):
                if words := _WORD.findall(text[slice(*one)].casefold()):
                    folded = f"\n {' '.join(words)} "  # so that nothing is found across two sentences
                    yield _Unit(one, words, folded, place)
                    place += len(folded)
        begin = end


def _sentences(text: str, begin: int, stop: int) -> Iterator[Span]:
    ends = [found.end() for found in _END.finditer(text, begin, stop)] if begin < stop else []
    for start, end in zip([begin, *ends], [*ends, stop]):
        written = text[start:end]
        if stripped := written.strip():
            start += len(written) - len(written.lstrip())
            yield start, start + len(stripped)


def _stands_elsewhere(unit: _Unit, units: Sequence[_Unit], places: Sequence[int], whole: str) -> bool:
    """Whether all its words stand in a sentence that has more of them, or in an earlier one that has no more."""
    sought, at = unit.folded[1:], -1
    while (at := whole.find(sought, at + 1)) >= 0:
        other = units[bisect_right(places, at) - 1]
        if other is not unit and (len(other.words) > len(unit.words) or other.place < unit.place):
            return True
    return False


def _nears(units: Sequence[_Unit]) -> set[Span]:
    """Sentences that are an earlier one but for few words that one of the two has and the other has not."""
    earlier: dict[tuple[str, ...], list[_Unit]] = {}
    near = set()
    for unit in units:
        edges = ("first", *unit.words[:_EDGE]), ("last", *unit.words[-_EDGE:])
        if any(_near(unit.words, other.words) for edge in edges for other in earlier.get(edge, ())):
            near.add(unit.span)
            continue
        for edge in edges:
            earlier.setdefault(edge, []).append(unit)
    return near


def _near(words: Sequence[str], others: Sequence[str]) -> bool:
    short, long = sorted((words, others), key=len)
    return len(long) <= len(short) * (1 + _MORE) and _only_adds(short, long)


def _only_adds(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the longer has the words of the shorter in order, and besides them none that decides what is said."""
    rest = iter(short)
    wanted = next(rest, None)
    for word in long:
        if word == wanted:
            wanted = next(rest, None)
        elif _DECISIVE.search(word):
            return False
    return wanted is None


def _balanced(written: str) -> bool:
    """Whether quotation marks that open inside close inside."""
    pairs = all(written.count(opens) == written.count(closes) for opens, closes in _QUOTES)
    return pairs and written.count('"') % 2 == 0
