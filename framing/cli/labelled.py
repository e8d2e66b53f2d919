"""What `framing train`, `evaluate` and `classify` share: how DATA is laid out, its parses and features, and the report of figures."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
import numpy as np

from framing.article import Article
from framing.classify import layout as layouts
from framing.classify.layout import Layout, QuestionError
from framing.classify.questions import Example, read_examples
from framing.cli import options, store
from framing.document import Document
from framing.language import parse

if TYPE_CHECKING:
    from framing.classify.tasks import Task
    from framing.classify.training import Labelled
    from framing.report.evaluation import Asked

F = TypeVar("F", bound=Callable[..., object])
DATA = click.Path(exists=True, dir_okay=False, path_type=Path)


def layout_options(*, labels: bool) -> Callable[[F], F]:
    """--columns, and for labelled data --labels and --groups. The command gets one value: layout."""

    def decorate(command: F) -> F:
        @functools.wraps(command)
        def with_layout(*args: object, columns: str | None, labels: str | None = None, groups: str | None = None, **rest: object) -> object:
            try:
                named = layouts.parse_columns(columns or "")
            except ValueError as error:
                raise click.BadParameter(str(error), param_hint="--columns") from error
            try:
                written = layouts.parse_labels(labels or "")
            except ValueError as error:
                raise click.BadParameter(str(error), param_hint="--labels") from error
            return command(*args, layout=Layout(named, written, groups), **rest)

        fields = ", ".join(layouts.FIELDS)
        found = click.option("--columns", metavar="NAME=COLUMN,...", help=f"What the columns are called: {fields}.")(with_layout)
        if labels:
            found = click.option("--labels", metavar="LABEL=WRITTEN,...",
                                 help="What the labels are called, such as biased=Biased; -=Unclear leaves those out.")(found)  # fmt: skip
            found = click.option("--groups", metavar="FIELD",
                                 help="Field or column whose examples stay together in cross-validation, such as outlet.  "
                                 "[default: group, else article, else the text]")(found)  # fmt: skip
        return found  # type: ignore[return-value]

    return decorate


def read(path: Path, task: Task, layout: Layout) -> list[Example]:
    """The labelled examples of a file. Raises click.ClickException with all that is wrong in it."""
    try:
        return read_examples(path.read_bytes(), file=str(path), labels=task.labels, targets=task.targets, layout=layout)
    except (QuestionError, OSError) as error:
        raise click.ClickException(str(error)) from error


def documents(
    texts: Iterator[str] | Mapping[str, object], *, workers: int, cache: Path | None, doing: str = "Parsing"
) -> Iterator[Document]:
    """The parse of each text, in order."""
    articles = (Article(article_id=str(number), text=text, outlet="", read_from="") for number, text in enumerate(texts))
    with options.progress() as bar:
        advance = bar(doing)
        for number, document in enumerate(parse(articles, workers=workers, cache=cache), 1):
            yield document
            advance(number, len(texts))


def by_document(
    examples: Sequence[Example], *, workers: int, cache: Path | None, doing: str = "Parsing"
) -> Iterator[tuple[Document, list[int]]]:
    """Each text's parse with the numbers of its examples. doing: what the progress bar calls it."""
    of_text: dict[str, list[int]] = {}
    for number, example in enumerate(examples):
        of_text.setdefault(example.text, []).append(number)
    for document in documents(of_text, workers=workers, cache=cache, doing=doing):
        yield document, of_text[document.text]


def labelled(
    path: Path, examples: Sequence[Example], task: Task, *, workers: int, cache: Path | None
) -> tuple[Labelled, list[Mapping[str, int]], list[str]]:
    """(the examples with their features, the hits of word lists in each, the answers of the task's rule; none where it has none)."""
    from framing.classify.training import Labelled

    rows: list = [None] * len(examples)
    lists: list[Mapping[str, int]] = [{}] * len(examples)
    ruled: list[str] = [""] * len(examples) if task.rule else []
    for document, numbers in by_document(examples, workers=workers, cache=cache):
        spans = [(examples[i].start, examples[i].end) for i in numbers]
        hits = task.lists(document)
        answers = task.rule[1](document, spans) if task.rule else ()
        for i, row in zip(numbers, task.features(document, spans)):
            rows[i], lists[i] = row, hits
        for i, answer in zip(numbers, answers):
            ruled[i] = answer
    columns = zip(*((one.label, one.group, one.further, one.article or one.text, one.outlet) for one in examples))
    return Labelled(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), rows, *columns), lists, ruled


def floors(
    task: Task, labels: Sequence[str], gold: np.ndarray, lists: Sequence[Mapping[str, int]], ruled: Sequence[str]
) -> dict[str, np.ndarray]:
    """Answers that take no training, by name."""
    from framing.classify import evaluation

    found = evaluation.floors_of(labels, gold, lists, several=task.labels is None)
    return found | ({task.rule[0]: evaluation.one_hot(labels, ruled)} if task.rule and len(ruled) == len(gold) else {})


def asked(examples: Sequence[Example], labels: Sequence[str], sure: np.ndarray, answered: np.ndarray, *, several: bool) -> Asked:
    """The examples with their answers, as figures and pages need them."""
    from framing.classify.evaluation import Answers, one_hot
    from framing.report.evaluation import Asked

    answers = Answers(
        tuple(labels), one_hot(labels, [one.label for one in examples]), answered, [one.article or one.text for one in examples],
        [one.outlet for one in examples], several,
    )  # fmt: skip
    targets = [one.text[one.start : one.end] if (one.start, one.end) != (0, len(one.text)) else "" for one in examples]
    return Asked([one.text for one in examples], targets, answers, sure)


def write_pages(out: Path, pages: Mapping[str, bytes], manifest: Mapping[str, object]) -> None:
    """Writes the pages of an evaluation into a folder, whole or not at all."""
    with store.replace_folder(out) as folder:
        for place, contents in pages.items():
            (folder / place).parent.mkdir(exist_ok=True)
            (folder / place).write_bytes(contents)
        store.write_json(folder / store.MANIFEST, manifest)
