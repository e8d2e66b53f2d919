"""Discovery on small articles written for it, parsed by the model. Countries are real, since states are known by name; people are not."""

import functools

import pytest

from framing.article import Article
from framing.language import parse_text
from framing.measures.discovery import discover, draft
from framing.measures.discovery.candidates import candidates


def article(outlet, text):
    return Article(article_id=outlet.lower(), text=text, outlet=outlet, read_from=f"{outlet}.txt")


@functools.cache
def found(*texts):
    outlets = ("Alpha", "Beta", "Gamma")
    return discover([article(outlet, text) for outlet, text in zip(outlets, texts)])


def keys(discovery, words):
    """The entities of every mention written so."""
    return {one.key for every in discovery.mentions.values() for one in every if one.candidate.text == words}


def same(discovery, *words):
    """Whether all mentions written in these ways are of one entity, each way being there."""
    each = [keys(discovery, one) for one in words]
    return all(each) and len(set().union(*each)) == 1


def spans(text):
    return [one.text for one in candidates(parse_text(text)) if one.sure]


def test_spans_leave_out_determiners_and_split_offices_from_names():
    found = spans("The French President Anton Castell met Mr. Vargas and a senior aide to the prime minister.")
    assert found == ["French President", "Anton Castell", "Mr. Vargas", "senior aide", "prime minister"]


def test_names_of_one_person():
    news = found("President Anton Castell spoke on Monday. Mr. Castell was angry. Reporters asked Castell about Anton J. Castell's taxes.")
    assert same(news, "President Anton Castell", "Mr. Castell", "Castell", "Anton J. Castell")


def test_a_surname_follows_the_full_name_of_its_own_article():
    news = found(
        "Maria Lopez, a lawyer, spoke first. Lopez said that the court was wrong.",
        "Victor Lopez, a farmer, spoke last. Lopez said that the price was wrong.",
    )
    by_article = {name: {one.key for one in every if one.candidate.text == "Lopez"} for name, every in news.mentions.items()}
    assert by_article == {"alpha": {"name:maria lopez"}, "beta": {"name:victor lopez"}}


def test_a_particle_belongs_to_the_name():
    news = found("Karim al-Sabri led the march. Later Sabri spoke to a crowd, and Mr. al-Sabri left.")
    assert same(news, "Karim al-Sabri", "Sabri")


def test_acronyms_and_their_names():
    news = found("The Coastal Defence Union (CDU) met in May. The CDU wants peace. Critics of the Coastal Defence Union stayed away.")
    assert same(news, "CDU", "Coastal Defence Union")


def test_a_state_is_its_name_adjective_capital_and_officials():
    news = found("Japan protested. Japanese officials wrote a letter. Tokyo said that Japan's government was surprised.")
    assert same(news, "Japan", "Japanese officials", "Tokyo", "government")


def test_the_holder_of_an_office_is_remembered():
    news = found("French President Anton Castell left. The French president said nothing. Mr. Castell smiled, and the president waved.")
    assert same(news, "French President", "Anton Castell", "French president", "president")


def test_apposition_joins_only_what_can_be_one():
    news = found("Red Dawn, a militant group, took the bridge. Leon Vargas, the leader of Red Dawn, spoke. The leader was hurt.")
    assert same(news, "Red Dawn", "militant group")
    assert same(news, "Leon Vargas", "leader")
    assert not same(news, "Red Dawn", "Leon Vargas")


def test_somebody_elses_ally_is_somebody_else():
    news = found("Iran has allies. Iranian allies met in Paris. Iranian officials met them.")
    assert keys(news, "Iranian officials") == {"state:Iran"}
    assert "state:Iran" not in keys(news, "Iranian allies")


def test_rebels_of_a_country_are_not_its_state():
    news = found("Syrian rebels took a town. Syrian soldiers left it.")
    assert keys(news, "Syrian soldiers") == {"state:Syria"}
    assert "state:Syria" not in keys(news, "Syrian rebels")


