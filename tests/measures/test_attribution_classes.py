"""Classes of construction that went wrong once, a sentence each."""

import pytest

from framing.language import parse_text
from framing.lexicon import load
from framing.measures.attribution import CueLexicons, find

CASES = [
    ("The mayor said the road was closed and that the bridge had fallen.",
     [("The mayor", "said", ["the road was closed and that the bridge had fallen"])]),
    ("If the talks fail, the minister said, troops will move.", [("the minister", "said", ["If the talks fail", "troops will move"])]),
    ("The guard is said to have fled.", [(None, "is said", ["The guard", "to have fled"])]),
    ("The general was quoted as saying that the war was over.", [("The general", "was quoted as saying", ["that the war was over"])]),
    ('There would be "no revenge", he vowed.', [("he", "vowed", ['There would be "no revenge"'])]),
    ("The plan will fail, as the minister put it.", [("the minister", "put it", ["The plan will fail"])]),
    ("The council was accused by residents of hiding the report.", [("residents", "was accused", ["The council"])]),
    ("Ms. Berg added that the school would stay open but warned that winter was near.",
     [("Ms. Berg", "added", ["that the school would stay open"]), ("Ms. Berg", "warned", ["that winter was near"])]),
    ("The raft was criticised for its colour.", [(None, "was criticised", ["The raft", "for its colour"])]),
    ("The inspectors pointed out the flaws.", [("The inspectors", "pointed out", ["the flaws"])]),
    ("The harvest festival, described by farmers as a triumph, ended on Sunday.", [("farmers", "described", ["as a triumph"])]),
    ("Anglers, whom the council calls poachers, left the pier.", [("the council", "calls", ["poachers"])]),
    ("The painter is best known for his harbours.", [(None, "is best known", ["The painter", "for his harbours"])]),
    ("In a Malden Herald Poll, half of the villagers owned a boat.",
     [("a Malden Herald Poll", "In", ["half of the villagers owned a boat"])]),
    ("In a new survey, half of the villagers owned a boat.", [("a new survey", "In", ["half of the villagers owned a boat"])]),
    ("The ministry issued a statement denying that the dam had failed.",
     [("The ministry", "issued a statement denying", ["that the dam had failed"])]),
    ("The flood forced the mayor to admit that the dam was weak.", [("the mayor", "to admit", ["that the dam was weak"])]),
    ("The mayor was forced to admit that the dam was weak.", [("The mayor", "was forced to admit", ["that the dam was weak"])]),
    ("The mayor was reluctant to endorse the plan.", [("The mayor", "was reluctant to endorse", ["the plan"])]),
    ("The mayor began by listing the repairs.", [("The mayor", "began by listing", ["the repairs"])]),
    ("The mayor on Tuesday said the dam was safe.", [("The mayor", "said", ["the dam was safe"])]),
    ("The mayor said Tuesday that the dam was safe.", [("The mayor", "said Tuesday", ["that the dam was safe"])]),
    ("Nobody slept, the mayor said in an email.", [("the mayor", "said in an email", ["Nobody slept"])]),
    ("“Nobody slept,” Ramos, 58, told the paper.", [("Ramos, 58", "told", ["“Nobody slept,”"])]),
    ("“It failed,” Berg went so far as to say.", [("Berg", "went so far as to say", ["“It failed,”"])]),
    ("She was worried about the dam.", [("She", "was worried about", ["the dam"])]),
]  # fmt: skip


NESTED = [
    ("She said she opposed the dam.", [("She", "said", ["she opposed the dam"])]),
    ("She said she wanted to close the dam.", [("She", "said", ["she wanted to close the dam"])]),
    ("Voss refused to say that the dam leaked.", [("Voss", "refused to say", ["that the dam leaked"])]),
    ("Voss refused to confirm the sale.", [("Voss", "refused", ["to confirm the sale"])]),
    ("Voss repeated his claim that the dam leaked.", [("Voss", "repeated his claim", ["that the dam leaked"])]),
    ("Reports say that Voss denied that the dam leaked.",
     [("Reports", "say", ["that Voss denied that the dam leaked"]), ("Voss", "denied", ["that the dam leaked"])]),
]  # fmt: skip
"""An attitude inside somebody's words is no attribution of its own; somebody else's speech is. A cue counts once."""

