"""Fitting and asking a model where an example may have several codes, or none: one decision for each code.

Each code's probability is logistic; the code is given from its cut on, and the cut is the one of best F1 among answers to training
examples that the fit had not seen (Lipton, Elkan & Naryanaswamy 2014, Optimal thresholding of classifiers to maximize F1 measure).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from framing.classify.linear import Linear, Row, matrix, vectors
from framing.classify.training import Recipe, TrainingError, one_thread, prepared, stored

INNER = 3
"""Folds inside the training examples, for the cuts."""


@one_thread
def fit(
    name: str, labels: Sequence[str], rows: Sequence[Row], gold: np.ndarray, groups: Sequence[str], *, recipe: Recipe, task: str = ""
) -> Linear:
    """The model of these examples. gold: (examples, labels) bool. Raises TrainingError where a code has no example, or every example."""
    if missing := [label for label, column in zip(labels, gold.T) if not column.any() or column.all()]:
        raise TrainingError(f"every example or none is coded with {' or '.join(missing)}: a model cannot learn what it never sees")
    names, seen_as, scale = prepared(rows, recipe)
    fitted = [_fitted(seen_as, column, recipe) for column in gold.T]
    weights = np.stack([one.coef_[0] for one in fitted], axis=1) * scale[:, None]
    return stored(
        name, labels, names, weights, np.array([one.intercept_[0] for one in fitted]), task=task,
        cuts=_cuts(seen_as, gold, groups, recipe),
    )  # fmt: skip


def probabilities(model: Linear, rows: Sequence[Row]) -> np.ndarray:
    """(rows, codes) probability of each code."""
    named, vector = np.split(model.weights.astype(np.float64), [len(model.names)])
    scores = matrix(rows, model.vocabulary) @ named + vectors(rows) @ vector + model.bias
    return 1 / (1 + np.exp(-np.clip(scores, -30, 30)))


def margins(model: Linear, rows: Sequence[Row]) -> np.ndarray:
    """(rows, codes) how far each probability is above its cut; from 0 on the code is given."""
    return probabilities(model, rows) - np.array(model.cuts)


def _fitted(seen_as: np.ndarray, gold: np.ndarray, recipe: Recipe) -> LogisticRegression:
    return LogisticRegression(C=recipe.strength, max_iter=300, tol=1e-3).fit(seen_as, gold)


def _cuts(seen_as: np.ndarray, gold: np.ndarray, groups: Sequence[str], recipe: Recipe) -> list[float]:
    """The cut of each code; a half where there are too few groups or examples to find one."""
    if len(set(groups)) < INNER:
        return [0.5] * gold.shape[1]
    splits = list(GroupKFold(INNER).split(gold, groups=np.array(groups)))
    cuts = []
    for column in gold.T:
        found = np.full(len(column), np.nan)
        for train, test in splits:
            if column[train].any() and not column[train].all():
                found[test] = _fitted(seen_as[train], column[train], recipe).predict_proba(seen_as[test])[:, 1]
        cuts.append(best_cut(found[~np.isnan(found)], column[~np.isnan(found)]))
    return cuts


def best_cut(found: np.ndarray, gold: np.ndarray) -> float:
    """The probability from which saying yes gives the best F1, half-way to the next one below; a half without a coded example.

    >>> float(best_cut(np.array([0.1, 0.2, 0.4, 0.6]), np.array([False, False, True, True])))
    0.3
    """
    if not gold.any():
        return 0.5
    order = np.argsort(-found, kind="stable")
    hits = np.cumsum(gold[order])
    ends = np.append(np.flatnonzero(np.diff(found[order])), len(found) - 1)  # equal probabilities stand or fall together
    best = ends[np.argmax(2 * hits[ends] / (ends + 1 + gold.sum()))]
    below = found[order][best + 1] if best + 1 < len(found) else 0.0
    return round((found[order][best] + below) / 2, 6)
