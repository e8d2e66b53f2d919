"""The report as files that are not yet written: relative path -> contents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from framing import engine
from framing.compare import periods
from framing.report import likeness, literature, sections
from framing.report.chosen import chosen
from framing.report.copy_edits import copy_edits
from framing.report.evidence import Figure, evidence, key
from framing.report.grid import Row, aligned
from framing.report.methods import HASH, methods
from framing.report.names import Names
from framing.report.overview import Overview, overview
from framing.report.page import page
from framing.report.render import render
from framing.report.summary import summary
from framing.report.text import Markdown, escape, integer, join, md, plural, series
from framing.report.without_wire import without_wire

if TYPE_CHECKING:
    from framing.charts import Chart
    from framing.compare.checks import Checks
    from framing.compare.figure import Figure as Counting
    from framing.corpus import Edit


def report(
    tables: Mapping[str, pa.Table],
    estimates: pa.Table,
    charts: Sequence[Chart] | Future[Sequence[Chart]],
    manifest: Mapping[str, object],
    *,
    behind: Callable[[Row], tuple[pa.Table, np.ndarray]],
    checks: Checks | None = None,
    against: Mapping[str, Checks] | None = None,
    edits: Sequence[Edit] = (),
    counting: Mapping[str, Counting] | None = None,
    forms: Collection[str] = ("md",),
    format: str = "csv",
    pairs: pa.Table | None = None,
    workers: int = 1,
) -> dict[str, str | bytes]:
    """report.md and evidence/*.md, page.html, or both, and charts/* of one run; same values in, same bytes out.

    tables: observations by name; estimates: `compare`'s table; charts: drawn, or being drawn (`framing.engine.meanwhile`).
    manifest: that of the observations, with options and actors.
    behind: gives the observations that an estimate counts (`framing.compare.evidence(tables).rows`).
    checks: looks at stated differences again (`framing.compare.checks(tables)`); None for no such look.
    against: the same with the observations of other lexicons, by the name of each.
    edits: where articles of different outlets that share copy differ (`framing.corpus.edits(articles)`).
    counting: what each measure counts (`framing.compare.evidence(tables).figures`), for page.html. forms: md, html.
    pairs: `compare.comparison`'s table of every two outlets. format: ending of the files in tables/, which the pages point to.
    """
    rows = estimates.to_pylist()
    corpus = overview(tables["articles"])
    outlets, names, single = corpus.names, Names(manifest["actors"]), corpus.one_article_each
    against = against or {}
    planned = sections.plans(rows, one_article_each=single, checks=checks, against=list(against.values()), outlets=outlets, compared=pairs)
    named = sections.figures(planned, outlets, names)
    alike = likeness.likeness(rows)
    words = likeness.figures(alike, outlets)
    by_key = {key(figure.estimate): figure for figure in (*named, *words)}
    writing = engine.meanwhile(evidence, [*named, *words], tables, behind, names.actors, format, workers=workers) if "md" in forms else None
    undated = periods.silence(tables)
    charts = charts.result() if isinstance(charts, Future) else charts
    printed = [
        sections.section(plan, charts, by_key, outlets, names, one_article_each=single, undated=undated, lexicons=list(against))
        for plan in planned
    ]
    printed.append(likeness.section(alike, charts, by_key, outlets, names))
    changed = copy_edits(edits, tables["mentions"], names)
    placed = {chart.name for section in printed for chart in section.all_charts}
    more = [chart for chart in charts if chart.name not in placed]
    files = {f"charts/{chart.name}.{ending}": getattr(chart, ending) for chart in charts for ending in ("png", "svg", "csv")}
    said = summary(planned, by_key, names, corpus, checks)
    works = literature.used({row["measure"] for row in rows}, events=bool(corpus.events))
    told = {
        "literature": literature.listed(works),
        "topic": manifest["topic"],
        "methods": methods(tables, rows, manifest),
        "lexicons": _lexicons(manifest["lexicons"]),
    }
    wire = without_wire([table for plan in planned for table in plan.grids], names, lambda row: by_key[key(row)].name)
    beside = {literature.BIBTEX: literature.bibtex(works), **changed.files}
    if "html" in forms:
        files["page.html"] = page(
            tables, rows, charts, corpus=corpus, summary=said, sections=printed, named=[*named, *words], counting=counting or {},
            names=names, chosen=chosen(manifest["options"], names), careful=_careful(planned, outlets), copy=changed, more_charts=more,
            wire=wire, methods=Markdown(render("methods.md.j2", **told)),
        )  # fmt: skip
    if writing is None:
        return {**files, **{name: text for name, text in beside.items() if not name.startswith("evidence/")}}
    pages = writing.result()
    drawn = [chart.name for section in printed for chart in section.all_charts] + [chart.name for chart in more]
    text = render(
        "report.md.j2",
        numbers={name: number for number, name in enumerate(dict.fromkeys(drawn), 1)},
        size=_size(corpus),
        corpus=corpus,
        chosen=chosen(manifest["options"], names),
        outlets=_outlets(corpus),
        careful=_careful(planned, outlets),
        against=list(against),
        sections=printed,
        summary=said,
        empty=[section.question.title for section in printed if not section.tables and not section.nothing],
        more_charts=more,
        copy=changed,
        wire=wire,
        format=format,
        links=_links(pages.figures.values()),
        **told,
    )
    return {"report.md": text, **beside, **pages.pages, **files}


def _size(corpus: Overview) -> Markdown:
    """The n of every figure: "29 articles by 5 outlets"."""
    articles = sum(line.articles for line in corpus.outlets)
    return md("n = {articles} by {outlets}", articles=plural(articles, "article"), outlets=plural(len(corpus.outlets), "outlet"))


def _outlets(corpus: Overview) -> Markdown:
    head = [Markdown(title) for title in ("Outlet", "articles", "words", "agency copy", "first", "last")]
    body = []
    for line in corpus.outlets:
        numbers = [integer(count) for count in (line.articles, line.words, line.agency)]
        body.append([escape(line.outlet), *numbers, *map(escape, line.dates or ("–", "–"))])
    return aligned(head, body)


def _careful(plans: Sequence[sections.Plan], outlets: Sequence[str]) -> Markdown:
    """Which outlets' texts are to be read with care; empty when none."""
    warned = {outlet for plan in plans for one in plan.cautions for outlet in one.outlets}
    if not warned:
        return Markdown()
    names = "all outlets" if len(warned) == len(outlets) else series([escape(outlet) for outlet in outlets if outlet in warned])
    return md("Read the figures of {names} with care: see [Texts and coverage](#texts-and-coverage).", names=names)


def _lexicons(lexicons: Sequence[Mapping[str, str]]) -> Markdown:
    head = [Markdown(title) for title in ("Lexicon", "version", "SHA-256")]
    body = [[escape(one["id"]), escape(one["version"]), escape(f"{one['sha256'][:HASH]}…")] for one in lexicons]
    return aligned(head, body, left=(0, 1, 2))


def _links(figures: Sequence[Figure]) -> Markdown:
    """Where each figure's evidence stands, as link definitions, which no renderer shows."""
    return join((md("[{name}]: {link}", name=Markdown(figure.name), link=Markdown(figure.link)) for figure in figures), "\n")
