"""What `framing train` measures of a model: its cross-validation, learning curve and test files; and its card."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.classify.layout import Layout
from framing.classify.questions import Example
from framing.cli import labelled

if TYPE_CHECKING:
    from framing.classify.evaluation import Evaluation
    from framing.classify.figures import Figures
    from framing.classify.linear import Linear
    from framing.classify.tasks import Task
    from framing.classify.training import Labelled
    from framing.classify.verdict import Step, Verdict

CURVE = (0.125, 0.25, 0.5)
"""Shares of the articles at which the learning curve is measured, before the whole."""


@dataclass(frozen=True)
class Validated:
    """A cross-validation. found, verdict: its figures and what they are good for. pages: of the report. grouped_by: what stayed together.

    ungrouped: macro-F1 where nothing did, None where that was not measured. figures: as the card of tone shows them, None of several codes.
    remarks: what else to know of them.
    """

    found: Evaluation
    verdict: Verdict
    pages: Mapping[str, bytes]
    grouped_by: str
    ungrouped: float | None
    figures: Figures | None
    remarks: Sequence[str]


def validated(
    task: Task, labels: Sequence[str], left_out: Sequence[str], data: Labelled, examples: Sequence[Example], measured: tuple,
    layout: Layout, *, curve: bool,
) -> Validated:  # fmt: skip
    """Cross-validation with groups apart, without, and for the learning curve; coded mentions only are asked about."""
    from framing.classify import evaluation, tasks
    from framing.classify.figures import figures
    from framing.classify.verdict import verdict
    from framing.report import evaluation as pages_of

    several = task.labels is None
    coded = [i for i, further in enumerate(data.further) if not further]
    kept = [examples[i] for i in coded]

    def found(sure: object) -> tuple[Evaluation, object]:
        asked = labelled.asked(kept, labels, sure[coded], tasks.decided(task, sure[coded]), several=several)
        lists, ruled = [measured[1][i] for i in coded], [measured[2][i] for i in coded] if measured[2] else []
        return evaluation.evaluate(asked.answers, labelled.floors(task, labels, asked.answers.gold, lists, ruled)), asked

    sure = tasks.cross_validated(task, labels, data)
    whole, asked = found(sure)
    slow = task.slow or data.taught is not None
    loose = None if slow else tasks.cross_validated(task, labels, data, grouped=False)
    ungrouped = None if loose is None else evaluation.macro_f1(asked.answers.gold, tasks.decided(task, loose[coded]))
    steps = [_step(task, labels, data, share, found) for share in CURVE] if curve else []
    steps = [*steps, _of(whole, len(coded) * 4 // 5)] if curve else []
    grouped_by = _grouped_by(layout, examples)
    judged = verdict(whole, unit=task.unit, agreement=task.agreement, grouped_by=grouped_by, ungrouped=ungrouped, curve=steps)
    made = (
        f"Cross-validation in 5 parts of {data.file} ({len(coded):,} {task.unit}, {len(set(data.groups)):,} groups): each {grouped_by} "
        "was judged by a model that had learned from others only."
    )
    remarks = _remarks(task, left_out, layout, data)
    pages = pages_of.pages(
        whole, asked, judged, title=f"Is the classifier of {task.name} good enough?", made_with=made, unit=task.unit, curve=steps,
        remarks=remarks,
    )  # fmt: skip
    plain = figures(labels, [data.labels[i] for i in coded], sure[coded]) if not several else None
    return Validated(whole, judged, pages, grouped_by, ungrouped, plain, remarks)


def _step(task: Task, labels: Sequence[str], data: Labelled, share: float, found: Callable) -> Step:
    from framing.classify import tasks

    evaluated, _ = found(tasks.cross_validated(task, labels, data, share=share))
    return _of(evaluated, round(share * sum(not further for further in data.further) * 0.8))


def _of(evaluated: Evaluation, examples: int) -> Step:
    from framing.classify.verdict import Step

    macro = evaluated.of("macro_f1")
    return Step(max(1, examples), macro.value or 0.0, macro.low, macro.high)


def _grouped_by(layout: Layout, examples: Sequence[Example]) -> str:
    if layout.groups:
        return layout.groups
    return "text" if all(one.group == one.text for one in examples) else "article" if any(one.article for one in examples) else "group"


def _remarks(task: Task, left_out: Sequence[str], layout: Layout, data: Labelled) -> list[str]:
    from framing.classify import blend, tone_card

    found = list(tone_card.too_good(data, neural=task.name == blend.TASK)) if task.name.startswith("tone") else []
    if left_out:
        found.append(f"Not learned, since fewer than 5 articles have them: {', '.join(left_out)}.")
    if layout.groups is None and len(set(data.outlets) - {""}) >= 5:
        found.append("The data name outlets: with --groups outlet the figures are those to expect of an outlet that is not among them.")
    return found


def tested(task: Task, model: Linear, examples: Sequence[Example], measured: tuple) -> Evaluation:
    """How well the model answers the examples of another file."""
    from framing.classify import evaluation, tasks

    sure = tasks.sureness(task, model, measured[0].rows)
    asked = labelled.asked(examples, model.labels, sure, tasks.decided(task, sure), several=task.labels is None)
    return evaluation.evaluate(asked.answers, labelled.floors(task, model.labels, asked.answers.gold, measured[1], measured[2]))


def card(
    task: Task, model: Linear, data: Labelled, tests: Sequence[Labelled], validated: Validated, tested: Mapping[str, Evaluation], *,
    left_out: Sequence[str], date: str | None, licence: str | None,
) -> dict[str, object]:  # fmt: skip
    """The card that stands beside the weights."""
    from framing.classify import card, tone_card

    if task.name.startswith("tone"):
        return tone_card.card(model, data, tests, validated.figures, date=date, licence=licence)
    return card.card(
        task, model, data, validated.found, validated.verdict, grouped_by=validated.grouped_by, ungrouped=validated.ungrouped,
        tests=tested, left_out=left_out, date=date, licence=licence,
    )  # fmt: skip
