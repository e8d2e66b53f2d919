"""The tone toward each actor, the outlet's own voice beside quoted voice."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import fitted, outlet_rows
from framing.charts.cells import Column
from framing.charts.chart import Chart, chart, not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid
from framing.charts.style import Style

NAME = "tone"
_VOICES, _SERIES = ("outlet", "quoted"), ("outlet's own voice", "quoted voice")
_LABELS = ("negative", "neutral", "positive")


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block an actor, a row an outlet: mean polarity or, with too few articles, mentions by tone. None without tone."""
    found = of.points(estimates, "tone", _VOICES)
    if not found:
        return None
    outlets, _, further = of.outlets(tables)
    actors = of.ranked((key[0], point.count or 0) for key, point in found.items())
    if all(point.value is None for point in found.values()):
        return chart(NAME, _counts(estimates, outlets, actors, names), style)
    # An actor of whom there are only counts has nothing to show on a scale.
    told = {key[0] for key, point in found.items() if point.value is not None}
    actors = sorted(actors, key=lambda actor: actor not in told)
    room, across = (min(6, len(told)), 2) if len(outlets) > 8 else (min(9, len(told)), 3)
    blocks = [Block(names.get(actor, actor), outlet_rows(found, outlets, actor, [None], _VOICES), (Column(""),)) for actor in actors[:room]]
    drawn = Grid(
        title="Tone toward each actor",
        subtitle="Mean polarity of mentions, from −1 (negative) to +1 (positive); the mean of an outlet's article means. n: own voice.",
        n="mentions · articles",
        columns=(Column(""),),
        blocks=tuple(blocks),
        series=_SERIES,
        notes=(*not_drawn([names.get(actor, actor) for actor in actors[room:]], "actors"), *outlets_not_drawn(further)),
        across=min(across, len(blocks)),
    )
    return chart(NAME, fitted(drawn, "mean"), style)


def _counts(estimates: pa.Table, outlets: list[str], actors: list[str], names: Mapping[str, str]) -> Grid:
    """Mentions of each actor by tone: what few articles allow."""
    found = of.points(estimates, "tone_labels", _VOICES)
    blocks = [Block(names.get(actor, actor), outlet_rows(found, outlets, actor, _LABELS, _VOICES)) for actor in actors[:6]]
    return Grid(
        title="Tone toward each actor: mentions by tone",
        subtitle="Number of mentions of the actor with each tone. n: own voice.",
        n="mentions · articles",
        columns=tuple(Column(label) for label in _LABELS),
        blocks=tuple(blocks),
        series=_SERIES,
        notes=tuple(not_drawn([names.get(actor, actor) for actor in actors[6:]], "actors")),
    )
