"""When a figure may be given: the rules on numbers, in one place.

A share, rate or mean of a cell (an outlet's articles, for an actor, in a voice) stands only on enough articles and enough
observations; below that the count is given and nothing else. Where every outlet has a single article, the report compares
articles, and counts are all there is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

ONE_ARTICLE = "one article per outlet: the figure describes the article, not the outlet; counts only"


@dataclass(frozen=True)
class Rules:
    """The least number of articles and observations that carry a share, rate or mean."""

    minimum_articles: int = 5
    minimum_observations: int = 20

    def __post_init__(self) -> None:
        if self.minimum_articles < 2 or self.minimum_observations < 1:
            raise ValueError("minimum_articles must be at least 2 (one article has no spread) and minimum_observations at least 1")

    def objection(self, articles: int, observations: int, *, single: bool = False) -> str | None:
        """Why a cell must not carry a figure, None when it may.

        >>> Rules().objection(5, 20) is None
        True
        >>> Rules().objection(4, 12)
        'fewer than 5 articles and fewer than 20 observations: count only'
        """
        if single:
            return ONE_ARTICLE
        reasons = []
        if articles < self.minimum_articles:
            reasons.append(f"fewer than {self.minimum_articles} articles")
        if observations < self.minimum_observations:
            reasons.append(f"fewer than {self.minimum_observations} observations")
        return f"{' and '.join(reasons)}: count only" if reasons else None

    def objections(self, articles: np.ndarray, observations: np.ndarray, *, single: bool, of: str = "") -> np.ndarray:
        """The same for arrays of cells, as an array of objects; of: what is meant when it is not the cell itself."""
        reasons = [self.objection(int(a), int(n), single=single) for a, n in zip(articles.ravel(), observations.ravel())]
        named = [reason and (reason if single else of + reason) for reason in reasons]
        return np.array([*named, None], object)[:-1].reshape(articles.shape)
