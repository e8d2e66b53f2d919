"""Actions with the shipped lexicon: which sense counts, weapons in the agent's place, what is counted, whose result it is."""

import pytest

from framing.language import parse_text
from framing.lexicon import Matcher, load
from framing.measures import actions

_SENTENCES = [
    # an object decides the sense
    ("Rebels took the harbour at dawn.", "took", ("capture", "active", "Rebels", None, "harbour")),
    ("The officer took notes during the talk.", "took", None),
    ("The troops held the bridge for a week.", "held", ("capture", "active", "troops", None, "bridge")),
    ("The forum was held in a hotel.", "held", (None, "agentless_passive", None, None, "forum")),
    ("The army freed the town.", "freed", ("capture", "active", "army", None, "town")),
    ("The army freed nine hostages.", "freed", ("release", "active", "army", None, "hostages")),
    ("The ministry released a statement.", "released", None),
    ("The militia released two nurses.", "released", ("release", "active", "militia", None, "nurses")),
    ("The garrison left the fort.", "left", ("retreat", "active", "garrison", None, "fort")),
    ("The quarrel left dozens bewildered.", "left", None),
    ("The town fell after a week.", "fell", ("capture", "intransitive", None, None, "town")),
    ("Prices fell after a week.", "fell", None),
    ("Engineers discussed arms control.", "control", None),
    ("Farmers feared rebel control of the valley.", "control", ("capture", "nominal", "rebel", None, "valley")),
    ("The guards evacuated two hundred villagers.", "evacuated", ("displacement", "active", "guards", None, "villagers")),
    # weapons and events in the agent's place
    ("Shells hit the school.", "hit", ("violence", "active", None, "Shells", "school")),
    ("Russian jets hit the school.", "hit", ("violence", "active", "Russian", "jets", "school")),
    ("An air strike killed nine miners.", "killed", ("killing", "active", None, "strike", "miners")),
    ("A Turkish air strike killed nine miners.", "killed", ("killing", "active", "Turkish", "strike", "miners")),
    ("Nine miners were killed by a mortar shell.", "killed", ("killing", "passive_with_agent", None, "shell", "miners")),
    ("Nine miners were killed by gunmen.", "killed", ("killing", "passive_with_agent", "gunmen", None, "miners")),
    # what is counted, not what counts
    ("Gunmen killed hundreds of farmers.", "killed", ("killing", "active", "Gunmen", None, "farmers")),
    ("Two of the gunmen killed a guard.", "killed", ("killing", "active", "gunmen", None, "guard")),
    ("Hundreds were killed.", "killed", ("killing", "agentless_passive", None, None, "Hundreds")),
    # a participle goes on with what its clause did
    ("The army shelled the suburb, killing four.", "killing", ("killing", "active", "army", None, "four")),
    ("Jets bombed a convoy on Friday, wounding a driver.", "wounding", ("violence", "active", None, "Jets", "driver")),
    ("Police searched men carrying knives.", "carrying", None),
    # nouns
    ("Clashes between rebels and the army went on.", "Clashes", ("violence", "nominal", "rebels", None, None)),
    ("The police seized full control of the port.", "control", ("capture", "nominal", "police", None, "port")),
    ("The offensive of the militia failed.", "offensive", ("violence", "nominal", "militia", None, None)),
]


@pytest.fixture(scope="module")
def parsed():
    document = parse_text("\n\n".join(sentence for sentence, *_ in _SENTENCES))
    assert len(document.sentences) == len(_SENTENCES)
    return document, actions.find(document, Matcher(load("english/action-verbs")))


@pytest.mark.parametrize("index", range(len(_SENTENCES)), ids=[f"{verb}: {sentence}" for sentence, verb, _ in _SENTENCES])
def test_sense(parsed, index):
    document, found = parsed
    _, verb, expected = _SENTENCES[index]
    mine = [action for action in found if action.sentence == index and document.text[action.verb_start : action.verb_end] == verb]
    roles = [[one.agent, one.instrument, one.patient] for one in mine]
    words = [[None if token is None else document.words[token] for token in tokens] for tokens in roles]
    read = [(one.category, one.construction, *found) for one, found in zip(mine, words)]
    assert read == ([] if expected is None else [expected])


def test_who_says_that_it_was_done_did_not_do_it():
    document = parse_text("The raid that witnesses say killed nine miners lasted an hour.")
    (killed,) = (one for one in actions.find(document, Matcher(load("english/action-verbs"))) if one.verb == "kill")
    assert killed.agent is None or document.words[killed.agent] != "witnesses"
