import dataclasses

import numpy as np
import pytest

from framing.classify import linear, network_fit
from framing.classify.network import Network
from framing.classify.training import Recipe, fit

TWO = Network(
    inward=np.array([[[1.0], [-1.0]], [[0.0], [2.0]]], np.float32),
    threshold=np.array([[0.5], [0.0]], np.float32),
    outward=np.array([[[2.0, 0.0]], [[0.0, 1.0]]], np.float32),
    bias=np.array([[0.0, 1.0], [0.0, 0.0]], np.float32),
)


def either_or(size=400):
    """Of class 1 where exactly one of two numbers is above zero, which no linear model can tell."""
    read = np.random.default_rng(3).normal(size=(size, 6)).astype(np.float32)
    return read, ((read[:, 0] > 0) != (read[:, 1] > 0)).astype(int)


def test_probabilities_of_the_members_are_averaged():
    first = 1 / (1 + np.exp(1 - 2 * 2.5))  # hidden: 3 - 1 + 0.5
    second = 1 / (1 + np.exp(1 * 2.0))  # hidden: 2 * 1
    found = np.exp(TWO.log_odds(np.array([[3.0, 1.0]])))
    assert found[0] == pytest.approx([(first + second) / 2, 1 - (first + second) / 2])


def test_what_is_below_the_threshold_counts_nothing():
    still = np.exp(TWO.log_odds(np.array([[-3.0, -1.0]])))[0, 0]
    assert still == pytest.approx((1 / (1 + np.exp(1)) + 0.5) / 2)


def test_it_learns_what_no_linear_model_can():
    read, classes = either_or(6000)
    network = network_fit.fit(read[:5000], classes[:5000], weight=np.ones(5000))
    right = network.log_odds(read[5000:]).argmax(axis=1) == classes[5000:]
    assert right.mean() > 0.8


def test_numbers_far_from_zero_are_read_as_well():
    read, classes = either_or()
    moved = network_fit.fit(read * 10 + 40, classes, weight=np.ones(400))
    still = network_fit.fit(read, classes, weight=np.ones(400))
    np.testing.assert_allclose(moved.log_odds(read * 10 + 40), still.log_odds(read), atol=0.1)


def test_the_same_data_give_the_same_bits_and_few_are_enough():
    read, classes = either_or(20)
    first, second = (network_fit.fit(read, classes, weight=np.ones(20)) for _ in range(2))
    for layer in dataclasses.fields(Network):
        assert getattr(first, layer.name).tobytes() == getattr(second, layer.name).tobytes()
    assert np.isfinite(first.log_odds(read)).all()


def test_an_example_of_no_weight_teaches_nothing():
    read, classes = either_or(1000)
    wrong = np.concatenate([classes, 1 - classes])
    heard = network_fit.fit(np.concatenate([read] * 2), wrong, weight=np.repeat([1.0, 0.0], 1000))
    assert (heard.log_odds(read).argmax(axis=1) == classes).mean() > 0.7


def test_beside_a_linear_model_both_count_alike_and_both_are_stored():
    alone = linear.Linear("m", ("no", "yes"), ("a",), np.array([[0.0, 1.0], [0.5, 0.0]], np.float32), np.zeros(2, np.float32))
    both = dataclasses.replace(alone, network=TWO)
    row = {"a": 2.0}, np.array([1.0, 3.0, 1.0])
    by_hand = np.sqrt(alone.probabilities([(row[0], row[1][:1])])[0] * np.exp(TWO.log_odds(row[1][None, 1:]))[0])
    assert both.probabilities([row])[0] == pytest.approx(by_hand / by_hand.sum())
    again = linear.from_bytes(both.to_bytes())
    np.testing.assert_array_equal(again.probabilities([row]), both.probabilities([row]))
    assert again.to_bytes() == both.to_bytes()
    assert linear.from_bytes(alone.to_bytes()).network is None


def test_training_gives_the_end_of_the_vector_to_the_network():
    read, classes = either_or()
    rows = [({"seen": 1.0}, np.concatenate([np.ones(2, np.float32), one])) for one in read]
    gold = [("same", "other")[number] for number in classes]
    model = fit("m", ("same", "other"), rows, gold, recipe=Recipe(strength=1.0, rare=1, network=6))
    assert model.network.inputs == 6
    assert len(model.weights) == 3
