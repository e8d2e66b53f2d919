"""`framing kwic`: keyword in context, outlet by outlet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import click
from rich.cells import cell_len

from framing.cli import options, store
from framing.lexicon.problem import suggestion
from framing.measures.kwic import Concordance
from framing.measures.kwic import kwic as search

FORMATS = ("table", "csv", "jsonl")
_KEYS = {"outlet": "outlet", "article": "article_id", "voice": "voice", "none": None}
_VOICES = {"outlet": "", "direct": "“”", "indirect": "↳"}
_SOURCE = 24


@click.command()
@options.corpus_options
@click.argument("patterns", metavar="PATTERN...", nargs=-1, required=True)
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only articles of this outlet; may be given several times.")
@click.option("--window", type=click.IntRange(0, 100), default=8, show_default=True, help="Words on each side.")
@click.option("--by", type=click.Choice(tuple(_KEYS)), default="outlet", show_default=True, help="What lines of the table stand under.")
@click.option("--format", type=click.Choice(FORMATS), default="table", show_default=True, help="A concordance to read, CSV or JSON Lines.")
@options.parse_options
def kwic(
    corpus_path: Path, patterns: tuple[str, ...], columns: str | None, strict: bool, outlets: tuple[str, ...], window: int, by: str,
    format: str, workers: int, cache: Path | None,
) -> None:  # fmt: skip
    """Every occurrence of PATTERN in CORPUS with the words around it, and in whose voice it stands.

    A pattern is an entry as in lexicons: claim (all its forms), =claimed (this form), claim/VERB, terror* (any ending), 'point out'. In the
    table “” marks words that a source says in quotation marks and ↳ words that it says without, with the source where it is named.

    \b
    Example:
      framing kwic articles/ regime
      framing kwic articles/ claim/VERB 'point out' --outlet Reuters --window 12 --format csv
    """
    corpus = options.read_corpus(corpus_path, columns, strict)
    chosen = corpus.articles if not outlets else _of(corpus.articles, outlets)
    with options.progress() as bar:
        found = search(chosen, patterns, window=window, cache=cache, workers=workers, progress=bar("Parsing and searching"))
    if format == "table":
        for line in _listing(found, _KEYS[by]):
            click.echo(line)
    else:
        click.echo(store.as_csv(found.lines) if format == "csv" else store.as_jsonl(found.lines), nl=False)


def _of(articles: Sequence, outlets: Sequence[str]) -> list:
    known = sorted({article.outlet for article in articles})
    if unknown := [outlet for outlet in outlets if outlet not in known]:
        guess = "".join(suggestion(outlet, known) for outlet in unknown)
        what = f"no article is of {', '.join(unknown)}. {guess}Outlets here are {', '.join(known)}."
        raise click.BadParameter(what, param_hint="--outlet")
    return [article for article in articles if article.outlet in outlets]


def _listing(found: Concordance, key: str | None) -> Iterator[str]:
    rows = found.lines.to_pylist()
    width = shutil.get_terminal_size((140, 24)).columns
    middle = min(max((cell_len(_plain(row["keyword"])) for row in rows), default=0), width // 3)
    side = max(10, (width - middle - 4 - _SOURCE - 3) // 2)
    heading = (lambda row: row[key]) if key else (lambda row: "")
    for value, group in groupby(sorted(rows, key=heading), key=heading):
        own = list(group)
        if key:
            yield click.style(f"{value}: {_many(len(own))}{_rate(found, value, len(own)) if key == 'outlet' else ''}", bold=True)
        yield from (_line(row, side, middle) for row in own)
        yield ""
    without = sorted(set(found.sizes) - {row["outlet"] for row in rows})
    articles = sum(articles for articles, _ in found.sizes.values())
    yield f"{_many(len(rows))} in {_many(articles, 'article')}" + (f"; none in {', '.join(without)}" if without else "")


def _many(number: int, what: str = "occurrence") -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _rate(found: Concordance, outlet: str, number: int) -> str:
    articles, words = found.sizes[outlet]
    return f" in {_many(articles, 'article')}, {1000 * number / words:.2f} per 1,000 words" if words else ""


def _line(row: Mapping, side: int, middle: int) -> str:
    left = _fitted(_plain(row["left"]), side, from_end=True)
    right = _fitted(_plain(row["right"]), side)
    keyword = click.style(_fitted(_plain(row["keyword"]), middle), fg="red", bold=True)
    voice = " ".join(part for part in (_VOICES[row["voice"]], _plain(row["source"] or "")) if part)
    return f"{left}  {keyword}  {right}   {_fitted(voice, _SOURCE).rstrip()}".rstrip()


def _plain(text: str) -> str:
    """The text without what would steer a terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _fitted(text: str, width: int, *, from_end: bool = False) -> str:
    """The text cut or filled up to a width in terminal cells; with from_end its end is kept and stands at the right."""
    letters = list(reversed(text)) if from_end else list(text)
    kept, used = [], 0
    for letter in letters:
        if used + cell_len(letter) > width:
            break
        kept.append(letter)
        used += cell_len(letter)
    shown, blank = "".join(reversed(kept)) if from_end else "".join(kept), " " * (width - used)
    return blank + shown if from_end else shown + blank
