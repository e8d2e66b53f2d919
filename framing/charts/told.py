"""Which facts of an event each outlet tells: a matrix of facts by outlets, for the events with most outlets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc

from framing.charts import points as of
from framing.charts.canvas import Area, Canvas
from framing.charts.chart import Chart
from framing.charts.style import FAINT, LOOKS, PALE, SHADE, SOFT, Style, text_width, wrap
from framing.compare.told_matrix import Fact, Matrix, matrices

NAME = "told"
TITLE = "What is told: facts of an event by outlet"
_SUBTITLE = "Facts that articles of the same event share or lack. Rows go by kind, those that most outlets tell first."
_KEY = (("told", LOOKS[0]), ("told first, by date of the article", LOOKS[1]))
_NOTES = (
    "Marks are counts: one sentence or more that tells the fact was found. Dash: none was found in the outlet's articles of the event, "
    "which may tell it in other words.",
)
_MARGIN, _TOLD, _ROW, _SMALL = 1.2, 4.6, 1.45, 0.86
_NARROW = 50
_MOST, _EVENTS = 16, 2


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A block an event, a row a fact, a column an outlet. None without events that several outlets report."""
    outlets, sizes, _ = of.outlets(tables)
    every = [*outlets, *sorted(set(sizes) - set(outlets))]
    found, further = matrices(estimates.filter(pc.equal(estimates["measure"], NAME)).to_pylist(), every, most=_EVENTS)
    if not found:
        return None
    notes = [*_NOTES, *_further(found, further)]
    png, svg, areas = _picture(found, notes, style)
    return Chart(NAME, TITLE, _alt(found), _csv(found), png, svg, areas)


def _further(found: Sequence[Matrix], events: int) -> Iterator[str]:
    facts = sum(matrix.further for matrix in found)
    if facts or events:
        parts = [f"{number:,} more of the {what}" for number, what in ((facts, "facts of these events"), (events, "events")) if number]
        yield f"Not drawn: {' and '.join(parts)}; the estimates table has all."


def _picture(found: Sequence[Matrix], notes: Sequence[str], style: Style) -> tuple[bytes, bytes, list[Area]]:
    width = style.ems - 2 * _MARGIN
    lines = [line for note in notes for line in wrap(note, width, size=_SMALL)]
    title, subtitle = wrap(TITLE, width / 1.3, bold=True), wrap(_SUBTITLE, width)
    heights = [_head(matrix, width) + _ROW * len(matrix.facts) for matrix in found]
    canvas = Canvas(style, 3.2 + 1.6 * len(title) + 1.4 * len(subtitle) + sum(heights) + 1.2 * len(found) + 1.25 * len(lines) + 0.4)
    y = 1.6
    for line in title:
        canvas.text(_MARGIN, y, line, size=1.3, bold=True)
        y += 1.6
    for line in subtitle:
        canvas.text(_MARGIN, y, line, colour=SOFT)
        y += 1.4
    x = _MARGIN
    for name, look in _KEY:
        canvas.mark(x + 0.5, y + 0.1, look, size=0.62)
        canvas.text(x + 1.3, y + 0.1, name)
        x += 3.2 + text_width(name)
    y += 1.4
    for matrix, height in zip(found, heights):
        _block(canvas, matrix, y, width)
        y += height + 1.2
    for number, line in enumerate(lines):
        canvas.text(_MARGIN, y + 1.25 * number, line, size=_SMALL, colour=SOFT)
    return *canvas.render(), canvas.areas


def _names(width: float) -> tuple[float, float]:
    """Width of the kinds and of the facts in em; less of both on a narrow chart."""
    return (5.6, 10.0) if width < _NARROW else (7.0, 19.0)


def _cell(matrix: Matrix, width: float) -> float:
    return (width - sum(_names(width)) - _TOLD) / max(len(matrix.outlets[:_MOST]), 3)


def _leaning(matrix: Matrix, width: float) -> bool:
    return any(text_width(outlet, size=_SMALL) > _cell(matrix, width) - 0.4 for outlet in matrix.outlets[:_MOST])


def _head(matrix: Matrix, width: float) -> float:
    """Height of a block above its rows: its title, and the outlets' names."""
    longest = max(text_width(outlet, size=_SMALL) for outlet in matrix.outlets[:_MOST])
    return 1.7 + (min(0.72 * longest, 7.5) + 0.9 if _leaning(matrix, width) else 1.2)


