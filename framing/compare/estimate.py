"""Figures to estimates: counts, ratios of sums with their intervals, and tests between outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from framing.compare import resample
from framing.compare.figure import Figure
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import ONE_ARTICLE, Rules
from framing.compare.sums import Sums, cell_sums, outlet_sums
from framing.compare.table import assemble, held_out, method

NO_SPREAD = "the articles do not differ: no interval"
UNTESTED = "no test: too few articles of other outlets to compare with"
COMPARED = ("outlet", "quoted")
"""Voices in which outlets are compared pair by pair: disjoint, so that no observation is compared twice."""
_STEP = 1000  # figures drawn at a time: 16 MB at 2,000 draws


@dataclass(frozen=True, eq=False)
class Totals:
    """The same summed over each outlet's articles.

    count: outlets x cells. size, articles: outlets x bases. note: why a cell gets no figure, outlets x cells, None where it does.
    wanted: whether a cell gets rows: it has a base or, where categories are open and the cell's is not common, an observation.
    allowed: whether it gets a figure. tested: whether outlets are compared in it; per cell.
    """

    count: np.ndarray
    size: np.ndarray
    articles: np.ndarray
    note: np.ndarray
    wanted: np.ndarray
    allowed: np.ndarray
    tested: np.ndarray


@dataclass(frozen=True, eq=False)
class Estimated:
    """A figure's cells as they are estimated; value, low, high, p, note: outlets x cells. draws: of cells compared in pairs."""

    sums: Sums
    totals: Totals
    value: np.ndarray
    low: np.ndarray
    high: np.ndarray
    p: np.ndarray
    note: np.ndarray
    draws: Draws


@dataclass(frozen=True, eq=False)
class Draws:
    """The figure in each bootstrap draw. of: for each outlet cells x draws; at: place of a cell among an outlet's, -1 without draws."""

    of: list[np.ndarray]
    at: np.ndarray

    def take(self, outlet: int, cells: np.ndarray) -> np.ndarray:
        """The draws of an outlet's cells: cells x draws."""
        return self.of[outlet][self.at[outlet, cells]]

    def of_cells(self, cells: np.ndarray) -> Draws:
        """The draws of some cells, which are then all there are."""
        return Draws(self.of, self.at[:, cells])


def estimated(figure: Figure, sample: Sample, rules: Rules) -> Estimated | None:
    """Every outlet's share, rate or mean where the rules allow it, with its draws; None where nothing is counted."""
    # Where no outlet can get a figure, rare categories do no harm: all are counted.
    enough = max(map(len, sample.members), default=0) >= rules.minimum_articles
    sums = cell_sums(figure, len(sample.article_ids), enough=enough)
    if not len(sums.base_of) or not sample.outlets:
        return None
    totals = _totals(figure, sample, rules, sums)
    changed = sample.changed(sums.size)
    value, low, high, draws = _intervals(sample, sums, totals.allowed if changed is None else totals.allowed & changed[:, sums.base_of])
    p = _tests(sample, sums, totals.allowed & totals.tested)
    note = np.where(totals.allowed & totals.tested & np.isnan(p), UNTESTED, totals.note)
    # All or nothing, or the same in every article: draws without spread are no evidence that the figure is exact.
    narrow = high - low < 1e-9
    low, high, note = np.where(narrow, np.nan, low), np.where(narrow, np.nan, high), np.where(narrow, NO_SPREAD, note)
    return Estimated(sums, totals, value, low, high, p, note, draws)


def estimates(figure: Figure, sample: Sample, rules: Rules) -> list[pa.Table]:
    """Parts of the estimates table for one figure: every outlet's count and, where the rules allow it, its share, rate or mean."""
    found = estimated(figure, sample, rules)
    return [] if found is None else rows(figure, sample, found)


