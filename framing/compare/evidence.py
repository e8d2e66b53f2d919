"""From a figure back to the observations that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.figure import Cell, Figure

_PLACE = ("article_id", "sentence", "start", "end")


class Evidence:
    """The observations behind each figure of one set of tables. Counting them takes a while once, looking them up does not."""

    def __init__(self, tables: Mapping[str, pa.Table], figures: list[Figure]) -> None:
        self._tables = tables
        self._figures = {figure.measure: figure for figure in figures}
        self._rows: dict[str, dict[tuple[str | None, Cell], list[int]]] = {}

    @cached_property
    def _outlets(self) -> dict[str, str]:
        articles = self._tables["articles"]
        columns = (articles[name].to_pylist() for name in ("article_id", "outlet", "kept"))
        return {article: outlet for article, outlet, kept in zip(*columns) if kept is not False}

    def behind(self, estimate: Mapping[str, object]) -> pa.Table:
        """The observations that one row of the estimates table counts, in order of place.

        article_id, sentence, start and end first, then the other columns of the observation table. start and end are those of
        the source for who is quoted, of the cue for how; where that is absent, of the content. Readability has no spans: null.
        Raises ValueError for a measure that counts no observations.
        """
        figure = self._figures.get(str(estimate["measure"]))
        if figure is None:
            known = ", ".join(sorted(self._figures))
            raise ValueError(f"no observations behind measure {estimate['measure']!r}; measures with observations: {known}")
        cell = Cell(estimate.get("actor"), str(estimate.get("voice")), estimate.get("category"))
        rows = sorted(set(self._counted(figure).get((estimate.get("outlet"), cell), [])))
        table = self._tables.get(figure.table)
        return _placed(figure, table.take(pa.array(rows, pa.int64()))) if table is not None else pa.table({})

    def _counted(self, figure: Figure) -> dict[tuple[str | None, Cell], list[int]]:
        if figure.measure not in self._rows:
            found = defaultdict(list)
            for item in figure.counted:
                if (outlet := self._outlets.get(item.article_id)) is not None:
                    found[outlet, item.cell].append(item.row)
            self._rows[figure.measure] = dict(found)
        return self._rows[figure.measure]


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
