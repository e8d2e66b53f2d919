"""Which facets (political, religious, criminal, ...) the labels of each actor have, outlet by outlet."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.by_outlet import Shares, shares
from framing.charts.chart import Chart, chart
from framing.charts.style import Style

NAME = "label_facets"
_SHARES = Shares(
    measure="label_facets",
    title="Labels by facet: the kind of word each outlet calls the actors",
    subtitle="Share of labels of the actor that have the facet, in the outlet's own voice. Several facets, or none, can go with one label.",
    unit="labels",
    what="facets",
    last=("none",),
    own_columns=True,
)


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block an actor, a row an outlet, a column a facet. None without labels."""
    drawn = shares(estimates, tables, names, _SHARES)
    return chart(NAME, drawn, style) if drawn else None
