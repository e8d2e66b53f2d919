import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.classify.linear import Linear, WeightsError, from_bytes

MODEL = Linear("m-1", ("no", "yes"), ("a", "b"), np.array([[0.5, -0.5], [0, 1], [0.25, 0]], np.float32), np.array([0, 0.125], np.float32))


def test_probabilities_by_hand():
    (no, yes), = MODEL.probabilities([({"a": 2.0, "unknown": 9.0}, np.array([4.0]))])
    assert no == pytest.approx(1 / (1 + np.exp((-1 + 0.125) - (1 + 1))))
    assert no + yes == pytest.approx(1)


def test_stored_and_read_back_is_the_same_and_so_are_the_bytes():
    again = from_bytes(MODEL.to_bytes())
    assert (again.name, again.labels, again.names) == (MODEL.name, MODEL.labels, MODEL.names)
    np.testing.assert_array_equal(again.weights, MODEL.weights)
    np.testing.assert_array_equal(again.bias, MODEL.bias)
    assert again.to_bytes() == MODEL.to_bytes()


def bare_array():
    file = io.BytesIO()
    np.save(file, np.zeros(3))
    return file.getvalue()


def damaged():
    stored = bytearray(MODEL.to_bytes())
    at = stored.index(b"weights.npy") + 40
    stored[at : at + 60] = bytes(60)
    return bytes(stored)


@pytest.mark.parametrize("stored", [b"", b"nonsense", MODEL.to_bytes()[:40], bare_array(), damaged()])
def test_what_is_no_model_is_refused(stored):
    with pytest.raises(WeightsError, match="framing train") as told:
        from_bytes(stored)
    assert "pickle" not in str(told.value)


def test_another_format_is_refused():
    file = io.BytesIO()
    np.savez(file, format=np.array(99))
    with pytest.raises(WeightsError, match="train them again"):
        from_bytes(file.getvalue())


@given(st.dictionaries(st.sampled_from("abc"), st.floats(-1e3, 1e3)), st.floats(-1e3, 1e3))
def test_probabilities_are_probabilities(named, value):
    row = MODEL.probabilities([(named, np.array([value]))])[0]
    assert row.min() >= 0
    assert row.sum() == pytest.approx(1)
