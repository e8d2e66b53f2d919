"""Keyness: the labels, and the loaded words, that set an outlet apart from all others.

Counts: each label (lemmas of its modifiers and head: "islamist rebel") or item of loaded language (its lexicon entry).
Formula, Monroe, Colaresi & Quinn (2008), eq. 16, 18-20, 22, for an item with y of n in the outlet, y' of n' in all others, prior a of a0:
    log_odds = ln((y + a) / (n + a0 - y - a)) - ln((y' + a) / (n' + a0 - y' - a))
    z = log_odds / sqrt(1 / (y + a) + 1 / (y' + a))
The informative prior is the item's frequency over all outlets, scaled to weigh as much as the mean outlet (a0 = all items / outlets).
Unit: natural log of an odds ratio (z: standard deviations). Range: unbounded. Direction: above 0 the outlet uses it more than others do.
The interval of log_odds is the bootstrap's over articles, as elsewhere: z takes every occurrence as independent, the interval does not.
Undefined: below the rules' minimum of articles and items in the outlet or in the others. Items of fewer than 5 uses are left out.
Source: Monroe, Colaresi & Quinn (2008), Fightin' Words, Political Analysis 16(4). It has no worked number; this one is worked by hand:
10 of 100 against 10 of 300 with a prior of 2 of 40 is ln(12 / 128) - ln(12 / 328) = ln(2.5625).

>>> log_odds, z = fightin_words(*(np.array([float(count)]) for count in (10, 100, 10, 300, 2, 40)))
>>> log_odds.round(4), z.round(3)
(array([0.941]), array([2.305]))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import numpy as np
import pyarrow as pa
from scipy import sparse

from framing.compare import pairs_odds, resample
from framing.compare.figure import SPEECH, VOICES, Figure, Items, column, encode, flags, read
from framing.compare.pairs import Compared
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import Rules
from framing.compare.sums import matrix
from framing.compare.table import assemble, held_out, method

LEAST = 5
Pairs = tuple[np.ndarray, np.ndarray]
"""Places of outlets and of items, pair by pair."""
_VOICES = {voice: SPEECH[voice] for voice in ("outlet", "quoted")}
METHOD = "log-odds with informative Dirichlet prior (Monroe et al. 2008), outlet against all others"
_LOADED = ("loaded", "sensational", "euphemism", "dysphemism")
_STEP = 16  # items drawn at a time: 4 MB with 15 outlets at 2,000 draws


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """What is counted for distinctive labels and distinctive words."""
    labels = read(tables, "mentions", voice="voice").take(flags(tables, "mentions", "kind", "label"))
    words = read(tables, "language", voice="voice")
    loaded = np.logical_or.reduce([flags(tables, "language", "category", category) for category in _LOADED])
    entries = [plain(entry or "") for entry in column(tables, "language", "entry").to_pylist()]
    return [
        _figure("distinctive_labels", "mentions", labels.of(encode(_forms(tables)))),
        _figure("distinctive_words", "language", words.take(loaded).of(encode(pa.array(entries, pa.string())))),
    ]


def fightin_words(
    y: np.ndarray, n: np.ndarray, y_others: np.ndarray, n_others: np.ndarray, prior: np.ndarray, prior_total: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """log-odds ratio and its z from counts that broadcast; nan where an item is all there is."""
    here, there = y + prior, y_others + prior
    with np.errstate(divide="ignore", invalid="ignore"):
        log_odds = np.log(here / (n + prior_total - here)) - np.log(there / (n_others + prior_total - there))
        log_odds = np.where(np.isfinite(log_odds), log_odds, np.nan)
        return log_odds, log_odds / np.sqrt(1 / here + 1 / there)


def estimates(figure: Figure, sample: Sample, rules: Rules) -> list[pa.Table]:
    """Parts of the estimates table: count, log_odds and z of each item in each outlet that uses it."""
    voices = [voice for voice in _VOICES if np.any((figure.counted.voice == VOICES.index(voice)) & (figure.counted.article >= 0))]
    drawn = [_voice(figure, sample, rules, voice) for voice in voices]
    p = np.concatenate([columns["p_value"] for columns in drawn]) if drawn else np.array([])
    tested = np.concatenate([np.full(len(columns["p_value"]), voice in figure.tested) for voice, columns in zip(voices, drawn)] or [p == 0])
    q, first, parts = resample.adjust(p), 0, []
    for columns in drawn:
        last = first + len(columns["p_value"])
        parts += _rows(columns | {"q_value": q[first:last]}, sample) if last > first else []
        first = last
    return [*parts, held_out(figure.measure, p[tested])]


def compared(figure: Figure, sample: Sample, rules: Rules) -> list[Compared]:
    """The same items of every two outlets, in one family; items that the two use fewer than 5 times together are left out."""
    if sample.single:
        return []
    voices = [voice for voice in _VOICES if np.any((figure.counted.voice == VOICES.index(voice)) & (figure.counted.article >= 0))]
    found = [(voice, *_counts(figure, sample, voice, LEAST)) for voice in voices]
    found = [(voice, counts, items) for voice, counts, items in found if items]
    if not found:
        return []
    sizes = [len(items) for _, _, items in found]
    sums = np.concatenate([counts.sum(axis=0)[:-1] for _, counts, _ in found]) / len(sample.outlets)
    cells = {
        "actor": np.full(sum(sizes), None, object),
        "voice": np.repeat(np.array([voice for voice, _, _ in found], object), sizes),
        "category": np.array([item for _, _, items in found for item in items], object),
    }
    base = np.stack([counts[:, -1] for _, counts, _ in found], axis=1)
    base_of = np.repeat(np.arange(len(found)), sizes)
    return [
        pairs_odds.compared(
            figure.measure, cells, np.hstack([counts[:, :-1] for _, counts, _ in found]), base, base_of, sample, rules, prior=sums,
            total=(base.sum(axis=0) / len(sample.outlets))[base_of], tested=np.isin(cells["voice"], figure.tested), least=LEAST,
        )
    ]  # fmt: skip


def _figure(measure: str, table: str, items: Items) -> Figure:
    counted = items.heard(_VOICES)
    base = counted.without("category")
    return Figure(measure=measure, statistic="log_odds", table=table, counted=counted, base=base, method=METHOD, closed=False)


def plain(entry: str) -> str:
    """A lexicon entry's words: "english/loaded-language#loaded:so-called/ADJ" is "so-called"."""
    return " ".join(word.partition("/")[0].lstrip("=") for word in entry.rpartition(":")[2].split())


