"""Multinomial logistic regression with a ridge penalty on a sparse and a dense block side by side.

What scikit-learn's LogisticRegression minimises, by the same method (L-BFGS); there the dense block would have to be written as a sparse
one, which takes several times as long. Source of the method: Byrd et al. 1995, A Limited Memory Algorithm for Bound Constrained
Optimization (SIAM J. Sci. Comput.), as scipy has it.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

STEPS = 500
TOLERANCE = 0.1
"""Largest component of the gradient at which the search ends; an example of weight 1 adds at most `strength` to it."""


def fit(
    sparse: csr_matrix, dense: np.ndarray, classes: np.ndarray, *, weight: np.ndarray, strength: float, tolerance: float = TOLERANCE
) -> tuple[np.ndarray, np.ndarray]:
    """(weights (sparse + dense columns, classes), bias (classes,)) of the smallest strength * sum(weight * -log p) + |weights|² / 2.

    classes: (rows,) numbers from 0, each of which occurs. weight: (rows,) of the examples.
    """
    cut = sparse.shape[1]
    shape = cut + dense.shape[1] + 1, int(classes.max()) + 1
    sparse, dense = sparse.astype(np.float32), np.ascontiguousarray(dense, dtype=np.float32)
    turned = sparse.T.tocsr()
    gold = np.eye(shape[1], dtype=np.float32)[classes]
    share = (strength * weight).astype(np.float32)[:, None]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        now = flat.reshape(shape)
        narrow = now.astype(np.float32)
        odds = (sparse @ narrow[:cut] + dense @ narrow[cut:-1] + narrow[-1]).astype(np.float64)
        odds -= odds.max(axis=1, keepdims=True)
        log = odds - np.log(np.exp(odds).sum(axis=1, keepdims=True))
        off = ((np.exp(log) - gold) * share).astype(np.float32)
        slope = np.vstack([turned @ off, dense.T @ off, off.sum(axis=0, keepdims=True)]).astype(np.float64)
        slope[:-1] += now[:-1]
        return float((now[:-1] ** 2).sum() / 2 - (share * gold * log).sum()), slope.ravel()

    options = {"maxiter": STEPS, "gtol": tolerance}
    with threadpool_limits(1):  # sums over several threads end in other bits
        found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options=options).x.reshape(shape)
    return found[:-1], found[-1]
