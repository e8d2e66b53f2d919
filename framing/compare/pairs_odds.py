"""Pairs on the scale of log-odds: what the estimates hold against all other outlets, held against each other outlet.

Log-odds of an outlet with y of n, with a added to what is counted and a0 to the base, so that they are defined where it counts nothing:
    log_odds = ln((y + a) / (n + a0 - y - a))
For distinctive labels and words, a and a0 are the informative prior of `keyness` (Monroe, Colaresi & Quinn 2008); for harm without an agent
1/2 and 1 (Haldane 1956), as in `odds`. The difference of two outlets' log-odds is the logarithm of their odds ratio.

>>> log_odds(np.array([3.0]), np.array([4.0]), np.array([0.5]), 1.0).round(4)
array([0.8473])
"""

from __future__ import annotations

from functools import partial

import numpy as np
from scipy import sparse

from framing.compare import resample
from framing.compare.estimate import Draws
from framing.compare.pairs import Compared, Version
from framing.compare.resample import Sample
from framing.compare.rules import Rules
from framing.compare.within import Sums


def log_odds(y: np.ndarray, n: np.ndarray, prior: np.ndarray, total: np.ndarray | float) -> np.ndarray:
    """Log-odds of y of n with a prior; nan where an item is all there is."""
    with np.errstate(divide="ignore", invalid="ignore"):
        made = np.log((y + prior) / (n + total - y - prior))
        return np.where(np.isfinite(made), made, np.nan)


def compared(
    measure: str, cells: dict[str, np.ndarray], counts: np.ndarray, base: np.ndarray, base_of: np.ndarray, sample: Sample, rules: Rules, *,
    prior: np.ndarray, total: np.ndarray, tested: np.ndarray, least: int,
) -> Compared:
    """The log-odds of outlets. counts, base: articles x cells and x bases; prior, total: of each cell; least: uses by two outlets."""
    size, articles = (resample.outlet_sums(sample, values)[:, base_of] for values in (base, (base > 0).astype(float)))
    count, rest, changed = resample.outlet_sums(sample, counts), None, None
    if not sample.own.all():
        left = sample.without_wire(all_outlets=True)
        changed = left.changed(sparse.csr_array(base))[:, base_of]
        rest = _version(left, counts, base, base_of, rules, prior, total)
    return Compared(
        measure=measure,
        statistic="log_odds",
        cells=cells,
        given=_version(sample, counts, base, base_of, rules, prior, total),
        rest=rest,
        changed=changed,
        wanted=size > 0,
        count=count,
        size=size,
        articles=articles,
        tested=tested,
        sums=Sums(counts, base, base, base_of),
        log=lambda y, n, places: log_odds(y, n, prior[places], total[places]),
        least=least,
    )


def _version(
    sample: Sample, counts: np.ndarray, base: np.ndarray, base_of: np.ndarray, rules: Rules, prior: np.ndarray, total: np.ndarray
) -> Version:
    """Log-odds where the rules allow them, with their draws."""
    size, articles = (resample.outlet_sums(sample, values) for values in (base, (base > 0).astype(float)))
    enough = rules.objections(articles, size, single=sample.single) == None  # noqa: E711 - elementwise
    value = log_odds(resample.outlet_sums(sample, counts), size[:, base_of], prior, total)
    allowed = enough[:, base_of] & ~np.isnan(value)
    at, draws = np.full(value.shape, -1), []
    for outlet, members in enumerate(sample.members):
        columns = np.flatnonzero(allowed[outlet])
        at[outlet, columns] = np.arange(len(columns))
        sums = partial(resample.drawn_sums, sample, outlet)
        y, n = (sums(sparse.csr_array(values[members])) for values in (counts[:, columns], base))
        draws.append(log_odds(y, n[base_of[columns]], prior[columns, None], total[columns, None]).astype(np.float32))
    return Version(np.where(allowed, value, np.nan), allowed, Draws(draws, at))
