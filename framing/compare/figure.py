"""A comparative figure before it is estimated: what it counts, observation by observation, and what it counts against.

Estimates and evidence read the same observations, so a number and the sentences behind it cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing import tables as declared

VOICES = ("outlet", "direct", "indirect", "mixed", "quoted", "all")
"""Voices of the estimates; codes are places in it. `mixed` is a form of attribution and gets no figure of its own."""

SPEECH: Mapping[str, tuple[str, ...]] = {"outlet": ("outlet",), "quoted": ("direct", "indirect"), "all": ("outlet", "direct", "indirect")}
"""Voices of the estimates that add up several voices of observations; direct and indirect are added where they are of use."""
EACH: Mapping[str, tuple[str, ...]] = SPEECH | {"direct": ("direct",), "indirect": ("indirect",)}


class Cell(NamedTuple):
    """What a figure is about, apart from its outlet. actor None: no actor, or all of them together."""

    actor: str | None
    voice: str
    category: str | None = None


@dataclass(frozen=True, eq=False)
class Items:
    """Observations in columns, each as it counts toward one cell; parallel arrays.

    row: row in the observation table. article: place among the kept articles in order of id, -1 when left out.
    actor, category: places in actors and categories, -1 for None. voice: place in VOICES. weight: what it adds to a sum.
    size: observations that it stands for.
    """

    row: np.ndarray
    article: np.ndarray
    actor: np.ndarray
    voice: np.ndarray
    category: np.ndarray
    weight: np.ndarray
    size: np.ndarray
    actors: Sequence[str] = ()
    categories: Sequence[str] = ()

    def take(self, places: np.ndarray) -> Items:
        """The items at the places (indices or a mask)."""
        columns = ("row", "article", "actor", "voice", "category", "weight", "size")
        return replace(self, **{name: getattr(self, name)[places] for name in columns})

    def of(self, categories: tuple[np.ndarray, Sequence[str]]) -> Items:
        """The items with other categories, given as (codes of every row of the table, their names)."""
        codes, names = categories
        return replace(self, category=codes[self.row], categories=names)

    def without(self, name: str) -> Items:
        """The items with actor or category None: all of them together."""
        return replace(self, **{name: np.full(len(self.row), -1)})

    def weighing(self, values: np.ndarray) -> Items:
        """The items with the weights of their rows, given for every row of the table."""
        return replace(self, weight=values[self.row].astype(float))

    def heard(self, voices: Mapping[str, Sequence[str]]) -> Items:
        """The items once for each voice of the estimates in which they count."""
        parts = []
        for name, among in voices.items():
            part = self.take(np.isin(self.voice, [VOICES.index(voice) for voice in among]))
            parts.append(replace(part, voice=np.full(len(part.row), VOICES.index(name))))
        return join(parts)


@dataclass(frozen=True, kw_only=True, eq=False)
class Figure:
    """Sum of the weights of what is counted over the sum of the weights of its base, within an outlet.

    table: observation table whose rows are counted. place: columns with the start and end of the evidence in a row.
    closed: whether every category seen gets a figure in every outlet that has the base (0 included), or only those it uses.
    least: fewer observations of a category than this get a count only (for open categories, which are many and mostly rare); a category
    that all outlets together use less often gets no row, unless counts are all that the corpus allows.
    common: with so many uses by all outlets together an open category is closed after all: outlets that never use it get their 0, and
    outlets are tested; 0 for never.
    elsewhere: whether it is about what an outlet does not use, so that its evidence is that of the other outlets.
    by_category: whether categories have bases of their own. counts: whether a count is given beside the figure.
    tested: voices in which outlets are tested against each other; disjoint, so that no observation is tested twice.
    """

    measure: str
    statistic: str
    table: str
    counted: Items
    base: Items
    method: str
    closed: bool = True
    least: int = 0
    common: int = 0
    elsewhere: bool = False
    by_category: bool = False
    counts: bool = True
    tested: tuple[str, ...] = ("outlet", "quoted")
    place: tuple[str, str] = ("start", "end")


def join(parts: Sequence[Items]) -> Items:
    """Items of one table and the same names, one after the other."""
    columns = ("row", "article", "actor", "voice", "category", "weight", "size")
    return replace(parts[0], **{name: np.concatenate([getattr(part, name) for part in parts]) for name in columns})


def read(
    tables: Mapping[str, pa.Table], name: str, *, actor: str | None = None, voice: str | None = None, category: str | None = None
) -> Items:
    """Every row of a table as an item, its codes from the named columns; without a voice column the voice is `all`.

    A table that is missing has no rows. Raises ValueError when a column is missing or a voice unknown.
    """
    rows = len(column(tables, name, "article_id"))
    nothing = np.full(rows, -1)
    actors, actor_names = encode(column(tables, name, actor)) if actor else (nothing, ())
    categories, category_names = encode(column(tables, name, category)) if category else (nothing, ())
    return Items(
        row=np.arange(rows),
        article=_articles(tables, name),
        actor=actors,
        voice=_voices(tables, name, voice) if voice else np.full(rows, VOICES.index("all")),
        category=categories,
        weight=np.ones(rows),
        size=np.ones(rows, int),
        actors=actor_names,
        categories=category_names,
    )


def column(tables: Mapping[str, pa.Table], table: str, name: str) -> pa.Array:
    """A column of an observation table; empty when the table is missing."""
    kind = declared.TABLES[table].schema.field(name).type
    if table not in tables:
        return pa.array([], kind)
    if name not in tables[table].column_names:
        raise ValueError(f"table {table} has no column {name}; it needs: {', '.join(declared.TABLES[table].schema.names)}")
    return pa.concat_arrays(tables[table][name].cast(kind).chunks) if tables[table].num_rows else pa.array([], kind)


def numbers(tables: Mapping[str, pa.Table], table: str, name: str) -> np.ndarray:
    """A column of numbers, 0 for null."""
    return pc.fill_null(column(tables, table, name).cast(pa.float64()), 0.0).to_numpy(zero_copy_only=False)


def flags(tables: Mapping[str, pa.Table], table: str, name: str, value: object) -> np.ndarray:
    """Whether each row has the value in the column; False for null."""
    found = column(tables, table, name)
    return pc.fill_null(pc.equal(found, pa.scalar(value, found.type)), False).to_numpy(zero_copy_only=False)


def encode(values: pa.Array) -> tuple[np.ndarray, list[str]]:
    """Codes of strings and their names in alphabetical order; -1 for null.

    >>> encode(pa.array(["b", None, "a", "b"]))
    (array([ 1, -1,  0,  1]), ['a', 'b'])
    """
    names = sorted(name for name in pc.unique(values).to_pylist() if name is not None)
    codes = pc.fill_null(pc.index_in(values, value_set=pa.array(names, values.type)), -1)
    return codes.to_numpy(zero_copy_only=False).astype(int), names


def kept_articles(articles: pa.Table) -> list[str]:
    """Ids of the analysed articles, in order."""
    columns = zip(articles["article_id"].to_pylist(), articles["kept"].to_pylist())
    return sorted(article for article, kept in columns if kept is not False)


def _articles(tables: Mapping[str, pa.Table], name: str) -> np.ndarray:
    kept = pa.array(kept_articles(tables["articles"]), pa.string())
    return pc.fill_null(pc.index_in(column(tables, name, "article_id"), value_set=kept), -1).to_numpy(zero_copy_only=False).astype(int)


def _voices(tables: Mapping[str, pa.Table], table: str, name: str) -> np.ndarray:
    codes, names = encode(column(tables, table, name))
    if unknown := sorted(set(names) - set(VOICES[:4])) or (["null"] if (codes < 0).any() else []):
        raise ValueError(f"table {table}: unknown {name} {', '.join(unknown)}; known: {', '.join(VOICES[:4])}")
    return np.array([VOICES.index(voice) for voice in names], int)[codes] if len(codes) else codes
