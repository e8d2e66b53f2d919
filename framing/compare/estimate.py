"""Figures to rows of the estimates table: counts, ratios of sums with their intervals, and tests between outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pyarrow as pa
from scipy import sparse

from framing.compare import resample
from framing.compare.figure import VOICES, Figure, Items
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import ONE_ARTICLE, Rules
from framing.tables import ESTIMATES

NO_SPREAD = "the articles do not differ: no interval"
UNTESTED = "no test: too few articles of other outlets to compare with"
PERMUTATION = "permutation of outlets over articles within event"
COMPARED = ("outlet", "quoted")
"""Voices in which outlets are compared pair by pair: disjoint, so that no observation is compared twice."""
_STEP = 1000  # figures drawn at a time: 16 MB at 2,000 draws


@dataclass(frozen=True, eq=False)
class Sums:
    """A figure's cells with what each article adds to them.

    cells: actor, voice and category of each cell. weight, count: articles x cells. base, size: articles x bases.
    base_of: place of each cell's base.
    """

    cells: dict[str, np.ndarray]
    base_of: np.ndarray
    weight: sparse.csr_array
    count: sparse.csr_array
    base: sparse.csr_array
    size: sparse.csr_array


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
    sums = _sums(figure, len(sample.article_ids), enough=enough)
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


def assemble(columns: Mapping[str, object], schema: pa.Schema = ESTIMATES.schema) -> pa.Table:
    """Columns as a part of the estimates table: nan is null, a single value stands in every row, a missing column is null."""
    rows = max(len(values) for values in columns.values() if isinstance(values, np.ndarray))
    made = []
    for field in schema:
        values = columns.get(field.name)
        if not isinstance(values, np.ndarray):
            made.append(pa.repeat(pa.scalar(values, field.type), rows))
        elif pa.types.is_floating(field.type):
            # Six decimals, so that the last bits of a sum never show; + 0.0 for no negative zero.
            made.append(pa.array(np.round(values.astype(float), 6) + 0.0, field.type, from_pandas=True))
        elif values.dtype.kind == "f":
            made.append(pa.array(values, from_pandas=True).cast(field.type))
        else:
            made.append(pa.array(values.tolist(), field.type))
    return pa.table(made, schema=schema)


def held_out(measure: str, p: np.ndarray) -> pa.Table:
    """How many tests of a family were made and how many are undefined, as rows of the estimates table."""
    undefined = int(np.isnan(p).sum())
    counts = np.array([len(p) - undefined, undefined], float)
    common = {"measure": "tests", "category": measure, "voice": "all", "method": PERMUTATION}
    return assemble(common | {"statistic": np.array(["made", "held_out"], object), "value": counts}).slice(0, 2 if len(p) else 0)


def method(how: str, sample: Sample) -> str:
    """How a value and its interval were made, in words."""
    within = "outlet and event" if len(set(sample.event.tolist())) > 1 else "outlet"
    return f"{how}; percentile bootstrap over articles within {within}, {sample.draws} draws, seed {sample.seed}"


def matrix(sample: Sample, items: Items, column: np.ndarray, columns: int, values: np.ndarray) -> sparse.csr_array:
    """Sums of values by article and column; items of articles that were left out do not count."""
    return _matrix(len(sample.article_ids), items, column, columns, values)


def _matrix(articles: int, items: Items, column: np.ndarray, columns: int, values: np.ndarray) -> sparse.csr_array:
    kept = (items.article >= 0) & (column >= 0)
    data = (values[kept].astype(float), (items.article[kept], column[kept]))
    return sparse.csr_array(data, shape=(articles, columns))


def outlet_sums(sample: Sample, articles: sparse.csr_array) -> np.ndarray:
    """Sum of each column over each outlet's articles: outlets x columns."""
    return (sample.membership @ articles).toarray()


def _common(figure: Figure, sample: Sample, sums: Sums, outlet: np.ndarray, cell: np.ndarray) -> dict[str, object]:
    named = {name: values[cell] for name, values in sums.cells.items()}
    return named | {"measure": figure.measure, "outlet": np.array(sample.outlets, object)[outlet]}


def _keys(figure: Figure, items: Items) -> np.ndarray:
    """One number for each item's cell; in order of actor, voice and category."""
    return ((items.actor + 1) * len(VOICES) + items.voice) * (len(figure.counted.categories) + 1) + items.category + 1


def _cells(figure: Figure, keys: np.ndarray) -> dict[str, np.ndarray]:
    """What the keys stand for."""
    rest, category = np.divmod(keys, len(figure.counted.categories) + 1)
    actor, voice = np.divmod(rest, len(VOICES))
    names = {"actor": (None, *figure.counted.actors), "voice": VOICES, "category": (None, *figure.counted.categories)}
    codes = {"actor": actor, "voice": voice, "category": category}
    return {name: np.array([*values, None], object)[:-1][codes[name]] for name, values in names.items()}


@lru_cache(maxsize=1)
def _sums(figure: Figure, articles: int, *, enough: bool) -> Sums:
    """The figure's cells and bases in order, with the article-level sums. Kept for a second look at the same figure.

    enough: whether some outlet has enough articles for a figure.
    """
    counted = figure.counted.take(figure.counted.article >= 0)
    base = figure.base.take(figure.base.article >= 0)
    keys, base_keys, width = _keys(figure, counted), _keys(figure, base), len(counted.categories) + 1
    bases = np.unique(base_keys)
    if figure.by_category or (figure.closed and width == 1):
        cells = bases
    elif figure.closed:
        cells = np.sort((bases[:, None] + np.arange(1, width)[None, :]).ravel())
    else:
        cells, uses = np.unique(keys[np.isin(keys - keys % width, bases)], return_counts=True)
        cells = cells[uses >= figure.least] if enough else cells
    column, base_column = _places(keys, cells), _places(base_keys, bases)
    return Sums(
        cells=_cells(figure, cells),
        base_of=_places(cells if figure.by_category else cells - cells % width, bases),
        weight=_matrix(articles, counted, column, len(cells), counted.weight),
        count=_matrix(articles, counted, column, len(cells), counted.size),
        base=_matrix(articles, base, base_column, len(bases), base.weight),
        size=_matrix(articles, base, base_column, len(bases), base.size),
    )


def _places(keys: np.ndarray, among: np.ndarray) -> np.ndarray:
    """Place of each key in a sorted array, -1 for those it does not hold."""
    places = np.minimum(np.searchsorted(among, keys), max(len(among) - 1, 0))
    return np.where(among[places] == keys, places, -1) if len(among) else np.full(len(keys), -1)


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
