"""Blocks with a column for each frame: what the charts of frames are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import fitted, outlet_rows, said
from framing.charts.cells import Column
from framing.charts.chart import not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid

_ACROSS = 5
_SERIES = {"outlet": "outlet's own voice", "quoted": "quoted voice"}


@dataclass(frozen=True)
class Frames:
    """What a chart of frames says and shows. measure: of the estimates; voices: a series each; most: frames at most."""

    measure: str
    title: str
    voices: tuple[str, ...]
    most: int


def frames(estimates: pa.Table, tables: Mapping[str, pa.Table], what: Frames) -> Grid | None:
    """A row an outlet, a column a frame, five side by side, the most frequent first. None without hits."""
    found = of.points(estimates, what.measure, what.voices)
    ranked = of.categories(found, None)
    outlets, _, further = of.outlets(tables)
    if not ranked:
        return None
    shown = ranked[: what.most]
    lanes = [shown[first : first + _ACROSS] for first in range(0, len(shown), _ACROSS)]
    blocks = tuple(
        Block("", outlet_rows(found, outlets, None, lane, what.voices), tuple(Column(said(frame)) for frame in lane)) for lane in lanes
    )
    drawn = Grid(
        title=what.title,
        subtitle="Words and phrases of each frame per 1,000 words in the same voice. Each frame has a scale of its own: lists differ, so "
        "compare outlets, not frames. n: words in the outlet's own voice.",
        n="words · articles",
        columns=blocks[0].columns,
        blocks=blocks,
        series=tuple(_SERIES[voice] for voice in what.voices) if len(what.voices) > 1 else (),
        notes=(*not_drawn([said(frame) for frame in ranked[what.most :]], "frames"), *outlets_not_drawn(further)),
    )
    if not drawn.counts_only:
        return fitted(drawn, "rate", by_column=True)
    return replace(drawn, subtitle="Number of words and phrases of each frame. n: words in the outlet's own voice.")
