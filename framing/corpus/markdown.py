"""Markdown files with YAML front matter."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from framing.corpus.columns import resolve
from framing.corpus.decoding import read_text
from framing.corpus.problems import Problem, error
from framing.corpus.record import FILE, TEXT, Found, Record

_FENCE = re.compile(r"---[ \t]*\n")
_FENCED = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.DOTALL | re.MULTILINE)


def read_markdown(path: Path) -> Found:
    """The one article of a Markdown file: the body is its text, the front matter says the rest.

    Front matter keys are the columns that a table may have (title, outlet or source, date, author, event, url, article_id or id).
    """
    text, problems = read_text(path)
    if text is None:
        return [], problems
    if not _FENCE.match(text):
        return [Record(where=str(path), text=text)], problems
    front, body, more = _split(text, path)
    if more:
        return [], problems + more
    return [Record(where=str(path), text=body, known=_known(front, path), title_apart=True)], problems


def _split(text: str, path: Path) -> tuple[dict, str, list[Problem]]:
    fenced = _FENCED.match(text)
    if not fenced:
        return {}, "", [error("bad-front-matter", f"{path}:1", "the front matter is never closed", "end it with a line ---")]
    try:
        # The loader that makes strings of everything: 007 stays 007, a date stays as written.
        front = yaml.load(fenced[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError as failure:
        mark = getattr(failure, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        what = f"the front matter is not YAML ({getattr(failure, 'problem', None) or failure})"
        return {}, "", [error("bad-front-matter", f"{path}:{line}", what, "put values that hold a colon or a quote between quotes")]
    if front and not isinstance(front, dict):
        return {}, "", [error("bad-front-matter", f"{path}:2", "the front matter holds no keys", "write one `key: value` a line")]
    return front or {}, text[fenced.end() :], []


def _known(front: dict, path: Path) -> dict[str, str]:
    columns, _ = resolve(map(str, front), None, path)
    said = {field: front[key] for field, key in columns.items() if field not in (TEXT, FILE)}
    plain = {field: ", ".join(map(str, value)) if isinstance(value, list) else str(value) for field, value in said.items()}
    return {field: value.strip() for field, value in plain.items() if value.strip()}
