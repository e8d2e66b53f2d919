import importlib.util

import numpy as np
import pytest
from sentences import PRAISED, SAID, span

from framing.classify import adapter, encoder, reader, reader_fit, reader_layers
from framing.classify.adapter import Adapter
from framing.classify.encoder import Reading
from framing.language import ModelError

installed = all(importlib.util.find_spec(module) for module in encoder.PACKAGES)
needs_extra = pytest.mark.skipif(not installed, reason="needs the extra: pip install 'framing[neural]'")
needs_training = pytest.mark.skipif(
    not installed or not all(importlib.util.find_spec(module) for module in reader_fit.PACKAGES),
    reason="needs the extra: pip install 'framing[neural-train]'",
)
TEXTS = ["They left.", "The group lied to us all, and it knew.", "Someone won it."]


def of_chance(scale):
    """A reader whose adapter adds numbers of this size by chance."""
    random = np.random.default_rng(0)
    matrices, vectors = adapter.parts(encoder.model())
    narrow = {
        name: tuple((scale * random.normal(size=shape)).astype(np.float32) for shape in ((len(one), 2), (2, one.shape[1])))
        for name, one in matrices.items()
    }
    outward = random.normal(size=(2 * encoder.DIMENSIONS, 3)).astype(np.float32)
    mark = (scale * random.normal(size=encoder.DIMENSIONS)).astype(np.float32)
    return reader.Reader("m", ("a", "b", "c"), Adapter(narrow, vectors, mark), outward, np.zeros(3, np.float32))


@needs_extra
@pytest.mark.parametrize(
    ("document", "words", "word"), [(PRAISED, "Karim", "someone"), (PRAISED, "the corrupt mayor", "it"), (SAID, "Dalia", "someone")]
)
def test_the_target_is_read_as_its_kind_and_its_name_never(document, words, word):
    found = reader.reading(document, *span(document, words))
    pieces = [encoder.tokenizer().id_to_token(number) for number in found.pieces]
    assert pieces[found.first : found.last] == [word]
    assert words.split()[-1].lower() not in "".join(pieces).replace("##", "")


@needs_extra
def test_an_adapter_that_adds_nothing_changes_nothing():
    readings = [encoder.read(text, 0, 4) for text in TEXTS]
    same = encoder.session(adapter.adapted(encoder.model(), of_chance(0.0).adapter))
    for before, after in zip(encoder.states(encoder.session(encoder.model()), readings), encoder.states(same, readings, adapter.MARKED)):
        np.testing.assert_allclose(after, before, atol=1e-5)


@needs_extra
def test_an_adapter_changes_what_is_read():
    readings = [encoder.read(text, 0, 4) for text in TEXTS]
    assert np.abs(of_chance(0.3).probabilities(readings) - of_chance(0.0).probabilities(readings)).max() > 0.01


@needs_extra
def test_weights_come_back_as_they_were_stored():
    model = of_chance(0.3)
    again = reader.from_bytes(model.to_bytes())
    readings = [encoder.read(text, 0, 4) for text in TEXTS]
    np.testing.assert_allclose(again.probabilities(readings), model.probabilities(readings), atol=0.02)
    assert again.to_bytes() == model.to_bytes()
    assert (again.name, again.labels) == (model.name, model.labels)


@needs_extra
def test_a_target_of_several_pieces_is_read_as_their_mean():
    states = np.arange(4 * encoder.DIMENSIONS, dtype=np.float32).reshape(4, -1)
    found = reader.pooled(Reading((1, 2, 3, 4), 1, 3), states)
    np.testing.assert_array_equal(found[: encoder.DIMENSIONS], states[0])
    np.testing.assert_array_equal(found[encoder.DIMENSIONS :], (states[1] + states[2]) / 2)


def test_without_pytorch_training_is_refused_with_the_fix(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "torch" else name)
    with pytest.raises(ModelError, match=r"torch, which is not installed.*\n.*pip install 'framing\[neural-train\]'"):
        reader_fit.check()


@needs_training
def test_fine_tuning_learns_whom_a_sentence_praises_and_gives_the_same_again(monkeypatch):
    monkeypatch.setattr(reader_fit, "STEPS", 24)
    praised = [f"{who} was praised for {what}, and {other} was blamed." for who, other in (("she", "they"), ("they", "she"))
               for what in ("the work", "a rescue", "the plan", "her speech", "good advice", "the repairs")]  # fmt: skip
    texts = [(text, text.index(word), 4) for text in praised for word in ("they",)]
    readings = [encoder.read(text, start, start + length) for text, start, length in texts]
    gold = ["good" if start == 0 else "bad" for _, start, _ in texts]
    model = reader_fit.fit("m", ("bad", "good"), readings, gold)
    told = model.probabilities([encoder.read(f"they was praised for {what}, and she was blamed.", 0, 4) for what in ("a song", "the tea")])
    assert (told[:, 1] > 0.5).all()
    assert reader_fit.fit("m", ("bad", "good"), readings, gold).to_bytes() == model.to_bytes()


@needs_training
def test_what_is_fitted_is_what_answers():
    """The layers as PyTorch computes them and as the session does: fitting and answering must not drift apart."""
    import torch

    readings = [encoder.read(text, 0, 4) for text in TEXTS]
    below = reader_fit._below(readings)
    trained = reader_layers.Trained(*adapter.parts(encoder.model()), np.random.default_rng(0), 3)
    trained.mark.data += 0.1
    states, length, first, last = reader_fit._filled(below, readings)
    with torch.no_grad():
        scores = trained.scores(states, length, first, last, torch.ones(len(readings), 2 * encoder.DIMENSIONS)).numpy()
    answered = np.log(trained.stored("m", ("a", "b", "c")).probabilities(readings))
    np.testing.assert_allclose(scores - scores.mean(axis=1, keepdims=True), answered - answered.mean(axis=1, keepdims=True), atol=0.05)
