"""Estimates to charts: one module a chart, each with NAME and `draw(estimates, tables, style, names) -> Chart | None`."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts import (
    agency,
    agentless,
    deeds,
    distinctive_labels,
    generic_frames,
    how_quoted,
    label_facets,
    label_matrix,
    label_words,
    loaded_language,
    naming,
    policy_frames,
    readability,
    timeline,
    tone,
    who_is_quoted,
)
from framing.charts.chart import Chart
from framing.charts.style import STYLES, Style

__all__ = ["CHARTS", "STYLES", "Chart", "Style", "draw_all"]

CHARTS = (
    label_matrix,
    label_facets,
    label_words,
    naming,
    distinctive_labels,
    timeline,
    who_is_quoted,
    how_quoted,
    tone,
    loaded_language,
    generic_frames,
    policy_frames,
    readability,
    agency,
    agentless,
    deeds,
)
"""Modules of charts, in the order of the report."""


def draw_all(
    estimates: pa.Table, tables: Mapping[str, pa.Table], *, style: Style = STYLES["screen"], names: Mapping[str, str] | None = None
) -> list[Chart]:
    """Every chart that has something to draw, in the order of the report. names: display names of actors by id."""
    drawn = (module.draw(estimates, tables, style, names or {}) for module in CHARTS)
    return [chart for chart in drawn if chart is not None]
