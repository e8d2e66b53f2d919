"""Whether a text tells that somebody is a he or a she."""

import pytest

from framing.language import parse_text
from framing.measures.gender import FEMALE, MALE, genders, of_name, of_noun


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Anna Berg", FEMALE),
        ("Mr. Kelly", MALE),
        ("Mrs Anton Castell", FEMALE),
        ("spokeswoman Castell", FEMALE),
        ("Castell", None),
        ("Zorblax James", None),  # a last word is a surname
        ("Leon", MALE),
    ],
)
def test_names(name, gender):
    assert of_name(name.split()) == gender


def test_nouns_that_only_end_like_a_man():
    assert [of_noun(noun) for noun in ("chairman", "german", "human", "congresswoman")] == [MALE, None, None, FEMALE]


def test_a_surname_is_that_of_its_only_bearer_in_the_text():
    text = "Anna Berg met Leon Castell and Maria Castell. Berg smiled, and Castell left."
    document = parse_text(text)
    at = genders(document)
    last = {word: token for token, word in enumerate(document.words)}
    assert at(last["Berg"]) == FEMALE
    assert at(last["Castell"]) is None
