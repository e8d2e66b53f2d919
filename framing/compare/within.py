"""Differences of two outlets within the events that both report, in many figures at once: see `matched` for what is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from framing.compare import resample
from framing.compare.matched import SHARED_EVENTS, kitagawa
from framing.compare.resample import Sample
from framing.compare.rules import Rules


@dataclass(frozen=True, eq=False)
class Sums:
    """What figures count, by article: weight, articles x cells; base, size: articles x bases. base_of: place of each cell's base."""

    weight: np.ndarray
    base: np.ndarray
    size: np.ndarray
    base_of: np.ndarray


@dataclass(frozen=True, eq=False)
class Within:
    """For each cell: how many events both outlets report, and what is left of their difference in these (nan: too little is shared)."""

    events: np.ndarray
    value: np.ndarray
    low: np.ndarray
    high: np.ndarray


def within(sums: Sums, sample: Sample, outlet: int, other: int, cells: np.ndarray, rules: Rules) -> Within:
    """The part of the difference between two outlets that is left within shared events, in some cells."""
    both = [members[sample.named[members]] for members in (sample.members[outlet], sample.members[other])]
    shared = np.intersect1d(*(sample.event[members] for members in both))
    found = Within(np.zeros(len(cells), int), *np.full((3, len(cells)), np.nan))
    used, base_of = np.unique(sums.base_of[cells], return_inverse=True)
    inside = [(sample.event[members][None, :] == shared[:, None]).astype(float) for members in both]  # shared events x members
    weight, base, size, articles = (
        [events @ matrix[np.ix_(members, columns)] for events, members in zip(inside, both)]
        for matrix, columns in ((sums.weight, cells), (sums.base, used), (sums.size, used), (sums.size > 0, used))
    )
    reported = (size[0] > 0) & (size[1] > 0)
    articles, size = (np.minimum(*(np.where(reported, values, 0).sum(axis=0) for values in pair)) for pair in (articles, size))
    enough = (reported.sum(axis=0) >= SHARED_EVENTS) & (articles >= rules.minimum_articles) & (size >= rules.minimum_observations)
    found.events[:] = reported.sum(axis=0)[base_of]
    for place in np.flatnonzero(enough):
        events, columns = reported[:, place], np.flatnonzero(base_of == place)
        below = [values[events, place] for values in base]
        rates = [resample.ratio(values[events][:, columns], one[:, None]) for values, one in zip(weight, below)]
        found.value[columns] = kitagawa(rates[0].T, below[0], rates[1].T, below[1])[0]
        draws = _draws(int(events.sum()), sample.draws, sample.seed)
        drawn = sum((draws * one) @ (rates[0] - rates[1]) / (draws @ one)[:, None] for one in below) / 2
        low, high = resample.interval(np.ascontiguousarray(drawn.T), found.value[columns])
        narrow = high - low < 1e-9  # draws without spread are no evidence
        found.low[columns], found.high[columns] = np.where(narrow, np.nan, low), np.where(narrow, np.nan, high)
    return found


@lru_cache(maxsize=32)
def _draws(events: int, draws: int, seed: int) -> np.ndarray:
    """How often each event is in each draw: draws x events."""
    return np.random.default_rng([seed, events]).multinomial(events, np.full(events, 1 / events), size=draws)
