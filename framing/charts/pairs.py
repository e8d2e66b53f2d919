"""Every two outlets in one figure: a staircase of differences, the outlets from the highest to the lowest figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from framing.charts import apart
from framing.charts import points as of
from framing.charts.by_outlet import said
from framing.charts.cells import written
from framing.charts.chart import Chart
from framing.charts.staircase import FEW, Panel, Row, off_zero, picture, stated
from framing.charts.style import Style

_READ = ("measure", "actor", "category", "voice", "statistic", "outlet", "other", "value", "other_value", "difference", "low", "high",
         "q_value", "observations", "other_observations", "articles", "other_articles")  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """Which figures a chart of pairs chooses from.

    measures: each with how its figures are called, with {actor} and {category}, and the noun of what it divides by. voice: as in
    the table. unit: share, mean or rate. without: categories that are left out.
    """

    name: str
    title: str
    measures: Mapping[str, tuple[str, str]]
    unit: str
    voice: str = "outlet"
    without: tuple[str, ...] = ("none", "unresolved")


def pairs(tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str], what: Figures) -> Chart | None:
    """A panel for each of the figures in which most pairs of outlets lie apart. None where no two outlets have a figure."""
    rows = _rows(tables.get("pairs"), what)
    outlets, _, _ = of.outlets(tables)
    found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row["outlet"] in outlets and row["other"] in outlets:
            found[row["measure"], row["actor"] or "", row["category"] or ""].append(row)
    panels = [_panel(found[key], names, what) for key in _ranked(found)]
    if not panels:
        return None
    most = 4 if max(len(panel.outlets) for panel in panels) <= FEW else 2
    png, svg, areas = picture(what.title, panels[:most], what.unit, len(panels) - most, style)
    return Chart(what.name, what.title, _alt(panels[:most], what), _csv(panels[:most]), png, svg, areas)


def _rows(table: pa.Table | None, what: Figures) -> list[Row]:
    """Pairs with a difference, of the measures and voice."""
    if table is None:
        return []
    wanted = pc.and_(pc.equal(table["voice"], what.voice), pc.is_in(table["measure"], value_set=pa.array(list(what.measures))))
    found = table.filter(pc.and_(wanted, pc.and_(pc.is_valid(table["difference"]), pc.not_equal(table["statistic"], "log_odds")))).select(
        _READ
    )
    return [row for row in found.to_pylist() if row["category"] not in what.without and (row["actor"] or not _of_actor(what, row))]


def _of_actor(what: Figures, row: Row) -> bool:
    return "{actor}" in what.measures[row["measure"]][0]


def _ranked(found: Mapping[tuple, Sequence[Row]]) -> list[tuple]:
    """Figures by how many pairs may be stated, lie apart, are compared."""
    rank = {key: (-sum(map(stated, rows)), -sum(map(off_zero, rows)), -len(rows)) for key, rows in found.items()}
    return sorted(found, key=lambda key: (*rank[key], key))


def _panel(rows: Sequence[Row], names: Mapping[str, str], what: Figures) -> Panel:
    own: dict[str, tuple[float, int, int]] = {}
    for row in rows:
        own[row["outlet"]] = row["value"], row["observations"], row["articles"]
        own[row["other"]] = row["other_value"], row["other_observations"], row["other_articles"]
    outlets = sorted(own, key=lambda outlet: (-own[outlet][0], outlet))
    place = {outlet: number for number, outlet in enumerate(outlets)}
    by_pair = {tuple(sorted((row["outlet"], row["other"]), key=place.__getitem__)): row for row in rows}
    title, base = what.measures[rows[0]["measure"]]
    actor, category = rows[0]["actor"], rows[0]["category"]
    called = names.get(category, said(category)) if category else "all kinds"
    return Panel(title.format(actor=names.get(actor, actor), category=called), base, outlets, by_pair, own)


def _csv(panels: Sequence[Panel]) -> bytes:
    return apart.table(_READ, ([row[name] for name in _READ] for panel in panels for row in panel.pairs.values()))


def _alt(panels: Sequence[Panel], what: Figures) -> str:
    return " ".join(
        [f"{what.title}. Differences of every two outlets in {len(panels)} figures.", *(_says(panel, what) for panel in panels)]
    )


def _says(panel: Panel, what: Figures) -> str:
    apart_, passed = sum(map(off_zero, panel.pairs.values())), sum(map(stated, panel.pairs.values()))
    first, last = panel.outlets[0], panel.outlets[-1]
    ends = [f"{outlet} {written(panel.own[outlet][0], what.unit)}" for outlet in (first, last)]
    counts = f"of {len(panel.pairs)} pairs {apart_} have an interval off zero, {passed} pass the test"
    return f"{panel.title}: from {ends[0]} to {ends[1]}; {counts}."