def _block(canvas: Canvas, matrix: Matrix, y: float, width: float) -> None:
    outlets, cell, top = matrix.outlets[:_MOST], _cell(matrix, width), y + _head(matrix, width)
    articles = sum(matrix.articles.values())
    title = f"{matrix.event} · {len(matrix.outlets)} outlets, {articles:,} articles"
    canvas.text(_MARGIN, y + 0.5, wrap(title, width, bold=True, lines=1)[0], bold=True)
    left = _MARGIN + sum(_names(width))
    for column, outlet in enumerate(outlets):
        x = left + cell * (column + 0.5)
        if _leaning(matrix, width):
            canvas.text(x - 0.3, top - 0.35, wrap(outlet, 10, size=_SMALL, lines=1)[0], size=_SMALL, angle=45)
        else:
            canvas.text(x, top - 0.6, outlet, size=_SMALL, align="center")
    canvas.text(_MARGIN + width, top - 0.6, "outlets", size=0.74, colour=SOFT, align="right")
    row = 0
    for kind, facts in groupby(matrix.facts, key=lambda fact: fact.kind):
        canvas.lines([(_MARGIN, top + _ROW * row, _MARGIN + width, top + _ROW * row)], colour=FAINT)
        canvas.text(
            _MARGIN,
            top + _ROW * (row + 0.5),
            f"{kind}s" if kind in ("number", "action", "place", "name") else kind,
            colour=SOFT,
            size=_SMALL,
        )
        for fact in facts:
            _row(canvas, fact, outlets, (left, top + _ROW * row, cell), width, shaded=row % 2 == 0)
            row += 1
    canvas.lines([(_MARGIN, top + _ROW * row, _MARGIN + width, top + _ROW * row)], colour=FAINT)


def _row(canvas: Canvas, fact: Fact, outlets: Sequence[str], box: tuple[float, float, float], width: float, *, shaded: bool) -> None:
    left, y, cell = box
    kind, name = _names(width)
    middle = y + _ROW / 2
    if shaded:
        canvas.bar(_MARGIN + kind - 0.3, y, width - kind + 0.3, _ROW, colour=SHADE, layer=0)
    if text_width(fact.says) <= name - 0.6:
        canvas.text(_MARGIN + kind, middle, fact.says)
    else:
        lines = wrap(fact.says, name - 0.6, size=0.74, lines=2)
        for number, line in enumerate(lines):
            canvas.text(_MARGIN + kind, middle + 0.7 * (number - (len(lines) - 1) / 2), line, size=0.74)
    for column, outlet in enumerate(outlets):
        x = left + cell * (column + 0.5)
        if outlet in fact.told:
            canvas.mark(x, middle, LOOKS[1 if outlet in fact.first else 0], size=0.62)
            canvas.area(x - cell / 2, y, cell, _ROW, _point(fact.counts[outlet]))
        else:
            canvas.text(x, middle, "–", size=_SMALL, colour=PALE, align="center")
    canvas.text(_MARGIN + width, middle, f"{len(fact.told)} of {len(fact.counts)}", size=_SMALL, colour=SOFT, align="right")


def _point(row: Mapping[str, object]) -> of.Point:
    """A count of sentences as what a reader can open."""
    sizes = round(row["value"]), row["articles"], None
    return of.Point(None, row["category"], row["outlet"], row["voice"], "count", None, None, None, *sizes, measure=NAME)


def _csv(found: Sequence[Matrix]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["event", "kind", "fact", "outlet", "sentences", "first"])
    for matrix in found:
        for fact in matrix.facts:
            for outlet, row in fact.counts.items():
                writer.writerow([matrix.event, fact.kind, fact.says, outlet, int(row["value"]), str(outlet in fact.first).lower()])
    return out.getvalue().encode()


def _alt(found: Sequence[Matrix]) -> str:
    return " ".join([f"{TITLE}.", *(sentence for matrix in found for sentence in _said(matrix))])


def _said(matrix: Matrix) -> Iterator[str]:
    yield f"{matrix.event}: {len(matrix.facts)} facts by {len(matrix.outlets)} outlets."
    for fact in [fact for fact in matrix.facts if 0 < len(fact.missing) < len(matrix.outlets) - 1][:4]:
        yield f"{fact.says}: told by {', '.join(fact.told)}."
