"""Which nouns ("rebel", "terrorist", ...) the labels of each actor use, outlet by outlet."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.by_outlet import Shares, shares
from framing.charts.chart import Chart, chart
from framing.charts.style import Style

NAME = "label_words"
_SHARES = Shares(
    measure="label_heads",
    title="Labels by noun: the word each outlet calls the actors",
    subtitle="Share of labels of the actor with the head noun, in the outlet's own voice. Columns and scale are those of the actor.",
    unit="labels",
    what="nouns",
    own_columns=True,
)


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block an actor, a row an outlet, a column a noun. None without labels."""
    drawn = shares(estimates, tables, names, _SHARES)
    return chart(NAME, drawn, style) if drawn else None
