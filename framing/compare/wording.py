"""Whether outlets can be told apart by their wording alone, and by which words.

Counts: words in small letters in the sentences of an article, those that stand in 3 articles and more. Words with a capital (names of
places, people and agencies, and the outlet's own name), numbers and marks are left out, so that it is wording and not subject that tells.
Formulas:
    recognised         articles of an outlet that a classifier gives to it / its articles
    balanced_accuracy  mean of these over outlets (outlet null); by chance 1 / outlets
    z                  of a word in an outlet against all others, by log-odds with an informative Dirichlet prior (framing.compare.keyness)
The classifier is a linear support vector machine on tf-idf, trained on four fifths of the events (dates, where events are not given), asked
about the rest, five times over: an article is never judged by one that trained on articles of its event or day. With few events, as many
parts as there are.
Unit: share. Range: 0 to 1. Direction: higher is easier to tell apart; it does not say which outlet words things well.
Undefined: with fewer than two outlets of five articles, or a single event.
Source: Pedregosa et al. (2011), scikit-learn, JMLR 12; telling sources apart as a measure of their difference after Gentzkow & Shapiro
(2010), What drives media slant?, Econometrica 78; the words after Monroe, Colaresi & Quinn (2008).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
from scipy import sparse

from framing.compare import resample
from framing.compare.figure import Figure, Items, column, encode, kept_articles, read
from framing.compare.keyness import fightin_words
from framing.compare.resample import LEVEL, Sample
from framing.compare.rules import Rules
from framing.compare.sums import matrix
from framing.compare.table import assemble, method

SPREAD, PARTS, WORDS = 3, 5, 8
METHOD = "linear support vector machine on words in small letters, trained on other events or dates"
_WORD = re.compile(r"(?<![\w'’-])[a-z][a-z]+(?![\w-])")


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """What is counted: each sentence's words; the base is the articles with their event or date."""
    sentences = read(tables, "sentences")
    rows, words = [], []
    for row, text in enumerate(column(tables, "sentences", "text").to_pylist()):
        found = _WORD.findall(text or "") if sentences.article[row] >= 0 else []
        rows += [row] * len(found)
        words += found
    row = np.array(rows, int)
    articles = sentences.article[row].tolist()
    spread = Counter(word for _, word in set(zip(articles, words)))
    kept = [word if spread[word] >= SPREAD else None for word in words]
    codes, names = encode(pa.array(kept, pa.string()))
    counted = replace(sentences.take(row), category=codes, categories=names)
    counted = counted.take(codes >= 0)
    return [
        Figure(
            measure="wording", statistic="recognised", table="sentences", counted=counted, base=_days(tables), method=METHOD, tested=(),
            place=("", ""),
        )
    ]  # fmt: skip


def _days(tables: Mapping[str, pa.Table]) -> Items:
    """The kept articles with their event, or else their date, or else themselves, as categories."""
    columns = (tables["articles"][name].to_pylist() for name in ("article_id", "event", "date"))
    day = {article: event or date or article for article, event, date in zip(*columns)}
    codes, names = encode(pa.array([day[article] for article in kept_articles(tables["articles"])], pa.string()))
    places = np.arange(len(codes))
    nothing, one = np.full(len(codes), -1), np.ones(len(codes), int)
    return Items(places, places, actor=nothing, voice=nothing, category=codes, weight=one.astype(float), size=one, categories=names)


def estimates(figure: Figure, sample: Sample, rules: Rules) -> list[pa.Table]:
    """Parts of the estimates table: how many articles are recognised, and each outlet's words."""
    outlets = np.array([outlet for outlet, members in enumerate(sample.members) if len(members) >= rules.minimum_articles], int)
    articles = np.flatnonzero(np.isin(sample.outlet, outlets))
    days = np.full(len(sample.article_ids), -1)
    days[figure.base.article] = figure.base.category
    if len(outlets) < 2 or len(set(days[articles].tolist())) < 2 or not len(figure.counted.row):
        return []
    counted = figure.counted
    words = matrix(sample, counted, counted.category, len(counted.categories), counted.weight)
    right = np.zeros(len(sample.article_ids))
    right[articles] = recognised(words[articles], sample.outlet[articles], days[articles]) == sample.outlet[articles]
    return [*_rows(sample, outlets, right), *_words(sample, outlets, words, counted.categories)]


