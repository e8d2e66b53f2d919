"""How often actions name no agent: by kind of action, by victim and by perpetrator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import counted, fitted, said
from framing.charts.cells import Column
from framing.charts.chart import Chart, chart, not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid, Row
from framing.charts.points import Key, Point
from framing.charts.style import Style

NAME = "agentless"
_MOST, _LEAST = 5, 10
_BLOCKS = (
    ("agentless", 1, "By kind of action"),
    ("agentless_by_victim", 0, "Harm, by victim"),
    ("agentless_by_perpetrator", 0, "Harm, by perpetrator named elsewhere in the article"),
)
"""Measure, place of its column's name in a point's key, title."""


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """Three blocks with a row an outlet; columns are kinds of action, victims, perpetrators. None without actions."""
    outlets, _, further = of.outlets(tables)
    blocks, left = [], []
    for measure, place, title in _BLOCKS:
        found = {key: point for key, point in of.points(estimates, measure, ["outlet"]).items() if key[2] in outlets}
        call = said if place else lambda actor: names.get(actor, actor)
        block, rest = _block(found, outlets, place, title, call)
        if block.rows:
            blocks.append(block)
            left += rest
    if not blocks:
        return None
    drawn = Grid(
        title="Actions that name no agent",
        subtitle="Share of actions told without who did them: passives and nouns without an agent, intransitive verbs, weapons or events "
        "in the agent's place; outlet's own voice. By perpetrator: harm in articles that name one actor alone as doing harm.",
        n="actions",
        columns=blocks[0].columns,
        blocks=tuple(blocks),
        notes=(*not_drawn(left, "kinds, victims or perpetrators"), *outlets_not_drawn(further)),
    )
    return chart(NAME, counted(fitted(drawn, "share")), style)


def _block(
    found: Mapping[Key, Point], outlets: Sequence[str], place: int, title: str, call: Callable[[str], str]
) -> tuple[Block, list[str]]:
    """A block of a measure, and the names of what it has no room for."""
    size: Counter[str | None] = Counter()
    for key, point in found.items():
        size[key[place]] += point.observations or 0
    ranked = [name for name in of.ranked(size.items()) if size[name] >= _LEAST]
    shown: list[str | None] = [*([None] if None in size else []), *ranked[: _MOST - (None in size)]]
    columns = tuple(Column("all" if name is None else call(name)) for name in shown)
    rows = []
    for outlet in outlets:
        mine = {key[place]: point for key, point in found.items() if key[2] == outlet}
        if shown and mine:
            total = mine[None].observations if None in mine else sum(point.observations or 0 for point in mine.values())
            rows.append(Row(outlet, f"{total:,}", tuple((mine.get(name),) for name in shown)))
    return Block(title, tuple(rows), columns), [call(name) for name in ranked if name not in shown]
