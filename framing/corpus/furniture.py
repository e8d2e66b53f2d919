"""Site furniture: what stands on an article's page and is not the story, as spans of the untouched text.

The rules are data (`furniture_rules`): LINES are lines that are furniture wherever they stand, LAST_LINES those that are at
the end only; BLOCKS are lines that open a list of links or a form, which runs on over headings and teasers and ends before the
next running prose; AFTER_SENTENCE and GLUED are pieces at the very end, peeled off one by one, as feeds that lost their line
breaks have them; OPENINGS are such pieces at the very beginning. Tags such as <p> or <tweet> that were left
standing go too, what they enclose stays. In doubt a line is story.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from framing.article import Span
from framing.corpus.furniture_rules import AFTER_SENTENCE, BLOCKS, GLUED, LAST_LINES, LINES, OPENINGS

LONGEST_LINE = 500
"""A line of more characters is running text, whatever it begins with."""

_EDGE_WINDOW = 900
_MOST_WORDS_OF_A_LINK = 25
_MOST_PIECES = 30


def _any(rules: Iterable[tuple[str, str]]) -> str:
    return "(?:" + "|".join(f"(?:{pattern})" for _, pattern in rules) + ")"


_LINES = re.compile(_any(LINES), re.IGNORECASE)
_LAST_LINES = re.compile(_any(LAST_LINES), re.IGNORECASE)
# Tags within a sentence stay: to cut them out would cut the sentence.
_TAG = re.compile(r"</?(?!(?:a|abbr|b|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u)\b)[A-Za-z][^<>\n]{0,400}>")
_BLOCKS = re.compile(_any(BLOCKS) + r"[\s:.…]*", re.IGNORECASE)
_ENDS = re.compile(rf"(?:(?<=[.!?…\"”’')\]\n])\s*{_any(AFTER_SENTENCE)}|\s*{_any(GLUED)})\s*\Z")
_OPENINGS = re.compile(rf"\s*{_any(OPENINGS)}(?=\s)")
_LINE = re.compile(r"[^\n]+")
_TEASER = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])$")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$")


def furniture(text: str, *, headline_end: int = 0) -> tuple[Span, ...]:
    """Sorted, disjoint (start, end) spans of the text that are site furniture; none reaches into the headline.

    Takes time linear in the length of the text.
    """
    tags = (tag.span() for tag in _TAG.finditer(text, headline_end))
    merged = _merged(text, [*_furniture_lines(text, headline_end), *_openings(text, headline_end), *tags])
    return _merged(text, [*merged, *_ends(text, merged, headline_end)])


def without_spans(text: str, spans: Iterable[Span]) -> str:
    """The text with each span replaced by a line break, for a look at the story alone; offsets do not carry over."""
    parts, begin = [], 0
    for start, end in spans:
        parts.append(text[begin:start])
        begin = end
    return "\n".join([*parts, text[begin:]])


def _furniture_lines(text: str, begin: int) -> Iterator[Span]:
    lines = [_stripped(line) for line in _LINE.finditer(text, begin)]
    lines = [(start, end) for start, end in lines if start < end]
    if len(lines) == 1:  # a feed that lost its line breaks: the one line is the story, whatever it begins with
        return
    block_until = 0
    for index, (start, end) in enumerate(lines):
        if index < block_until or end - start > LONGEST_LINE:
            continue
        line = text[start:end]
        if _BLOCKS.fullmatch(line):
            block_until = _block_end(text, lines, index + 1)
            yield start, lines[block_until - 1][1]
        elif _LINES.fullmatch(line):
            yield start, end
    yield from _last_lines(text, lines)


def _last_lines(text: str, lines: list[Span]) -> Iterator[Span]:
    """From the end upwards, as long as the lines are furniture. The first line of all is never a note under the story."""
    for start, end in reversed(lines[1:]):
        line = text[start : min(end, start + LONGEST_LINE + 1)]
        if _LAST_LINES.fullmatch(line):
            yield start, end
        elif len(line) > LONGEST_LINE or not (_LINES.fullmatch(line) or _BLOCKS.fullmatch(line)):
            return


def _stripped(line: re.Match[str]) -> Span:
    written = line[0]
    return line.start() + len(written) - len(written.lstrip()), line.start() + len(written.rstrip())


def _block_end(text: str, lines: list[Span], first: int) -> int:
    """Index after the last line of a block. A heading that stands right before prose may be the story's and is not taken."""
    sure = first
    for index in range(first, len(lines)):
        start, end = lines[index]
        line = text[start : min(end, start + LONGEST_LINE + 1)]
        if len(line) > LONGEST_LINE:
            return sure
        if _LINES.fullmatch(line) or _BLOCKS.fullmatch(line) or _TEASER.search(line):
            sure = index + 1
        elif _SENTENCE_END.search(line) or len(line.split()) > _MOST_WORDS_OF_A_LINK:
            return sure if sure == index else max(sure, index - 1)
    return len(lines)


def _openings(text: str, headline_end: int) -> Iterator[Span]:
    position = headline_end
    while found := _OPENINGS.match(text, position, position + _EDGE_WINDOW):
        position = found.end()
        yield found.start() + len(found[0]) - len(found[0].lstrip()), position


def _ends(text: str, spans: tuple[Span, ...], headline_end: int) -> Iterator[Span]:
    """Pieces peeled off the end of the story, before any furniture lines that follow it."""
    starts = [start for start, _ in spans]
    end = len(text)
    for _ in range(_MOST_PIECES):
        end = _end_of_story(text, end, spans, starts)
        found = _ENDS.search(text, max(headline_end, end - _EDGE_WINDOW), end) if end > headline_end else None
        if not found:
            return
        yield found.start() + len(found[0]) - len(found[0].lstrip()), end
        end = found.start()


def _end_of_story(text: str, end: int, spans: tuple[Span, ...], starts: list[int]) -> int:
    """The last offset up to `end` that follows neither white space nor furniture."""
    while end:
        before = bisect_left(starts, end) - 1
        if text[end - 1].isspace():
            end -= 1
        elif before >= 0 and spans[before][1] >= end:
            end = spans[before][0]
        else:
            break
    return end


def _merged(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those with nothing but white space between them as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or text[merged[-1][1] : start].isspace()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
