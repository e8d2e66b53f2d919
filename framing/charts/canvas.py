"""A drawing surface measured in em from the top left, so that every style has the same layout at its own size.

What is drawn is first recorded, then made a picture; the same record is never made a picture twice (framing.memo).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from framing import memo
from framing.charts.points import Point
from framing.charts.style import INK, Look, Style, fonts, render

Line = tuple[float, float, float, float]
"""x, y of the first point, x, y of the second."""


@dataclass(frozen=True)
class Area:
    """Where a point is drawn: x, y of the top left corner, width and height as parts of the chart's."""

    x: float
    y: float
    width: float
    height: float
    point: Point


class Canvas:
    """Collects text, lines, bars and marks, and draws each kind in one go."""

    def __init__(self, style: Style, height: float) -> None:
        self.style = style
        self._height = height
        self._texts: list[tuple] = []
        self._bars: list[tuple] = []
        self._lines: dict[tuple[str, float, float], list[Line]] = defaultdict(list)
        self._marks: dict[tuple[Look, float], list[tuple[float, float]]] = defaultdict(list)
        self.areas: list[Area] = []

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 1.0,
        colour: str = INK,
        bold: bool = False,
        align: str = "left",
        angle: float = 0,
    ) -> None:
        """A line of text, centred on y; one at an angle (degrees) starts at the point."""
        self._texts.append((x, y, text, size, colour, bold, align, angle))

    def lines(self, lines: Sequence[Line], *, colour: str, width: float = 0.6, layer: float = 1) -> None:
        """Straight lines, width in points at the screen's text size."""
        self._lines[colour, width, layer].extend(lines)

    def bar(self, x: float, y: float, width: float, height: float, *, colour: str, hatch: str | None = None, layer: float = 1) -> None:
        """A filled rectangle from its top left; hatched ones are white inside."""
        self._bars.append((x, y, width, height, colour, hatch, layer))

    def mark(self, x: float, y: float, look: Look, *, size: float = 0.5) -> None:
        """A marker, size in em."""
        self._marks[look, size].append((x, y))

    def area(self, x: float, y: float, width: float, height: float, point: Point) -> None:
        """Notes that a rectangle, from its top left, shows the point: what a reader can open there."""
        across, down = self.style.ems, self._height
        self.areas.append(Area(*(round(part, 4) for part in (x / across, y / down, width / across, height / down)), point))

    def render(self) -> tuple[bytes, bytes]:
        """(PNG, SVG) of what was drawn."""
        record = [self.style, self._height, self._texts, self._bars, list(self._lines.items()), list(self._marks.items())]
        pictures = memo.kept("picture", record, lambda: dict(zip(("png", "svg"), self._drawn())))
        return pictures["png"], pictures["svg"]

    def _drawn(self) -> tuple[bytes, bytes]:
        from matplotlib.figure import Figure  # here: a picture that is kept needs none of it
        from matplotlib.lines import Line2D
        from matplotlib.patches import PathPatch, Rectangle
        from matplotlib.path import Path
        from matplotlib.text import Text

        figure = Figure(figsize=(self.style.width, self._height * self.style.em), facecolor="white")
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, self.style.ems)
        axes.set_ylim(self._height, 0)
        for x, y, text, size, colour, bold, align, angle in self._texts:
            look = {"fontsize": self.style.points * size, "family": fonts(text), "color": colour, "weight": "bold" if bold else "normal"}
            where = {"va": "bottom", "rotation": angle, "rotation_mode": "anchor"} if angle else {"va": "center_baseline"}
            figure.add_artist(Text(x, y, text, ha=align, parse_math=False, zorder=5, transform=axes.transData, **look, **where))
        for x, y, width, height, colour, hatch, layer in self._bars:
            hatched = {"facecolor": "white", "edgecolor": colour, "hatch": hatch, "linewidth": 0.6}
            axes.add_patch(Rectangle((x, y), width, height, zorder=layer, **(hatched if hatch else {"facecolor": colour, "linewidth": 0})))
        scale = self.style.points / 9.4
        for (colour, width, layer), lines in self._lines.items():
            # One path for all: as separate lines they would be most of an SVG.
            points = [point for a, b, c, d in lines for point in ((a, b), (c, d))]
            path = Path(points, [Path.MOVETO, Path.LINETO] * len(lines))
            patch = PathPatch(path, fill=False, edgecolor=colour, linewidth=width * scale, zorder=layer, capstyle="butt")
            patch.set_snap(False)
            axes.add_patch(patch)
        for (look, size), places in self._marks.items():
            x, y = zip(*places)
            fill = look.colour if look.filled else "white"
            marks = Line2D(x, y, linestyle="", marker=look.marker, markersize=self.style.points * size, zorder=4)
            marks.set(markerfacecolor=fill, markeredgecolor=look.colour, markeredgewidth=1.1 * scale)
            axes.add_line(marks)
        return render(figure, self.style)
