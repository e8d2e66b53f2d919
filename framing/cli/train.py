"""`framing train`: labelled examples to the weights of a classifier, with a card of its figures."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.classify.questions import Example, QuestionError, read_examples
from framing.cli import options
from framing.cli.classify import documents, write_whole

if TYPE_CHECKING:
    from framing.classify.tone import Tone, ToneModel
    from framing.classify.training import Labelled
    from framing.document import Document


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
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="File for the weights (.npz); the card stands beside it (.json).")  # fmt: skip
@click.option("--test", "tests", type=click.Path(exists=True, dir_okay=False, path_type=Path), multiple=True,
              help="Labelled examples kept for measuring; may be given several times.")  # fmt: skip
@click.option("--name", default="tone-linear-1", show_default=True, help="Name and version of the model, as tables show it.")
@click.option("--date", default=None, help="Date on the card (default: none).")
@click.option("--licence", default=None, help="Licence of DATA, for the card.")
@click.option("--swap-names", is_flag=True, help="Also measure on the --test files how often another name changes the answer.")
@options.parse_options
def tone(data: Path, out: Path, tests: tuple[Path, ...], name: str, date: str | None, licence: str | None, swap_names: bool,
         workers: int, cache: Path | None) -> None:
    """Tone toward a target, from DATA in JSON Lines; the same DATA give the same weights, bit for bit.

    DATA holds one labelled target a line: {"text": ..., "start": ..., "end": ..., "label": "negative|neutral|positive",
    "group": ...}. Examples of one group (an article, say) stay together in the cross-validation. NewsMTSC's own layout is read too.

    \b
    Example:
      framing train tone train.jsonl --test dev.jsonl --out my-tone.npz
    """
    from framing.classify import tone as tones
    from framing.classify import training

    read = [_examples(data), *([example for example in _examples(path) if not example.further] for path in tests)]
    sets = [_labelled(path, examples, workers=workers, cache=cache) for path, examples in zip((data, *tests), read)]
    try:
        model = training.fit(name, tones.LABELS, sets[0].rows, sets[0].labels, sets[0].further)
        card = training.card(model, sets[0], sets[1:], date=date, licence=licence)
    except training.TrainingError as error:
        raise click.ClickException(f"{data}: {error}") from error
    if swap_names:
        tested = [example for examples in read[1:] for example in examples]
        card["name_bias"] = _name_bias(tones.ToneModel(model), tested, workers=workers, cache=cache)
    write_whole(out, model.to_bytes())
    write_whole(out.with_suffix(".json"), (json.dumps(card, ensure_ascii=False, indent=1) + "\n").encode())
    for measured, found in {"cross-validation": card["cross_validation"], **card["tests"]}.items():
        click.echo(f"{measured}: macro-F1 {found['macro_f1']:.3f}, accuracy {found['accuracy']:.3f}, {found['examples']} targets")


def _examples(path: Path) -> list[Example]:
    """The labelled targets of a file. Raises click.ClickException with all that is wrong in it."""
    from framing.classify.tone import LABELS

    try:
        return read_examples(path.read_bytes(), file=str(path), labels=LABELS)
    except (QuestionError, OSError) as error:
        raise click.ClickException(str(error)) from error


def _by_document(examples: Sequence[Example], *, workers: int, cache: Path | None) -> Iterator[tuple[Document, list[int]]]:
    """Each text's parse with the numbers of its examples."""
    of_text: dict[str, list[int]] = {}
    for number, example in enumerate(examples):
        of_text.setdefault(example.text, []).append(number)
    for document in documents(of_text, workers=workers, cache=cache):
        yield document, of_text[document.text]


def _labelled(path: Path, examples: Sequence[Example], *, workers: int, cache: Path | None) -> Labelled:
    """The examples with their features."""
    from framing.classify.tone import document_features
    from framing.classify.training import Labelled

    rows: list = [None] * len(examples)
    for document, numbers in _by_document(examples, workers=workers, cache=cache):
        for i, row in zip(numbers, document_features(document, [(examples[i].start, examples[i].end) for i in numbers])):
            rows[i] = row
    labels, groups, further = zip(*((example.label, example.group, example.further) for example in examples))
    return Labelled(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), rows, labels, groups, further)


def _name_bias(model: ToneModel, examples: Sequence[Example], *, workers: int, cache: Path | None) -> dict[str, object]:
    """How often the model's label changes when the target's name does."""
    from framing.classify import names

    def tones(asked: Sequence[Example]) -> list[Tone]:
        found: list = [None] * len(asked)
        for document, numbers in _by_document(asked, workers=workers, cache=cache):
            for i, tone in zip(numbers, model.predict(document, [(asked[i].start, asked[i].end) for i in numbers])):
                found[i] = tone
        return found

    parsed = list(_by_document(examples, workers=workers, cache=cache))
    people = [examples[i] for document, numbers in parsed for i in numbers if names.is_person(document, examples[i])]
    return names.figures(tones(people), {name: tones([names.swapped(example, name) for example in people]) for name in names.NAMES})
