"""Fitting the classifiers from labelled examples.

Deterministic: features are sorted, the solver starts at zero and sums on one thread. The same data give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from framing.classify import reader_fit, soft_labels
from framing.classify.blend import Blend, Both
from framing.classify.linear import Linear, Row, matrix, vectors

one_thread = threadpool_limits.wrap(limits=1, user_api="blas")
"""Decorates what fits: the solver's sums over several threads end in other bits than over one, and so do the weights."""
FURTHER = 0.3
"""Weight of an example that is a further mention of a coded target, beside 1 for the coded mention; chosen by cross-validation inside
the training data, by log loss."""
TAUGHT = 0.6
"""Weight of an example that a teacher answered; chosen as FURTHER was."""
WEAKER = 1.6
"""How much weaker the penalty is with a teacher, who leaves less to guess; chosen likewise."""


class TrainingError(ValueError):
    """Examples that no model can be fitted to; the message says what is missing."""


@dataclass(frozen=True)
class Recipe:
    """How a task's model is fitted.

    strength: inverse strength of the ridge penalty. rare: a named feature is kept when at least so many training examples have it.
    families: beginning of a feature's name ("vector:" for the averaged vector) -> (weight, whether its features are measured). Measured
    features are divided by their spread and by the root of how many the family has, so that the family weighs as one; the others are
    words, present or not, and weigh by rareness (inverse document frequency). A feature of no family is taken as it is.
    without: beginnings of names of features that are left out.
    """

    strength: float
    rare: int
    families: Mapping[str, tuple[float, bool]] = field(default_factory=dict)
    without: tuple[str, ...] = ()


TONE = Recipe(strength=0.05, rare=3)
"""Chosen by cross-validation inside the training data."""


@dataclass(frozen=True)
class Taught:
    """Examples that a teacher answered: the features of each, how likely each label is (examples, labels), and its group.

    teacher, sha256: name and hash of what answered. known: whether, by its card, it had learned from the labels of these texts.
    """

    teacher: str
    sha256: str
    known: bool
    rows: Sequence[Row]
    shares: np.ndarray
    groups: Sequence[str]

    def of(self, groups: Collection[str]) -> Taught:
        """Those of these groups."""
        kept = [i for i, group in enumerate(self.groups) if group in groups]
        return replace(self, rows=[self.rows[i] for i in kept], shares=self.shares[kept], groups=[self.groups[i] for i in kept])


@dataclass(frozen=True)
class Labelled:
    """Labelled examples of a file: its name and SHA-256, and of each example features, label, group and whether it is a further mention.

    taught: what a teacher answered about further targets in its sentences, None without a teacher.
    """

    file: str
    sha256: str
    rows: Sequence[Row] | Sequence[Both]
    labels: Sequence[str]
    groups: Sequence[str]
    further: Sequence[bool]
    articles: Sequence[str] = ()
    outlets: Sequence[str] = ()
    taught: Taught | None = None


@one_thread
def fit(
    name: str, labels: Sequence[str], rows: Sequence[Row], gold: Sequence[str], further: Sequence[bool] | None = None, *,
    taught: Taught | None = None, recipe: Recipe = TONE, task: str = "",
) -> Linear:  # fmt: skip
    """The linear model of these examples: rows of features, the label of each, and which are further mentions (they weigh less).

    taught: more examples, answered by a teacher. Raises TrainingError where a label has no example.
    """
    _check(labels, gold)
    numbers = np.array([labels.index(label) for label in gold])
    weight = np.where(further, FURTHER, 1.0) if further is not None else np.ones(len(rows))
    if taught is None or not taught.rows:
        names, seen_as, scale = prepared(rows, recipe)
        weights, bias = _fitted(seen_as, numbers, weight, recipe)
    else:
        names, seen_as, scale = prepared(rows, recipe, taught.rows)
        shares = np.vstack([np.eye(len(labels))[numbers], taught.shares])
        weight = np.append(weight, np.full(len(taught.rows), TAUGHT))
        weights, bias = soft_labels.fit(seen_as, shares, weight, strength=WEAKER * recipe.strength)
    return stored(name, labels, names, weights * scale[:, None], bias, task=task)