PARAGRAPHS = [
    ("“The road is closed, said the driver.", [("the driver", "said", ["“The road is closed"])]),
    ("“The dam is safe.\n\n“Nobody will drown.\n\n“We are ready,” added Voss.",
     [("Voss", "added", ["“The dam is safe.\n\n“Nobody will drown.\n\n“We are ready,”"])]),
    ("Voss said: “The dam is safe.\n\n“Nobody will drown,” he added.",
     [("Voss", "said:", ["“The dam is safe"]), ("he", "added", ["“Nobody will drown,”"])]),
]  # fmt: skip
"""A quotation over paragraphs is one content; a second cue behind its last paragraph makes a second one, and nothing is counted twice.
A mark that never closes ends before the speech tag."""

POINTING = [
    ("The ferry is the cheapest way to cross, or so says the company.",
     [("the company", "so says", ["The ferry is the cheapest way to cross"])]),
    ("The harbour is closed to foreign ships. So says the mayor.", [("the mayor", "So says", ["The harbour is closed to foreign ships"])]),
    ("The plan is dead – in the words of the harbour master, a waste of good stone.",
     [("the harbour master", "in the words of", ["a waste of good stone"])]),
    ("The bridge will stand for a century, in the words of its builder.",
     [("its builder", "in the words of", ["The bridge will stand for a century"])]),
]  # fmt: skip
""" "So says X" points back; what is called names "in the words of X" may stand behind the source."""

SEPARATE = [
    ("The union urged members to strike and called on the company to raise wages.",
     [("The union", "urged", ["members to strike"]), ("The union", "called on", ["the company to raise wages"])]),
    ("The priest asked the crowd to leave and urged the police to wait.",
     [("The priest", "asked", ["the crowd to leave"]), ("The priest", "urged", ["the police to wait"])]),
    ("In a statement on Monday, Voss said he would resign.", [("Voss", "said", ["he would resign"])]),
    ("The result is good considering how little they spent.", []),
    ("The clerk was angered by the vote and predicted that the shop would close.",
     [("The clerk", "predicted", ["that the shop would close"])]),
    ("The singer was booed by farmers after telling them that the drought was over.",
     [("farmers", "was booed", ["The singer"]), ("The singer", "telling", ["that the drought was over"])]),
    ("Farmers criticised the dam, which opened in May.", [("Farmers", "criticised", ["the dam"])]),
    ("Farmers criticised the dam that opened in May.", [("Farmers", "criticised", ["the dam that opened in May"])]),
    ("The attack raised fears of a wider war.", [(None, "raised fears of", ["a wider war"])]),
]  # fmt: skip
"""A finite verb never joins an infinitive; a day is nothing said; conjunctions consider nothing;
what raises fears holds none; behind a passive its subject goes on."""

LAYOUT = [
    ("MALDEN (AP) — Mayor Voss told reporters the bridge was closed.", [("Mayor Voss", "told", ["the bridge was closed"])]),
    ("LONDON — Prices will rise, analysts warned.", [("analysts", "warned", ["Prices will rise"])]),
    ("“The river is rising and the\nwalls won't hold,” said the engineer. “We must leave.”",
     [("the engineer", "said", ["“The river is rising and the\nwalls won't hold,”", "“We must leave.”"])]),
    ("Bridge is safe – mayor\nThe town held a meeting.", [("mayor", "–", ["Bridge is safe"])]),
    ("Dozens killed in raid - activists\nThe raid took place at dawn.", [("activists", "-", ["Dozens killed in raid"])]),
    ("Woods: Dam proves mayor wrong\n\nOn Monday Anna Woods spoke to a crowd in Malden.", [("Woods", ":", ["Dam proves mayor wrong"])]),
    ("Dozens killed in raid - pictures\nThe raid took place at dawn.", []),
]  # fmt: skip
"""Datelines are no source and no content; a line break inside a sentence ends no quotation; who speaks may close a headline."""

