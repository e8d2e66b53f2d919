"""A map of outlets: the nearer two stand, the more alike their profiles (classical multidimensional scaling, Torgerson 1952)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from framing.charts import apart
from framing.charts.apart import Distances
from framing.charts.canvas import Area, Canvas, Line
from framing.charts.chart import Chart
from framing.charts.style import FAINT, INK, LOOKS, PALE, SOFT, Style, text_width, wrap

NAME = "outlet_map"
TITLE = "Map of outlets"
_MARGIN, _SMALL, _TALL = 1.2, 0.86, 34.0
_SURE = 0.7
_SHIFTS = (0, -0.9, 0.9, -1.7, 1.7, -2.6, 2.6, -3.5, 3.5)
"""Heights of a text beside its point, in em."""
Place = tuple[float, float]


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A point an outlet, with a line to its nearest. None for fewer than three outlets."""
    found = apart.distances(estimates)
    if found is None:
        return None
    places, shown = plane(found.matrix)
    nearest = np.where(np.eye(len(found.outlets), dtype=bool), np.inf, found.matrix).argmin(axis=1)
    rows = [
        (outlet, found.articles[one], *places[one].tolist(), found.outlets[nearest[one]], float(found.matrix[one, nearest[one]]),
         float(found.nearest[one, nearest[one]]))
        for one, outlet in enumerate(found.outlets)
    ]  # fmt: skip
    png, svg, areas = _picture(found, places, nearest, shown, style)
    head = ("outlet", "articles", "x", "y", "nearest", "distance", "support")
    return Chart(NAME, TITLE, _alt(found, nearest), apart.table(head, rows), png, svg, areas)


def plane(matrix: np.ndarray) -> tuple[np.ndarray, float]:
    """Points in a plane whose distances come nearest to the matrix, and the part of what is real in the distances that a plane can show.

    Axes are turned so that the first outlet that is off an axis lies on its positive side: the same distances, the same map.
    """
    size = len(matrix)
    centre = np.eye(size) - 1 / size
    values, vectors = np.linalg.eigh(-centre @ (matrix**2) @ centre / 2)
    order = np.argsort(-values)[:2]
    places = vectors[:, order] * np.sqrt(np.maximum(values[order], 0))
    for axis in range(places.shape[1]):
        first = np.flatnonzero(np.abs(places[:, axis]) > 1e-9)[:1]
        places[:, axis] *= np.sign(places[first[0], axis]) if len(first) else 1
    return places, float(np.maximum(values[order], 0).sum() / max(values[values > 0].sum(), 1e-12))


def _picture(found: Distances, places: np.ndarray, nearest: np.ndarray, shown: float, style: Style) -> tuple[bytes, bytes, list[Area]]:
    width = style.ems - 2 * _MARGIN
    subtitle = wrap(
        "The nearer, the more alike in labels, sources, tone and kinds of words (Jensen-Shannon distance). A line leads to the nearest "
        "outlet, dark where that is so in 70% of bootstrap draws and more. In brackets: articles.", width,
    )  # fmt: skip
    note = wrap(
        f"A plane shows {100 * shown:.0f}% of what sets these outlets apart: two that stand close may still differ. Up and down, left and "
        "right have no meaning of their own.", width, size=_SMALL,
    )  # fmt: skip
    top = 3.4 + 1.35 * len(subtitle)
    canvas = Canvas(style, top + _TALL + 1.3 * len(note) + 1.4)
    canvas.text(_MARGIN, 1.6, TITLE, size=1.3, bold=True)
    for number, line in enumerate(subtitle):
        canvas.text(_MARGIN, 3.2 + 1.35 * number, line, colour=SOFT)
    at = _scaled(places, (_MARGIN + 4, top + 1.5, width - 14, _TALL - 3))
    canvas.lines([(_MARGIN, top, style.ems - _MARGIN, top), (_MARGIN, top + _TALL, style.ems - _MARGIN, top + _TALL)], colour=FAINT)
    for one, other in enumerate(nearest.tolist()):
        sure = found.nearest[one, other] >= _SURE
        canvas.lines([(*at[one], *at[other])], colour=INK if sure else FAINT, width=1.1 if sure else 0.9)
    for x, y in at:
        canvas.mark(x, y, LOOKS[0], size=0.8)
    lines = [(at[one], at[other]) for one, other in enumerate(nearest.tolist())]
    room = min(20.0, 0.4 * style.ems)
    texts = [wrap(f"{outlet} ({many:,})", room, size=_SMALL, lines=1)[0] for outlet, many in zip(found.outlets, found.articles)]
    for (x, y), text, leader in _labels(at, lines, texts, style.ems):
        canvas.text(x, y, text, size=_SMALL)
        if leader:
            canvas.lines([leader], colour=PALE, width=0.5)
    for (x, y), one, other in zip(at, range(len(at)), nearest.tolist()):
        canvas.area(x - 0.7, y - 0.7, 1.4, 1.4, apart.point(found, one, other))
    _scale(canvas, places, at, top + _TALL - 1.2)
    for number, line in enumerate(note):
        canvas.text(_MARGIN, top + _TALL + 1.4 + 1.25 * number, line, size=_SMALL, colour=SOFT)
    return *canvas.render(), canvas.areas


