"""Pairs of outlets in their tone toward the actors."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.chart import Chart
from framing.charts.pairs import Figures, pairs
from framing.charts.style import Style

NAME = "tone_pairs"
_MEASURES = {"tone": ("Mean polarity toward {actor}, own voice", "mentions")}
_FIGURES = Figures(name=NAME, title="Tone: every two outlets", measures=_MEASURES, unit="mean")


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A panel a figure. None where no two outlets have one."""
    return pairs(tables, style, names, _FIGURES)
