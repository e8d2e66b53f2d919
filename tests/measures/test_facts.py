"""Facts: numbers with what they count, years and days, background clauses, what was taken, places and names."""

import pytest

from framing.language import parse_text
from framing.lexicon import Matcher, load
from framing.measures import actions, facts

TERMS, ACTIONS = Matcher(load("english/fact-terms")), Matcher(load("english/action-verbs"))


def found(text):
    document = parse_text(text)
    return {(one.kind, one.key) for one in facts.find(document, TERMS, actions.find(document, ACTIONS))}


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("The flood killed 412 people.", "casualties", "412 killed"),
        ("At least 1,250 residents were displaced.", "casualties", "1,250 displaced"),
        ("The blast left nine soldiers dead.", "casualties", "9 killed"),
        ("The war led to roughly 20,000 deaths.", "casualties", "20,000 killed"),
        ("Tens of thousands of people fled.", "casualties", "tens of thousands displaced"),
        ("The village lies 40 km south of Tours.", "number", "40 kilometer"),
        ("Turnout fell by 12 percent.", "number", "12 %"),
        ("It is France's third-largest city.", "number", "France's third-largest city"),
        ("The strike of 1968 began there.", "history", "1968"),
        ("In the 1980s the mine closed.", "history", "1980s"),
        ("The talks opened on March 3 in Geneva.", "history", "march 3"),
        ("The group is designated a terrorist organization by the ministry.", "background", "designated terrorist"),
        ("Its leader heads an al-Shabab offshoot.", "background", "tie: al-shabab"),
        ("The party has ties to Gazprom.", "background", "tie: gazprom"),
        ("Saudi-backed fighters held the road.", "background", "backing: saudi arabia"),
        ("The council, which France supports, met.", "background", "backing: france"),
        ("The king and his allies, Norway and Sweden, refused.", "background", "ally: sweden"),
        ("Rebels captured the city of Goma.", "action", "capture: goma"),
        ("Guards released dozens of inmates.", "action", "freed: prisoner"),
        ("They met in Lyon.", "place", "lyon"),
        ("The U.S. sent aid.", "place", "united states"),
    ],
)
def test_a_fact_with_its_key(text, kind, key):
    assert (kind, key) in found(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The 33-year-old teacher smiled.", "number"),
        ("Two men spoke.", "number"),
        ("He listed the books.", "background"),
        ("The bird sat on a branch in May.", "background"),
        ("Iran-backed groups left.", "place"),
    ],
)
def test_what_is_no_fact_of_the_kind(text, kind):
    assert kind not in {one for one, _ in found(text)}


def test_a_year_is_no_number_and_a_count_no_year():
    assert ("history", "1982") in found("The 1982 crackdown was brutal.")
    assert ("history", "2000") not in found("Some 2000 men marched.")


def test_a_fact_is_told_once_a_sentence():
    document = parse_text("Lyon is old, and Lyon is large.")
    places = [one for one in facts.find(document, TERMS, ()) if one.key == "lyon"]
    assert len(places) == 1


def test_context_is_content_words_nearest_first():
    document = parse_text("The flood killed 412 people in the quiet valley.")
    [fact] = [one for one in facts.find(document, TERMS, ()) if one.kind == "casualties"]
    words = facts.context(document, fact)
    assert {"flood", "valley", "quiet"} <= set(words) and "people" not in words
    assert words.index("kill") < words.index("valley")


@pytest.mark.parametrize("text", ["The flood killed 412 people north of Homs.", "A flood killed 412 people in Naples on Monday."])
def test_names_keep_their_letters_in_a_context(text):
    document = parse_text(text)
    [fact] = [one for one in facts.find(document, TERMS, ()) if one.kind == "casualties"]
    words = facts.context(document, fact)
    assert {"Homs", "Naples"} & set(words) and not {"hom", "naple"} & set(words)
    assert "flood" in words
