"""`framing annotate`: a corpus to its articles with every span in the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.cli import options, store
from framing.measures import observe as measures

if TYPE_CHECKING:
    from framing.classify.attribution import Scorer

FORMATS = ("html", "brat")


@click.command()
@options.corpus_options
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the pages or files.")
@click.option("--topic", metavar="NAME|FILE", help="Topic lexicon that names the actors, e.g. syria; without it no mentions.")
@click.option("--format", type=click.Choice(FORMATS), default="html", show_default=True,
              help="html: pages to read. brat: .txt and .ann files to correct or score.")  # fmt: skip
@options.attribution_model_option
@options.parse_options
def annotate(
    corpus_path: Path, columns: str | None, strict: bool, out: Path, topic: str | None, format: str, scorer: Scorer | None, workers: int,
    cache: Path | None,
) -> None:  # fmt: skip
    """Show every source, cue, content and mention of CORPUS in its article: the pages for reading errors.

    html writes index.html and one page an article; point at a span, or move to it with the tab key, to see actor, voice, stance and rule.
    brat writes standoff files with the roles of PolNeAR, annotation.conf, and articles.csv with each file's outlet: correct them in brat,
    and train a scorer on the folder.

    \b
    Example:
      framing annotate articles/ --topic syria --out pages/
      framing annotate articles/ --topic syria --format brat --out brat/
      framing train attribution --gold brat/ --out my-attribution.npz
    """
    from framing.report.annotate import html
    from framing.report.brat import brat

    store.check_replaceable(out)
    lexicons = measures.load_lexicons(topic)
    corpus = options.read_corpus(corpus_path, columns, strict)
    with options.progress() as bar:
        tables = measures.observe(
            corpus.articles, lexicons=lexicons, scorer=scorer, workers=workers, cache=cache, progress=bar("Parsing and measuring")
        )
    texts = {article.article_id: article.text for article in corpus.articles}
    manifest = measures.manifest(corpus.articles, lexicons, scorer=scorer)
    files = html(tables, texts, manifest["actors"]) if format == "html" else brat(tables, texts)
    with store.replace_folder(out) as folder:
        for name, contents in files.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            # A lone surrogate, which no file can hold, becomes one "?": offsets stay right.
            path.write_bytes(contents.encode("utf-8", "replace"))
        store.write_json(folder / store.MANIFEST, manifest)
    kept = sum(article.kept for article in corpus.articles)
    where = f"open {out / 'index.html'}" if format == "html" else f"{out}"
    click.echo(f"{kept} of {len(corpus.articles)} articles -> {where}")
