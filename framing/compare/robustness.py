"""Does a difference between two outlets survive another choice?

Looked at again, from the same sums by article and with the same seed: without the one article that carries most of the difference, on
either side; with twice the articles and observations that a figure needs; with the words of sources counted in; without the commonest
entry of the lexicon (framing.compare.entries); with the observations of another lexicon. A difference survives when the intervals of the
two figures still do not overlap; it is not tested anew. (Without one outlet is asked of the table that the difference stands in:
framing.report.robustness.)
Unit: that of the figure. Undefined: where a figure may not be given on what remains.
Source: leaving one observation out, Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 10; reporting what results depend on,
Steegen, Tuerlinckx, Gelman & Vanpaemel (2016), Increasing transparency through a multiverse analysis, Perspectives on Psychological
Science 11.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from framing.compare.cell import ByArticle
from framing.compare.resample import Sample
from framing.compare.rules import Rules
from framing.compare.subset import Part, part

Row = Mapping[str, object]


@dataclass(frozen=True)
class Trial:
    """The two figures on other terms. left_out: id of the article or the entry that was left out, None when none was."""

    high: Part
    low: Part
    left_out: str | None = None

    @property
    def defined(self) -> bool:
        """Whether both figures may be given."""
        return self.high.value is not None and self.low.value is not None

    @property
    def survives(self) -> bool:
        """Whether the higher figure still lies above the lower, their intervals apart."""
        return self.defined and _end(self.low, "high") < _end(self.high, "low")


def _end(figure: Part, end: str) -> float:
    limit = getattr(figure, end)
    return figure.value if limit is None else limit


def without_one_article(cell: ByArticle, sample: Sample, high: str, low: str, rules: Rules) -> Trial:
    """The figures without the article of one of the two outlets whose absence brings them closest."""
    above, below = (cell.rate(sample.members[sample.outlets.index(outlet)]) for outlet in (high, low))
    differences = {place: rate - below for place, rate in _left(cell, sample, high)}
    differences |= {place: above - rate for place, rate in _left(cell, sample, low)}
    worst = min(differences, key=differences.__getitem__)
    remaining = np.arange(len(sample.article_ids)) != worst
    return Trial(*(part(cell, sample, outlet, rules, remaining=remaining) for outlet in (high, low)), sample.article_ids[worst])


def _left(cell: ByArticle, sample: Sample, outlet: str) -> list[tuple[int, float]]:
    """Each article of an outlet that has the base, with the figure of the others; an outlet of one such article has none."""
    members = sample.members[sample.outlets.index(outlet)]
    members = members[cell.size[members] > 0]
    weight, base = cell.weight[members].sum(), cell.base[members].sum()
    return [(place, (weight - cell.weight[place]) / rest) for place in members.tolist() if (rest := base - cell.base[place]) > 0]


def again(cell: ByArticle, sample: Sample, high: str, low: str, rules: Rules, *, left_out: str | None = None) -> Trial:
    """The figures of another cell: with the words of sources counted in, without an entry, of another lexicon."""
    everything = np.ones(len(sample.article_ids), bool)
    return Trial(*(part(cell, sample, outlet, rules, remaining=everything) for outlet in (high, low)), left_out)


def stricter(high: Row, low: Row, rules: Rules) -> bool:
    """Whether both estimates stand on twice the articles and observations that a figure needs."""
    least = (2 * rules.minimum_articles, 2 * rules.minimum_observations)
    return all(row["articles"] >= least[0] and row["observations"] >= least[1] for row in (high, low))
