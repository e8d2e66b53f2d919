"""`framing observe`: a corpus to the tables of observations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.cli import options, store
from framing.measures import observe as measures

if TYPE_CHECKING:
    from framing.classify.attribution import Scorer
    from framing.classify.loaded_model import LoadedModel


@click.command()
@options.corpus_options
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the tables.")
@click.option(
    "--topic", metavar="NAME|FILE", help="Topic lexicon that names the actors, e.g. syria or my-topic.toml; without it no mentions."
)
@click.option("--format", type=click.Choice(store.FORMATS), default="parquet", show_default=True, help="Format of the tables.")
@options.tone_model_option
@options.attribution_model_option
@options.loaded_model_option
@options.parse_options
@options.cluster_option
def observe(
    corpus_path: Path,
    columns: str | None,
    strict: bool,
    out: Path,
    topic: str | None,
    format: str,
    tone_model: str,
    scorer: Scorer | None,
    loaded_model: LoadedModel | None,
    workers: int,
    cache: Path | None,
    cluster: str | None,
) -> None:
    """Read, parse and measure CORPUS; write one table for each kind of observation.

    CORPUS is a folder of .txt, .md or .html files (with or without an articles.csv), one such file, or a .csv, .tsv, .jsonl
    or .parquet table.

    \b
    Example:
      framing observe articles/ --topic syria --out tables/
      framing observe news.csv --columns text=body,outlet=source --out tables/ --format csv
      framing observe news.csv --loaded-model my-loaded.npz --out tables/
    """
    store.check_replaceable(out)
    lexicons = measures.load_lexicons(topic)
    corpus = options.read_corpus(corpus_path, columns, strict)
    with options.progress() as bar:
        tables = measures.observe(
            corpus.articles, lexicons=lexicons, workers=workers, cache=cache, cluster=cluster, tone_model=tone_model,
            scorer=scorer, loaded_model=loaded_model, progress=bar("Parsing and measuring"),
        )
    with store.replace_folder(out) as folder:
        store.write_tables(folder, tables, format=format)
        made_with = measures.manifest(corpus.articles, lexicons, tone_model=tone_model, scorer=scorer, loaded_model=loaded_model)
        store.write_json(folder / store.MANIFEST, made_with)
    kept = sum(article.kept for article in corpus.articles)
    click.echo(f"{kept} of {len(corpus.articles)} articles -> {len(tables)} tables in {out}")
