"""Figures to rows of the estimates table: counts, ratios of sums with their intervals, and tests between outlets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from framing.compare import resample
from framing.compare.figure import Base, Cell, Figure, Observation
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import ONE_ARTICLE, Rules

UNTESTED = "no test: too few articles of other outlets to compare with"
_STEP = 1000  # figures drawn at a time: 16 MB at 2,000 draws


@dataclass(frozen=True, eq=False)
class Sums:
    """A figure's cells with what each article adds to them.

    weight, count: articles x cells. base, size: articles x bases. base_of: index of each cell's base.
    """

    cells: list[Cell]
    base_of: np.ndarray
    weight: sparse.csr_array
    count: sparse.csr_array
    base: sparse.csr_array
    size: sparse.csr_array


@dataclass(frozen=True, eq=False)
class Totals:
    """Sums over each outlet's articles: count, wanted, allowed are outlets x cells; size, articles, objections outlets x bases.

    wanted: whether a cell gets rows: it has a base or, where categories are open, an observation. allowed: whether it gets a figure.
    """

    count: np.ndarray
    size: np.ndarray
    articles: np.ndarray
    objections: list[list[str | None]]
    wanted: np.ndarray
    allowed: np.ndarray


def estimates(figure: Figure, sample: Sample, rules: Rules) -> list[dict[str, object]]:
    """Rows of the estimates table for one figure: every outlet's count and, where the rules allow it, its share, rate or mean."""
    sums = _sums(figure, sample)
    if not sums.cells:
        return []
    totals = _totals(figure, sample, rules, sums)
    p, q = _tests(figure, sample, sums, totals)
    found: list[dict[str, object]] = []
    for outlet, name in enumerate(sample.outlets):
        given = _intervals(sample, outlet, sums, np.flatnonzero(totals.allowed[outlet]))
        for k in np.flatnonzero(totals.wanted[outlet]).tolist():
            b, cell = sums.base_of[k], sums.cells[k]
            common = {"measure": figure.measure, "outlet": name, **cell._asdict()}
            common |= {"articles": int(totals.articles[outlet, b]), "observations": int(totals.size[outlet, b])}
            if figure.counts:
                count = float(totals.count[outlet, k])
                note = ONE_ARTICLE if sample.single else None
                found.append(common | {"statistic": "count", "value": count, "method": "observations counted", "note": note})
            value, low, high = given.get(k, (None, None, None))
            untested = value is not None and cell.voice in figure.tested and p[outlet, k] is None
            found.append(
                common
                | {"statistic": figure.statistic, "value": value, "low": low, "high": high, "level": None if low is None else LEVEL}
                | {"p_value": p[outlet, k], "q_value": q[outlet, k], "method": method(figure.method, sample)}
                | {"note": UNTESTED if untested else totals.objections[outlet][b]}
            )
    return [*found, *held_out(figure.measure, p[totals.wanted & _tested(figure, sums)])]


def method(how: str, sample: Sample) -> str:
    """How a value and its interval were made, in words."""
    within = "outlet and event" if len(set(sample.event.tolist())) > 1 else "outlet"
    return f"{how}; percentile bootstrap over articles within {within}, {sample.draws} draws, seed {sample.seed}"


def rounded(values: np.ndarray) -> list[float | None]:
    """Values with six decimals, so that the last bits of a sum never show; None for nan."""
    return [None if np.isnan(value) else round(value, 6) + 0.0 for value in values.tolist()]


def _sums(figure: Figure, sample: Sample) -> Sums:
    """Cells and bases in order of name, with the article-level sums."""
    bases = sorted({base.cell for base in figure.base}, key=_key)
    at = {cell: position for position, cell in enumerate(bases)}
    cells = {item.cell for item in figure.counted if figure.base_of(item.cell) in at}
    if figure.closed and not figure.by_category:
        categories = {cell.category for cell in cells}
        cells |= {base._replace(category=category) for base in bases for category in categories}
    elif figure.closed:
        cells |= set(bases)
    ordered = sorted(cells, key=_key)
    column = {cell: position for position, cell in enumerate(ordered)}
    counted = [item for item in figure.counted if item.cell in column]
    return Sums(
        cells=ordered,
        base_of=np.array([at[figure.base_of(cell)] for cell in ordered], int),
        weight=_matrix(sample, counted, [item.weight for item in counted], column),
        count=_matrix(sample, counted, np.ones(len(counted)), column),
        base=_matrix(sample, figure.base, [item.weight for item in figure.base], at),
        size=_matrix(sample, figure.base, [item.size for item in figure.base], at),
    )


