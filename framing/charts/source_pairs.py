"""Pairs of outlets in whom they quote."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.chart import Chart
from framing.charts.pairs import Figures, pairs
from framing.charts.style import Style

NAME = "source_pairs"
_MEASURES = {
    "sources_by_actor": ("Attributed words: {category}", "attributions"),
    "sources_by_type": ("Attributed words by type of source: {category}", "attributions"),
}
_FIGURES = Figures(name=NAME, title="Who is quoted: every two outlets", measures=_MEASURES, unit="share", voice="quoted")


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A panel a figure. None where no two outlets have one."""
    return pairs(tables, style, names, _FIGURES)
