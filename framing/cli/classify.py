"""`framing classify`: questions to answers in JSON Lines."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from framing.classify.layout import Layout, QuestionError
from framing.classify.questions import read_questions
from framing.cli import labelled, options
from framing.cli.models import model_of

F = TypeVar("F", bound=Callable[..., object])
TONE_MODEL = "neural (with a sentence encoder: better, slower; extra [neural]) or weights from `framing train tone`; without it linear."


@click.group()
def classify() -> None:
    """Classify sentences or texts of your own: tone toward a target, loaded wording, or the frames of your codebook.

    \b
    Example:
      framing classify tone questions.jsonl --out answers.jsonl
      framing classify loaded sentences.csv --columns text=sentence --out answers.jsonl
      framing classify frames texts.jsonl --model my-frames.npz --out answers.jsonl
    """


def _options(told: str) -> Callable[[F], F]:
    def decorate(command: F) -> F:
        for add in (
            options.parse_options,
            click.option("--model", metavar="FILE", help=told),
            labelled.layout_options(labels=False),
            click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True,
                         help="File for the answers (JSON Lines)."),
            click.argument("questions", metavar="INPUT", type=labelled.DATA),
        ):  # fmt: skip
            command = add(command)
        return command

    return decorate


@classify.command()
@_options(TONE_MODEL)
def tone(questions: Path, **rest: object) -> None:
    """Tone toward a target in a text: negative, neutral or positive, with the probability of each.

    INPUT holds one question a row: id, text, start and end, being the target's characters, counted from 0, end exclusive. It is JSON Lines
    ({"id": ..., "text": ..., "start": ..., "end": ...}), or a .csv or .tsv with a header. Each answer has id, label, negative, neutral,
    positive and model. A fault in INPUT is told with its line, and nothing is written.

    \b
    Example:
      framing classify tone questions.jsonl --out answers.jsonl
      framing classify tone questions.jsonl --model neural --out answers.jsonl
    """
    _classify("tone", questions, **rest)


@classify.command()
@_options("Weights from `framing train loaded`; without it the lexicons that ship decide.")
def loaded(questions: Path, **rest: object) -> None:
    """Whether a sentence is biased by its wording, with the words that say so.

    INPUT holds one question a row, as JSON Lines ({"id": ..., "text": ...}) or a .csv or .tsv with a header; other fields are passed over.
    Each answer has id, label (biased or unbiased), score, words (each word or phrase with its place, the group it belongs to and what it
    adds to the score), against (those that take from it) and model. With --model the score is the log-odds of biased, and rest is the part
    of it that no single word decides.

    \b
    Example:
      framing classify loaded sentences.jsonl --out answers.jsonl
    """
    _classify("loaded", questions, **rest)


@classify.command()
@_options("Weights from `framing train frames`; none ship.")
def frames(questions: Path, **rest: object) -> None:
    """The frames of a text by a model that was trained on your own codes: any number of them, or none.

    INPUT holds one question a row, as JSON Lines ({"id": ..., "text": ...}) or a .csv or .tsv with a header. Each answer has id, frames
    (the codes given), probabilities (of every code) and model.

    \b
    Example:
      framing classify frames texts.jsonl --model my-frames.npz --out answers.jsonl
    """
    _classify("frames", questions, **rest)


def _classify(task: str, path: Path, *, out: Path, model: str | None, layout: Layout, workers: int, cache: Path | None) -> None:
    try:
        asked = read_questions(path.read_bytes(), file=str(path), targets=task == "tone", layout=layout)
    except (QuestionError, OSError) as error:
        raise click.ClickException(str(error)) from error
    chosen = model_of(task, model)
    of_text: dict[str, list[int]] = {}
    for number, question in enumerate(asked):
        of_text.setdefault(question.text, []).append(number)
    answers: list[dict] = [{}] * len(asked)
    for document in labelled.documents(of_text, workers=workers, cache=cache):
        numbers = of_text[document.text]
        for i, found in zip(numbers, chosen.answer(document, [(asked[i].start, asked[i].end) for i in numbers])):
            answers[i] = {"id": asked[i].id, **found}
    write_lines(out, answers)


def write_lines(path: Path, rows: list[dict]) -> None:
    """Writes JSON Lines, whole or not at all."""
    write_whole(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file beside its place and moves it there, so that it is never seen half. Raises click.ClickException when it cannot."""
    aside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(prefix=f".{path.name}.part-", dir=path.parent, delete=False) as file:
            aside = Path(file.name)
            file.write(data)
        aside.chmod(0o644)
        aside.replace(path)
    except OSError as error:
        if aside is not None:
            aside.unlink(missing_ok=True)
        raise click.ClickException(f"Cannot write {path}: {error.strerror}.\n  Fix: choose another --out.") from error
