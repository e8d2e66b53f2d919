import json
from types import SimpleNamespace

import numpy as np
from click.testing import CliRunner

from framing.classify import encoder, tone, word_tones, words
from framing.cli import main
from framing.language import ModelError


def asked(monkeypatch):
    """A neural model that calls every word with a z negative and every other neutral."""
    def probabilities(readings):
        return np.array([[0.8, 0.1, 0.1] if "z" in one else [0.1, 0.8, 0.1] for one in readings])

    reader = SimpleNamespace(name="reader-7", probabilities=probabilities)
    monkeypatch.setattr(encoder, "check", lambda: None)
    monkeypatch.setattr(encoder, "identity", lambda: "encoder==1")
    monkeypatch.setattr(tone, "load", lambda model: SimpleNamespace(reader=reader))
    monkeypatch.setattr(word_tones, "readings", list)


def test_every_known_word_is_asked_about_in_its_order(tmp_path, monkeypatch):
    asked(monkeypatch)
    out = tmp_path / "tones.npz"
    result = CliRunner().invoke(main, ["train", "word-tones", "--out", str(out)])
    assert result.exit_code == 0, result.output
    known = words.load().row
    with np.load(out) as file:
        negative = file["tones"][:, 0] > 0
    assert [word for word, leans in zip(known, negative) if leans] == [word for word in known if "z" in word]
    card = json.loads((tmp_path / "tones.json").read_text())
    assert (card["model"], card["words"], card["data"]["sha256"]) == ("reader-7", len(known), words.toned_from())


def test_without_the_packages_it_says_what_to_install(tmp_path, monkeypatch):
    def missing():
        raise ModelError("needs onnx\n  Fix: pip install 'framing[neural]'")

    monkeypatch.setattr(encoder, "check", missing)
    result = CliRunner().invoke(main, ["train", "word-tones", "--out", str(tmp_path / "tones.npz")])
    assert result.exit_code == 1 and "framing[neural]" in result.output and "Traceback" not in result.output
    assert not list(tmp_path.iterdir())
