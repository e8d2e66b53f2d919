"""A finished chart: pictures, numbers and words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from framing.charts import grid, points
from framing.charts.canvas import Area
from framing.charts.cells import written
from framing.charts.fold import folded
from framing.charts.grid import Block, Grid, Row
from framing.charts.points import Point
from framing.charts.style import Style

_MOST_SENTENCES = 6


@dataclass(frozen=True)
class Chart:
    """name: file name without ending. title: what is counted. alt: what it shows, in words. csv: exactly what is drawn. areas: where."""

    name: str
    title: str
    alt: str
    csv: bytes
    png: bytes
    svg: bytes
    areas: Sequence[Area] = ()


def chart(name: str, drawn: Grid, style: Style, *, more: Sequence[Point] = ()) -> Chart:
    """A grid as a chart; more: points that it draws as light strokes."""
    png, svg, areas = grid.draw(folded(drawn, style), style)
    return Chart(name, drawn.title, _alt(drawn), points.table([*drawn.points, *more]), png, svg, areas)


def not_drawn(names: Sequence[str], what: str, *, share: float | None = None) -> Iterator[str]:
    """A note on what a chart leaves out for room."""
    if names:
        part = "" if share is None else f" ({100 * share:.0f}% of the total)"
        listed = ", ".join(names[:8]) + (", …" if len(names) > 8 else ".")
        yield f"Not drawn: {len(names)} more of the {what}{part}: {listed}"


def outlets_not_drawn(number: int) -> Iterator[str]:
    """A note on outlets left out for room."""
    if number:
        yield f"Not drawn: {number} more of the outlets, with fewer articles; the estimates table has all."


def _alt(drawn: Grid) -> str:
    rows = max(len(block.rows) for block in drawn.blocks)
    form = "Bar chart of counts" if drawn.counts_only else "Dot plot"
    size = f"{form}, {len(drawn.blocks)} {'panels' if len(drawn.blocks) > 1 else 'panel'} of up to {rows} rows"
    found = [sentence for block in drawn.blocks for sentence in _highest(drawn, block)]
    more = f" And {len(found) - _MOST_SENTENCES} further comparisons in the CSV." if len(found) > _MOST_SENTENCES else ""
    return f"{drawn.title}. {size}. {' '.join(found[:_MOST_SENTENCES])}{more}".strip()


def _highest(drawn: Grid, block: Block) -> Iterator[str]:
    """For each column, or for the block when its rows are what is compared, where the figure is highest and lowest."""
    for place, column in enumerate(block.columns or drawn.columns):
        found = [(row, cell[0]) for row in block.rows for cell in [row.cells[place]] if cell and cell[0] is not None]
        head = ", ".join(filter(None, [block.title, column.name]))
        if drawn.counts_only:
            counted = [(row, point) for row, point in found if point.count]
            if counted:
                yield f"{head}: most in {_counts(counted)}."
            continue
        valued = sorted(((row, point) for row, point in found if point.value is not None), key=lambda pair: -pair[1].value)
        if len(valued) > 1:
            yield f"{head}: highest {_value(valued[0], column.kind)}, lowest {_value(valued[-1], column.kind)}."
        elif valued:
            yield f"{head}: {_value(valued[0], column.kind)}."


def _value(pair: tuple[Row, Point], kind: str) -> str:
    row, point = pair
    interval = "" if point.low is None else f" ({written(point.low, kind)} to {written(point.high, kind)})"
    return f"{row.name} {written(point.value, kind)}{interval}"


def _counts(counted: Iterable[tuple[Row, Point]]) -> str:
    row, point = max(counted, key=lambda pair: pair[1].count)
    return f"{row.name}, {point.count:,}"
