"""Quotation marks to quotations: which stretches of an article stand between marks.

Direction comes from a mark's surroundings first and its shape second, because articles mix curly, straight, doubled-single and
French marks and get some of them wrong. A quotation ends with its paragraph at the latest, so a missing or odd mark costs at
most one sentence, or one paragraph where the next paragraph opens with a mark again (the convention for long quotations).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from framing.article import Span

_DOUBLE = re.compile(r"[“”„‟«»\"]|''|``|’’|‘‘")
_OPENS_BEFORE = frozenset(" \t\u00a0([{—–-/")
_CLOSES_AFTER = frozenset(" \t\u00a0)]}—–-/.,;:!?…")
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–])|^)[‘'](?=[^\W\d_])")
_SINGLE_CLOSE = re.compile(r"[’'](?!\w)")
_SINGLE_LONGEST = 600
"""Characters of a quotation in single marks; an apostrophe further off is not its end."""
_BRACKET = re.compile(r"\[[^\[\]]{1,200}\]|\([^()\[\].!?]{1,40}\)")
"""Agencies put in round brackets what others put in square ones; nobody speaks in brackets. Longer round ones may be a writer's own."""


@dataclass(frozen=True)
class Quotation:
    """A stretch between marks: offsets with the marks, offsets of what they enclose, and how it ends.

    closed: the closing mark was found. continues: it runs on in the next paragraph, which opens with a mark again.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    paragraph: int
    closed: bool
    continues: bool = False


def quotations(text: str, paragraphs: Sequence[Span], sentence_ends: Sequence[int]) -> list[Quotation]:
    """The quotations of an article, in text order, disjoint.

    paragraphs: offsets of each paragraph. sentence_ends: sorted offsets after each sentence; an unclosed quotation stops at one.
    """
    found: list[Quotation] = []
    ends = iter(sorted(sentence_ends))
    end = next(ends, len(text))
    for index, (first, last) in enumerate(paragraphs):
        runs_on = index + 1 < len(paragraphs) and _opens(text, paragraphs[index + 1][0])
        doubles = _doubles(text, first, last, index)
        before = len(found)
        for quotation in doubles:
            if quotation.closed:
                found.append(quotation)
                continue
            if runs_on and quotation is doubles[-1] and quotation.inner_end == last:
                found.append(Quotation(quotation.start, last, quotation.inner_start, last, index, closed=False, continues=True))
                continue
            while end <= quotation.inner_start:
                end = next(ends, len(text))
            stop = min(end, quotation.inner_end)
            if stop > quotation.inner_start:
                found.append(Quotation(quotation.start, stop, quotation.inner_start, stop, index, closed=False))
        found.extend(_singles(text, first, last, index, found[before:]))
    return sorted(found, key=lambda quotation: quotation.start)


def brackets(text: str, inside: Sequence[Quotation]) -> list[Span]:
    """An editor's brackets inside quotations, square or short and round, brackets included."""
    return [
        (q.inner_start + m.start(), q.inner_start + m.end()) for q in inside for m in _BRACKET.finditer(text[q.inner_start : q.inner_end])
    ]


def _opens(text: str, start: int) -> bool:
    match = _DOUBLE.match(text, start)
    return bool(match and match.group() not in "”»")


def _doubles(text: str, first: int, last: int, paragraph: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None

    def close(end: int, inner_end: int, closed: bool) -> None:
        if opened is not None and inner_end > opened.end():
            found.append(Quotation(opened.start(), end, opened.end(), inner_end, paragraph, closed))

    for mark in _DOUBLE.finditer(text, first, last):
        if _is_opening(text, mark, first, last, opened is not None):
            close(mark.start(), mark.start(), closed=False)
            opened = mark
        elif opened is not None:
            close(mark.end(), mark.start(), closed=True)
            opened = None
    close(last, last, closed=False)
    return found


def _is_opening(text: str, mark: re.Match[str], first: int, last: int, inside: bool) -> bool:
    before = text[mark.start() - 1] if mark.start() > first else " "
    after = text[mark.end()] if mark.end() < last else " "
    may_open = before in _OPENS_BEFORE and not after.isspace()
    may_close = (after in _CLOSES_AFTER or after == " ") and not before.isspace()
    if may_open != may_close:
        return may_open
    shape = mark.group()
    if shape in "“„‟«``‘‘":
        return True
    if shape in "”»’’":
        return False
    return not inside


def _singles(text: str, first: int, last: int, paragraph: int, doubles: Sequence[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    at = first
    taken = sorted((q.start, q.end) for q in doubles)
    while match := _SINGLE_OPEN.search(text, at, last):
        at = match.end()
        following = bisect.bisect_right(taken, (match.start(), last))
        if following and match.start() < taken[following - 1][1]:
            continue
        limit = min(last, match.end() + _SINGLE_LONGEST, taken[following][0] if following < len(taken) else last)
        close = _single_close(text, match.end(), limit)
        if close is not None:
            found.append(Quotation(match.start(), close + 1, match.end(), close, paragraph, closed=True))
            at = close + 1
    return found


def _single_close(text: str, start: int, limit: int) -> int | None:
    """The mark that closes a single quotation: after punctuation for choice, else the first that is no plural possessive."""
    plural = None
    for mark in _SINGLE_CLOSE.finditer(text, start, limit):
        before = text[mark.start() - 1]
        if before.isspace():
            continue
        if before == "s" and text[mark.end() : mark.end() + 2].strip() and text[mark.end() : mark.end() + 1] == " ":
            plural = mark.start() if plural is None else plural
            continue
        return mark.start()
    return plural
