"""What was compared: outlets, articles, dates, events and words, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from framing.article import is_agency_copy
from framing.report.text import Markdown, escape, integer, md, plural, series

_EVENTS_NAMED = 8


@dataclass(frozen=True)
class OutletLine:
    """An outlet's share of the corpus. agency: articles among the kept that are agency copy; dates: first and last, or None."""

    outlet: str
    articles: int
    words: int
    agency: int
    dates: tuple[str, str] | None


@dataclass(frozen=True)
class Overview:
    """The corpus as the report compares it; outlets in the order of every table, sentences ready to print, how many events there are."""

    outlets: Sequence[OutletLine]
    sentences: Sequence[Markdown]
    one_article_each: bool
    events: int = 0

    @property
    def names(self) -> list[str]:
        """The outlets compared, in order."""
        return [line.outlet for line in self.outlets]


def overview(articles: pa.Table) -> Overview:
    """The overview of a table of articles. Outlets are in alphabetical order, whatever is counted."""
    rows = articles.to_pylist()
    kept = [row for row in rows if row["kept"]]
    outlets = [_line(name, [row for row in kept if row["outlet"] == name]) for name in by_name({row["outlet"] for row in kept})]
    one_each = len(outlets) > 1 and all(line.articles == 1 for line in outlets)
    sentences = [_compared(kept, outlets), *_events(kept), *_left_out(rows), *_furniture(kept), *_agencies(kept, stated=not one_each)]
    return Overview(outlets, sentences, one_each, len({row["event"] for row in kept if row["event"]}))


def by_name(outlets: Iterable[str]) -> list[str]:
    """Outlets in alphabetical order, small and large letters alike."""
    return sorted(outlets, key=lambda outlet: (outlet.casefold(), outlet))


def _line(outlet: str, rows: Sequence[dict]) -> OutletLine:
    days = sorted(row["date"] for row in rows if row["date"])
    agency = sum(_is_agency_copy(row) for row in rows)
    return OutletLine(outlet, len(rows), sum(row["words"] or 0 for row in rows), agency, (days[0], days[-1]) if days else None)


def _compared(kept: Sequence[dict], outlets: Sequence[OutletLine]) -> Markdown:
    words = sum(line.words for line in outlets)
    return md(
        "This report compares {articles} ({words}) by {outlets}{dates}.",
        articles=plural(len(kept), "article"),
        words=plural(words, "word"),
        outlets=plural(len(outlets), "outlet"),
        dates=_dates(kept),
    )


def _dates(kept: Sequence[dict]) -> str:
    days = sorted(row["date"] for row in kept if row["date"])
    if not days:
        return "; none of them has a known date"
    span = f", published on {days[0]}" if days[0] == days[-1] else f", published from {days[0]} to {days[-1]}"
    undated = len(kept) - len(days)
    return span + (f" ({integer(undated)} without a known date)" if undated else "")


def _events(kept: Sequence[dict]) -> list[Markdown]:
    events = Counter(row["event"] for row in kept if row["event"])
    if not events:
        return [Markdown("No events are given, so articles are compared across all that they report.")]
    named = sorted(events)[:_EVENTS_NAMED]
    more = len(events) - len(named)
    names = series([*named, plural(more, "other")] if more else named)
    said = [md("{report} {count}: {names}.", report="They report", count=plural(len(events), "event"), names=names)]
    if without := len(kept) - events.total():
        said.append(md("{articles} {have} no event.", articles=plural(without, "article"), have="has" if without == 1 else "have"))
    return said


def _left_out(rows: Sequence[dict]) -> list[Markdown]:
    """Why articles were left out, most frequent reason first."""
    out = [row for row in rows if not row["kept"]]
    if not out:
        return [Markdown("No article was left out.")]
    reasons = Counter(_reason(row["left_out_because"]) for row in out)
    ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    was = "was" if len(out) == 1 else "were"
    listed = series([md("{count} ({reason})", count=integer(count), reason=reason) for reason, count in ranked])
    if len(ranked) == 1:
        return [md("{articles} {was} left out: {reason}.", articles=plural(len(out), "further article"), was=was, reason=ranked[0][0])]
    return [md("{articles} {was} left out: {listed}.", articles=plural(len(out), "further article"), was=was, listed=listed)]


def _reason(because: str | None) -> str:
    """The kind of a reason: a duplicate's reason names the article that it repeats."""
    if because and because.startswith("duplicate of "):
        return "same or nearly the same text as another article"
    return because or "no reason recorded"


def _furniture(kept: Sequence[dict]) -> list[Markdown]:
    """What was left out of articles that were kept."""
    repeated = [len(row["repeated"] or ()) for row in kept]
    furniture = [len(row["furniture"] or ()) - twice for row, twice in zip(kept, repeated)]
    aside = "that {are} not part of the story (copyright lines, related links, calls to subscribe) {were}"
    again = "that the article has elsewhere too (a headline as first line, a standfirst as lead) {were}"
    return [*_passages(furniture, "passage", aside), *_passages(repeated, "sentence", again)]


def _passages(counts: Sequence[int], noun: str, told: str) -> list[Markdown]:
    total = sum(counts)
    if not total:
        return []
    told = md(told, are="is" if total == 1 else "are", were="was" if total == 1 else "were")
    articles = plural(sum(map(bool, counts)), "article")
    return [md("In {articles}, {passages} {told} not analysed.", articles=articles, passages=plural(total, noun), told=told)]


def _agencies(kept: Sequence[dict], *, stated: bool) -> list[Markdown]:
    """Agency copy among the articles. stated: whether differences are stated, which are then given without it too."""
    agencies = Counter(row["wire"] for row in kept if _is_agency_copy(row))
    if not agencies:
        return [Markdown("No agency copy was recognised.")]
    total = agencies.total()
    ranked = sorted(agencies.items(), key=lambda item: (-item[1], item[0]))
    listed = series([md("{agency} {count}", agency=agency, count=integer(count)) for agency, count in ranked])
    listed = escape(ranked[0][0]) if len(ranked) == 1 else listed
    return [
        md(
            "{articles} {carry} agency copy ({listed}); {they} analysed like any other, in the name of the outlet that published "
            "{them}{too}.",
            articles=plural(total, "article"),
            carry="carries" if total == 1 else "carry",
            listed=listed,
            they="it is" if total == 1 else "they are",
            them="it" if total == 1 else "them",
            too=Markdown(f"; every estimate is given without {'it' if total == 1 else 'them'} too" if stated else ""),
        )
    ]


def _is_agency_copy(row: dict) -> bool:
    """Whether the outlet prints what an agency wrote; what an agency publishes itself is its own."""
    return is_agency_copy(row["wire"], row["outlet"])
