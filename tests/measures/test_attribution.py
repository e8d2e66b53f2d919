"""Attributions in the constructions of news: source, cue and content to the letter, with the real parser."""

import pytest
from attribution_texts import find, found_in

from framing.language import parse_text

FOUND = {
    "cue before": {
        "The mayor said the bridge would reopen in May.": ["The mayor | said | the bridge would reopen in May"],
        "The mayor said: “The bridge will reopen in May.”": ["The mayor | said: | “The bridge will reopen in May.”"],
        "She asked: “Where is the money?”": ["She | asked: | “Where is the money?”"],
        "Berg said, “It was a disaster. Nobody came. We waited for hours.” The police left at noon.": [
            "Berg | said | “It was a disaster. Nobody came. We waited for hours.”"
        ],
        "The minister told reporters that the talks had failed.": ["The minister | told | that the talks had failed"],
        "Officials say the fire was set on purpose.": ["Officials | say | the fire was set on purpose"],
        "The spokesman, Karl Voss, said the fire was out.": ["The spokesman, Karl Voss | said | the fire was out"],
        "Police spokesman Karl Voss said the fire was out.": ["Police spokesman Karl Voss | said | the fire was out"],
        "A person familiar with the talks said a deal was near.": ["A person familiar with the talks | said | a deal was near"],
        "The minister said that, if the talks failed, troops would move.": [
            "The minister | said | that, if the talks failed, troops would move"
        ],
        "The letter says the debt is paid.": ["The letter | says | the debt is paid"],
    },
    "cue after": {
        "“The bridge will reopen in May,” the mayor said.": ["the mayor | said | “The bridge will reopen in May,”"],
        "The bridge will reopen in May, the mayor said.": ["the mayor | said | The bridge will reopen in May"],
        "“Will the school close?” asked a parent.": ["a parent | asked | “Will the school close?”"],
        "“Where is the money?” she asked the director.": ["she | asked | “Where is the money?”"],
        "“The debt is paid,” reads the letter.": ["the letter | reads | “The debt is paid,”"],
    },
    "cue inside": {
        "“The bridge,” the mayor said, “will reopen in May.”": ["the mayor | said | “The bridge,” … “will reopen in May.”"],
        "The bridge, the mayor said, will reopen in May.": ["the mayor | said | The bridge … will reopen in May"],
        "“We won,” she said. “Nobody expected it. Nobody.”": ["she | said | “We won,” … “Nobody expected it. Nobody.”"],
        "“I will not go”, she told the paper, “and nobody can make me.”": ["she | told | “I will not go” … “and nobody can make me.”"],
    },
    "mixed": {
        "The mayor said the bridge was “beyond repair” and would be closed.": [
            "The mayor | said | the bridge was “beyond repair” and would be closed"
        ],
        "Critics say the vote was “a sham.”": ["Critics | say | the vote was “a sham.”"],
        "The senator called the vote “a sham.”": ["The senator | called | the vote “a sham.”"],
    },
    "according to": {
        "According to the city council, the repairs will cost two million euros.": [
            "the city council | According to | the repairs will cost two million euros"
        ],
        "The repairs will cost two million euros, according to the city council.": [
            "the city council | according to | The repairs will cost two million euros"
        ],
        "The repairs, according to the city council, will cost two million euros.": [
            "the city council | according to | The repairs … will cost two million euros"
        ],
        "In the words of the mayor, the bridge is a disgrace.": ["the mayor | In the words of | the bridge is a disgrace"],
    },
    "nouns": {
        "The minister's claim that taxes had fallen was disputed.": ["The minister's | claim | that taxes had fallen"],
        "The court's ruling that the law was void surprised the ministry.": ["The court's | ruling | that the law was void"],
        "There were reports that the river was poisoned.": ["- | reports | that the river was poisoned"],
        "Allegations that the mayor took bribes were dropped.": ["- | Allegations | that the mayor took bribes"],
    },
    "adverbs": {
        "The suspect reportedly fled to Spain.": ["- | reportedly | The suspect … fled to Spain"],
        "The allegedly stolen car was found in a barn.": ["- | allegedly | stolen"],
    },
    "participles": {
        "The police closed the road, citing heavy snow.": ["The police | citing | heavy snow"],
        "The general stepped down, vowing to return.": ["The general | vowing | to return"],
        "“We are leaving,” Berg said, adding that the trucks were packed.": [
            "Berg | said | “We are leaving,”",
            "Berg | adding | that the trucks were packed",
        ],
    },
    "thinking and wanting": {
        "The mayor thinks that the bridge is safe.": ["The mayor | thinks | that the bridge is safe"],
        "Experts doubt that the plan will work.": ["Experts | doubt | that the plan will work"],
        "The villagers hope the rain will stop.": ["The villagers | hope | the rain will stop"],
        "The union wants to stop the sale.": ["The union | wants | to stop the sale"],
        "The king threatened to close the border.": ["The king | threatened | to close the border"],
        "It is feared that dozens of miners died.": ["- | is feared | that dozens of miners died"],
    },
    "requests and questions": {
        "The mayor urged residents to stay at home.": ["The mayor | urged | residents to stay at home"],
        "The mayor called on the council to approve the budget.": ["The mayor | called on | the council to approve the budget"],
        "The king ordered the guards to open the gate.": ["The king | ordered | the guards to open the gate"],
        "The reporter asked whether the bridge was safe.": ["The reporter | asked | whether the bridge was safe"],
        "The union demanded that the plant stay open.": ["The union | demanded | that the plant stay open"],
    },
    "passive": {
        "The bridge was described by the mayor as a disgrace.": ["the mayor | was described | The bridge … as a disgrace"],
        "The residents were told that the water was safe.": ["- | were told | that the water was safe"],
    },
    "nested": {
        "Reports say that the minister said the plan was dead.": [
            "Reports | say | that the minister said the plan was dead",
            "the minister | said | the plan was dead",
        ],
        "She said he told the police that the car was gone.": [
            "She | said | he told the police that the car was gone",
            "he | told | that the car was gone",
        ],
    },
    "several in a sentence": {
        "The union said it would strike, but the company said talks would go on.": [
            "The union | said | it would strike",
            "the company | said | talks would go on",
        ],
        "Asked about the delay, the mayor said, “No comment.”": [
            "the mayor | Asked about | the delay",
            "the mayor | said | “No comment.”",
        ],
    },
    "cues of several words": {
        "The committee pointed out that the law had not changed.": ["The committee | pointed out | that the law had not changed"],
        "The mayor made clear that the bridge would stay closed.": ["The mayor | made clear | that the bridge would stay closed"],
        "The company would not say when the plant would open.": ["The company | would not say | when the plant would open"],
    },
    "marks": {
        '"The road is closed," said the driver. "You must turn back."': [
            'the driver | said | "The road is closed," … "You must turn back."'
        ],
        "'The road is closed,' the driver said.": ["the driver | said | 'The road is closed,'"],
        "‘It was a disaster,’ Berg’s brother said.": ["Berg’s brother | said | ‘It was a disaster,’"],
        "« The road is closed », said the driver.": ["the driver | said | « The road is closed »"],
        "„Der Weg ist zu“, said the driver.": ["the driver | said | „Der Weg ist zu“"],
        "“It was a disaster”, said Berg.": ["Berg | said | “It was a disaster”"],
        "“It was a 'disaster' for us,” Berg said.": ["Berg | said | “It was a 'disaster' for us,”"],
        "“I told him, ‘Go home,’” Berg said.": ["Berg | said | “I told him, ‘Go home,’”"],
        "“The new [director] is ready,” Berg said.": ["Berg | said | “The new [director] is ready,”"],
    },
    "colon": {
        "Berg: “It was a disaster.”": ["Berg | : | “It was a disaster.”"],
    },
}


