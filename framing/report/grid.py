"""Tables of the report: outlets down, categories or actors across, each number with its interval and a link to its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.report.text import Markdown, escape, integer, join, md, number, percent

ACROSS = 6
"""Columns of figures at most; the rest is summed."""
TABLES = 4
"""Tables of one kind at most, one for each of the most frequent actors; the rest is summed in a sentence."""

Row = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of table, as its question asks for it.

    measure, statistic, voice: which estimates. across: what the columns are, "category" or "actor".
    apart: "actor" when each actor has a table of its own. base: the noun of what is divided by, in the plural.
    title: heading of a table, with {actor}. finding: a sentence about two outlets, with the fields that findings.py gives.
    unit: "share" or "number". category: the one category that is asked for, None for all.
    wanted: columns in this order, None for the most frequent first.
    """

    measure: str
    statistic: str
    voice: str
    across: str
    title: str
    base: str
    finding: str
    apart: str | None = None
    unit: str = "share"
    category: str | None = None
    wanted: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Cell:
    """One outlet's figure: the count (None without one) and the ratio (None without one), rows of estimates."""

    count: Row | None = None
    ratio: Row | None = None

    @property
    def estimate(self) -> Row | None:
        """The row that the printed number stands for."""
        return self.ratio if self.allowed else self.count

    @property
    def allowed(self) -> bool:
        """Whether the rules on numbers let the ratio be given."""
        return self.ratio is not None and self.ratio["value"] is not None

    @property
    def counted(self) -> int:
        """How many observations, 0 without a count."""
        return int(self.count["value"]) if self.count else 0


@dataclass(frozen=True)
class Grid:
    """A table before it is printed. cells: (outlet, column) -> figure; rest: further columns, not printed."""

    kind: Kind
    actor: str | None
    columns: Sequence[str | None]
    rest: Sequence[str | None]
    cells: Mapping[tuple[str, str | None], Cell]

    def shown(self, outlets: Sequence[str]) -> list[Row]:
        """Estimates that the table prints, in reading order."""
        cells = (self.cells.get((outlet, column)) for column in self.columns for outlet in outlets)
        return [cell.estimate for cell in cells if cell and cell.estimate]


def grids(kind: Kind, estimates: Iterable[Row]) -> tuple[list[Grid], Counter[str]]:
    """The tables of a kind, most frequent actors first, and the counts of the actors that get none."""
    mine = [row for row in estimates if row["measure"] == kind.measure and row["voice"] == kind.voice]
    mine = [row for row in mine if row["statistic"] in ("count", kind.statistic) and kind.category in (None, row["category"])]
    parts: dict[str | None, list[Row]] = defaultdict(list)
    for row in mine:
        if row["actor"] is None and "actor" in (kind.apart, kind.across):
            continue  # all actors together
        parts[row["actor"] if kind.apart else None].append(row)
    sizes = Counter({actor: int(_total(rows)) for actor, rows in parts.items()})
    ranked = sorted(parts, key=lambda actor: (-sizes[actor], actor or ""))
    made = [_grid(kind, actor, parts[actor]) for actor in ranked[:TABLES]]
    return [grid for grid in made if grid.columns], Counter({actor: sizes[actor] for actor in ranked[TABLES:]})


def _total(rows: Iterable[Row]) -> float:
    return sum(row["value"] or 0 for row in rows if row["statistic"] == "count")


def _grid(kind: Kind, actor: str | None, rows: Sequence[Row]) -> Grid:
    found: dict[tuple[str, str | None], dict[str, Row]] = defaultdict(dict)
    sizes: Counter[str | None] = Counter()
    for row in rows:
        column = row[kind.across]
        found[row["outlet"], column]["count" if row["statistic"] == "count" else "ratio"] = row
        sizes[column] += row["value"] or 0 if row["statistic"] == "count" else 0
    ranked = sorted(sizes, key=lambda column: (-sizes[column], column or ""))
    if kind.wanted is not None:
        ranked = [column for column in kind.wanted if column in sizes]
    cells = {where: Cell(**both) for where, both in found.items()}
    return Grid(kind, actor, ranked[:ACROSS], ranked[ACROSS:], cells)


def printed(grid: Grid, outlets: Sequence[str], link: Callable[[Row], str], name: Callable[[str | None], str]) -> Markdown:
    """The table in Markdown, its columns aligned for reading as plain text.

    link: the label of an estimate's evidence; name: what a column is called.
    """
    head = [Markdown("Outlet"), Markdown(grid.kind.base), *(escape(name(column)) for column in grid.columns)]
    if grid.rest:
        head.append(Markdown(f"{len(grid.rest)} more"))
    body = [_line(grid, outlet, link) for outlet in outlets]
    return aligned(head, [line for line in body if line])


def _line(grid: Grid, outlet: str, link: Callable[[Row], str]) -> list[Markdown]:
    cells = [grid.cells.get((outlet, column)) for column in grid.columns]
    sizes = {cell.estimate["observations"] for cell in cells if cell and cell.estimate}
    if not sizes:
        return []
    line = [escape(outlet), Markdown(integer(max(sizes))), *(_cell(grid.kind, cell, link) for cell in cells)]
    if grid.rest:
        counted = sum(grid.cells[outlet, column].counted for column in grid.rest if (outlet, column) in grid.cells)
        line.append(Markdown(integer(counted)))
    return line


def _cell(kind: Kind, cell: Cell | None, link: Callable[[Row], str]) -> Markdown:
    if cell is None or cell.estimate is None:
        return Markdown("–")
    shown = value(kind, cell)
    return md("[{shown}][{name}]{interval}", shown=shown, name=link(cell.estimate), interval=_interval(kind, cell))


def value(kind: Kind, cell: Cell) -> Markdown:
    """A cell's number: the ratio where the rules allow it, else the count ("3 of 12")."""
    if cell.allowed:
        return Markdown(percent(cell.ratio["value"]) if kind.unit == "share" else number(cell.ratio["value"]))
    if kind.unit == "share":
        return Markdown(f"{integer(cell.counted)} of {integer(cell.count['observations'])}")
    return Markdown(integer(cell.counted))


def _interval(kind: Kind, cell: Cell) -> Markdown:
    return md(" ({ends})", ends=interval(kind, cell.ratio, "–")) if cell.allowed and cell.ratio["low"] is not None else Markdown()


def interval(kind: Kind, estimate: Row, between: str = " to ") -> Markdown:
    """The ends of an estimate's interval: "55 to 69%"."""
    if kind.unit == "share":
        low, high = percent(estimate["low"]), percent(estimate["high"])
        return Markdown(f"{low.removesuffix('%') if low.endswith('%') else low}{between}{high}")
    return Markdown(f"{number(estimate['low'])}{between}{number(estimate['high'])}")


def aligned(head: Sequence[Markdown], body: Sequence[Sequence[Markdown]], *, left: Sequence[int] = (0,)) -> Markdown:
    """Cells as a Markdown table whose columns line up in plain text; columns in `left` start at the left, others end at the right."""
    widths = [max(3, *(len(line[column]) for line in [head, *body])) for column in range(len(head))]
    rule = [":" + "-" * (width - 1) if column in left else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    lines = (
        [cell.ljust(width) if column in left else cell.rjust(width) for column, (cell, width) in enumerate(zip(line, widths))]
        for line in [head, rule, *body]
    )
    return join((Markdown("| " + " | ".join(line) + " |") for line in lines), "\n")
