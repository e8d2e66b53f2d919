"""Odds ratio of an outlet against all other outlets together, with a bootstrap interval.

Formula, for a of n counted in the outlet and c of m in all others, with 1/2 added to every cell (Haldane 1956, Anscombe 1956), so that it
is defined where a cell is empty, in the corpus or in a draw:
    odds_ratio = (a + 1/2) (m - c + 1/2) / ((n - a + 1/2) (c + 1/2))
Unit: ratio of odds. Range: above 0. Direction: above 1 the outlet has more than the others. The correction pulls toward 1, noticeably only
where a cell is small. The interval redraws the articles of both sides.
Undefined: below the rules' minimum of articles and observations in the outlet or in the others.
Source: Haldane (1956), The estimation and significance of the logarithm of a ratio of frequencies, Annals of Human Genetics 20; Anscombe
(1956), On estimating binomial response relations, Biometrika 43. Worked by hand: 3 of 4 against 1 of 4 is (3.5 / 1.5)^2.

>>> float(ratio(*(np.array([float(count)]) for count in (3, 4, 1, 4))).round(4)[0])
5.4444
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from scipy import sparse

from framing.compare import pairs_odds, resample
from framing.compare.figure import VOICES, Figure, Items
from framing.compare.pairs import Compared
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import Rules
from framing.compare.sums import matrix
from framing.compare.table import assemble, method

METHOD = "odds ratio against all other outlets, 1/2 added to each cell (Haldane 1956)"
_HEARD = tuple(VOICES.index(voice) for voice in ("outlet", "quoted"))


def ratio(a: np.ndarray, n: np.ndarray, c: np.ndarray, m: np.ndarray) -> np.ndarray:
    """The corrected odds ratio of a of n against c of m; arrays that broadcast."""
    return (a + 0.5) * (m - c + 0.5) / ((n - a + 0.5) * (c + 0.5))


def odds_ratios(figure: Figure, sample: Sample, rules: Rules) -> list[pa.Table]:
    """Rows of the estimates table with the odds ratio of every cell of a figure that counts single observations."""
    found = _sums(figure, sample)
    if found is None:
        return []
    base, cells, above, below = found
    size, articles = resample.outlet_sums(sample, below.toarray()), resample.outlet_sums(sample, (below > 0).toarray().astype(float))
    own = rules.objections(articles, size, single=sample.single)
    others = rules.objections(articles.sum(axis=0) - articles, size.sum(axis=0) - size, single=sample.single, of="other outlets together: ")
    note = np.where(own == None, others, own)  # noqa: E711 - elementwise
    value, low, high = _ratios(sample, above, below, note == None)  # noqa: E711 - elementwise
    outlet, cell = np.nonzero(size > 0)
    columns = {
        "measure": figure.measure,
        "statistic": "odds_ratio",
        "outlet": np.array(sample.outlets, object)[outlet],
        **{name: values[cell] for name, values in _named(base, cells).items()},
        **{name: figures[outlet, cell] for name, figures in (("value", value), ("low", low), ("high", high))},
        "level": np.where(np.isnan(low[outlet, cell]), np.nan, LEVEL),
        "articles": articles[outlet, cell].astype(int),
        "observations": size[outlet, cell].astype(int),
        "method": method(METHOD, sample),
        "note": note[outlet, cell],
    }
    return [assemble(columns)]


def compared(figure: Figure, sample: Sample, rules: Rules) -> list[Compared]:
    """The log-odds of every two outlets in the same cells."""
    found = None if sample.single else _sums(figure, sample)
    if found is None:
        return []
    base, cells, above, below = found
    half, one = np.full(cells.shape[1], 0.5), np.ones(cells.shape[1])
    return [
        pairs_odds.compared(
            figure.measure, _named(base, cells), above.toarray(), below.toarray(), np.arange(cells.shape[1]), sample, rules,
            prior=half, total=one, tested=np.zeros(cells.shape[1], bool), least=1,
        )
    ]  # fmt: skip


def _ratios(sample: Sample, above: np.ndarray, below: np.ndarray, allowed: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Value, low and high of every allowed outlet and cell, nan elsewhere."""
    sums = [resample.outlet_sums(sample, matrix.toarray()) for matrix in (above, below)]
    value = np.where(allowed, ratio(*sums, *(total.sum(axis=0) - total for total in sums)), np.nan)
    low, high = np.full(value.shape, np.nan), np.full(value.shape, np.nan)
    wanted = np.flatnonzero(allowed.any(axis=0))
    if len(wanted):
        drawn = [[resample.drawn_sums(sample, outlet, matrix[members][:, wanted]) for outlet, members in enumerate(sample.members)]
                 for matrix in (above, below)]  # fmt: skip
        total = [sum(each) for each in drawn]
        for outlet in range(len(sample.outlets)):
            mine = [each[outlet] for each in drawn]
            draws = ratio(*mine, *(whole - part for whole, part in zip(total, mine)))
            low[outlet, wanted], high[outlet, wanted] = resample.interval(draws, value[outlet, wanted])
    return value, np.where(allowed, low, np.nan), np.where(allowed, high, np.nan)


def _sums(figure: Figure, sample: Sample) -> tuple[Items, np.ndarray, sparse.csr_array, sparse.csr_array] | None:
    """The items of the base, the cells as codes (actor, voice, category), and what each article has above and below; None for nothing."""
    counted, base = (items.take((items.article >= 0) & np.isin(items.voice, _HEARD)) for items in (figure.counted, figure.base))
    if len(sample.outlets) < 2 or not len(base.row):
        return None
    cells, place = np.unique(_keys(base), axis=1, return_inverse=True)
    among = {tuple(cell): index for index, cell in enumerate(cells.T.tolist())}
    of_counted = np.array([among[tuple(cell)] for cell in _keys(counted).T.tolist()], int)
    above = matrix(sample, counted, of_counted, cells.shape[1], counted.size)
    return base, cells, above, matrix(sample, base, place.ravel(), cells.shape[1], base.size)


def _named(base: Items, cells: np.ndarray) -> dict[str, np.ndarray]:
    """Actor, voice and category of the cells."""
    about = zip(("actor", "voice", "category"), cells, ((*base.actors, None), VOICES, (*base.categories, None)))  # -1 takes the last
    return {name: np.array([*(names[code] for code in codes), None], object)[:-1] for name, codes, names in about}


def _keys(items: Items) -> np.ndarray:
    return np.stack([items.actor, items.voice, items.category])

