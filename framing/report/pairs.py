"""Outlet against outlet: which pairs differ in the figures of a question, as sentences and a table.

A difference of two outlets is stated where the interval of the difference lies off zero and, where a test was made, q < .05; where the
articles of one of the two do not differ, so that the interval is only half of one, there must be a test.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from framing.report.findings import POLARITIES, UNSAID, Q
from framing.report.grid import Grid, Kind, Row, aligned, linked
from framing.report.names import Names
from framing.report.text import Markdown, integer, md, number, plural, series

NOTHING = Markdown()
SHOWN = 8
OF_A_FIGURE = 2
"""Pairs of one figure in the table at most."""
MOST_OFTEN = 3
Key = tuple[str, str, str | None, str, str | None]
"""measure, statistic, actor, voice, category"""


@dataclass(frozen=True)
class Pair:
    """A stated difference: the higher outlet's cell and the lower one's are those of the table; row: of the pairs table, higher first."""

    grid: Grid
    column: str | None
    higher: str
    lower: str
    row: Row

    @property
    def effect(self) -> float:
        """The end of the interval that is nearer to zero, on the scale of `findings.Contrast.effect`."""
        near = min(abs(self.row[end]) for end in (("low", "high") if self.row["low"] is not None else ("difference",)))
        if self.grid.kind.unit == "share":
            alike = [self.row[f"{prefix}articles"] for prefix in ("", "other_") if self.row[f"{prefix}value"] in (0, 1)]
            return near - sum(3 / articles for articles in alike)
        return near / (POLARITIES if self.grid.kind.measure == "tone" else max(abs(self.row["value"]) + abs(self.row["other_value"]), 1))


@dataclass(frozen=True)
class Paired:
    """The pairs of a question's tables. compared: how many were compared; off: of these, with an interval off zero; stated: largest first.

    outlets: in how many comparisons an outlet stands. least: smallest p, None without a test.
    """

    compared: int
    off: int
    stated: Sequence[Pair]
    outlets: Mapping[str, int]
    least: float | None = None


@dataclass(frozen=True)
class Printed:
    """What the section says of its pairs; all empty where none were compared."""

    says: Sequence[Markdown] = ()
    table: Markdown = NOTHING


NO_PAIRS = Printed()


def by_figure(pairs: pa.Table | None) -> dict[Key, pa.Table]:
    """Pairs with a difference, by the figure that they are compared in."""
    if pairs is None:
        return {}
    known = pairs.filter(pc.is_valid(pairs["difference"]))
    keys = list(zip(*(known[name].to_pylist() for name in ("measure", "statistic", "actor", "voice", "category"))))
    places: dict[Key, list[int]] = defaultdict(list)
    for place, one in enumerate(keys):
        places[one].append(place)
    known = known.combine_chunks()
    return {one: known.slice(found[0], len(found)) if found[-1] - found[0] + 1 == len(found) else known.take(found)
            for one, found in places.items()}  # fmt: skip


def paired(grids: Iterable[Grid], known: Mapping[Key, pa.Table]) -> Paired:
    """The pairs in the columns that the tables of a question print."""
    compared, off, stated, outlets, p = 0, 0, [], Counter(), []
    for grid in grids:
        kind = grid.kind
        for column in grid.columns if kind.stated and not kind.periods else ():
            actor, category = (column, kind.category) if kind.across == "actor" else (grid.actor, column)
            found = known.get((kind.measure, kind.statistic, actor, kind.voice, category))
            if found is None or column in UNSAID:
                continue
            rows = found.to_pylist()
            compared += len(rows)
            off += sum(_off(row) for row in rows)
            p += [row["p_value"] for row in rows if row["p_value"] is not None]
            outlets.update(outlet for row in rows for outlet in (row["outlet"], row["other"]))
            stated += [_pair(grid, column, row) for row in rows if _may_be_stated(row)]
    return Paired(compared, off, sorted(stated, key=lambda pair: (-pair.effect, pair.higher, pair.lower)), outlets, min(p, default=None))


def _off(row: Row) -> bool:
    return row["low"] is not None and (row["low"] > 0 or row["high"] < 0)


def _may_be_stated(row: Row) -> bool:
    if row["q_value"] is None:
        return _off(row) and row["note"] is None
    return (_off(row) or (row["low"] is None and row["difference"] != 0)) and row["q_value"] < Q


def _pair(grid: Grid, column: str | None, row: Row) -> Pair:
    outlets = (row["outlet"], row["other"])
    return Pair(grid, column, *(outlets if row["difference"] > 0 else outlets[::-1]), row)


def printed(found: Paired, outlets: Sequence[str], names: Names, link: Callable[[Row], str], *, one_article_each: bool) -> Printed:
    """The sentences and the table. link: the label of an estimate's evidence."""
    if one_article_each or not found.compared:
        return NO_PAIRS
    shown = _few(found.stated)
    return Printed(_says(found, len(shown), outlets), _table(shown, names, link) if shown else Markdown())


