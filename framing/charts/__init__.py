"""Estimates to charts: one module a chart, each with NAME and `draw(estimates, tables, style, names) -> Chart | None`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa

from framing import engine, memo
from framing.charts import (
    agency,
    agency_pairs,
    agentless,
    deeds,
    distinctive_labels,
    generic_frames,
    how_quoted,
    label_facets,
    label_matrix,
    label_pairs,
    label_words,
    loaded_language,
    naming,
    outlet_map,
    outlet_tree,
    policy_frames,
    readability,
    source_pairs,
    timeline,
    told,
    tone,
    tone_pairs,
    who_is_quoted,
    word_pairs,
)
from framing.charts.chart import Chart
from framing.charts.style import STYLES, Style

__all__ = ["CHARTS", "STYLES", "Chart", "Style", "draw_all"]

CHARTS = (
    label_matrix,
    label_facets,
    label_words,
    naming,
    label_pairs,
    distinctive_labels,
    timeline,
    who_is_quoted,
    source_pairs,
    how_quoted,
    tone,
    tone_pairs,
    loaded_language,
    word_pairs,
    generic_frames,
    policy_frames,
    told,
    readability,
    agency,
    agentless,
    deeds,
    agency_pairs,
    outlet_map,
    outlet_tree,
)
"""Modules of charts, in the order of the report."""


def draw_all(
    estimates: pa.Table,
    tables: Mapping[str, pa.Table],
    *,
    style: Style = STYLES["screen"],
    names: Mapping[str, str] | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Chart]:
    """Every chart that has something to draw, in the order of the report. names: display names of actors by id.

    progress is told (charts done, charts in all) after each.
    """
    draw = functools.partial(_draw, estimates, tables, style, names or {}, memo.folder())
    found = []
    for done, chart in enumerate(engine.run(draw, range(len(CHARTS)), workers=workers), 1):
        found.append(chart)
        progress(done, len(CHARTS))
    return [chart for chart in found if chart is not None]


def _draw(
    estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str], kept: Path | None, index: int
) -> Chart | None:
    with memo.kept_in(kept):
        return CHARTS[index].draw(estimates, tables, style, names)
