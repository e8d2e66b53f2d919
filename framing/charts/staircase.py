"""The drawing of every two outlets (pairs.py): a staircase of differences for each figure, with its key and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.charts import apart
from framing.charts.canvas import Area, Canvas
from framing.charts.cells import written
from framing.charts.style import FAINT, INK, OKABE_ITO, PALE, SOFT, TINTS, Style, text_width, wrap

Q = 0.05
_MARGIN, _SMALL, _TINY, _LEAST = 1.2, 0.86, 0.74, 0.62
_ROW, _TALL = 1.55, 2.35
FEW = 8
"""Outlets up to which panels are many, and two stand side by side on a wide chart."""
_WIDE = 60
Row = Mapping[str, object]


@dataclass(frozen=True)
class Panel:
    """A figure: outlets from the highest to the lowest, the rows of its pairs by (higher, lower), and each outlet's value and n."""

    title: str
    base: str
    outlets: Sequence[str]
    pairs: Mapping[tuple[str, str], Row]
    own: Mapping[str, tuple[float, int, int]]


def off_zero(row: Row) -> bool:
    """Whether the interval of the difference lies on one side of zero."""
    return row["low"] is not None and (row["low"] > 0 or row["high"] < 0)


def stated(row: Row) -> bool:
    """Whether the difference passes the test as well; the test decides where the articles of neither outlet differ."""
    apart_ = off_zero(row) or (row["low"] is None and row["difference"] != 0)
    return apart_ and row["q_value"] is not None and row["q_value"] < Q


def picture(title: str, panels: Sequence[Panel], unit: str, further: int, style: Style) -> tuple[bytes, bytes, list[Area]]:
    """PNG, SVG and what may be pointed at. unit: share, mean or rate. further: how many figures there are beyond these panels."""
    width = style.ems - 2 * _MARGIN
    half = (width - 3.0) / 2
    few = style.ems > _WIDE and len(panels) > 1 and max(len(panel.outlets) for panel in panels) <= FEW
    # Side by side only where the intervals have room as well.
    across, wide = (2, half) if few and _with_ends(panels, unit, half) else (1, width)
    ends = _with_ends(panels, unit, wide)
    heading, subtitle = wrap(title, width / 1.3, bold=True), wrap(_subtitle(unit), width)
    notes = [line for note in _notes(further, ends=ends) for line in wrap(note, width, size=_SMALL)]
    lanes = [panels[first : first + across] for first in range(0, len(panels), across)]
    heights = [max(2.9 + (_TALL if ends else _ROW) * len(panel.outlets) for panel in lane) for lane in lanes]
    key = _key(width)
    top = 1.9 + 1.7 * len(heading) + 1.35 * len(subtitle) + 1.5 * len(key)
    canvas = Canvas(style, top + sum(heights) + 0.8 * len(lanes) + 1.25 * len(notes) + 0.4)
    for number, line in enumerate(heading):
        canvas.text(_MARGIN, 1.6 + 1.7 * number, line, size=1.3, bold=True)
    for number, line in enumerate(subtitle):
        canvas.text(_MARGIN, 1.5 + 1.7 * len(heading) + 1.35 * number, line, colour=SOFT)
    for number, line in enumerate(key):
        _draw_key(canvas, line, 1.8 + 1.7 * len(heading) + 1.35 * len(subtitle) + 1.5 * number)
    y = top
    for lane, tall in zip(lanes, heights):
        for number, panel in enumerate(lane):
            _staircase(canvas, panel, unit, (_MARGIN + number * (wide + 3.0), y, wide), ends=ends)
        y += tall + 0.8
    for number, line in enumerate(notes):
        canvas.text(_MARGIN, y + 1.25 * number, line, size=_SMALL, colour=SOFT)
    return *canvas.render(), canvas.areas


def _subtitle(unit: str) -> str:
    points = "by how many percentage points" if unit == "share" else "by how much"
    return (
        f"Outlets stand from the highest to the lowest figure. A number says {points} the outlet at the head of its column is higher "
        "than that of its row."
    )


_KEY = (("it passes the test too (q < .05)", "dark"), ("95% interval off zero", "light"), ("may be none", "plain"))


def _key(width: float) -> list[list[tuple[str, str]]]:
    """The key in lines."""
    lines: list[list[tuple[str, str]]] = [[]]
    for one in reversed(_KEY):
        if lines[-1] and sum(text_width(text) + 4.2 for text, _ in [*lines[-1], one]) > width:
            lines.append([])
        lines[-1].append(one)
    return lines


def _draw_key(canvas: Canvas, line: Sequence[tuple[str, str]], y: float) -> None:
    x = _MARGIN
    for text, look in line:
        _cell(canvas, (x, y - 0.6, 2.2, 1.2), "12", "", look)
        canvas.text(x + 2.7, y, text)
        x += 4.2 + text_width(text)


def _notes(further: int, *, ends: bool) -> Iterator[str]:
    if ends:
        yield "Below the differences stand their 95% intervals (bootstrap over articles)."
    else:
        yield "The 95% intervals of the differences (bootstrap over articles) are in the chart's data."
    if further > 0:
        yield f"Drawn are the figures in which most pairs lie apart; the table of pairs has {further:,} more."