CASES = [pytest.param(*case, id=f"{kind}-{number}") for kind, cases in FOUND.items() for number, case in enumerate(cases.items())]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_source_cue_and_content(text, expected):
    assert found_in(text) == expected


BODY = "\n\nThe river rose all night, and the farmers carried their animals up the hill behind the mill.\n"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Mayor: Bridge Will Reopen in May", "Mayor | : | Bridge Will Reopen in May"),
        ("Berg Says Bridge Is Safe", "Berg | Says | Bridge Is Safe"),
        ("Bridge is safe, says Berg", "Berg | says | Bridge is safe"),
        ("Bridge is safe: Berg", "Berg | : | Bridge is safe"),
    ],
)
def test_headlines_attribute_too(headline, expected):
    assert found_in(headline + BODY) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She is the author of “The Long Road” and lives in Bern.",
        "The museum bought “Night Harbour” for two million euros.",
        "The film “Night Harbour” won two prizes.",
        "The so-called “experts” left the hall.",
        "The “crisis” ended on Monday.",
        "The word “crisis” appears nine times in the report.",
        "The company did not comment.",
        "A village called Hope lies by the river.",
        "The train left at noon and reached the coast by night.",
    ],
)
def test_titles_scare_quotes_and_plain_report_are_nobodys_words(text):
    assert found_in(text, spoken_only=False) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army accused the rebels of shelling the market.", "The army | accused | the rebels of shelling the market"),
        ("The mayor praised the firefighters.", "The mayor | praised | the firefighters"),
        ("The government plans to sell the port.", "The government | plans | to sell the port"),
    ],
)
def test_what_an_attitude_is_about_stays_the_outlets_wording(text, expected):
    assert found_in(text) == []
    assert found_in(text, spoken_only=False) == [expected]


