"""Blocks with a row for each outlet: what most charts are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from framing.charts import points as of
from framing.charts.cells import Column, scale
from framing.charts.chart import not_drawn, outlets_not_drawn
from framing.charts.grid import Block, Grid, Row
from framing.charts.points import Key, Point

_MOST_ROWS = 64
_LEAST = 10
_RARE = 0.03
_COUNTED = 3


@dataclass(frozen=True)
class Shares:
    """What a chart of shares by actor says and counts. measure: of the estimates; unit: what the base consists of.

    everyone: what all actors together are called, None when they get no block.
    """

    measure: str
    title: str
    subtitle: str
    unit: str
    what: str
    voice: str = "outlet"
    everyone: str | None = None
    whom: str = "actors"
    last: tuple[str, ...] = ()
    most: int = 7
    own_columns: bool = False


def shares(estimates: pa.Table, tables: Mapping[str, pa.Table], names: Mapping[str, str], what: Shares) -> Grid | None:
    """A grid of shares: the actors with most of the unit, all of them together first where asked. None when there are none."""
    found = of.points(estimates, what.measure, [what.voice])
    if not found:
        return None
    outlets, _, further = of.outlets(tables)
    actors = of.ranked((key[0], point.count or 0) for key, point in found.items())
    room = min(max(2, min(6, _MOST_ROWS // max(1, len(outlets)) - 1)), _worth(found, actors))
    actors, room = _first(found, actors, room)
    blocks = [shares_block(found, outlets, actor, names, what) for actor in (*([None] if what.everyone else []), *actors[:room])]
    categories = of.categories(found, None, what.last)
    notes = (
        *not_drawn([names.get(actor, actor) for actor in actors[room:]], what.whom),
        *(_own(what) if what.own_columns else not_drawn([said(category) for category in categories[what.most :]], what.what)),
        *outlets_not_drawn(further),
    )
    filled = tuple(block for block in blocks if block.rows)
    if not filled:
        return None
    drawn = Grid(what.title, what.subtitle, f"{what.unit} · articles", filled[0].columns, filled, notes=notes)
    return counted(fitted(drawn, "share", by_block=what.own_columns))


def _first(found: Mapping[Key, Point], actors: Sequence[str], room: int) -> tuple[list[str], int]:
    """The actors that are drawn first, and how many: where some have figures, few of those that have only counts."""
    told = {key[0] for key, point in found.items() if point.value is not None}
    counted_only = [actor for actor in actors[:room] if actor not in told]
    dropped = counted_only[_COUNTED:] if told else []
    kept = [actor for actor in actors[:room] if actor not in dropped]
    return [*kept, *(actor for actor in actors if actor not in kept)], len(kept)


def _own(what: Shares) -> tuple[str]:
    """A note on which columns a block has."""
    least = f"none below {100 * _RARE:.0f}% of its {what.unit}"
    return (f"For each of the {what.whom} the most frequent {what.what}, {what.most} at most; {least}.",)


def _worth(found: Mapping[Key, Point], actors: Sequence[str]) -> int:
    """How many of the ranked actors have enough counted for a block."""
    size = {(key[0], key[2]): point.observations or 0 for key, point in found.items()}
    return sum(sum(number for (of_actor, _), number in size.items() if of_actor == actor) >= _LEAST for actor in actors)


def shares_block(found: Mapping[Key, Point], outlets: Sequence[str], actor: str | None, names: Mapping[str, str], what: Shares) -> Block:
    """An actor's block: its columns are its own most frequent categories, or those of all actors."""
    categories = of.categories(found, actor if what.own_columns else None, what.last)[: what.most]
    if what.own_columns:
        often = [category for category in categories if _part(found, actor, category, what.voice) >= _RARE]
        categories = often or categories[:1]
    title = what.everyone or "" if actor is None else names.get(actor, actor)
    columns = tuple(Column(said(category)) for category in categories)
    return Block(title, outlet_rows(found, outlets, actor, categories, [what.voice]), columns)


def _part(found: Mapping[Key, Point], actor: str | None, category: str | None, voice: str) -> float:
    """The category's share of all that the outlets together count for the actor."""
    bases = {key[2]: point.observations or 0 for key, point in found.items() if key[0] == actor and key[3] == voice}
    uses = sum(point.count or 0 for key, point in found.items() if key[:2] == (actor, category) and key[3] == voice)
    return uses / max(sum(bases.values()), 1)


def outlet_rows(
    found: Mapping[Key, Point], outlets: Sequence[str], actor: str | None, categories: Sequence[str | None], voices: Sequence[str]
) -> tuple[Row, ...]:
    """A row for each outlet that has points of the actor; n is that of the base in the first voice."""
    base = {key[2:]: point for key, point in found.items() if key[0] == actor}
    return tuple(
        Row(
            name=outlet,
            n=_n(base.get((outlet, voices[0]))),
            cells=tuple(
                tuple(found.get((actor, category, outlet, voice)) or _zero(base.get((outlet, voice)), category) for voice in voices)
                for category in categories
            ),
        )
        for outlet in outlets
        if any((outlet, voice) in base for voice in voices)
    )


def _n(base: Point | None) -> str:
    return "0 · 0" if base is None else f"{base.observations:,} · {base.articles:,}"


def _zero(beside: Point | None, category: str | None) -> Point | None:
    """0 for a category that others of the same base have and this one has not; None without a base."""
    if beside is None:
        return None
    value = None if beside.value is None else 0.0
    return replace(beside, category=category, value=value, low=None, high=None, count=0, note=None if value is not None else beside.note)


def fitted(drawn: Grid, kind: str, *, by_block: bool = False, by_column: bool = False) -> Grid:
    """The grid with one scale for all its columns, for all of a block, or for each column of its blocks, that holds all their points."""

    def fit(columns: Sequence[Column], points: Sequence[Point]) -> tuple[Column, ...]:
        low, high, ticks = scale(points, kind)
        return tuple(replace(column, low=low, high=high, ticks=ticks, kind=kind) for column in columns)

    def column(block: Block, place: int) -> Column:
        (own,) = fit(block.columns[place : place + 1], [point for row in block.rows for point in row.cells[place] if point])
        return own

    if by_column:
        fitting = (tuple(column(block, place) for place in range(len(block.columns))) for block in drawn.blocks)
        return replace(drawn, blocks=tuple(replace(block, columns=columns) for block, columns in zip(drawn.blocks, fitting)))
    own = [drawn.points if not by_block else replace(drawn, blocks=(block,)).points for block in drawn.blocks]
    blocks = tuple(replace(block, columns=fit(block.columns, points)) for block, points in zip(drawn.blocks, own))
    return replace(drawn, columns=fit(drawn.columns, drawn.points), blocks=blocks)


def counted(drawn: Grid) -> Grid:
    """The grid with a subtitle that says Number where no share, rate or mean is drawn."""
    if not drawn.counts_only:
        return drawn
    first, _, rest = drawn.subtitle.partition(" of ")
    return replace(drawn, subtitle=f"Number of {rest}" if first in {"Share", "Rate", "Mean"} else drawn.subtitle)


def said(name: str) -> str:
    """An id as words.

    >>> said("armed_group")
    'armed group'
    """
    return name.replace("_", " ")
