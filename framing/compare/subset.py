"""A figure again on some of the articles, under the same rules: without one of them, for example."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from framing.compare import resample
from framing.compare.cell import ByArticle
from framing.compare.resample import LEVEL, Sample, strata
from framing.compare.rules import Rules


@dataclass(frozen=True)
class Part:
    """The figure of one outlet's remaining articles. value None: not allowed or undefined, and note says why; low and high None: no spread.

    articles, observations: those of the base that remain. left_out: articles with the base that are not counted.
    """

    value: float | None
    low: float | None
    high: float | None
    articles: int
    observations: int
    left_out: int
    level: float = LEVEL
    note: str | None = None


def part(cell: ByArticle, sample: Sample, outlet: str, rules: Rules, *, remaining: np.ndarray) -> Part:
    """The figure of an outlet on the remaining articles (a mask over all kept articles), with its interval."""
    members = sample.members[sample.outlets.index(outlet)]
    based = cell.size[members] > 0
    places = members[remaining[members]]
    articles, observations = int((cell.size[places] > 0).sum()), int(cell.size[places].sum())
    left_out = int((based & ~remaining[members]).sum())
    note = rules.objection(articles, observations, single=sample.single)
    value = cell.rate(places)
    if note or np.isnan(value):
        return Part(None, None, None, articles, observations, left_out, note=note or "nothing to divide by")
    weights = _weights(tuple(sample.event[places].tolist()), sample.draws, sample.seed)
    drawn = resample.ratio(cell.weight[places] @ weights, cell.base[places] @ weights)
    (low,), (high,) = resample.interval(drawn[None, :], np.array([value]))
    if high - low < 1e-9:
        return Part(value, None, None, articles, observations, left_out)
    return Part(value, float(low), float(high), articles, observations, left_out)


@lru_cache(maxsize=32)
def _weights(events: tuple[int, ...], draws: int, seed: int) -> np.ndarray:
    """How often each article is drawn (articles x draws), redrawn within its event. Kept: many figures stand on the same articles."""
    random = np.random.default_rng([seed, len(events)])
    weights = np.zeros((len(events), draws))
    for stratum in strata(np.array(events, int)):
        weights[stratum] = random.multinomial(len(stratum), np.full(len(stratum), 1 / len(stratum)), size=draws).T
    return weights
