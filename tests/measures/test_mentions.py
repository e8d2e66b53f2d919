"""Which phrases are mentions, where they begin and end, and whose they are."""

from __future__ import annotations

import pytest
from mention_topic import TERMS, TOPIC, actors, mentions, one, parsed

from framing.measures.mentions import find
from framing.measures.mentions.lemma import head_form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # noun modifiers
        ("The valley fell under guerrilla control.", [("guerrilla", "guerrillas")]),
        ("The guerrilla-held valley was quiet.", []),
        # nominalised adjectives and headings in title case
        ("The Reformists took the bridge.", [("Reformists", "guerrillas")]),
        # premodifiers, and what ends them
        ("Several heavily armed guerrillas slept.", [("heavily armed guerrillas", "guerrillas")]),
        ("Their most ruthless outlaws slept.", [("most ruthless outlaws", "guerrillas")]),
        ("The guerrillas of the north who fled returned.", [("guerrillas", "guerrillas")]),
        # possessors are mentions of their own
        ("Castell's forces left.", [("Castell", "castell"), ("forces", "army")]),
        # titles belong to a person's name
        ("President Anton Castell spoke.", [("President Anton Castell", "castell")]),
        ("Red Dawn leader Leon Vargas spoke.", [("Red Dawn leader Leon Vargas", "vargas")]),
        ("The French Foreign Minister Marc Dubois spoke.", [("French Foreign Minister Marc Dubois", "france")]),
        # coordination
        ("Guerrillas and government troops clashed.", [("Guerrillas", "guerrillas"), ("government troops", "army")]),
        # somebody else's name
        ("Maria Vargas opened a bakery.", []),
        # a count of a place is no mention
        ("It is a city of a few thousand residents.", []),
        # a group that only counts
        ("A group of outlaws sang.", [("outlaws", "guerrillas")]),
        # what is done or used is nobody
        ("They took it by force.", []),
        ("The use of lethal force was banned.", []),
        # an exception of the lexicon
        ("They tried guerrilla marketing.", []),
    ],
)
def test_spans(text: str, expected: list[tuple[str, str]]) -> None:
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "phrase", "actor", "resolved_by"),
    [
        ("Red Dawn denied it.", "Red Dawn", "dawn", "name"),
        ("Bandits denied it.", "Bandits", "guerrillas", "label"),
        ("The army left.", "army", "army", "label"),
        # modifiers
        ("French troops left.", "French troops", "france", "modifier"),
        ("The French army left.", "French army", "france", "modifier"),
        ("Red Dawn fighters left.", "Red Dawn fighters", "dawn", "modifier"),
        ("French-backed fighters left.", "French-backed fighters", "proxies", "modifier"),
        ("Red Dawn outlaws left.", "Red Dawn outlaws", "dawn", "modifier"),
        # possessors, prepositional phrases and clauses in their place
        ("Fighters from Red Dawn left.", "Fighters", "dawn", "possessor"),
        ("Troops loyal to Castell left.", "Troops", "army", "possessor"),
        ("The army said its forces left.", "forces", "army", "possessor"),
        ("A coalition backed by France met.", "coalition", "proxies", "possessor"),
        ("France, which backs some militias, agreed.", "militias", "proxies", "possessor"),
        ("Leon Vargas praised his commanders.", "commanders", "guerrillas", "possessor"),
        # apposition, copula, "designated"
        ("Red Dawn, a former affiliate, agreed.", "former affiliate", "dawn", "apposition"),
        ("Leon Vargas, leader of the band, agreed.", "leader", "vargas", "apposition"),
        ("The armed group Red Dawn agreed.", "armed group", "dawn", "apposition"),
        ("Red Dawn is a small faction.", "small faction", "dawn", "apposition"),
        ("Peace Watch, an opposition group, agreed.", "opposition group", "watch", "apposition"),
        # antecedents
        ("Red Dawn took the mill. The group held it.", "group", "dawn", "antecedent"),
        ("Outlaws took the mill. Red Dawn cheered. The fighters held it.", "fighters", "guerrillas", "antecedent"),
        ("Guerrilla commanders met, with one leader shouting.", "leader", "guerrillas", "antecedent"),
    ],
)
def test_resolution(text: str, phrase: str, actor: str, resolved_by: str) -> None:
    mention = one(text, phrase)
    assert (mention.actor, mention.resolved_by) == (actor, resolved_by)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Soldiers slept.", "Soldiers"),  # nobody named before
        ("Red Dawn took the mill. A group sang.", "group"),  # somebody new
        ("Outlaws met. Groups like this one are rare.", "Groups"),
        ("The Peruvian government resigned.", "Peruvian government"),  # outside the topic
        ("Red Dawn troops left.", "Red Dawn troops"),  # somebody who has none
        ("Castell's allies, France and Spain, met.", "allies"),  # several
        ("French and Spanish officials met.", "officials"),
        ("Our forces are near, he said of the outlaws.", "forces"),
        ("France met the outlaws. The officials slept.", "officials"),  # an office does not go back to a band
    ],
)
def test_a_wrong_guess_is_worse_than_none(text: str, phrase: str) -> None:
    found = [mention for mention in mentions(text) if mention.text.endswith(phrase)]
    assert [(mention.actor, mention.resolved_by) for mention in found] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France denied the report.", True),
        ("The deal was backed by France.", True),
        ("Help came from Spain and France.", True),
        ("Ties to France grew.", True),
        ("France's support grew.", True),
        ("He accused France of theft.", True),
        ("His allies, Spain and France, met.", True),
        ("It rained in France.", False),
        ("The road from France is long.", False),
        ("He wrote about the invasion of France.", False),
        ("They fled to France.", False),
        ("France's largest city slept.", False),
        ("He crossed the border with France.", False),
        ("They entered France at night.", False),
        ("The France-based singer retired.", False),
    ],
)
def test_a_state_is_a_party_or_a_place(text: str, expected: bool) -> None:
    assert any(mention.actor == "france" for mention in mentions(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritania said that it would wait.", True),
        ("Ruritania refused to wait.", True),
        ("Ruritania burned for years.", False),
        ("Ruritania began to burn.", False),
    ],
)
def test_a_government_by_the_name_of_its_country_must_speak(text: str, expected: bool) -> None:
    assert any(mention.actor == "government" for mention in mentions(text)) is expected