@pytest.mark.parametrize(
    ("text", "form", "stance"),
    [
        ("“The bridge is shut,” the mayor said.", "direct", "neutral"),
        ("The mayor said the bridge was “beyond repair” at last.", "mixed", "neutral"),
        ("The mayor claimed the bridge was safe.", "indirect", "doubting"),
        ("The mayor admitted that the bridge was unsafe.", "indirect", "conceding"),
        ("The mayor insisted the bridge was safe.", "indirect", "assertive"),
        ("The mayor made clear that the bridge was safe.", "indirect", "factive"),
        ("The mayor urged residents to stay at home.", "indirect", "directive"),
        ("The mayor hopes the bridge is safe.", "indirect", "volitional"),
        ("The mayor thinks that the bridge is safe.", "indirect", "cognitive"),
    ],
)
def test_form_and_stance(text, form, stance):
    (one,) = find(parse_text(text)).attributions
    assert (one.form, one.stance) == (form, stance)


def test_a_request_speaks_without_the_one_it_is_put_to():
    text = "The mayor urged residents to stay at home."
    (one,) = find(parse_text(text)).attributions
    assert [text[start:end] for start, end in one.spoken] == ["to stay at home"]


def test_a_quotation_over_paragraphs_is_one_content_to_its_closing_mark():
    text = (
        "“The river rose all night,” said Anna Berg, a farmer. “We had no boat.\n\n"
        "“We carried the animals up the hill.”\n\nThe rain stopped at noon."
    )
    said = next(one for one in find(parse_text(text)).attributions if one.source is not None)
    assert text[slice(*said.source)] == "Anna Berg, a farmer"
    assert text[: said.content[-1][1]].endswith("up the hill.”")


@pytest.mark.parametrize("mark", ['"', "“", "«"])
def test_a_mark_that_never_closes_swallows_one_sentence_at_most(mark):
    text = f"{mark}The road is closed, said the driver. The police came later. Nobody was hurt.\n\nThe mayor left."
    assert all(end <= text.index(" The police") for one in find(parse_text(text)).attributions for _, end in one.content)
