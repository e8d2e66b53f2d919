"""The one form that the charts share: blocks of rows, each row a line of cells, one for each column.

Cells show figures as marks with their intervals. Where the rules on numbers forbid a figure they show its count: as a bar when no cell of
the chart has a figure, otherwise in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.charts.canvas import Area, Canvas
from framing.charts.cells import TALL, Column, draw_cell, draw_scale, draw_strokes
from framing.charts.points import Point
from framing.charts.style import LOOKS, SHADE, SOFT, Style, text_width, wrap

NARROW = 50
"""Width below which nothing stands side by side, in em."""
ROW, GAP = TALL, 1.0
_MARGIN, _NAME, _GUTTER = 1.2, 15.0, 2.0
_SMALL, _TINY = 0.86, 0.74
_HEADLINE = 1.02


@dataclass(frozen=True)
class Row:
    """A row's name, the n it stands on, the points of each column (one for each series), and values to show as light strokes.

    opens: what the strokes of each column lead to where no point is drawn over them.
    """

    name: str
    n: str
    cells: tuple[tuple[Point | None, ...], ...]
    strokes: tuple[tuple[float, ...], ...] = ()
    opens: tuple[Point | None, ...] = ()


@dataclass(frozen=True)
class Block:
    """Rows under a heading; columns of its own, or those of the grid."""

    title: str
    rows: tuple[Row, ...]
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A whole chart. n: heading of the rows' n. series: names of a cell's marks when it has several. across: blocks side by side."""

    title: str
    subtitle: str
    n: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    series: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    across: int = 1

    @property
    def points(self) -> list[Point]:
        """Every point, in the order drawn."""
        return [point for block in self.blocks for row in block.rows for cell in row.cells for point in cell if point is not None]

    @property
    def counts_only(self) -> bool:
        """Whether the rules allow no figure at all, so that counts are drawn."""
        strokes = any(row.strokes for block in self.blocks for row in block.rows)
        return not strokes and all(point.value is None for point in self.points)


@dataclass(frozen=True)
class Widths:
    """Widths of a block, of its names, their n and a column, in em."""

    block: float
    name: float
    n: float
    cell: float


def draw(grid: Grid, style: Style) -> tuple[bytes, bytes, list[Area]]:
    """(PNG, SVG) of a grid, and where its points are."""
    width = style.ems - 2 * _MARGIN
    title = wrap(grid.title, width / 1.3, bold=True)
    subtitle = wrap(grid.subtitle, width)
    notes = [line for note in _notes(grid) for line in wrap(note, width, size=_SMALL)]
    lanes = [grid.blocks[first : first + grid.across] for first in range(0, len(grid.blocks), grid.across)]
    heights = [max(_height(grid, block, style) for block in lane) for lane in lanes]
    top = 1.2 + 1.7 * len(title) + 1.35 * len(subtitle) + (1.7 if grid.series else 0.2) + 0.4
    canvas = Canvas(style, top + sum(heights) + GAP * len(lanes) + 1.25 * len(notes) + 0.6)
    for number, line in enumerate(title):
        canvas.text(_MARGIN, 1.6 + 1.7 * number, line, size=1.3, bold=True)
    for number, line in enumerate(subtitle):
        canvas.text(_MARGIN, 1.5 + 1.7 * len(title) + 1.35 * number, line, colour=SOFT)
    _legend(canvas, grid, top - 1.35)
    y = top
    for lane, tall in zip(lanes, heights):
        for place, block in enumerate(lane):
            _block(canvas, grid, block, _MARGIN + place * (width + _GUTTER) / grid.across, y)
        y += tall + GAP
    for number, line in enumerate(notes):
        canvas.text(_MARGIN, y + 1.25 * number, line, size=_SMALL, colour=SOFT)
    return *canvas.render(), canvas.areas


def _notes(grid: Grid) -> Iterator[str]:
    points = grid.points
    if grid.counts_only:
        yield "Bars are counts: too few articles or observations for shares, rates, means or intervals."
    elif any(point.value is None for point in points):
        yield "Numbers in place of a mark are counts: too few articles or observations for a figure."
    if any(point.low is not None for point in points):
        yield "Lines through the marks are 95% intervals (bootstrap over articles)."
    yield from grid.notes


def widths(grid: Grid, style: Style) -> Widths:
    """Names and n are as wide in every block, so that columns line up."""
    rows = [row for each in grid.blocks for row in each.rows]
    width = (style.ems - 2 * _MARGIN + _GUTTER) / grid.across - _GUTTER
    most = min(_NAME, 0.34 * width) if grid.across == 1 else width * (0.5 if grid.across == 3 else 0.4)
    name = min(max(text_width(row.name) for row in rows) + 0.8, most)
    n = max([text_width(row.n, size=_SMALL) for row in rows] + [text_width(line, size=_TINY) for line in _n(grid, style)]) + 1.5
    columns = max(len(each.columns or grid.columns) for each in grid.blocks)
    return Widths(width, name, n, (width - name - n) / columns)


def _n(grid: Grid, style: Style) -> list[str]:
    """The heading of n, on a narrow chart in two lines."""
    first, between, second = grid.n.partition(" · ")
    return [f"{first} ·", second] if between and style.ems < NARROW else [grid.n]


