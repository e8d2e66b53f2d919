"""Fitting the classifiers from labelled examples, with the figures of a cross-validation beside the weights.

Deterministic: features are sorted, folds follow the groups' order, the solver starts at zero and uses one thread. The same data give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, f1_score, precision_recall_fscore_support
from sklearn.model_selection import GroupKFold

from framing.classify.linear import Linear, Row, matrix, vectors

STRENGTH = 0.05
"""Inverse strength of the ridge penalty, chosen by cross-validation inside the training data."""
RARE = 3
"""A feature is kept when at least so many training examples have it."""
FOLDS = 5


@dataclass(frozen=True)
class Figures:
    """How well predicted labels fit: per class (precision, recall, F1, count), and over all."""

    examples: int
    macro_f1: float
    accuracy: float
    calibration_error: float
    per_class: dict[str, dict[str, float]]
    confusion: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Labelled:
    """Labelled examples of a file: its name and SHA-256, and of each example features, label and group."""

    file: str
    sha256: str
    rows: Sequence[Row]
    labels: Sequence[str]
    groups: Sequence[str]


def fit(name: str, labels: Sequence[str], rows: Sequence[Row], gold: Sequence[str]) -> Linear:
    """The linear model of these examples: rows of features, and the label of each."""
    seen = Counter(feature for named, _ in rows for feature in named)
    names = sorted(feature for feature, count in seen.items() if count >= RARE)
    vocabulary = {feature: column for column, feature in enumerate(names)}
    numbers = np.array([labels.index(label) for label in gold])
    seen_as = hstack([matrix(rows, vocabulary), csr_matrix(vectors(rows))]).tocsr()
    fitted = LogisticRegression(C=STRENGTH, max_iter=2000, tol=1e-4).fit(seen_as, numbers)
    return Linear(name, tuple(labels), tuple(names), fitted.coef_.T.astype(np.float16).astype(np.float32), fitted.intercept_.astype(np.float32))


def cross_validate(labels: Sequence[str], rows: Sequence[Row], gold: Sequence[str], groups: Sequence[str]) -> Figures:
    """Figures of models that never saw an example of the group they are asked about."""
    probabilities = np.zeros((len(rows), len(labels)))
    for train, test in GroupKFold(FOLDS).split(np.zeros(len(rows)), groups=np.array(groups)):
        model = fit("fold", labels, [rows[i] for i in train], [gold[i] for i in train])
        probabilities[test] = model.probabilities([rows[i] for i in test])
    return figures(labels, gold, probabilities)


def card(model: Linear, data: Labelled, tests: Sequence[Labelled], *, date: str | None = None) -> dict[str, object]:
    """The model card: what was learned from what, with which figures."""
    return {
        "model": model.name,
        "date": date,
        "data": {"file": data.file, "sha256": data.sha256, "examples": len(data.rows), "groups": len(set(data.groups))},
        "features": len(model.names),
        "settings": {"inverse_penalty": STRENGTH, "least_examples_of_a_feature": RARE, "folds": FOLDS},
        "cross_validation": asdict(cross_validate(model.labels, data.rows, data.labels, data.groups)),
        "tests": {test.file: asdict(figures(model.labels, test.labels, model.probabilities(test.rows))) for test in tests},
    }


def figures(labels: Sequence[str], gold: Sequence[str], probabilities: np.ndarray) -> Figures:
    """How well the most probable labels fit the gold, and how honest the probabilities are."""
    true = np.array([labels.index(label) for label in gold])
    predicted = probabilities.argmax(axis=1)
    columns = range(len(labels))
    scores = precision_recall_fscore_support(true, predicted, labels=list(columns), zero_division=0.0)
    table = confusion_matrix(true, predicted, labels=list(columns))
    return Figures(
        examples=len(gold),
        macro_f1=_round(f1_score(true, predicted, average="macro")),
        accuracy=_round((true == predicted).mean()),
        calibration_error=_round(calibration_error(true, probabilities)),
        per_class={
            labels[c]: {"precision": _round(scores[0][c]), "recall": _round(scores[1][c]), "f1": _round(scores[2][c]), "count": int(scores[3][c])}
            for c in columns
        },
        confusion={labels[a]: {labels[b]: int(table[a, b]) for b in columns} for a in columns},
    )


def calibration_error(true: np.ndarray, probabilities: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error (Guo et al. 2017): mean distance of confidence and accuracy over ten equal bins, weighted by size."""
    confidence, correct = probabilities.max(axis=1), probabilities.argmax(axis=1) == true
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    return sum(abs(confidence[place == b].mean() - correct[place == b].mean()) * (place == b).mean() for b in range(bins) if (place == b).any())


def _round(value: float) -> float:
    return round(float(value), 4)
