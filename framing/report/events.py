"""Events found in a corpus, as a table to edit and a page to check it by."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from framing.article import Article
from framing.measures.events import Event
from framing.report.text import Markdown, join, md, plural, series

COLUMNS = ("article_id", "event", "likeness", "date", "outlet", "title", "keywords", "outlets")
"""Columns of the table; only the first two are read back."""

_INTRODUCTION = """\
Grouped by words and named entities that articles share and by their dates, without looking at any event that the corpus names itself.
{events} with {inside}; {alone}. In each event the articles come first that are least like the others: look at those.
To correct the grouping, change the column `event` of `events.csv` (empty: reports no event that another article reports), then:
`framing report CORPUS --events events.csv`. Names of events are yours to change; they stand in the report.
"""


def events_csv(found: Sequence[Event], articles: Sequence[Article]) -> str:
    """The table of events: a row for each kept article, those of no event last."""
    kept = {article.article_id: article for article in articles if article.kept}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    placed: set[str] = set()
    for event in found:
        words, outlets = ", ".join(event.keywords), ", ".join(event.outlets)
        for article in _by_date(kept[name] for name in event.articles):
            placed.add(article.article_id)
            likeness = event.articles[article.article_id]
            writer.writerow((article.article_id, event.event, likeness, *_known(article), words, outlets))
    for article in _by_date(article for name, article in kept.items() if name not in placed):
        writer.writerow((article.article_id, "", "", *_known(article), "", ""))
    return out.getvalue()


def _known(article: Article) -> tuple[str, str, str]:
    return article.date or "", article.outlet, " ".join((article.title or "").split())


def _by_date(articles: Iterator[Article]) -> list[Article]:
    return sorted(articles, key=lambda article: (article.date or "9999", article.outlet, article.article_id))


def page(found: Sequence[Event], articles: Sequence[Article]) -> str:
    """The page (Markdown): each event with its keywords and articles."""
    kept = {article.article_id: article for article in articles if article.kept}
    inside = sum(len(event.articles) for event in found)
    head = md(
        _INTRODUCTION,
        events=plural(len(found), "event"),
        inside=plural(inside, "article"),
        alone=plural(len(kept) - inside, "further article stands alone", "further articles stand alone"),
    )
    return join([Markdown("# Events\n"), head, *(_section(event, kept) for event in found)], "\n")


def _section(event: Event, articles: Mapping[str, Article]) -> Markdown:
    days = md("{first} to {last}", first=event.dates[0], last=event.dates[1]) if event.dates else Markdown("no date known")
    days = md("{day}", day=event.dates[0]) if event.dates and event.dates[0] == event.dates[1] else days
    lines = [
        md("- {outlet}, {date}: “{title}” (article {id}, likeness {likeness})",
           outlet=articles[name].outlet, date=articles[name].date or "no date", title=articles[name].title or "untitled", id=name,
           likeness=f"{likeness:.2f}")
        for name, likeness in sorted(event.articles.items(), key=lambda item: (item[1], item[0]))
    ]  # fmt: skip
    about = md("{days}; {articles} by {outlets}; {words}.\n", days=days, articles=plural(len(event.articles), "article"),
               outlets=plural(len(event.outlets), "outlet"), words=series(event.keywords))  # fmt: skip
    return join([md("## {event}\n", event=event.event), about, *lines, ""], "\n")
