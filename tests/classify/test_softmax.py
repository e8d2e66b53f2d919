import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from framing.classify import softmax


@pytest.mark.parametrize("classes", [2, 3])
def test_it_finds_what_scikit_learn_finds(classes):
    random = np.random.default_rng(0)
    sparse = csr_matrix((random.random((80, 12)) < 0.2).astype(float))
    dense = random.normal(size=(80, 4))
    gold, weight = random.integers(0, classes, 80), random.choice([0.3, 1.0], 80)
    weights, bias = softmax.fit(sparse, dense, gold, weight=weight, strength=0.5, tolerance=1e-4)
    found = np.asarray(sparse @ weights[:12]) + dense @ weights[12:] + bias
    found = np.exp(found) / np.exp(found).sum(axis=1, keepdims=True)
    # of two classes scikit-learn fits one column, whose penalty is that of two columns of half the size taken twice
    whole = hstack([sparse, dense]).tocsr()
    there = LogisticRegression(C=0.5 if classes > 2 else 1.0, tol=1e-6, max_iter=1000).fit(whole, gold, sample_weight=weight)
    np.testing.assert_allclose(found, there.predict_proba(whole), atol=2e-3)


def test_the_same_data_give_the_same_bits():
    random = np.random.default_rng(1)
    given = csr_matrix(random.random((30, 5))), random.normal(size=(30, 3)), np.arange(30) % 3
    first, second = (softmax.fit(*given, weight=np.ones(30), strength=1.0) for _ in range(2))
    assert first[0].tobytes() == second[0].tobytes()
    assert first[1].tobytes() == second[1].tobytes()
