"""Bootstrap, permutation and correction, each against what is known of it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from compare_corpora import corpus

from framing.compare import resample


def drawn(size: int, *, draws: int = 4000, events: int = 0, outlets: int = 1) -> resample.Sample:
    articles = [(f"a{n:03}", f"o{n % outlets}") for n in range(size)]
    event = {article: f"e{n % events}" for n, (article, _) in enumerate(articles)} if events else None
    return resample.sample(corpus(*articles, event=event)["articles"], draws=draws, seed=7)


def test_bootstrap_interval_of_a_mean_is_about_two_standard_errors():
    values = np.random.default_rng(1).normal(10, 2, 60)
    [weights] = drawn(60).weights
    low, high = resample.interval(values[None, :] @ weights / 60, np.array([values.mean()]))
    error = values.std() / math.sqrt(60)
    assert low[0] == pytest.approx(values.mean() - 1.96 * error, abs=0.15 * error)
    assert high[0] == pytest.approx(values.mean() + 1.96 * error, abs=0.15 * error)


def test_every_draw_takes_as_many_articles_of_each_stratum_as_there_are():
    sample = drawn(40, draws=50, events=4)
    [weights] = sample.weights
    for event in range(4):
        assert (weights[sample.event == event].sum(axis=0) == 10).all()


def test_small_strata_are_collapsed_so_that_no_interval_is_of_zero_width_by_design():
    sample = drawn(6, draws=50, events=6)  # one article an event
    assert sample.weights[0].std(axis=1).min() > 0


def test_a_draw_without_a_base_is_left_out():
    low, high = resample.interval(np.array([[np.nan, 1.0, 2.0, 3.0]]), np.array([2.0]))
    assert (low[0], high[0]) == (pytest.approx(1.05), pytest.approx(2.95))
    low, high = resample.interval(np.array([[np.nan, np.nan]]), np.array([np.nan]))
    assert np.isnan(low[0]) and np.isnan(high[0])


def test_p_is_uniform_without_a_difference_and_small_with_one():
    sample = drawn(60, draws=500, outlets=3)
    chance = np.random.default_rng(2).poisson(3, (60, 40)).astype(float)
    base, base_of = np.full((60, 1), 10.0), np.zeros(40, int)
    p = resample.permutation(sample, chance, base, base_of)
    assert 0.35 < p.mean() < 0.65
    chance[sample.outlet == 0] += 6
    assert resample.permutation(sample, chance, base, base_of)[0].max() < 0.01


def test_permutation_stays_within_events():
    # A reports one event more, B the other, and within an event both are alike: only exchange across events could tell them apart.
    articles = [(f"a{n:02}", "A" if n in (10, 11) or n < 8 else "B") for n in range(20)]
    tables = corpus(*articles, event={article: f"e{n // 10}" for n, (article, _) in enumerate(articles)})
    sample = resample.sample(tables["articles"], draws=300, seed=7)
    level = (sample.event * 100.0)[:, None]
    p = resample.permutation(sample, level, np.ones((20, 1)), np.array([0]))
    assert np.all(p == 1.0)


def test_no_exchange_no_p():
    articles = [(f"{outlet}{n}", outlet) for outlet in "AB" for n in range(5)]
    tables = corpus(*articles, event=dict(articles))
    sample = resample.sample(tables["articles"], draws=100, seed=1)
    assert np.isnan(resample.permutation(sample, np.ones((10, 1)), np.ones((10, 1)), np.array([0]))).all()


def test_undefined_tests_are_held_out_of_the_correction():
    held = resample.adjust(np.array([0.01, np.nan, 0.02]))
    assert held[[0, 2]].tolist() == resample.adjust(np.array([0.01, 0.02])).tolist()
    assert np.isnan(held[1])
