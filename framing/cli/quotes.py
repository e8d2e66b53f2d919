"""`framing quotes`: the attributions of a corpus, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pyarrow as pa
import pyarrow.compute as pc

from framing.cli import options, store
from framing.cli.classify import write_whole
from framing.measures import observe as measures
from framing.report.quotes import quotes as table_of_quotes

if TYPE_CHECKING:
    from framing.classify.attribution import Scorer

FORMATS = ("csv", "jsonl", "table")
_WIDTH = 100


@click.command()
@options.corpus_options
@click.option("--topic", metavar="NAME|FILE", help="Topic lexicon that names the actors, e.g. syria; without it no actor is given.")
@click.option("--source", "wanted", metavar="REGEX", help="Only sources whose words or actor match, whatever the case, e.g. 'jolani|hts'.")
@click.option("--all", "everything", is_flag=True,
              help="Also attitudes and targets (supports X, accused Y), whose wording is the outlet's own.")  # fmt: skip
@click.option("--format", type=click.Choice(FORMATS), default="csv", show_default=True, help="csv, JSON Lines, or a listing to read.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; without it the terminal.")
@options.attribution_model_option
@options.parse_options
def quotes(
    corpus_path: Path, columns: str | None, strict: bool, topic: str | None, wanted: str | None, everything: bool, format: str,
    out: Path | None, scorer: Scorer | None, workers: int, cache: Path | None,
) -> None:  # fmt: skip
    """Who says what in CORPUS: each attribution with its source, cue, stance and words.

    By default those in which a source's words or thoughts are given. A content in several parts is joined by " … "; the last column is the
    whole sentence.

    \b
    Example:
      framing quotes articles/ --topic syria --out quotes.csv
      framing quotes articles/ --topic syria --source 'jolani' --format table
    """
    pattern = _pattern(wanted)
    lexicons = measures.load_lexicons(topic)
    corpus = options.read_corpus(corpus_path, columns, strict)
    with options.progress() as bar:
        tables = measures.observe(
            corpus.articles, lexicons=lexicons, scorer=scorer, workers=workers, cache=cache, progress=bar("Parsing and measuring")
        )
    texts = {article.article_id: article.text for article in corpus.articles}
    found = table_of_quotes(tables, texts, topic=topic is not None, spoken_only=not everything)
    names = {actor.id: actor.name for actor in lexicons.topic.actors.values()} if lexicons.topic else {}
    if pattern is not None:
        found = _matching(found, pattern, names)
    written = {"csv": store.as_csv, "jsonl": store.as_jsonl, "table": lambda table: "".join(_listing(table, names))}[format](found)
    if out is None:
        click.echo(written, nl=False)
        return
    write_whole(out, written.encode("utf-8", "backslashreplace"))
    articles = pc.count_distinct(found["article_id"]).as_py()
    click.echo(f"{found.num_rows} attributions in {articles} articles -> {out}")


def _pattern(wanted: str | None) -> re.Pattern[str] | None:
    try:
        return None if wanted is None else re.compile(wanted, re.IGNORECASE)
    except re.error as error:
        raise click.BadParameter(f"{wanted!r} is no regular expression: {error}", param_hint="--source") from error


def _matching(table: pa.Table, pattern: re.Pattern[str], names: dict[str, str]) -> pa.Table:
    """The rows whose source, actor or actor's name matches."""
    rows = zip(table["source"].to_pylist(), table["actor"].to_pylist())
    kept = [any(pattern.search(text or "") for text in (source, actor, names.get(actor))) for source, actor in rows]
    return table.filter(pa.array(kept, pa.bool_()))


def _listing(table: pa.Table, names: dict[str, str]) -> Iterator[str]:
    """The attributions under their articles, in lines of at most 100 characters."""
    articles = groupby(table.to_pylist(), lambda row: (row["outlet"], row["date"], row["article_id"]))
    for number, (article, rows) in enumerate(articles):
        yield "\n" * bool(number) + " · ".join(part for part in article if part) + "\n"
        for row in rows:
            actor = names.get(row["actor"])
            who = f"{row['source'] or '(no source)'}{f' = {actor}' if actor and actor != row['source'] else ''} ({row['type']})"
            how = f"{row['cue'] or '(no cue)'} [{', '.join(part for part in (row['stance'], row['form']) if part)}]"
            yield f"\n  {who}: {how}\n"
            yield click.wrap_text(row["content"], _WIDTH, "    ", "    ") + "\n"
