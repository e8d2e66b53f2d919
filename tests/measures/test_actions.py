"""Actions: which construction, who acts, who undergoes. Sentences go through the real parser; its known errors are set up by hand."""

import pytest
from hand_parsed import hand_parsed

from framing.language import parse_text
from framing.lexicon import Matcher
from framing.lexicon.load import parse
from framing.measures import actions

_LEXICON = """
id = "english/test-actions"
version = "1.0"
language = "en"
licence = "MIT"
source = "none"
source_url = "https://example.org"
description = "Words of interest in these tests"

[groups.violence]
description = "Violence"
source = "none"
entries = [
    "attack/NOUN", "attack/VERB", "shell/VERB", "bomb/VERB", "bombard/VERB", "beat/VERB", "loot/VERB", "kill/VERB", "killing/NOUN",
    "die/VERB", "fire/VERB", "air strike/NOUN", "launch/VERB an attack",
]
matches = ["They [shelled] it."]
does_not_match = ["They left."]

[groups.capture]
description = "Capture"
source = "none"
entries = ["seize/VERB", "capture/VERB", "capture/NOUN", "arrest/VERB", "arrest/NOUN", "release/VERB", "withdrawal/NOUN", "sink/VERB"]
matches = ["They [seized] it."]
does_not_match = ["They left."]
"""


@pytest.fixture(scope="module")
def verbs():
    return Matcher(parse(_LEXICON.encode(), "test-actions.toml"))


_READINGS = [
    # the ladder
    ("The militia shelled the harbour.", "shelled", "active", "militia", "harbour"),
    ("The harbour was shelled by the militia.", "shelled", "passive_with_agent", "militia", "harbour"),
    ("The harbour was shelled at noon.", "shelled", "agentless_passive", None, "harbour"),
    ("The town captured by rebels in May is quiet.", "captured", "participle", "rebels", "town"),
    ("Nine miners died in the tunnel.", "died", "intransitive", None, "miners"),
    ("The killing of nine miners shocked the valley.", "killing", "nominal", None, "miners"),
    # what stands after by and did nothing
    ("The harbour was shelled by Friday.", "shelled", "agentless_passive", None, "harbour"),
    ("The harbour was seized by force.", "seized", "agentless_passive", None, "harbour"),
    ("The harbour was seized by landing at night.", "seized", "agentless_passive", None, "harbour"),
    ("The plan was rejected by 60 percent of voters.", "rejected", "passive_with_agent", "voters", "plan"),
    ("Witnesses were alarmed by what they saw.", "alarmed", "passive_with_agent", "saw", "Witnesses"),
    ("The guards got arrested by the police.", "arrested", "passive_with_agent", "police", "guards"),
    # relative clauses
    ("The soldiers who attacked the village left.", "attacked", "active", "soldiers", "village"),
    ("The village that the soldiers attacked is empty.", "attacked", "active", "soldiers", "village"),
    ("The village the soldiers attacked is empty.", "attacked", "active", "soldiers", "village"),
    ("The men, who were arrested by police, denied it.", "arrested", "passive_with_agent", "police", "men"),
    # coordination
    ("The rebels surrounded the base and captured two officers.", "captured", "active", "rebels", "officers"),
    ("The police beat and arrested the students.", "beat", "active", "police", "students"),
    ("The shop was attacked and looted by a mob.", "attacked", "passive_with_agent", "mob", "shop"),
    ("The shop was attacked and looted by a mob.", "looted", "passive_with_agent", "mob", "shop"),
    # control and participles
    ("The rebels tried to seize the airport.", "seize", "active", "rebels", "airport"),
    ("The president ordered troops to attack the camp.", "attack", "active", "troops", "camp"),
    ("After seizing the airport, the rebels left.", "seizing", "active", "rebels", "airport"),
    ("The court accused the general of killing prisoners.", "killing", "active", "general", "prisoners"),
    ("The general was accused of killing prisoners.", "killing", "active", "general", "prisoners"),
    ("A faction claimed responsibility for bombing the embassy.", "bombing", "active", "faction", "embassy"),
    ("Troops bombarding the city killed a nurse.", "bombarding", "active", "Troops", "city"),
    ("The prisoners want to be released.", "released", "agentless_passive", None, "prisoners"),
    # what an action is directed at
    ("Gunmen fired on a bus.", "fired", "active", "Gunmen", "bus"),
    ("Gunmen fired on Monday.", "fired", "active", "Gunmen", None),
    ("The rebels launched an attack on the base.", "launched", "active", "rebels", "base"),
    # labile verbs
    ("The storm sank the ferry.", "sank", "active", "storm", "ferry"),
    ("The ferry sank off the coast.", "sank", "intransitive", None, "ferry"),
    # nouns
    ("Farmers welcomed the capture of the bridge by the rebels.", "capture", "nominal", "rebels", "bridge"),
    ("Russian air strikes on the town continued.", "strikes", "nominal", "Russian", "town"),
    ("The withdrawal of troops began.", "withdrawal", "nominal", "troops", None),
    ("His arrest led to protests.", "arrest", "nominal", None, "His"),
    ("The army's capture of the bridge took a week.", "capture", "nominal", "army", "bridge"),
    ("An attack on the base was carried out by rebels.", "attack", "nominal", "rebels", "base"),
]


