import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from framing.classify import soft_labels


def examples(size=200, labels=3):
    random = np.random.default_rng(0)
    seen_as = random.normal(size=(size, 4)) * (random.random((size, 4)) < 0.7) * [1, 1, 0.05, 5]
    return csr_matrix(seen_as), np.digitize(seen_as[:, 0] + 0.3 * random.normal(size=size), [-0.3, 0.3])[:size] % labels


def test_with_sure_labels_it_fits_what_scikit_learn_fits(monkeypatch):
    seen_as, gold = examples()
    weight = np.where(np.arange(200) % 3, 1.0, 0.3)
    expected = LogisticRegression(C=0.5, tol=1e-8, max_iter=1000).fit(seen_as, gold, sample_weight=weight)
    monkeypatch.setattr(soft_labels, "PRECISION", 1e-14)
    weights, bias = soft_labels.fit(seen_as, np.eye(3)[gold], weight, strength=0.5)
    np.testing.assert_allclose(weights.T, expected.coef_, atol=1e-3)
    np.testing.assert_allclose(bias - bias.mean(), expected.intercept_ - expected.intercept_.mean(), atol=1e-3)


def test_a_doubtful_answer_is_as_two_answers_of_half_the_weight():
    seen_as, gold = examples()
    doubt = (np.eye(3)[gold] + np.eye(3)[(gold + 1) % 3]) / 2
    once = soft_labels.fit(seen_as, doubt, np.ones(200), strength=0.5)
    both = csr_matrix(np.vstack([seen_as.toarray()] * 2))
    twice = soft_labels.fit(both, np.eye(3)[np.append(gold, (gold + 1) % 3)], np.full(400, 0.5), strength=0.5)
    for one, other in zip(once, twice):
        np.testing.assert_allclose(one, other, atol=1e-6)


def test_stopping_early_costs_little(monkeypatch):
    seen_as, gold = examples()
    early, _ = soft_labels.fit(seen_as, np.eye(3)[gold], np.ones(200), strength=0.5)
    monkeypatch.setattr(soft_labels, "PRECISION", 1e-14)
    late, _ = soft_labels.fit(seen_as, np.eye(3)[gold], np.ones(200), strength=0.5)
    assert np.abs(early - late).max() < 0.05 * np.abs(late).max()


def test_the_same_examples_give_the_same_numbers_and_more_strength_larger_ones():
    seen_as, gold = examples()
    first, again, strong = (soft_labels.fit(seen_as, np.eye(3)[gold], np.ones(200), strength=one)[0] for one in (0.1, 0.1, 1.0))
    assert (first == again).all()
    assert np.linalg.norm(strong) > np.linalg.norm(first)


def test_the_bias_is_free_of_the_penalty():
    shares = np.tile([0.7, 0.2, 0.1], (50, 1))
    weights, bias = soft_labels.fit(csr_matrix(np.zeros((50, 2))), shares, np.ones(50), strength=1e-6)
    assert not weights.any()
    np.testing.assert_allclose(np.exp(bias) / np.exp(bias).sum(), shares[0], atol=0.01)
    assert bias[0] == pytest.approx(bias.max())
