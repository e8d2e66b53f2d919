"""`framing train`: labelled examples to the weights of a classifier, with its figures and whether they are good enough."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from framing.classify.layout import Layout
from framing.classify.questions import Example
from framing.cli import labelled, options, store
from framing.cli.attribution import train_attribution
from framing.cli.classify import write_whole
from framing.cli.train_words import word_tones, words

if TYPE_CHECKING:
    from framing.classify.evaluation import Evaluation
    from framing.classify.linear import Linear
    from framing.classify.tasks import Task
    from framing.classify.tone import NeuralModel, Tone, ToneModel
    from framing.classify.training import Figures, Labelled
    from framing.classify.verdict import Step, Verdict

F = TypeVar("F", bound=Callable[..., object])
CURVE = (0.125, 0.25, 0.5)
"""Shares of the articles at which the learning curve is measured, before the whole."""


@click.group()
def train() -> None:
    """Train a classifier on labelled examples of your own, and learn whether it is good enough for your question.

    \b
    Example:
      framing train loaded sentences.csv --groups outlet --out my-loaded.npz --report figures/
      framing classify loaded more.jsonl --model my-loaded.npz --out answers.jsonl
      framing train attribution --gold annotated/ --out my-attribution.npz
    """


def _options(name: str | None) -> Callable[[F], F]:
    def decorate(command: F) -> F:
        for add in (
            options.parse_options,
            click.option("--licence", default=None, help="Licence of DATA, for the card."),
            click.option("--date", default=None, help="Date on the card (default: none)."),
            click.option("--name", default=name, show_default=name or "tone-MODEL-own",
                         help="Name and version of the model, as answers show it."),
            click.option("--test", "tests", type=labelled.DATA, multiple=True,
                         help="Labelled examples kept for measuring; may be given several times."),
            click.option("--report", type=click.Path(path_type=Path),
                         help="Folder for the figures in full: by label and outlet, charts, learning curve, every disagreement."),
            labelled.layout_options(labels=True),
            click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True,
                         help="File for the weights (.npz); the card stands beside it (.json)."),
            click.argument("data", metavar="DATA", type=labelled.DATA),
        ):  # fmt: skip
            command = add(command)
        return command

    return decorate


@train.command()
@_options(None)
@click.option("--model", type=click.Choice(("linear", "neural")), default="linear", show_default=True,
              help="neural: a sentence encoder, fine-tuned to the data, which takes minutes (extra framing[neural-train]).")
@click.option("--swap-names", is_flag=True, help="Also measure on the --test files how often another name changes the answer.")
def tone(data: Path, model: str, swap_names: bool, name: str | None, **rest: object) -> None:
    """Tone toward a target, from DATA in JSON Lines or CSV; the same DATA give the same weights, bit for bit.

    DATA holds one labelled target a row: text, start, end, label (negative, neutral or positive), and if you like article, outlet and
    group. Examples of one group stay together in the cross-validation. NewsMTSC's own layout is read too.

    \b
    Example:
      framing train tone train.jsonl --test dev.jsonl --out my-tone.npz
      framing train tone train.jsonl --model neural --test dev.jsonl --out my-tone.npz
    """
    if model == "neural":
        from framing.classify import reader_fit

        reader_fit.check()
    _train("tone-neural" if model == "neural" else "tone", data, swap_names=swap_names, name=name or f"tone-{model}-own", **rest)


@train.command()
@_options("loaded-own-1")
def loaded(data: Path, **rest: object) -> None:
    """Whether a sentence is biased by its wording, from DATA in JSON Lines or CSV.

    DATA holds one labelled sentence a row: text, label (biased or unbiased), and if you like article, outlet and group. With --groups
    outlet each outlet's sentences are judged by models that have learned from other outlets only; the figure without that stands beside.

    \b
    Example:
      framing train loaded sentences.csv --groups outlet --labels "biased=Biased,unbiased=Non-biased,-=No agreement" --out my-loaded.npz
    """
    _train("loaded", data, **rest)


@train.command()
@_options("frames-own-1")
def frames(data: Path, **rest: object) -> None:
    """Frames by your own codes, any number to a text, from DATA in JSON Lines or CSV.

    DATA holds one coded text a row: text, frames (a list of codes, or a text with | between), and if you like article, outlet and group.
    Texts of one article stay together in the cross-validation. Codes of fewer than five articles are left out, and told.

    \b
    Example:
      framing train frames coded.jsonl --out my-frames.npz --report figures/
    """
    _train("frames", data, **rest)


train.add_command(words)
train.add_command(word_tones)
train.add_command(train_attribution)


@dataclass(frozen=True)
class _Validated:
    """A cross-validation: its figures and verdict, and what goes into the report."""

    found: Evaluation
    verdict: Verdict
    pages: Mapping[str, bytes]
    ungrouped: float | None
    figures: Figures | None


def _train(
    task_name: str, data: Path, *, out: Path, report: Path | None, tests: tuple[Path, ...], layout: Layout, name: str,
    date: str | None, licence: str | None, workers: int, cache: Path | None, swap_names: bool = False,
) -> None:  # fmt: skip
    from framing.classify import tasks, training

    task = tasks.TASKS[task_name]
    if report is not None:
        store.check_replaceable(report)
    read = [labelled.read(data, task, layout), *([one for one in labelled.read(path, task, layout) if not one.further] for path in tests)]
    sets = [labelled.labelled(path, examples, task, workers=workers, cache=cache) for path, examples in zip((data, *tests), read)]
    examples, learned = read[0], sets[0][0]
    try:
        labels, left_out = tasks.labels_of(task, learned)
        model = tasks.fit(task, name, labels, learned)
        validated = _validated(task, labels, left_out, learned, examples, sets[0], layout, curve=report is not None)
        tested = {path.name: _tested(task, model, other, one) for path, other, one in zip(tests, read[1:], sets[1:])}
        card = _card(task, model, learned, [one[0] for one in sets[1:]], validated, tested, left_out, layout, examples, date, licence)
    except training.TrainingError as error:
        raise click.ClickException(f"{data}: {error}") from error
    if swap_names:
        from framing.classify import tone as tones

        card["name_bias"] = _name_bias(tones.model_of(model), [one for some in read[1:] for one in some], workers=workers, cache=cache)
    write_whole(out, model.to_bytes())
    write_whole(out.with_suffix(".json"), (json.dumps(card, ensure_ascii=False, indent=1) + "\n").encode())
    if report is not None:
        manifest = {"task": task_name, "data": card["data"], "model": model.name, "made_by": "framing train"}
        labelled.write_pages(report, validated.pages, manifest)
    _tell(task, validated, tested, left_out, report)


def _validated(
    task: Task, labels: Sequence[str], left_out: Sequence[str], data: Labelled, examples: Sequence[Example], measured: tuple,
    layout: Layout, *, curve: bool,
) -> _Validated:  # fmt: skip
    """Cross-validation with groups apart, without, and for the learning curve; coded mentions only are asked about."""
    from framing.classify import evaluation, tasks, training
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
    loose = None if task.slow else tasks.cross_validated(task, labels, data, grouped=False)
    ungrouped = None if loose is None else evaluation.macro_f1(asked.answers.gold, tasks.decided(task, loose[coded]))
    steps = [_step(task, labels, data, share, found) for share in CURVE] if curve else []
    steps = [*steps, _of(whole, len(coded) * 4 // 5)] if curve else []
    grouped_by = _grouped_by(layout, examples)
    judged = verdict(whole, unit=task.unit, agreement=task.agreement, grouped_by=grouped_by, ungrouped=ungrouped, curve=steps)
    made = (
        f"Cross-validation in 5 parts of {data.file} ({len(coded):,} {task.unit}, {len(set(data.groups)):,} groups): each {grouped_by} "
        "was judged by a model that had learned from others only."
    )
    pages = pages_of.pages(
        whole, asked, judged, title=f"Is the classifier of {task.name} good enough?", made_with=made, unit=task.unit, curve=steps,
        remarks=_remarks(left_out, layout, examples),
    )  # fmt: skip
    plain = training.figures(labels, [data.labels[i] for i in coded], sure[coded]) if not several else None
    return _Validated(whole, judged, pages, ungrouped, plain)


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


def _remarks(left_out: Sequence[str], layout: Layout, examples: Sequence[Example]) -> list[str]:
    found = []
    if left_out:
        found.append(f"Not learned, since fewer than 5 articles have them: {', '.join(left_out)}.")
    if layout.groups is None and len({one.outlet for one in examples} - {""}) >= 5:
        found.append("The data name outlets: with --groups outlet the figures are those to expect of an outlet that is not among them.")
    return found


def _tested(task: Task, model: Linear, examples: Sequence[Example], measured: tuple) -> Evaluation:
    from framing.classify import evaluation, tasks

    sure = tasks.sureness(task, model, measured[0].rows)
    asked = labelled.asked(examples, model.labels, sure, tasks.decided(task, sure), several=task.labels is None)
    return evaluation.evaluate(asked.answers, labelled.floors(task, model.labels, asked.answers.gold, measured[1], measured[2]))


def _card(
    task: Task, model: Linear, data: Labelled, tests: Sequence[Labelled], validated: _Validated, tested: Mapping[str, Evaluation],
    left_out: Sequence[str], layout: Layout, examples: Sequence[Example], date: str | None, licence: str | None,
) -> dict[str, object]:  # fmt: skip
    from framing.classify import card, training

    if task.name.startswith("tone"):
        return training.card(model, data, tests, validated=validated.figures, date=date, licence=licence)
    return card.card(
        task, model, data, validated.found, validated.verdict, grouped_by=_grouped_by(layout, examples), ungrouped=validated.ungrouped,
        tests=tested, left_out=left_out, date=date, licence=licence,
    )  # fmt: skip


def _tell(task: Task, validated: _Validated, tested: Mapping[str, Evaluation], left_out: Sequence[str], report: Path | None) -> None:
    for name, one in {"cross-validation": validated.found, **tested}.items():
        macro, right = one.of("macro_f1"), one.of("accuracy")
        shown = "too few examples for figures" if macro.value is None else f"macro-F1 {macro.value:.3f}, accuracy {right.value:.3f}"
        click.echo(f"{name}: {shown}, {macro.examples} {task.unit}")
    click.echo(f"\n{validated.verdict.short}")
    for sentence in validated.verdict.sentences:
        click.echo(f"- {sentence}")
    if left_out:
        click.echo(f"- Not learned, since fewer than 5 articles have them: {', '.join(left_out)}.")
    if report is not None:
        click.echo(f"\nRead {report / 'evaluation.md'}")


def _name_bias(model: ToneModel | NeuralModel, examples: Sequence[Example], *, workers: int, cache: Path | None) -> dict[str, object]:
    """Of each kind of name, how often the model's label changes when the target's name does, and which names it treats better."""
    from framing.classify import names

    def tones(asked: Sequence[Example]) -> list[Tone]:
        found: list = [None] * len(asked)
        for document, numbers in labelled.by_document(asked, workers=workers, cache=cache):
            for i, tone in zip(numbers, model.predict(document, [(asked[i].start, asked[i].end) for i in numbers])):
                found[i] = tone
        return found

    of_kind: dict[str | None, list[Example]] = {}
    for document, numbers in labelled.by_document(examples, workers=workers, cache=cache):
        for i in numbers:
            of_kind.setdefault(names.kind(document, examples[i]), []).append(examples[i])
    found = {}
    for kind, tried in names.by_kind().items():
        some = names.some(of_kind.get(kind, []))
        found[kind] = names.figures(tones(some), {name: tones([names.swapped(one, name) for one in some]) for name in tried}, tried)
    return found
