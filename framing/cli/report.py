"""`framing report`: a corpus to a folder with the report, its charts, the evidence and the tables."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pyarrow as pa

from framing import charts, compare, engine
from framing import corpus as read_corpora
from framing import report as reports
from framing.cli import options, selection, store
from framing.compare.periods import by_period
from framing.lexicon import LexiconError, Problem
from framing.measures import observe as measures

if TYPE_CHECKING:
    from framing.classify.attribution import Scorer
    from framing.classify.loaded_model import LoadedModel

_FORMS = {"md": ("md",), "html": ("html",), "both": ("md", "html")}
_MODULES = ("framing.measures.observe", "framing.compare")
"""What the processes load while the corpus is read."""
_FORMAT = "csv"
"""Format of a report's tables: readers open them beside the pages that name them."""


@click.command()
@options.corpus_options
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the report.")
@click.option("--topic", metavar="NAME|FILE", required=True, help="Topic lexicon that names the actors, e.g. syria or my-topic.toml.")
@click.option("--format", "form", type=click.Choice(["md", "html", "both"]), default="both", show_default=True,
              help="md: report.md with evidence/. html: page.html, one page to open in a browser.")
@click.option("--draws", type=click.IntRange(100), default=2000, show_default=True, help="Bootstrap draws and permutations.")
@click.option("--seed", type=click.IntRange(0), default=20241208, show_default=True, help="Seed of the draws.")
@click.option("--robust-against", metavar="LEXICON|FILE", multiple=True,
              help="Say of each finding whether it holds with this lexicon instead; may be given several times.")
@selection.selection_options
@options.tone_model_option
@options.attribution_model_option
@options.loaded_model_option
@options.parse_options
@options.cluster_option
def report(
    corpus_path: Path,
    columns: str | None,
    strict: bool,
    out: Path,
    topic: str,
    form: str,
    chosen: selection.Chosen,
    draws: int,
    seed: int,
    robust_against: tuple[str, ...],
    tone_model: str,
    scorer: Scorer | None,
    loaded_model: LoadedModel | None,
    workers: int,
    cache: Path | None,
    cluster: str | None,
) -> None:
    """Compare the outlets of CORPUS and write a report in which every number leads to the sentences behind it.

    The folder holds page.html and report.md (start with either), charts/, evidence/, tables/, estimates.csv, pairs.csv,
    datapackage.json and manifest.json. CORPUS is anything that `framing observe` reads.

    \b
    Example:
      framing report articles/ --topic syria --out report/
      framing report news.csv --columns text=body,outlet=source --topic my-topic.toml --format html --out report/
      framing report news.csv --topic syria --outlets "Herald,Courier" --since 2016-01-01 --by month --events find --out report/
      framing report news.csv --topic syria --loaded-model my-loaded.npz --out report/
      framing report news.csv --topic syria --robust-against my-syria.toml --robust-against my/loaded-language.toml --out report/
    """
    store.check_replaceable(out)
    with contextlib.ExitStack() as opened:
        opened.enter_context(engine.processes(workers, importing=_MODULES))
        lexicons = measures.load_lexicons(topic)
        others = _others(lexicons, robust_against)
        corpus, chosen = _chosen(options.read_corpus(corpus_path, columns, strict), chosen, lexicons, corpus_path, strict)
        bar = opened.enter_context(options.progress())
        if chosen.events == selection.FIND:
            from framing.measures import events as events_measure  # here: its libraries take seconds to load

            found = events_measure.find(corpus.articles, workers=workers, cache=cache, progress=bar("Finding events"))
            corpus = replace(corpus, articles=events_measure.given(corpus.articles, found))

        def observed(used: measures.Lexicons, title: str) -> dict[str, pa.Table]:
            found = measures.observe(
                corpus.articles, lexicons=used, workers=workers, cache=cache, cluster=cluster, tone_model=tone_model, scorer=scorer,
                loaded_model=loaded_model, progress=bar(title),
            )  # fmt: skip
            return found | {"articles": by_period(found["articles"], chosen.by)} if chosen.by else found

        tables = observed(lexicons, "Parsing and measuring")
        with _step(bar, "Comparing outlets"):
            compared = compare.comparison(tables, draws=draws, seed=seed, workers=workers)
        made_with = measures.manifest(corpus.articles, lexicons, tone_model=tone_model, scorer=scorer, loaded_model=loaded_model)
        used = {one.sha256 for one in lexicons.used()}
        again = [{"id": one.id, "version": one.version, "sha256": one.sha256}
                 for other in others.values() for one in other.used() if one.sha256 not in used]  # fmt: skip
        asked = {"draws": draws, "seed": seed, **chosen.recorded(), **({"robust_against": again} if again else {})}
        manifest = made_with | {"options": asked}
        seen, pairs = (selection.shown(table, chosen.actors) for table in (compared.estimates, compared.pairs))
        drawing = engine.meanwhile(
            charts.draw_all, seen, tables | {"pairs": pairs}, names=manifest["actors"], workers=workers, progress=bar("Drawing charts")
        )
        counted = compared.figures
        behind, checks = compare.evidence(tables, counted), compare.checks(tables, counted, draws=draws, seed=seed)
        against = {name: compare.checks(observed(other, name), draws=draws, seed=seed) for name, other in others.items()}
        with _step(bar, "Writing the report"):
            edits = read_corpora.edits(corpus.articles)
            files = reports.report(
                tables, seen, drawing, manifest, behind=behind.rows, counting=behind.figures, checks=checks, against=against, edits=edits,
                forms=_FORMS[form], format=_FORMAT, pairs=pairs, workers=workers,
            )  # fmt: skip
            _write(out, files, tables, {"estimates": compared.estimates, "pairs": compared.pairs}, manifest, workers)
    kept, outlets = sum(article.kept for article in corpus.articles), len({article.outlet for article in corpus.articles if article.kept})
    click.echo(f"{kept} of {len(corpus.articles)} articles, {outlets} outlet{'s' * (outlets != 1)}. {_read(out, form)}")


