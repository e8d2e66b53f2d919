"""Words of the five generic frames (conflict, human interest, ...) by outlet, own voice beside quoted voice."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts.by_frame import Frames, frames
from framing.charts.chart import Chart, chart
from framing.charts.style import Style

NAME = "generic_frames"
_FRAMES = Frames(measure=NAME, title="Words of five generic frames", voices=("outlet", "quoted"), most=5)


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A row an outlet, a column a frame. None without hits."""
    drawn = frames(estimates, tables, _FRAMES)
    return chart(NAME, drawn, style) if drawn else None
