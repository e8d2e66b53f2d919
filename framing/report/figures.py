"""Figures: every number that the report prints, with what it says in words and where its evidence belongs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from framing.compare.told_matrix import Fact, Matrix
from framing.report import avoidance, told
from framing.report.evidence import Figure, group_name, key
from framing.report.grid import Cell, Grid, Kind, Row, interval, value
from framing.report.names import Names
from framing.report.questions import Question
from framing.report.text import OUTLET_VOICE, Markdown, md, number, percent, plural

_TABLES = {
    "label_facets": "mentions",
    "label_heads": "mentions",
    "naming": "mentions",
    "avoidance": "mentions",
    "headline_first_words": "mentions",
    "lead_first_words": "mentions",
    "facets_by_period": "mentions",
    "nouns_by_period": "mentions",
    "distinctive_labels": "mentions",
    "sources_by_actor": "attributions",
    "sources_by_type": "attributions",
    "stance": "attributions",
    **dict.fromkeys(("agency", "agentless", "agentless_by_victim", "agentless_by_perpetrator", "agentless_passives"), "actions"),
    **dict.fromkeys(("deeds", "verbs_by", "verbs_to"), "actions"),
    **dict.fromkeys(("punctuation", "hard_sentences", "article_words"), "sentences"),
    "unresolved_mentions": "mentions",
    "unresolved_sources": "attributions",
    "distinctive_words": "language",
    "tone_labels": "tone",
    "generic_frames": "frame_hits",
    "policy_frames": "frame_hits",
    "told": "facts",
}
"""Table of observations behind a measure, where it is not called the same."""


def table_of(measure: str) -> str:
    """The table of observations that a measure counts."""
    return _TABLES.get(measure, measure)


def of_grid(grid: Grid, question: Question, outlets: Sequence[str], names: Names) -> Iterable[Figure]:
    """The figures of a table without their names, in reading order."""
    title = names.title(grid.kind, grid.actor, grid.followed)
    cells = {key(cell.estimate): cell for cell in grid.cells.values() if cell.estimate}
    for row in grid.shown(outlets):
        cell, column = cells[key(row)], names.column(grid.kind, row[grid.kind.across])
        says = md("{outlet}. {title}, {column}: {figure}", outlet=row["outlet"], title=title, column=column, figure=_says(grid.kind, cell))
        called = names.of_table(grid.kind, row["actor"]) if row["actor"] or grid.kind.apart else column
        yield _figure(row, question, says, _about(grid.kind, row), called)


def of_item(row: Row, question: Question, names: Names) -> Figure:
    """The figure, without its name, of a distinctive label or word."""
    odds = row["statistic"] == "log_odds"
    what = md("log-odds {value}", value=number(row["value"])) if odds else plural(int(row["value"]), "use")
    says = md(
        "{outlet}. “{word}” among the {noun} {voice}: {what}. Base: {size} in {articles}.",
        outlet=row["outlet"],
        word=names.category(row["measure"], row["category"]),
        noun=question.noun,
        voice=OUTLET_VOICE[row["voice"]],
        what=what,
        size=plural(row["observations"], question.noun.removesuffix("s"), question.noun),
        articles=plural(row["articles"], "article"),
    )
    return _figure(row, question, says, row["outlet"], row["outlet"])


def of_absence(row: Row, question: Question, names: Names) -> Figure:
    """The figure, without its name, of what an outlet never uses; its evidence is that of the other outlets."""
    return _figure(row, question, avoidance.says(row, names), row["outlet"], row["outlet"])


def of_fact(matrix: Matrix, fact: Fact, row: Row, question: Question) -> Figure:
    """The figure, without its name, of a fact that an outlet tells."""
    return _figure(row, question, told.says(matrix, fact, row), matrix.event, matrix.event)


def _about(kind: Kind, row: Row) -> str | None:
    """What shares an evidence file: an actor, all actors together, or else a category."""
    return row["actor"] or (kind.everyone if kind.apart else row["category"])


def _figure(row: Row, question: Question, says: Markdown, about: str | None, called: str) -> Figure:
    heading = md("{title}: {called}", title=question.title, called=called) if about else Markdown(question.title)
    return Figure("", row, says, group_name(question.name, about), heading, table_of(row["measure"]))


def _says(kind: Kind, cell: Cell) -> Markdown:
    """A figure with all that belongs to it: value, interval, what was counted, base and articles."""
    row = cell.estimate
    shown = md("{value}", value=value(kind, cell))
    if cell.allowed and row["low"] is not None:
        shown = md("{shown} ({level} interval {ends})", shown=shown, level=percent(row["level"]), ends=interval(kind, row))
    base = plural(row["observations"], kind.base.removesuffix("s"), kind.base)
    counted = md("{shown}. Base: {base} in {articles}.", shown=shown, base=base, articles=plural(row["articles"], "article"))
    return md("{counted} Note: {note}.", counted=counted, note=row["note"]) if row["note"] else counted
