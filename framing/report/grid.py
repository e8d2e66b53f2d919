"""Tables of the report: outlets down, categories or actors across, each number with its interval and a link to its evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from framing.report.text import Markdown, escape, integer, join, md, number, percent

ACROSS = 6
"""Columns of figures at most; the rest is summed."""
PERIODS = 12
"""Periods across at most, the last ones."""
TABLES = 4
"""Tables of one kind at most, one for each of the most frequent actors; the rest is summed in a sentence."""

Row = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of table, as its question asks for it.

    measure, statistic, voice: which estimates. across: what the columns are, "category" or "actor".
    apart: "actor" when each actor has a table of its own. base: the noun of what is divided by, in the plural.
    title: heading of a table, with {actor}. finding: a sentence about two outlets, with the fields that findings.py gives.
    counting: what is counted, with {actor} and {category}, for a corpus with one article per outlet; None where there it is not said.
    unit: "share" or "number". category: the one category that is asked for, None for all.
    everyone: what all actors together are called, None when they get no table. wanted: columns in this order, None for the most
    frequent first. open: an outlet that has the base and no estimate of a column
    does not use it. periods: whether a category is a period and what is followed over time: a table for each actor and category
    followed, periods across. tables: how many at most; least: observations
    of an actor below which it gets none. stated: whether differences in it are told as findings.
    """

    measure: str
    statistic: str
    voice: str
    across: str
    title: str
    base: str
    finding: str
    counting: str | None = None
    apart: str | None = None
    unit: str = "share"
    category: str | None = None
    wanted: tuple[str, ...] | None = None
    open: bool = False
    everyone: str | None = None
    periods: bool = False
    tables: int = TABLES
    least: int = 1
    stated: bool = True


@dataclass(frozen=True)
class Cell:
    """One outlet's figure: the count (None without one) and the ratio (None without one), rows of estimates."""

    count: Row | None = None
    ratio: Row | None = None

    @property
    def estimate(self) -> Row | None:
        """The row that the printed number stands for."""
        return self.ratio if self.allowed or self.count is None else self.count

    @property
    def allowed(self) -> bool:
        """Whether the rules on numbers let the ratio be given."""
        return self.ratio is not None and self.ratio["value"] is not None

    @property
    def counted(self) -> int:
        """How many observations; articles, for a mean over articles, which has no count."""
        if self.count:
            return int(self.count["value"])
        return self.ratio["articles"] if self.ratio else 0


@dataclass(frozen=True)
class Grid:
    """A table before it is printed. cells: (outlet, column) -> figure; rest: further columns, not printed; followed: over time."""

    kind: Kind
    actor: str | None
    columns: Sequence[str | None]
    rest: Sequence[str | None]
    cells: Mapping[tuple[str, str | None], Cell]
    followed: str | None = None

    def shown(self, outlets: Sequence[str]) -> list[Row]:
        """Estimates that the table prints and that count something, in reading order."""
        cells = (self.cells.get((outlet, column)) for column in self.columns for outlet in outlets)
        return [cell.estimate for cell in cells if cell and cell.counted]


def grids(kind: Kind, estimates: Iterable[Row]) -> tuple[list[Grid], Counter[str]]:
    """The tables of a kind, most frequent actors first, and the counts of the actors that get none."""
    mine = [row for row in estimates if row["measure"] == kind.measure and row["voice"] == kind.voice]
    mine = [row for row in mine if row["statistic"] in ("count", kind.statistic) and kind.category in (None, row["category"])]
    parts: dict[str | None, list[Row]] = defaultdict(list)
    for row in mine:
        if row["actor"] is None and "actor" in (kind.apart, kind.across) and not kind.everyone:
            continue
        parts[row["actor"] if kind.apart else None].append(row)
    if kind.periods:
        return _over_time(kind, parts), Counter()
    sizes = Counter({actor: int(_total(rows)) for actor, rows in parts.items()})
    if len(parts) == 2 and len(set(sizes.values())) == 1:
        parts.pop(None, None)  # one actor is all there are
    enough = [actor for actor in parts if sizes[actor] >= kind.least]
    ranked = sorted(enough, key=lambda actor: (actor is not None, -sizes[actor], actor or ""))
    shown = kind.tables + (None in parts)
    made = [_grid(kind, actor, parts[actor]) for actor in ranked[:shown]]
    if kind.statistic == "odds_ratio":
        made = [grid for grid in made if any(cell.allowed for cell in grid.cells.values())]
    return [grid for grid in made if grid.columns], Counter({actor: sizes[actor] for actor in parts if actor not in ranked[:shown]})


def _total(rows: Sequence[Row]) -> float:
    """What the rows count in all; a mean over articles counts nothing but what it stands on."""
    counts = [row["value"] or 0 for row in rows if row["statistic"] == "count"]
    return sum(counts) if counts else sum(row["observations"] or 0 for row in rows)


