"""One figure cell by article: what each article adds to a figure and to its base, so that the figure can be looked at in parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from framing.compare.figure import VOICES, Figure, Items

Row = Mapping[str, object]


@dataclass(frozen=True, eq=False)
class ByArticle:
    """What each kept article, in order of id, adds: weight over base is the figure; size is the observations of the base."""

    weight: np.ndarray
    base: np.ndarray
    size: np.ndarray

    def rate(self, articles: np.ndarray) -> float:
        """The figure of some articles (positions or a mask), nan without a base."""
        base = self.base[articles].sum()
        return float(self.weight[articles].sum() / base) if base else float("nan")


class Cells:
    """Looks up cells of figures by the rows of the estimates table. articles: how many are kept."""

    def __init__(self, figures: Iterable[Figure], articles: int) -> None:
        self._figures = {figure.measure: figure for figure in figures}
        self._articles = articles

    def of(self, estimate: Row) -> ByArticle | None:
        """The cell of an estimate, for the articles of all outlets; None for a measure that is no ratio of sums."""
        found = self.items(estimate)
        return None if found is None else self.summed(*found[1:])

    def items(self, estimate: Row) -> tuple[Figure, Items, Items] | None:
        """The figure, and what the cell of an estimate counts and counts against, in articles that are kept; None as above."""
        figure = self._figures.get(str(estimate["measure"]))
        if figure is None or estimate["statistic"] not in (figure.statistic, "count"):
            return None
        counted = _place(figure.counted, estimate, category=True)
        return figure, counted, _place(figure.base, estimate, category=figure.by_category)

    def summed(self, counted: Items, base: Items) -> ByArticle:
        """What each article adds to a cell."""
        return ByArticle(*(self._sums(items, values) for items, values in ((counted, "weight"), (base, "weight"), (base, "size"))))

    def _sums(self, items: Items, values: str) -> np.ndarray:
        return np.bincount(items.article, weights=getattr(items, values), minlength=self._articles)


def _place(items: Items, estimate: Row, *, category: bool) -> Items:
    """The items of the estimate's actor and voice and, where asked, category, in articles that are kept."""
    wanted = (items.article >= 0) & (items.voice == VOICES.index(str(estimate["voice"])))
    wanted &= items.actor == _code(items.actors, estimate["actor"])
    if category:
        wanted &= items.category == _code(items.categories, estimate["category"])
    return items.take(wanted)


def _code(names: Iterable[str], name: object) -> int:
    """Place of a name, -1 for None; -2, which nothing has, for one that is not there."""
    names = list(names)
    return -1 if name is None else names.index(str(name)) if name in names else -2
