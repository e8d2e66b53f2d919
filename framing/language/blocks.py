"""An article's text as the blocks that are parsed one by one: paragraphs of the story, without furniture.

A sentence never runs over the end of a paragraph, so the parser sees one block at a time. Blocks of headlines set in Title Case
or CAPITALS are shown to the parser in sentence case (same length, so the offsets hold): in title case it takes every word for a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from framing.article import Span

LONGEST = 4_000
"""Characters of a block; longer ones are cut at sentence ends, because the parser's memory grows with the block."""

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[^\W\d_A-Z]{4}[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")
"""Certain ones: no abbreviation such as "Gen." before the stop, a capital behind it."""
_SMALL = frozenset(
    (
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off", "on", "onto", "or", "over", "per",
        "than", "the", "to", "up", "upon", "v", "via", "vs", "with",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Block:
    """A stretch of text to parse: offset of its first character, the characters as the parser sees them, and its paragraph."""

    start: int
    shown: str
    paragraph: int


def blocks(text: str, *, furniture: Sequence[Span] = (), headline_end: int = 0) -> list[Block]:
    """The story's blocks in text order. Paragraph 0 is the headline when headline_end > 0."""
    body = _Names(text[headline_end:])
    found: list[Block] = []
    paragraph = -1
    for start, end in _paragraphs(text, furniture, headline_end):
        paragraph += 1
        shown = text[start:end]
        if _is_heading(shown, headline=end <= headline_end):
            shown = body.sentence_case(shown)
        found.extend(Block(start + a, shown[a:b], paragraph) for a, b in _pieces(shown))
    return found


def _paragraphs(text: str, furniture: Sequence[Span], headline_end: int) -> list[Span]:
    wrapped = _is_hard_wrapped(text)
    spans: list[Span] = []
    for start, end in _kept(text, furniture, headline_end):
        for line in _LINE.finditer(text, start, end):
            a, b = _strip(text, *line.span())
            if a >= b:
                continue
            joins = wrapped and spans and spans[-1][0] >= headline_end and text.count("\n", spans[-1][1], a) == 1
            if joins and not text[spans[-1][1] : a].strip():
                spans[-1] = spans[-1][0], b
            else:
                spans.append((a, b))
    return spans


def _kept(text: str, furniture: Sequence[Span], headline_end: int) -> list[Span]:
    """The stretches between furniture, cut where the headline ends: a body may run on behind it on the same line."""
    spans, at = [], 0
    for start, end in (*furniture, (len(text), len(text))):
        for edge in (headline_end, start):
            if at < edge <= start:
                spans.append((at, edge))
                at = edge
        at = max(at, end)
    return spans


def _strip(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks fall inside sentences, as in text wrapped at a column: blank lines part the paragraphs then."""
    lines = [line for line in text.split("\n") if line.strip()]
    if "\n\n" not in text or len(lines) < 8:
        return False
    inner = [line for line, after in zip(text.split("\n"), text.split("\n")[1:]) if line.strip() and after.strip()]
    cut = sum(45 <= len(line) <= 100 and line.rstrip()[-1] not in ".!?:”\"'’" for line in inner)
    return len(inner) >= len(lines) / 2 and cut >= 0.6 * len(inner)


def _pieces(shown: str) -> list[Span]:
    spans, start = [], 0
    while len(shown) - start > LONGEST:
        window = shown[start : start + LONGEST]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        cut = ends[-1] if ends else window.rfind(" ") + 1 or LONGEST
        spans.append((start, start + cut))
        start += cut
    spans.append((start, len(shown)))
    return spans


def _is_heading(shown: str, *, headline: bool) -> bool:
    """Whether a block is set in title case or capitals and short enough to be a headline or subheading."""
    words = _WORD.findall(shown) if len(shown) <= 200 else []
    if not words or (not headline and (shown.rstrip()[-1:] in ".!?…,;" or len(words) > 14)):
        return False
    content = [word for word in words if word.lower() not in _SMALL]
    capital = sum(word[0].isupper() for word in content)
    return len(content) >= 3 and capital >= 0.8 * len(content)


class _Names:
    """What the body shows of each word's case, to tell names from words that only the headline's style capitalises."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._seen: tuple[set[str], dict[str, str]] | None = None

    def _forms(self) -> tuple[set[str], dict[str, str]]:
        if self._seen is None:
            lower: set[str] = set()
            capital: dict[str, str] = {}
            for match in _WORD.finditer(self._body):
                word = match.group()
                before = self._body[max(0, match.start() - 2) : match.start()]
                if word[0].islower():
                    lower.add(word)
                elif (before.strip() and before[-1:] == " " and before[0] not in '.!?:”"') or before[-1:] in "-–—(":
                    capital.setdefault(word.lower(), word)
            self._seen = lower, capital
        return self._seen

    def sentence_case(self, shown: str) -> str:
        lower, capital = self._forms()
        first = _WORD.search(shown)

        def recase(match: re.Match[str]) -> str:
            word, small = match.group(), match.group().lower()
            if len(small) != len(word) or (word.isupper() and len(word) <= 5 and not shown.isupper()):
                return word
            if small in capital and small not in lower:
                return capital[small] if len(capital[small]) == len(word) else word
            if first is not None and match.start() == first.start():
                return word[0] + small[1:]
            return small if small in lower or small in _SMALL or self._inflected(small, lower) or small not in capital else word

        return _WORD.sub(recase, shown)

    @staticmethod
    def _inflected(small: str, lower: set[str]) -> bool:
        return any(small + ending in lower for ending in ("s", "d", "ed", "es", "ing")) or any(
            small.endswith(ending) and small[: -len(ending)] in lower for ending in ("s", "d", "ed", "es", "ing")
        )
