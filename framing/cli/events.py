"""`framing events`: which articles of a corpus report the same event, as a table to edit."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import click

from framing.cli import options, store
from framing.measures import events as measure
from framing.report.events import events_csv, page

_TABLE, _PAGE = "events.csv", "events.md"


@click.command()
@options.corpus_options
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FILE|DIR",
              help="A .csv file for the table, or a folder for the table and a page to check it by.")
@click.option("--window", type=click.FloatRange(0.5), default=measure.WINDOW, show_default=True,
              help="Days beyond which two articles are of one event only through others.")
@click.option("--likeness", type=click.FloatRange(0, 1, min_open=True), default=measure.LIKENESS, show_default=True,
              help="Mean likeness (0 to 1) from which groups are joined: lower for fewer and larger events.")
@click.option("--replace", is_flag=True, help="Replace a table that was there before, edits in it included.")
@options.parse_options
def events(corpus_path: Path, columns: str | None, strict: bool, out: Path, window: float, likeness: float, replace: bool, workers: int,
           cache: Path | None) -> None:
    """Group the articles of CORPUS that report the same event, by date, named entities and words.

    The table has a row for each article: article_id and event, and to check them the likeness to the other articles of the event, date,
    outlet, headline, keywords and outlets of the event. Correct the event where it is wrong and give the table to `framing report
    --events`. An event that CORPUS names itself is not looked at. No topic lexicon is needed.

    \b
    Example:
      framing events articles/ --out events/
      framing events news.csv --columns text=body,outlet=source --out events.csv --window 10
      framing report articles/ --topic syria --events events/events.csv --out report/
    """  # fmt: skip
    is_file = _check(out, replace=replace)
    corpus = options.read_corpus(corpus_path, columns, strict)
    kept = [article for article in corpus.articles if article.kept]
    if len(kept) < 2:
        raise click.ClickException(f"{corpus_path}: grouping needs at least two articles.\n  Fix: see above why any were left out.")
    with options.progress() as bar:
        found = measure.find(kept, window=window, least=likeness, workers=workers, cache=cache, progress=bar("Parsing and grouping"))
    table = events_csv(found, kept)
    if is_file:
        _write_file(out, table)
    else:
        with store.replace_folder(out) as folder:
            (folder / _TABLE).write_text(table, encoding="utf-8", newline="")
            (folder / _PAGE).write_text(page(found, kept), encoding="utf-8", newline="")
            store.write_json(folder / store.MANIFEST, {"options": {"window": window, "likeness": likeness}, "events_sha256": _hash(table)})
    inside = sum(len(event.articles) for event in found)
    shared = sum(len(event.outlets) > 1 for event in found)
    alone = f"{len(kept) - inside} alone"
    click.echo(f"{len(kept)} articles -> {len(found)} event{'s' * (len(found) != 1)} ({shared} of several outlets); {alone}")
    written = out if is_file else out / _TABLE
    click.echo(f"Correct the column event of {written}, then: framing report ... --events {written}")


def _check(out: Path, *, replace: bool) -> bool:
    """Whether out is a file. Raises click.ClickException when it must not be written."""
    is_file = out.suffix.lower() == ".csv" and not out.is_dir()
    if not is_file and (out.suffix.lower() in (".tsv", ".jsonl", ".parquet", ".xlsx", ".txt", ".md") or out.is_file()):
        raise click.ClickException(f"{out}: the table is written as .csv.\n  Fix: name a .csv file or a folder with --out.")
    if is_file and out.exists() and not replace:
        raise click.ClickException(f"{out} is there already and may have been edited.\n  Fix: name another file, or add --replace.")
    if not is_file:
        store.check_replaceable(out)
        if not replace and _edited(out):
            raise click.ClickException(f"{out / _TABLE} was edited after it was made.\n  Fix: name another folder, or add --replace.")
    return is_file


def _edited(folder: Path) -> bool:
    """Whether the folder's table is not what was written into it."""
    try:
        made = json.loads((folder / store.MANIFEST).read_text(encoding="utf-8")).get("events_sha256")
        return made is not None and (folder / _TABLE).exists() and made != _hash((folder / _TABLE).read_text(encoding="utf-8"))
    except (OSError, ValueError, AttributeError):
        return False


def _write_file(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    aside.write_text(text, encoding="utf-8", newline="")
    aside.replace(path)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
