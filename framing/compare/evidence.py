"""From a figure back to the observations that it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.figure import VOICES, Cell, Figure, kept_articles
from framing.tables import build

_PLACE = ("article_id", "sentence", "start", "end")


class Evidence:
    """The observations behind each figure of one set of tables. Counting them takes a while once, looking them up does not."""

    def __init__(self, tables: Mapping[str, pa.Table], figures: Sequence[Figure]) -> None:
        self._tables = tables
        self._figures = {figure.measure: figure for figure in figures}
        self._places: dict[tuple[str, tuple[str, str]], pa.Table] = {}
        self._sorted: dict[str, _Sorted] = {}

    @property
    def figures(self) -> Mapping[str, Figure]:
        """What each measure counts, by its name."""
        return self._figures

    @cached_property
    def _outlets(self) -> list[str]:
        """The outlets of the kept articles, in order."""
        return sorted({self._outlet_of[article] for article in kept_articles(self._tables["articles"])})

    @cached_property
    def _outlet_of(self) -> dict[str, str]:
        articles = self._tables["articles"]
        return dict(zip(articles["article_id"].to_pylist(), articles["outlet"].to_pylist()))

    @cached_property
    def _outlet_codes(self) -> np.ndarray:
        """Place of the outlet of each kept article, the articles in order of id."""
        place = {outlet: code for code, outlet in enumerate(self._outlets)}
        return np.array([place[self._outlet_of[article]] for article in kept_articles(self._tables["articles"])], int)

    def behind(self, estimate: Mapping[str, object]) -> pa.Table:
        """The observations that one row of the estimates table counts, in order of place: `rows`, taken from their table."""
        table, rows = self.rows(estimate)
        return table.take(pa.array(rows))

    def rows(self, estimate: Mapping[str, object]) -> tuple[pa.Table, np.ndarray]:
        """The observations that one row of the estimates table counts, as a table of observations and the places of rows in it.

        The table is the same object for all estimates that count its rows at the same place in the text. It has article_id,
        sentence, start and end first, then the other columns. start and end are those of the source for who is quoted, of the cue for
        how; where that is absent, of the content. Readability has no spans: null.
        For what an outlet never uses, these are the uses of the other outlets.
        Raises ValueError for a measure that counts no observations.
        """
        figure = self._figures.get(str(estimate["measure"]))
        if figure is None:
            known = ", ".join(sorted(self._figures))
            raise ValueError(f"no observations behind measure {estimate['measure']!r}; measures with observations: {known}")
        outlet = None if figure.elsewhere else estimate.get("outlet")
        cell = Cell(estimate.get("actor"), str(estimate.get("voice")), estimate.get("category"))
        return self._placed(figure), self._counted(figure).rows((outlet, *cell))

    def _counted(self, figure: Figure) -> _Sorted:
        """Rows of a figure by outlet and cell; outlet None for all outlets together."""
        if figure.measure not in self._sorted:
            items = figure.counted.take(figure.counted.article >= 0)
            outlet = np.full(len(items.row), -1) if figure.elsewhere else self._outlet_codes[items.article]
            codes = (outlet, items.actor, items.voice, items.category)
            self._sorted[figure.measure] = _Sorted.of(items.row, codes, (self._outlets, items.actors, VOICES, items.categories))
        return self._sorted[figure.measure]

    def _placed(self, figure: Figure) -> pa.Table:
        where = figure.table, figure.place
        if where not in self._places:
            table = self._tables.get(figure.table)
            self._places[where] = _placed(figure, build(figure.table, []) if table is None else table)
        return self._places[where]


@dataclass(frozen=True, eq=False)
class _Sorted:
    """Rows sorted by what they count toward, to be looked up by its names.

    members: the rows; keys: what each counts toward, as one number. places: name -> place, for each part of what they count toward;
    None is 0.
    """

    members: np.ndarray
    keys: np.ndarray
    places: Sequence[Mapping[str | None, int]]

    @classmethod
    def of(cls, rows: np.ndarray, codes: Sequence[np.ndarray], names: Sequence[Sequence[str]]) -> _Sorted:
        """codes: for each part, places of the rows in its names, -1 for None."""
        places = [{None: 0} | {name: place for place, name in enumerate(part, 1)} for part in names]
        keys = np.ravel_multi_index([code + 1 for code in codes], [len(part) + 1 for part in names])
        order = np.lexsort((rows, keys))
        return cls(rows[order], keys[order], places)

    def rows(self, names: Sequence[str | None]) -> np.ndarray:
        """The rows that count toward it, in order; none of what nothing counts toward."""
        if any(name not in known for name, known in zip(names, self.places)):
            return np.zeros(0, int)
        key = np.ravel_multi_index([known[name] for name, known in zip(names, self.places)], [len(known) for known in self.places])
        first, last = np.searchsorted(self.keys, key), np.searchsorted(self.keys, key, side="right")
        return self.members[first:last]


def _placed(figure: Figure, table: pa.Table) -> pa.Table:
    """The table with article_id, sentence, start, end as its first columns."""
    names = table.column_names
    start, end = figure.place
    columns: dict[str, pa.Array | pa.ChunkedArray] = {
        "article_id": table["article_id"],
        "sentence": table["sentence"] if "sentence" in names else pa.nulls(table.num_rows, pa.int32()),
        "start": table[start] if start in names else pa.nulls(table.num_rows, pa.int32()),
        "end": table[end] if end in names else pa.nulls(table.num_rows, pa.int32()),
    }
    if "content" in names:
        spans = table["content"].to_pylist()
        for edge in ("start", "end"):
            first = pa.array([found[0][edge] if found else None for found in spans], pa.int32())
            columns[edge] = pc.coalesce(columns[edge], first)
    return pa.table(columns | {name: table[name] for name in names if name not in _PLACE})