def _chosen(
    corpus: read_corpora.Corpus, chosen: selection.Chosen, lexicons: measures.Lexicons, path: Path, strict: bool
) -> tuple[read_corpora.Corpus, selection.Chosen]:
    """What is chosen of the corpus, and the choice by full names. Raises click.ClickException when no article is left."""
    actors = lexicons.topic.actors.values() if lexicons.topic else ()
    settled = selection.settled(chosen, corpus, {actor.id: actor.name for actor in actors})
    left = selection.select(corpus, settled, strict=strict)
    if not any(article.kept for article in left.articles):
        reasons = Counter(article.left_out_because for article in left.articles)
        listed = "\n".join(f"  {count} left out: {because}" for because, count in reasons.most_common(5))
        raise click.ClickException(f"{path}: no article is left to compare.\n{listed}\n  Fix: choose more, or correct the corpus.")
    return left, settled


def _others(lexicons: measures.Lexicons, names: tuple[str, ...]) -> dict[str, measures.Lexicons]:
    """Name and version of each other lexicon, and the lexicons with it. Raises LexiconError with the problems of all."""
    found: dict[str, measures.Lexicons] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            called, other = measures.with_other(lexicons, name)
            found[called if called not in found else f"{called} ({Path(name).name})"] = other
        except LexiconError as error:
            problems += error.problems
    if problems:
        raise LexiconError(problems)
    return found


def _read(out: Path, form: str) -> str:
    """Where to start."""
    opened = f"open {out / 'page.html'} in a browser"
    return f"Read {out / 'report.md'}" + (f" or {opened}" if form == "both" else "") if form != "html" else opened.capitalize()


@contextlib.contextmanager
def _step(bar: Callable[[str], options.Advance], title: str) -> Iterator[None]:
    advance = bar(title)
    advance(0, 1)
    yield
    advance(1, 1)


def _write(
    out: Path,
    files: Mapping[str, str | bytes],
    tables: Mapping[str, pa.Table],
    compared: Mapping[str, pa.Table],
    manifest: Mapping[str, object],
    workers: int,
) -> None:
    with store.replace_folder(out) as folder:
        for name, contents in files.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(contents if isinstance(contents, bytes) else contents.encode("utf-8"))
        (folder / "tables").mkdir()
        store.write_tables(folder / "tables", tables, format=_FORMAT, workers=workers)
        for name, table in compared.items():
            (folder / f"{name}.{_FORMAT}").write_text(store.as_csv(table), encoding="utf-8", newline="")
        store.write_json(folder / "datapackage.json", _datapackage({**tables, **compared}, beside=compared))
        store.write_json(folder / store.MANIFEST, manifest)


def _datapackage(tables: Mapping[str, pa.Table], *, beside: Collection[str]) -> dict[str, object]:
    """The descriptor of a report's folder, where observations have a folder of their own."""
    package = store.datapackage(tables, _FORMAT)
    places = [one if one["name"] in beside else one | {"path": f"tables/{one['path']}"} for one in package["resources"]]
    return package | {"name": "framing-report", "resources": places}
