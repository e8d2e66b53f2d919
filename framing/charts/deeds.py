"""What each actor is shown to do, and what is done to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import counted, fitted, outlet_rows, said
from framing.charts.cells import Column
from framing.charts.chart import Chart, chart, not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid
from framing.charts.style import Style

NAME = "deeds"
_ACTORS, _KINDS, _LEAST, _ROWS = 5, 6, 5, 50
_ROLES = ("does", "undergoes")


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block an actor, a row an outlet, a column a kind of action with two marks: done by the actor, and to it. None without actions."""
    found = of.points(estimates, "deeds", ["outlet"])
    outlets, _, further = of.outlets(tables)
    of_actor: Counter[str | None] = Counter()
    of_kind: Counter[str | None] = Counter()
    for (actor, category, _, _), point in found.items():
        of_actor[actor] += point.count or 0
        of_kind[(category or "").partition(" ")[2]] += point.count or 0
    ranked = [actor for actor in of.ranked(of_actor.items()) if of_actor[actor] >= _LEAST]
    room = max(2, min(_ACTORS, _ROWS // max(1, len(outlets))))
    kinds = of.ranked(of_kind.items())
    wanted = [f"{role} {kind}" for role in _ROLES for kind in kinds[:_KINDS]]
    blocks = []
    for actor in ranked[:room]:
        rows = outlet_rows(found, outlets, actor, wanted, ["outlet"])
        half = len(wanted) // 2
        paired = (replace(row, cells=tuple((*does, *under) for does, under in zip(row.cells[:half], row.cells[half:]))) for row in rows)
        blocks.append(Block(names.get(actor, actor), tuple(paired)))
    if not blocks:
        return None
    drawn = Grid(
        title="Actions by and on each actor",
        subtitle="Share of an actor's actions, done by it and done to it, that are of a kind; outlet's own voice.",
        n="actions · articles",
        columns=tuple(Column(said(kind)) for kind in kinds[:_KINDS]),
        blocks=tuple(blocks),
        series=("done by the actor", "done to the actor"),
        notes=(
            *not_drawn([names.get(actor, actor) for actor in ranked[room:]], "actors"),
            *not_drawn([said(kind) for kind in kinds[_KINDS:]], "kinds"),
            *outlets_not_drawn(further),
        ),
    )
    return chart(NAME, counted(fitted(drawn, "share")), style)
