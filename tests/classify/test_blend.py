import io
from dataclasses import dataclass, replace

import numpy as np
import pytest

from framing.classify import blend, linear
from framing.classify.encoder import Reading

READING = Reading((101, 2027, 102), 1, 2)


@dataclass(frozen=True)
class Sure:
    """Stands for an encoder that always answers the same."""

    told: tuple[float, ...]
    name: str = "m"
    labels: tuple[str, ...] = ("a", "b")

    def probabilities(self, readings):
        return np.array([self.told] * len(readings))


def plain(weight=0.0):
    return linear.Linear("m", ("a", "b"), ("x",), np.array([[weight, -weight]], np.float32), np.zeros(2, np.float32))


def test_logarithms_of_both_are_summed_by_their_shares():
    (found,) = blend.Blend(Sure((0.8, 0.2)), plain()).blended([READING], np.array([[0.1, 0.9]]))
    odds = 4**blend.READ * (1 / 9) ** blend.SEEN
    assert found == pytest.approx([odds / (1 + odds), 1 / (1 + odds)])


def test_the_linear_model_decides_where_the_encoder_is_unsure():
    both = blend.Blend(Sure((0.5, 0.5)), plain(weight=2.0))
    found = both.probabilities([(READING, ({"x": 1.0}, np.zeros(0))), (READING, ({}, np.zeros(0)))])
    assert found[0, 0] > 0.6
    assert found[1].tolist() == [0.5, 0.5]
    assert found.sum(axis=1) == pytest.approx([1, 1])


def test_a_blend_is_only_taken_from_weights_of_one():
    assert blend.from_bytes(plain().to_bytes()) is None
    with pytest.raises(linear.WeightsError, match="not a file of weights"):
        blend.from_bytes(b"nothing")
    with pytest.raises(linear.WeightsError, match="train them again"):
        blend.from_bytes(replace(plain(), task=blend.TASK).to_bytes())
    empty = io.BytesIO()
    np.savez(empty, format=np.array(blend.FORMAT), task=np.frombuffer(blend.TASK.encode(), np.uint8))
    with pytest.raises(linear.WeightsError, match="not a file of weights"):
        blend.from_bytes(empty.getvalue())
