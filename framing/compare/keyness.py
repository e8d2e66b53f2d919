"""Keyness: the labels, and the loaded words, that set an outlet apart from all others.

Counts: each label (lemmas of its modifiers and head: "islamist rebel") or language item (the lexicon's entry) of an outlet against all others.
Formula, Monroe, Colaresi & Quinn (2008), eq. 16, 18-20 and 22, for item w with y of n in the outlet, y' of n' in the others and prior a_w of a0:
    log_odds = ln((y + a_w) / (n + a0 - y - a_w)) - ln((y' + a_w) / (n' + a0 - y' - a_w));  z = log_odds / sqrt(1 / (y + a_w) + 1 / (y' + a_w))
The informative prior is the item's frequency over all outlets, scaled to weigh as much as the mean outlet (a0 = all items / outlets).
Unit: natural log of an odds ratio (z: standard deviations). Range: unbounded. Direction: above 0 the outlet uses it more than the others do.
The interval of log_odds is the bootstrap's over articles, as elsewhere: z treats every occurrence as independent, the interval does not.
Undefined: below the rules' minimum of articles and items in the outlet or in the others; items of fewer than 5 occurrences in all are left out.
Source: Monroe, Colaresi & Quinn (2008), Fightin' Words, Political Analysis 16(4). It has no worked number; this one is worked by hand:
10 of 100 against 10 of 300 with a prior of 2 of 40 is ln(12 / 128) - ln(12 / 328) = ln(2.5625).

>>> log_odds, z = fightin_words(np.array([10.0]), np.array([100.0]), np.array([10.0]), np.array([300.0]), np.array([2.0]), 40.0)
>>> log_odds.round(4), z.round(4)
(array([0.941]), array([2.305]))
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from framing.compare import estimate, resample
from framing.compare.figure import SPEECH, Base, Cell, Figure, Observation, rows
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import Rules

LEAST = 5
METHOD = "log-odds with informative Dirichlet prior (Monroe et al. 2008), outlet against all others"


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """What is counted for distinctive labels and distinctive words."""
    mentions = enumerate(rows(tables, "mentions", "article_id", "voice", "kind", "modifiers", "head"))
    labels = [
        (row, article, voice, " ".join([*(modifiers or ()), head or ""]).casefold().strip())
        for row, (article, voice, kind, modifiers, head) in mentions
        if kind == "label"
    ]
    words = [
        (row, article, voice, (entry or "").rpartition(":")[2].casefold())
        for row, (article, voice, category, entry) in enumerate(rows(tables, "language", "article_id", "voice", "category", "entry"))
        if category in {"loaded", "euphemism"}
    ]
    return [_figure("distinctive_labels", "mentions", labels), _figure("distinctive_words", "language", words)]


def fightin_words(
    y: np.ndarray, n: np.ndarray, y_others: np.ndarray, n_others: np.ndarray, prior: np.ndarray, prior_total: float
) -> tuple[np.ndarray, np.ndarray]:
    """log-odds ratio and its z, for arrays of counts that broadcast; occurrences y of n items, prior of prior_total."""
    here, there = y + prior, y_others + prior
    log_odds = np.log(here / (n + prior_total - here)) - np.log(there / (n_others + prior_total - there))
    return log_odds, log_odds / np.sqrt(1 / here + 1 / there)


def estimates(figure: Figure, sample: Sample, rules: Rules) -> list[dict[str, object]]:
    """Rows of the estimates table: count, log_odds and z of each item in each outlet that uses it."""
    found: list[dict[str, object]] = []
    p_rows, p_values = [], []
    for voice in sorted({base.cell.voice for base in figure.base}):
        counts, items = _matrix(figure, sample, voice)
        rows_of_voice, p = _voice(figure, sample, rules, voice, counts, items)
        found += rows_of_voice
        if voice in figure.tested:
            p_rows += [row for row in rows_of_voice if row["statistic"] == "log_odds"]
            p_values += p
    made = np.array(p_values, float)[None, :]
    p, q = estimate.family(made)
    adjusted = {id(row): {"p_value": a, "q_value": b} for row, a, b in zip(p_rows, p[0], q[0])}
    return [row | adjusted.get(id(row), {}) for row in found] + estimate.held_out(figure.measure, p[0])


def _figure(measure: str, table: str, found: list[tuple[int, str, str, str]]) -> Figure:
    return Figure(
        measure=measure,
        statistic="log_odds",
        table=table,
        counted=[Observation(row, article, Cell(None, heard, item)) for row, article, voice, item in found for heard in SPEECH[voice]],
        base=[Base(article, Cell(None, heard)) for _, article, voice, _ in found for heard in SPEECH[voice]],
        method=METHOD,
        closed=False,
    )


def _matrix(figure: Figure, sample: Sample, voice: str) -> tuple[np.ndarray, list[str]]:
    """Articles x items of a voice; the last column is all items, rare ones included."""
    kept = [(sample.index[i.article_id], i.cell.category) for i in figure.counted if i.cell.voice == voice and i.article_id in sample.index]
    names, code = np.unique(np.array([item for _, item in kept], str), return_inverse=True)
    occurrences = np.bincount(code, minlength=len(names))
    frequent = np.flatnonzero(occurrences >= LEAST)
    column = np.full(len(names), -1)
    column[frequent] = np.arange(len(frequent))
    counts = np.zeros((len(sample.article_ids), len(frequent) + 1))
    for (article, _), item in zip(kept, code.tolist()):
        counts[article, -1] += 1
        if column[item] >= 0:
            counts[article, column[item]] += 1
    return counts, names[frequent].tolist()


def _voice(
    figure: Figure, sample: Sample, rules: Rules, voice: str, counts: np.ndarray, items: list[str]
) -> tuple[list[dict[str, object]], list[float]]:
    """Rows of one voice, and the p of each log_odds row (nan where undefined)."""
    sums = resample.outlet_sums(sample, counts)
    articles = np.array([(counts[members, -1] > 0).sum() for members in sample.members])
    objections = [_objection(rules, sample, articles, sums[:, -1], outlet) for outlet in range(len(sample.outlets))]
    allowed = np.array([objection is None for objection in objections])
    value, z = _odds(sums[None], sums)
    low, high = _intervals(sample, counts, sums, value[0])
    p = np.full(value[0].shape, np.nan)
    if allowed.any() and sample.exchangeable and voice in figure.tested and items:
        p[allowed] = _permutation(sample, counts, sums, value[0])[allowed]
    found, p_values = [], []
    for outlet, name in enumerate(sample.outlets):
        numbers = [estimate.rounded(array[outlet]) for array in (value[0], low, high, z[0])] if allowed[outlet] else None
        for k in np.flatnonzero(sums[outlet, :-1]).tolist():
            common = {"measure": figure.measure, "outlet": name, "voice": voice, "category": items[k]}
            common |= {"articles": int(articles[outlet]), "observations": int(sums[outlet, -1]), "note": objections[outlet]}
            figures_of_item = [column[k] for column in numbers] if numbers else [None] * 4
            odds = dict(zip(("value", "low", "high"), figures_of_item)) | {"level": LEVEL if numbers else None}
            found.append(common | {"statistic": "count", "value": float(sums[outlet, k]), "method": "observations counted", "note": None})
            found.append(common | odds | {"statistic": "log_odds", "method": estimate.method(METHOD, sample)})
            found.append(common | {"statistic": "z", "value": figures_of_item[3], "method": METHOD})
            p_values.append(p[outlet, k])
    return found, p_values


def _objection(rules: Rules, sample: Sample, articles: np.ndarray, items: np.ndarray, outlet: int) -> str | None:
    """Why an outlet's items must not be compared: too few of its own, or of the others."""
    own = rules.objection(int(articles[outlet]), int(items[outlet]), single=sample.single)
    others = rules.objection(int(articles.sum() - articles[outlet]), int(items.sum() - items[outlet]))
    return own or (f"other outlets together: {others}" if others else None)


