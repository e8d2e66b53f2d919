"""Options and behaviour that commands share: the corpus and how to read it, the parse cache, processes, progress."""

from __future__ import annotations

import contextlib
import functools
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from framing import corpus, memo
from framing.language import default_folder

if TYPE_CHECKING:
    from framing.classify.attribution import Scorer

F = TypeVar("F", bound=Callable[..., object])
Advance = Callable[[int, int], None]

_SHOWN_OF_A_KIND = 5


def corpus_options(command: F) -> F:
    """CORPUS and the options of reading it."""
    for decorate in (
        click.argument("corpus_path", metavar="CORPUS", type=click.Path(path_type=Path)),
        click.option(
            "--columns", metavar="NAME=COLUMN,...", help="Which columns of a table hold what, e.g. text=body,outlet=source,date=day."
        ),
        click.option("--strict", is_flag=True, help="Treat warnings about the corpus as errors."),
    ):
        command = decorate(command)
    return command


def parse_options(command: F) -> F:
    """Options of parsing. The command gets workers and cache (a folder, or None for no cache)."""

    @functools.wraps(command)
    def with_cache(*args: object, cache: Path, no_cache: bool, **options: object) -> object:
        folder = None if no_cache else cache
        with memo.kept_in(folder and folder / "steps"):
            return command(*args, cache=folder, **options)

    for decorate in (
        click.option("--workers", type=click.IntRange(1), default=default_workers(), show_default="processors, at most 8",
                     help="Processes that parse and measure."),
        click.option("--cache", type=click.Path(file_okay=False, path_type=Path), default=default_folder, show_default="user cache folder",
                     help="Folder of stored parses; a text is parsed once."),
        click.option("--no-cache", is_flag=True, help="Parse anew and store nothing."),
    ):  # fmt: skip
        with_cache = decorate(with_cache)
    return with_cache  # type: ignore[return-value]


def cluster_option(command: F) -> F:
    """--cluster, for commands that measure whole corpora."""
    return click.option("--cluster", metavar="ADDRESS", help="Run on a dask cluster, e.g. tcp://host:8786 (extra framing[cluster]).")(
        command
    )


def tone_model_option(command: F) -> F:
    """--model, for commands that judge tone."""
    return click.option(
        "--model", "tone_model", type=click.Choice(("linear", "neural")), default="linear", show_default=True,
        help="Model of tone: the light one, or the one with a sentence encoder (extra framing[neural]; better and slower).",
    )(command)  # fmt: skip


def attribution_model_option(command: F) -> F:
    """--attribution-model, for commands that read who says what. The command gets scorer: what the file holds, None without one."""

    @functools.wraps(command)
    def with_scorer(*args: object, attribution_model: Path | None, **rest: object) -> object:
        return command(*args, scorer=None if attribution_model is None else read_scorer(attribution_model), **rest)

    return click.option(
        "--attribution-model", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
        help="Scorer from `framing train attribution`, which then decides on attributions; without it the rules do.",
    )(with_scorer)  # type: ignore[return-value]


def read_scorer(path: Path) -> Scorer:
    """The scorer of a file. Raises click.ClickException where it holds none."""
    from framing.classify.attribution import from_bytes
    from framing.classify.linear import WeightsError

    try:
        return from_bytes(path.read_bytes())
    except WeightsError as error:
        raise click.ClickException(f"{path}: {error}") from error
    except OSError as error:
        fix = "give --attribution-model the .npz file that `framing train attribution` wrote"
        raise click.ClickException(f"{path}: {error.strerror}.\n  Fix: {fix}.") from error


def loaded_model_option(command: F) -> F:
    """--loaded-model, for commands that measure whole corpora. The command gets a loaded_model.LoadedModel, or None."""

    @functools.wraps(command)
    def with_model(*args: object, loaded_model: Path | None, **options: object) -> object:
        from framing.classify import loaded_model as models
        from framing.cli.models import stored

        model = stored(str(loaded_model), models.from_bytes, option="--loaded-model") if loaded_model else None
        return command(*args, loaded_model=model, **options)

    return click.option(
        "--loaded-model", metavar="MODEL", type=click.Path(dir_okay=False, path_type=Path),
        help="A model of your own from `framing train loaded`: sentences that it judges biased are counted too.",
    )(with_model)  # fmt: skip


def default_workers() -> int:
    """Processors that this process may use, at most 8 (each worker holds a model of its own)."""
    return min(8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


def read_corpus(path: Path, columns: str | None, strict: bool) -> corpus.Corpus:
    """The corpus, its warnings told on stderr. Raises corpus.CorpusError with all errors."""
    read = corpus.read(path, columns=corpus.parse_columns(columns) if columns else None, strict=strict)
    tell(read.problems)
    return read


def read_events(read: corpus.Corpus, path: str, strict: bool) -> corpus.Corpus:
    """The corpus with the events of a table, warnings told on stderr. Raises corpus.CorpusError with all errors."""
    articles, problems = corpus.with_events(read.articles, path)
    if strict and problems:
        raise corpus.CorpusError(problems)
    tell(problems)
    return corpus.Corpus(articles, (*read.problems, *problems))


def tell(problems: Sequence[corpus.Problem]) -> None:
    """Problems on stderr, the first few of a kind."""
    kinds = Counter(problem.kind for problem in problems)
    told: Counter[str] = Counter()
    for problem in problems:
        told[problem.kind] += 1
        if told[problem.kind] <= _SHOWN_OF_A_KIND:
            click.echo(str(problem), err=True)
        elif told[problem.kind] == kinds[problem.kind]:
            click.echo(f"  ... and {kinds[problem.kind] - _SHOWN_OF_A_KIND} more of the kind {problem.kind}", err=True)


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str], Advance]]:
    """Gives a function that opens a bar: bar(title) returns advance(done, total). On stderr, silent when that is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:

        def open_bar(title: str) -> Advance:
            bar = bars.add_task(title, total=None)
            return lambda done, total: bars.update(bar, completed=done, total=total)

        yield open_bar
