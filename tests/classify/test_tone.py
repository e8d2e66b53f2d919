import hashlib
import json
from importlib.resources import files
from itertools import pairwise

import pytest
from sentences import PRAISED, SAID, span

from framing.classify import tone
from framing.classify.linear import Linear, WeightsError
from framing.language import parse_text

SENTENCES = {
    ("Marsden was praised for her brilliant and honest work.", "Marsden"): "positive",
    ("The inspectors accused Marsden of lying and of stealing public money.", "Marsden"): "negative",
    ("Marsden spoke to reporters on Monday.", "Marsden"): "neutral",
    ("Critics called Okafor a corrupt and dangerous liar.", "Okafor"): "negative",
}


def predict(text, target):
    start = text.index(target)
    (found,) = tone.load().predict(parse_text(text), [(start, start + len(target))])
    return found


@pytest.mark.parametrize(("question", "label"), SENTENCES.items())
def test_plain_cases(question, label):
    assert predict(*question).label == label


def test_two_targets_of_one_sentence_differ():
    text = "Okafor admired Marsden, but Marsden betrayed Okafor and stole his savings."
    first, second = text.index("Marsden"), text.rindex("Okafor")
    betrayer, betrayed = tone.load().predict(parse_text(text), [(first, first + 7), (second, second + 6)])
    assert betrayer != betrayed


def test_answers_are_probabilities_and_the_label_is_the_largest():
    for question in SENTENCES:
        found = predict(*question)
        odds = {label: getattr(found, label) for label in tone.LABELS}
        assert sum(odds.values()) == pytest.approx(1)
        assert found.label == max(odds, key=odds.get)


def test_the_same_text_twice_gives_the_same_tone_alone_or_in_company():
    targets = [span(PRAISED, "Karim"), span(PRAISED, "Dalia"), span(PRAISED, "mayor")]
    together = tone.load().predict(PRAISED, targets)
    assert together == tone.load().predict(PRAISED, targets)
    for target, found in zip(targets, together):
        (alone,) = tone.load().predict(PRAISED, [target])
        assert [alone.negative, alone.neutral, alone.positive] == pytest.approx([found.negative, found.neutral, found.positive])


def test_what_predicts_is_what_was_trained():
    """Prediction looks features up by family, training writes their names out: both must see the same."""
    model = tone.load()
    targets = [span(PRAISED, word) for word in ("Karim", "Dalia", "mayor", "corrupt mayor .")]
    for row, found in zip(model.linear.probabilities(tone.document_features(PRAISED, targets)), model.predict(PRAISED, targets)):
        assert [found.negative, found.neutral, found.positive] == pytest.approx(list(row))


def test_no_targets_and_targets_without_a_word():
    assert tone.load().predict(SAID, []) == []
    with pytest.raises(ValueError, match="no word stands"):
        tone.load().predict(SAID, [(5, 6)])


def test_another_name_rarely_changes_the_label():
    names = ("Marsden", "Okafor", "Haddad", "Lindqvist", "Petrov")
    changed = [
        predict(text.replace(target, a), a).label != predict(text.replace(target, b), b).label
        for text, target in SENTENCES for a, b in pairwise(names)
    ]  # fmt: skip
    assert sum(changed) / len(changed) <= 0.1


def test_weights_of_another_task_are_refused():
    with pytest.raises(WeightsError, match="decide between no, yes"):
        tone.from_bytes(Linear("x", ("no", "yes"), ("a",), tone.load().linear.weights[:1, :2], tone.load().linear.bias[:2]).to_bytes())


def test_card_belongs_to_the_weights():
    card = json.loads(files("framing.classify").joinpath("weights/tone.json").read_text(encoding="utf-8"))
    assert card["model"] == tone.load().name
    assert card["features"] == len(tone.load().linear.names)
    assert card["cross_validation"]["macro_f1"] > 0.69
    assert set(card["cross_validation"]["per_class"]) == set(tone.LABELS)
    teacher = files("framing.classify").joinpath("weights/tone-neural.npz").read_bytes()
    assert card["teacher"]["sha256"] == hashlib.sha256(teacher).hexdigest(), "the teacher ships anew: train the default model again"
    for field in ("data", "licence", "date", "limits", "not_for", "name_bias", "tests"):
        assert card[field], field