def rows(figure: Figure, sample: Sample, found: Estimated) -> list[pa.Table]:
    """What was estimated as parts of the estimates table."""
    sums, totals, p = found.sums, found.totals, found.p
    outlet, cell = np.nonzero(totals.wanted)
    common = _common(figure, sample, sums, outlet, cell) | {
        "articles": totals.articles[outlet, sums.base_of[cell]],
        "observations": totals.size[outlet, sums.base_of[cell]],
    }
    counted = {
        "statistic": "count",
        "value": totals.count[outlet, cell],
        "method": "observations counted",
        "note": ONE_ARTICLE if sample.single else None,
    }
    figures = {
        "statistic": figure.statistic,
        **{name: getattr(found, name)[outlet, cell] for name in ("value", "low", "high")},
        "p_value": p[outlet, cell],
        "q_value": resample.adjust(p)[outlet, cell],
        "level": np.where(np.isnan(found.low[outlet, cell]), np.nan, LEVEL),
        "method": method(figure.method, sample),
        "note": found.note[outlet, cell],
    }
    shown = (totals.count[outlet, cell] >= figure.least) | totals.tested[cell]
    parts = [assemble(common | figures).filter(pa.array(shown)), held_out(figure.measure, p[totals.wanted & totals.tested])]
    return [assemble(common | counted), *parts] if figure.counts else parts


def _common(figure: Figure, sample: Sample, sums: Sums, outlet: np.ndarray, cell: np.ndarray) -> dict[str, object]:
    named = {name: values[cell] for name, values in sums.cells.items()}
    return named | {"measure": figure.measure, "outlet": np.array(sample.outlets, object)[outlet]}


def _totals(figure: Figure, sample: Sample, rules: Rules, sums: Sums) -> Totals:
    count, base, size = (outlet_sums(sample, articles) for articles in (sums.count, sums.base, sums.size))
    articles = outlet_sums(sample, (sums.size > 0).astype(float))
    objections = rules.objections(articles, size, single=sample.single)
    common = sums.count.sum(axis=0) >= figure.common if figure.common else np.full(count.shape[1], figure.closed)
    wanted = np.where(common, size[:, sums.base_of] > 0, count > 0)
    note = objections[:, sums.base_of]
    allowed = wanted & (note == None) & (base[:, sums.base_of] > 0) & ((count >= figure.least) | common)  # noqa: E711 - elementwise
    tested = np.isin(sums.cells["voice"], figure.tested) & common
    return Totals(count, size.astype(int), articles.astype(int), note, wanted, allowed, tested)


def compared(cells: Mapping[str, np.ndarray]) -> np.ndarray:
    """Whether outlets are compared pair by pair in each cell: in own and in quoted voice, else in all voices together."""
    apart = np.isin(cells["voice"], COMPARED)
    return apart if apart.any() else cells["voice"] == "all"


def _intervals(sample: Sample, sums: Sums, allowed: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, Draws]:
    """Value, low and high of every allowed cell (outlets x cells), nan elsewhere, and the draws of those that are compared."""
    found, at, kept = np.full((3, *allowed.shape), np.nan), np.full(allowed.shape, -1), compared(sums.cells)
    draws: list[np.ndarray] = []
    for outlet, members in enumerate(sample.members):
        columns, mine = np.flatnonzero(allowed[outlet]), []
        at[outlet, columns[kept[columns]]] = np.arange(kept[columns].sum())
        for first in range(0, len(columns), _STEP):
            part = columns[first : first + _STEP]
            used, base_of = np.unique(sums.base_of[part], return_inverse=True)
            weight, base = sums.weight[members][:, part], sums.base[members][:, used]
            value = resample.ratio(weight.sum(axis=0), base.sum(axis=0)[base_of])
            drawn = resample.ratio(resample.drawn_sums(sample, outlet, weight), resample.drawn_sums(sample, outlet, base)[base_of])
            found[:, outlet, part] = value, *resample.interval(drawn, value)
            mine.append(drawn[kept[part]].astype(np.float32))  # half the room: six digits are what the tables give
        draws.append(np.concatenate(mine) if mine else np.zeros((0, sample.draws), np.float32))
    return found[0], found[1], found[2], Draws(draws, at)


def _tests(sample: Sample, sums: Sums, tested: np.ndarray) -> np.ndarray:
    """p of every tested outlet and cell, nan elsewhere; a test needs a second outlet that the rules allow."""
    columns = np.flatnonzero(tested.sum(axis=0) > 1)
    p = np.full(tested.shape, np.nan)
    if len(columns):
        used, base_of = np.unique(sums.base_of[columns], return_inverse=True)
        p[:, columns] = resample.permutation(sample, sums.weight[:, columns].toarray(), sums.base[:, used].toarray(), base_of)
    return np.where(tested, p, np.nan)
