"""Every two outlets against each other: the difference of their figures, with its interval first and a test second.

Compared: what the estimates give of outlets by themselves (shares, rates, means), in the outlet's own voice and in quoted voice (in all
voices where a measure knows no other), and on the scale of log-odds what they hold against all other outlets (distinctive labels and words,
harm without an agent). Distances are pairs by themselves and stand in the estimates.
Formula: difference = figure of the outlet - figure of the other; of log-odds that is the logarithm of the odds ratio.
Unit: that of the figure. Direction: above 0 the outlet has more. With the outlets exchanged, difference and interval change sign.
Interval: percentiles of the difference under the draws that the two figures' own intervals come from; each outlet draws for itself, so any
draw of the one goes with any of the other.
Test: permutation of the two outlets' articles within event (other outlets do not come in), two-sided; p counts the observed arrangement
too. Where 10 of the first 100 permutations are as extreme, p (then above .1) is taken from these (after Besag & Clifford 1991).
Family: all pairs in all cells of a measure and statistic, Benjamini-Hochberg; where the estimates do not test, pairs are not tested either.
Without agency copy: the same difference between the figures that the estimates give without it.
Within events: see `matched`; from five events that both report.
Undefined: where either figure is. A pair of which one has too few articles or observations has no row, unless counts are all that the
corpus allows: then every pair has its counts, and no difference. A pair of which neither has any has no row either.
Where the articles of one outlet do not differ (it never uses a word, say), the interval has the spread of the
other alone, and the note says so: then trust the test.
Source: Efron & Tibshirani (1993), ch. 16; Besag & Clifford (1991), Sequential Monte Carlo p-values, Biometrika 78.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import numpy as np
import pyarrow as pa

from framing.compare import estimate, resample
from framing.compare.estimate import Draws, Estimated
from framing.compare.figure import Figure
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import ONE_ARTICLE, Rules
from framing.compare.table import assemble
from framing.compare.within import Sums, within
from framing.tables import PAIRS, concat

STILL = "the articles of one outlet do not differ: the interval has the spread of the other alone"
NEITHER = "the articles of neither outlet differ: no interval"
NO_EXCHANGE = "no test: no event with articles of both outlets"
_FIRST, _ENOUGH = 100, 10

Log = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]
"""(what is counted, base, cells) -> log-odds; cells are the last axis."""


@dataclass(frozen=True, eq=False)
class Version:
    """Figures of outlets with their draws: value and whether the rules allow it, outlets x cells."""

    value: np.ndarray
    allowed: np.ndarray
    draws: Draws


@dataclass(frozen=True, eq=False)
class Compared:
    """Figures of outlets, ready to be held against each other.

    cells: actor, voice and category of each cell. given: all articles counted; rest: without agency copy, where that changes the outlet's
    figure (changed); changed and rest None where no article is agency copy. wanted: whether the outlet has something to divide by; like
    count (nan for a mean), size and articles, outlets x cells. tested: cells. sums: by article. log: makes log-odds of sums, None where
    figures are ratios of sums. least: a pair that counts less together gets no row.
    """

    measure: str
    statistic: str
    cells: Mapping[str, np.ndarray]
    given: Version
    rest: Version | None
    changed: np.ndarray | None
    wanted: np.ndarray
    count: np.ndarray
    size: np.ndarray
    articles: np.ndarray
    tested: np.ndarray
    sums: Sums
    log: Log | None = None
    least: int = 1


def of_estimated(figure: Figure, sample: Sample, found: Estimated, again: Estimated | None) -> Compared:
    """The figures that the estimates give of outlets by themselves. again: the same of `sample.without_wire(all_outlets=False)`."""
    sums, totals = found.sums, found.totals
    kept = np.flatnonzero(estimate.compared(sums.cells) & (totals.wanted.sum(axis=0) > 1))
    base_of = sums.base_of[kept]
    rest = changed = None
    if again is not None:
        changed = sample.without_wire(all_outlets=False).changed(sums.size)[:, base_of]
        # Where no outlet is left with enough articles, cells are others, and no figure is allowed.
        same = len(again.sums.base_of) == len(sums.base_of)
        rest = _version(again, kept) if same else Version(np.full(changed.shape, np.nan), np.zeros(changed.shape, bool), found.draws)
    return Compared(
        measure=figure.measure,
        statistic=figure.statistic,
        cells={name: values[kept] for name, values in sums.cells.items()},
        given=_version(found, kept),
        rest=rest,
        changed=changed,
        wanted=totals.wanted[:, kept],
        count=totals.count[:, kept] if figure.counts else np.full((len(sample.outlets), len(kept)), np.nan),
        size=totals.size[:, base_of],
        articles=totals.articles[:, base_of],
        tested=totals.tested[kept],
        sums=Sums(sums.weight[:, kept].toarray(), sums.base.toarray(), sums.size.toarray(), base_of),
    )


def _version(found: Estimated, kept: np.ndarray) -> Version:
    return Version(found.value[:, kept], found.totals.allowed[:, kept] & ~np.isnan(found.value[:, kept]), found.draws.of_cells(kept))


def pairs(found: Compared, sample: Sample, rules: Rules) -> pa.Table:
    """The pairs table of figures: a row for every two outlets and cell in which both may be given."""
    counts_only = max(map(len, sample.members), default=0) < rules.minimum_articles
    still = found.count == 0
    for outlet, at in enumerate(found.given.draws.at):
        drawn = found.given.draws.of[outlet]
        spread = np.ptp(drawn, axis=1) if len(drawn) else np.zeros(0)
        known = np.flatnonzero(at >= 0)
        still[outlet, known] |= spread[at[known]] <= 1e-6 * (1 + np.abs(found.given.value[outlet, known]))
    parts = []
    for outlet, other in combinations(range(len(sample.outlets)), 2):
        whole = found.wanted if counts_only else found.given.allowed
        cells = np.flatnonzero(whole[outlet] & whole[other] & ~(found.count[outlet] + found.count[other] < found.least))
        if len(cells):
            parts.append(_pair(found, sample, rules, (outlet, other), cells, still, counts_only=counts_only))
    if not parts:
        return concat("pairs", [])
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    columns["q_value"] = resample.adjust(columns["p_value"])
    columns["level"] = np.where(np.isnan(columns["low"]), np.nan, LEVEL)
    common = {"measure": found.measure, "statistic": found.statistic}
    return concat("pairs", [assemble(columns | common, PAIRS.schema)])


def _pair(
    found: Compared, sample: Sample, rules: Rules, pair: tuple[int, int], cells: np.ndarray, still: np.ndarray, *, counts_only: bool
) -> dict[str, np.ndarray]:
    """Columns of the rows of two outlets."""
    nothing, outlets = np.full(len(cells), np.nan), np.array(sample.outlets, object)
    columns: dict[str, np.ndarray] = {name: values[cells] for name, values in found.cells.items()}
    for prefix, outlet in zip(("", "other_"), pair):
        columns[f"{prefix}outlet" if not prefix else "other"] = np.full(len(cells), outlets[outlet], object)
        for name, values in (("value", found.given.value), ("count", found.count), ("articles", found.articles)):
            columns[f"{prefix}{name}"] = values[outlet, cells].astype(float)
        columns[f"{prefix}observations"] = found.size[outlet, cells].astype(float)
    if counts_only:
        note = ONE_ARTICLE if sample.single else f"every outlet has fewer than {rules.minimum_articles} articles: counts only"
        names = ("difference", "low", "high", "p_value", "without_wire", "without_wire_low", "without_wire_high", "events",
                 "within_events", "within_events_low", "within_events_high")  # fmt: skip
        return columns | dict.fromkeys(names, nothing) | {"note": np.full(len(cells), note, object)}
    difference = found.given.value[pair[0], cells] - found.given.value[pair[1], cells]
    alike = [still[outlet, cells] for outlet in pair]
    low, high = _interval(found, pair, cells, difference, rest=False)
    low, high = (np.where(alike[0] & alike[1], np.nan, end) for end in (low, high))
    tested = found.tested[cells]
    p = nothing.copy()
    p[tested] = _test(found, sample, pair, cells[tested])
    note = np.full(len(cells), None, object)
    note[alike[0] | alike[1]] = STILL
    note[alike[0] & alike[1]] = NEITHER
    note[tested & np.isnan(p)] = NO_EXCHANGE
    columns |= {"difference": difference, "low": low, "high": high, "p_value": p, "note": note}
    return columns | _without_wire(found, pair, cells, columns) | _within(found, sample, rules, pair, cells)


def _interval(
    found: Compared, pair: tuple[int, int], cells: np.ndarray, difference: np.ndarray, *, rest: bool
) -> tuple[np.ndarray, np.ndarray]:
    one, other = (_draws(found, outlet, cells, rest=rest) for outlet in pair)
    return resample.interval(one - other, difference)


def _draws(found: Compared, outlet: int, cells: np.ndarray, *, rest: bool) -> np.ndarray:
    """The draws of an outlet's cells; rest: those without agency copy where that changes the figure."""
    if not rest:
        return found.given.draws.take(outlet, cells)
    changed = found.changed[outlet, cells]
    drawn = np.empty((len(cells), found.given.draws.of[outlet].shape[1]), np.float32)
    drawn[changed], drawn[~changed] = found.rest.draws.take(outlet, cells[changed]), found.given.draws.take(outlet, cells[~changed])
    return drawn


