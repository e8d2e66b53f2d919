"""With and without agency copy: which figures of the report move most when the copy that outlets print of agencies does not count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from framing.report.grid import Cell, Grid, Kind, Row, aligned, interval, linked
from framing.report.names import Names
from framing.report.text import Markdown, escape, integer, md, number, percent, plural

SHOWN = 12


@dataclass(frozen=True)
class WithoutWire:
    """The section: sentences and a table; all empty where no figure counts agency copy."""

    says: Sequence[Markdown]
    table: Markdown


def without_wire(grids: Sequence[Grid], names: Names, link: Callable[[Row], str]) -> WithoutWire:
    """What becomes of the figures that tables print, those that move most first. link: the label of an estimate's evidence."""
    touched = [(grid, column, cell) for grid in grids for column in grid.columns for cell in _cells(grid, column)]
    known = [one for one in touched if one[2].ratio["without_wire"] is not None]
    moved = sorted((one for one in known if one[2].ratio["wire_difference"]), key=lambda one: -_size(one[2].ratio))
    if not touched:
        return WithoutWire((), Markdown())
    head = [Markdown(title) for title in ("Outlet", "figure", "all articles", "without agency copy", "articles left", "difference")]
    table = aligned(head, [_line(*one, names, link) for one in moved[:SHOWN]], left=(0, 1)) if moved else Markdown()
    return WithoutWire(_says(len(touched), known, len(moved)), table)


def _cells(grid: Grid, column: str | None) -> list[Cell]:
    """The figures of a column that may be given and count agency copy, in order of outlets."""
    found = sorted((outlet, cell) for (outlet, where), cell in grid.cells.items() if where == column and cell.allowed)
    return [cell for _, cell in found if cell.ratio["without_wire_observations"] != cell.ratio["observations"]]


def _size(row: Row) -> float:
    """How much a figure moves, against how sure it is: the move over the half width of its interval."""
    width = 0.0 if row["low"] is None else (row["high"] - row["low"]) / 2
    return abs(row["wire_difference"]) / width if width else 0.0


def _says(touched: int, known: Sequence[tuple[Grid, str | None, Cell]], moved: int) -> list[Markdown]:
    figures = plural(touched, "figure")
    said = [md("{figures} of the tables above {count} agency copy.", figures=figures, count="counts" if touched == 1 else "count")]
    if few := touched - len(known):
        said.append(
            md("Without it {few} cannot be given: too few articles or observations are left.", few="it" if touched == 1 else integer(few))
        )
    if known:
        apart = sum(_apart(cell.ratio) for _, _, cell in known)
        others = Markdown(" of the others" if len(known) < touched else "")
        where = md("In {apart}{others} the intervals of the two versions do not overlap.", apart=integer(apart), others=others)
        said.append(where if apart else md("The intervals of the two versions overlap in all{others}.", others=others))
    if moved > SHOWN:
        said.append(md("The table has the {shown} that move most against the width of their interval.", shown=integer(SHOWN)))
    said.append(
        Markdown("[estimates.csv](estimates.csv) has every estimate in both versions (columns `without_wire` and `wire_difference`).")
    )
    return said


def _apart(row: Row) -> bool:
    """Whether the intervals of the two versions lie apart; those without interval are taken as points."""
    ends = [[row[name] if row[end] is None else row[end] for end in (low, high)] for name, low, high in _VERSIONS]
    (low, high), (other_low, other_high) = ends
    return high < other_low or other_high < low


_VERSIONS = (("value", "low", "high"), ("without_wire", "without_wire_low", "without_wire_high"))


def _line(grid: Grid, column: str | None, cell: Cell, names: Names, link: Callable[[Row], str]) -> list[Markdown]:
    kind, row = grid.kind, cell.ratio
    rest = {**row, "value": row["without_wire"], "low": row["without_wire_low"], "high": row["without_wire_high"]}
    figure = md("{title}: {column}", title=names.title(kind, grid.actor, grid.followed), column=names.column(kind, column))
    value = percent if kind.unit == "share" else number
    shown = [_with_interval(kind, linked(kind, cell, link), row), _with_interval(kind, value(rest["value"]), rest)]
    return [escape(row["outlet"]), figure, *shown, integer(row["without_wire_articles"]), _difference(kind, row["wire_difference"])]


def _with_interval(kind: Kind, shown: Markdown, row: Row) -> Markdown:
    return shown if row["low"] is None else md("{shown} ({ends})", shown=shown, ends=interval(kind, row, "–"))


def _difference(kind: Kind, value: float) -> Markdown:
    sign = Markdown("+" if value > 0 else "")
    if kind.unit == "share":
        points = Markdown(f"{100 * value:.0f}".replace("-", "−"))
        return Markdown("0") if points in ("0", "−0") else md("{sign}{points}", sign=sign, points=points)
    return md("{sign}{value}", sign=sign, value=number(value))
