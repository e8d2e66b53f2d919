"""`framing evaluate`: a classifier against what people coded, with intervals, floors and a verdict in plain words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
import numpy as np

from framing.classify.layout import Layout
from framing.cli import labelled, options, store
from framing.cli.attribution import evaluate_attribution
from framing.cli.classify import TONE_MODEL
from framing.cli.models import Model, learned_from, model_of

if TYPE_CHECKING:
    from framing.classify.questions import Example

F = TypeVar("F", bound=Callable[..., object])


@click.group()
def evaluate() -> None:
    """Is a classifier good enough for your question? Its answers against examples that you coded.

    Code a few hundred examples of your own corpus, best drawn at random and from every outlet, then evaluate on them.

    \b
    Example:
      framing evaluate tone coded.jsonl --out figures/
      framing evaluate loaded coded.csv --model my-loaded.npz --out figures/
      framing evaluate attribution --gold annotated/
    """


def _options(told: str) -> Callable[[F], F]:
    def decorate(command: F) -> F:
        for add in (
            options.parse_options,
            click.option("--model", metavar="FILE", help=told),
            labelled.layout_options(labels=True),
            click.option("--out", type=click.Path(path_type=Path), required=True,
                         help="Folder for the figures: evaluation.md, charts, tables, every disagreement."),
            click.argument("gold", metavar="GOLD", type=labelled.DATA),
        ):  # fmt: skip
            command = add(command)
        return command

    return decorate


@evaluate.command()
@_options(TONE_MODEL)
def tone(gold: Path, **rest: object) -> None:
    """Tone toward a target against GOLD: text, start, end, label, and if you like article and outlet, as `framing train tone` reads them.

    \b
    Example:
      framing evaluate tone coded.jsonl --out figures/
    """
    _evaluate("tone", gold, **rest)


@evaluate.command()
@_options("Weights from `framing train loaded`; without it the lexicons that ship decide.")
def loaded(gold: Path, **rest: object) -> None:
    """Loaded wording against GOLD: text, label (biased or unbiased), and if you like article and outlet.

    \b
    Example:
      framing evaluate loaded coded.csv --labels "biased=Biased,unbiased=Non-biased,-=No agreement" --out figures/
    """
    _evaluate("loaded", gold, **rest)


@evaluate.command()
@_options("Weights from `framing train frames`; none ship.")
def frames(gold: Path, **rest: object) -> None:
    """Frames against GOLD: text, frames (a list of codes, or a text with | between), and if you like article and outlet.

    \b
    Example:
      framing evaluate frames coded.jsonl --model my-frames.npz --out figures/
    """
    _evaluate("frames", gold, **rest)


evaluate.add_command(evaluate_attribution)


def _evaluate(name: str, gold: Path, *, out: Path, model: str | None, layout: Layout, workers: int, cache: Path | None) -> None:
    from framing.classify import evaluation, tasks
    from framing.classify.verdict import verdict
    from framing.report import evaluation as pages_of

    store.check_replaceable(out)
    task, chosen = tasks.TASKS[name], model_of(name, model)
    several = task.labels is None
    examples = [one for one in labelled.read(gold, task, layout) if not one.further]
    sure, lists, ruled = _asked(task, chosen, examples, workers=workers, cache=cache)
    answered = sure >= 0 if several else np.arange(sure.shape[1]) == sure.argmax(axis=1)[:, None]
    asked = labelled.asked(examples, chosen.labels, sure, answered, several=several)
    ruled = [] if name == "loaded" and model is None else ruled  # what ships is no floor of its own
    found = evaluation.evaluate(asked.answers, labelled.floors(task, chosen.labels, asked.answers.gold, lists, ruled))
    judged = verdict(found, unit=task.unit, agreement=task.agreement)
    sha256 = hashlib.sha256(gold.read_bytes()).hexdigest()
    remarks = _remarks(task, chosen, examples)
    if learned_from(model, sha256):
        flattered = "the model was trained on it, so these figures flatter it. Evaluate on examples that are new to it."
        judged = replace(judged, short=f"Not to be told from this file: {flattered}")
    pages = pages_of.pages(
        found, asked, judged, title=f"Is the classifier of {name} good enough?", unit=task.unit, remarks=remarks,
        made_with=f"{chosen.name} asked about {len(examples):,} {task.unit} of {gold.name}.",
    )  # fmt: skip
    labelled.write_pages(out, pages, {"task": name, "data": {"file": gold.name, "sha256": sha256}, "model": chosen.name,
                                      "made_by": "framing evaluate"})  # fmt: skip
    click.echo(judged.short)
    for sentence in (*judged.sentences, *remarks):
        click.echo(f"- {sentence}")
    click.echo(f"\nRead {out / 'evaluation.md'}")


def _asked(
    task: object, chosen: Model, examples: list[Example], *, workers: int, cache: Path | None
) -> tuple[np.ndarray, list[dict], list[str]]:
    """(examples, labels) sureness, hits of word lists in each example, and the answers of the task's rule."""
    sure = np.zeros((len(examples), len(chosen.labels)))
    lists: list = [{}] * len(examples)
    ruled = [""] * len(examples) if task.rule else []
    for document, numbers in labelled.by_document(examples, workers=workers, cache=cache):
        spans = [(examples[i].start, examples[i].end) for i in numbers]
        hits, rule = task.lists(document), task.rule[1](document, spans) if task.rule else [""] * len(spans)
        for i, answer, ruling in zip(numbers, chosen.answer(document, spans), rule):
            sure[i], lists[i] = chosen.sure(answer), hits
            if task.rule:
                ruled[i] = ruling
    return sure, lists, ruled


def _remarks(task: object, chosen: Model, examples: list[Example]) -> list[str]:
    found = []
    if task.labels is None:
        unknown = sorted({code for one in examples for code in one.label} - set(chosen.labels))
        if unknown:
            found.append(f"Codes of the file that the model does not know, and that are not judged here: {', '.join(unknown)}.")
    return found
