"""Articles as the unit that is sampled: bootstrap intervals, permutation tests and their correction.

The bootstrap draws articles with replacement within each outlet, and within each event of the outlet where events are given,
and takes percentiles (Efron & Tibshirani 1993, ch. 13). A stratum of fewer than five articles hardly varies when it is redrawn, one
of a single article not at all, so an outlet's small strata are collapsed into one (Cochran 1977, section 5A.12).
The test exchanges articles between outlets within event. Its p counts the observed arrangement too (Phipson & Smyth 2010), so it
is never 0. Every draw is a matter of article-level sums: observations are counted once, never per draw.

Each outlet draws from its own stream, seeded by its articles: neither the order of rows nor the names or number of the other outlets
changes its interval.
"""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
import pyarrow as pa
from scipy import sparse

from framing.article import is_agency_copy

LEVEL = 0.95
SMALLEST_STRATUM = 5
_STEP = 6  # figures permuted at a time: 1.4 MB with 15 outlets at 2,000 draws, which a processor keeps at hand


@dataclass(frozen=True, eq=False)
class Sample:
    """The kept articles in order of id, with the outlet and event of each as codes.

    outlet: code of each article's outlet, an index into outlets, -1 where the article is not to count. event: code of each article's
    event; equal where unknown. named: whether its event is known. own: whether it is no agency copy.
    removed: for a look at the rest, the outlet's code of each article that was taken out of it, -1 for the others;
    outlets are then not tested against each other. None where nothing was taken out.
    """

    article_ids: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet: np.ndarray
    event: np.ndarray
    named: np.ndarray
    own: np.ndarray
    draws: int
    seed: int
    removed: np.ndarray | None = None

    def without_wire(self, *, all_outlets: bool) -> Sample:
        """The same articles, of which agency copy does not count; all_outlets: or else only outlets that print some count."""
        counts = self.own if all_outlets else self.own & np.isin(self.outlet, self.outlet[~self.own])
        return replace(self, outlet=np.where(counts, self.outlet, -1), removed=np.where(self.own, -1, self.outlet))

    @property
    def single(self) -> bool:
        """Whether every outlet has one article, so that articles are compared and not outlets."""
        return len(self.article_ids) == len(self.outlets)

    @cached_property
    def members(self) -> list[np.ndarray]:
        """Positions of each outlet's articles."""
        return [np.flatnonzero(self.outlet == code) for code in range(len(self.outlets))]

    @cached_property
    def weights(self) -> list[np.ndarray]:
        """For each outlet, how often each of its articles is in each draw: articles of the outlet x draws."""
        return [self._weights(members) for members in self.members]

    def _weights(self, members: np.ndarray) -> np.ndarray:
        name = "\n".join(self.article_ids[position] for position in members)
        random = np.random.default_rng([self.seed, zlib.crc32(name.encode())])
        weights = np.zeros((len(members), self.draws))
        for stratum in strata(self.event[members]):
            weights[stratum] = random.multinomial(len(stratum), np.full(len(stratum), 1 / len(stratum)), size=self.draws).T
        return weights

    @cached_property
    def membership(self) -> sparse.csr_array:
        """1 where an article is an outlet's: outlets x articles."""
        return _membership(self.outlet, len(self.outlets))

    def changed(self, articles: sparse.csr_array) -> np.ndarray | None:
        """Whether what was taken out of an outlet has any of each column (articles x columns): outlets x columns; None for nothing."""
        return None if self.removed is None else (_membership(self.removed, len(self.outlets)) @ articles).toarray() > 0

    @cached_property
    def exchangeable(self) -> bool:
        """Whether some event has articles of two outlets (else no permutation changes anything); never of a rest."""
        return self.removed is None and any(len(set(self.outlet[self.event == event])) > 1 for event in set(self.event.tolist()))

    @cached_property
    def shuffled(self) -> np.ndarray:
        """Place of each article's outlet under each permutation, draw x outlets + outlet: articles x draws."""
        random = np.random.default_rng(self.seed)
        codes = np.tile(self.outlet, (self.draws, 1))
        for event in np.unique(self.event):
            positions = np.flatnonzero(self.event == event)
            codes[:, positions] = random.permuted(codes[:, positions], axis=1)
        return np.ascontiguousarray((codes + np.arange(self.draws)[:, None] * len(self.outlets)).T, np.int32)


