"""Differences on other terms, from sums by article made by hand."""

import numpy as np

from framing.compare import checks
from framing.compare.cell import ByArticle
from framing.compare.resample import sample
from framing.compare.robustness import stricter, without_one_article
from framing.compare.rules import Rules
from framing.tables import build

RULES = Rules(minimum_articles=2, minimum_observations=5)


def drawn(each=6):
    rows = [{"article_id": f"{outlet}{number}", "outlet": outlet, "kept": True} for outlet in ("high", "low") for number in range(each)]
    return sample(build("articles", rows), draws=200, seed=1)


def cell(weight, size=10):
    weight = np.array(weight, float)
    return ByArticle(weight, np.full(len(weight), float(size)), np.full(len(weight), float(size)))


def test_a_difference_in_every_article_survives_the_loss_of_any():
    trial = without_one_article(cell([8, 9, 8, 9, 8, 9, 1, 2, 1, 2, 1, 2]), drawn(), "high", "low", RULES)
    assert trial.survives and trial.article in {"high1", "high3", "high5", "low0", "low2", "low4"}
    assert trial.low.value < 0.2 and trial.high.value > 0.8


def test_a_difference_that_one_article_makes_falls_without_it():
    sums = cell([60, 1, 2, 1, 2, 1, 1, 2, 1, 2, 1, 2])
    trial = without_one_article(sums, drawn(), "high", "low", RULES)
    assert trial.article == "high0" and not trial.survives and trial.defined


def test_with_too_little_left_nothing_survives():
    trial = without_one_article(cell([9, 9, 1, 1]), drawn(2), "high", "low", RULES)
    assert not trial.defined and not trial.survives


def test_twice_the_minimum_is_asked_of_both():
    rules = Rules()
    assert stricter({"articles": 10, "observations": 40}, {"articles": 11, "observations": 400}, rules)
    assert not stricter({"articles": 10, "observations": 40}, {"articles": 9, "observations": 400}, rules)
    assert not stricter({"articles": 10, "observations": 39}, {"articles": 10, "observations": 40}, rules)


def test_sources_words_are_counted_in_for_figures_of_the_own_voice_only():
    ids = [(f"{outlet}{number}", outlet) for outlet in ("high", "low") for number in range(6)]
    mentions = [
        {"article_id": article, "sentence": 0, "start": place, "end": place + 1, "text": "rebels", "actor": "x", "kind": kind,
         "head": "rebel", "facets": [], "voice": voice}
        for article, outlet in ids
        for place, (kind, voice) in enumerate(
            [("name" if outlet == "high" else "label", "outlet")] * 5 + [("label" if outlet == "high" else "name", "direct")] * 5
        )
    ]  # fmt: skip
    articles = build("articles", [{"article_id": article, "outlet": outlet, "kept": True} for article, outlet in ids])
    tables = {"articles": articles, "mentions": build("mentions", mentions)}
    row = {"measure": "naming", "statistic": "share", "actor": "x", "category": "name", "voice": "outlet", "outlet": "high"}
    looked = checks(tables, draws=100)
    trial = looked.all_voices(row, row | {"outlet": "low"})
    assert (trial.high.value, trial.low.value) == (0.5, 0.5) and not trial.survives
    assert looked.all_voices(row | {"voice": "quoted"}, row | {"voice": "quoted", "outlet": "low"}) is None