def recognised(words: sparse.csr_array, outlet: np.ndarray, day: np.ndarray) -> np.ndarray:
    """The outlet to which each article (articles x words) is given by a classifier that trained on other days."""
    words = sparse.csr_array((words.data, words.indices.astype(np.int32), words.indptr.astype(np.int32)), shape=words.shape)
    from sklearn.feature_extraction.text import TfidfTransformer
    from sklearn.model_selection import GroupKFold
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    given = np.full(len(outlet), -1)
    for train, test in GroupKFold(min(PARTS, len(set(day.tolist())))).split(outlet, outlet, day):
        if len(set(outlet[train].tolist())) > 1:
            machine = make_pipeline(TfidfTransformer(sublinear_tf=True), LinearSVC(C=0.5, class_weight="balanced", random_state=0))
            given[test] = machine.fit(words[train], outlet[train]).predict(words[test])
    return given


def _rows(sample: Sample, outlets: np.ndarray, right: np.ndarray) -> Iterator[pa.Table]:
    share, drawn = [], []
    for outlet in outlets:
        members = sample.members[outlet]
        share.append(right[members].mean())
        drawn.append(right[members] @ sample.weights[outlet] / len(members))
    together = np.array([*share, np.mean(share)])
    low, high = resample.interval(np.array([*drawn, np.mean(drawn, axis=0)]), together)
    plain = high - low < 1e-9
    sizes = np.array([len(sample.members[outlet]) for outlet in outlets])
    columns = {
        "measure": "wording", "voice": "all", "statistic": np.array(["recognised"] * len(outlets) + ["balanced_accuracy"], object),
        "outlet": np.array([*(sample.outlets[outlet] for outlet in outlets), None], object), "value": together,
        "low": np.where(plain, np.nan, low), "high": np.where(plain, np.nan, high), "level": np.where(plain, np.nan, LEVEL),
        "articles": np.array([*sizes, sizes.sum()]), "observations": np.array([*sizes, sizes.sum()]),
        "method": method(METHOD, sample),
    }  # fmt: skip
    yield assemble(columns)


def _words(sample: Sample, outlets: np.ndarray, words: sparse.csr_array, names: list[str]) -> Iterator[pa.Table]:
    """The words that stand out in each outlet, in 3 of its articles and more, with their uses there."""
    uses, spread = (resample.outlet_sums(sample, matrix.toarray()) for matrix in (words, (words > 0).astype(float)))
    total = uses.sum(axis=1, keepdims=True)
    prior = uses.sum(axis=0) / len(uses)
    _, z = fightin_words(uses, total, uses.sum(axis=0) - uses, total.sum() - total, prior, prior.sum())
    z = np.where((spread >= SPREAD) & np.isfinite(z), z, -np.inf)
    best = [(outlet, word) for outlet in outlets for word in np.argsort(-z[outlet], kind="stable")[:WORDS] if z[outlet, word] > 0]
    if not best:
        return
    outlet, word = np.array(best).T
    common = {
        "measure": "wording", "voice": "all", "outlet": np.array(sample.outlets, object)[outlet], "category": np.array(names, object)[word],
        "articles": spread[outlet, word].astype(int), "observations": total[outlet, 0].astype(int),
    }  # fmt: skip
    yield assemble(common | {"statistic": "count", "value": uses[outlet, word], "method": "observations counted"})
    yield assemble(common | {"statistic": "z", "value": z[outlet, word], "method": "z of log-odds (Monroe et al. 2008)"})
