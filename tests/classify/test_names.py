from sentences import PRAISED, span

from framing.classify import names
from framing.classify.questions import Example
from framing.classify.tone import Tone

NEGATIVE, POSITIVE, NEUTRAL = Tone("negative", 0.8, 0.1, 0.1), Tone("positive", 0.1, 0.1, 0.8), Tone("neutral", 0.2, 0.6, 0.2)


def test_another_name_stands_where_the_first_did_and_keeps_its_possessive():
    example = Example("We met Mara's aunt.", 7, 13, "neutral", "g")
    other = names.swapped(example, "Wei Chen")
    assert other.text == "We met Wei Chen's aunt."
    assert other.text[other.start : other.end] == "Wei Chen"
    assert (other.label, other.group) == ("neutral", "g")


def test_only_names_of_persons_are_swapped():
    def asked(words):
        return Example(PRAISED.text, *span(PRAISED, words), "neutral", "g")

    assert names.is_person(PRAISED, asked("Karim"))
    assert not names.is_person(PRAISED, asked("mayor"))
    assert not names.is_person(PRAISED, asked("Karim praised"))


def test_figures_by_hand():
    found = names.figures([NEGATIVE, NEUTRAL], {"Wei Chen": [POSITIVE, NEUTRAL], "Anna Berg": [NEGATIVE, POSITIVE]})
    assert found["targets"] == 2
    assert found["labels_changed"] == 0.5
    assert found["labels_reversed"] == 0.25
    assert found["mean_shift_by_name"]["Wei Chen"] == {"negative": -0.35, "neutral": 0.0, "positive": 0.35}


def test_without_targets_nothing_is_defined():
    assert names.figures([], {"Wei Chen": []})["labels_changed"] is None