def _fitted(seen_as: csr_matrix, numbers: np.ndarray, weight: np.ndarray, recipe: Recipe) -> tuple[np.ndarray, np.ndarray]:
    fitted = LogisticRegression(C=recipe.strength, max_iter=500, tol=1e-3).fit(seen_as, numbers, sample_weight=weight)
    if len(fitted.classes_) == 2:  # fitted as one column, the second class against the first
        return np.hstack([-fitted.coef_.T, fitted.coef_.T]) / 2, np.append(-fitted.intercept_, fitted.intercept_) / 2
    return fitted.coef_.T, fitted.intercept_


def fit_neural(
    name: str, labels: Sequence[str], rows: Sequence[Both], gold: Sequence[str], further: Sequence[bool]
) -> Blend:  # fmt: skip
    """The neural model of these examples; the encoder passes over further mentions, the linear model learns from them as it does alone.

    Raises TrainingError where a label has no example, and ModelError where a package is missing.
    """
    _check(labels, gold)
    coded = [i for i, one in enumerate(further) if not one]
    read = reader_fit.fit(name, labels, [rows[i][0] for i in coded], [gold[i] for i in coded])
    return Blend(read, fit(name, labels, [row for _, row in rows], gold, further))


def _check(labels: Sequence[str], gold: Sequence[str]) -> None:
    if missing := [label for label in labels if label not in gold]:
        raise TrainingError(f"no example is labelled {' or '.join(missing)}: add some, a model cannot learn what it never sees")


def kept(rows: Sequence[Row], recipe: Recipe) -> list[str]:
    """Names of the features that enough rows have, sorted."""
    seen = Counter(feature for named, _ in rows for feature in named)
    return sorted(feature for feature, count in seen.items() if count >= recipe.rare and not feature.startswith(recipe.without))


def prepared(rows: Sequence[Row], recipe: Recipe, more: Sequence[Row] = ()) -> tuple[list[str], csr_matrix, np.ndarray]:
    """(names of the features kept, the scaled matrix to fit on, each column's scale): weights times scale fit the features as they are.

    more: rows that come after the others and have no say in which features are kept.
    """
    names, rows = kept(rows, recipe), [*rows, *more]
    seen_as = hstack([matrix(rows, {feature: column for column, feature in enumerate(names)}), csr_matrix(vectors(rows))]).tocsr()
    if not recipe.families:
        return names, seen_as, np.ones(seen_as.shape[1])
    scale = _scales([*names, *["vector:"] * (seen_as.shape[1] - len(names))], seen_as, recipe)
    return names, seen_as.multiply(scale).tocsr(), scale


def _scales(names: Sequence[str], seen_as: csr_matrix, recipe: Recipe) -> np.ndarray:
    size = seen_as.shape[0]
    mean = np.asarray(seen_as.mean(axis=0)).ravel()
    spread = np.sqrt(np.maximum(np.asarray(seen_as.multiply(seen_as).mean(axis=0)).ravel() - mean**2, 0))
    rareness = np.log((1 + size) / (1 + np.asarray((seen_as != 0).sum(axis=0)).ravel())) + 1
    family = np.array([name[: name.find(":") + 1] for name in names])
    scale = np.ones(len(names))
    for beginning, (weight, measured) in recipe.families.items():
        mine = family == beginning
        scale[mine] = weight / (np.maximum(spread[mine], 1e-3) * np.sqrt(mine.sum())) if measured else weight * rareness[mine]
    return scale


def stored(
    name: str, labels: Sequence[str], names: Sequence[str], weights: np.ndarray, bias: np.ndarray, *,
    task: str = "", cuts: Sequence[float] = (),
) -> Linear:  # fmt: skip
    """A model with weights as they are stored, so that figures are those of the file."""
    weights = weights.astype(np.float16).astype(np.float32)
    return Linear(name, tuple(labels), tuple(names), weights, bias.astype(np.float32), task, tuple(float(np.float32(cut)) for cut in cuts))
