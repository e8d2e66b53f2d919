"""Choice of event or wording: how much of a difference between two outlets, or one and all others, is left within the same events.

Formula, for rates r of event e and its share w of an outlet's base among the events that both report:
    wording  = sum over e of (r1e - r2e) * (w1e + w2e) / 2      what is left within events, at the mean of both outlets' weights
    weights  = sum over e of (w1e - w2e) * (r1e + r2e) / 2      that they give the same events different room
    others   = (r1 - r1 of shared events) - (r2 - r2 of shared events)      that they report what the other does not
    r1 - r2  = wording + weights + others; choice of event = weights + others
Unit: that of the figure. Direction: positive where the first outlet's rate is higher. Interval of wording: percentile bootstrap over the
events that both report, all articles of an event together.
Undefined: where fewer than five events are reported by both with something to divide by, or either side has fewer than five articles or
20 observations in them. Articles of no event, or of an event that only one reports, count toward others.
Source: Kitagawa (1955), Components of a difference between two rates; the part outside the shared events after Nopo (2008), Matching as a
tool to decompose wage gaps. The worked number is example 5.3 of Das Gupta (1993), Standardization and decomposition of rates: death
rates in the United States in 1985 and 1970 by age and race, of whose difference of -.686 a part of -2.228 is the rates' and 1.542
composition.

>>> size85 = [3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472,
...           707, 2692, 6473, 6841, 6547, 4352, 3034, 2540, 1749, 804, 236]
>>> size70 = [2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315,
...           535, 2162, 6120, 4781, 3096, 2718, 2363, 1767, 1149, 448, 117]
>>> rate85 = [9.163, .462, .248, .929, 1.084, 1.81, 4.715, 12.187, 27.728, 64.068, 157.57,
...           17.208, .738, .328, 1.103, 2.045, 3.724, 8.052, 17.812, 34.128, 68.276, 125.161]
>>> rate70 = [18.469, .751, .391, 1.146, 1.287, 2.672, 6.636, 15.691, 34.723, 79.763, 176.837,
...           36.993, 1.352, .541, 2.04, 3.523, 6.746, 12.967, 24.471, 45.091, 74.902, 123.205]
>>> wording, weights = kitagawa(np.array(rate85), np.array(size85), np.array(rate70), np.array(size70))
>>> round(float(wording), 3), round(float(weights), 3)
(-2.228, 1.542)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.compare import resample
from framing.compare.cell import ByArticle
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import Rules

SHARED_EVENTS = 5
"""Events that both outlets must report."""


@dataclass(frozen=True)
class Matched:
    """A difference of two outlets in parts. events: how many both report; articles: of each outlet in these events.

    wording, low, high, choice: None where too little is shared, and note then says why; low and high also where the events do not differ.
    """

    difference: float
    events: int
    articles: tuple[int, int]
    wording: float | None = None
    low: float | None = None
    high: float | None = None
    level: float = LEVEL
    choice: float | None = None
    note: str | None = None


def kitagawa(rate1: np.ndarray, size1: np.ndarray, rate2: np.ndarray, size2: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(part of the rates, part of the weights) of the difference between two mean rates; the last axis is that of the groups."""
    weight1, weight2 = (size / size.sum(axis=-1, keepdims=True) for size in (size1, size2))
    return ((rate1 - rate2) * (weight1 + weight2)).sum(axis=-1) / 2, ((weight1 - weight2) * (rate1 + rate2)).sum(axis=-1) / 2


def matched(cell: ByArticle, sample: Sample, outlet: str, other: str | None, rules: Rules) -> Matched:
    """The difference between an outlet and another, or all others together (None), in parts."""
    mine = sample.outlet == sample.outlets.index(outlet)
    theirs = ~mine if other is None else sample.outlet == sample.outlets.index(other)
    members = [np.flatnonzero(mine), np.flatnonzero(theirs)]
    members = [places[cell.size[places] > 0] for places in members]
    inside = [places[sample.named[places]] for places in members]
    shared = np.intersect1d(*(sample.event[places] for places in inside))
    inside = [places[np.isin(sample.event[places], shared)] for places in inside]
    articles = (len(inside[0]), len(inside[1]))
    difference = cell.rate(members[0]) - cell.rate(members[1])
    note = _objection(len(shared), articles, [int(cell.size[places].sum()) for places in inside], rules)
    if note:
        return Matched(difference, len(shared), articles, note=note)
    weights = np.array([_by_event(cell.weight, places, sample.event, shared) for places in inside])
    bases = np.array([_by_event(cell.base, places, sample.event, shared) for places in inside])
    wording = _wording(weights, bases, np.ones((1, len(shared))))[0]
    random = np.random.default_rng([sample.seed, len(shared)])
    drawn = _wording(weights, bases, random.multinomial(len(shared), np.full(len(shared), 1 / len(shared)), size=sample.draws))
    (low,), (high,) = resample.interval(drawn[None, :], np.array([wording]))
    low, high = (None, None) if high - low < 1e-9 else (float(low), float(high))  # draws without spread are no evidence
    return Matched(difference, len(shared), articles, float(wording), low, high, choice=difference - float(wording))


def _by_event(values: np.ndarray, places: np.ndarray, event: np.ndarray, shared: np.ndarray) -> np.ndarray:
    return np.bincount(np.searchsorted(shared, event[places]), weights=values[places], minlength=len(shared))


def _wording(weights: np.ndarray, bases: np.ndarray, draws: np.ndarray) -> np.ndarray:
    """The part of the rates under each draw of events (draws x events), each event in as often as it was drawn."""
    rates = weights / bases
    return kitagawa(rates[0], bases[0] * draws, rates[1], bases[1] * draws)[0]


def _objection(events: int, articles: tuple[int, int], observations: list[int], rules: Rules) -> str | None:
    """Why the parts are not given, None where they are."""
    if events < SHARED_EVENTS:
        return f"{events} event{'s' * (events != 1)} in common; {SHARED_EVENTS} are needed"
    if min(articles) < rules.minimum_articles or min(observations) < rules.minimum_observations:
        least = f"{rules.minimum_articles} articles and {rules.minimum_observations} observations"
        return f"in the {events} events in common one side has fewer than {least}"
    return None
