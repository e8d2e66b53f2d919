"""Who a source is, through names and pronouns."""

import pytest
from attribution_texts import find

from framing.language import parse_text
from framing.measures.speakers import OTHER, speakers

_ACTORS = {"Berg": "berg", "Voss": "voss", "rebels": "rebels", "Rebels": "rebels", "council": "council"}


def _speakers(text):
    """(source as written, actor) of each attribution of a text in which _ACTORS act."""
    document = parse_text(text)
    found = find(document).attributions
    who = speakers(document, found, lambda token: _ACTORS.get(document.words[token]))
    return [(one.source and text[slice(*one.source)], speaker.actor) for one, speaker in zip(found, who, strict=True)]


def test_a_named_source_is_its_actor_and_any_other_source_is_other():
    assert _speakers("Karl Voss said the door was open.") == [("Karl Voss", "voss")]
    assert _speakers("The driver said the door was open.") == [("The driver", OTHER)]


def test_without_a_source_there_is_no_actor():
    assert _speakers("The suspect reportedly fled to Spain.") == [(None, None)]


def test_a_relative_pronoun_is_the_noun_it_hangs_on():
    assert _speakers("Anna Berg, who said the door was open, left early.") == [("who", "berg")]


def test_she_is_the_person_who_spoke_last():
    text = "Anna Berg said the door was open. She said the lights were on."
    assert _speakers(text) == [("Anna Berg", "berg"), ("She", "berg")]


def test_he_is_the_subject_of_the_last_sentence_when_nobody_has_spoken():
    assert _speakers("Karl Voss arrived at noon. He said the door was open.") == [("He", "voss")]


def test_they_are_the_group_that_spoke_last_not_the_person():
    text = "The rebels said the town had fallen. Karl Voss said it had not. They said the road was theirs."
    assert _speakers(text)[-1] == ("They", "rebels")


def test_a_pronoun_with_nothing_near_it_stays_open():
    assert _speakers("She said the door was open.") == [("She", None)]


def test_a_pronoun_does_not_reach_back_beyond_a_paragraph():
    text = "Anna Berg said the door was open.\n\nThe rain fell all day.\n\nThe trains stood still.\n\nShe said the lights were on."
    assert _speakers(text)[-1] == ("She", None)


@pytest.mark.parametrize("pronoun", ["I", "we", "you", "nobody"])
def test_other_pronouns_are_nobody_in_particular(pronoun):
    text = f"Anna Berg said the door was open. But {pronoun} said the lights were on."
    assert _speakers(text)[-1][1] in (None, OTHER)
    assert _speakers(text)[-1][1] != "berg"


def test_an_apposition_names_the_actor():
    assert _speakers("The deputy mayor, Karl Voss, said the door was open.") == [("The deputy mayor, Karl Voss", "voss")]


def test_he_and_she_are_nobody_whom_the_text_makes_the_other():
    text = "Anna Berg said the door was open. Karl Voss said the lights were on. She said the rain had stopped."
    assert _speakers(text)[-1] == ("She", "berg")
    text = "Mr. Voss said the door was open. Ms. Berg said the lights were on. He said the rain had stopped."
    assert _speakers(text)[-1] == ("He", "voss")


def test_a_statement_is_who_made_it():
    assert _speakers("According to a statement by the rebels, the road was open.")[0][1] == "rebels"
    assert _speakers("According to a statement about the rebels, the road was open.")[0][1] == OTHER