def _scaled(places: np.ndarray, box: tuple[float, float, float, float]) -> list[tuple[float, float]]:
    """The points in em, one scale for both axes, in the middle of a box (left, top, width, height)."""
    low, high = places.min(axis=0), places.max(axis=0)
    spread = np.maximum(high - low, 1e-9)
    unit = min(box[2] / spread[0], box[3] / spread[1])
    off = (box[2] - unit * spread[0]) / 2, (box[3] - unit * spread[1]) / 2
    return [(float(box[0] + off[0] + unit * (x - low[0])), float(box[1] + off[1] + unit * (high[1] - y))) for x, y in places]


def _labels(
    at: Sequence[Place], lines: Sequence[tuple[Place, Place]], texts: Sequence[str], across: float
) -> list[tuple[Place, str, Line | None]]:
    """Where each text starts, where it covers least of points, lines and other texts, and a line from its point unless it stands beside it.

    Beside the point is best; the further away, the worse. across: width of the chart, in em.
    """
    steps = np.linspace(0, 1, 60)
    strokes = [(x - 0.1, y - 0.1, x + 0.1, y + 0.1) for (a, b), (c, d) in lines for x, y in zip(a + steps * (c - a), b + steps * (d - b))]
    written: list[apart.Box] = []
    found = []
    for (x, y), text in sorted(zip(at, texts), key=lambda one: one[0][1]):
        # Other points keep a distance, so that a text is nearest to its own.
        others = [(a - 1, b - 0.9, a + 1, b + 0.9) for a, b in at if (a, b) != (x, y)]
        taken = [*written, *strokes, *others, (x - 0.6, y - 0.6, x + 0.6, y + 0.6)]
        wide = text_width(text, size=_SMALL)
        ways = [(start, y + shift) for shift in _SHIFTS for start in (x + 0.8, x - 0.8 - wide)]
        ways += [(start, y + shift) for shift in _SHIFTS[1:] for start in (x + 2.2, x - 2.2 - wide, x - wide / 2) if abs(shift) > 1]
        boxes = [(left, middle - 0.55, left + wide, middle + 0.55) for left, middle in ways]
        out = [100 * (left < 0.5 or right > across - 0.5) for left, _, right, _ in boxes]
        far = [0.12 * abs(middle - y) for _, middle in ways]
        worse = (apart.overlaps(boxes, taken) + far + out).tolist()
        best = min(range(len(ways)), key=lambda way: (round(worse[way], 6), way))
        written.append(boxes[best])
        left, top, right, bottom = boxes[best]
        leader = (x, y, min(max(x, left), right), min(max(y, top), bottom))
        found.append((ways[best], text, None if ways[best][1] == y else leader))
    return found


def _scale(canvas: Canvas, places: np.ndarray, at: Sequence[Place], y: float) -> None:
    """A bar of distance 0.1."""
    spread = places[:, 0].max() - places[:, 0].min()
    unit = (max(x for x, _ in at) - min(x for x, _ in at)) / spread if spread > 1e-9 else 0.0
    if 0 < 0.1 * unit < 30:
        left = _MARGIN + 0.4
        right = left + 0.1 * unit
        canvas.lines([(left, y, right, y), (left, y - 0.3, left, y + 0.3), (right, y - 0.3, right, y + 0.3)], colour=PALE)
        canvas.text(right + 0.5, y, "distance 0.1", size=0.74, colour=SOFT)


def _alt(found: Distances, nearest: np.ndarray) -> str:
    told = [f"{outlet}: {found.outlets[nearest[one]]} {found.matrix[one, nearest[one]]:.2f}" for one, outlet in enumerate(found.outlets)]
    return f"{TITLE}. {len(found.outlets)} points in a plane. Nearest outlet and distance of each: {'; '.join(told)}."