def _without_wire(found: Compared, pair: tuple[int, int], cells: np.ndarray, given: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The difference without agency copy; where neither outlet has any it is the same."""
    value, low, high = (given[name].copy() for name in ("difference", "low", "high"))
    if found.rest is not None and (touched := found.changed[pair[0], cells] | found.changed[pair[1], cells]).any():
        value[touched], low[touched], high[touched] = np.nan, np.nan, np.nan
        left = [np.where(found.changed[outlet], found.rest.value[outlet], found.given.value[outlet]) for outlet in pair]
        may = [np.where(found.changed[outlet], found.rest.allowed[outlet], True) for outlet in pair]
        again = np.flatnonzero(touched & may[0][cells] & may[1][cells])
        value[again] = (left[0] - left[1])[cells[again]]
        ends = _interval(found, pair, cells[again], value[again], rest=True)
        narrow = ends[1] - ends[0] <= 1e-6 * (1 + np.abs(left[0]) + np.abs(left[1]))[cells[again]]
        low[again], high[again] = (np.where(narrow, np.nan, end) for end in ends)
    return {"without_wire": value, "without_wire_low": low, "without_wire_high": high}


def _within(found: Compared, sample: Sample, rules: Rules, pair: tuple[int, int], cells: np.ndarray) -> dict[str, np.ndarray]:
    names = ("events", "within_events", "within_events_low", "within_events_high")
    if found.log or not sample.named.any():
        return dict.fromkeys(names, np.full(len(cells), np.nan))
    inside = within(found.sums, sample, *pair, cells, rules)
    return dict(zip(names, (inside.events.astype(float), inside.value, inside.low, inside.high)))


def _test(found: Compared, sample: Sample, pair: tuple[int, int], cells: np.ndarray) -> np.ndarray:
    """p of the differences of two outlets, nan where no article can be exchanged."""
    deals, p = resample.dealt(sample, *pair) if len(cells) else None, np.full(len(cells), np.nan)
    if deals is None:
        return p
    members = np.concatenate([sample.members[outlet] for outlet in pair])
    used, base_of = np.unique(found.sums.base_of[cells], return_inverse=True)
    # Single precision: sums of counts are exact in it.
    sums = np.hstack([found.sums.weight[np.ix_(members, cells)], found.sums.base[np.ix_(members, used)]]).astype(np.float32)
    chance = partial(
        _chance, sums, base_of, lambda above, below, some: found.log(above, below, cells[some]) if found.log else above / below
    )
    (observed,) = chance(deals[:1])
    observed *= 1 - 1e-5  # a difference that is the same but for rounding is as extreme

    def beyond(dealt: np.ndarray, some: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        drawn = chance(dealt, some)
        return np.count_nonzero(drawn >= observed[some], axis=0), np.count_nonzero(~np.isnan(drawn), axis=0)

    extreme, defined = beyond(deals[1 : _FIRST + 1], np.arange(len(cells)))
    if len(deals) > _FIRST + 1 and (few := np.flatnonzero(extreme < _ENOUGH)).size:
        more, further = beyond(deals[_FIRST + 1 :], few)
        extreme[few] += more
        defined[few] += further
    return (1 + extreme) / (1 + defined)


def _chance(
    sums: np.ndarray, base_of: np.ndarray, figure: Callable[..., np.ndarray], deals: np.ndarray, some: np.ndarray | None = None
) -> np.ndarray:
    """How far apart the figures of two outlets are when articles are dealt to them: deals x cells, nan where one has no base.

    sums: articles x (cells, then bases). some: cells, all for None.
    """
    some = np.arange(len(base_of)) if some is None else some
    used, place = np.unique(base_of[some], return_inverse=True)
    taken = sums[:, np.concatenate([some, len(base_of) + used])]
    mine = deals.astype(np.float32) @ taken
    rest = taken.sum(axis=0) - mine
    with np.errstate(divide="ignore", invalid="ignore"):
        one, other = (figure(dealt[:, : len(some)], np.take(dealt[:, len(some) :], place, axis=1), some) for dealt in (mine, rest))
        return np.abs(one - other)
