"""Grids that are too wide for their style, folded: blocks below one another, columns that do not fit in further blocks of the same rows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from framing.charts.grid import NARROW, Block, Grid, Row, widths
from framing.charts.style import Style

LEAST = 5.2
"""Width that a column needs, in em."""


def folded(grid: Grid, style: Style) -> Grid:
    """The grid as it fits the style; for a wide one it is not changed."""
    if style.ems >= NARROW:
        return grid
    alone = replace(grid, across=1)
    wide = widths(alone, style)
    fits = max(1, int((wide.block - wide.name - wide.n) // LEAST))
    blocks = tuple(part for block in grid.blocks for part in _parts(replace(block, columns=block.columns or grid.columns), fits))
    return replace(grid, blocks=blocks, across=1)


def _parts(block: Block, fits: int) -> Iterator[Block]:
    parts = math.ceil(len(block.columns) / fits)
    each = math.ceil(len(block.columns) / max(parts, 1))  # four and two are better read as three and three
    for first in range(0, len(block.columns), max(each, 1)):
        place = slice(first, first + each)
        yield Block(block.title if not first else "", tuple(_part(row, place) for row in block.rows), block.columns[place])


def _part(row: Row, place: slice) -> Row:
    return replace(row, cells=row.cells[place], strokes=row.strokes[place], opens=row.opens[place])