def test_an_acronym_introduced_in_brackets_is_a_name_from_then_on() -> None:
    found = [(mention.text, mention.actor, mention.kind) for mention in mentions("The Blue League (BL) met. Later BL left.")]
    assert found == [("Blue League", "proxies", "name"), ("BL", "proxies", "name"), ("BL", "proxies", "name")]
    assert [text for text, _ in actors("BL met. The Blue League left. The Blue League (XQ) sang.")] == ["Blue League", "Blue League"]


def test_same_words_go_back_further_than_nearness() -> None:
    filler = " ".join("It rained again." for _ in range(9))
    text = f"Outlaws took the mill. The fighters sang. {filler} The fighters slept."
    assert [mention.actor for mention in mentions(text)] == ["guerrillas"] * 3
    assert actors(f"Outlaws took the mill. {filler} The fighters slept.")[-1] == ("fighters", None)


def test_the_entry_is_the_actors_own() -> None:
    assert one("French troops left.", "French troops").entry == "topics/ruritania#france:troop"
    assert one("Soldiers slept.", "Soldiers").entry.endswith(":soldier")


def test_nothing_found_in_an_empty_document() -> None:
    assert find(parsed(""), TOPIC, TERMS) == []


@pytest.mark.parametrize(
    ("text", "phrase", "actor"),
    [
        ("Anna Castell is away. Leon Vargas met Mary Dubois. His commanders left.", "commanders", "guerrillas"),
        ("Leon Vargas met Spain. Mary Dubois praised her commanders.", "commanders", None),  # nobody who is a she and an actor
        # a bare role is nobody in particular
        ("President Anton Castell won. He hopes to stay on as president.", "president", None),
        ("President Anton Castell won. The president slept.", "president", "castell"),
        # the holder of another's office
        ("President Anton Castell won. The president of the Marmot Club slept.", "president", None),
        # who was named with the title, not who was named last
        ("President Anton Castell met Marc Dubois. The president slept.", "president", "castell"),
        ("President Anton Castell won. The next president will sleep.", "president", None),
        # members of a body
        ("Castell spoke to officials in the French government.", "officials", "france"),
        ("Castell spoke to officials in France.", "officials", None),
        # an acronym in square brackets
        ("The [RD] fighters slept.", "fighters", "dawn"),
    ],
)
def test_no_wrong_guess(text: str, phrase: str, actor: str | None) -> None:
    assert one(text, phrase).actor == actor


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # apostrophes lost: the possessor is no part of the label
        (
            "The villagers feared Castells forces. Frances army came.",
            [("Castells", "castell"), ("forces", "army"), ("Frances", "france"), ("army", "france")],
        ),
        ("The regimes forces left.", [("regimes", "government"), ("forces", "army")]),
        ("RDs fighters left.", [("RDs", "dawn"), ("fighters", "dawn")]),
        ("The armys fighters left.", [("armys", "army"), ("fighters", None)]),
        # nor is a place that a colon set apart
        ("Ten die in Lima watchdog", [("watchdog", "watch")]),
        # with an apostrophe in the text, an s is what it is
        ("Castell's forces left.", [("Castell", "castell"), ("forces", "army")]),
    ],
)
def test_a_text_without_apostrophes(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert actors(text) == expected


def test_a_hyphen_belongs_to_the_head() -> None:
    document = parsed("The front-runner left.")
    assert head_form(document, 1, 3) == "front-runner"


def test_heads_in_title_case_are_counted_with_the_others() -> None:
    assert [mention.head for mention in mentions("Bandits and Residents Flee. The bandits and residents fled.")] == [
        "bandit", "resident", "bandit", "resident",
    ]  # fmt: skip
