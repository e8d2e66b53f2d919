"""In whose voice a stretch of text stands: the outlet's own, or a source's, inside or outside quotation marks.

A position belongs to the innermost attribution whose spoken content covers it; its voice is `direct` inside that content's quotation
marks and `indirect` outside them. What an editor puts in brackets inside a quotation is the outlet's voice again.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from framing.article import Span


@dataclass(frozen=True)
class Voices:
    """The voices of an article as stretches: sorted starts, and for each its voice and the attribution that gives it (or None)."""

    starts: Sequence[int]
    voices: Sequence[tuple[str, int | None]]

    def at(self, offset: int) -> tuple[str, int | None]:
        """(voice, index of the attribution) at a character offset; ("outlet", None) outside every content."""
        index = bisect.bisect_right(self.starts, offset) - 1
        return self.voices[index] if index >= 0 else ("outlet", None)

    def of(self, start: int, end: int) -> tuple[str, int | None]:
        """The voice of a span: that of its last character, where a phrase has its head."""
        return self.at(max(start, end - 1))


def voices(spoken: Sequence[Sequence[Span]], quotations: Sequence[Span], brackets: Sequence[Span] = ()) -> Voices:
    """The voices of an article.

    spoken: what the source of each attribution says. quotations, brackets: the spans between marks, marks included.
    """
    # Narrower contents are painted over wider ones: the innermost speaker stays on top.
    layers: list[tuple[int, Span, int]] = []
    for index, parts in enumerate(spoken):
        width = sum(end - start for start, end in parts)
        layers.extend((width, span, index) for span in parts)
    layers.sort(key=lambda layer: (-layer[0], layer[2]))
    edges = {0}
    for _, span, _ in layers:
        edges.update(span)
    cuts = sorted(edges)
    owner: list[int | None] = [None] * len(cuts)
    for _, (start, end), index in layers:
        for cut in range(bisect.bisect_left(cuts, start), bisect.bisect_left(cuts, end)):
            owner[cut] = index
    return _with_marks(cuts, owner, quotations, brackets)


def _with_marks(cuts: Sequence[int], owner: Sequence[int | None], quotations: Sequence[Span], brackets: Sequence[Span]) -> Voices:
    quoted, edited = _Inside(quotations), _Inside(brackets)
    every = sorted({*cuts, *quoted.edges, *edited.edges})
    voices: list[tuple[str, int | None]] = []
    for cut in every:
        index = owner[bisect.bisect_right(cuts, cut) - 1] if cuts and cut >= cuts[0] else None
        if index is None or (quoted.at(cut) and edited.at(cut)):
            voices.append(("outlet", None))
        else:
            voices.append(("direct" if quoted.at(cut) else "indirect", index))
    return Voices(every, voices)


class _Inside:
    """Whether an offset lies inside any of some disjoint spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self.edges = [edge for span in self._spans for edge in span]

    def at(self, offset: int) -> bool:
        index = bisect.bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._spans[index][1]
