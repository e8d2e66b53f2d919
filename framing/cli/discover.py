"""`framing discover`: a corpus to a draft topic lexicon, without one."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from framing.cli import options, store
from framing.lexicon.load import parse
from framing.measures import discovery
from framing.measures import observe as measures
from framing.report.discovery import LEXICON, draft_toml, page

_LEAST, _ARTICLES = 3, 20
"""Mentions that an actor of the draft needs by default, and articles for each of which it needs one more."""
_FILE, _PAGE = f"{LEXICON}.toml", f"{LEXICON}.md"


@click.command()
@options.corpus_options
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the draft lexicon, the page and the tables.")
@click.option(
    "--least",
    type=click.IntRange(1),
    show_default="3, or one for every 20 articles",
    help="Mentions from which somebody is an actor of the draft; the mentions table has all.",
)
@click.option("--format", type=click.Choice(store.FORMATS), default="parquet", show_default=True, help="Format of the tables.")
@options.parse_options
def discover(
    corpus_path: Path, columns: str | None, strict: bool, out: Path, least: int | None, format: str, workers: int, cache: Path | None
) -> None:
    """Find the actors of CORPUS and the names and labels that its outlets use for each; no topic lexicon is needed.

    The folder holds discovered.toml (a draft topic lexicon to edit), discovered.md (the same to read), the tables made with it, and
    manifest.json. In the mentions table every phrase found has an actor, also those with too few mentions for the draft.

    \b
    Example:
      framing discover articles/ --out found/
      framing report articles/ --topic found/discovered.toml --out report/
    """  # fmt: skip
    store.check_replaceable(out)
    corpus = options.read_corpus(corpus_path, columns, strict)
    kept = [article for article in corpus.articles if article.kept]
    if not kept:
        raise click.ClickException(f"{corpus_path}: no article is left to look for actors in.\n  Fix: see above why each was left out.")
    outlets = sorted({article.outlet for article in kept})
    with options.progress() as bar:
        found = discovery.discover(kept, workers=workers, cache=cache, progress=bar("Parsing and finding"))
        least = least or max(_LEAST, len(kept) // _ARTICLES)
        drafted = discovery.draft(found, kept, least=least)
        if not drafted.actors:
            raise click.ClickException(
                f"{corpus_path}: nobody is mentioned {least} times in {_count(len(kept), 'article')}.\n"
                "  Fix: lower --least, or give more text."
            )
        text = draft_toml(drafted, articles=len(kept), outlets=len(outlets))
        lexicons = dataclasses.replace(measures.load_lexicons(), topic=parse(text.encode("utf-8"), _FILE))
        tables = measures.observe(
            corpus.articles, lexicons=lexicons, naming=discovery.naming(found, drafted, lexicon=LEXICON), workers=workers, cache=cache,
            progress=bar("Measuring"),
        )  # fmt: skip
    manifest = measures.manifest(corpus.articles, lexicons)
    names = {drafted.ids[key]: drafted.names[key] for key in sorted(drafted.names)}
    with store.replace_folder(out) as folder:
        (folder / _FILE).write_text(text, encoding="utf-8", newline="")
        (folder / _PAGE).write_text(page(drafted, articles=len(kept), outlets=outlets), encoding="utf-8", newline="")
        store.write_tables(folder, tables, format=format)
        store.write_json(folder / store.MANIFEST, manifest | {"actors": {**manifest["actors"], **names}})
    actors, words = len(drafted.actors), sum(len(actor.entries) for actor in drafted.actors)
    click.echo(f"{_count(len(kept), 'article')} -> {_count(actors, 'actor')}, {_count(words, 'form')}")
    click.echo(f"Read {out / _PAGE}, edit {out / _FILE}")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
