"""What each outlet's labels say most of each actor: a table of actors by outlets, the most frequent facet in each cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import said
from framing.charts.canvas import Area, Canvas
from framing.charts.chart import Chart, not_drawn, outlets_not_drawn
from framing.charts.points import Point
from framing.charts.style import FAINT, INK, PALE, SHADE, SOFT, TINTS, Style, text_width, wrap

NAME = "label_matrix"
TITLE = "What each outlet's labels say most of each actor"
_ACTORS, _LEAST = 12, 5
_MARGIN, _ROW, _SMALL, _TINY = 1.2, 2.3, 0.86, 0.74
_SHORT, _SHORTER = 4, 3
_NAME = 14.0
_LEAST_CELL, _NARROW = 3.4, 50

Cells = Mapping[tuple[str, str], Sequence[Point]]
"""(actor, outlet) -> the most frequent facet, or facets where they tie."""


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A row an actor, a column an outlet; each cell a facet with its share, or its count. None without labels."""
    outlets, _, further = of.outlets(tables)
    of_cell: dict[tuple[str, str], list[Point]] = defaultdict(list)
    size: Counter[str] = Counter()
    for (actor, facet, outlet, _), point in of.points(estimates, "label_facets", ["outlet"]).items():
        if actor is not None and outlet in outlets:
            if facet != "none":
                of_cell[actor, outlet].append(point)
            size[actor] += point.count or 0
    cells = {where: top for where, found in of_cell.items() if (top := _top(found))}
    ranked = sorted((actor for actor in size if size[actor] >= _LEAST), key=lambda actor: (-size[actor], actor))
    actors = [actor for actor in ranked if any((actor, outlet) in cells for outlet in outlets)]
    if not actors:
        return None
    shown = actors[:_ACTORS]
    notes = (
        *_abbreviations(cells, shown, outlets, style),
        "Coloured: enough articles and labels for a share; the 95% intervals are in the chart's data. White: counts alone. "
        "Dash: no label with a facet.",
        *not_drawn([names.get(actor, actor) for actor in actors[_ACTORS:]], "actors"),
        *outlets_not_drawn(further),
    )
    png, svg, areas = _picture(cells, shown, outlets, names, notes, style)
    drawn = [point for actor in shown for outlet in outlets for point in cells.get((actor, outlet), ())]
    return Chart(NAME, TITLE, _alt(cells, shown, outlets, names), of.table(drawn), png, svg, areas)


def _top(found: Sequence[Point]) -> list[Point]:
    """The points of the highest count, several where they tie; none where nothing is counted."""
    most = max(point.count or 0 for point in found)
    return sorted((point for point in found if most and point.count == most), key=lambda point: point.category or "")


def _picture(
    cells: Cells, actors: Sequence[str], outlets: Sequence[str], names: Mapping[str, str], notes: Sequence[str], style: Style
) -> tuple[bytes, bytes, Sequence[Area]]:
    width, name = style.ems - 2 * _MARGIN, _name_width(style)
    subtitle = "The facet that most labels of the actor have in the outlet's own voice, with the share of its labels that have it."
    title, head = wrap(TITLE, width / 1.3, bold=True), wrap(subtitle, width)
    lines = [line for note in notes for line in wrap(note, width, size=_SMALL)]
    across = _across(style)
    lanes = [outlets[first : first + across] for first in range(0, len(outlets), across)]
    cell = _room(style) / min(across, len(outlets))
    leaning = any(text_width(outlet) > cell - 0.4 for outlet in outlets)
    deep = min(max(map(text_width, outlets)) * 0.72 + 1.2, 9.0) if leaning else 1.6
    tall = deep + _ROW * len(actors)
    top = 1.9 + 1.7 * len(title) + 1.35 * len(head)
    canvas = Canvas(style, top + (tall + 1.0) * len(lanes) + 0.6 + 1.25 * len(lines))
    for number, line in enumerate(title):
        canvas.text(_MARGIN, 1.6 + 1.7 * number, line, size=1.3, bold=True)
    for number, line in enumerate(head):
        canvas.text(_MARGIN, 1.5 + 1.7 * len(title) + 1.35 * number, line, colour=SOFT)
    tints = _tints(cells, actors)
    for place, lane in enumerate(lanes):
        y = top + (tall + 1.0) * place + deep
        _outlets(canvas, lane, (_MARGIN + name, y, cell), leaning=leaning)
        for row, actor in enumerate(actors):
            _actor(canvas, names.get(actor, actor), y + _ROW * (row + 0.5), name - 0.6)
            for column, outlet in enumerate(lane):
                _cell(canvas, cells.get((actor, outlet), ()), (_MARGIN + name + cell * column, y + _ROW * row, cell), tints)
    for number, line in enumerate(lines):
        canvas.text(_MARGIN, top + (tall + 1.0) * len(lanes) + 0.3 + 1.25 * number, line, size=_SMALL, colour=SOFT)
    return *canvas.render(), canvas.areas


def _name_width(style: Style) -> float:
    return min(_NAME, 0.34 * (style.ems - 2 * _MARGIN))


