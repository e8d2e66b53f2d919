"""By name or by a label: how large a part of each actor's mentions are its name."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import counted, fitted
from framing.charts.cells import Column
from framing.charts.chart import Chart, chart, not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid, Row
from framing.charts.points import Key, Point
from framing.charts.style import Style

NAME = "naming"
_MOST = 7


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A row an outlet, a column an actor: the share of mentions that are names. None without mentions of actors."""
    found = of.points(estimates, "naming", ["outlet"])
    # Actors that are only ever named, or only ever labelled, compare nothing.
    mixed = {actor for actor in {key[0] for key in found} if len(_kinds(found, actor)) > 1}
    actors = of.ranked((key[0], point.count or 0) for key, point in found.items() if key[0] in mixed)
    outlets, _, further = of.outlets(tables)
    rows = tuple(row for outlet in outlets if any((row := _row(found, outlet, actors[:_MOST])).cells))
    if not actors or not rows:
        return None
    columns = tuple(Column(names.get(actor, actor)) for actor in actors[:_MOST])
    drawn = Grid(
        title="By name or by a label",
        subtitle="Share of mentions of the actor that are its name rather than a label, in the outlet's own voice. n: of all actors.",
        n="mentions · articles",
        columns=columns,
        blocks=(Block("", rows, columns),),
        notes=(*not_drawn([names.get(actor, actor) for actor in actors[_MOST:]], "actors"), *outlets_not_drawn(further)),
    )
    return chart(NAME, counted(fitted(drawn, "share")), style)


def _kinds(found: Mapping[Key, Point], actor: str | None) -> set[str | None]:
    return {key[1] for key, point in found.items() if key[0] == actor and point.count} if actor else set()


def _row(found: Mapping[Key, Point], outlet: str, actors: list[str]) -> Row:
    base = found.get((None, "name", outlet, "outlet"))
    n = "0 · 0" if base is None else f"{base.observations:,} · {base.articles:,}"
    return Row(outlet, n, tuple((found.get((actor, "name", outlet, "outlet")),) for actor in actors))