CARAVAN = (
    "A caravan of migrants reached the city. The migrants want to seek asylum. The migrant caravan plans to march north.",
    "The caravan of illegal immigrants was stopped. The immigrants threw stones at police. The immigrants waited.",
    "The caravan, a group of asylum seekers, rested. Asylum seekers in the caravan were tired. The caravan is made up of asylum seekers.",
)


def test_labels_that_the_articles_use_for_the_same_people():
    news = found(*CARAVAN)
    assert same(news, "caravan", "migrants", "migrant caravan", "immigrants", "illegal immigrants")
    assert not same(news, "caravan", "police")


def test_every_mention_is_exact_and_none_overlap():
    texts = (*CARAVAN[:2], "The Trump-Abe talks, U.S.-led forces and Secretary of State John Smith's son-in-law were in the news.")
    news = found(*texts)
    for (_, every), text in zip(news.mentions.items(), texts):
        ends = 0
        for one in every:
            assert text[one.candidate.start : one.candidate.end] == one.candidate.text
            assert one.candidate.start >= ends
            ends = one.candidate.end


def test_the_draft_orders_actors_and_counts_outlets():
    articles = [article(outlet, text) for outlet, text in zip(("Alpha", "Beta", "Gamma"), CARAVAN)]
    drafted = draft(discover(articles), articles, least=3)
    first = drafted.actors[0]
    assert [actor.count for actor in drafted.actors] == sorted((actor.count for actor in drafted.actors), reverse=True)
    assert set(first.mentions) == {"Alpha", "Beta", "Gamma"}
    words = {entry.text: entry for entry in first.entries}
    assert words["immigrant"].outlets == {"Beta": 3}
    assert words["immigrant"].longer == {"illegal immigrant": 1}
    assert words["caravan"].example[1].lower().count("caravan") == 1
    assert words["caravan"].kind == words["immigrant"].kind == "labels"


def test_what_is_seen_once_or_counted_with_another_is_doubtful():
    text = "Iran protested. Iranian spokesman Karim Sabri spoke. Iran waited. Sabri left. Iranian officials stayed. Tehran was calm."
    articles = [article("Alpha", text)]
    drafted = draft(discover(articles), articles, least=3)
    iran = next(actor for actor in drafted.actors if actor.id == "iran")
    doubts = {entry.text: entry.doubt for entry in iran.entries}
    assert doubts["Iran"] == ""
    assert "minor actor" in doubts["Sabri"]
    assert doubts["Tehran"] == "seen once"


@pytest.mark.parametrize("text", ["It rained.", "", "The deal was signed on 12 May 2020."])
def test_nobody_is_found_where_nobody_is(text):
    assert spans(text) == []


def test_discovery_does_not_depend_on_the_order_of_articles():
    articles = [article(outlet, text) for outlet, text in zip(("Alpha", "Beta", "Gamma"), CARAVAN)]
    one, other = discover(articles), discover(articles[::-1])
    groups = [
        sorted(sorted((name, found.candidate.start) for name, every in news.mentions.items() for found in every if found.key == key)
               for key in {found.key for every in news.mentions.values() for found in every})
        for news in (one, other)
    ]  # fmt: skip
    assert groups[0] == groups[1]


def test_bodies_with_one_last_word_stay_apart():
    news = found("Hill Front, a rebel in all but name, won. Valley Front lost its leader. The leader of Hill Front met Valley Front.")
    assert keys(news, "Hill Front") and keys(news, "Valley Front")
    assert not same(news, "Hill Front", "Valley Front")


def test_the_army_of_a_country_at_war_with_itself_is_the_state():
    news = found(
        "The Syrian army shelled a town. The Syrian army denied it. The Syrian army left. Then the Syrian army waited.",
        "The Syrian army sang. Syrian army officers spoke.",
        "The Syrian army came back. Army troops searched the houses, and the army burned a field.",
    )
    assert keys(news, "Army troops") == keys(news, "army") == {"state:Syria"}
