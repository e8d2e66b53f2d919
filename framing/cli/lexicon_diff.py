"""`framing lexicon diff`: what changes in the counts of a corpus from one lexicon to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from framing.cli import options, store
from framing.lexicon import load

_NUMBERS = ("old", "new", "lost", "gained", "moved_away", "moved_here", "resized")
_EXAMPLES = ("lost", "gained", "moved", "resized")


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--on", "corpus_path", metavar="CORPUS", type=click.Path(path_type=Path), required=True, help="Articles to count in.")
@click.option("--columns", metavar="NAME=COLUMN,...", help="Which columns of a table hold what, e.g. text=body,outlet=source,date=day.")
@click.option("--strict", is_flag=True, help="Treat warnings about the corpus as errors.")
@click.option("--each", is_flag=True, help="List every occurrence that changed, instead of counts.")
@click.option("--format", type=click.Choice(("table", "csv", "jsonl")), default="table", show_default=True, help="How to write it.")
@options.parse_options
def diff(
    old: str, new: str, corpus_path: Path, columns: str | None, strict: bool, each: bool, format: str, workers: int, cache: Path | None
) -> None:
    """What changes in the counts from the lexicon OLD to the lexicon NEW: matches lost, gained, moved to another group or actor.

    OLD and NEW are shipped lexicons or paths of .toml files, both of terms or both of actors.

    \b
    Example:
      framing lexicon diff syria my-syria.toml --on articles/
    """
    from framing.measures.lexicon_diff import diff as compare

    before, after = load(old), load(new)
    corpus = options.read_corpus(corpus_path, columns, strict)
    with options.progress() as bar:
        found = compare(before, after, corpus.articles, cache=cache, workers=workers, progress=bar("Parsing and matching"))
    table = found.changes if each else found.counts
    if format != "table":
        click.echo(store.as_csv(table) if format == "csv" else store.as_jsonl(table), nl=False)
    elif not found.changes.num_rows:
        click.echo("nothing changes in these articles")
    else:
        click.echo("\n".join(_each(table.to_pylist()) if each else _tables(table.to_pylist())))


def _each(rows: Sequence[Mapping]) -> Iterator[str]:
    for row in rows:
        places = [row[f"{when}_entry"] for when in ("old", "new") if row[f"{when}_entry"]]
        yield f"{row['change']:8}  {' -> '.join(dict.fromkeys(places))}  ({row['outlet']}, {row['article_id']})"
        yield click.wrap_text(row["sentence"], 110, "    ", "    ")


def _tables(rows: Sequence[Mapping]) -> Iterator[str]:
    """The counts of parts by outlet, then the entries that changed, each with an example."""
    moving = {row["part"] for row in rows if row["level"] == "entry"}
    parts = [row for row in rows if row["level"] == "part" and row["part"] in moving]
    yield from _aligned([("", *_NUMBERS), *((_name(row), *(row[name] or "" for name in _NUMBERS)) for row in parts)])
    yield f"({len({row['part'] for row in rows} - moving)} groups or actors without a change are left out)"
    for row in rows:
        if row["level"] == "entry":
            numbers = ", ".join(f"{name.replace('_', ' ')} {row[name]}" for name in _NUMBERS[2:] if row[name])
            moved = f", to {row['moved_to']}" if row["moved_to"] else ""
            yield f"\n{row['part']}: {row['entry']}  {row['old']} -> {row['new']} ({numbers}){moved}"
            for kind in _EXAMPLES:
                if row[f"{kind}_example"]:
                    yield click.wrap_text(f"{kind}: {row[f'{kind}_example']}", 110, "    ", "      ")


def _name(row: Mapping) -> str:
    return row["part"] if row["outlet"] is None else f"  {row['outlet']}"


def _aligned(rows: Sequence[Sequence[object]]) -> Iterator[str]:
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
    for first, *rest in rows:
        cells = (f"{str(cell).replace('_', ' '):>{width}}" for cell, width in zip(rest, widths[1:]))
        yield "  ".join([f"{first:{widths[0]}}", *cells]).rstrip()
