"""Change over time: what an outlet calls an actor, period by period.

Counts: labels of an actor in the outlet's own voice, in articles with a known date, by week, month, quarter or year: the shortest of them
that makes at most twelve periods of the corpus, and only where the dates span more than two weeks; or by the periods that the articles
table gives (`by_period`).
Formulas, each a ratio of sums over the outlet's articles of the period:
    facets_by_period  labels with a facet / labels of the actor in the period
    nouns_by_period   labels with a head / labels of the actor in the period
Category: the period, a space, the facet or head ("2024-11 religious"; weeks as "2024-W48", quarters as "2024-Q4"); of the eight actors
with most labels the four most frequent facets and heads.
Unit: share. Range: 0 to 1. Direction: higher is more frequent.
Undefined: where the outlet has no label of the actor in the period. No tests between outlets: they stand in the measures without periods.
Source: change in the words for a group over time after Gabrielatos & Baker (2008), Fleeing, sneaking, flooding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.facets import faceted
from framing.compare.figure import VOICES, Figure, Items, column, encode, flags, kept_articles, read

SPAN = 14
MOST_PERIODS = 12
ACTORS, CATEGORIES = 8, 4
LENGTHS: Mapping[str, Callable[[date], str]] = {
    "week": lambda day: f"{day.isocalendar().year}-W{day.isocalendar().week:02}",
    "month": lambda day: f"{day.year}-{day.month:02}",
    "quarter": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "year": lambda day: str(day.year),
}
"""Period -> its name on a day, the shortest first."""


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The figures by period; none where the dates do not span more than two weeks."""
    articles = _given(tables)
    if not any(articles):
        when = periods(_dates(tables))
        articles = [when.get(day) for day in _dates(tables)]
    if not any(articles) or "mentions" not in tables:
        return []
    labels = read(tables, "mentions", actor="actor", voice="voice")
    own = flags(tables, "mentions", "kind", "label") & (labels.voice == VOICES.index("outlet"))
    labels = labels.take(own & (labels.actor >= 0) & (labels.article >= 0))
    dated = np.array([period is not None for period in articles], bool)
    labels = labels.take(dated[labels.article])
    heads = labels.of(encode(pc.utf8_lower(column(tables, "mentions", "head"))))
    return [
        _figure("facets_by_period", faceted(tables, labels, otherwise=None), labels, articles),
        _figure("nouns_by_period", heads, labels, articles),
    ]


def periods(days: Sequence[date | None]) -> dict[date, str]:
    """The period of each known day; empty when they span no more than two weeks.

    >>> periods([date(2024, 12, 1), date(2024, 12, 9), None])
    {}
    >>> list(periods([date(2024, 11, 29), date(2024, 12, 9), date(2024, 12, 14)]).values())
    ['2024-W48', '2024-W50', '2024-W50']
    """
    known = sorted({day for day in days if day is not None})
    if not known or (known[-1] - known[0]).days <= SPAN:
        return {}
    made = ({day: name(day) for day in known} for name in LENGTHS.values())
    every = list(made)
    return next((found for found in every if len(set(found.values())) <= MOST_PERIODS), every[-1])


def silence(tables: Mapping[str, pa.Table]) -> str | None:
    """Why there is nothing to say of change over time; None when there is."""
    days = _dates(tables)
    known = sorted(day for day in days if day is not None)
    if any(_given(tables)):
        return None
    if not known:
        return "No article has a known date, so change over time is not shown."
    span = (known[-1] - known[0]).days
    if span <= SPAN:
        between = f"span {span} day{'s' * (span != 1)}" if span else "are all the same"
        return f"The known dates {between}; change over time is shown from more than {SPAN} days on."
    return None


def by_period(articles: pa.Table, length: str) -> pa.Table:
    """The articles table with the week, month, quarter or year of each known date as its period."""
    days = [_date(written) for written in articles["date"].to_pylist()]
    named = pa.array([None if day is None else LENGTHS[length](day) for day in days], pa.string())
    place = articles.schema.get_field_index("period")
    return articles.set_column(place, articles.schema.field(place), named)


def _given(tables: Mapping[str, pa.Table]) -> list[str | None]:
    """The period that the table gives each kept article, in order of id; none in tables without such a column."""
    articles = tables["articles"]
    if "period" not in articles.column_names:
        return []
    written = dict(zip(articles["article_id"].to_pylist(), articles["period"].to_pylist()))
    return [written[article] for article in kept_articles(articles)]


def _dates(tables: Mapping[str, pa.Table]) -> list[date | None]:
    """The date of each kept article, in order of id."""
    articles = tables["articles"]
    written = dict(zip(articles["article_id"].to_pylist(), articles["date"].to_pylist()))
    return [_date(written[article]) for article in kept_articles(articles)]


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _figure(measure: str, counted: Items, base: Items, when: Sequence[str | None]) -> Figure:
    """A figure with a base for each period and category of an actor."""
    chosen = _chosen(counted)
    counted = counted.take(np.isin(_pairs(counted), [actor * len(counted.categories) + code for actor, code in chosen]))
    # Each label stands in the base of every category that is followed for its actor.
    followed = [base.take(base.actor == actor) for actor, _ in chosen]
    rows = np.concatenate([part.row for part in followed]) if followed else np.array([], int)
    codes = np.repeat([code for _, code in chosen], [len(part.row) for part in followed]).astype(int)
    place = {row: position for position, row in enumerate(base.row.tolist())}
    below = replace(base.take(np.array([place[row] for row in rows.tolist()], int)), category=codes, categories=counted.categories)
    names = sorted({f"{period} {category}" for period in when if period for category in counted.categories})
    return Figure(
        measure=measure,
        statistic="share",
        table="mentions",
        counted=_dated(counted, when, names),
        base=_dated(below, when, names),
        method="share of labels in the period",
        by_category=True,
        tested=(),
    )


def _chosen(counted: Items) -> list[tuple[int, int]]:
    """The categories that are followed, as codes of actor and category: of the actors with most labels the most frequent."""
    named = counted.take(counted.category >= 0)
    labels = np.zeros((len(counted.actors), max(len(counted.categories), 1)))
    np.add.at(labels, (named.actor, named.category), 1)
    actors = np.argsort(-labels.sum(axis=1), kind="stable")[:ACTORS].tolist()
    ranked = [(actor, code) for actor in actors for code in np.argsort(-labels[actor], kind="stable")[:CATEGORIES].tolist()]
    return [(actor, code) for actor, code in ranked if labels[actor, code]]


def _pairs(items: Items) -> np.ndarray:
    return np.where(items.category >= 0, items.actor * len(items.categories) + items.category, -1)


def _dated(items: Items, when: Sequence[str | None], names: Sequence[str]) -> Items:
    """The items with period and category as their category."""
    place = {name: code for code, name in enumerate(names)}
    codes = [place[f"{when[article]} {items.categories[code]}"] for article, code in zip(items.article.tolist(), items.category.tolist())]
    return replace(items, category=np.array(codes, int), categories=names)
