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


def test_only_names_have_a_kind():
    def asked(words):
        return Example(PRAISED.text, *span(PRAISED, words), "neutral", "g")

    assert names.kind(PRAISED, asked("Karim")) == "person"
    assert names.kind(PRAISED, asked("mayor")) is None
    assert names.kind(PRAISED, asked("Karim praised")) is None


def test_names_tried_are_those_of_actors_of_the_kind():
    tried = names.by_kind()
    assert tried["person"]["Wei Chen"] is None
    assert tried["person"]["Hillary Clinton"] == "clinton"
    assert tried["state"]["Russia"] == "russia"
    assert tried["group"]["Hezbollah"] == "hezbollah"
    assert not set(tried["person"]) & set(tried["group"])


def test_a_sample_is_even_and_of_few_it_is_all():
    few = [Example("Mara left.", 0, 4, "neutral", str(i)) for i in range(7)]
    assert names.some(few) == few
    many = [Example("Mara left.", 0, 4, "neutral", str(i)) for i in range(3 * names.MOST)]
    assert [example.group for example in names.some(many)] == [str(3 * i) for i in range(names.MOST)]
    assert names.some([]) == []


def test_figures_by_hand():
    tones = {"Wei Chen": [POSITIVE, NEUTRAL], "Anna Berg": [NEGATIVE, POSITIVE]}
    found = names.figures([NEGATIVE, NEUTRAL], tones, {"Wei Chen": None, "Anna Berg": "berg"})
    assert (found["targets"], found["changed"], found["reversed"]) == (2, 0.5, 0.25)
    # polarity .7 and 0 with one name, -.7 and .7 with the other: means .35 and 0, over both .175
    assert found["names"]["Wei Chen"] == {"actor": None, "changed": 0.5, "reversed": 0.5, "lean": 0.175}
    assert found["names"]["Anna Berg"] == {"actor": "berg", "changed": 0.5, "reversed": 0.0, "lean": -0.175}


def test_without_targets_nothing_is_defined():
    found = names.figures([], {"Wei Chen": []}, {"Wei Chen": None})
    assert found["changed"] is None
    assert found["names"]["Wei Chen"]["lean"] is None
