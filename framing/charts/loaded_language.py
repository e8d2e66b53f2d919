"""Loaded words, hedges and boosters per 1,000 words, the outlet's own voice beside quoted voice."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import counted, fitted, outlet_rows, said
from framing.charts.cells import Column
from framing.charts.chart import Chart, chart, not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid
from framing.charts.style import Style

NAME = "loaded_language"
_VOICES = ("outlet", "quoted")
_FIRST = ("loaded", "hedge", "booster")
_MOST = 6


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A row an outlet, a column a category. None without language observations."""
    found = of.points(estimates, "language", _VOICES)
    ordered = of.categories(found, None)
    categories = [*(name for name in _FIRST if name in ordered), *(name for name in ordered if name not in _FIRST)]
    outlets, _, further = of.outlets(tables)
    rows = outlet_rows(found, outlets, None, categories[:_MOST], _VOICES)
    if not rows:
        return None
    columns = tuple(Column(said(category), kind="rate") for category in categories[:_MOST])
    drawn = Grid(
        title="Loaded words, hedges and boosters",
        subtitle="Rate of words and phrases of each category per 1,000 words in the same voice. n: words in the outlet's own voice.",
        n="words · articles",
        columns=columns,
        blocks=(Block("", rows, columns),),
        series=("outlet's own voice", "quoted voice"),
        notes=(*not_drawn([said(category) for category in categories[_MOST:]], "categories"), *outlets_not_drawn(further)),
    )
    drawn = fitted(drawn, "rate")
    return chart(NAME, _of_counts(drawn), style)


def _of_counts(drawn: Grid) -> Grid:
    """Bars of counts are occurrences, with no base to divide by."""
    return counted(drawn) if not drawn.counts_only else _renamed(drawn)


def _renamed(drawn: Grid) -> Grid:
    subtitle = "Number of words and phrases of each category. n: words in the outlet's own voice."
    return Grid(drawn.title, subtitle, drawn.n, drawn.columns, drawn.blocks, drawn.series, drawn.notes)
