"""A table of events beside a corpus: which article reports which event, as a researcher gives it or edits it."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from framing.article import Article
from framing.corpus.problems import ERROR, CorpusError, Problem, error, warning
from framing.corpus.record import ARTICLE_ID, EVENT
from framing.corpus.rows import SUFFIXES, Rows, read_rows

_NAMED = 5


def with_events(articles: Sequence[Article], path: str | os.PathLike[str]) -> tuple[tuple[Article, ...], list[Problem]]:
    """The articles with the events of a table, and warnings: a .csv, .tsv, .jsonl or .parquet file with the columns article_id and event.

    Other columns are not read. An empty event means that the article reports none that another reports. What the corpus itself says of
    events is forgotten: articles that the table does not name have none. Raises CorpusError with everything that is wrong.
    """
    path = Path(path)
    if path.suffix.lower() not in SUFFIXES:
        raise CorpusError([error("bad-events", path, "is no table of events", f"give a {', '.join(SUFFIXES)} file")])
    rows, problems = read_rows(path)
    events = _events(rows, {article.article_id for article in articles}, path, problems) if rows else {}
    if not rows and not problems:
        problems.append(error("bad-events", path, "is empty", "give it the columns article_id and event"))
    if any(problem.severity == ERROR for problem in problems):
        raise CorpusError(problems)
    lacking = [article.article_id for article in articles if article.kept and article.article_id not in events]
    if lacking:
        named = ", ".join(lacking[:_NAMED]) + (", ..." if len(lacking) > _NAMED else "")
        what = f"does not name {len(lacking)} article(s), which report no event: {named}"
        problems.append(warning("no-event", path, what, "add a row for each"))
    return tuple(replace(article, event=events.get(article.article_id) or None) for article in articles), problems


def _events(rows: Rows, known: set[str], path: Path, problems: list[Problem]) -> dict[str, str]:
    """Event of each article that the table names; what is wrong is added to problems."""
    missing = [column for column in (ARTICLE_ID, EVENT) if column not in rows.header]
    if missing:
        what = f"has no column {' and no column '.join(missing)}"
        fix = f"give it the columns article_id and event (`framing events` writes such a table); its columns are {', '.join(rows.header)}"
        problems.append(error("bad-events", path, what, fix))
        return {}
    events: dict[str, str] = {}
    for line, row in rows.rows:
        article, event = row.get(ARTICLE_ID, "").strip(), " ".join(row.get(EVENT, "").split())
        where = f"{path}:{line}"
        if article not in known:
            near = difflib.get_close_matches(article, sorted(known), n=1)
            fix = f"did you mean {near[0]!r}?" if near else "correct or remove the row; ids are those of the articles table"
            problems.append(error("unknown-article", where, f"there is no article {article!r} in the corpus", fix))
        elif events.get(article, event) != event:
            what = f"gives {article!r} another event ({event!r}) than an earlier row ({events[article]!r})"
            problems.append(error("two-events", where, what, "keep one row for each article"))
        else:
            events[article] = event
    return events
