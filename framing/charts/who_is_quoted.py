"""Whom each outlet lets speak: attributed words by actor and by kind of source."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import counted, fitted, outlet_rows, said
from framing.charts.cells import Column
from framing.charts.chart import Chart, chart, not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid
from framing.charts.style import Style

NAME = "who_is_quoted"
_MOST = 7
_UNNAMED = {"other": "no actor of the topic", "unresolved": "not resolved", "none": "no source given"}
_UNTYPED = {"other": "other", "none": "no source given"}


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block for actors and one for kinds of source, a row an outlet. None without attributions."""
    outlets, _, further = of.outlets(tables)
    blocks, notes = [], []
    for measure, title, last, what in (
        ("sources_by_actor", "By actor", _UNNAMED, "actors"),
        ("sources_by_type", "By kind of source", _UNTYPED, "kinds"),
    ):
        found = of.points(estimates, measure, ["quoted"])
        categories = of.categories(found, None, tuple(last))
        room = _MOST - sum(name in categories for name in last)
        ordinary = [category for category in categories if category not in last]
        shown = [*ordinary[:room], *(category for category in categories if category in last)]
        said_of = {category: last.get(category) or names.get(category, said(category)) for category in categories}
        if rows := outlet_rows(found, outlets, None, shown, ["quoted"]):
            blocks.append(Block(title, rows, tuple(Column(said_of[category]) for category in shown)))
            notes += not_drawn([said_of[category] for category in ordinary[room:]], what)
    if not blocks:
        return None
    drawn = Grid(
        title="Who is quoted: attributed words by source",
        subtitle="Share of attributed words that are the source's, direct and indirect speech together. Counts are attributions.",
        n="attributions · articles",
        columns=blocks[0].columns,
        blocks=tuple(blocks),
        notes=(*notes, *outlets_not_drawn(further)),
    )
    drawn = counted(fitted(drawn, "share"))
    return chart(NAME, _of_attributions(drawn), style)


def _of_attributions(drawn: Grid) -> Grid:
    """Bars of counts are attributions, not words."""
    if not drawn.counts_only:
        return drawn
    return Grid(
        "Who is quoted: attributions by source",
        "Number of attributions to the source, direct and indirect speech together.",
        drawn.n,
        drawn.columns,
        drawn.blocks,
        notes=drawn.notes,
    )
