"""With which kind of verb each outlet quotes its sources."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.by_outlet import Shares, shares
from framing.charts.chart import Chart, chart
from framing.charts.style import Style

NAME = "how_quoted"
_SHARES = Shares(
    measure="stance",
    title="How sources are quoted: stance of the reporting verb or phrase",
    subtitle="Share of attributions to the source whose cue has the stance, direct and indirect speech together.",
    unit="attributions",
    what="stances",
    voice="quoted",
    everyone="All sources",
    whom="sources",
)


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block a source, a row an outlet, a column a stance. None without attributions."""
    drawn = shares(estimates, tables, {"other": "Sources that are no actor of the topic", **names}, _SHARES)
    return chart(NAME, drawn, style) if drawn else None