def _room(style: Style) -> float:
    """Width of the columns; a narrow chart leaves some at the right for a leaning name."""
    return style.ems - 2 * _MARGIN - _name_width(style) - (4.0 if style.ems < _NARROW else 0.0)


def _across(style: Style) -> int:
    """How many outlets stand side by side."""
    return max(1, int(_room(style) // _LEAST_CELL))


def _outlets(canvas: Canvas, outlets: Sequence[str], corner: tuple[float, float, float], *, leaning: bool) -> None:
    """Headings of the columns, above a corner (x, y and the width of a cell)."""
    x, y, cell = corner
    for column, outlet in enumerate(outlets):
        middle = x + cell * (column + 0.5)
        if leaning:
            canvas.text(middle - 0.4, y - 0.4, wrap(outlet, 11.5, lines=1)[0], angle=45)
        else:
            canvas.text(middle, y - 0.8, outlet, align="center")


def _actor(canvas: Canvas, name: str, middle: float, width: float) -> None:
    lines = wrap(name, width, lines=2)
    for number, line in enumerate(lines):
        canvas.text(_MARGIN, middle + 0.95 * (number - (len(lines) - 1) / 2), line)


def _tints(cells: Cells, actors: Sequence[str]) -> dict[str, str]:
    """A light colour for each facet, the most frequent first; further ones share the last, the word in the cell tells them apart."""
    often = Counter(point.category or "" for (actor, _), top in cells.items() if actor in actors for point in top)
    ranked = sorted(often, key=lambda facet: (-often[facet], facet))
    return {facet: TINTS[min(place, len(TINTS) - 1)] for place, facet in enumerate(ranked)}


def _cell(canvas: Canvas, top: Sequence[Point], box: tuple[float, float, float], tints: Mapping[str, str]) -> None:
    x, y, width = box
    left, right, bottom = x + 0.1, x + width - 0.1, y + _ROW - 0.1
    if not top:
        canvas.text(x + width / 2, y + _ROW / 2, "–", size=_SMALL, colour=PALE, align="center")
        return
    for number, point in enumerate(top):
        canvas.area(x + width * number / len(top), y, width / len(top), _ROW, point)
    given = top[0].value is not None
    if given:
        canvas.bar(left, y + 0.1, right - left, _ROW - 0.2, colour=tints[top[0].category or ""] if len(top) == 1 else SHADE, layer=1)
    canvas.lines([(left, y + 0.1, right, y + 0.1), (left, bottom, right, bottom)], colour=FAINT)
    canvas.lines([(left, y + 0.1, left, bottom), (right, y + 0.1, right, bottom)], colour=FAINT)
    number = f"{100 * top[0].value:.0f}%" if given else f"{top[0].count} of {top[0].observations}"
    canvas.text(x + width / 2, y + 0.75, _facets(top, width), size=_SMALL if len(top) == 1 else _TINY, bold=given, align="center")
    canvas.text(x + width / 2, y + 1.6, number, size=_TINY, align="center", colour=INK if given else SOFT)


def _facets(top: Sequence[Point], width: float) -> str:
    """The facet in the cell: its name, as much of it as fits, or how many tie."""
    names = [said(point.category or "") for point in top]
    if len(names) > 2:
        return f"{len(names)} tie"
    if text_width("/".join(names), size=_SMALL, bold=True) <= width - 0.4:
        return "/".join(names)
    return "/".join(name[: _SHORT if len(names) == 1 else _SHORTER] for name in names)


def _abbreviations(cells: Cells, actors: Sequence[str], outlets: Sequence[str], style: Style) -> Iterator[str]:
    """What cut names of facets stand for, where names are cut."""
    room = _room(style) / min(_across(style), len(outlets))
    tops = [top for (actor, _), top in cells.items() if actor in actors and len(top) < 3]
    whole = {said(point.category or "") for top in tops for point in top}
    cut = {name for name in whole if text_width(name, size=_SMALL, bold=True) > room - 0.4}
    if any(_facets(top, room) != "/".join(said(point.category or "") for point in top) for top in tops):
        yield f"Cut to fit: {', '.join(f'{name[:_SHORT]} {name}' for name in sorted(cut))}. With a stroke: as many labels have either."


def _alt(cells: Cells, actors: Sequence[str], outlets: Sequence[str], names: Mapping[str, str]) -> str:
    said_of = [sentence for actor in actors[:6] for sentence in _of_actor(cells, actor, outlets, names)]
    return f"{TITLE}. Table of {len(actors)} actors by {len(outlets)} outlets. {' '.join(said_of)}"


def _of_actor(cells: Cells, actor: str, outlets: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """Which outlets share a facet: "Rebels: political in ahram and trt; criminal in sana."."""
    among: dict[str, list[str]] = defaultdict(list)
    for outlet in outlets:
        for point in cells.get((actor, outlet), ())[:1]:
            share = f"{100 * point.value:.0f}%" if point.value is not None else f"{point.count} of {point.observations}"
            among[said(point.category or "")].append(f"{outlet} {share}")
    parts = [f"{facet} in {', '.join(found)}" for facet, found in sorted(among.items(), key=lambda item: (-len(item[1]), item[0]))]
    yield f"{names.get(actor, actor)}: {'; '.join(parts)}."
