"""Estimates to sentences: what the rules on numbers allow to be said, and why nothing is said where they do not.

A difference between outlets is stated when both figures stand on enough articles and observations, their intervals do not
overlap, and, where a test was made, one of the two outlets differs from all others together at q < .05. Where all articles of an
outlet are alike, its figure has no interval: then there must be a test. Sentences describe words; they name no cause and no motive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from framing.report.grid import Cell, Grid, Kind, Row, interval, linked
from framing.report.names import Names
from framing.report.text import Markdown, capital, integer, md, percent, plural, series

Q = 0.05
FINDINGS = 6
"""Differences stated for a question at most."""
FOR_AN_ACTOR = 2
POLARITIES = 2
"""Width of the range of mean polarity, from -1 to 1."""
COUNTED_OUTLETS = 8
COUNTED_TABLES = 2
UNSAID = ("none", "unresolved")
"""Categories that hold what the measures could not tell: they say as much about the measure as about the outlet."""

Link = Callable[[Row], str]


@dataclass(frozen=True)
class Contrast:
    """Two outlets that differ in one figure: the highest and the lowest of all whose figure may be given."""

    grid: Grid
    column: str | None
    high: Cell
    low: Cell
    compared: int

    @property
    def effect(self) -> float:
        """Distance between the intervals: of shares as it is, of mean polarities as a part of their range, of rates and scores as a part
        of their size. A share that is the same in all articles is taken to be as sure as the rule of three says (Hanley and Lippman-Hand
        1983: 3 / articles), or the fewest articles would lead.
        """
        kind, high, low = self.grid.kind, self.high.ratio, self.low.ratio
        if kind.unit == "share":
            unsure = [3 / row["articles"] if row["low"] is None else 0.0 for row in (high, low)]
            return _end(high, "low") - _end(low, "high") - sum(unsure)
        gap, size = _end(high, "low") - _end(low, "high"), abs(high["value"]) + abs(low["value"])
        return gap / (POLARITIES if kind.measure == "tone" else max(size, 1))

    @property
    def actor(self) -> str | None:
        """Whom it is about."""
        return self.high.ratio["actor"]

    @property
    def outlets(self) -> set[str]:
        """The two outlets."""
        return {self.high.ratio["outlet"], self.low.ratio["outlet"]}


def contrasts(grids: Iterable[Grid], *, most: int = FINDINGS) -> list[Contrast]:
    """The differences that may be stated for the tables of a question, the largest first, few for each actor, none that repeats another."""
    stated = [grid for grid in grids if grid.kind.stated and not grid.kind.periods]
    columns = [(grid, column) for grid in stated for column in grid.columns if column not in UNSAID]
    found = [one for grid, column in columns if (one := contrast(grid, column))]
    specific = {(one.grid.kind.measure, one.column) for one in found if one.actor is not None}
    kept: list[Contrast] = []
    told: Counter[str | None] = Counter()
    for one in sorted(found, key=lambda one: -one.effect):
        # What holds for all actors together is left to the actors for whom it holds.
        if one.actor is None and (one.grid.kind.measure, one.column) in specific:
            continue
        if any(_repeats(one, other) for other in kept) or (one.actor and told[one.actor] == FOR_AN_ACTOR):
            continue
        told[one.actor] += 1
        kept.append(one)
    return kept[:most]


def _repeats(one: Contrast, other: Contrast) -> bool:
    """Whether two differences say the same of an actor in a voice: of the same two outlets, of one of them by another measure, or
    of one that is high in the one because it is low in the other.
    """
    if one.actor is None or one.actor != other.actor or one.grid.kind.voice != other.grid.kind.voice:
        return False
    if one.grid.kind.measure != other.grid.kind.measure:
        return bool(one.outlets & other.outlets)
    crossed = {one.high.ratio["outlet"], other.high.ratio["outlet"]} & {one.low.ratio["outlet"], other.low.ratio["outlet"]}
    return one.outlets == other.outlets or bool(crossed)


def contrast(grid: Grid, column: str | None) -> Contrast | None:
    """The highest and the lowest outlet of a column, where the rules let them be called different; None where they do not."""
    cells = [cell for (_, where), cell in sorted(grid.cells.items(), key=lambda item: item[0][0]) if where == column and cell.allowed]
    if len(cells) < 2:
        return None
    high = max(cells, key=lambda cell: cell.ratio["value"])
    low = min(cells, key=lambda cell: cell.ratio["value"])
    return Contrast(grid, column, high, low, len(cells)) if differ(high.ratio, low.ratio) else None


def differ(high: Row, low: Row) -> bool:
    """Whether the rules let two estimates be called different."""
    tests = [row["q_value"] for row in (high, low) if row["q_value"] is not None]
    without_test = high["low"] is not None and low["high"] is not None
    return _end(low, "high") < _end(high, "low") and (min(tests) < Q if tests else without_test)


def _end(estimate: Row, end: str) -> float:
    """An end of the interval, the figure itself without one."""
    return estimate["value"] if estimate[end] is None else estimate[end]


def sentence(contrast: Contrast, *, names: Names, link: Link) -> Markdown:
    """The difference in words, numbers linked to their evidence."""
    kind, high, low = contrast.grid.kind, contrast.high, contrast.low
    # Outlets are spelled as they spell themselves: only a first letter that is not theirs becomes a capital.
    said = md(
        capital(kind.finding),
        actor=names.spoken(names.of_table(contrast.grid.kind, high.ratio["actor"])),
        category=names.spoken(names.category(kind.measure, high.ratio["category"])),
        high=high.ratio["outlet"],
        low=low.ratio["outlet"],
        high_value=linked(kind, high, link),
        low_value=linked(kind, low, link),
        high_n=_support(kind, high.ratio, first=True),
        low_n=_support(kind, low.ratio, first=high.ratio["low"] is None),
    )
    return md("{said}{others}{open}.", said=said, others=_others(contrast), open=Markdown(_NEVER if _open(contrast) else ""))


_NEVER = "; outlets that never use it are not compared"


def _open(contrast: Contrast) -> bool:
    """Whether some outlet with the base has no estimate, because it never uses what is rare elsewhere too."""
    cells = contrast.grid.cells
    based = {outlet for (outlet, _), cell in cells.items() if cell.allowed}
    return contrast.grid.kind.open and any((outlet, contrast.column) not in cells for outlet in based)


def _others(contrast: Contrast) -> Markdown:
    """Where the other outlets stand; several may be as high or as low as the two that are named."""
    others = contrast.compared - 2
    if not others:
        return Markdown()
    outlets, lie = ("one other outlet", "lies") if others == 1 else (md("{count} other outlets", count=integer(others)), "lie")
    return md("; {outlets} with enough {base} {lie} within this range", outlets=outlets, base=contrast.grid.kind.base, lie=lie)


def _support(kind: Kind, estimate: Row, *, first: bool = False) -> Markdown:
    base = md("{base} in {articles}", base=_base(kind, estimate["observations"]), articles=plural(estimate["articles"], "article"))
    if estimate["low"] is None:
        return base
    level = md("{level} interval ", level=percent(estimate["level"])) if first else Markdown()
    return md("{level}{ends}; {base}", level=level, ends=interval(kind, estimate), base=base)


def _base(kind: Kind, count: int) -> Markdown:
    return plural(count, kind.base.removesuffix("s"), kind.base)


def counted(grids: Sequence[Grid], outlets: Sequence[str], *, names: Names, link: Link) -> list[Markdown]:
    """What each article has, in counts, for the most frequent column of the first tables: the case of one article per outlet."""
    return [_count(grid, outlets[:COUNTED_OUTLETS], names, link) for grid in grids[:COUNTED_TABLES] if grid.kind.counting]


def _count(grid: Grid, outlets: Sequence[str], names: Names, link: Link) -> Markdown:
    kind, column = grid.kind, grid.columns[0]
    actor, category = (column, kind.category) if kind.across == "actor" else (grid.actor, column)
    cells = [(outlet, cell) for outlet in outlets if (cell := grid.cells.get((outlet, column)))]
    return md(
        "{what}: {listed}.",
        what=capital(md(kind.counting, actor=names.of_table(kind, actor), category=names.category(kind.measure, category))),
        listed=series([_counted_in(kind, outlet, cell, link) for outlet, cell in cells]),
    )


def _counted_in(kind: Kind, outlet: str, cell: Cell, link: Link) -> Markdown:
    if kind.unit == "share":
        return md("{value} in {outlet}", value=linked(kind, cell, link), outlet=outlet)
    count = md("[{count}][{name}]", count=integer(cell.counted), name=link(cell.estimate)) if cell.counted else integer(0)
    return md("{count} in {base} of {outlet}", count=count, base=_base(kind, cell.estimate["observations"]), outlet=outlet)


@dataclass(frozen=True)
class Change:
    """An outlet whose figure differs between the first and the last period in which it may be given."""

    grid: Grid
    first: Cell
    last: Cell

    @property
    def effect(self) -> float:
        """Distance between the intervals."""
        low, high = sorted((self.first.ratio, self.last.ratio), key=lambda row: row["value"])
        return _end(high, "low") - _end(low, "high")


def changes(grids: Iterable[Grid], *, most: int = FINDINGS) -> list[Change]:
    """The changes over time that may be stated: both intervals are known and do not overlap; one an outlet and actor, the largest first."""
    found = []
    for grid in (grid for grid in grids if grid.kind.periods):
        for outlet in sorted({outlet for outlet, _ in grid.cells}):
            known = [cell for column in grid.columns if (cell := grid.cells.get((outlet, column))) and cell.allowed]
            known = [cell for cell in known if cell.ratio["low"] is not None]
            if len(known) > 1 and (change := Change(grid, known[0], known[-1])).effect > 0:
                found.append(change)
    kept: dict[tuple[str, str | None], Change] = {}
    for change in sorted(found, key=lambda change: -change.effect):
        kept.setdefault((change.first.ratio["outlet"], change.grid.actor), change)
    return list(kept.values())[:most]


def change_sentence(change: Change, *, names: Names, link: Link) -> Markdown:
    """The change in words."""
    kind = change.grid.kind
    first, last = (cell.ratio["category"].partition(" ")[0] for cell in (change.first, change.last))
    return md(
        capital(kind.finding) + ".",
        actor=names.of_table(kind, change.grid.actor),
        category=change.grid.followed,
        outlet=change.first.ratio["outlet"],
        first=first,
        last=last,
        first_value=linked(kind, change.first, link),
        last_value=linked(kind, change.last, link),
        first_n=_support(kind, change.first.ratio, first=True),
        last_n=_support(kind, change.last.ratio),
    )


def silence(grids: Sequence[Grid], *, one_article_each: bool) -> Markdown:
    """Why no difference between outlets is stated for a question."""
    cells = [cell for grid in grids for cell in grid.cells.values()]
    if one_article_each:
        return Markdown("With one article per outlet no difference between outlets can be stated.")
    if sum(cell.allowed for cell in cells) < 2:
        return Markdown("No two outlets have the 5 articles and 20 observations that a share or rate needs here, so only counts are given.")
    return Markdown("No difference is stated: where outlets have enough articles and observations, none passes the rules above.")