def _odds(sums: np.ndarray, observed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """log-odds and z from outlet sums (... x outlets x items and all); the prior comes from the observed sums."""
    total = observed[:, -1].sum()
    prior_total = total / max(1, len(observed))
    prior = observed[:, :-1].sum(axis=0) / max(total, 1) * prior_total
    y, n = sums[..., :-1], sums[..., -1:]
    return fightin_words(y, n, y.sum(-2, keepdims=True) - y, n.sum(-2, keepdims=True) - n, prior, prior_total)


def _intervals(sample: Sample, counts: np.ndarray, sums: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Bootstrap intervals of every outlet's log-odds: each draw redraws the articles of all outlets."""
    low, high = np.empty_like(value), np.empty_like(value)
    for first in range(0, value.shape[1], 50):
        part = np.r_[first : min(first + 50, value.shape[1]), value.shape[1]]
        drawn = np.stack([weights @ counts[np.ix_(members, part)] for members, weights in zip(sample.members, sample.weights)], axis=1)
        odds = _part(drawn, sums, part)
        for outlet in range(len(sample.outlets)):
            ends = resample.interval(odds[:, outlet].T, value[outlet, part[:-1]])
            low[outlet, part[:-1]], high[outlet, part[:-1]] = ends
    return low, high


def _permutation(sample: Sample, counts: np.ndarray, sums: np.ndarray, value: np.ndarray) -> np.ndarray:
    """p of each outlet's |log-odds|."""
    p = np.empty_like(value)
    for first in range(0, value.shape[1], 50):
        part = np.r_[first : min(first + 50, value.shape[1]), value.shape[1]]
        chance = np.abs(_part(resample.shuffled_sums(sample, counts[:, part]), sums, part))
        p[:, part[:-1]] = resample.exceedance(np.abs(value[:, part[:-1]]), chance)
    return p


def _part(drawn: np.ndarray, sums: np.ndarray, part: np.ndarray) -> np.ndarray:
    """log-odds of some items under each draw (draws x outlets x items)."""
    return _odds(drawn, sums[:, part])[0]
