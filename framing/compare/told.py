"""What is told: which outlets tell a fact of an event, and whose articles tell it first.

Counts: sentences that tell a fact, for each fact of each event and each outlet that has an article of the event (0 where none was found);
facts as framing.compare.aligned makes them. A sentence counts once for a fact.
Statistics: count; first, 1 for the outlets whose article is of the earliest day on which the fact is told, where its days differ.
Category: event, kind and fact, with " | " between: "fall-of-hama | history | 1982 (crackdown, brutal)".
Unit: sentence. Range: 0 or more. Direction: 0 says that no sentence was found, not that the outlet keeps something back: it may tell the
fact in other words, or have had no reason to tell it. No shares, no intervals, no tests: the matrix describes articles.
Left out: events that one outlet alone reports; places, names and actions that one outlet alone tells; places and names that all tell.
Where no article has an event, a small corpus is one: at most 30 articles whose known dates lie within 14 days.
Source: as in framing.measures.facts; who leaves out what as a part of framing: Entman (1993), Framing: toward clarification of a fractured
paradigm ("frames ... call attention to some aspects while obscuring other elements").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pyarrow as pa

from framing.compare.aligned import Aligned, align, known_places
from framing.compare.figure import Figure, Items, kept_articles, read
from framing.compare.resample import Sample
from framing.compare.rules import Rules
from framing.compare.sums import matrix, outlet_sums
from framing.compare.table import assemble

MEASURE = "told"
BETWEEN = " | "
_SMALL, _SPAN = 30, 14
_BY_SEVERAL = frozenset({"place", "name", "action"})
_NOT_BY_ALL = frozenset({"place", "name"})


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """One figure, with a category for each fact of each event that at least two outlets report; none without such an event."""
    told = read(tables, "facts")
    rows = tables["facts"].to_pylist() if "facts" in tables else []
    known = {row["article_id"]: row for row in tables["articles"].select(["article_id", "outlet", "date"]).to_pylist()}
    ids = kept_articles(tables["articles"])
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        places[row["article_id"]].append(place)
    somewhere = known_places((row["kind"] for row in rows), (row["fact"] for row in rows))
    names: list[str] = []
    counted: list[tuple[int, int, bool]] = []
    base: list[tuple[int, int]] = []
    for event, members in sorted(_events(tables["articles"]).items()):
        outlets = {known[article]["outlet"] for article in members}
        of_event = [place for article in members for place in places[article] if _before(rows[place], known[article]["date"])]
        for fact in align([rows[place] for place in of_event], somewhere) if len(outlets) > 1 else ():
            where = _once([of_event[place] for place in fact.rows], rows)
            tell = {rows[place]["article_id"] for place in where}
            if not _worth(fact, {known[article]["outlet"] for article in tell}, outlets):
                continue
            first = _first({article: known[article]["date"] for article in tell})
            counted += [(place, len(names), rows[place]["article_id"] in first) for place in where]
            base += [(ids.index(article), len(names)) for article in members]
            names.append(BETWEEN.join((event.replace("|", "/"), fact.kind, fact.says)))
    return [_figure(told, names, counted, base)] if names else []


def _events(articles: pa.Table) -> dict[str, list[str]]:
    """Ids of the kept articles of each event."""
    ids = kept_articles(articles)
    of = dict(zip(articles["article_id"].to_pylist(), zip(articles["event"].to_pylist(), articles["date"].to_pylist())))
    found: dict[str, list[str]] = defaultdict(list)
    for article in ids:
        if of[article][0] is not None:
            found[of[article][0]].append(article)
    if found or not 1 < len(ids) <= _SMALL:
        return found
    days = [day for article in ids if (day := _day(of[article][1])) is not None]
    return {"all articles": ids} if not days or (max(days) - min(days)).days <= _SPAN else {}


def _before(row: Mapping[str, object], written: str | None) -> bool:
    """Whether the fact is no date of the article's own year or day: what a dateline has is no history."""
    key, day = str(row["fact"]), _day(written)
    if row["kind"] != "history" or day is None:
        return True
    if key[:4].isdigit():
        return int(key[:4]) < day.year
    return key != f"{day:%B} {day.day}".lower()


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _once(places: list[int], rows: list[dict]) -> list[int]:
    """One observation a sentence."""
    kept: dict[tuple[str, int], int] = {}
    for place in places:
        kept.setdefault((rows[place]["article_id"], rows[place]["sentence"]), place)
    return list(kept.values())


def _worth(fact: Aligned, tell: set[str], outlets: set[str]) -> bool:
    """Whether the fact is worth a row."""
    if fact.kind in _BY_SEVERAL and len(tell) < 2:
        return False
    return not (fact.kind in _NOT_BY_ALL and tell == outlets)


def _first(days: Mapping[str, str | None]) -> set[str]:
    """The articles of the earliest day, none where all are of one day or a day is unknown."""
    known = {article: _day(written) for article, written in days.items()}
    if None in known.values() or len(set(known.values())) < 2:
        return set()
    earliest = min(day for day in known.values() if day)
    return {article for article, day in known.items() if day == earliest}


def _figure(told: Items, names: list[str], counted: list[tuple[int, int, bool]], base: list[tuple[int, int]]) -> Figure:
    order = np.argsort(np.array(names, object))
    place = np.empty(len(names), int)
    place[order] = np.arange(len(names))
    categories = sorted(names)
    items = told.take(np.array([row for row, _, _ in counted], int))
    items = replace(items, category=place[[code for _, code, _ in counted]], categories=categories)
    items = replace(items, weight=np.array([first for _, _, first in counted], float))
    of = np.array(base, int).reshape(-1, 2)
    nothing = np.full(len(of), -1)
    ones = np.ones(len(of), int)
    articles = Items(nothing, of[:, 0], nothing, np.full(len(of), told.voice[0]), place[of[:, 1]], ones.astype(float), ones, (), categories)
    return Figure(
        measure=MEASURE,
        statistic="count",
        table="facts",
        counted=items,
        base=articles,
        method="sentences that tell the fact",
        by_category=True,
        tested=(),
    )


def estimates(figure: Figure, sample: Sample, rules: Rules) -> list[pa.Table]:
    """Parts of the estimates table: for each fact and outlet of its event the count, and who is first."""
    width = len(figure.counted.categories)
    count = outlet_sums(sample, matrix(sample, figure.counted, figure.counted.category, width, figure.counted.size))
    first = outlet_sums(sample, matrix(sample, figure.counted, figure.counted.category, width, figure.counted.weight))
    articles = outlet_sums(sample, matrix(sample, figure.base, figure.base.category, width, figure.base.size)).astype(int)
    found = []
    for statistic, values, shown in (("count", count, articles > 0), ("first", (first > 0) * 1.0, first > 0)):
        outlet, cell = np.nonzero(shown)
        if len(outlet):
            columns = {
                "measure": MEASURE, "outlet": np.array(sample.outlets, object)[outlet], "voice": "all",
                "category": np.array([*figure.counted.categories, None], object)[:-1][cell], "statistic": statistic,
                "value": values[outlet, cell], "articles": articles[outlet, cell], "observations": count[outlet, cell].astype(int),
                "method": figure.method if statistic == "count" else "told in an article of the earliest day",
            }  # fmt: skip
            found.append(assemble(columns))
    return found
