"""Estimates as the page carries them: those behind a chart's marks, those that the report names, and the intervals of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.report.evidence import Figure
from framing.report.grid import Row

if TYPE_CHECKING:
    from framing.charts import Chart
    from framing.charts.points import Point

_KEY = ("measure", "outlet", "actor", "category", "voice", "statistic")
_COLUMNS = (*_KEY, "value", "low", "high", "count", "articles", "observations", "q", "other")


@dataclass
class Drawn:
    """Figures collected once each, in the order in which they are asked for."""

    rows: dict[tuple, int] = field(default_factory=dict)

    def place(self, row: Sequence[object]) -> int:
        """The figure's place among all."""
        return self.rows.setdefault(tuple(row), len(self.rows))

    @property
    def columns(self) -> dict[str, list]:
        """The figures in columns."""
        return dict(zip(_COLUMNS, ([*values] for values in zip(*self.rows)))) if self.rows else {name: [] for name in _COLUMNS}

    @property
    def measures(self) -> set[str]:
        """Measures of the figures."""
        return {row[0] for row in self.rows if row[0]}


def of_chart(chart: Chart, drawn: Drawn) -> dict[str, object]:
    """A chart's picture and areas (x, y, width, height in parts of 10,000, place of the figure), flat."""
    areas = [
        number
        for area in getattr(chart, "areas", ())
        for number in (*(round(10_000 * part) for part in (area.x, area.y, area.width, area.height)), drawn.place(_of_point(area.point)))
    ]
    return {"svg": chart.svg.decode("utf-8", "replace"), "areas": areas}


def of_report(figures: Iterable[Figure], drawn: Drawn) -> dict[str, int]:
    """Place of each figure that the report names, by its name."""
    return {figure.name: drawn.place(_of_row(figure.estimate)) for figure in figures}


def intervals(rows: Iterable[Row], measures: Mapping[str, str]) -> dict[str, list]:
    """Ends of all intervals of measures (measure -> statistic), in columns."""
    found = [row for row in rows if row["low"] is not None and measures.get(row["measure"]) == row["statistic"]]
    coded: dict[str, object] = {}
    for name in _KEY[:5]:
        values = sorted({row[name] for row in found if row[name] is not None})
        place = {value: code for code, value in enumerate(values)}
        coded[name] = {"names": values, "codes": [place.get(row[name], -1) for row in found]}
    return coded | {end: [_short(row[end]) for row in found] for end in ("low", "high")}


def _of_point(point: Point) -> tuple:
    numbers = (_short(number) for number in (point.value, point.low, point.high))
    key = (point.measure, point.outlet, point.actor, point.category, point.voice, point.statistic)
    return *key, *numbers, point.count, point.articles, point.observations, None, getattr(point, "other", None)


def _of_row(row: Row) -> tuple:
    count = row["value"] if row["statistic"] == "count" else None
    numbers = (None if count is not None else _short(row[end]) for end in ("value", "low", "high"))
    size = row["articles"], row["observations"], _short(row["q_value"])
    return *(row[name] for name in _KEY), *numbers, None if count is None else round(count), *size, None


def _short(number: float | None) -> float | None:
    return None if number is None else float(f"{number:.6g}")  # all that the estimates have, so that rounding for print is the report's
