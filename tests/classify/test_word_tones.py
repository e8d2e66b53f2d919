import io
import json
from importlib.resources import files

import numpy as np
import pytest

from framing.classify import linear, tone, word_tones, words


def leaning(word):
    known = words.load()
    return known.toned[known.row[word], known.vectors.shape[1] :]


def test_leanings_are_centred_odds_against_neutral():
    found = word_tones.leanings(np.array([[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]]))
    np.testing.assert_allclose(found.mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(found.std(axis=0), word_tones.SPREAD)
    assert found[:, 0].argmax() == 0 and found[:, 1].argmax() == 2


def test_stored_leanings_are_read_again():
    found = np.array([[0.5, -1.0], [0.0, 0.25]])
    assert word_tones.stored(found) == word_tones.stored(found)
    with np.load(io.BytesIO(word_tones.stored(found))) as file:
        np.testing.assert_allclose(file["tones"] * file["scale"], found, atol=float(file["scale"]) / 2 + 1e-6)


@pytest.mark.parametrize("word", ["corrupt", "liar", "disgraced", "convicted"])
def test_words_said_of_somebody_bad_lean_negative(word):
    negative, positive = leaning(word)
    assert negative > 0 and negative > positive


@pytest.mark.parametrize("word", ["brilliant", "honest", "praised", "courageous"])
def test_words_said_of_somebody_good_lean_positive(word):
    negative, positive = leaning(word)
    assert positive > 0 and positive > negative


def test_every_known_word_leans_and_the_card_says_from_what():
    known = words.load()
    assert known.toned.shape == (len(known.row), known.vectors.shape[1] + 2)
    np.testing.assert_array_equal(known.toned[:, :-2], known.vectors)
    neural = json.loads(files("framing.classify").joinpath("weights/tone-neural.json").read_bytes())
    assert words.toned_from() == neural["data"]["sha256"]
    card = json.loads(files("framing.classify").joinpath("weights/word-tones.json").read_bytes())
    assert card["model"] == neural["model"], "another model of tone ships: run `framing train word-tones` again"


def test_weights_for_vectors_of_another_length_are_refused():
    fitted = linear.Linear("old", tone.LABELS, ("a",), np.zeros((1 + 19 * 64, 3), np.float32), np.zeros(3, np.float32))
    with pytest.raises(linear.WeightsError, match="train them again"):
        tone.from_bytes(fitted.to_bytes())
