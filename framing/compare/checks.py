"""What stands behind a difference that is stated: choice of event or wording, and whether it holds on other terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from framing.compare import entries
from framing.compare.cell import ByArticle, Cells, Row
from framing.compare.figure import Figure
from framing.compare.matched import Matched, matched
from framing.compare.resample import Sample
from framing.compare.robustness import Trial, again, stricter, without_one_article
from framing.compare.rules import Rules


class Checks:
    """Looks at stated estimates again, one at a time. Same tables, figures, draws and seed, same answers."""

    def __init__(self, tables: Mapping[str, pa.Table], figures: Sequence[Figure], sample: Sample, rules: Rules) -> None:
        self._tables, self._sample, self._rules = tables, sample, rules
        self._cells = Cells(figures, len(sample.article_ids))

    @property
    def has_events(self) -> bool:
        """Whether any kept article has an event."""
        return bool(self._sample.named.any())

    def matched(self, first: Row, second: Row | None) -> Matched | None:
        """The difference between an outlet's estimate and another's of the same cell, or that of all others (None), in parts.

        None without events, or where the figure is no ratio.
        """
        cell = self._cell(first) if self.has_events else None
        if cell is None:
            return None
        other = None if second is None else str(second["outlet"])
        return matched(cell, self._sample, str(first["outlet"]), other, self._rules)

    def without_one_article(self, high: Row, low: Row) -> Trial | None:
        """Two outlets' estimates of one cell without the article that carries most of their difference; None for what is no ratio."""
        cell = self._cell(high)
        return None if cell is None else without_one_article(cell, self._sample, *_outlets(high, low), self._rules)

    def all_voices(self, high: Row, low: Row) -> Trial | None:
        """Two outlets' estimates of the outlet's own voice with the words of sources counted in; None for other voices."""
        return self.again({**high, "voice": "all"}, low) if high["voice"] == "outlet" else None

    def again(self, high: Row, low: Row) -> Trial | None:
        """Two outlets' estimates of one cell as these tables have it, as those of another lexicon; None without such a cell."""
        cell = self._cell(high)
        return None if cell is None or not cell.size.any() else again(cell, self._sample, *_outlets(high, low), self._rules)

    def halves(self, high: Row, low: Row) -> int | None:
        """With how many of 20 random halves of a lexicon's entries the first estimate stays above the second; None where none make it."""
        found = self._entries(high)
        return None if found is None else entries.halves(found, *self._members(high, low), seed=self._sample.seed)

    def without_commonest_entry(self, high: Row, low: Row) -> Trial | None:
        """The two estimates without the entry that counts most in them; None where no entries make them, or one alone by definition."""
        found = self._entries(high)
        place = None if found is None else entries.commonest(found, np.logical_or(*self._members(high, low)))
        if found is None or place is None:
            return None
        cell = self._cells.summed(*found.without(np.array([place])))
        return again(cell, self._sample, *_outlets(high, low), self._rules, left_out=entries.word(found.names[place]))

    def stricter(self, high: Row, low: Row) -> bool:
        """Whether both estimates stand on twice the articles and observations that a figure needs."""
        return stricter(high, low, self._rules)

    def _entries(self, estimate: Row) -> entries.Entries | None:
        found = self._cells.items(estimate)
        return None if found is None else entries.entries(self._tables, *found)

    def _members(self, high: Row, low: Row) -> tuple[np.ndarray, np.ndarray]:
        one, other = (self._sample.outlet == self._sample.outlets.index(outlet) for outlet in _outlets(high, low))
        return one, other

    def _cell(self, estimate: Row) -> ByArticle | None:
        return self._cells.of(estimate)


def _outlets(high: Row, low: Row) -> tuple[str, str]:
    return str(high["outlet"]), str(low["outlet"])