def _few(stated: Sequence[Pair]) -> list[Pair]:
    """The largest differences, few of each figure."""
    kept: list[Pair] = []
    told: Counter[tuple] = Counter()
    for pair in stated:
        where = (pair.row["measure"], pair.row["actor"], pair.row["category"])
        if told[where] < OF_A_FIGURE:
            told[where] += 1
            kept.append(pair)
    return kept[:SHOWN]


def _says(found: Paired, shown: int, outlets: Sequence[str]) -> list[Markdown]:
    said = [
        md("In the figures of the tables of this section {compared} of two outlets can be made; in {off} the 95% interval of the "
           "difference lies off zero.", compared=plural(found.compared, "comparison"), off=integer(found.off))
    ]  # fmt: skip
    if not found.stated:
        said.append(Markdown("None may be stated: none passes the test of the two outlets' articles against each other (q < .05) as well."))
        if found.off and found.least is not None and found.least > Q / found.compared:
            said.append(
                md("The smallest p is {p}, too large for so many comparisons: few articles can be exchanged in few ways. The "
                   "findings above test an outlet against all others together: fewer tests, more articles.", p=_p(found.least))
            )  # fmt: skip
        return said
    differ = Counter(outlet for pair in found.stated for outlet in (pair.higher, pair.lower))
    often = sorted(differ, key=lambda outlet: (-differ[outlet], outlets.index(outlet)))[:MOST_OFTEN]
    listed = [
        md("{outlet} ({stated} of its {all})", outlet=one, stated=integer(differ[one]), all=integer(found.outlets[one])) for one in often
    ]
    said.append(
        md("{stated} may be stated, since {they} the test of the two outlets' articles against each other, too (q < .05).",
           stated=integer(len(found.stated)), they=Markdown("it passes" if len(found.stated) == 1 else "they pass"))
    )  # fmt: skip
    if len(found.outlets) > 2 and len(found.stated) > 1:
        said.append(md("Most often it is {listed} that differ from another outlet.", listed=series(listed)))
    if any(pair.grid.kind.unit == "share" for pair in found.stated):
        said.append(Markdown("Shares differ by percentage points; in brackets stands the interval of the difference."))
    if len(found.stated) > shown:
        most = plural(OF_A_FIGURE, "pair")
        said.append(md("The table has the largest, {most} of a figure at most; [pairs.csv](pairs.csv) has all.", most=most))
    return said


def _table(shown: Sequence[Pair], names: Names, link: Callable[[Row], str]) -> Markdown:
    head = ["Figure", "higher", "lower", "difference", "without agency copy", "within shared events", "q"]
    within = any(pair.row["within_events"] is not None for pair in shown)
    body = [_line(pair, names, link) for pair in shown]
    kept = [place for place in range(len(head)) if within or place != 5]
    return aligned([Markdown(head[place]) for place in kept], [[line[place] for place in kept] for line in body], left=(0, 1, 2))


def _line(pair: Pair, names: Names, link: Callable[[Row], str]) -> list[Markdown]:
    kind, row, sign = pair.grid.kind, pair.row, 1 if pair.row["difference"] > 0 else -1
    title = names.title(kind, pair.grid.actor, pair.grid.followed)
    figure = md("{title}: {column}", title=title, column=names.column(kind, pair.column))
    outlets = [md("{outlet} {value}", outlet=one, value=_linked(pair, one, link)) for one in (pair.higher, pair.lower)]
    versions = [_with_ends(kind, sign, *(row[name] for name in columns)) for columns in _VERSIONS]
    return [figure, *outlets, *versions, Markdown("–") if row["q_value"] is None else _p(row["q_value"])]


_VERSIONS = (("difference", "low", "high"), ("without_wire", "without_wire_low", "without_wire_high"),
             ("within_events", "within_events_low", "within_events_high"))  # fmt: skip


def _linked(pair: Pair, outlet: str, link: Callable[[Row], str]) -> Markdown:
    """An outlet's figure, a link to its evidence."""
    return linked(pair.grid.kind, pair.grid.cells[outlet, pair.column], link)


def _with_ends(kind: Kind, sign: int, value: float | None, low: float | None, high: float | None) -> Markdown:
    """A difference with its interval: "35 (21 to 48)"; shares in percentage points."""
    if value is None:
        return Markdown("–")
    if low is None or high is None:
        return _amount(kind, sign * value)
    ends = sorted((sign * low, sign * high))
    return md("{value} ({low} to {high})", value=_amount(kind, sign * value), low=_amount(kind, ends[0]), high=_amount(kind, ends[1]))


def _amount(kind: Kind, value: float) -> Markdown:
    return Markdown(str(round(100 * value)).replace("-", "−")) if kind.unit == "share" else number(value)


def _p(value: float) -> Markdown:
    return Markdown("under .001" if value < 0.001 else f"{value:.3f}".removeprefix("0"))
