"""Whether a classifier is good enough, and for what, in plain words from its figures.

The steps of kappa are Krippendorff's (2004, Content Analysis, ch. 11): from .80 reliable, from .667 for tentative conclusions. Below that a
classifier is no second coder, but may still point to what is worth reading or, over many examples, show a large difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.classify.evaluation import Evaluation, Figure

RELIABLE, TENTATIVE, WEAK = 0.8, 0.667, 0.4
HALF = 0.5
"""A code of which fewer than half of the answers are right is none to count."""
GUESS = "always "
"""How the names of floors begin that look at nothing."""
ALIKE = 0.05
"""Outlets whose shares are off by less than this from each other are as good as alike."""
FLAT = 0.01
"""A rise of macro-F1 over the last doubling of the data below this is none."""


@dataclass(frozen=True)
class Verdict:
    """short: what it is good for, in a line. sentences: why, and what to mind."""

    short: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A point of a learning curve: examples that the models learned from (the mean over folds), and their macro-F1 with its interval."""

    examples: int
    value: float
    low: float | None
    high: float | None


def verdict(
    found: Evaluation, *, unit: str, agreement: str, grouped_by: str | None = None, ungrouped: float | None = None,
    curve: Sequence[Step] = (),
) -> Verdict:  # fmt: skip
    """The verdict on some figures.

    grouped_by, ungrouped, curve: of a cross-validation; absent where a model was asked about new data.
    """
    guess = max((value for name, value in found.floors.items() if name.startswith(GUESS)), default=0.0)
    sentences = [*_over_all(found, unit, guess), *_beside(found), *_classes(found, unit), *_outlets(found)]
    if grouped_by is not None and ungrouped is not None:
        sentences += _leakage(found.of("macro_f1"), grouped_by, ungrouped, unit)
    if len(curve) > 1:
        sentences.append(_curve(curve, unit))
    return Verdict(_short(found, guess), (*sentences, agreement))


def _short(found: Evaluation, guess: float) -> str:
    kappa, macro = found.of("kappa"), found.of("macro_f1")
    if macro.value is None or macro.low is None or kappa.value is None:
        return "Too few examples to tell: code at least 20 in 5 articles, better 200 in 50."
    if macro.low <= guess or (kappa.low or 0.0) <= 0:
        return "Not shown to be better than guessing: do not use it."
    if kappa.value < WEAK:
        return "Good for finding what is worth reading, not for counting."
    if kappa.value < TENTATIVE:
        return "Good for large differences over many examples, with a check by hand; not for single examples."
    if kappa.value < RELIABLE:
        return "Good for tentative conclusions over many examples."
    return "As reliable as a second coder is asked to be."


def _over_all(found: Evaluation, unit: str, guess: float) -> Iterator[str]:
    right, macro, kappa = (found.of(name) for name in ("accuracy", "macro_f1", "kappa"))
    if right.value is None or macro.value is None:
        yield f"{right.examples} {unit} of {right.articles} articles are too few for figures."
        return
    what = "of 100 decisions about a code" if found.several else f"of 100 {unit}"
    yield f"Asked about {right.examples} {unit}, it decides as the coders did in {100 * right.value:.0f} {what} ({_interval(right, 100)})."
    guessing = f"; always the commonest answer gives {guess:.2f}" if guess else ""
    yield f"Its macro-F1, which counts every class alike, is {macro.value:.2f} ({_interval(macro)}){guessing}."
    if kappa.value is not None:
        yield f"Beyond what chance would give, the agreement is kappa {kappa.value:.2f} ({_interval(kappa)}); .80 counts as reliable."


def _beside(found: Evaluation) -> Iterator[str]:
    """Beside the best answer that nobody had to train."""
    untrained = {name: value for name, value in found.floors.items() if not name.startswith(GUESS)}
    macro = found.of("macro_f1")
    if untrained and macro.value is not None and macro.low is not None:
        name, best = max(untrained.items(), key=lambda floor: floor[1])
        better = "clearly less" if macro.low > best else "so what this one adds is not certain" if macro.value > best else "no less"
        yield f"Without training {name} would give {best:.3f} on the same examples, beside {macro.value:.3f}: {better}."


