"""Which column of a foreign table is which field of an article."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from framing.corpus.problems import CorpusError, Problem, error
from framing.corpus.record import ARTICLE_ID, AUTHOR, DATE, EVENT, FIELDS, FILE, OUTLET, TEXT, TITLE, URL

# In order of preference: the first that the table has is taken.
ALIASES: Mapping[str, tuple[str, ...]] = {
    TEXT: ("text", "article_text", "article_content", "full_text", "fulltext", "body", "content", "article", "story"),
    TITLE: ("title", "headline", "article_title", "heading"),
    OUTLET: ("outlet", "source", "publisher", "publication", "newspaper", "site", "sitename", "media", "source_name"),
    DATE: ("date_iso", "date", "published", "publish_date", "published_at", "publication_date", "date_published", "pubdate"),
    ARTICLE_ID: ("article_id", "id", "unit_id", "doc_id", "document_id", "uid"),
    EVENT: ("event", "event_id", "topic"),
    AUTHOR: ("author", "authors", "byline", "creator"),
    URL: ("url", "link", "address"),
    FILE: ("file", "filename", "file_name", "path"),
}
"""Field -> names that a column for it commonly has, in lower case with underscores."""

_HINT = "--columns text=COLUMN,title=COLUMN,..."


def parse_columns(spec: str) -> dict[str, str]:
    """`"text=article_content,title=article_title"` as {field: column}.

    Raises CorpusError, with every mistake in it, on an unknown field, a field given twice or a part without `=`.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for part in filter(None, (part.strip() for part in spec.split(","))):
        field, sign, column = (piece.strip() for piece in part.partition("="))
        if not (field and sign and column):
            problems.append(error("bad-columns", "--columns", f"{part!r} is not FIELD=COLUMN", f"write {_HINT}"))
        elif field in found:
            problems.append(error("bad-columns", "--columns", f"{field!r} is given twice", "give each field one column"))
        else:
            found[field] = column
    problems += unknown_fields(found)
    if problems:
        raise CorpusError(problems)
    return found


def unknown_fields(columns: Iterable[str]) -> list[Problem]:
    """A problem for each name that is no field of an article."""
    return [
        error("bad-columns", "--columns", f"there is no field {field!r}", f"{_did_you_mean(field, FIELDS)}fields are {', '.join(FIELDS)}")
        for field in columns
        if field not in FIELDS
    ]


def resolve(header: Iterable[str], columns: Mapping[str, str] | None, where: object) -> tuple[dict[str, str], list[Problem]]:
    """{field: column} for a table with this header: what `columns` says, common names for the rest.

    A column that `columns` names is taken for no other field. Naming a column that the table lacks is an error.
    """
    header = list(header)
    chosen = dict(columns or {})
    problems = [
        error(
            "missing-column",
            where,
            f"has no column {column!r}, which --columns names for {field}",
            f"{_did_you_mean(column, header)}its columns are {', '.join(header)}",
        )
        for field, column in chosen.items()
        if column not in header
    ]
    by_name = {_plain(column): column for column in reversed(header)}
    for field, names in ALIASES.items():
        free = [by_name[name] for name in names if name in by_name and by_name[name] not in chosen.values()]
        if field not in chosen and free:
            chosen[field] = free[0]
    return chosen, problems


def _plain(column: str) -> str:
    return column.strip().lower().replace(" ", "_").replace("-", "_")


def _did_you_mean(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(names), n=1)
    return f"did you mean {near[0]!r}? " if near else ""
