"""How well predicted labels fit those of the coders, and how honest the probabilities are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import confusion_matrix, f1_score, precision_recall_fscore_support


@dataclass(frozen=True)
class Figures:
    """How well predicted labels fit: per class (precision, recall, F1, count), and over all."""

    examples: int
    macro_f1: float
    accuracy: float
    calibration_error: float
    per_class: dict[str, dict[str, float]]
    confusion: dict[str, dict[str, int]]


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
            labels[c]: {"precision": _round(p), "recall": _round(r), "f1": _round(f), "count": int(count)}
            for c, (p, r, f, count) in enumerate(zip(*scores))
        },
        confusion={labels[a]: {labels[b]: int(table[a, b]) for b in columns} for a in columns},
    )


def calibration_error(true: np.ndarray, probabilities: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error (Guo et al. 2017): mean distance of confidence and accuracy over ten equal bins, weighted by size."""
    confidence, correct = probabilities.max(axis=1), probabilities.argmax(axis=1) == true
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    filled = [place == b for b in range(bins) if (place == b).any()]
    return sum(abs(confidence[here].mean() - correct[here].mean()) * here.mean() for here in filled)


def _round(value: float) -> float:
    return round(float(value), 4)
