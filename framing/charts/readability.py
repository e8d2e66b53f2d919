"""How hard each outlet's articles are to read: every article as a stroke, the mean with its interval."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import said
from framing.charts.cells import Column, scale
from framing.charts.chart import Chart, chart, outlets_not_drawn
from framing.charts.grid import Block, Grid, Row
from framing.charts.points import Point
from framing.charts.style import Style

NAME = "readability"
_MOST = 4
_METRICS = {"flesch_reading_ease": "Flesch reading ease (high: easy)", "flesch_kincaid_grade": "Flesch-Kincaid grade (high: hard)"}


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A row an outlet, a column a metric. None without readability figures."""
    outlets, _, further = of.outlets(tables)
    articles = _articles(tables)
    metrics = [*_METRICS, *sorted({metric for _, metric in articles} - set(_METRICS))]
    metrics = [metric for metric in metrics if any(metric == known for _, known in articles)][:_MOST]
    if not metrics:
        return None
    found = of.points(estimates, "readability", ["all"])
    rows = []
    for outlet in outlets:
        cells = tuple((found.get((None, metric, outlet, "all")),) for metric in metrics)
        base = next((cell[0] for cell in cells if cell[0] is not None), None)
        if base is not None:
            strokes = tuple(tuple(articles.get((outlet, metric), ())) for metric in metrics)
            means, opens = tuple((_drawn(cell[0]),) for cell in cells), tuple(cell[0] for cell in cells)
            rows.append(Row(outlet, f"{base.articles:,}", means, strokes, opens))
    columns = tuple(_column(metric, place, rows) for place, metric in enumerate(metrics))
    drawn = Grid(
        title="Readability of the articles",
        subtitle="Mean of each outlet's articles; every light stroke is an article.",
        n="articles",
        columns=columns,
        blocks=(Block("", tuple(rows), columns),),
        notes=tuple(outlets_not_drawn(further)),
    )
    if all(point.value is None for point in drawn.points):
        drawn = replace(drawn, subtitle="Every stroke is an article; there are too few for a mean.")
    return chart(NAME, drawn, style, more=_strokes(rows, metrics))


def _articles(tables: Mapping[str, pa.Table]) -> dict[tuple[str, str], list[float]]:
    """Values of the kept articles by outlet and metric."""
    columns = (tables["articles"][name].to_pylist() for name in ("article_id", "outlet", "kept"))
    outlet_of = {article: outlet for article, outlet, kept in zip(*columns) if kept is not False}
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    readability = tables.get("readability")
    for row in readability.to_pylist() if readability is not None else ():
        if row["value"] is not None and row["article_id"] in outlet_of:
            found[outlet_of[row["article_id"]], row["metric"]].append(row["value"])
    return {key: sorted(values) for key, values in found.items()}


def _drawn(point: Point | None) -> Point | None:
    """Nothing is written where there is no mean: the strokes show the articles."""
    return point if point is not None and point.value is not None else None


def _column(metric: str, place: int, rows: list[Row]) -> Column:
    values = [value for row in rows for value in row.strokes[place]]
    low, high, ticks = scale([], "score", more=values)
    return Column(_METRICS.get(metric, said(metric).capitalize()), low, high, ticks, "score")


def _strokes(rows: list[Row], metrics: list[str]) -> list[Point]:
    """The strokes as rows of the CSV."""
    return [
        Point(None, metric, row.name, "all", "article", value, None, None, None, 1, None)
        for row in rows
        for metric, values in zip(metrics, row.strokes)
        for value in values
    ]
