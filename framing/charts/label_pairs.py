"""Pairs of outlets in what they call the actors."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.chart import Chart
from framing.charts.pairs import Figures, pairs
from framing.charts.style import Style

NAME = "label_pairs"
_MEASURES = {"label_facets": ("Labels for {actor}: {category}", "labels"), "naming": ("Mentions of {actor}: by {category}", "mentions")}
_FIGURES = Figures(name=NAME, title="Labels: every two outlets", measures=_MEASURES, unit="share", without=("none", "label"))


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A panel a figure. None where no two outlets have one."""
    return pairs(tables, style, names, _FIGURES)