def _forms(tables: Mapping[str, pa.Table]) -> pa.Array:
    """Each mention's modifiers and head's lemma."""
    modifiers, heads = (column(tables, "mentions", name).to_pylist() for name in ("modifiers", "head"))
    return pa.array([" ".join([*(before or ()), head or ""]).casefold().strip() for before, head in zip(modifiers, heads)], pa.string())


def _voice(figure: Figure, sample: Sample, rules: Rules, voice: str) -> dict[str, object]:
    """Columns of one voice, a row for each outlet and item that it uses."""
    # Where no outlet can get a figure, rare items do no harm: all are counted.
    enough = max(map(len, sample.members)) >= rules.minimum_articles
    counts, items = _counts(figure, sample, voice, LEAST if enough else 1)
    sums = resample.outlet_sums(sample, counts)
    articles, labels = resample.outlet_sums(sample, counts[:, -1:] > 0)[:, 0], sums[:, -1]
    own = rules.objections(articles, labels, single=sample.single)
    others = rules.objections(articles.sum() - articles, labels.sum() - labels, single=sample.single, of="other outlets together: ")
    note = np.where(own == None, others, own)  # noqa: E711 - elementwise
    allowed = np.array([reason is None for reason in note], bool)[:, None]
    log_odds, z = _observed(sums)
    nothing = np.full(log_odds.shape, np.nan)
    low, high = _intervals(sample, counts, sums, log_odds)
    test = voice in figure.tested and sample.exchangeable and allowed.any()
    p = _permutation(sample, counts, sums, log_odds) if test else nothing
    outlet, item = np.nonzero(sums[:, :-1])
    numbers = {"value": log_odds, "z": z, "low": low, "high": high, "p_value": p}
    return {
        "measure": figure.measure,
        "outlet": np.array(sample.outlets, object)[outlet],
        "voice": voice,
        "category": np.array(items, object)[item],
        "count": sums[outlet, item],
        "articles": articles[outlet].astype(int),
        "observations": labels[outlet].astype(int),
        "note": note[outlet],
        **{name: np.where(allowed, matrix, np.nan)[outlet, item] for name, matrix in numbers.items()},
    }