def _key(cell: Cell) -> tuple[str, str, str]:
    return cell.actor or "", cell.voice, cell.category or ""


def _matrix(sample: Sample, items: Sequence[Observation | Base], values: Iterable[float], column: dict[Cell, int]) -> sparse.csr_array:
    """Sums of values by article and cell; observations of articles that were left out do not count."""
    kept = [(sample.index[item.article_id], column[item.cell], value) for item, value in zip(items, values) if item.article_id in sample.index]
    articles, columns, numbers = zip(*kept) if kept else ((), (), ())
    data = (np.array(numbers, float), (np.array(articles, int), np.array(columns, int)))
    matrix = sparse.csr_array(data, shape=(len(sample.article_ids), len(column)))
    matrix.sum_duplicates()
    return matrix


def _totals(figure: Figure, sample: Sample, rules: Rules, sums: Sums) -> Totals:
    count, base, size = (np.array([matrix[members].sum(axis=0) for members in sample.members]) for matrix in (sums.count, sums.base, sums.size))
    articles = np.array([(sums.size[members] > 0).sum(axis=0) for members in sample.members])
    objections = [
        [rules.objection(int(a), int(n), single=sample.single) for a, n in zip(*outlet)] for outlet in zip(articles, size)
    ]
    passing = np.array([[objection is None for objection in outlet] for outlet in objections]) & (base > 0)
    wanted = size[:, sums.base_of] > 0 if figure.closed else count > 0
    return Totals(count, size, articles, objections, wanted, wanted & passing[:, sums.base_of])


def _tested(figure: Figure, sums: Sums) -> np.ndarray:
    """Whether each cell is tested."""
    return np.array([cell.voice in figure.tested for cell in sums.cells], bool)


def _tests(figure: Figure, sample: Sample, sums: Sums, totals: Totals) -> tuple[np.ndarray, np.ndarray]:
    """p and q of every outlet and cell, None where none is made: a test needs a second outlet that the rules allow."""
    columns = np.flatnonzero(_tested(figure, sums) & (totals.allowed.sum(axis=0) > 1))
    p = np.full(totals.allowed.shape, np.nan)
    if len(columns):
        p[:, columns] = resample.permutation(sample, sums.weight[:, columns].toarray(), sums.base[:, sums.base_of[columns]].toarray())
    return family(np.where(totals.allowed, p, np.nan))


def family(p_values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """p and q of one family of tests, outlets x cells, None for nan."""
    p = rounded(p_values.ravel())
    shape = p_values.shape
    return np.array(p, object).reshape(shape), np.array(resample.adjust(p), object).reshape(shape)


def held_out(measure: str, p_values: np.ndarray) -> list[dict[str, object]]:
    """How many tests of a family were made and how many are undefined, as rows of the estimates table."""
    undefined = sum(p is None for p in p_values)
    numbers = {"made": len(p_values) - undefined, "held_out": undefined}
    common = {"measure": "tests", "category": measure, "voice": "all", "method": "permutation of outlets over articles within event"}
    return [common | {"statistic": name, "value": float(number)} for name, number in numbers.items() if len(p_values)]


def _intervals(sample: Sample, outlet: int, sums: Sums, columns: np.ndarray) -> dict[int, tuple[float | None, ...]]:
    """Value, low and high of some cells of an outlet."""
    members, weights = sample.members[outlet], sample.weights[outlet]
    found: dict[int, tuple[float | None, ...]] = {}
    for first in range(0, len(columns), _STEP):
        part = columns[first : first + _STEP]
        used, base_of = np.unique(sums.base_of[part], return_inverse=True)
        weight, base = sums.weight[members][:, part].toarray(), sums.base[members][:, used].toarray()
        value = resample.ratio(weight.sum(axis=0), base.sum(axis=0)[base_of])
        drawn = resample.ratio(weight.T @ weights.T, (base.T @ weights.T)[base_of])
        low, high = resample.interval(drawn, value)
        found |= zip(part.tolist(), zip(rounded(value), rounded(low), rounded(high)))
    return found