def _over_time(kind: Kind, parts: Mapping[str | None, Sequence[Row]]) -> list[Grid]:
    """A table for each actor and category followed, those with most observations first, a column for each period."""
    followed: dict[tuple[str | None, str], list[Row]] = defaultdict(list)
    for actor, rows in parts.items():
        for row in rows:
            followed[actor, row["category"].partition(" ")[2]].append(row)
    ranked = sorted(followed, key=lambda one: (-_total(followed[one]), one[0] or "", one[1]))
    made = [(_grid(kind, actor, followed[actor, category]), category) for actor, category in ranked[: kind.tables]]
    last = [(table, category, sorted([*table.columns, *table.rest])[-PERIODS:]) for table, category in made]
    return [replace(table, columns=columns, rest=(), followed=category) for table, category, columns in last]


def _grid(kind: Kind, actor: str | None, rows: Sequence[Row]) -> Grid:
    found: dict[tuple[str, str | None], dict[str, Row]] = defaultdict(dict)
    for row in rows:
        found[row["outlet"], row[kind.across]]["count" if row["statistic"] == "count" else "ratio"] = row
    cells = {where: Cell(**both) for where, both in found.items()}
    sizes: Counter[str | None] = Counter()
    for (_, column), cell in cells.items():
        sizes[column] += cell.counted
    ranked = sorted((column for column in sizes if sizes[column]), key=lambda column: (-sizes[column], column or ""))
    if kind.wanted is not None:
        ranked = [column for column in kind.wanted if sizes[column]]
    return Grid(kind, actor, ranked[:ACROSS], ranked[ACROSS:], cells)


def printed(grid: Grid, outlets: Sequence[str], link: Callable[[Row], str], name: Callable[[str | None], str]) -> Markdown:
    """The table in Markdown, its columns aligned for reading as plain text.

    link: the label of an estimate's evidence; name: what a column is called.
    """
    head = [Markdown("Outlet"), Markdown(grid.kind.base), *(escape(name(column)) for column in grid.columns)]
    if grid.rest:
        head.append(Markdown(f"{len(grid.rest)} more"))
    return aligned(head, [_line(grid, outlet, link) for outlet in outlets])


def _line(grid: Grid, outlet: str, link: Callable[[Row], str]) -> list[Markdown]:
    mine = {column: cell for (where, column), cell in grid.cells.items() if where == outlet and cell.estimate}
    sizes = [cell.estimate["observations"] for cell in mine.values()]
    # Actors have bases of their own, which add up; categories share one, or are part of the widest.
    size = sum(sizes) if grid.kind.across == "actor" else max(sizes, default=0)
    line = [escape(outlet), integer(size), *(_cell(grid.kind, mine.get(column), size, link) for column in grid.columns)]
    if grid.rest:
        line.append(integer(sum(mine[column].counted for column in grid.rest if column in mine)))
    return line


def _cell(kind: Kind, cell: Cell | None, size: int, link: Callable[[Row], str]) -> Markdown:
    if cell is None:
        return Markdown("0" if kind.open and size else "–")
    shown = linked(kind, cell, link)
    if cell.allowed and cell.ratio["low"] is not None:
        return md("{shown} ({ends})", shown=shown, ends=interval(kind, cell.ratio, "–"))
    return shown


def linked(kind: Kind, cell: Cell, link: Callable[[Row], str]) -> Markdown:
    """A cell's number as a link to its evidence; a zero has none."""
    shown = value(kind, cell)
    return md("[{shown}][{name}]", shown=shown, name=link(cell.estimate)) if cell.counted else shown


def value(kind: Kind, cell: Cell) -> Markdown:
    """A cell's number: the ratio where the rules allow it, else the count ("3 of 12", "n=3")."""
    if cell.allowed:
        return percent(cell.ratio["value"]) if kind.unit == "share" else number(cell.ratio["value"])
    if kind.unit == "share":
        return md("{count} of {base}", count=integer(cell.counted), base=integer(cell.estimate["observations"]))
    return md("n={count}", count=integer(cell.counted))


def interval(kind: Kind, estimate: Row, between: str = " to ") -> Markdown:
    """The ends of an estimate's interval: "55 to 69%"."""
    written = percent if kind.unit == "share" else number
    low, high = written(estimate["low"]), written(estimate["high"])
    return Markdown(f"{low.removesuffix('%')}{between}{high}")


def aligned(head: Sequence[Markdown], body: Sequence[Sequence[Markdown]], *, left: Sequence[int] = (0,)) -> Markdown:
    """Cells as a Markdown table whose columns line up in plain text; columns in `left` start at the left, others end at the right."""
    widths = [max(3, *(len(line[column]) for line in [head, *body])) for column in range(len(head))]
    rule = [":" + "-" * (width - 1) if column in left else "-" * (width - 1) + ":" for column, width in enumerate(widths)]
    lines = (
        [cell.ljust(width) if column in left else cell.rjust(width) for column, (cell, width) in enumerate(zip(line, widths))]
        for line in [head, rule, *body]
    )
    return join((Markdown("| " + " | ".join(line) + " |") for line in lines), "\n")