@pytest.fixture(scope="module")
def parsed(verbs):
    document = parse_text("\n\n".join(sentence for sentence, *_ in _READINGS))
    assert len(document.sentences) == len(_READINGS)
    return document, actions.find(document, verbs)


@pytest.mark.parametrize("index", range(len(_READINGS)), ids=[f"{verb}: {sentence}" for sentence, verb, *_ in _READINGS])
def test_reading(parsed, index):
    document, found = parsed
    _, verb, *expected = _READINGS[index]
    (action,) = (a for a in found if a.sentence == index and document.text[a.verb_start : a.verb_end] == verb)
    words = [None if token is None else document.words[token] for token in (action.agent, action.patient)]
    assert [action.construction, *words] == expected


def test_rows_are_one_a_verb_in_text_order_with_category_and_lemma(parsed):
    _, found = parsed
    starts = [action.verb_start for action in found]
    assert starts == sorted(set(starts))
    by_verb = {action.verb: action.category for action in found}
    assert (by_verb["shell"], by_verb["seize"], by_verb["reject"]) == ("violence", "capture", None)


def test_without_words_of_interest_only_passives_are_found():
    document = parse_text("The militia shelled the harbour. The road was closed. The town captured in May is quiet.")
    assert [(a.verb, a.category, a.construction) for a in actions.find(document, None)] == [("close", None, "agentless_passive")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The owner is gone.",
        "The minister is tired of questions.",
        "She has been writing for years.",
        "Prices are bound to rise.",
        "We are done.",
        "The recovery was short-lived.",
        "The town captured in May is quiet.",
        "It has been good.",
        "The village is near the coast.",
    ],
)
def test_no_passive(sentence):
    assert actions.find(parse_text(sentence), None) == []


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Sessions will be devoted to training.", "devoted"),
        ("The mayor is committed to reform.", "committed"),
        ("They were, she said, interrupted twice.", "interrupted"),
        ("The work needs to be done soon.", "done"),
        ("Am I allowed to answer?", "allowed"),
        ("The captain was born in Bergen.", "born"),
        ("The museum is located in the old town.", "located"),
        ("Three hostages freed after talks", "freed"),
    ],
)
def test_passive(sentence, verb):
    document = parse_text(sentence)
    assert [document.text[a.verb_start : a.verb_end] for a in actions.find(document, None)] == [verb]


def test_a_participle_that_the_parser_takes_for_an_adjective():
    document = hand_parsed(
        """
        Clerks|clerk|NOUN|NNS|nsubj|1
        were|be|AUX|VBD|ROOT|1
        unnerved|unnerved|ADJ|JJ|acomp|1
        by|by|ADP|IN|prep|2
        it|it|PRON|PRP|pobj|3
        """
    )
    (action,) = actions.find(document, None)
    assert (action.construction, action.agent, action.patient) == ("passive_with_agent", 4, 0)


def test_an_active_verb_that_the_parser_takes_for_a_passive():
    labels = "She|she|PRON|PRP|nsubjpass|3\n's|be|AUX|VBZ|auxpass|3\nbeen|be|AUX|VBN|aux|3\nwriting|write|VERB|VBG|ROOT|3"
    assert actions.find(hand_parsed(labels), None) == []


def test_a_by_phrase_on_the_object_belongs_to_the_passive_unless_the_object_is_an_event():
    def agent(noun):
        (action,) = actions.find(
            hand_parsed(
                f"""
                Nurses|nurse|NOUN|NNS|nsubjpass|2
                were|be|AUX|VBD|auxpass|2
                denied|deny|VERB|VBN|ROOT|2
                {noun}|{noun}|NOUN|NN|dobj|2
                by|by|ADP|IN|prep|3
                clinics|clinic|NOUN|NNS|pobj|4
                """
            ),
            None,
        )
        return action.agent

    assert agent("bread") == 5
    assert agent("building") == 5
    assert agent("treatment") is None
    assert agent("attack") is None


def test_a_by_phrase_behind_the_reporting_clause_belongs_to_the_passive():
    document = hand_parsed(
        """
        It|it|PRON|PRP|nsubjpass|2
        was|be|AUX|VBD|auxpass|2
        built|build|VERB|VBN|ccomp|4
        she|she|PRON|PRP|nsubj|4
        said|say|VERB|VBD|ROOT|4
        by|by|ADP|IN|prep|4
        monks|monk|NOUN|NNS|pobj|5
        """
    )
    assert [(a.verb, a.agent) for a in actions.find(document, None)] == [("build", 6)]


def test_a_loop_of_coordination_ends():
    assert actions.find(hand_parsed("seized|seize|VERB|VBN|conj|1\nheld|hold|VERB|VBN|conj|0"), None) == []


def test_an_empty_document_has_no_actions(verbs):
    assert actions.find(hand_parsed(), verbs) == []