def _classes(found: Evaluation, unit: str) -> Iterator[str]:
    told = []
    for label in found.labels:
        precision, recall = found.of("precision", label=label), found.of("recall", label=label)
        if precision.value is not None and recall.value is not None:
            told.append((precision.value + recall.value, label, precision.value, recall.value))
    told.sort(key=lambda one: one[0])
    shown = told if len(told) <= 3 else [told[0], told[-1]]
    for _, label, precision, recall in shown:
        yield f"'{label}': of 10 that it gives, {_tenths(precision)} are right; of 10 that there are, it finds {_tenths(recall)}."
    if found.several and (wrong := [f"'{label}'" for _, label, precision, _ in told if precision < HALF]):
        yield f"Most of what it gives as {', '.join(wrong)} is wrong: read those {unit}, do not count them."


def _tenths(value: float) -> str:
    return f"{10 * value:.0f}"


def _outlets(found: Evaluation) -> Iterator[str]:
    """How far the shares that it would give an outlet are off, since that is what a comparison of outlets rests on."""
    worst: tuple[float, Figure, Figure] | None = None
    for label in found.labels:
        known = [one for outlet in found.outlets if (one := found.of("excess", outlet=outlet, label=label)).value is not None]
        if len(known) > 1:
            low, high = min(known, key=lambda one: one.value), max(known, key=lambda one: one.value)
            if worst is None or high.value - low.value > worst[0]:
                worst = (high.value - low.value, low, high)
    if worst is None:
        if found.outlets:
            yield "No two outlets have 20 examples in 5 articles each, so whether it errs alike in all of them is not known."
        return
    spread, low, high = worst
    if spread < ALIKE:
        yield "Its errors are alike in all outlets: the shares that it gives are off by less than 5 points between any two of them."
        return
    yield (
        f"Its errors differ between outlets: it gives '{high.label}' {_points(high)} than the coders in {high.outlet}, and {_points(low)} "
        f"in {low.outlet}. So a difference between two outlets of less than about {100 * spread:.0f} points may be the classifier's own."
    )


def _points(figure: Figure) -> str:
    return f"{abs(100 * figure.value):.0f} points {'more' if figure.value >= 0 else 'less'} often"


def _leakage(macro: Figure, grouped_by: str, ungrouped: float, unit: str) -> Iterator[str]:
    if macro.value is None:
        return
    gap = ungrouped - macro.value
    yield (
        f"These are figures for {unit} of {a(grouped_by)} that it has not learned from: {macro.value:.3f}. When {unit} of the same "
        f"{grouped_by} may stand among the training examples as well, macro-F1 is {ungrouped:.3f}."
    )
    if gap > 0.005:
        yield (
            f"The {gap:.3f} between the two is what it gains from knowing the {grouped_by} (its topics, its house style, how often a label "
            f"is given there) rather than the wording. For {a(grouped_by)} that is not in your data, expect the first figure."
        )
    else:
        yield f"It gains nothing then, so it has not learned to recognise the {grouped_by} instead of the wording."


def a(noun: str) -> str:
    """The noun with its article."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def _curve(curve: Sequence[Step], unit: str) -> str:
    last, before = curve[-1], curve[-2]
    rise = last.value - before.value
    told = f"From {before.examples} to {last.examples} {unit} macro-F1 went from {before.value:.3f} to {last.value:.3f}"
    return f"{told}: more examples are likely to help." if rise > FLAT else f"{told}: more examples of the same kind will hardly help."


def _interval(figure: Figure, times: float = 1) -> str:
    if figure.low is None or figure.high is None:
        return "no interval"
    form = "{:.0f} to {:.0f}" if times == 100 else "{:.2f} to {:.2f}"
    return "95% interval " + form.format(times * figure.low, times * figure.high)


def as_rows(found: Evaluation) -> list[Mapping[str, object]]:
    """All figures and floors as rows of a table."""
    rows: list[Mapping[str, object]] = [vars(figure) for figure in found.figures]
    empty = dict.fromkeys(("outlet", "label", "low", "high", "examples", "articles"))
    return rows + [{"measure": f"macro_f1 of: {name}", **empty, "value": round(value, 4)} for name, value in found.floors.items()]
