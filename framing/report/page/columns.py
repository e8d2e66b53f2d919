"""Tables as columns of short numbers and lists of the strings that they stand for: what the page carries instead of rows.

Texts stand once, as sentences; every other span is a pair of offsets, from which the page cuts the words. Places are told as
differences from the row before, so that they compress well.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.article import is_agency_copy

Columns = dict[str, object]

_ARTICLE = ("article_id", "outlet", "title", "date", "event", "author", "url", "words", "wire")
_LEFT_OUT = {"article_id", "text", "modifiers", "head", "verb", "source", "cue", "model", "neutral"}
"""Columns that follow from others (a span's words), or that the page does not tell."""


def articles(table: pa.Table) -> Columns:
    """The kept articles in order of id; agency: 1 for what an outlet prints of an agency."""
    kept = table.filter(pc.fill_null(table["kept"], True)).sort_by("article_id")
    agency = [int(is_agency_copy(wire, outlet)) for wire, outlet in zip(kept["wire"].to_pylist(), kept["outlet"].to_pylist())]
    return {name: _column(kept[name]) for name in _ARTICLE} | {"agency": agency}


def sentences(table: pa.Table, place: Mapping[str, int]) -> Columns:
    """Every sentence: its article's place, offsets, paragraph, whether it is a headline, and its text."""
    return {
        "article": steps(_places(table["article_id"], place)),
        "sentence": _numbers(table["sentence"]),
        "start": steps(_numbers(table["start"])),
        "paragraph": _numbers(table["paragraph"]),
        "headline": [int(flag or 0) for flag in table["headline"].to_pylist()],
        "text": table["text"].to_pylist(),
    }


def observations(table: pa.Table, place: Mapping[str, int]) -> Columns:
    """The rows of a table of observations, in its order. Codes of strings are places in a list of them, -1 for null."""
    made: Columns = {"article": steps(_places(table["article_id"], place))}
    for field in table.schema:
        if field.name not in _LEFT_OUT:
            made[field.name] = _column(table[field.name])
    for name in table.column_names:
        edge = name.removesuffix("end") + "start"
        if name.endswith("end") and edge in made:  # an end is told as a length
            starts, ends = table[edge].to_pylist(), table[name].to_pylist()
            made[name] = [None if end is None else end - start for start, end in zip(starts, ends)]
    for name in ("start", "verb_start", "cue_start"):
        if name in made:
            made[name] = steps(made[name])
    return made


def _column(values: pa.ChunkedArray) -> object:
    kind = values.type
    if pa.types.is_string(kind):
        return _coded(values)
    if pa.types.is_boolean(kind):
        return [int(flag or 0) for flag in values.to_pylist()]
    if pa.types.is_floating(kind):
        return [None if value is None else round(value, 2) for value in values.to_pylist()]
    if pa.types.is_list(kind) and pa.types.is_struct(kind.value_type):
        return [[edge for span in spans or () for edge in (span["start"], span["end"] - span["start"])] for spans in values.to_pylist()]
    if pa.types.is_list(kind):
        return _coded(pa.chunked_array([pa.array([", ".join(parts) if parts else None for parts in values.to_pylist()], pa.string())]))
    return values.to_pylist()


def _coded(values: pa.ChunkedArray) -> dict[str, list]:
    """Strings as codes and the list that they are places in."""
    names = sorted(name for name in pc.unique(values).to_pylist() if name is not None)
    codes = pc.fill_null(pc.index_in(values, value_set=pa.array(names, values.type)), -1)
    return {"names": names, "codes": codes.to_pylist()}


def _places(ids: pa.ChunkedArray, place: Mapping[str, int]) -> list[int]:
    return [place.get(name, -1) for name in ids.to_pylist()]


def _numbers(values: pa.ChunkedArray) -> list[int]:
    return [value or 0 for value in values.to_pylist()]


def steps(values: list[int | None]) -> list[int | None]:
    """Each number as its distance from the number before; None stays and is skipped.

    >>> steps([5, 7, None, 7, 4])
    [5, 2, None, 0, -3]
    """
    if None not in values:
        return np.diff(np.array(values, int), prepend=0).tolist()
    made, last = [], 0
    for value in values:
        made.append(None if value is None else value - last)
        last = last if value is None else value
    return made
