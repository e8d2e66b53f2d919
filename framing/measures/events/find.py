"""From articles to events, each with a name that none of the outlets chose alone."""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from framing import engine, language
from framing.article import Article
from framing.measures.events.group import groups, likeness
from framing.measures.events.terms import Terms, terms

WINDOW = 6
"""Days that two articles of one event are apart at most, where nothing links them."""
LIKENESS = 0.14
"""Mean likeness from which two groups are one event."""
_KEYWORDS = 6
_IN_NAME = 3
_LONGEST_NAME = 36


@dataclass(frozen=True)
class Event:
    """Two or more articles that report the same.

    event: id, made of the first day and keywords. keywords: entities and nouns that set the event apart from the others and that its
    outlets share, strongest first. articles: ids with the mean likeness of each to the others, 0 to 1, in order of id. dates: first and
    last, None without any.
    """

    event: str
    keywords: tuple[str, ...]
    articles: Mapping[str, float]
    outlets: tuple[str, ...]
    dates: tuple[str, str] | None


def find(
    articles: Sequence[Article],
    *,
    window: float = WINDOW,
    least: float = LIKENESS,
    workers: int = 1,
    cache: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Event]:
    """The events that at least two of the kept articles report, in order of date, whatever the order of the articles.

    window: days; least: mean likeness of the groups that are joined, 0 to 1. progress is told (articles done, articles in all).
    Memory grows with the square of the number of articles: 1 GB at about 8,000.
    """
    kept = sorted((article for article in articles if article.kept), key=lambda article: article.article_id)
    read: list[Terms] = []
    progress(0, len(kept))
    for part in engine.run(functools.partial(_read, cache=cache), language.shards(kept), workers=workers):
        read.extend(part)
        progress(len(read), len(kept))
    return events(kept, read, window=window, least=least)


def given(articles: Sequence[Article], found: Sequence[Event]) -> tuple[Article, ...]:
    """The articles with the events found, and no others."""
    of = {article: event.event for event in found for article in event.articles}
    return tuple(replace(article, event=of.get(article.article_id)) for article in articles)


def _read(articles: Sequence[Article], *, cache: Path | None) -> list[Terms]:
    return [terms(document) for document in language.parse_shard(articles, cache)]


def events(articles: Sequence[Article], read: Sequence[Terms], *, window: float = WINDOW, least: float = LIKENESS) -> list[Event]:
    """The events of articles whose terms are known, both in order of id."""
    if not articles:
        return []
    kinds = [[one.words for one in read], [one.entities for one in read]]
    outlets = [article.outlet for article in articles]
    alike = likeness(kinds, outlets=outlets, dates=[article.date for article in articles], window=window)
    found = [_Group(group, _alike(alike, group)) for group in groups(alike, least=least) if len(group) > 1]
    named = _keywords(read, outlets, [group.members for group in found])
    made = [_event(group, words, articles) for group, words in zip(found, named)]
    return _distinct(sorted(made, key=lambda event: (event.dates or ("9999",), next(iter(event.articles)))))


@dataclass(frozen=True)
class _Group:
    members: np.ndarray
    alike: np.ndarray


def _alike(alike: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Mean likeness of each article of a group to the others."""
    inside = alike[np.ix_(group, group)]
    return (inside.sum(axis=1) - 1) / (len(group) - 1)


def _event(group: _Group, keywords: Sequence[str], articles: Sequence[Article]) -> Event:
    members = [articles[place] for place in group.members]
    days = sorted(article.date for article in members if article.date)
    return Event(
        event=_id(days, keywords),
        keywords=tuple(keywords),
        articles={article.article_id: round(float(value), 3) for article, value in zip(members, group.alike)},
        outlets=tuple(sorted({article.outlet for article in members})),
        dates=(days[0], days[-1]) if days else None,
    )


def _id(days: Sequence[str], keywords: Sequence[str]) -> str:
    """The first day and the first keywords, as few as fit: "2024-12-05-hama-army"."""
    words = filter(None, (re.sub(r"[^a-z0-9]+", "-", _plain(word)).strip("-") for word in keywords[:_IN_NAME]))
    name = "-".join(days[:1])
    for word in words:
        longer = f"{name}-{word}".strip("-")
        if name and len(longer) > _LONGEST_NAME:
            break
        name = longer
    return name or "event"


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode()


def _keywords(read: Sequence[Terms], outlets: Sequence[str], members: Sequence[np.ndarray]) -> list[list[str]]:
    """For each group the entities and nouns that set it apart, strongest first.

    Strength: the square of the share of its outlets that use the term, which counts half where it opens none of their articles, times
    ln((N + 1) / n) of n articles of N that have it, half of that for nouns. So no name comes from one outlet where several report.
    """
    spread: Counter[str] = Counter()
    for one in read:
        spread.update(one.written.keys())
    found = []
    for group in members:
        share: Counter[str] = Counter()
        for outlet in {outlets[place] for place in group}:
            of_outlet = [read[place] for place in group if outlets[place] == outlet]
            opening = frozenset().union(*(one.opening for one in of_outlet))
            share.update({term: 1.0 if term in opening else 0.5 for one in of_outlet for term in one.written})
        uses = Counter(term for place in group for term in read[place].written)
        named = {term for place in group for term in read[place].entities}
        strength = {
            term: share[term] ** 2 * math.log((len(read) + 1) / spread[term]) * (1 if term in named else 0.5)
            for term, articles in uses.items()
            if articles > 1
        }
        found.append(_listed(sorted(strength, key=lambda term: (-round(strength[term], 6), -uses[term], term)), read, group))
    return found


def _listed(ranked: Sequence[str], read: Sequence[Terms], group: np.ndarray) -> list[str]:
    """The first few terms as most of the articles write them, without those that repeat a word of an earlier one."""
    listed: list[str] = []
    known: set[str] = set()
    for term in ranked:
        parts = set(re.findall(r"\w{3,}", term))
        if parts and not parts & known:
            known |= parts
            forms = Counter(" ".join(read[place].written[term].split()) for place in group if term in read[place].written)
            listed.append(min(forms, key=lambda form: (-forms[form], form)))
        if len(listed) == _KEYWORDS:
            break
    return listed


def _distinct(found: Sequence[Event]) -> list[Event]:
    """The events with ids of their own: a second one of a name gets -2."""
    taken: set[str] = set()
    made = []
    for event in found:
        name, count = event.event, 1
        while name in taken:
            count += 1
            name = f"{event.event}-{count}"
        taken.add(name)
        made.append(replace(event, event=name))
    return made
