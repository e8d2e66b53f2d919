"""`framing classify`: questions in JSON Lines to answers in JSON Lines."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from framing.article import Article
from framing.cli import options
from framing.language import parse


@click.group()
def classify() -> None:
    """Classify sentences of your own: the tone toward a target, or whether the wording is loaded.

    \b
    Example:
      framing classify tone questions.jsonl --out answers.jsonl
      framing classify loaded sentences.jsonl --out answers.jsonl
    """


@classify.command()
@click.argument("questions", metavar="INPUT", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File for the answers (JSON Lines).")
@click.option("--weights", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Weights from `framing train tone`; without it those that ship.")  # fmt: skip
@options.parse_options
def tone(questions: Path, out: Path, weights: Path | None, workers: int, cache: Path | None) -> None:
    """Tone toward a target in a text: negative, neutral or positive, with the probability of each.

    INPUT holds one question a line: {"id": ..., "text": ..., "start": ..., "end": ...}, start and end being the target's characters,
    counted from 0, end exclusive. Each answer has id, label, negative, neutral and positive. A fault in INPUT is told with its line, and
    nothing is written.

    \b
    Example:
      framing classify tone questions.jsonl --out answers.jsonl
    """
    from framing.classify import linear
    from framing.classify import tone as tones

    asked = read_questions(questions, targets=True)
    try:
        model = tones.from_bytes(weights.read_bytes()) if weights else tones.load()
    except linear.WeightsError as error:
        raise click.ClickException(f"{weights}: {error}") from error
    of_text: dict[str, list[int]] = {}
    for number, question in enumerate(asked):
        of_text.setdefault(question.text, []).append(number)
    answers: list[dict] = [{}] * len(asked)
    for document in documents(of_text, workers=workers, cache=cache):
        numbers = of_text[document.text]
        predicted = model.predict(document, [(asked[i].start, asked[i].end) for i in numbers])
        for i, found in zip(numbers, predicted):
            odds = {label: round(getattr(found, label), 6) for label in tones.LABELS}
            answers[i] = {"id": asked[i].id, "label": found.label, **odds, "model": model.name}
    write_lines(out, answers)


@classify.command()
@click.argument("questions", metavar="INPUT", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File for the answers (JSON Lines).")
@options.parse_options
def loaded(questions: Path, out: Path, workers: int, cache: Path | None) -> None:
    """Whether a sentence is biased by its wording, with the words that say so.

    INPUT holds one question a line: {"id": ..., "text": ...}; other fields are passed over. Each answer has id, label (biased or
    unbiased), score, and words: each word or phrase with its place, the group it belongs to and what it adds to the score.

    \b
    Example:
      framing classify loaded sentences.jsonl --out answers.jsonl
    """
    from framing.classify import loaded as wording

    asked = read_questions(questions, targets=False)
    of_text = dict.fromkeys(question.text for question in asked)
    scorer = wording.load()
    found = {document.text: scorer.score(document) for document in documents(of_text, workers=workers, cache=cache)}
    write_lines(out, [{"id": question.id, **found[question.text].as_row()} for question in asked])


def read_questions(path: Path, *, targets: bool) -> list:
    """The questions of a file. Raises click.ClickException with all that is wrong."""
    from framing.classify.questions import QuestionError, read_questions

    try:
        return read_questions(path.read_bytes(), file=str(path), targets=targets)
    except (QuestionError, OSError) as error:
        raise click.ClickException(str(error)) from error


def documents(texts: Iterator[str] | dict[str, object], *, workers: int, cache: Path | None) -> Iterator:
    """The parse of each text, in order."""
    articles = (Article(article_id=str(number), text=text, outlet="", read_from="") for number, text in enumerate(texts))
    with options.progress() as bar:
        advance = bar("Parsing")
        for number, document in enumerate(parse(articles, workers=workers, cache=cache), 1):
            yield document
            advance(number, len(texts))


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
