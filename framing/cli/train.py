"""`framing train`: labelled examples to the weights of a classifier, with its figures and whether they are good enough."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from framing.classify.layout import Layout
from framing.cli import labelled, options, store, teaching, train_figures
from framing.cli.attribution import train_attribution
from framing.cli.classify import write_whole
from framing.cli.name_bias import name_bias
from framing.cli.train_words import word_tones, words

if TYPE_CHECKING:
    from framing.classify.evaluation import Evaluation
    from framing.classify.tasks import Task
    from framing.cli.train_figures import Validated

F = TypeVar("F", bound=Callable[..., object])


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
@click.option("--teacher", metavar="neural|FILE",
              help="Learn also what this model answers about names and pronouns in the sentences of DATA that nobody coded: neural, which "
              "ships (extra framing[neural]), or weights from `framing train tone`. Takes minutes.")
@click.option("--swap-names", is_flag=True, help="Also measure on the --test files how often another name changes the answer.")
def tone(data: Path, model: str, teacher: str | None, swap_names: bool, name: str | None, **rest: object) -> None:
    """Tone toward a target, from DATA in JSON Lines or CSV; the same DATA give the same weights, bit for bit.

    DATA holds one labelled target a row: text, start, end, label (negative, neutral or positive), and if you like article, outlet and
    group. Examples of one group stay together in the cross-validation. NewsMTSC's own layout is read too.

    \b
    Example:
      framing train tone train.jsonl --test dev.jsonl --out my-tone.npz
      framing train tone train.jsonl --teacher neural --test dev.jsonl --out my-tone.npz
      framing train tone train.jsonl --model neural --test dev.jsonl --out my-tone.npz
    """
    if model == "neural" and teacher:
        raise click.UsageError("--teacher teaches the linear model: leave out --model neural, or --teacher.")
    if model == "neural":
        from framing.classify import reader_fit

        reader_fit.check()
    task, name = "tone-neural" if model == "neural" else "tone", name or f"tone-{model}-own"
    _train(task, data, teacher=teacher, swap_names=swap_names, name=name, **rest)


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


def _train(
    task_name: str, data: Path, *, out: Path, report: Path | None, tests: tuple[Path, ...], layout: Layout, name: str,
    date: str | None, licence: str | None, workers: int, cache: Path | None, teacher: str | None = None,
    swap_names: bool = False,
) -> None:  # fmt: skip
    from framing.classify import tasks, training

    task = tasks.TASKS[task_name]
    if report is not None:
        store.check_replaceable(report)
    read = [labelled.read(data, task, layout), *([one for one in labelled.read(path, task, layout) if not one.further] for path in tests)]
    asked = teaching.teacher(teacher, data) if teacher else None
    sets = [labelled.labelled(path, examples, task, workers=workers, cache=cache) for path, examples in zip((data, *tests), read)]
    examples, learned = read[0], sets[0][0]
    if asked:
        learned = replace(learned, taught=teaching.lesson(asked, examples, workers=workers, cache=cache))
    try:
        labels, left_out = tasks.labels_of(task, learned)
        model = tasks.fit(task, name, labels, learned)
        validated = train_figures.validated(task, labels, left_out, learned, examples, sets[0], layout, curve=report is not None)
        tested = {path.name: train_figures.tested(task, model, other, one) for path, other, one in zip(tests, read[1:], sets[1:])}
        others = [one[0] for one in sets[1:]]
        card = train_figures.card(task, model, learned, others, validated, tested, left_out=left_out, date=date, licence=licence)
    except training.TrainingError as error:
        raise click.ClickException(f"{data}: {error}") from error
    if swap_names:
        from framing.classify import tone as tones

        card["name_bias"] = name_bias(tones.model_of(model), [one for some in read[1:] for one in some], workers=workers, cache=cache)
    write_whole(out, model.to_bytes())
    write_whole(out.with_suffix(".json"), (json.dumps(card, ensure_ascii=False, indent=1) + "\n").encode())
    if report is not None:
        manifest = {"task": task_name, "data": card["data"], "model": model.name, "made_by": "framing train"}
        labelled.write_pages(report, validated.pages, manifest)
    _tell(task, validated, tested, report)


def _tell(task: Task, validated: Validated, tested: Mapping[str, Evaluation], report: Path | None) -> None:
    for name, one in {"cross-validation": validated.found, **tested}.items():
        macro, right = one.of("macro_f1"), one.of("accuracy")
        shown = "too few examples for figures" if macro.value is None else f"macro-F1 {macro.value:.3f}, accuracy {right.value:.3f}"
        click.echo(f"{name}: {shown}, {macro.examples} {task.unit}")
    click.echo(f"\n{validated.verdict.short}")
    for sentence in (*validated.verdict.sentences, *validated.remarks):
        click.echo(f"- {sentence}")
    if report is not None:
        click.echo(f"\nRead {report / 'evaluation.md'}")
