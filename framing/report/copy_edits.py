"""The same copy in other words: a table of what outlets that print the same text have instead of each other's words, with the passages."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from framing.article import Article, Span
from framing.corpus import Edit
from framing.report.grid import aligned
from framing.report.names import Names
from framing.report.text import Markdown, bold, escape, integer, join, md, plural

PAGE, CSV = "evidence/shared-copy.md", "copy-edits.csv"
SHOWN = 15
_AROUND = 110
_COLUMNS = ("outlet", "words", "other_outlet", "other_words", "actor", "agency", "article_id", "start", "end",
            "other_article_id", "other_start", "other_end")  # fmt: skip

ActorAt = Callable[[Article, Span], str | None]


@dataclass(frozen=True)
class Change:
    """Edits of the same words between the same outlets. actor: whom the words name or label in either text, None when nobody."""

    edits: Sequence[Edit]
    actor: str | None

    @property
    def articles(self) -> int:
        """Pairs of articles."""
        return len({(edit.one.article_id, edit.other.article_id) for edit in self.edits})


@dataclass(frozen=True)
class CopyEdits:
    """The section: sentences, table, and the pages and files beside it; all empty when no two outlets share copy.

    shown: the changes of the table, in its order.
    """

    says: Sequence[Markdown]
    table: Markdown
    files: Mapping[str, str]
    shown: Sequence[Change] = ()


NO_EDITS = CopyEdits([], Markdown(), {})


def copy_edits(edits: Sequence[Edit], mentions: pa.Table, names: Names) -> CopyEdits:
    """The section on what outlets changed in copy that they share; what names or labels an actor of the topic comes first."""
    at = actors_at(mentions)
    changes = grouped(edits, at)
    if not changes:
        return CopyEdits([Markdown("No two articles of different outlets share copy in which content words differ.")], Markdown(), {})
    labels = [change for change in changes if change.actor]
    shown = (labels or changes)[:SHOWN]
    return CopyEdits(
        _says(edits, changes, labels, shown),
        _table(shown, names),
        {PAGE: _page(shown), CSV: _csv(edits, at)},
        shown,
    )


def actors_at(mentions: pa.Table) -> ActorAt:
    """Finds the actor of the mention that overlaps a span of an article; articles that were left out have no mentions."""
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for row in mentions.select(["article_id", "start", "end", "actor"]).to_pylist():
        if row["actor"]:
            places[row["article_id"]].append((row["start"], row["end"], row["actor"]))

    def actor(article: Article, span: Span) -> str | None:
        inside = (who for start, end, who in places.get(article.article_id, ()) if start < span[1] and span[0] < end)
        return next(inside, None)

    return actor


def grouped(edits: Sequence[Edit], actor_at: ActorAt) -> list[Change]:
    """Edits by outlets and words, the most frequent first."""
    parts: dict[tuple[str, ...], list[Edit]] = defaultdict(list)
    for edit in edits:
        parts[edit.one.outlet, edit.other.outlet, *(word.casefold() for word in edit.words)].append(edit)
    changes = [Change(part, next(filter(None, (_actor(edit, actor_at) for edit in part)), None)) for part in parts.values()]
    order = {id(change): key for change, key in zip(changes, parts)}
    return sorted(changes, key=lambda change: (-change.articles, -len(change.edits), order[id(change)]))


def _actor(edit: Edit, actor_at: ActorAt) -> str | None:
    return actor_at(edit.one, edit.one_span) or actor_at(edit.other, edit.other_span)


def _says(edits: Sequence[Edit], changes: Sequence[Change], labels: Sequence[Change], shown: Sequence[Change]) -> list[Markdown]:
    pairs = len({(edit.one.article_id, edit.other.article_id) for edit in edits})
    passages = sum(len(change.edits) for change in labels)
    said = [
        md(
            "In {pairs} by different outlets that share copy, {edits} {differ} in content words{labels}.",
            pairs=plural(pairs, "pair of articles", "pairs of articles"),
            edits=plural(len(edits), "passage"),
            differ="differs" if len(edits) == 1 else "differ",
            labels=md("; in {n} of them the words name or label an actor", n=integer(passages)) if labels else "",
        )
    ]
    left = len(labels or changes) - len(shown)
    if left:
        kind = Markdown(" of this kind" if labels else "")
        said.append(md("The table has the {n} most frequent changes{kind}.", n=integer(len(shown)), kind=kind))
    said.append(md("All passages are in [{name}]({name}).", name=Markdown(CSV)))
    return said


def _table(shown: Sequence[Change], names: Names) -> Markdown:
    head = [Markdown(title) for title in ("Where the copy of", "has", "that of", "has instead", "about", "pairs", "passages")]
    body = []
    for number, change in enumerate(shown, 1):
        first = change.edits[0]
        count = md("[{n}]({page}#x{number})", n=integer(len(change.edits)), page=Markdown(PAGE), number=integer(number))
        body.append([
            _source(change), _quoted(first.words[0]), escape(first.other.outlet), _quoted(first.words[1]),
            escape(names.actor(change.actor)) if change.actor else Markdown("–"), integer(change.articles), count,
        ])  # fmt: skip
    return aligned(head, body, left=(0, 1, 2, 3, 4))


def _source(change: Change) -> Markdown:
    agencies = sorted({edit.one.wire for edit in change.edits if edit.one.wire})
    outlet = change.edits[0].one.outlet
    return md("{outlet} ({agencies})", outlet=outlet, agencies=join(agencies, ", ")) if agencies else escape(outlet)


def _quoted(words: str) -> Markdown:
    return md("“{words}”", words=words) if words else Markdown("nothing")


def _page(shown: Sequence[Change]) -> str:
    parts = [Markdown("# The same copy in other words\n")]
    for number, change in enumerate(shown, 1):
        one, other = change.edits[0].words
        parts.append(md("## X{number}\n\n{one} in {a}, {other} in {b}.\n", number=integer(number), one=_quoted(one), other=_quoted(other),
                        a=change.edits[0].one.outlet, b=change.edits[0].other.outlet))  # fmt: skip
        for edit in change.edits:
            parts.append(_passage(edit.one, edit.one_span))
            parts.append(join([Markdown("  "), _passage(edit.other, edit.other_span)]))
        parts.append(Markdown())
    return join(parts, "\n")


def around(article: Article, span: Span) -> tuple[str, str, str]:
    """The words before a span, at it and after it, from whole words on both sides; "…" where the text goes on."""
    start, end = _window(article, span)
    before, after = "… " if start else "", " …" if end < len(article.text) else ""
    return before + article.text[start : span[0]], article.text[span[0] : span[1]], article.text[span[1] : end] + after


def _window(article: Article, span: Span) -> Span:
    start, end = max(0, span[0] - _AROUND), min(len(article.text), span[1] + _AROUND)
    while start and not article.text[start - 1].isspace():
        start -= 1
    while end < len(article.text) and not article.text[end].isspace():
        end += 1
    return start, end


def _passage(article: Article, span: Span) -> Markdown:
    start, end = _window(article, span)
    before, after = Markdown("… " if start else ""), Markdown(" …" if end < len(article.text) else "")
    return md(
        "- {outlet}, article {id}: {before}{text}{after}",
        outlet=article.outlet, id=article.article_id, before=before, after=after,
        text=bold(article.text[start:end], span[0] - start, span[1] - start),
    )  # fmt: skip


def _csv(edits: Sequence[Edit], actor_at: ActorAt) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for edit in edits:
        one, other = edit.words
        writer.writerow((edit.one.outlet, one, edit.other.outlet, other, _actor(edit, actor_at) or "", edit.one.wire or "",
                         edit.one.article_id, *edit.one_span, edit.other.article_id, *edit.other_span))  # fmt: skip
    return out.getvalue()