def name_of(column: Column, room: float) -> tuple[list[str], float]:
    """Lines of a column's name, and their size: smaller where a word would be cut."""
    for size in (_SMALL, _TINY, 0.64):
        lines = wrap(column.name, room, size=size, bold=True, lines=3)
        if not any(line.endswith("…") for line in lines):
            break
    return lines, size


def head_room(cell: float) -> float:
    """Room for a column's name, in em."""
    return cell - (0.5 if cell < 9 else 2.0)


def _heading(grid: Grid, block: Block, widths: Widths, style: Style) -> tuple[list[str], list[tuple[list[str], float]], float]:
    """Lines of the block's title and of each column's name, and the height of it all."""
    room = head_room(widths.cell)
    names = [name_of(column, room) for column in block.columns or grid.columns]
    deep = max(len(lines) for lines, _ in names)
    n = _n(grid, style)
    beside = widths.name + widths.n - 0.5 if deep > 1 else widths.block
    title = wrap(block.title, beside, bold=True, lines=4) if block.title else []
    # The title stands above the heading of n, and of the columns; beside n when all are short and the columns have no names.
    room = widths.name + widths.n - max(text_width(line, size=_TINY) for line in n) - 1.6
    over_n = any(text_width(each.title, bold=True) > room for each in grid.blocks)
    above = any(any(lines) for lines, _ in names) or over_n
    return title, names, _HEADLINE * max(deep, len(n), 1.15 * len(title) + (0.9 * len(n) if above else 0)) + 0.45


def _height(grid: Grid, block: Block, style: Style) -> float:
    _, _, heading = _heading(grid, block, widths(grid, style), style)
    return heading + ROW * len(block.rows) + (1.2 if _scaled(block) else 0.5)


def _scaled(block: Block, place: int | None = None) -> bool:
    """Whether a block, or one of its columns, has a figure to read off a scale; counts in words need none."""
    cells = [cell for row in block.rows for cell in (row.cells if place is None else row.cells[place : place + 1])]
    return any(row.strokes for row in block.rows) or any(point is not None and point.value is not None for cell in cells for point in cell)


def _block(canvas: Canvas, grid: Grid, block: Block, x: float, y: float) -> None:
    wide = widths(grid, canvas.style)
    title, names, heading = _heading(grid, block, wide, canvas.style)
    for number, line in enumerate(title):
        canvas.text(x, y + 0.35 + 1.15 * number, line, bold=True)
    y += heading
    left, bottom = x + wide.name + wide.n, y + ROW * len(block.rows)
    for number, line in enumerate(reversed(_n(grid, canvas.style))):
        canvas.text(left - 1.1, y - 0.55 - 0.9 * number, line, size=_TINY, colour=SOFT, align="right")
    for number, row in enumerate(block.rows):
        middle = y + ROW * (number + 0.5)
        if number % 2 == 0:
            canvas.bar(x - 0.3, middle - ROW / 2, wide.block + 0.6, ROW, colour=SHADE, layer=0)
        _name(canvas, row.name, x, middle, wide.name - 0.6)
        canvas.text(left - 1.1, middle, row.n, size=_SMALL, colour=SOFT, align="right")
    most = max((point.count or 0 for point in grid.points), default=0) if grid.counts_only else None
    for place, column in enumerate(block.columns or grid.columns):
        ends = left + place * wide.cell, left + (place + 1) * wide.cell - 1.7
        lines, size = names[place]
        for number, line in enumerate(reversed(lines)):
            canvas.text(ends[0], y - 0.55 - _HEADLINE * number, line, size=size, bold=True)
        if grid.counts_only or _scaled(block, place):
            draw_scale(canvas, column, ends, y, bottom, counts=grid.counts_only)
        for number, row in enumerate(block.rows):
            middle = y + ROW * (number + 0.5)
            if row.strokes:
                draw_strokes(canvas, column, row.strokes[place], ends, middle)
            if row.opens and not any(row.cells[place]) and (opened := row.opens[place]):
                canvas.area(ends[0], middle - ROW / 2, ends[1] - ends[0], ROW, opened)
            draw_cell(canvas, column, row.cells[place], ends, middle, most)


def _name(canvas: Canvas, name: str, x: float, y: float, width: float) -> None:
    """A row's name on one line, or smaller on two."""
    if text_width(name) <= width:
        canvas.text(x, y, name)
        return
    lines = wrap(name, width, size=0.78, lines=2)
    for number, line in enumerate(lines):
        canvas.text(x, y + 0.76 * (number - (len(lines) - 1) / 2), line, size=0.78)


def _legend(canvas: Canvas, grid: Grid, y: float) -> None:
    x = _MARGIN
    for look, name in zip(LOOKS, grid.series):
        if grid.counts_only:
            canvas.bar(x, y - 0.4, 1.4, 0.8, colour=look.colour, hatch=look.hatch, layer=2)
        else:
            canvas.lines([(x, y, x + 1.4, y)], colour=look.colour, width=1.5, layer=3)
            canvas.mark(x + 0.7, y, look)
        canvas.text(x + 1.9, y, name)
        x += 4.1 + text_width(name)