def sample(articles: pa.Table, *, draws: int, seed: int) -> Sample:
    """The kept articles of an articles table. Raises ValueError when two share an id or one has no outlet."""
    columns = (articles[name].to_pylist() for name in ("article_id", "outlet", "event", "wire", "kept"))
    known = [(article, outlet or "", event or "", wire or "") for article, outlet, event, wire, kept in zip(*columns) if kept is not False]
    rows = sorted(known)
    ids = [article for article, *_ in rows]
    if repeated := sorted(article for article, times in Counter(ids).items() if times > 1):
        raise ValueError(f"articles table: repeated article_id {', '.join(repeated[:5])}; every article needs an id of its own")
    if nameless := [article for article, outlet, *_ in rows if not outlet]:
        raise ValueError(f"articles table: no outlet for article {', '.join(nameless[:5])}; fill its outlet column")
    outlets, outlet = np.unique([outlet for _, outlet, *_ in rows] or np.array([], str), return_inverse=True)
    _, event = np.unique([event for _, _, event, _ in rows] or np.array([], str), return_inverse=True)
    named = np.array([bool(event) for _, _, event, _ in rows], bool)
    own = np.array([not is_agency_copy(wire or None, outlet) for _, outlet, _, wire in rows], bool)
    return Sample(tuple(ids), tuple(outlets.tolist()), outlet, event, named, own, draws, seed)


def _membership(outlet: np.ndarray, outlets: int) -> sparse.csr_array:
    places = np.flatnonzero(outlet >= 0)
    return sparse.csr_array((np.ones(len(places)), (outlet[places], places)), shape=(outlets, len(outlet)))


def strata(events: np.ndarray) -> list[np.ndarray]:
    """Positions of the articles of each stratum of an outlet, its events of fewer than five articles collapsed into one.

    >>> [stratum.tolist() for stratum in strata(np.array([0, 0, 0, 0, 0, 1, 2, 2, 3, 3]))]
    [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]
    """
    groups = sorted((np.flatnonzero(events == event) for event in np.unique(events)), key=len)
    pool: list[np.ndarray] = []
    while groups and (len(groups[0]) < SMALLEST_STRATUM or 0 < sum(map(len, pool)) < SMALLEST_STRATUM):
        pool.append(groups.pop(0))
    return [*groups, np.sort(np.concatenate(pool))] if pool else groups


def drawn_sums(sample: Sample, outlet: int, matrix: sparse.csr_array) -> np.ndarray:
    """Sums of columns (the outlet's articles x columns) under each bootstrap draw: columns x draws.

    A sparse product: few articles have any of what a column counts, and its result does not depend on the number of threads.
    """
    return matrix.T.tocsr() @ sample.weights[outlet]


def ratio(numerator: np.ndarray, base: np.ndarray) -> np.ndarray:
    """numerator / base, nan where the base is 0: undefined is not zero."""
    return np.divide(numerator, base, out=np.full(np.broadcast(numerator, base).shape, np.nan), where=base != 0)


def interval(draws: np.ndarray, value: np.ndarray, *, level: float = LEVEL) -> tuple[np.ndarray, np.ndarray]:
    """Percentile interval of each figure from its draws (figures x draws), undefined draws left out.

    Widened to the figure itself where skew leaves it outside; nan where no draw is defined.

    >>> interval(np.arange(101.0)[None, :], np.array([50.0]))
    (array([2.5]), array([97.5]))
    """
    ordered = np.sort(draws, axis=1)  # undefined draws come last; sorting is quicker than a partition here
    defined = np.count_nonzero(~np.isnan(ordered), axis=1)
    ends = []
    for tail in ((1 - level) / 2, (1 + level) / 2):
        place = tail * np.maximum(defined - 1, 0)
        below = np.floor(place).astype(int)
        above = np.minimum(below + 1, np.maximum(defined - 1, 0))
        low, high = (np.take_along_axis(ordered, at[:, None], axis=1)[:, 0] for at in (below, above))
        ends.append(low + (high - low) * (place - below))
    return np.fmin(ends[0], value), np.fmax(ends[1], value)


def outlet_sums(sample: Sample, matrix: np.ndarray) -> np.ndarray:
    """Sum of each column (articles x columns) over each outlet's articles: outlets x columns."""
    return sample.membership @ matrix