PHRASES = [
    ("The union took issue with the new timetable.", [("The union", "took issue with", ["the new timetable"])]),
    ("The mayor made the case that the old dam was safe.", [("The mayor", "made the case", ["that the old dam was safe"])]),
    ("Farmers drew attention to the drought.", [("Farmers", "drew attention to", ["the drought"])]),
    ("The minister spoke to reporters.", []),
    ("The siege raised questions about the truce.", []),
    ("He raised questions about the truce.", [("He", "raised questions about", ["the truce"])]),
    ("Voss reminded voters of his years in the harbour.", [("Voss", "reminded", ["his years in the harbour"])]),
    ("He avoided direct criticism of the union.", [("He", "avoided direct criticism of", ["the union"])]),
    ("He faced criticism of the plan.", []),
    ("The rebels launched an attack on the town and retreated from the valley.", []),
    ("Voss threw his support behind the dam.", [("Voss", "threw his support behind", ["the dam"])]),
    ("The minister said little about the dam.", [("The minister", "said little about", ["the dam"])]),
    ("He ratcheted up his criticism of the union.", [("He", "ratcheted up his criticism of", ["the union"])]),
    ("As rain fell on the valley, Voss sought to calm the crowd.", [("Voss", "sought", ["to calm the crowd"])]),
    ("Some farmers fear that the dam has failed and are warning that the town is next.",
     [("Some farmers", "fear", ["that the dam has failed"]), ("Some farmers", "are warning", ["that the town is next"])]),
    ("Voss on Friday praised the crew.", [("Voss", "praised", ["the crew"])]),
    ("The old song was sung at noon. Voss said the rain was in the novel “The Long Way Home to the Sea.”",
     [("Voss", "said", ["the rain was in the novel “The Long Way Home to the Sea.”"])]),
    ("The mayor calls the bridge project “a waste” and will not pay for it.",
     [("The mayor", "calls", ["the bridge project “a waste”"])]),
    ("The company declined to comment.", [("The company", "declined", ["to comment"])]),
    ("The company declined to say whether the plant would close.", [("The company", "declined", ["to say whether the plant would close"])]),
    ("The ministry sent a letter to the town, saying that the dam was safe.", [("The ministry", "saying", ["that the dam was safe"])]),
    ("“No,” she replied before adding that the dam was old.",
     [("she", "replied", ["“No,”"]), ("she", "adding", ["that the dam was old"])]),
    ("The mayor was seen at noon, praising the dam.", [("The mayor", "praising", ["the dam"])]),
    ("“We are ready,” said Anna Berg, an engineer at the firm of Paul Voss, who said that he was ill.",
     [("Anna Berg, an engineer at the firm of Paul Voss", "said", ["“We are ready,”"]), ("who", "said", ["that he was ill"])]),
]  # fmt: skip
"""Cues of several words hold what their noun or last preposition does; a refusal is of all that is refused; events ask no questions;
nobody judges where nobody is named; a title is nothing said."""

HEADINGS = [
    ("Berg: Time to rebuild the harbour\n\nAnna Berg spoke to a crowd in Malden on Monday.",
     [("Berg", ":", ["Time to rebuild the harbour"])]),
    ("Poll: Voters split on dam\n\nThe vote is on Monday.", [("Poll", ":", ["Voters split on dam"])]),
    ("The latest: Three rescued from the river\n\nThe rescue took place at dawn.", []),
    ("Weather: Rain for the whole of the valley\n\nIt rained at dawn.", []),
]  # fmt: skip
"""A headline opens with who says what stands behind its colon, a sentence or not; a topic says nothing."""


@pytest.fixture(scope="module")
def lexicons():
    return CueLexicons(load("english/reporting-verbs"), load("english/cue-complements"))


ALL = CASES + NESTED + PARAGRAPHS + POINTING + SEPARATE + LAYOUT + PHRASES + HEADINGS


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_source_cue_and_content(text, expected, lexicons):
    found = find(parse_text(text), lexicons).attributions
    assert [
        (text[slice(*one.source)] if one.source else None, text[slice(*one.cue)], [text[start:end] for start, end in one.content])
        for one in found
    ] == expected


def test_fears_that_nobody_holds_are_not_in_somebodys_voice(lexicons):
    held, = find(parse_text("Residents voiced fears that the border will close."), lexicons).attributions
    unheld, = find(parse_text("The speech sparked hopes that the talks would resume."), lexicons).attributions
    assert held.spoken == held.content
    assert unheld.source is None and unheld.content and not unheld.spoken


@pytest.mark.parametrize("mark", [":", "."])
def test_an_answer_runs_on_to_the_next_question(lexicons, mark):
    text = f"Q{mark} What will you do?\n\nA{mark} I will close the dam.\n\nWe start in May.\n\nQ{mark} And then?\n\nThe dam is old."
    found = find(parse_text(text), lexicons).attributions
    assert [[text[a:b] for a, b in one.content] for one in found if one.rule == "colon"] == [
        ["What will you do?"], ["I will close the dam", "We start in May."], ["And then?"]
    ]  # fmt: skip


def test_an_initial_is_no_answer(lexicons):
    one, = find(parse_text("A. Voss said that the dam leaks."), lexicons).attributions
    assert one.rule == "clause"


def test_a_name_in_marks_is_in_the_voice_of_who_gives_it(lexicons):
    text = "She called the raid on the village “a crime against us.”"
    one, = find(parse_text(text), lexicons).attributions
    assert [text[start:end] for start, end in one.spoken] == ["“a crime against us.”"]
