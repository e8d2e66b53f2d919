"""The second topic: nothing in finding mentions is about the first."""

import pytest

from framing.language import parse_text
from framing.lexicon import load
from framing.measures.mentions import find

TOPIC, TERMS = load("us-politics-2016"), load("english/label-terms")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whole names before their last part, and persons of one name
        ("Bill Clinton helped Hillary Clinton.", [("Bill Clinton", "bill_clinton"), ("Hillary Clinton", "clinton")]),
        ("Melania Trump read what Donald Trump wrote.", [("Melania Trump", "trump_family"), ("Donald Trump", "trump")]),
        ("Nobody met Mr. Trump at Trump Tower.", [("Mr. Trump", "trump")]),
        # labels that name one person
        ("The real estate mogul flew to Iowa.", [("real estate mogul", "trump")]),
        ("The self-described democratic socialist flew to Iowa.", [("self-described democratic socialist", "sanders")]),
        # labels of groups are kept apart
        ("Undocumented immigrants work there.", [("Undocumented immigrants", "immigrants")]),
        ("He complained of illegal aliens.", [("illegal aliens", "immigrants")]),
        ("Black voters and Hispanic voters waited.", [("Black voters", "black_americans"), ("Hispanic voters", "latinos")]),
        ("The Black Lives Matter activists sang.", [("Black Lives Matter activists", "black_lives_matter")]),
        # a modifier or a possessor decides
        ("Trump's campaign opened an office.", [("Trump", "trump"), ("campaign", "trump_campaign")]),
        ("Hillary Clinton's campaign opened an office.", [("Hillary Clinton", "clinton"), ("campaign", "clinton_campaign")]),
        ("Jeb Bush, a Republican candidate, gave up.", [("Jeb Bush", "jeb_bush"), ("Republican candidate", "jeb_bush")]),
        # several persons are not one of them
        ("Trump spoke. The candidates shook hands.", [("Trump", "trump")]),
        # what only looks like an actor
        ("They met on the campaign trail.", []),
        ("Voter registration closed in New Mexico.", []),
    ],
)
def test_who_is_meant(text, expected):
    assert [(one.text, one.actor) for one in find(parse_text(text), TOPIC, TERMS)] == expected
