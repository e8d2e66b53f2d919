"""Fitting the classifiers from labelled examples, with the figures of a cross-validation beside the weights.

Deterministic: features are sorted, folds follow the groups' order, the solver starts at zero. The same data give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, f1_score, precision_recall_fscore_support
from sklearn.model_selection import GroupKFold, KFold

from framing.classify import encoder, reader_fit, words
from framing.classify.blend import READ, SEEN, Blend, Both
from framing.classify.linear import Linear, Row, matrix, vectors

FURTHER = 0.3
"""Weight of an example that is a further mention of a coded target, beside 1 for the coded mention; chosen by cross-validation inside
the training data, by log loss."""
FOLDS = 5


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
    rows: Sequence[Row] | Sequence[Both]
    labels: Sequence[str]
    groups: Sequence[str]
    further: Sequence[bool]
    articles: Sequence[str] = ()
    outlets: Sequence[str] = ()


def fit(
    name: str, labels: Sequence[str], rows: Sequence[Row], gold: Sequence[str], further: Sequence[bool] | None = None, *,
    recipe: Recipe = TONE, task: str = "",
) -> Linear:  # fmt: skip
    """The linear model of these examples: rows of features, the label of each, and which are further mentions (they weigh less).

    Raises TrainingError where a label has no example.
    """
    _check(labels, gold)
    numbers = np.array([labels.index(label) for label in gold])
    weight = np.where(further, FURTHER, 1.0) if further is not None else np.ones(len(rows))
    names, seen_as, scale = prepared(rows, recipe)
    fitted = LogisticRegression(C=recipe.strength, max_iter=500, tol=1e-3).fit(seen_as, numbers, sample_weight=weight)
    weights, bias = fitted.coef_.T, fitted.intercept_
    if len(labels) == 2:  # fitted as one column, the second class against the first
        weights, bias = np.hstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
    return stored(name, labels, names, weights * scale[:, None], bias, task=task)


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


def prepared(rows: Sequence[Row], recipe: Recipe) -> tuple[list[str], csr_matrix, np.ndarray]:
    """(names of the features kept, the scaled matrix to fit on, each column's scale): weights times scale fit the features as they are."""
    names = kept(rows, recipe)
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


def cross_validate(labels: Sequence[str], data: Labelled, *, recipe: Recipe = TONE, grouped: bool = True) -> Figures:
    """Figures of models that never saw an example of the group they are asked about; they are asked about coded mentions only.

    Raises TrainingError where the groups are too few.
    """

    def fitted(train: Sequence[int]) -> Callable[[Sequence[Row]], np.ndarray]:
        of = ([column[i] for i in train] for column in (data.rows, data.labels, data.further))
        return fit("fold", labels, *of, recipe=recipe).probabilities

    probabilities = out_of_fold(data, fitted, folds(data, grouped=grouped))
    coded = [i for i, further in enumerate(data.further) if not further]
    return figures(labels, [data.labels[i] for i in coded], probabilities[coded])


TONE_LIMITS = (
    "One sentence is all that is read: irony, innuendo and what the sentence before said are missed.",
    "About {wrong} labels in ten differ from the coders' on sentences never seen; figures per class and the confusion matrix stand below. "
    "An aggregate over many mentions is worth more than any single label.",
    "Learned from English news on politics, mostly of the United States; on other topics and regions it is likely to be worse.",
    "Positive is found least well; a mention praised in passing tends to be called neutral.",
    "Plainly reporting something bad that the target did or suffered counts as negative for the coders: "
    "negative tone is no sign of a biased outlet.",
)
NEURAL_LIMITS = (
    "The encoder reads a word for the target's kind in place of its name, but it reads all other words, other names among them, and "
    "carries the associations of the web text that it learned from, prejudice included.",
    "Training gives the same weights again only on the same kind of processor with the same releases of PyTorch, onnx and onnxruntime; "
    "answers may differ in the sixth decimal between processors.",
)
SEEN_BEFORE = (
    "How words lean (word-tones.npz) was learned by the neural model from this same file, the parts held out in cross-validation among it: "
    "the figures of the cross-validation are too good, those of other files are not.",
)
TONE_NOT_FOR = (
    "Judging a single sentence, journalist or person, or deciding anything about them.",
    "Calling an outlet biased: it describes wording, not intent, truth or fairness.",
    "Text other than English news: speech, social media, literature, translations by machine.",
)


def card(
    model: Linear | Blend, data: Labelled, tests: Sequence[Labelled], *,
    validated: Figures | None = None, date: str | None = None, licence: str | None = None,
) -> dict[str, object]:  # fmt: skip
    """The card of a model of tone, linear or neural: what was learned from what, with which figures, and what it is not for.

    validated: the figures of the cross-validation, where they are known already.
    Raises TrainingError where the groups are too few to cross-validate.
    """
    neural = isinstance(model, Blend)
    parsed = model.linear if neural else model
    sizes = {"features": len(parsed.names), "vector": len(parsed.weights) - len(parsed.names)}
    checked = validated or cross_validate(model.labels, data)
    settings = {"inverse_penalty": TONE.strength, "weight_of_further_mentions": FURTHER, "least_examples_of_a_feature": TONE.rare,
                "folds": FOLDS}  # fmt: skip
    if neural:
        sizes |= {"numbers_fitted_in_the_encoder": model.reader.size}
        settings |= {"share_of_encoder": READ, "share_of_linear_model": SEEN, **reader_fit.SETTINGS, "packages": reader_fit.identity()}
    return {
        "model": model.name,
        "task": "tone toward a target mention: " + ", ".join(model.labels),
        "date": date,
        "licence": licence,
        "limits": tuple(one.format(wrong=_wrong(checked)) for one in TONE_LIMITS)
        + (NEURAL_LIMITS if neural else SEEN_BEFORE if data.sha256 == words.toned_from() else ()),
        **({"encoder": {"packages": encoder.identity(), "sha256": encoder.SHA256}} if neural else {}),
        "not_for": TONE_NOT_FOR,
        "data": {"file": data.file, "sha256": data.sha256, "examples": len(data.rows) - sum(data.further),
                 "further_mentions": sum(data.further), "groups": len(set(data.groups))},
        **sizes,
        "settings": settings,
        "cross_validation": asdict(checked),
        "tests": {test.file: asdict(figures(model.labels, test.labels, model.probabilities(test.rows))) for test in tests},
    }


def _wrong(found: Figures) -> str:
    wrong = round(10 * (1 - found.accuracy))
    return ("no", "one", "two", "three", "four", "five")[wrong] if wrong <= 5 else str(wrong)


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
