"""What stands behind a difference that is stated: choice of event or wording, and whether it holds on other terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from framing.compare.cell import ByArticle, Cells, Row
from framing.compare.figure import Figure, kept_articles
from framing.compare.matched import Matched, matched
from framing.compare.resample import Sample
from framing.compare.robustness import Trial, all_voices, stricter, without_one_article
from framing.compare.rules import Rules


class Checks:
    """Looks at stated estimates again, one at a time. Same tables, figures, draws and seed, same answers."""

    def __init__(self, tables: Mapping[str, pa.Table], figures: Sequence[Figure], sample: Sample, rules: Rules) -> None:
        self._sample, self._rules = sample, rules
        self._cells = Cells(figures, len(sample.article_ids))
        articles = tables["articles"]
        known = {row["article_id"]: row for row in articles.select(["article_id", "event"]).to_pylist()}
        kept = [known[article] for article in kept_articles(articles)]
        self._named = np.array([bool(row["event"]) for row in kept], bool)

    @property
    def has_events(self) -> bool:
        """Whether any kept article has an event."""
        return bool(self._named.any())

    def matched(self, first: Row, second: Row | None) -> Matched | None:
        """The difference between an outlet's estimate and another's of the same cell, or that of all others (None), in parts.

        None without events, or where the figure is no ratio.
        """
        cell = self._cell(first) if self.has_events else None
        if cell is None:
            return None
        other = None if second is None else str(second["outlet"])
        return matched(cell, self._sample, str(first["outlet"]), other, self._rules, named=self._named)

    def without_one_article(self, high: Row, low: Row) -> Trial | None:
        """Two outlets' estimates of one cell without the article that carries most of their difference; None for what is no ratio."""
        cell = self._cell(high)
        return None if cell is None else without_one_article(cell, self._sample, *_outlets(high, low), self._rules)

    def all_voices(self, high: Row, low: Row) -> Trial | None:
        """Two outlets' estimates of the outlet's own voice with the words of sources counted in; None for other voices."""
        cell = self._cell({**high, "voice": "all"}) if high["voice"] == "outlet" else None
        return None if cell is None or not cell.size.any() else all_voices(cell, self._sample, *_outlets(high, low), self._rules)

    def stricter(self, high: Row, low: Row) -> bool:
        """Whether both estimates stand on twice the articles and observations that a figure needs."""
        return stricter(high, low, self._rules)

    def _cell(self, estimate: Row) -> ByArticle | None:
        return self._cells.of(estimate)


def _outlets(high: Row, low: Row) -> tuple[str, str]:
    return str(high["outlet"]), str(low["outlet"])
