"""How a classifier's figure grows with the examples it learns from, beside the answers that take no skill."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, floor, log2

from framing.charts.canvas import Canvas
from framing.charts.chart import Chart
from framing.charts.style import FAINT, INK, LOOKS, PALE, SOFT, Style, wrap

NAME = "learning_curve"
_MARGIN, _TALL, _LEFT, _SMALL = 1.2, 16.0, 4.0, 0.86

Step = tuple[int, float, float | None, float | None]
"""Examples learned from, macro-F1, and its interval."""


def draw(steps: Sequence[Step], floors: Mapping[str, float], style: Style, *, unit: str, title: str) -> Chart:
    """Points with intervals over the number of examples (each step right doubles it), floors as lines across."""
    values = [value for step in steps for value in step[1:] if value is not None] + list(floors.values())
    low, high = max(0.0, floor(10 * min(values)) / 10), min(1.0, ceil(10 * max(values)) / 10)
    first, last = log2(steps[0][0]), log2(steps[-1][0])
    what = (
        f"Macro-F1 in cross-validation by the number of {unit} learned from (axis in doublings), with 95% intervals. "
        "Dashed: answers without training."
    )
    subtitle = wrap(what, style.ems - 2 * _MARGIN, size=_SMALL)
    top = _MARGIN + 1.6 + 1.25 * len(subtitle) + 1.2
    canvas = Canvas(style, top + _TALL + 3.2 + _MARGIN)
    left, right = _MARGIN + _LEFT, style.ems - _MARGIN - 3.5
    canvas.text(_MARGIN, _MARGIN + 0.4, title, size=1.25, bold=True)
    for number, line in enumerate(subtitle):
        canvas.text(_MARGIN, _MARGIN + 2 + 1.25 * number, line, size=_SMALL, colour=SOFT)

    def across(examples: float) -> float:
        return left + 2 + (right - left - 4) * ((log2(examples) - first) / (last - first) if last > first else 0.5)

    def down(value: float) -> float:
        return top + _TALL * (1 - (value - low) / (high - low))

    for tick in range(round(10 * low), round(10 * high) + 1):
        canvas.lines([(left, down(tick / 10), right, down(tick / 10))], colour=FAINT, width=0.5)
        canvas.text(left - 0.6, down(tick / 10), f"{tick / 10:.1f}", size=_SMALL, colour=SOFT, align="right")
    for value, names in _near(floors, 1.2 * (high - low) / _TALL):
        canvas.lines(_dashes(left, right, down(value)), colour=PALE, width=1.1, layer=2)
        canvas.text(right, down(value) + 0.75, names, size=_SMALL, colour=SOFT, align="right")
    look = LOOKS[0]
    path = [(across(a), down(b), across(c), down(d)) for (a, b, *_), (c, d, *_) in pairwise(steps)]
    canvas.lines(path, colour=look.colour, width=1.2, layer=3)
    for examples, value, least, most in steps:
        if least is not None and most is not None:
            canvas.lines([(across(examples), down(least), across(examples), down(most))], colour=look.colour, width=1.0, layer=3)
        canvas.mark(across(examples), down(value), look, size=0.6)
        canvas.text(across(examples), down(most or value) - 0.8, f"{value:.2f}", size=_SMALL, align="center")
        canvas.lines([(across(examples), top + _TALL, across(examples), top + _TALL + 0.4)], colour=INK, width=0.6)
        canvas.text(across(examples), top + _TALL + 1.1, f"n = {examples:,}", size=_SMALL, colour=SOFT, align="center")
    canvas.lines([(left, top + _TALL, right, top + _TALL)], colour=INK, width=0.8)
    canvas.text((left + right) / 2, top + _TALL + 2.6, f"{unit} learned from", size=_SMALL, colour=SOFT, align="center")
    png, svg = canvas.render()
    told = "; ".join(f"{value:.2f} from {examples}" for examples, value, *_ in steps)
    return Chart(NAME, title, f"{title}. Line of {len(steps)} points: macro-F1 {told} {unit}.", _table(steps, floors), png, svg)


def _near(floors: Mapping[str, float], least: float) -> list[tuple[float, str]]:
    """(value, label) of each line; floors too near to each other for a label of their own share one."""
    found: list[tuple[float, list[str]]] = []
    for name, value in sorted(floors.items(), key=lambda one: (-one[1], one[0])):
        if found and found[-1][0] - value < least:
            found[-1][1].append(f"{name} {value:.2f}")
        else:
            found.append((value, [f"{name} {value:.2f}"]))
    return [(value, "; ".join(names)) for value, names in found]


def _dashes(left: float, right: float, y: float) -> list[tuple[float, float, float, float]]:
    step = 0.9
    return [(left + i * step, y, min(right, left + (i + 0.55) * step), y) for i in range(int((right - left) / step) + 1)]


def _table(steps: Sequence[Step], floors: Mapping[str, float]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["series", "examples", "macro_f1", "low", "high"])
    writer.writerows(["classifier", *step] for step in steps)
    writer.writerows([name, "", round(value, 4), "", ""] for name, value in floors.items())
    return out.getvalue().encode()
