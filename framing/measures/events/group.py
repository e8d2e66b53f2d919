"""Articles to groups: how alike they are, and which are of one event. Formulas and sources stand in the package's head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from scipy import sparse
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction import DictVectorizer
from sklearn.preprocessing import normalize

UNDATED = 0.6
"""What likeness is worth where one of two dates is unknown: as much as two days apart with a window of six."""
ONE_OUTLET = 0.5
"""What likeness is worth between two articles of one outlet."""
_LEAST_ARTICLES = 2


def likeness(
    terms: Sequence[Sequence[Mapping[str, int]]], *, outlets: Sequence[str], dates: Sequence[str | None], window: float
) -> np.ndarray:
    """How alike each two articles are, 0 to 1: articles x articles, 1 on the diagonal.

    terms: for each kind of term (words, entities), each article's terms with their frequency. dates: ISO days or None. window: days.
    """
    days = np.array([date.fromisoformat(day).toordinal() if day else np.nan for day in dates])
    units = np.arange(len(days)) if np.isnan(days).any() else np.unique(days, return_inverse=True)[1]
    alike = np.mean([_cosines(vectors(kind, units)) for kind in terms], axis=0)
    gap = np.abs(days[:, None] - days[None, :])
    near = np.where(np.isnan(gap), UNDATED, np.where(gap > window, 0.0, np.exp(-((3 * gap / window) ** 2) / 2)))
    outlet = np.unique(np.array(outlets, str), return_inverse=True)[1]
    house = np.where(outlet[:, None] == outlet[None, :], ONE_OUTLET, 1.0)
    alike = np.clip(alike * near * house, 0.0, 1.0)
    np.fill_diagonal(alike, 1.0)
    return alike


def vectors(articles: Sequence[Mapping[str, int]], units: np.ndarray) -> sparse.csr_matrix:
    """Each article's terms as weights of length 1, or all 0 without a term that another has: articles x terms.

    units: the day of each article as a code, or its own number; a term's weight falls with the share of units that have it.
    """
    counts = DictVectorizer(dtype=float).fit_transform(articles)
    counts = counts[:, np.flatnonzero(counts.getnnz(axis=0) >= _LEAST_ARTICLES)]
    if not counts.shape[1]:
        return sparse.csr_matrix((len(articles), 1))
    counts.data = 1 + np.log(counts.data)
    of_unit = sparse.csr_matrix((np.ones(len(units)), (units, np.arange(len(units)))))
    spread = (of_unit @ (counts > 0).astype(float) > 0).sum(axis=0)
    return normalize(counts.multiply(np.log((of_unit.shape[0] + 1) / np.maximum(np.asarray(spread), 1))).tocsr())


def _cosines(found: sparse.csr_matrix) -> np.ndarray:
    return (found @ found.T).toarray()


def groups(alike: np.ndarray, *, least: float) -> list[np.ndarray]:
    """Positions of the articles of each group, alone ones included, in order of their first article.

    Average linkage: groups are joined while the mean likeness of their articles is at least `least`.

    >>> alike = np.array([[1.0, 0.6, 0.0], [0.6, 1.0, 0.1], [0.0, 0.1, 1.0]])
    >>> [group.tolist() for group in groups(alike, least=0.5)]
    [[0, 1], [2]]
    """
    if len(alike) < 2:
        return [np.arange(len(alike))] if len(alike) else []
    joined = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=np.nextafter(1 - least, 2)
    ).fit_predict(1 - alike)
    found = [np.flatnonzero(joined == code) for code in np.unique(joined)]
    return sorted(found, key=lambda group: group[0])
