"""Does a difference between two outlets rest on few entries of a lexicon?

What is counted was found by entries of a lexicon: labels by those of the topic, loaded words and frames by those of theirs; attributions
are told apart by the lemma of their cue, actions by that of their verb. Looked at again, from the same observations:
    halves     half of the entries that either outlet uses left out at random, 20 times: in how many the order of the two stays
    commonest  without the entry that counts most in the two figures: as in framing.compare.robustness, the intervals must not overlap
An entry that is left out finds nothing: its observations leave the count and, where the base is made of the same observations, the base.
Where the category is itself a word (a head noun, a verb), its own entries stay and only the others are left out: what is asked is then
whether the share depends on what else is counted.
Unit: halves of 20. Undefined: for figures that no entries make (readability, tone, who is quoted), and with fewer than 4 entries to choose.
Source: words of a list left out at random after Monroe, Colaresi & Quinn (2008) and the check of dictionaries in Grimmer & Stewart (2013),
Text as data, Political Analysis 21(3); half-samples after McCarthy (1969), Pseudo-replication: half samples.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from framing.compare.figure import Figure, Items, column, encode
from framing.compare.keyness import plain

HALVES, LEAST = 20, 4
_OF_TABLE = {"mentions": "entry", "language": "entry", "frame_hits": "entry", "actions": "verb"}
_OF_MEASURE = {"stance": "cue_lemma"}


@dataclass(frozen=True, eq=False)
class Entries:
    """What a cell counts, by entry. counted, base: its items; of: each row's entry, a place in names, -1 for none; fixed: that stay.

    shared: whether the base is made of the same observations, so that an entry that is left out leaves the base too.
    """

    counted: Items
    base: Items
    of: np.ndarray
    names: tuple[str, ...]
    fixed: frozenset[int]
    shared: bool

    def without(self, out: np.ndarray) -> tuple[Items, Items]:
        """Counted and base without the entries (places)."""
        counted = self.counted.take(~np.isin(self.of[self.counted.row], out))
        return counted, self.base.take(~np.isin(self.of[self.base.row], out)) if self.shared else self.base


def entries(tables: Mapping[str, pa.Table], figure: Figure, counted: Items, base: Items) -> Entries | None:
    """The cell by entry; None where no entry makes the figure."""
    name = _OF_MEASURE.get(figure.measure, _OF_TABLE.get(figure.table))
    if name is None or figure.statistic not in ("share", "rate_per_1000_words"):
        return None
    of, names = encode(column(tables, figure.table, name))
    own = set(of[counted.row].tolist()) if not figure.closed else set()
    return Entries(counted, base, of, tuple(names), frozenset(own), shared=figure.statistic == "share")


def halves(found: Entries, high: np.ndarray, low: np.ndarray, *, seed: int) -> int | None:
    """In how many of 20 halves of the entries the first outlet's figure stays above the second's; None with too few entries.

    high, low: whether each article is the outlet's.
    """
    items = found.base if found.shared else found.counted
    used = np.unique(found.of[items.row[(high | low)[items.article]]])
    free = np.array(sorted(set(used.tolist()) - found.fixed - {-1}), int)
    if len(free) < LEAST:
        return None
    random, stays = np.random.default_rng([seed, len(free)]), 0
    for _ in range(HALVES):
        counted, base = found.without(random.permutation(free)[: len(free) // 2])
        rates = [_rate(counted, base, articles) for articles in (high, low)]
        stays += bool(rates[0] > rates[1])  # nan, where nothing is left, is no order
    return stays


def commonest(found: Entries, either: np.ndarray) -> int | None:
    """The entry that counts most in the figures of two outlets; None where the category is a word. either: whether an article is theirs."""
    rows = found.of[found.counted.row[either[found.counted.article]]]
    if found.fixed or not (rows >= 0).any():
        return None
    return int(np.bincount(rows[rows >= 0]).argmax())


def word(entry: str) -> str:
    """An entry as a word to print.

    >>> word("english/loaded-language#loaded:so-called/ADJ"), word("=raged")
    ('so-called', 'raged')
    """
    return plain(entry) if "#" in entry else entry.lstrip("=")


def _rate(counted: Items, base: Items, articles: np.ndarray) -> float:
    above, below = (items.weight[articles[items.article]].sum() for items in (counted, base))
    return above / below if below else float("nan")
