"""Pairs of outlets in where nobody is shown to act."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.chart import Chart
from framing.charts.pairs import Figures, pairs
from framing.charts.style import Style

NAME = "agency_pairs"
_MEASURES = {
    "agentless": ("Actions without an agent: {category}", "actions"),
    "agentless_by_victim": ("Harm without an agent, done to {actor}", "actions"),
}
_FIGURES = Figures(name=NAME, title="Actions that name no agent: every two outlets", measures=_MEASURES, unit="share")


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A panel a figure. None where no two outlets have one."""
    return pairs(tables, style, names, _FIGURES)
