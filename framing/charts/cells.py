"""The cells of a grid: scales, marks with intervals, bars of counts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.charts.canvas import Canvas
from framing.charts.points import Point
from framing.charts.style import FAINT, INK, LOOKS, PALE, SOFT, Look, text_width

_SMALL, _TINY = 0.86, 0.74
TALL = 1.62
"""Height of a row, in em."""
Ends = tuple[float, float]
"""x of a column's lowest and highest value, in em."""


@dataclass(frozen=True)
class Column:
    """A column's heading and scale. ticks: values with a line; kind: how a value is written: share, mean, rate or odds."""

    name: str
    low: float = 0.0
    high: float = 1.0
    ticks: tuple[float, ...] = (0.0, 0.5, 1.0)
    kind: str = "share"


def scale(points: Iterable[Point | None], kind: str, *, more: Iterable[float] = ()) -> tuple[float, float, tuple[float, ...]]:
    """Low, high and ticks that hold every point with its interval.

    Shares and rates start at 0, means and log-odds have it where it falls, scores (readability) need not show it.
    """
    given = [point for point in points if point is not None and point.value is not None]
    values = [value for point in given for value in (point.low, point.value, point.high) if value is not None] + list(more)
    if not values:
        return 0.0, 1.0, (0.0, 1.0)
    if kind == "score":
        return _around(min(values), max(values))
    high = _nice(max(values) if kind == "odds" else max(map(abs, values)))
    if kind == "share":
        high = min(high, 1.0)
    if kind == "odds" and min(values) < 0:
        low = -math.ceil(-min(values))
        return float(low), high, (float(low), 0.0, high / 2, high)
    if kind == "mean":
        low, high = -_nice(max(-min(values), 0.1)), _nice(max(*values, 0.1))
        return low, high, (low, low / 2, 0.0, high) if -low >= high else (low, 0.0, high / 2, high)
    return 0.0, high, (0.0, high / 2, high)


def _nice(value: float) -> float:
    """The next round number: 1, 2, 3, 4, 5, 6 or 8 times a power of ten.

    >>> _nice(0.37), _nice(7.2), _nice(0)
    (0.4, 8.0, 1.0)
    """
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(round(step * power, 9) for step in (1, 2, 3, 4, 5, 6, 8, 10) if value <= step * power * (1 + 1e-9))


def _around(low: float, high: float) -> tuple[float, float, tuple[float, ...]]:
    step = _nice((high - low) / 2 or abs(high) or 1.0)
    first, last = math.floor(low / step) * step, math.ceil(high / step) * step
    last = last if last > first else first + step
    return first, last, tuple(round(first + step * number, 9) for number in range(round((last - first) / step) + 1))


def written(value: float, kind: str, *, tick: bool = False) -> str:
    """A value as the reader sees it.

    >>> written(0.254, "share"), written(-0.1, "mean"), written(12.345, "rate"), written(20.0, "rate", tick=True)
    ('25%', '−0.10', '12.3', '20')
    """
    if kind == "share":
        return f"{100 * value:.4g}%" if tick else f"{100 * value:.0f}%"
    text = f"{value:.4g}" if tick else f"{value:.{2 if kind == 'mean' else 1}f}"
    return text.replace("-", "−")


def draw_scale(canvas: Canvas, column: Column, ends: Ends, top: float, bottom: float, *, counts: bool) -> None:
    """Lines at the ticks with their values below; for counts, the line that bars start from."""
    if counts:
        canvas.lines([(ends[0], top, ends[0], bottom)], colour=SOFT, width=0.8)
        return
    taken: list[Ends] = []
    last = len(column.ticks) - 1
    # Where there is no room for all values, zero is written first, then the ends.
    for number in sorted(range(last + 1), key=lambda place: (column.ticks[place] != 0, place not in (0, last), place == 0)):
        tick = column.ticks[number]
        x, text = _at(column, tick, ends), written(tick, column.kind, tick=True)
        canvas.lines([(x, top, x, bottom)], colour=SOFT if tick == 0 else FAINT, width=0.9 if tick == 0 else 0.6)
        align = "left" if number == 0 else ("right" if number == last else "center")
        wide = text_width(text, size=_TINY)
        start = {"left": x, "center": x - wide / 2, "right": x - wide}[align]
        if all(start > right + 0.4 or start + wide < left - 0.4 for left, right in taken):
            canvas.text(x, bottom + 0.55, text, size=_TINY, colour=SOFT, align=align)
            taken.append((start, start + wide))


def draw_strokes(canvas: Canvas, column: Column, values: Sequence[float], ends: Ends, y: float) -> None:
    """A light stroke at each value."""
    places = [_at(column, value, ends) for value in values]
    canvas.lines([(x, y - 0.4, x, y + 0.4) for x in places], colour=PALE, width=0.7 if len(places) > 12 else 1.4, layer=2)


def draw_cell(canvas: Canvas, column: Column, points: Sequence[Point | None], ends: Ends, y: float, most: int | None) -> None:
    """The points of a cell, one a series; most: the largest count of the chart when counts are drawn as bars."""
    spread = 0.62 if most is not None else 0.72
    if most is not None:
        _no_bars(canvas, points, ends, y)
    for number, (point, look) in enumerate(zip(points, LOOKS)):
        middle = y + spread * (number - (len(points) - 1) / 2)
        if point is None:
            continue
        tall = spread if len(points) > 1 else TALL
        canvas.area(ends[0], middle - tall / 2, ends[1] - ends[0], tall, point)
        if most is not None:
            if len(points) > 1 and not point.count:
                continue  # a row of noughts for each series is noise; one is written below where no series has any
            _bar(canvas, point.count or 0, look, ends, middle, most, several=len(points) > 1)
        elif point.value is None:
            count = point.count or 0
            canvas.text(ends[0] + 0.3, middle, f"{count:,}", size=_TINY if len(points) == 1 else 0.62, colour=INK if count else PALE)
        else:
            if point.low is not None and point.high is not None:
                low, high = _at(column, point.low, ends), _at(column, point.high, ends)
                canvas.lines([(low, middle, high, middle)], colour=look.colour, width=1.5, layer=3)
            canvas.mark(_at(column, point.value, ends), middle, look, size=0.52 if len(points) == 1 else 0.44)


def _no_bars(canvas: Canvas, points: Sequence[Point | None], ends: Ends, y: float) -> None:
    """A nought where a cell of several series has bars in none of them."""
    if len(points) > 1 and any(points) and not any(point.count for point in points if point):
        canvas.text(ends[0] + 0.25, y, "0", size=_TINY, colour=PALE)


def _bar(canvas: Canvas, count: int, look: Look, ends: Ends, y: float, most: int, *, several: bool) -> None:
    length, thick = (ends[1] - ends[0] - 1.2) * count / max(most, 1), 0.5 if several else 0.8
    if count:
        canvas.bar(ends[0], y - thick / 2, length, thick, colour=look.colour, hatch=look.hatch, layer=2)
    canvas.text(ends[0] + length + 0.25, y, f"{count:,}", size=0.66 if several else _SMALL, colour=INK if count else SOFT)


def _at(column: Column, value: float, ends: Ends) -> float:
    share = (value - column.low) / (column.high - column.low)
    return ends[0] + min(max(share, 0.0), 1.0) * (ends[1] - ends[0])