def _rows(columns: dict[str, object], sample: Sample) -> Iterator[pa.Table]:
    """The rows of count, log_odds and z from the columns of a voice."""
    count, z = columns["count"], columns["z"]
    only = {"low": None, "high": None, "p_value": None, "q_value": None}
    level = np.where(np.isnan(columns["low"]), np.nan, LEVEL)
    yield assemble(columns | only | {"statistic": "count", "value": count, "method": "observations counted", "note": None})
    yield assemble(columns | {"statistic": "log_odds", "level": level, "method": method(METHOD, sample)})
    yield assemble(columns | only | {"statistic": "z", "value": z, "method": METHOD})


def _counts(figure: Figure, sample: Sample, voice: str, least: int) -> tuple[np.ndarray, list[str]]:
    """Articles x items of a voice that are frequent enough; the last column is all items, rare ones included."""
    counted = figure.counted
    heard = counted.take((counted.voice == VOICES.index(voice)) & (counted.article >= 0) & (counted.category >= 0))
    frequent = np.flatnonzero(np.bincount(heard.category, minlength=len(counted.categories)) >= least)
    place = np.full(len(counted.categories), -1)
    place[frequent] = np.arange(len(frequent))
    counts = matrix(sample, heard, place[heard.category], len(frequent) + 1, heard.weight).toarray()
    counts[:, -1] = np.bincount(heard.article, minlength=len(counts))
    return counts, [counted.categories[code] for code in frequent.tolist()]


def _odds(
    sums: np.ndarray, others: np.ndarray, total: np.ndarray, others_total: np.ndarray, observed: np.ndarray, item: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """log-odds and z of items from the sums of an outlet and of all others; the prior comes from the observed sums."""
    outlets = len(observed)
    return fightin_words(sums, total, others, others_total, observed[:, item].sum(axis=0) / outlets, observed[:, -1].sum() / outlets)


def _observed(sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """log-odds and z of every outlet and item."""
    y, n = sums[:, :-1], sums[:, -1:]
    return _odds(y, y.sum(axis=0) - y, n, n.sum(axis=0) - n, sums, np.arange(y.shape[1]))


def _resampled(counts: np.ndarray, sums: np.ndarray, draw: Callable[[np.ndarray], np.ndarray]) -> Iterator[tuple[Pairs, np.ndarray]]:
    """log-odds of the items that outlets use under each draw, some items at a time: ((outlets, items), draws x pairs).

    draw: articles x columns to draws x outlets x columns.
    """
    total = draw(counts[:, -1:])
    for first in range(0, counts.shape[1] - 1, _STEP):
        part = slice(first, min(first + _STEP, counts.shape[1] - 1))
        outlet, place = np.nonzero(sums[:, part])
        drawn = draw(counts[:, part])
        y, n = drawn[:, outlet, place], total[:, outlet, 0]
        others, others_total = drawn.sum(axis=1)[:, place] - y, total.sum(axis=1) - n
        yield (outlet, place + first), _odds(y, others, n, others_total, sums, place + first)[0]


def _bootstrapped(sample: Sample, counts: np.ndarray) -> np.ndarray:
    """Outlet sums under each bootstrap draw: draws x outlets x columns."""
    sums = [resample.drawn_sums(sample, outlet, sparse.csr_array(counts[members])) for outlet, members in enumerate(sample.members)]
    return np.stack(sums).transpose(2, 0, 1)


def _intervals(sample: Sample, counts: np.ndarray, sums: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Intervals of the log-odds of every item that an outlet uses: each draw redraws the articles of all outlets."""
    ends = np.full((2, *value.shape), np.nan)
    for pairs, odds in _resampled(counts, sums, partial(_bootstrapped, sample)):
        ends[:, *pairs] = resample.interval(np.ascontiguousarray(odds.T), value[pairs])
    return ends[0], ends[1]


def _permutation(sample: Sample, counts: np.ndarray, sums: np.ndarray, value: np.ndarray) -> np.ndarray:
    """p of the distance from the others, |log-odds|, of every item that an outlet uses."""
    p = np.full(value.shape, np.nan)
    for pairs, odds in _resampled(counts, sums, partial(resample.shuffled_sums, sample)):
        p[pairs] = resample.exceedance(np.abs(value[pairs]), np.abs(odds))
    return p
