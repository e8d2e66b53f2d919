"""Cross-validation: each example is judged by a model that has learned from others only, as a rule from other groups.

Deterministic: folds follow the groups' order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.model_selection import GroupKFold, KFold

from framing.classify.linear import Row
from framing.classify.training import Labelled, TrainingError

FOLDS = 5


def folds(data: Labelled, *, grouped: bool = True) -> list[tuple[np.ndarray, np.ndarray]]:
    """(training, test) numbers of examples of each fold; grouped: no group stands on both sides. Raises TrainingError on too few groups."""
    places = np.zeros(len(data.rows))
    if not grouped:
        return list(KFold(FOLDS, shuffle=True, random_state=0).split(places))
    number = len(set(data.groups))
    if number < FOLDS:
        raise TrainingError(f"{number} groups are too few to cross-validate: label examples of at least {FOLDS} articles")
    return list(GroupKFold(FOLDS).split(places, groups=np.array(data.groups)))


Fit = Callable[[Sequence[int]], Callable[[Sequence[Row]], np.ndarray]]
"""From the numbers of training examples to what answers rows: (rows, labels)."""


def out_of_fold(data: Labelled, fitted: Fit, splits: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """(examples, labels) answers of models that never saw the example's fold; further mentions are not asked about and get zeros."""
    answers = None
    for train, test in splits:
        test = [i for i in test if not data.further[i]]
        found = fitted(train)([data.rows[i] for i in test])
        answers = np.zeros((len(data.rows), found.shape[1])) if answers is None else answers
        answers[test] = found
    return answers
