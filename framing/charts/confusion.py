"""What coders said against what a classifier answered: a matrix, or for codes that stand side by side a bar of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from framing.charts.canvas import Canvas
from framing.charts.chart import Chart
from framing.charts.style import INK, PALE, SOFT, Style, text_width, wrap

NAME = "confusion"
_MARGIN, _ROW, _SMALL = 1.2, 2.6, 0.86
_SHADES = ("#ffffff", "#e3eef6", "#c2dbec", "#98c2de", "#6aa6cd", "#3f88b9")
"""Light to dark, told apart in grey too; letters stay black up to the last but one."""


def draw(confusion: Mapping[str, Mapping[str, int]], style: Style, *, several: bool, unit: str, title: str) -> Chart:
    """A row a code: how often each answer was given to what coders gave this code, in numbers and shares of the row."""
    columns = list(next(iter(confusion.values())))
    names = {"found": "found", "missed": "missed", "added": "given, not coded"} if several else {}
    left = max(text_width(row) for row in [*confusion, "coded as"]) + 3.2
    width = min(12.0, (style.ems - left - 2 * _MARGIN) / max(len(columns), 1))
    what = (
        f"Each row is a code: of the {unit} coded with it, how many were found and missed; and how many were given it that coders did not. "
        "Shares are of those coded."
        if several
        else f"Each row holds the {unit} that coders gave a label: how the classifier answered, in numbers and shares of the row. "
        "The diagonal (in frames) is agreement."
    )
    subtitle = wrap(what, style.ems - 2 * _MARGIN, size=_SMALL)
    top = _MARGIN + 1.6 + 1.25 * len(subtitle) + 2.8
    canvas = Canvas(style, top + _ROW * len(confusion) + _MARGIN)
    canvas.text(_MARGIN, _MARGIN + 0.4, title, size=1.25, bold=True)
    for number, line in enumerate(subtitle):
        canvas.text(_MARGIN, _MARGIN + 2 + 1.25 * number, line, size=_SMALL, colour=SOFT)
    canvas.text(_MARGIN, top - 0.8, "coded as", size=_SMALL, colour=SOFT)
    if not several:
        canvas.text(_MARGIN + left, top - 2, "the classifier's answer", size=_SMALL, colour=SOFT)
    for place, column in enumerate(columns):
        canvas.text(_MARGIN + left + (place + 0.5) * width, top - 0.8, names.get(column, column), align="center", bold=True)
    for line, (row, cells) in enumerate(confusion.items()):
        y = top + line * _ROW
        base = cells["found"] + cells["missed"] if several else sum(cells.values())
        canvas.text(_MARGIN, y + _ROW / 2 - 0.5, row, bold=True)
        canvas.text(_MARGIN, y + _ROW / 2 + 0.65, f"n = {base:,}", size=_SMALL, colour=SOFT)
        for place, (column, count) in enumerate(cells.items()):
            x = _MARGIN + left + place * width
            share = count / base if base else 0.0
            shade = _SHADES[min(int(share * len(_SHADES)), len(_SHADES) - 1)]
            canvas.bar(x + 0.1, y + 0.1, width - 0.2, _ROW - 0.2, colour=shade)
            agreed = column == "found" if several else column == row
            frame = (x + 0.1, y + 0.1, x + width - 0.1, y + _ROW - 0.1)
            canvas.lines(_box(*frame), colour=INK if agreed else PALE, width=1.4 if agreed else 0.5, layer=3)
            said = f"{count:,}" + (f" · {100 * share:.0f}%" if base else "")
            canvas.text(x + width / 2, y + _ROW / 2, said, align="center", colour="white" if shade == _SHADES[-1] else INK)
    png, svg = canvas.render()
    return Chart(NAME, title, _alt(confusion, several, title), _table(confusion, columns), png, svg)


def _box(a: float, b: float, c: float, d: float) -> Sequence[tuple[float, float, float, float]]:
    return ((a, b, c, b), (c, b, c, d), (c, d, a, d), (a, d, a, b))


def _table(confusion: Mapping[str, Mapping[str, int]], columns: Sequence[str]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["coded", *columns])
    writer.writerows([row, *cells.values()] for row, cells in confusion.items())
    return out.getvalue().encode()


def _alt(confusion: Mapping[str, Mapping[str, int]], several: bool, title: str) -> str:
    told = []
    for row, cells in confusion.items():
        base = cells["found"] + cells["missed"] if several else sum(cells.values())
        told.append(f"{row}: {cells['found' if several else row]} of {base} agreed")
    return f"{title}. Table of {len(confusion)} rows. {'; '.join(told)}."
