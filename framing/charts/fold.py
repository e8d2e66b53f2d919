"""Grids that are too wide for their style, folded: blocks below one another, columns that do not fit in further blocks of the same rows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from framing.charts.cells import Column
from framing.charts.grid import NARROW, Block, Grid, Row, head_room, name_of, widths
from framing.charts.style import Style

LEAST = 5.2
"""Width that a column needs, in em."""


def folded(grid: Grid, style: Style) -> Grid:
    """The grid as it fits the style; for a wide one it is not changed."""
    if style.ems >= NARROW:
        return grid
    alone = replace(grid, across=1)
    wide = widths(alone, style)
    room = wide.block - wide.name - wide.n
    fits = max(1, int(room // LEAST))
    columns = [column for block in grid.blocks for column in block.columns or grid.columns]
    # A name that would be cut gets more room; one that fits nowhere is cut.
    most = max(len(block.columns or grid.columns) for block in grid.blocks)
    fits, least = min(fits, most), _cut(columns, room)
    while fits > 1 and _cut(columns, room / fits) > least:
        fits -= 1
    blocks = tuple(part for block in grid.blocks for part in _parts(replace(block, columns=block.columns or grid.columns), fits))
    return replace(grid, blocks=blocks, across=1)


def _cut(columns: Sequence[Column], cell: float) -> int:
    """How many of the columns' names are cut in cells of a width."""
    return sum(any(line.endswith("…") for line in name_of(column, head_room(cell))[0]) for column in columns)


def _parts(block: Block, fits: int) -> Iterator[Block]:
    parts = math.ceil(len(block.columns) / fits)
    each = math.ceil(len(block.columns) / max(parts, 1))  # four and two are better read as three and three
    for first in range(0, len(block.columns), max(each, 1)):
        place = slice(first, first + each)
        yield Block(block.title if not first else "", tuple(_part(row, place) for row in block.rows), block.columns[place])


def _part(row: Row, place: slice) -> Row:
    return replace(row, cells=row.cells[place], strokes=row.strokes[place], opens=row.opens[place])
