"""Softmax regression on soft labels: examples of which is known how likely each label is, not which one holds.

What is fitted is what scikit-learn's LogisticRegression fits, which takes one label an example: cross-entropy with a ridge penalty from
which the bias is exempt. A teacher's doubts tell more than its labels (Hinton et al. 2015, Distilling the Knowledge in a Neural Network).
Deterministic on one thread (training.fit): it starts at zero, and sums are taken in the order of the rows.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import log_softmax

PRECISION = 5e-6
"""Relative gain of a step at which fitting ends. A tenth of it changes nothing that a cross-validation can tell."""
CURVED = 0.2
"""About how much the loss is curved per unit of a column's mean square, so that steps fit rare columns as well as common ones."""


def fit(seen_as: csr_matrix, shares: np.ndarray, weight: np.ndarray, *, strength: float) -> tuple[np.ndarray, np.ndarray]:
    """(columns, labels) weights and (labels,) bias.

    seen_as: (examples, columns). shares: (examples, labels), each row summing to 1. weight: (examples,). strength: inverse strength of the
    penalty, beside the sum of the examples' weights.
    """
    columns, labels, total = seen_as.shape[1], shares.shape[1], weight.sum()
    ridge = np.append(np.full(columns, 1 / (strength * total)), 0.0)[:, None]
    curved = np.append(CURVED * (seen_as.multiply(seen_as).T @ weight) / total, CURVED)[:, None] + ridge
    each, transposed = weight[:, None] / total, seen_as.T

    def loss(steps: np.ndarray) -> tuple[float, np.ndarray]:
        found = steps.reshape(-1, labels) / np.sqrt(curved)
        logs = log_softmax(seen_as @ found[:-1] + found[-1], axis=1)
        beside = each * (np.exp(logs) - shares)
        slope = np.vstack([transposed @ beside, beside.sum(axis=0)]) + ridge * found
        return (ridge * found**2).sum() / 2 - (each * shares * logs).sum(), (slope / np.sqrt(curved)).ravel()

    start = np.zeros((columns + 1) * labels)
    ended = minimize(loss, start, jac=True, method="L-BFGS-B", options={"ftol": PRECISION, "gtol": 0.0, "maxiter": 1000})
    found = ended.x.reshape(-1, labels) / np.sqrt(curved)
    return found[:-1], found[-1]
