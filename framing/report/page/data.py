"""The data of the page: what its script needs to open every number and to add up any choice of articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

from framing.compare.figure import VOICES
from framing.compare.rules import Rules
from framing.report.copy_edits import NO_EDITS, Change, CopyEdits, around
from framing.report.evidence import Figure
from framing.report.grid import Kind, Row
from framing.report.names import Names
from framing.report.overview import Overview
from framing.report.page import columns, figures
from framing.report.page.counted import counted
from framing.report.questions import NAMES, QUESTIONS
from framing.tables import OBSERVED

if TYPE_CHECKING:
    from framing.charts import Chart
    from framing.compare.figure import Figure as Counting

_READ = {"mentions", "attributions", "tone", "language"}
"""Tables whose spans the reader marks in an article."""
_NO_ROWS = {"articles"}
"""Tables that are no observations in an article: a measure of them opens no sentences."""


def data(
    tables: Mapping[str, pa.Table],
    estimates: Sequence[Row],
    charts: Sequence[Chart],
    *,
    corpus: Overview,
    named: Sequence[Figure],
    counting: Mapping[str, Counting],
    names: Names,
    copy: CopyEdits = NO_EDITS,
) -> dict[str, object]:
    """Everything that the script reads, as JSON values. Measures that nothing on the page shows are left out."""
    drawn = figures.Drawn()
    pictures = {chart.name: figures.of_chart(chart, drawn) for chart in charts}
    places = figures.of_report(named, drawn)
    # A ratio of odds compares with the other outlets; it is no sum over an outlet's articles.
    kinds = [(kind, question.title) for question in QUESTIONS for kind in question.kinds]
    asked = [_asked(kind, title) for kind, title in kinds if not kind.periods and kind.statistic != "odds_ratio"]
    counting = {measure: figure for measure, figure in counting.items() if figure.table in tables.keys() - _NO_ROWS}
    asked = [one for one in asked if one["measure"] in counting]
    wanted = sorted((drawn.measures | {one["measure"] for one in asked}) & counting.keys())
    kept = columns.articles(tables["articles"])
    place = {article: code for code, article in enumerate(kept["article_id"]["names"])}
    used = {counting[measure].table for measure in wanted} | _READ
    return {
        "voices": VOICES,
        "rules": {"articles": Rules().minimum_articles, "observations": Rules().minimum_observations},
        "single": corpus.one_article_each,
        "outlets": corpus.names,
        "actors": dict(names.actors),
        "articles": kept,
        "sentences": columns.sentences(tables["sentences"], place),
        "tables": {table.name: columns.observations(tables[table.name], place) for table in OBSERVED if table.name in used & tables.keys()},
        "measures": {measure: _measure(counting[measure], tables, names) for measure in wanted},
        "figures": drawn.columns,
        "named": places,
        "asked": asked,
        "intervals": figures.intervals(estimates, {one["measure"]: one["statistic"] for one in asked}),
        "charts": pictures,
        "copy": [_copy(change) for change in copy.shown],
    }


def _copy(change: Change) -> dict[str, object]:
    """A change of shared copy with its passages in pairs: outlet, article, and the words before, at and after the change."""
    (one, other), edit = change.edits[0].words, change.edits[0]
    sides = [side for edit in change.edits for side in ((edit.one, edit.one_span), (edit.other, edit.other_span))]
    return {
        "title": f"{edit.one.outlet}: {_quoted(one)} · {edit.other.outlet}: {_quoted(other)}",
        "passages": [[article.outlet, article.article_id, *around(article, span)] for article, span in sides],
    }


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _measure(figure: Counting, tables: Mapping[str, pa.Table], names: Names) -> dict[str, object]:
    one = counted(figure, tables)
    title = _titles().get(figure.measure, figure.measure.replace("_", " ").capitalize())
    return one | {"title": title, "noun": _nouns().get(figure.measure), "names": _called(figure.measure, one["categories"], names)}


def _asked(kind: Kind, question: str) -> dict[str, object]:
    """A kind of table, as the page's own tables need it."""
    same = ("measure", "statistic", "voice", "across", "category", "everyone", "unit", "base", "open", "wanted")
    return {name: getattr(kind, name) for name in same} | {"apart": bool(kind.apart), "title": _untitled(kind), "question": question}


def _untitled(kind: Kind) -> str:
    """The heading of a kind's tables without the actor that each is about.

    >>> from framing.report.questions import QUESTIONS
    >>> _untitled(QUESTIONS[0].kinds[0])
    'Facets of the labels'
    """
    return re.sub(r" (?:for|of|that introduce) \{actor\}", "", kind.title)


@cache
def _titles() -> dict[str, str]:
    """What a measure is called over the sentences behind it: the title of its tables, or of its question where it has several kinds."""
    found: dict[str, str] = {}
    for question in QUESTIONS:
        for kind in question.kinds:
            found.setdefault(kind.measure, question.title if kind.across == "category" else _untitled(kind))
        found |= {measure: question.title for measure in (question.keyness, question.absence) if measure}
    return found | {"tone_labels": "Mentions by tone", "tone": "Mean polarity", "distinctive_words": "Distinctive words"}


@cache
def _nouns() -> dict[str, str]:
    """What a measure divides by, in the plural."""
    return {kind.measure: kind.base for question in QUESTIONS for kind in question.kinds}


def _called(measure: str, categories: Sequence[str], names: Names) -> dict[str, str]:
    """Names of categories that are not just their id with blanks; the empty one is all of them."""
    found = {category: str(names.category(measure, category)) for category in categories}
    everything = {"": NAMES[measure][None]} if None in NAMES.get(measure, {}) else {}
    return everything | {category: name for category, name in found.items() if name != category.replace("_", " ")}
