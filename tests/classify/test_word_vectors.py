import io

import numpy as np
import pytest

from framing.classify import word_vectors

WORDS = [f"{kind}{letter}{other}" for kind in ("good", "bad", "road") for letter in "abcdefgh" for other in "abcdefgh"]


def encode(word):
    """Two pieces whose mean points where the word's kind does, with some noise of the word's own."""
    noise = np.random.default_rng([ord(letter) for letter in word]).normal(0, 0.1, 80)
    noise[0] += {"g": 1.0, "b": -1.0, "r": 0.0}[word[0]]
    return np.array([noise + 0.5, noise - 0.5], np.float32)


def test_vocabulary_is_what_is_known_and_what_is_written_small():
    found = word_vectors.vocabulary(["zeal"], ["The Mayor fled; a mayor re-entered 3 towns."])
    assert found == ["entered", "fled", "mayor", "re", "towns", "zeal"]


def test_induced_valence_follows_the_kin_of_listed_words():
    vectors = word_vectors.encoded(WORDS, encode)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)
    listed = {word: 2.0 if word[0] == "g" else -2.0 for word in WORDS if word[0] in "gb" and word[-1] in "abcd"}
    found = dict(zip(WORDS, word_vectors.induced(WORDS, vectors, listed)))
    assert found["goodhh"] > 0.3 > -0.3 > found["badhh"]
    assert word_vectors.agreement(WORDS, vectors, listed) > 0.5


def test_stored_file_holds_words_vectors_and_valences():
    vectors = word_vectors.projected(word_vectors.encoded(WORDS, encode))
    assert vectors.shape == (len(WORDS), word_vectors.DIMENSIONS)
    stored = word_vectors.stored(WORDS, vectors, np.linspace(-2, 2, len(WORDS)))
    assert stored == word_vectors.stored(WORDS, vectors, np.linspace(-2, 2, len(WORDS)))
    with np.load(io.BytesIO(stored)) as file:
        assert file["words"].tobytes().decode().split("\n") == WORDS
        np.testing.assert_allclose(file["vectors"] * file["scale"], vectors, atol=float(file["scale"]))
        np.testing.assert_allclose(file["valence"] / word_vectors.STRETCH, np.linspace(-2, 2, len(WORDS)), atol=0.021)