def _layout(panel: Panel, wide: float) -> tuple[float, float, float, float]:
    """Widths of names, of the outlets' own figures, of n and of a cell."""
    longest = max(text_width(outlet) for outlet in panel.outlets)
    name = min(longest + 0.8, 0.26 * wide if wide > 30 else 0.25 * wide)
    n = max(text_width(line, size=_size(wide)) for line in [*(_n(panel, outlet) for outlet in panel.outlets), panel.base]) + 0.7
    own = 3.1
    return name, own, n, min((wide - name - own - n) / max(len(panel.outlets) - 0.4, 2), 6.6)


def _size(wide: float) -> float:
    return _TINY if wide > 40 else _LEAST


def _n(panel: Panel, outlet: str) -> str:
    _, observations, articles = panel.own[outlet]
    return f"{observations:,} · {articles:,}"


def _with_ends(panels: Sequence[Panel], unit: str, wide: float) -> bool:
    """Whether the ends of the intervals have room in all cells."""
    ends = [(text_width(_ends(row, row["outlet"], unit), size=_LEAST), panel) for panel in panels for row in panel.pairs.values()]
    return all(room <= _layout(panel, wide)[3] - 0.3 for room, panel in ends)


def _ends(row: Row, above: str, unit: str) -> str:
    """The ends of the interval, seen from the higher outlet; empty without one."""
    if row["low"] is None:
        return ""
    low, high = sorted((1 if row["outlet"] == above else -1) * row[end] for end in ("low", "high"))
    return f"{_number(low, unit)} to {_number(high, unit)}"


def _staircase(canvas: Canvas, panel: Panel, unit: str, box: tuple[float, float, float], *, ends: bool) -> None:
    x, y, wide = box
    name, own, n, cell = _layout(panel, wide)
    tall, size, left = _TALL if ends else _ROW, _size(wide), x + name + own + n
    canvas.text(x, y + 0.4, wrap(panel.title, wide, bold=True, lines=1)[0], bold=True)
    canvas.text(left - 0.5, y + 1.7, f"{panel.base} ·", size=size, colour=SOFT, align="right")
    canvas.text(left - 0.5, y + 2.5, "articles", size=size, colour=SOFT, align="right")
    y += 2.9
    for row, outlet in enumerate(panel.outlets):
        middle = y + tall * (row + 0.5)
        _name(canvas, outlet, x, middle, name - 0.5)
        canvas.text(x + name + own - 0.5, middle, written(panel.own[outlet][0], unit), bold=True, size=_SMALL, align="right")
        canvas.text(left - 0.5, middle, _n(panel, outlet), size=size, colour=SOFT, align="right")
        canvas.lines([(x, y + tall * row, left + cell * min(row + 1, len(panel.outlets) - 1), y + tall * row)], colour=FAINT, width=0.5)
        for column, above in enumerate(panel.outlets[:row]):
            where = left + cell * column, y + tall * row, cell, tall
            found = panel.pairs.get((above, outlet))
            if found is not None:
                _pair(canvas, found, above, unit, where, ends=ends)
            else:  # neither has any
                canvas.text(where[0] + cell / 2, middle, "0", size=_TINY, colour=PALE, align="center")
        if row < len(panel.outlets) - 1:  # the head of the column below
            room = wide - (left - x) - cell * row - 0.3
            canvas.text(left + cell * row + 0.3, middle, wrap(outlet, room, size=size, lines=1)[0], size=size, colour=SOFT)


def _name(canvas: Canvas, name: str, x: float, y: float, width: float) -> None:
    for size in (1.0, _SMALL, _TINY):
        if text_width(name, size=size) <= width:
            break
    canvas.text(x, y, wrap(name, width, size=size, lines=1)[0], size=size)


def _pair(canvas: Canvas, row: Row, above: str, unit: str, where: tuple[float, float, float, float], *, ends: bool) -> None:
    difference = (1 if row["outlet"] == above else -1) * row["difference"]
    look = "dark" if stated(row) else "light" if off_zero(row) else "plain"
    _cell(canvas, where, _number(difference, unit), _ends(row, above, unit) if ends else "", look)
    canvas.area(*where, apart.pair_point(row, above))


def _cell(canvas: Canvas, where: tuple[float, float, float, float], number: str, under: str, look: str) -> None:
    x, y, wide, tall = where
    if look != "plain":
        canvas.bar(x + 0.06, y + 0.08, wide - 0.12, tall - 0.16, colour=OKABE_ITO["blue"] if look == "dark" else TINTS[0], layer=1)
    colour = "white" if look == "dark" else INK if look == "light" else SOFT
    size = next((one for one in (_SMALL, _TINY, _LEAST) if text_width(number, size=one, bold=look != "plain") <= wide - 0.2), 0.54)
    middle = y + (0.34 if under else 0.5) * tall
    canvas.text(x + wide / 2, middle, number, size=size, bold=look != "plain", colour=colour, align="center")
    if under:
        canvas.text(x + wide / 2, y + 0.73 * tall, under, size=_LEAST, colour=colour, align="center")


def _number(value: float, unit: str) -> str:
    digits = {"share": 0, "mean": 2, "rate": 1}[unit]
    return f"{round(100 * value if unit == 'share' else value, digits) + 0.0:.{digits}f}".replace("-", "−")
