"""The tasks that can be trained and evaluated: what each reads, how its model is fitted, and what answers without skill."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.article import Span
from framing.classify import blend, evaluation, frames_model, loaded, loaded_model, several, tone, training, validation
from framing.classify.blend import Blend, Both
from framing.classify.linear import Linear, Row
from framing.classify.training import Labelled, Recipe
from framing.document import Document

WORDS = {"word:": (1.0, False), "pair:": (0.5, False), "vector:": (1.0, True)}
LOADED = Recipe(
    strength=0.1, rare=3,
    families=WORDS | {"letters:": (0.5, False), "mark:": (1.5, True), "sum:": (1.5, True), "valence:": (1.0, True), "parse:": (0.5, True)},
)  # fmt: skip
"""Chosen by cross-validation grouped by outlet on BABE SG1; between 0.05 and 0.2 the strength makes no difference."""
SHIPPED = "the lexicons that ship"
"""What decides loaded wording where nobody has trained a model."""
FRAMES = Recipe(strength=1.0, rare=2, families=WORDS | {"list:": (2.0, True)})


@dataclass(frozen=True)
class Task:
    """A task. unit: what an example is, in the plural. labels: None where the data say which codes there are, several to an example.

    features: of each target in a parsed text (a text without targets is one). lists: hits of word lists, for the floor. rule: a floor of
    its own: name and answers. agreement: what is known of people's agreement on such labels.
    slow: whether fitting takes minutes, so that what can be left out of a validation is.
    """

    name: str
    unit: str
    labels: tuple[str, ...] | None
    targets: bool
    recipe: Recipe
    features: Callable[[Document, Sequence[Span]], list[Row] | list[Both]]
    lists: Callable[[Document], Mapping[str, int]]
    rule: tuple[str, Callable[[Document, Sequence[Span]], list[str]]] | None
    agreement: str
    slow: bool = False


def _loaded_lists(document: Document) -> Mapping[str, int]:
    return Counter(mark.group for mark in loaded.load().score(document).marks if mark.weight > 0 and "#" in mark.group)


def _tone_of_words(document: Document, spans: Sequence[Span]) -> list[str]:
    values = [tone.lexicon_tone(document, document.sentence_of[tone.locate(document, *span)[2]]) for span in spans]
    return [tone.LABELS[0] if value < -0.1 else tone.LABELS[2] if value > 0.1 else tone.LABELS[1] for value in values]


_TONE_AGREEMENT = "Coders of tone toward a target in news agree well but not fully; give a part of your data to two coders and compare."

TASKS: Mapping[str, Task] = {
    "tone": Task(
        "tone", "targets", tone.LABELS, True, training.TONE, tone.document_features, lambda document: {},
        ("mean valence of the sentence's words", _tone_of_words),
        _TONE_AGREEMENT,
    ),
    "tone-neural": Task(
        blend.TASK, "targets", tone.LABELS, True, training.TONE, tone.document_both, lambda document: {},
        ("mean valence of the sentence's words", _tone_of_words), _TONE_AGREEMENT, slow=True,
    ),
    "loaded": Task(
        "loaded", "sentences", loaded_model.LABELS, False, LOADED,
        lambda document, spans: [loaded_model.features(document).row] * len(spans), _loaded_lists,
        (SHIPPED, lambda document, spans: [loaded.load().score(document).label] * len(spans)),
        "People agree little on what is loaded: Krippendorff's alpha is .40 among trained experts (Spinde et al. 2021, BABE). "
        "No classifier can be expected to agree with coders more than they agree with each other.",
    ),
    "frames": Task(
        "frames", "texts", None, False, FRAMES, lambda document, spans: [frames_model.features(document).row] * len(spans),
        frames_model.lists, None,
        "Coders of frames differ as well: give a part of your data to two coders, and compare the classifier's agreement with theirs.",
    ),
}  # fmt: skip
"""Every task by name."""


def labels_of(task: Task, data: Labelled) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(labels to learn, codes that too few articles have to learn them)."""
    if task.labels is not None:
        return task.labels, ()
    articles: dict[str, set[str]] = {}
    for codes, group in zip(data.labels, data.groups):
        for code in codes:
            articles.setdefault(code, set()).add(group)
    learned = tuple(sorted(code for code, groups in articles.items() if len(groups) >= validation.FOLDS))
    if not learned:
        raise training.TrainingError(f"no code stands in {validation.FOLDS} articles or more: code more of them")
    return learned, tuple(sorted(set(articles) - set(learned)))


def fit(task: Task, name: str, labels: Sequence[str], data: Labelled, of: Sequence[int] | None = None) -> Linear | Blend:
    """The task's model of the examples with these numbers (default: all). Raises TrainingError where they do not suffice."""
    of = range(len(data.rows)) if of is None else of
    rows, gold = [data.rows[i] for i in of], [data.labels[i] for i in of]
    if task.labels is None:
        groups = [data.groups[i] for i in of]
        return several.fit(name, labels, rows, evaluation.one_hot(labels, gold), groups, recipe=task.recipe, task=task.name)
    if task.name == blend.TASK:
        return training.fit_neural(name, labels, rows, gold, [data.further[i] for i in of])
    marked = "" if task.name == "tone" else task.name  # the stored tone weights do not name their task
    taught = data.taught and data.taught.of({data.groups[i] for i in of})
    return training.fit(name, labels, rows, gold, [data.further[i] for i in of], taught=taught, recipe=task.recipe, task=marked)


def sureness(task: Task, model: Linear | Blend, rows: Sequence[Row]) -> np.ndarray:
    """(rows, labels): probabilities; where several codes may hold, how far each is above its cut."""
    return model.probabilities(rows) if task.labels is not None else several.margins(model, rows)


def decided(task: Task, sure: np.ndarray) -> np.ndarray:
    """(rows, labels) bool: the most probable label; where several codes may hold, those that reach their cut."""
    return np.arange(sure.shape[1]) == sure.argmax(axis=1)[:, None] if task.labels is not None else sure >= 0


def cross_validated(
    task: Task, labels: Sequence[str], data: Labelled, *, grouped: bool = True, share: float = 1.0
) -> np.ndarray:
    """(examples, labels) sureness of models that never saw an example of the group (or fold) they are asked about.

    share: of the articles that each model learns from, for a learning curve. Raises TrainingError where there are too few.
    """

    def answer(train: Sequence[int]) -> Callable[[Sequence[Row]], np.ndarray]:
        model = fit(task, "fold", labels, data, part(data, train, share))
        return lambda rows: sureness(task, model, rows)

    return validation.out_of_fold(data, answer, validation.folds(data, grouped=grouped))


def part(data: Labelled, of: Sequence[int], share: float) -> Sequence[int]:
    """The examples of a share of the articles, drawn with a fixed seed; of larger shares the articles of smaller ones are a part."""
    if share >= 1:
        return of
    articles = np.array(sorted({data.articles[i] for i in of}))
    drawn = set(np.random.default_rng(0).permutation(articles)[: max(2, round(share * len(articles)))].tolist())
    return [i for i in of if data.articles[i] in drawn]
