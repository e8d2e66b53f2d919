"""Loaded words, emphasis and hedges per 1,000 words, the outlet's own voice beside quoted voice."""

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
_PANELS = (
    ("Words that take a side", ("loaded", "dysphemism", "euphemism", "sensational", "scare_quotes", "speculation")),
    ("How strongly things are put", ("hedge", "approximator", "booster", "intensifier", "absolute", "factive")),
)
"""Other categories are in the tables."""


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A panel for each kind of wording: a row an outlet, a column a category. None without language observations."""
    found = of.points(estimates, "language", _VOICES)
    ordered = of.categories(found, None)
    outlets, _, further = of.outlets(tables)
    blocks = []
    for title, wanted in _PANELS:
        categories = [category for category in wanted if category in ordered]
        if categories and (rows := outlet_rows(found, outlets, None, categories, _VOICES)):
            blocks.append(Block(title, rows, tuple(Column(said(category), kind="rate") for category in categories)))
    if not blocks:
        return None
    drawn_too = {category for _, wanted in _PANELS for category in wanted}
    drawn = Grid(
        title="Loaded words, emphasis and hedges",
        subtitle="Rate of words and phrases of each category per 1,000 words in the same voice. n: words in the outlet's own voice. Each "
        "category has a scale of its own. People agree little on what is loaded (alpha .40 among experts; Spinde et al. 2021).",
        n="words · articles",
        columns=blocks[0].columns,
        blocks=tuple(blocks),
        series=("outlet's own voice", "quoted voice"),
        notes=(
            *not_drawn([said(category) for category in ordered if category not in drawn_too], "categories"), *outlets_not_drawn(further),
        ),
    )  # fmt: skip
    drawn = fitted(drawn, "rate", by_column=True)
    return chart(NAME, _of_counts(drawn), style)


def _of_counts(drawn: Grid) -> Grid:
    """Bars of counts are occurrences, with no base to divide by."""
    return counted(drawn) if not drawn.counts_only else _renamed(drawn)


def _renamed(drawn: Grid) -> Grid:
    subtitle = (
        "Number of words and phrases of each category. n: words in the outlet's own voice. People agree little on what is loaded "
        "(alpha .40 among experts; Spinde et al. 2021)."
    )
    return Grid(drawn.title, subtitle, drawn.n, drawn.columns, drawn.blocks, drawn.series, drawn.notes)
