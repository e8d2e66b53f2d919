import importlib.util
import json
from importlib.resources import files

import numpy as np
import pytest
from click.testing import CliRunner
from sentences import PRAISED, span

from framing.classify import blend, encoder, tone
from framing.cli.classify import classify
from framing.language import ModelError, parse_text

installed = all(importlib.util.find_spec(module) for module in encoder.PACKAGES)
needs_extra = pytest.mark.skipif(not installed, reason="needs the extra: pip install 'framing[neural]'")
SENTENCES = {
    ("Marsden was praised for her brilliant and honest work.", "Marsden"): "positive",
    ("The inspectors accused Marsden of lying and of stealing public money.", "Marsden"): "negative",
    ("Marsden spoke to reporters on Monday.", "Marsden"): "neutral",
}


def predict(text, target):
    start = text.index(target)
    (found,) = tone.load("neural").predict(parse_text(text), [(start, start + len(target))])
    return found


@needs_extra
@pytest.mark.parametrize(("question", "label"), SENTENCES.items())
def test_plain_cases(question, label):
    assert predict(*question).label == label


@needs_extra
def test_the_same_text_twice_gives_the_same_tone_alone_or_in_company():
    targets = [span(PRAISED, word) for word in ("Karim", "Dalia", "mayor")]
    model = tone.load("neural")
    together = model.predict(PRAISED, targets)
    assert together == model.predict(PRAISED, targets)
    for target, found in zip(targets, together):
        (alone,) = model.predict(PRAISED, [target])
        assert alone == found


@needs_extra
def test_training_sees_a_target_as_an_answer_does():
    targets = [span(PRAISED, word) for word in ("Karim", "Dalia", "mayor")]
    model = tone.load("neural")
    told = np.array([[one.negative, one.neutral, one.positive] for one in model.predict(PRAISED, targets)])
    np.testing.assert_allclose(model.blend.probabilities(tone.document_both(PRAISED, targets)), told, atol=1e-6)


@needs_extra
def test_another_name_changes_nothing_that_the_encoder_reads():
    for text, target in SENTENCES:
        found = [predict(text.replace(target, name), name) for name in ("Marsden", "Okafor", "Lindqvist")]
        assert len({one.label for one in found}) == 1


@needs_extra
def test_command_answers_with_the_neural_model(tmp_path):
    asked = tmp_path / "q.jsonl"
    asked.write_text(json.dumps({"id": 1, "text": "Marsden robbed the old woman.", "start": 0, "end": 7}) + "\n")
    out = tmp_path / "a.jsonl"
    result = CliRunner().invoke(classify, ["tone", str(asked), "--model", "neural", "--out", str(out), "--no-cache", "--workers", "1"])
    assert result.exit_code == 0, result.output
    answer = json.loads(out.read_text())
    assert answer["model"] == "tone-neural-4"
    assert answer["label"] == "negative"


def test_without_the_extra_the_model_is_refused_with_the_fix(monkeypatch):
    tone.load.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"pip install 'framing\[neural\]'"):
        tone.load("neural")


def test_card_belongs_to_the_weights():
    weights = blend.from_bytes(files("framing.classify").joinpath("weights/tone-neural.npz").read_bytes())
    card = json.loads(files("framing.classify").joinpath("weights/tone-neural.json").read_text(encoding="utf-8"))
    assert card["model"] == weights.name == "tone-neural-4"
    assert weights.labels == tone.LABELS
    assert card["settings"]["fine_tuning"]["rank"] == next(iter(weights.reader.adapter.narrow.values()))[0].shape[1]
    assert card["cross_validation"]["macro_f1"] > 0.74
    for field in ("data", "licence", "date", "limits", "not_for", "name_bias", "tests"):
        assert card[field], field
