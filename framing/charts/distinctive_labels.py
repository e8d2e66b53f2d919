"""The labels that set each outlet apart from the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import fitted
from framing.charts.cells import Column
from framing.charts.chart import Chart, chart, outlets_not_drawn
from framing.charts.grid import Block, Grid, Row
from framing.charts.points import Point
from framing.charts.style import Style

NAME = "distinctive_labels"
_MOST, _LEAST = 6, 3


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block an outlet, a row a label, highest log-odds first; most frequent labels where counts are all there is. None without labels."""
    of_outlet: dict[str, list[Point]] = defaultdict(list)
    for (_, _, outlet, _), point in of.points(estimates, "distinctive_labels", ["outlet"]).items():
        of_outlet[outlet].append(point)
    outlets, _, further = of.outlets(tables)
    blocks = tuple(_block(outlet, of_outlet[outlet]) for outlet in outlets if of_outlet[outlet])
    blocks = tuple(block for block in blocks if block.rows)
    if not blocks:
        return None
    drawn = Grid(
        title="Labels that set each outlet apart",
        subtitle="Log-odds of using the label, each outlet against all others, own voice. Right of 0: more than the others. n: uses.",
        n="n",
        columns=(Column("", kind="odds"),),
        blocks=blocks,
        notes=(
            f"The labels of highest z above 0 with at least {_LEAST} uses; informative Dirichlet prior (Monroe, Colaresi & Quinn 2008).",
            *outlets_not_drawn(further),
        ),
        across=min(3, len(blocks)),
    )
    if drawn.counts_only:
        title, subtitle = "Most frequent labels of each outlet", "Number of uses in the outlet's own voice, all actors together."
        drawn = replace(drawn, title=title, subtitle=subtitle, notes=tuple(outlets_not_drawn(further)))
    return chart(NAME, fitted(drawn, "odds"), style)


def _block(outlet: str, found: list[Point]) -> Block:
    if any(point.value is not None for point in found):
        higher = [point for point in found if point.value is not None and point.value > 0 and (point.count or 0) >= _LEAST]
        chosen = sorted(higher, key=lambda point: (-(point.z or 0), point.category))[:_MOST]
        chosen.sort(key=lambda point: (-point.value, point.category))
    else:
        chosen = sorted(found, key=lambda point: (-(point.count or 0), point.category))[:_MOST]
    rows = tuple(Row(point.category or "", f"{point.count:,}", ((point,),)) for point in chosen)
    return Block(outlet, rows, (Column("", kind="odds"),))
