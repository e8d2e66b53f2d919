"""How a file of sentences is written: JSON Lines or a table with a header, and which column and label of it stands for what."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

FIELDS = ("id", "text", "start", "end", "label", "frames", "article", "outlet", "group")
LEFT_OUT = "-"
"""The label that stands for: leave these examples out."""
SHOWN = 20
"""Problems that a message lists before it only counts."""


class QuestionError(ValueError):
    """A file of questions or examples that cannot be used. problems: (file:line, what is wrong and how to mend it) of each."""

    def __init__(self, problems: Sequence[tuple[str, str]]):
        self.problems = tuple(problems)
        lines = [f"{where}: {what}" for where, what in self.problems[:SHOWN]]
        if (more := len(self.problems) - SHOWN) > 0:
            lines.append(f"... and {more} more")
        super().__init__("\n".join(lines))


@dataclass(frozen=True)
class Layout:
    """What the columns and labels of a file are called.

    columns: field -> column. labels: label as written in the file -> label, or LEFT_OUT. groups: the field or column whose examples stay
    together in cross-validation; None for the article, or where none is given the text.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    groups: str | None = None


def parse_columns(written: str) -> dict[str, str]:
    """`text=sentence,label=code` as {field: column}. Raises ValueError, with the fix."""
    found = _pairs(written, "NAME=COLUMN")
    for name in found:
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, n=1)
            raise ValueError(f"there is no field {name!r}; {f'did you mean {near[0]}? ' if near else ''}fields are {', '.join(FIELDS)}")
    return found


def parse_labels(written: str) -> dict[str, str]:
    """`biased=Biased,unbiased=Non-biased,-=No agreement` as {as written in the file: label}. Raises ValueError, with the fix."""
    pairs = [part.strip().partition("=") for part in written.split(",") if part.strip()]
    found: dict[str, str] = {}
    for label, sign, name in pairs:
        if not (label.strip() and sign and name.strip()):
            raise ValueError(f"{label + sign + name!r} is not LABEL=WRITTEN; write such as biased=Biased,unbiased=Non-biased,-=Unclear")
        if name.strip() in found:
            raise ValueError(f"{name.strip()!r} is given twice; give it one label")
        found[name.strip()] = label.strip()
    return found


def _pairs(written: str, form: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in written.split(","))):
        name, sign, column = (piece.strip() for piece in part.partition("="))
        if not (name and sign and column):
            raise ValueError(f"{part!r} is not {form}")
        if name in found:
            raise ValueError(f"{name!r} is given twice; give each field one column")
        found[name] = column
    return found


def rows(data: bytes, file: str, layout: Layout, problems: list[tuple[str, str]]) -> Iterator[tuple[int, dict]]:
    """(line number, row with framing's names for its fields) of each row; what is wrong is added to problems.

    A file whose name ends in .csv or .tsv is a table with a header; any other holds a JSON object a line, and blank lines are passed over.
    """
    tabular = file.lower().endswith((".csv", ".tsv"))
    for line, row in _table(data, file, layout, problems) if tabular else _json_lines(data, file, problems):
        named = {name: row[column] for name, column in layout.columns.items() if column in row}
        group = layout.columns.get(layout.groups, layout.groups) if layout.groups else None
        if group and row.get(group) not in (None, ""):
            named["group"] = row[group]
        yield line, row | named


def _table(data: bytes, file: str, layout: Layout, problems: list[tuple[str, str]]) -> Iterator[tuple[int, dict]]:
    """Rows of a table: cells are texts, start and end numbers where they can be, and a row without an id has its line as one."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append((f"{file}:{data[: error.start].count(10) + 1}", "is not UTF-8: save the file as UTF-8"))
        return
    header = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text.replace("\r\n", "\n")), delimiter=max(",;\t", key=header.count))
    columns = [column for column in reader.fieldnames or () if column]
    wanted = [*layout.columns.values(), *([layout.columns.get(layout.groups, layout.groups)] if layout.groups else [])]
    for column in [column for column in dict.fromkeys(wanted) if column not in columns]:
        near = get_close_matches(column, columns, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        problems.append((f"{file}:1", f"has no column {column!r}: {hint}its columns are {', '.join(columns)}"))
    if problems:
        return
    before = 1
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            row = {column: cell for column, cell in cells.items() if column and isinstance(cell, str)}
            if len(row) < len(columns) or None in cells:
                problems.append((f"{file}:{line}", f"has other than {len(columns)} cells: put a text that holds the separator in quotes"))
                continue
            for name in ("start", "end"):
                column = layout.columns.get(name, name)
                if row.get(column, "").strip().isdecimal():
                    row[column] = int(row[column])
            yield line, {"id": str(line)} | row
    except csv.Error as error:
        problems.append((f"{file}:{before + 1}", f"cannot be read as a table ({error}): save it as CSV again"))


def _json_lines(data: bytes, file: str, problems: list[tuple[str, str]]) -> Iterator[tuple[int, dict]]:
    """(line number, object) of each line that holds one; blank lines are passed over."""
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            problems.append((f"{file}:{number}", f"byte {error.start + 1} is not UTF-8: save the file as UTF-8"))
        except (ValueError, RecursionError) as error:
            problems.append((f"{file}:{number}", f"no valid JSON ({error}): write one JSON object a line"))
        else:
            if isinstance(row, dict):
                yield number, row
            else:
                problems.append((f"{file}:{number}", 'no JSON object: write one a line, such as {"id": "1", "text": "..."}'))
