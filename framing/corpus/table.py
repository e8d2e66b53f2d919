"""A table of articles, one a row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from framing.corpus.columns import resolve
from framing.corpus.problems import Problem, error
from framing.corpus.record import FILE, TEXT, Found, Record
from framing.corpus.rows import Rows, read_rows


def read_table(path: Path, columns: Mapping[str, str] | None) -> Found:
    """The articles of a table. Their text is the title, a blank line and the text column."""
    rows, problems = read_rows(path)
    return articles_of(rows, path, columns, problems) if rows else ([], problems)


def articles_of(rows: Rows, path: Path, columns: Mapping[str, str] | None, problems: list[Problem]) -> Found:
    """The articles of rows that carry their text in a column."""
    fields, more = resolve(rows.header, columns, path)
    problems = problems + more
    if TEXT not in fields:
        fix = f"name it with --columns text=COLUMN; its columns are {', '.join(rows.header)}"
        return [], [*problems, error("missing-column", path, "has no column that is known to hold the text", fix)]
    if more:
        return [], problems
    return [_record(row, fields, f"{path}:{line}", f"{path.stem}-{line}") for line, row in rows.rows], problems


def known_of(row: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, str]:
    """What a row says about its article, text and file aside, without empty cells."""
    cells = {field: row.get(column, "").strip() for field, column in fields.items() if field not in (TEXT, FILE)}
    return {field: cell for field, cell in cells.items() if cell}


def _record(row: Mapping[str, str], fields: Mapping[str, str], where: str, spare_id: str) -> Record:
    return Record(where=where, text=row.get(fields[TEXT], ""), known=known_of(row, fields), title_apart=True, ids=(spare_id,))
