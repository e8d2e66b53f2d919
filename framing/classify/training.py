"""Fitting the classifiers from labelled examples, with the figures of a cross-validation beside the weights.

Deterministic: features are sorted, folds follow the groups' order, the solver starts at zero. The same data give the same bytes.
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
FURTHER = 0.3
"""Weight of an example that is a further mention of a coded target, beside 1 for the coded mention; chosen likewise, by log loss."""
RARE = 3
"""A feature is kept when at least so many training examples have it."""
FOLDS = 5


class TrainingError(ValueError):
    """Examples that no model can be fitted to; the message says what is missing."""


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
    """Labelled examples of a file: its name and SHA-256, and of each example features, label, group and whether it is a further mention."""

    file: str
    sha256: str
    rows: Sequence[Row]
    labels: Sequence[str]
    groups: Sequence[str]
    further: Sequence[bool]


def fit(name: str, labels: Sequence[str], rows: Sequence[Row], gold: Sequence[str], further: Sequence[bool] | None = None) -> Linear:
    """The linear model of these examples: rows of features, the label of each, and which are further mentions (they weigh less).

    Raises TrainingError where a label has no example.
    """
    seen = Counter(feature for named, _ in rows for feature in named)
    names = sorted(feature for feature, count in seen.items() if count >= RARE)
    vocabulary = {feature: column for column, feature in enumerate(names)}
    numbers = np.array([labels.index(label) for label in gold])
    seen_as = hstack([matrix(rows, vocabulary), csr_matrix(vectors(rows))]).tocsr()
    weight = np.where(further, FURTHER, 1.0) if further is not None else None
    if missing := [label for label in labels if label not in gold]:
        raise TrainingError(f"no example is labelled {' or '.join(missing)}: add some, a model cannot learn what it never sees")
    fitted = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-3).fit(seen_as, numbers, sample_weight=weight)
    weights, bias = fitted.coef_.T, fitted.intercept_
    if len(labels) == 2:  # fitted as one column, the second class against the first
        weights, bias = np.hstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
    weights = weights.astype(np.float16).astype(np.float32)  # as stored, so that figures are those of the file
    return Linear(name, tuple(labels), tuple(names), weights, bias.astype(np.float32))


def cross_validate(labels: Sequence[str], data: Labelled) -> Figures:
    """Figures of models that never saw an example of the group they are asked about; they are asked about coded mentions only.

    Raises TrainingError where the groups are too few.
    """
    if len(set(data.groups)) < FOLDS:
        raise TrainingError(f"{len(set(data.groups))} groups are too few to cross-validate: label examples of at least {FOLDS} articles")
    probabilities = np.zeros((len(data.rows), len(labels)))
    for train, test in GroupKFold(FOLDS).split(np.zeros(len(data.rows)), groups=np.array(data.groups)):
        model = fit("fold", labels, *([column[i] for i in train] for column in (data.rows, data.labels, data.further)))
        probabilities[test] = model.probabilities([data.rows[i] for i in test])
    coded = [i for i, further in enumerate(data.further) if not further]
    return figures(labels, [data.labels[i] for i in coded], probabilities[coded])


TONE_LIMITS = (
    "One sentence is all that is read: irony, innuendo and what the sentence before said are missed.",
    "About three labels in ten differ from the coders' on sentences never seen; figures per class and the confusion matrix stand below. "
    "An aggregate over many mentions is worth more than any single label.",
    "Learned from English news on politics, mostly of the United States; on other topics and regions it is likely to be worse.",
    "Positive is found least well; a mention praised in passing tends to be called neutral.",
    "Plainly reporting something bad that the target did or suffered counts as negative for the coders: "
    "negative tone is no sign of a biased outlet.",
)
TONE_NOT_FOR = (
    "Judging a single sentence, journalist or person, or deciding anything about them.",
    "Calling an outlet biased: it describes wording, not intent, truth or fairness.",
    "Text other than English news: speech, social media, literature, translations by machine.",
)


def card(
    model: Linear, data: Labelled, tests: Sequence[Labelled], *, date: str | None = None, licence: str | None = None
) -> dict[str, object]:
    """The card of a model of tone: what was learned from what, with which figures, and what it is not for.

    Raises TrainingError where the groups are too few to cross-validate.
    """
    return {
        "model": model.name,
        "task": "tone toward a target mention: " + ", ".join(model.labels),
        "date": date,
        "licence": licence,
        "limits": TONE_LIMITS,
        "not_for": TONE_NOT_FOR,
        "data": {"file": data.file, "sha256": data.sha256, "examples": len(data.rows) - sum(data.further),
                 "further_mentions": sum(data.further), "groups": len(set(data.groups))},
        "features": len(model.names),
        "vector": len(model.weights) - len(model.names),
        "settings": {
            "inverse_penalty": STRENGTH, "weight_of_further_mentions": FURTHER, "least_examples_of_a_feature": RARE, "folds": FOLDS,
        },
        "cross_validation": asdict(cross_validate(model.labels, data)),
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
