"""How often a passive leaves out who acted, of all verbs and of each kind of verb."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import counted, fitted, said
from framing.charts.cells import Column
from framing.charts.chart import Chart, chart, not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid, Row
from framing.charts.style import Style

NAME = "passives"
_MOST = 5


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A row an outlet, a column a kind of verb, all verbs first. None without passives."""
    found = of.points(estimates, "agentless_passives", ["outlet"])
    given = any(point.value is not None for point in found.values())
    told = (key for key, point in found.items() if point.value is not None or not given)
    kinds = of.ranked((key[1], found[key].observations or 0) for key in told)
    outlets, _, further = of.outlets(tables)
    rows = []
    for outlet in outlets:
        base = found.get((None, None, outlet, "outlet"))
        if base is not None:
            cells = tuple((found.get((None, kind, outlet, "outlet")),) for kind in (None, *kinds[:_MOST]))
            rows.append(Row(outlet, f"{base.observations:,} · {base.articles:,}", cells))
    if not rows:
        return None
    others = sorted({key[1] for key in found if key[1]} - set(kinds[:_MOST]))
    columns = tuple(Column("all verbs" if kind is None else said(kind)) for kind in (None, *kinds[:_MOST]))
    drawn = Grid(
        title="Passives that name no agent",
        subtitle="Share of passives (“was shelled”) without an agent (“by the army”), in the outlet's own voice. n: of all verbs.",
        n="passives · articles",
        columns=columns,
        blocks=(Block("", tuple(rows), columns),),
        notes=(*not_drawn([said(kind) for kind in others], "kinds of verbs"), *outlets_not_drawn(further)),
    )
    return chart(NAME, counted(fitted(drawn, "share")), style)
