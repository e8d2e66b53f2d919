"""Pairs of outlets in loaded words and hedges."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.chart import Chart
from framing.charts.pairs import Figures, pairs
from framing.charts.style import Style

NAME = "word_pairs"
_MEASURES = {"language": ("Per 1,000 words, own voice: {category}", "words")}
_FIGURES = Figures(name=NAME, title="Loaded words and hedges: every two outlets", measures=_MEASURES, unit="rate")


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A panel a figure. None where no two outlets have one."""
    return pairs(tables, style, names, _FIGURES)