def shuffled_sums(sample: Sample, matrix: np.ndarray) -> np.ndarray:
    """The same sums under each permutation: draws x outlets x columns."""
    members = np.flatnonzero(matrix.any(axis=1))  # where nothing is counted, nothing is exchanged
    rows = sample.shuffled[members].ravel()
    starts = np.arange(len(members) + 1, dtype=rows.dtype) * sample.draws
    dealt = sparse.csc_array((np.ones(rows.size), rows, starts), shape=(sample.draws * len(sample.outlets), len(members)))
    return (dealt @ matrix[members]).reshape(sample.draws, len(sample.outlets), matrix.shape[1])


def against_rest(numerator: np.ndarray, base: np.ndarray) -> np.ndarray:
    """Distance of each outlet's ratio from that of all others together. Outlets are the last axis but one."""
    # However outlets are dealt, their sums over all articles stay the same.
    totals, total = (sums.reshape(-1, *sums.shape[-2:])[0].sum(axis=0) for sums in (numerator, base))
    one = np.ones(1)
    return np.abs(numerator * ratio(one, base) - (totals - numerator) * ratio(one, total - base))


def permutation(sample: Sample, numerator: np.ndarray, base: np.ndarray, base_of: np.ndarray) -> np.ndarray:
    """p of each outlet's ratio against all others', two-sided: outlets x figures, nan where undefined.

    numerator: articles x figures. base: articles x bases. base_of: each figure's base.
    """
    p = np.full((len(sample.outlets), len(base_of)), np.nan)
    order = np.argsort(np.count_nonzero(numerator, axis=0), kind="stable")  # rare with rare: few articles to exchange
    for place in np.unique(base_of) if sample.exchangeable else ():
        below = base[:, [place]]
        bases, dealt_bases = outlet_sums(sample, below), shuffled_sums(sample, below)
        columns = order[base_of[order] == place]
        for part in (columns[first : first + _STEP] for first in range(0, len(columns), _STEP)):
            above = numerator[:, part]
            observed, chance = against_rest(outlet_sums(sample, above), bases), against_rest(shuffled_sums(sample, above), dealt_bases)
            p[:, part] = exceedance(observed, chance)
    return p


@lru_cache(maxsize=256)
def dealt(sample: Sample, outlet: int, other: int) -> np.ndarray | None:
    """Whether each article of two outlets, those of the first before those of the other, is dealt to the first: 1 + draws x articles.

    The first deal is as it was. Articles are exchanged within event; None where no event has articles of both. Kept, since all
    figures are tested with the same deals.
    """
    members = np.concatenate([sample.members[outlet], sample.members[other]])
    own, events = np.arange(len(members)) < len(sample.members[outlet]), sample.event[members]
    mixed = [places for event in np.unique(events) for places in [np.flatnonzero(events == event)] if 0 < own[places].sum() < len(places)]
    if not mixed:
        return None
    random = np.random.default_rng([sample.seed, zlib.crc32("\n".join(sample.article_ids[place] for place in members).encode())])
    deals = np.tile(own, (1 + sample.draws, 1))
    for places in mixed:
        size = int(own[places].sum())
        first = np.argpartition(random.random((sample.draws, len(places)), np.float32), size - 1, axis=1)[:, :size]
        deals[1:, places] = False
        deals[1 + np.arange(sample.draws)[:, None], places[first]] = True
    return deals


def exceedance(observed: np.ndarray, chance: np.ndarray) -> np.ndarray:
    """p = (1 + chance values at least as large) / (1 + chance values that are defined), nan where observed is.

    >>> exceedance(np.array([2.0]), np.array([[1.0], [2.0], [np.nan], [0.5]]))
    array([0.5])
    """
    extreme = np.count_nonzero(chance >= observed - 1e-12, axis=0)  # nan compares false
    defined = np.count_nonzero(~np.isnan(chance), axis=0)
    return np.where(np.isnan(observed), np.nan, (1 + extreme) / (1 + defined))


def adjust(p_values: np.ndarray) -> np.ndarray:
    """Benjamini & Hochberg's (1995) q within a family of tests; an undefined test (nan) is held out, not counted as 1.

    >>> adjust(np.array([0.01, np.nan, 0.04, 0.03]))
    array([0.03,  nan, 0.04, 0.04])
    """
    from scipy.stats import false_discovery_control  # here: it takes a second to load, and every command would wait for it

    made = ~np.isnan(p_values)
    q = np.full(p_values.shape, np.nan)
    q[made] = false_discovery_control(p_values[made]) if made.any() else ()
    return q
