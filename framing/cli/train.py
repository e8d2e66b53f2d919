"""`framing train`: labelled examples to the weights of a classifier, with a card of its figures."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import click

from framing.cli import options
from framing.cli.classify import documents, write_whole


@click.group()
def train() -> None:
    """Train a classifier on labelled examples of your own.

    \b
    Example:
      framing train tone labelled.jsonl --out my-tone.npz
      framing classify tone questions.jsonl --weights my-tone.npz --out answers.jsonl
    """


@train.command()
@click.argument("data", metavar="DATA", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File for the weights (.npz); the card stands beside it (.json).")
@click.option("--test", "tests", type=click.Path(exists=True, dir_okay=False, path_type=Path), multiple=True,
              help="Labelled examples kept for measuring; may be given several times.")  # fmt: skip
@click.option("--name", default="tone-linear-1", show_default=True, help="Name and version of the model, as tables show it.")
@click.option("--date", default=None, help="Date on the card (default: none).")
@options.parse_options
def tone(data: Path, out: Path, tests: tuple[Path, ...], name: str, date: str | None, workers: int, cache: Path | None) -> None:
    """Tone toward a target, from DATA in JSON Lines; the same DATA give the same weights, bit for bit.

    DATA holds one labelled target a line: {"text": ..., "start": ..., "end": ..., "label": "negative|neutral|positive", "group": ...}. Examples of
    one group (an article, say) stay together in the cross-validation. NewsMTSC's own layout is read too.

    \b
    Example:
      framing train tone train.jsonl --test dev.jsonl --out my-tone.npz
    """
    from framing.classify import tone as tones
    from framing.classify import training

    sets = [_labelled(path, workers=workers, cache=cache) for path in (data, *tests)]
    model = training.fit(name, tones.LABELS, sets[0].rows, sets[0].labels)
    card = training.card(model, sets[0], sets[1:], date=date)
    write_whole(out, model.to_bytes())
    write_whole(out.with_suffix(".json"), (json.dumps(card, ensure_ascii=False, indent=1) + "\n").encode())
    figures = {"cross-validation": card["cross_validation"], **card["tests"]}
    for measured, found in figures.items():
        click.echo(f"{measured}: macro-F1 {found['macro_f1']:.3f}, accuracy {found['accuracy']:.3f}, {found['examples']} targets")


def _labelled(path: Path, *, workers: int, cache: Path | None):
    """The examples of a file with their features, as training.Labelled. Raises click.ClickException with all that is wrong in the file."""
    from framing.classify import tone as tones
    from framing.classify import training
    from framing.classify.questions import QuestionError, read_examples

    try:
        data = path.read_bytes()
        examples = read_examples(data, file=str(path), labels=tones.LABELS)
    except (QuestionError, OSError) as error:
        raise click.ClickException(str(error)) from error
    of_text: dict[str, list[int]] = {}
    for number, example in enumerate(examples):
        of_text.setdefault(example.text, []).append(number)
    rows: list = [None] * len(examples)
    for document in documents(of_text, workers=workers, cache=cache):
        numbers = of_text[document.text]
        for i, row in zip(numbers, tones.document_features(document, [(examples[i].start, examples[i].end) for i in numbers])):
            rows[i] = row
    labels, groups = [example.label for example in examples], [example.group for example in examples]
    return training.Labelled(path.name, hashlib.sha256(data).hexdigest(), rows, labels, groups)
