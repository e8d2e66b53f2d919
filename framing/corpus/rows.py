"""Tables as rows: .csv, .tsv, .jsonl and .parquet, each row with the line it came from."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from framing.corpus.decoding import decode, encodable, read_bytes, read_text, universal_newlines
from framing.corpus.problems import Problem, error

SUFFIXES = (".csv", ".tsv", ".jsonl", ".parquet")
_LONGEST_CELL = 2**31 - 1


@dataclass(frozen=True)
class Rows:
    """A table's header and its rows as (line, {column: cell}), cells being strings; parquet counts rows from 1 for lines."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def read_rows(path: Path) -> tuple[Rows | None, list[Problem]]:
    """A table's rows and everything wrong with them; None when there is no header to go by."""
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _parquet(path)
    text, problems = read_text(path)
    if text is None:
        return None, problems
    rows, more = _json_lines(text, path) if suffix == ".jsonl" else _delimited(text, path)
    return rows, problems + more


def _delimited(text: str, path: Path) -> tuple[Rows | None, list[Problem]]:
    csv.field_size_limit(_LONGEST_CELL)
    cells = _numbered(csv.reader(io.StringIO(text), delimiter=_delimiter(text, path), strict=True), path)
    problems: list[Problem] = []
    header: list[str] | None = None
    rows = []
    for line, row in cells:
        if isinstance(row, Problem):
            problems.append(row)
        elif not any(cell.strip() for cell in row):
            continue
        elif header is None:
            header = [cell.strip() for cell in row]
            problems += _repeated_columns(header, f"{path}:{line}")
        elif len(row) < len(header) or any(cell.strip() for cell in row[len(header) :]):
            what = f"the row has {len(row)} cells where the header has {len(header)}"
            fix = "put cells that hold the delimiter, a quote or a line break in quotes"
            problems.append(error("broken-row", f"{path}:{line}", what, fix))
        else:
            rows.append((line, dict(zip(header, row))))
    if header is None:
        return None, problems or [error("no-articles", path, "is empty", "give a table with a header line and a column for the text")]
    return Rows(tuple(header), tuple(rows)), problems


def _numbered(reader, path: Path) -> Iterator[tuple[int, list[str] | Problem]]:
    # A row may span lines: it begins on the line after the last one of the row before.
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as failure:
            end = f" (noticed on line {reader.line_num})" if reader.line_num > line else ""
            what = f"the row's quoting is broken{end}: {failure}"
            yield line, error("broken-quoting", f"{path}:{line}", what, 'close every quote, and double quotes inside a quoted cell ("")')


def _delimiter(text: str, path: Path) -> str:
    if path.suffix.lower() == ".tsv":
        return "\t"
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _repeated_columns(header: list[str], where: str) -> list[Problem]:
    named = [column for column in header if column]
    return [
        error("repeated-column", where, f"the header has {column!r} twice", "rename one of the columns")
        for column in sorted({column for column in named if named.count(column) > 1})
    ]


def _json_lines(text: str, path: Path) -> tuple[Rows | None, list[Problem]]:
    problems, rows, header = [], [], {}
    for line, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        try:
            row = json.loads(written)
        except (ValueError, RecursionError) as failure:
            problems.append(error("broken-row", f"{path}:{line}", f"is not JSON ({failure})", "write one JSON object a line"))
            continue
        if not isinstance(row, dict):
            problems.append(error("broken-row", f"{path}:{line}", "is JSON but no object", 'write one object a line: {"text": "..."}'))
            continue
        header.update(dict.fromkeys(row))
        rows.append((line, {column: _cell(value) for column, value in row.items()}))
    if not header:
        return None, problems or [error("no-articles", path, "holds no JSON object", "write one object a line, with the text under a key")]
    return Rows(tuple(header), tuple(rows)), problems


def _parquet(path: Path) -> tuple[Rows | None, list[Problem]]:
    data, problems = read_bytes(path)
    if data is None:
        return None, problems
    try:
        table = pq.read_table(pa.BufferReader(data))
        cells = table.to_pylist()
    except (pa.ArrowException, OSError, ValueError) as failure:
        reason = str(failure).partition("\n")[0]
        return None, [error("unreadable-file", path, f"is not a Parquet table ({reason})", "write it again, or give the table as CSV")]
    rows = ({column: _cell(value) for column, value in row.items()} for row in cells)
    return Rows(tuple(table.column_names), tuple(enumerate(rows, start=1))), []


def _cell(value: object) -> str:
    if value is None or value != value:  # not a number: what data frames write for an empty cell
        return ""
    if isinstance(value, bytes):
        return decode(value, "")[0] or ""
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    # str() of dates and times is ISO
    return encodable(universal_newlines(str(value)))
