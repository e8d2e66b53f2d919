"""Sizes, fonts and colours of the charts, and the way from a drawing to bytes that are the same on every run.

matplotlib is loaded where it draws or measures: it takes a second, and the process that only hands charts on does without it.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FONT = "DejaVu Sans"
WIDER = ("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans", "Unifont", "Arial Unicode MS", "PingFang SC", "Microsoft YaHei")
"""Fonts for scripts that the usual one lacks, where they are installed; an SVG names them and leaves the choice to the reader's screen."""
INK, SOFT, PALE, FAINT, SHADE = "#1a1a1a", "#5f5f5f", "#8c8c8c", "#d2d2d2", "#f4f4f4"
TINTS = ("#a9cfe8", "#f3c59f", "#a8dbcb", "#ecd0e0", "#f6efa9", "#d5e9f6", "#e6e6e6", "#cfcfcf")
"""Light colours for areas that hold words, after Okabe and Ito."""
OKABE_ITO = {"blue": "#0072b2", "vermilion": "#d55e00", "green": "#009e73", "purple": "#cc79a7"}


@dataclass(frozen=True)
class Look:
    """How a series looks: colour, and a marker and fill that tell it apart without colour."""

    colour: str
    marker: str
    filled: bool

    @property
    def hatch(self) -> str | None:
        """Hatch of the series' bars."""
        return None if self.filled else "/////"


LOOKS = (
    Look(OKABE_ITO["blue"], "o", True),
    Look(OKABE_ITO["vermilion"], "D", False),
    Look(OKABE_ITO["green"], "s", True),
    Look(OKABE_ITO["purple"], "^", False),
)


@dataclass(frozen=True)
class Style:
    """Width of a chart in inches, size of its text in points, and dots per inch of the PNG."""

    name: str
    width: float
    points: float
    dpi: int

    @property
    def em(self) -> float:
        """The size of the text in inches: the unit of every distance in a chart."""
        return self.points / 72

    @property
    def ems(self) -> float:
        """The chart's width in em."""
        return self.width / self.em


STYLES: Mapping[str, Style] = {
    style.name: style
    for style in (
        Style("screen", 9.4, 9.4, 110),
        Style("print", 6.9, 7, 300),
        Style("slide", 13.3, 13.6, 110),
        Style("column", 3.15, 6, 300),  # a column of a journal, 8 cm
    )
}


def fonts(text: str) -> list[str]:
    """Fonts for a text: others than the usual one only where it lacks a character."""
    known = _characters()
    return [FONT] if all(ord(character) in known or character.isspace() for character in text) else [FONT, *_installed()]


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont(FONT)).get_charmap())


@lru_cache(maxsize=1)
def _installed() -> tuple[str, ...]:
    from matplotlib.font_manager import fontManager

    names = set(fontManager.get_font_names())
    return tuple(name for name in WIDER if name in names)


def text_width(text: str, *, size: float = 1.0, bold: bool = False) -> float:
    """Width of a line of text in em of the style's text."""
    return _width(text, bold) * size


@lru_cache(maxsize=4096)
def _width(text: str, bold: bool) -> float:
    """The sum of what each character takes: pairs that stand closer are not looked for, the width is an upper bound by a hair."""
    return sum(_advance(character, bold) for character in text)


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool) -> float:
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextToPath

    # With a stroke behind it, which no letter comes closer to: a blank takes its room only where something follows.
    font = FontProperties(family=fonts(character), size=100, weight="bold" if bold else "normal")
    with _quiet():
        with_stroke, stroke = (TextToPath().get_text_width_height_descent(text, font, ismath=False)[0] for text in (f"{character}|", "|"))
    return (with_stroke - stroke) / 100


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """A character that no installed font has is drawn as a box; a warning for each is of no use to the reader."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield


def wrap(text: str, width: float, *, size: float = 1.0, bold: bool = False, lines: int | None = None) -> list[str]:
    """Text in lines of at most width em, cut with an ellipsis when it needs more lines than allowed.

    >>> wrap("Agence France-Presse", 8)
    ['Agence', 'France-Presse']
    """
    found, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, size=size, bold=bold) > width:
            found.append(line)
            line = word
        else:
            line = longer
    found.append(line)
    if lines and len(found) > lines:
        found = [*found[: lines - 1], f"{' '.join(found[lines - 1 :])}"]
    return [_cut(line, width, size, bold) for line in found]


def _cut(line: str, width: float, size: float, bold: bool) -> str:
    if text_width(line, size=size, bold=bold) <= width:
        return line
    while line and text_width(f"{line}…", size=size, bold=bold) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def render(figure: Figure, style: Style) -> tuple[bytes, bytes]:
    """(PNG, SVG) of a figure, without date, version or random id."""
    import matplotlib as mpl

    # Letters without hinting and light compression: a third less time, hardly a difference to the eye or in size.
    settings = {"svg.hashsalt": "framing", "svg.fonttype": "none", "text.parse_math": False, "text.hinting": "none"}
    png, svg = io.BytesIO(), io.BytesIO()
    with mpl.rc_context(settings), _quiet():
        figure.savefig(png, format="png", dpi=style.dpi, metadata={"Software": None}, pil_kwargs={"compress_level": 3})
        figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": None})
    return png.getvalue(), svg.getvalue()
