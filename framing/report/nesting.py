"""Spans that overlap in any way, as elements that nest: what HTML needs to show them in the running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Mark:
    """A span to show.

    kinds: CSS classes, the first says what it is (content, source, cue, mention, furniture). says: what a reader sees on pointing at it.
    link: what joins the parts of one attribution, None for none. stop: whether the keyboard stops at its first part. anchor: its id.
    """

    start: int
    end: int
    kinds: tuple[str, ...]
    says: str
    link: int | None = None
    stop: bool = False
    anchor: str | None = None

    @property
    def order(self) -> tuple[int, int, int]:
        """Outer marks before those inside them; of equal spans the content is outermost."""
        return self.start, -self.end, _DEPTH.index(self.kinds[0])


_DEPTH = ("furniture", "content", "source", "mention", "cue")


@dataclass(frozen=True)
class Piece:
    """A step through a stretch of text: an element opens (mark), text follows, or, with neither, an element closes.

    first: whether the element is its mark's first part.
    """

    text: str = ""
    mark: Mark | None = None
    first: bool = False


CLOSE = Piece()


def pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text from start to end as pieces. A mark that crosses another one's edge is closed there and opened again."""
    marks = sorted((mark for mark in marks if mark.start < end and mark.end > start), key=lambda mark: mark.order)
    cuts = sorted({start, end, *(cut for mark in marks for cut in (mark.start, mark.end) if start < cut < end)})
    opened: list[Mark] = []
    waiting = iter(marks)
    following = next(waiting, None)
    for cut, until in pairwise(cuts):
        wanted = [mark for mark in opened if mark.end > cut]
        while following is not None and following.start <= cut:
            wanted.append(following)
            following = next(waiting, None)
        shared = next((i for i, (a, b) in enumerate(zip(opened, wanted)) if a is not b), min(len(opened), len(wanted)))
        yield from [CLOSE] * (len(opened) - shared)
        for mark in wanted[shared:]:
            yield Piece(mark=mark, first=max(mark.start, start) == cut and mark.start >= start)
        yield Piece(text=text[cut:until])
        opened = wanted
    yield from [CLOSE] * len(opened)
