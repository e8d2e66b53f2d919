"""Records to articles: ids, dates, outlets and headlines decided, what cannot be analysed left out.

What is made of the same records is kept (framing.memo): languages and duplicates take a second or two to find in a thousand articles.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from pathlib import Path

from framing import memo
from framing.article import DUPLICATE, Article
from framing.corpus.dates import iso_day
from framing.corpus.duplicates import duplicate_groups
from framing.corpus.furniture import furniture, without_spans
from framing.corpus.headline import headline_end, with_title
from framing.corpus.languages import ENGLISH, language_of
from framing.corpus.problems import Problem, warning
from framing.corpus.record import ARTICLE_ID, AUTHOR, DATE, EVENT, OUTLET, TITLE, URL, Record
from framing.corpus.repeats import repeats
from framing.corpus.wire import agency_copy

UNKNOWN = "unknown"
_SPANS = ("furniture", "repeated")


def assemble(records: Sequence[Record], path: Path) -> tuple[tuple[Article, ...], list[Problem]]:
    """Every record as an article, sorted by id, and the warnings this gave."""
    kept = memo.kept("corpus", [str(path), *records], lambda: {"corpus": _written(*_assembled(records, path))})
    return _read(json.loads(kept["corpus"]))


def _written(articles: Sequence[Article], problems: Sequence[Problem]) -> bytes:
    return json.dumps([[vars(one) for one in articles], list(map(astuple, problems))]).encode()


def _read(written: tuple[list[Mapping], list[list[str]]]) -> tuple[tuple[Article, ...], list[Problem]]:
    articles, problems = written
    spans = ({name: tuple(map(tuple, one[name])) for name in _SPANS} for one in articles)  # JSON has lists alone
    return tuple(Article(**one | pairs) for one, pairs in zip(articles, spans)), [Problem(*one) for one in problems]


def _assembled(records: Sequence[Record], path: Path) -> tuple[tuple[Article, ...], list[Problem]]:
    ids, problems = _ids(records)
    articles = []
    for article_id, record in zip(ids, records):
        article, more = _article(article_id, record)
        articles.append(article)
        problems += more
    articles.sort(key=lambda article: article.article_id)
    articles, more = _duplicates(articles)
    return tuple(articles), [*problems, *more, *_without_outlet(articles, path)]


def _article(article_id: str, record: Record) -> tuple[Article, list[Problem]]:
    known, problems = record.known, []
    date = None
    if written := known.get(DATE):
        date, why = iso_day(written)
        if why:
            what = f"the date {written!r} {why} and was left empty"
            problems.append(warning("bad-date", record.where, what, "write it as YYYY-MM-DD"))
    title, text = known.get(TITLE), record.text
    if title and record.title_apart and text.strip():
        text, end = with_title(title, text)
    else:
        end = headline_end(text, title)
    article = Article(
        article_id=article_id,
        text=text,
        outlet=known.get(OUTLET, UNKNOWN),
        read_from=record.where,
        title=title or " ".join(text[:end].split()) or None,
        headline_end=end,
        date=date,
        event=known.get(EVENT),
        author=known.get(AUTHOR),
        url=known.get(URL),
    )
    article, more = _looked_into(article)
    return article, problems + more


def _looked_into(article: Article) -> tuple[Article, list[Problem]]:
    """The article with furniture, what it has twice, agency and language, left out when there is nothing English to analyse."""
    spans = furniture(article.text, headline_end=article.headline_end)
    twice = repeats(article.text, headline_end=article.headline_end, besides=spans)
    spans = tuple(sorted((*spans, *twice)))
    story = without_spans(article.text, spans)
    wire, evidence = agency_copy(article.text, headline_end=article.headline_end) or (None, None)
    language = language_of(story)
    article = replace(article, furniture=spans, repeated=twice, wire=wire, wire_evidence=evidence, language=language)
    if not any(map(str.isalnum, story)):
        besides = " besides site furniture" if article.text.strip() else ""
        problem = warning("empty-article", article.read_from, f"has no text{besides} and was left out", "add its text or remove it")
        return replace(article, left_out_because="no text"), [problem]
    if language not in (None, ENGLISH):
        what = f"is in another language ({language}) and was left out"
        problem = warning("not-english", article.read_from, what, "only English can be analysed; remove it, or translate it")
        return replace(article, left_out_because=f"not in English ({language})"), [problem]
    return article, []


def _duplicates(articles: Sequence[Article]) -> tuple[list[Article], list[Problem]]:
    """The articles with each group of (nearly) identical ones marked, all but the first of a group left out."""
    kept = [index for index, article in enumerate(articles) if article.kept]
    groups = duplicate_groups([without_spans(articles[index].text, articles[index].furniture) for index in kept])
    marked, problems = list(articles), []
    for index, group in zip(kept, groups):
        if group is None:
            continue
        article, first = articles[index], articles[kept[group]]
        because = None if article is first else f"{DUPLICATE}{first.article_id}"
        marked[index] = replace(article, duplicate_group=first.article_id, left_out_because=because)
        if because:
            what = f"is the same or nearly the same text as {first.article_id!r} ({first.read_from}) and was left out"
            problems.append(warning("duplicate", article.read_from, what, "remove the one that is not wanted"))
    return marked, problems


def _ids(records: Sequence[Record]) -> tuple[list[str], list[Problem]]:
    """An id for each record: its own, else the shortest name of its file that no other has; a repeated one gets ~2, ~3, ..."""
    ids = [record.known.get(ARTICLE_ID) for record in records]
    longest = max((len(record.ids) for record in records), default=0)
    for choice in range(longest):
        tried = [known or record.ids[min(choice, len(record.ids) - 1)] for known, record in zip(ids, records)]
        taken = Counter(tried)
        ids = [known or (one if taken[one] == 1 else None) for known, one in zip(ids, tried)]
    wanted = [known or record.ids[-1] for known, record in zip(ids, records)]
    return _distinct(wanted, records)


def _distinct(wanted: Sequence[str], records: Sequence[Record]) -> tuple[list[str], list[Problem]]:
    taken, ids, problems = set(wanted), [], []
    given: set[str] = set()
    for article_id, record in zip(wanted, records):
        new, count = article_id, 1
        while new in given or (count > 1 and new in taken):
            count += 1
            new = f"{article_id}~{count}"
        if count > 1:
            what = f"the id {article_id!r} is taken; the article became {new!r}"
            problems.append(warning("repeated-id", record.where, what, "give each article an id of its own"))
        given.add(new)
        ids.append(new)
    return ids, problems


def _without_outlet(articles: Sequence[Article], path: Path) -> list[Problem]:
    lacking = sum(article.outlet == UNKNOWN for article in articles)
    if not lacking:
        return []
    what = f"{lacking} of {len(articles)} article(s) have no known outlet and count as {UNKNOWN!r}"
    fix = (
        "put the files into one folder an outlet, call them OUTLET_YYYY-MM-DD_slug, name outlets in articles.csv, "
        "or say which column has them (--columns outlet=COLUMN)"
    )
    return [warning("no-outlet", path, what, fix)]
