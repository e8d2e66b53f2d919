"""Facets of the labels of an actor over time: a small panel for each outlet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from framing.charts import points as of
from framing.charts.by_outlet import said
from framing.charts.canvas import Area, Canvas
from framing.charts.chart import Chart, not_drawn
from framing.charts.points import Key, Point
from framing.charts.style import FAINT, LOOKS, PALE, SOFT, Style, text_width, wrap

NAME = "timeline"
TITLE = "Facets of the labels over time"
_ACTORS, _OUTLETS, _FACETS, _ACROSS = 3, 8, 3, 4
_NARROW = 50  # em
_MARGIN, _TALL, _GUTTER, _SMALL, _TINY = 1.2, 5.2, 2.2, 0.86, 0.66


@dataclass(frozen=True)
class _Panel:
    """An actor's labels in an outlet. points: (facet, period) -> point; size: labels of each period."""

    outlet: str
    points: Mapping[tuple[str, str], Point]
    size: Mapping[str, int]


@dataclass(frozen=True)
class _Strip:
    """An actor's panels and the facets that are followed in them."""

    actor: str
    facets: Sequence[str]
    panels: Sequence[_Panel]
    left_out: Sequence[str]


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A strip of panels an actor: periods across, shares (or counts, where nothing else is allowed) up. None without two periods."""
    found = of.points(estimates, "facets_by_period", ["outlet"])
    when = sorted({_parts(key)[0] for key in found})
    if len(when) < 2:
        return None
    given = any(point.value is not None for point in found.values())
    ranked = of.ranked((key[0], point.count or 0) for key, point in found.items() if point.value is not None or not given)
    strips = [strip for actor in ranked if (strip := _strip(found, actor, given)).panels][:_ACTORS]
    if not strips:
        return None
    seen = [period for strip in strips for panel in strip.panels for (_, period), point in panel.points.items() if _shown(point, given)]
    when = [period for period in when if min(seen) <= period <= max(seen)]
    png, svg, areas = _picture(strips, when, names, style, given=given)
    drawn = [point for strip in strips for panel in strip.panels for point in panel.points.values()]
    return Chart(NAME, TITLE, _alt(strips, when, names), of.table(drawn), png, svg, areas)


def _parts(key: Key) -> tuple[str, str]:
    """Period and facet of a category."""
    period, _, facet = (key[1] or "").partition(" ")
    return period, facet


def _strip(found: Mapping[Key, Point], actor: str, given: bool) -> _Strip:
    mine = {key: point for key, point in found.items() if key[0] == actor}
    facets = of.ranked((_parts(key)[1], point.count or 0) for key, point in mine.items())[:_FACETS]
    # An outlet with shares in two periods shows a change; one with a single share, or none, does not.
    steps = of.ranked((key[2], _shown(point, given)) for key, point in mine.items() if _parts(key)[1] == facets[0])
    main = [key[2] for key, point in mine.items() if _parts(key)[1] == facets[0] and _shown(point, given)]
    several = [outlet for outlet in steps if main.count(outlet) > 1]
    return _Strip(actor, facets, [_panel(mine, outlet, facets) for outlet in several[:_OUTLETS]], several[_OUTLETS:])


def _shown(point: Point, given: bool) -> bool:
    return point.value is not None or not given


def _panel(mine: Mapping[Key, Point], outlet: str, facets: Sequence[str]) -> _Panel:
    points = {(_parts(key)[1], _parts(key)[0]): point for key, point in mine.items() if key[2] == outlet and _parts(key)[1] in facets}
    return _Panel(outlet, points, {period: point.observations or 0 for (_, period), point in points.items()})


def _picture(
    strips: Sequence[_Strip], when: Sequence[str], names: Mapping[str, str], style: Style, *, given: bool
) -> tuple[bytes, bytes, Sequence[Area]]:
    """(PNG, SVG) of the strips, one below the other, and where their points are."""
    width = style.ems - 2 * _MARGIN
    what = "Share" if given else "Number"
    subtitle = f"{what} of labels of the actor that have the facet, by period, in the outlet's own voice. Below: labels of the period."
    intervals = "Lines up and down are 95% intervals (bootstrap over articles). No mark: too few articles or labels."
    notes = [intervals if given else "Marks are counts: too few articles or labels for shares or intervals."]
    notes += [note for strip in strips for note in not_drawn(strip.left_out, f"outlets for {names.get(strip.actor, strip.actor)}")]
    head, lines = wrap(subtitle, width), [line for note in notes for line in wrap(note, width, size=_SMALL)]
    across = _ACROSS if style.ems >= _NARROW else 2
    lanes = [-(-len(strip.panels) // across) for strip in strips]
    top = 3.4 + 1.35 * len(head)
    canvas = Canvas(style, top + sum(2.6 + lane * (_TALL + 3.6) for lane in lanes) + 1.25 * len(lines) + 0.8)
    canvas.text(_MARGIN, 1.6, TITLE, size=1.3, bold=True)
    for number, line in enumerate(head):
        canvas.text(_MARGIN, 3.2 + 1.35 * number, line, colour=SOFT)
    most = max((point.count or 0 for strip in strips for panel in strip.panels for point in panel.points.values()), default=1)
    y, wide = top, (width + _GUTTER) / across - _GUTTER
    for strip, lane in zip(strips, lanes):
        _heading(canvas, strip, names, y)
        for place, panel in enumerate(strip.panels):
            corner = _MARGIN + 1.6 + (place % across) * (wide + _GUTTER), y + 2.9 + (place // across) * (_TALL + 3.6)
            _draw_panel(canvas, panel, strip.facets, when, corner, wide - 1.6, None if given else max(most, 1))
        y += 2.6 + lane * (_TALL + 3.6)
    for number, line in enumerate(lines):
        canvas.text(_MARGIN, y + 0.6 + 1.25 * number, line, size=_SMALL, colour=SOFT)
    return *canvas.render(), canvas.areas


def _heading(canvas: Canvas, strip: _Strip, names: Mapping[str, str], y: float) -> None:
    name = names.get(strip.actor, strip.actor)
    canvas.text(_MARGIN, y + 0.7, name, bold=True)
    x = _MARGIN + text_width(name, bold=True) + 2
    for look, facet in zip(LOOKS, strip.facets):
        canvas.mark(x, y + 0.7, look)
        canvas.text(x + 0.8, y + 0.7, said(facet), size=_SMALL)
        x += 2.6 + text_width(said(facet), size=_SMALL)


def _draw_panel(
    canvas: Canvas, panel: _Panel, facets: Sequence[str], when: Sequence[str], corner: tuple[float, float], wide: float, most: int | None
) -> None:
    x, y = corner
    canvas.text(x, y - 0.75, wrap(panel.outlet, wide, lines=1)[0], size=_SMALL, bold=True)
    canvas.lines([(x, y + _TALL * part, x + wide, y + _TALL * part) for part in (0, 0.5, 1)], colour=FAINT)
    for part, tick in ((0, "100%" if most is None else f"{most}"), (1, "0")):
        canvas.text(x - 0.3, y + _TALL * part, tick, size=_TINY, colour=SOFT, align="right")
    step = wide / len(when)
    for place, period in enumerate(when):
        middle = x + step * (place + 0.5)
        size = panel.size.get(period, 0)
        canvas.text(middle, y + _TALL + 0.6, f"{size:,}" if size else "·", size=_TINY, colour=SOFT if size else PALE, align="center")
        if text_width(period, size=_TINY) + 0.5 < step or place in (0, len(when) - 1):
            canvas.text(middle, y + _TALL + 1.45, _short(period, step), size=_TINY, colour=PALE, align="center")
    for number, (look, facet) in enumerate(zip(LOOKS, facets)):
        aside = 0.32 * (number - (len(facets) - 1) / 2)
        last = None
        for place, period in enumerate(when):
            point = panel.points.get((facet, period))
            share = None if point is None else (point.value if most is None else (point.count or 0) / most)
            here = None if share is None else (x + step * (place + 0.5) + aside, y + _TALL * (1 - share))
            if here and last:
                canvas.lines([(*last, *here)], colour=look.colour, width=0.7, layer=2)
            if here and most is None and point.low is not None:
                ends = [(here[0], y + _TALL * (1 - end), *here) for end in (point.low, point.high)]
                canvas.lines(ends, colour=look.colour, layer=3)
            if here:
                canvas.mark(*here, look, size=0.42)
                canvas.area(here[0] - 0.5, here[1] - 0.5, 1.0, 1.0, point)
            last = here


def _short(period: str, step: float) -> str:
    """A period as it fits: "2024-W48", or without its century."""
    return period if text_width(period, size=_TINY) < step else period[2:]


def _alt(strips: Sequence[_Strip], when: Sequence[str], names: Mapping[str, str]) -> str:
    found = [sentence for strip in strips for panel in strip.panels for sentence in _change(strip, panel, names)]
    return f"{TITLE}. Panels by actor and outlet, {when[0]} to {when[-1]}. {' '.join(found[:6])}".strip()


def _change(strip: _Strip, panel: _Panel, names: Mapping[str, str]) -> list[str]:
    """How the actor's first facet moves in a panel."""
    first = strip.facets[0]
    points = {period: point for (facet, period), point in sorted(panel.points.items()) if facet == first and point.value is not None}
    steps = [f"{100 * point.value:.0f}% in {period}" for period, point in points.items()]
    return [f"{names.get(strip.actor, strip.actor)}, {said(first)}, {panel.outlet}: {', '.join(steps)}."] if len(steps) > 1 else []
