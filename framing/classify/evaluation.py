"""How well a classifier's answers fit what people coded: over all, for each class and for each outlet, with intervals and floors.

What it counts: examples where answer and code agree or differ. Formulas: precision = TP / (TP + FP), recall = TP / (TP + FN),
F1 = 2 TP / (2 TP + FP + FN), macro-F1 = mean of the classes' F1; Cohen's kappa = (agreement - chance) / (1 - chance); excess of a class =
share answered - share coded. Unit: share. Range: 0 to 1; kappa -1 to 1; excess -1 to 1. Direction: higher is better; an excess of 0 is
best. Undefined: F1 of a class neither coded nor answered, kappa where chance agreement is perfect. Where several codes may hold, each
code is a question of its own, and kappa is the mean over codes.
Intervals: percentile bootstrap over articles within outlet, 2,000 draws; none with fewer than 5 articles or 20 examples.
Source: Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20.

>>> coded = one_hot(("yes", "no"), ["yes"] * 25 + ["no"] * 25)  # Cohen's measure on 50 proposals that two readers judge: 20, 5, 10, 15
>>> answered = one_hot(("yes", "no"), ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15)
>>> found = evaluate(Answers(("yes", "no"), coded, answered, [str(i) for i in range(50)], [""] * 50))
>>> [round(found.of(measure).value, 3) for measure in ("accuracy", "kappa", "macro_f1")]
[0.7, 0.4, 0.697]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 2000
SEED = 20241208
LEAST_ARTICLES, LEAST_EXAMPLES = 5, 20
OVERALL, OF_CLASS = ("macro_f1", "accuracy", "kappa"), ("precision", "recall", "f1", "coded", "answered", "excess")


@dataclass(frozen=True)
class Answers:
    """Examples with their codes and a classifier's answers.

    gold, answered: (examples, labels) bool. articles: of each example, what is sampled. outlets: of each, "" where unknown.
    several: whether an example may have several codes, or none.
    """

    labels: tuple[str, ...]
    gold: np.ndarray
    answered: np.ndarray
    articles: Sequence[str]
    outlets: Sequence[str]
    several: bool = False


@dataclass(frozen=True)
class Figure:
    """A figure with its interval. outlet, label: what it is of, None for all. value: None when undefined or too few."""

    measure: str
    outlet: str | None
    label: str | None
    value: float | None
    low: float | None
    high: float | None
    examples: int
    articles: int


@dataclass(frozen=True)
class Evaluation:
    """All figures of some answers. floors: macro-F1 of answers that take no skill, by name. confusion: code -> answer -> examples."""

    labels: tuple[str, ...]
    several: bool
    figures: tuple[Figure, ...]
    floors: Mapping[str, float]
    confusion: Mapping[str, Mapping[str, int]]

    def of(self, measure: str, *, outlet: str | None = None, label: str | None = None) -> Figure:
        """The figure. Raises StopIteration where there is none of these."""
        return next(one for one in self.figures if (one.measure, one.outlet, one.label) == (measure, outlet, label))

    @property
    def outlets(self) -> tuple[str, ...]:
        """Outlets that have figures of their own, sorted."""
        return tuple(sorted({one.outlet for one in self.figures if one.outlet is not None}))


def one_hot(labels: Sequence[str], given: Sequence[str | frozenset[str]]) -> np.ndarray:
    """(examples, labels): which label each example has; a set of labels has all of them."""
    return np.array([[label in one if isinstance(one, frozenset) else label == one for label in labels] for one in given], dtype=bool)


def evaluate(answers: Answers, floors: Mapping[str, np.ndarray] | None = None) -> Evaluation:
    """The figures of answers. floors: (examples, labels) answers that take no skill, by name."""
    whole = _figures(answers, None, np.arange(len(answers.articles)))
    named = sorted(set(answers.outlets) - {""})
    parts = [
        figure for outlet in named if len(named) > 1
        for figure in _figures(answers, outlet, np.flatnonzero(np.array(answers.outlets) == outlet))
    ]  # fmt: skip
    return Evaluation(
        answers.labels, answers.several, (*whole, *parts),
        {name: macro_f1(answers.gold, answered) for name, answered in (floors or {}).items()}, _confusion(answers),
    )  # fmt: skip


def macro_f1(gold: np.ndarray, answered: np.ndarray) -> float:
    """Mean F1 of the classes that are coded or answered at all."""
    both, either = (gold & answered).sum(axis=0), gold.sum(axis=0) + answered.sum(axis=0)
    return float((2 * both[either > 0] / either[either > 0]).mean()) if (either > 0).any() else 0.0


def floors_of(labels: Sequence[str], gold: np.ndarray, lists: Sequence[Mapping[str, int]], *, several: bool) -> dict[str, np.ndarray]:
    """Answers that take no skill: the commonest label always; and, for each label, the one list whose words tell it best.

    lists: hits of each word list in each example. The best list and the hits that it takes are chosen on the same examples, so
    this floor is generous. Where several codes may hold the first floor always answers what more than half have.
    """
    if several:
        found = {"always the codes that most have": np.tile(gold.mean(axis=0) > 0.5, (len(gold), 1))}
        best = [_best_list(gold[:, [column]], lists) for column in range(len(labels))]
        if all(best):
            found["best single list for each code"] = np.hstack([answered for _, answered in best])
        return found
    commonest = int(gold.sum(axis=0).argmax())
    found = {f"always '{labels[commonest]}'": np.tile(np.arange(len(labels)) == commonest, (len(gold), 1))}
    if len(labels) == 2 and (best := _best_list(gold[:, [0]], lists, both=True)):
        found[f"best single list ({best[0]})"] = np.hstack([best[1], ~best[1]])
    return found


def _best_list(gold: np.ndarray, lists: Sequence[Mapping[str, int]], *, both: bool = False) -> tuple[str, np.ndarray] | None:
    """(list and hits it takes, answers): the one of highest F1; both: of the mean of F1 for and against."""
    tried = []
    for name in sorted({name for one in lists for name in one}):
        hits = np.array([[one.get(name, 0)] for one in lists])
        for least in (1, 2, 3):
            answered = hits >= least
            score = macro_f1(*(np.hstack([one, ~one]) if both else one for one in (gold, answered)))
            tried.append((score, f"{name}, {least} or more", answered))
    if not tried:
        return None
    _, name, answered = max(tried, key=lambda one: one[0])
    return name, answered


def _figures(answers: Answers, outlet: str | None, members: np.ndarray) -> list[Figure]:
    gold, answered = answers.gold[members], answers.answered[members]
    names = sorted({answers.articles[i] for i in members})
    place = {name: number for number, name in enumerate(names)}
    article = np.array([place[answers.articles[i]] for i in members])
    cells = np.stack([gold & answered, ~gold & answered, gold & ~answered, np.ones_like(gold)], axis=2).astype(float)
    sums = np.zeros((len(names), *cells.shape[1:]))
    np.add.at(sums, article, cells)
    enough = len(names) >= LEAST_ARTICLES and len(members) >= LEAST_EXAMPLES
    drawn = None
    if enough:
        home = {place[answers.articles[i]]: answers.outlets[i] for i in members}
        weights = drawn_within([home[number] for number in range(len(names))])
        drawn = np.tensordot(weights, sums, axes=(1, 0))
    value = _measures(sums.sum(axis=0)[None], answers.several)
    spread = _measures(drawn, answers.several) if drawn is not None else {}
    found = []
    for (measure, column), one in value.items():
        ends = spread.get((measure, column))
        ends = ends[~np.isnan(ends)] if ends is not None else ()
        low, high = np.percentile(ends, (2.5, 97.5)) if len(ends) else (None, None)
        known = enough and not np.isnan(one[0])
        label = None if column is None else answers.labels[column]
        numbers = (_number(number) if known else None for number in (one[0], low, high))
        found.append(Figure(measure, outlet, label, *numbers, len(members), len(names)))
    return found


def drawn_within(outlets: Sequence[str]) -> np.ndarray:
    """(draws, articles) how often each article is drawn, within its outlet; outlets of few articles are drawn as one."""
    sizes = Counter(outlets)
    stratum = np.array([outlet if sizes[outlet] >= LEAST_ARTICLES else "" for outlet in outlets])
    random = np.random.default_rng(SEED)
    weights = np.zeros((DRAWS, len(outlets)))
    for name in sorted(set(stratum.tolist())):
        mine = np.flatnonzero(stratum == name)
        weights[:, mine] = random.multinomial(len(mine), np.full(len(mine), 1 / len(mine)), size=DRAWS)
    return weights


def _measures(cells: np.ndarray, several: bool) -> dict[tuple[str, int | None], np.ndarray]:
    """Each measure of (draws, labels, (TP, FP, FN, all)) counts, by name and label, None for all labels."""
    tp, fp, fn, size = np.moveaxis(cells, 2, 0)
    coded, answered = tp + fn, tp + fp
    with np.errstate(divide="ignore", invalid="ignore"):
        f1 = 2 * tp / (2 * tp + fp + fn)
        if several:
            agreement, chance = (size - fp - fn) / size, (coded * answered + (size - coded) * (size - answered)) / size**2
            kappas = (agreement - chance) / (1 - chance)
            accuracy = agreement.mean(axis=1)
            defined = ~np.isnan(kappas)
            kappa = np.where(defined, kappas, 0).sum(axis=1) / defined.sum(axis=1)
        else:
            accuracy = tp.sum(axis=1) / size[:, 0]
            chance = (coded * answered).sum(axis=1) / size[:, 0] ** 2
            kappa = (accuracy - chance) / (1 - chance)
        defined = ~np.isnan(f1)
        macro = np.where(defined, f1, 0).sum(axis=1) / defined.sum(axis=1)
        of_class = dict(zip(OF_CLASS, (tp / answered, tp / coded, f1, coded / size, answered / size, (answered - coded) / size)))
    found: dict[tuple[str, int | None], np.ndarray] = dict(zip([(name, None) for name in OVERALL], (macro, accuracy, kappa)))
    return found | {(name, column): values[:, column] for column in range(tp.shape[1]) for name, values in of_class.items()}


def _confusion(answers: Answers) -> dict[str, dict[str, int]]:
    """Code -> answer -> examples. Of several codes, each is crossed with whether it was answered."""
    if answers.several:
        return {
            label: {"found": int((gold & answered).sum()), "missed": int((gold & ~answered).sum()), "added": int((~gold & answered).sum())}
            for label, gold, answered in zip(answers.labels, answers.gold.T, answers.answered.T)
        }  # fmt: skip
    table = answers.gold.astype(int).T @ answers.answered.astype(int)
    return {a: {b: int(table[i, j]) for j, b in enumerate(answers.labels)} for i, a in enumerate(answers.labels)}


def _number(value: float | None) -> float | None:
    return None if value is None else round(float(value), 4)
