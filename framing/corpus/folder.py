"""A folder of articles: files, or a table that names files."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from framing.corpus.columns import resolve
from framing.corpus.decoding import encodable
from framing.corpus.markdown import read_markdown
from framing.corpus.plain import read_plain
from framing.corpus.problems import Problem, error, warning
from framing.corpus.record import DATE, FILE, OUTLET, Found, Record
from framing.corpus.rows import SUFFIXES as TABLES
from framing.corpus.rows import Rows, read_rows
from framing.corpus.table import articles_of, known_of, read_table
from framing.corpus.webpage import read_webpage

READERS = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_webpage,
    ".htm": read_webpage,
}
"""Suffix -> reader of a file that holds one article."""

ACCEPTED = "a folder of .txt, .md or .html files, with or without an articles.csv, one such file, or a .csv, .tsv, .jsonl or .parquet table"
_LISTINGS = tuple(f"articles{suffix}" for suffix in TABLES)
_NAMED = re.compile(r"(?P<outlet>.+?)_(?P<date>\d{4}-\d{2}-\d{2})(?:_.*)?")


def read_path(path: Path, columns: Mapping[str, str] | None) -> Found:
    """The articles of a folder, a file or a table."""
    if path.is_dir():
        return _folder(path, columns)
    suffix = path.suffix.lower()
    if suffix in TABLES:
        return read_table(path, columns)
    if suffix in READERS:
        records, problems = READERS[suffix](path)
        return [_named(record, Path(path.name)) for record in records], problems + _needless(columns, path)
    if not path.exists():
        return [], [error("no-corpus", path, "does not exist", f"give {ACCEPTED}")]
    return [], [error("unknown-format", path, f"is of a kind that is not read ({suffix or 'no suffix'})", f"give {ACCEPTED}")]


def _folder(path: Path, columns: Mapping[str, str] | None) -> Found:
    listings = [path / name for name in _LISTINGS if (path / name).is_file()]
    if listings:
        return _listed(path, listings[0], columns)
    files, problems = _files(path)
    problems += _needless(columns, path)
    records = []
    for file in files:
        suffix = file.suffix.lower()
        if suffix in READERS:
            found, more = READERS[suffix](file)
            records += [_named(record, file.relative_to(path)) for record in found]
            problems += more
    return records, problems + _ignored(path, [file for file in files if file.suffix.lower() not in READERS])


def _files(path: Path) -> tuple[list[Path], list[Problem]]:
    """Every file below the folder that is not hidden, in the same order on every machine, and the folders that were not entered."""
    files: list[Path] = []
    closed: list[OSError] = []
    linked: list[Path] = []
    for folder, below, names in os.walk(path, onerror=closed.append):
        below[:] = [name for name in below if not name.startswith(".")]
        linked += [Path(folder) / name for name in below if (Path(folder) / name).is_symlink()]
        files += [Path(folder) / name for name in names if not name.startswith(".")]
    problems = [
        error("unreadable-file", failure.filename, f"cannot be listed ({failure.strerror})", "check that you may read the folder")
        for failure in closed
    ]
    fix = "put the folder itself here"
    problems += [warning("linked-folder", link, "is a link to a folder and was not followed", fix) for link in linked]
    return sorted(files, key=lambda file: file.relative_to(path).parts), problems


def _ignored(path: Path, files: list[Path]) -> list[Problem]:
    if not files:
        return []
    named = ", ".join(str(file.relative_to(path)) for file in files[:5]) + (", ..." if len(files) > 5 else "")
    tables = any(file.suffix.lower() in TABLES for file in files)
    fix = "give a table by its own path, or call it articles.csv" if tables else "remove them, or convert them to .txt, .md or .html"
    return [warning("ignored-files", path, f"{len(files)} file(s) of other kinds were not read: {named}", fix)]


def _needless(columns: Mapping[str, str] | None, path: Path) -> list[Problem]:
    if not columns:
        return []
    fix = "leave it out, or give a table or a folder with articles.csv"
    return [warning("needless-columns", path, "--columns has no table to work on", fix)]


def _named(record: Record, relative: Path) -> Record:
    """A record with what its file's place and name say.

    The outlet is the first sub-folder below the corpus, else OUTLET of a name OUTLET_YYYY-MM-DD_slug, whose date is taken too.
    What the file itself says goes before both.
    """
    said: dict[str, str] = {}
    if named := _NAMED.fullmatch(relative.stem):
        said = {OUTLET: named["outlet"], DATE: named["date"]}
    if len(relative.parts) > 1:
        said[OUTLET] = encodable(relative.parts[0])
    return replace(record, known={**said, **record.known}, ids=_ids(relative))


def _ids(relative: Path) -> tuple[str, ...]:
    return tuple(map(encodable, (relative.stem, relative.with_suffix("").as_posix(), relative.as_posix())))


def _listed(path: Path, listing: Path, columns: Mapping[str, str] | None) -> Found:
    rows, problems = read_rows(listing)
    if rows is None:
        return [], problems
    fields, more = resolve(rows.header, columns, listing)
    if FILE not in fields:
        return articles_of(rows, listing, columns, problems)
    if more:
        return [], problems + more
    records = []
    for line, row in rows.rows:
        found, more = _listed_file(path, row.get(fields[FILE], "").strip(), f"{listing}:{line}")
        problems += more
        records += [replace(record, known={**record.known, **known_of(row, fields)}) for record in found]
    return records, problems + _unlisted(path, listing, rows, fields[FILE])


def _listed_file(path: Path, name: str, where: str) -> Found:
    if not name:
        return [], [error("missing-file", where, "names no file", "fill the column that names the file")]
    file = path / name
    if not file.is_file():
        return [], [error("missing-file", where, f"names {name}, which is not there", "correct the name or remove the row")]
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        return [], [error("unknown-format", where, f"names {name}, which is of a kind that is not read", f"use {', '.join(READERS)}")]
    records, problems = reader(file)
    return [_named(record, Path(name)) for record in records], problems


def _unlisted(path: Path, listing: Path, rows: Rows, column: str) -> list[Problem]:
    named = {os.path.normpath(row.get(column, "").strip()) for _, row in rows.rows}
    files, _ = _files(path)
    extra = [file for file in files if file.suffix.lower() in READERS and str(file.relative_to(path)) not in named]
    if not extra:
        return []
    shown = ", ".join(str(file.relative_to(path)) for file in extra[:5]) + (", ..." if len(extra) > 5 else "")
    what = f"does not name {len(extra)} file(s) of its folder, which were not read: {shown}"
    return [warning("unlisted-file", listing, what, "add a row for each, or move them out of the folder")]
