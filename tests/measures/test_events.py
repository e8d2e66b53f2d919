import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing import corpus
from framing.article import Article
from framing.measures import events
from framing.measures.events.find import events as grouped
from framing.measures.events.group import groups, likeness
from framing.measures.events.terms import Terms

EXAMPLE = Path(__file__).parents[2] / "reports" / "hama-2024" / "corpus"

FLOOD, VOTE = "flood dam village rescue boat", "vote ballot mayor count ward"


def article(name, outlet, date="2024-05-01"):
    return Article(article_id=name, text="", outlet=outlet, read_from=name, date=date)


def read(name, words, *entities):
    nouns = words.split()
    written = {word: word for word in nouns} | {entity.lower(): entity for entity in entities}
    return Terms(name, dict.fromkeys(nouns, 1), dict.fromkeys(map(str.lower, entities), 1), written, frozenset(written))


def small():
    told = [
        ("a1", "Herald", "2024-05-01", f"{FLOOD} grim"), ("a2", "Herald", "2024-05-09", f"{VOTE} grim"),
        ("b1", "Courier", "2024-05-02", f"{FLOOD} calm"), ("b2", "Courier", "2024-05-09", f"{VOTE} calm"),
        ("c3", "Post", "2024-05-20", "concert opera singer"),
    ]  # fmt: skip
    articles = [article(name, outlet, date) for name, outlet, date, _ in told]
    return articles, [read(name, words, "Ardon" if "flood" in words else "Belmar") for name, _, _, words in told]


def b_cubed(gold, found):
    """Precision and recall after Bagga and Baldwin (1998)."""
    def mean(one, other):
        return np.mean([np.mean([other[j] == other[i] for j in range(len(one)) if one[j] == one[i]]) for i in range(len(one))])

    return mean(found, gold), mean(gold, found)


def test_b_cubed_of_a_known_case():
    assert b_cubed([1, 1, 2, 2], ["x", "x", "x", "y"]) == pytest.approx(((2 / 3 * 2 + 1 / 3 + 1) / 4, (1 + 1 + 0.5 + 0.5) / 4))


def test_articles_that_share_words_names_and_days_are_one_event():
    found = grouped(*small())
    assert [list(event.articles) for event in found] == [["a1", "b1"], ["a2", "b2"]]
    assert found[0].outlets == ("Courier", "Herald")
    assert found[0].dates == ("2024-05-01", "2024-05-02")
    assert found[0].event.startswith("2024-05-01-ardon")
    assert set(found[0].keywords) <= {"Ardon", *FLOOD.split()}
    assert "grim" not in found[0].keywords


def test_the_order_of_articles_does_not_matter(tmp_path):
    articles = [
        Article(article_id=f"{outlet}-{day}", outlet=outlet, read_from="x", date=f"2024-05-{day:02}",
                text=f"The {thing} in {place} hurt two people. Rescuers came to {place} with the {thing} crew, {outlet} heard.")
        for outlet in ("Herald", "Courier") for day, thing, place in ((1, "flood", "Ardon"), (3, "fire", "Belmar"), (9, "strike", "Corvo"))
    ]  # fmt: skip
    found = events.find(articles, cache=tmp_path)
    assert found
    shuffled = random.Random(4).sample(articles, len(articles))
    assert events.find(shuffled, cache=tmp_path) == found


def test_articles_far_apart_in_time_are_not_alike():
    articles, terms = small()
    near = likeness([[one.words for one in terms]], outlets=["a", "b", "c", "d", "e"], dates=[one.date for one in articles], window=6)
    assert near[0, 2] > 0.3
    late = likeness([[one.words for one in terms]], outlets=["a", "b", "c", "d", "e"], dates=["2024-05-01"] + ["2024-06-01"] * 4, window=6)
    assert late[0, 2] == 0


def test_one_outlet_is_halved_and_an_unknown_date_costs():
    kinds = [[{"flood": 1, "dam": 1}, {"flood": 1, "dam": 1}, {"vote": 1, "ward": 1}, {"vote": 1, "ward": 1}]]
    dated = ["2024-05-01", "2024-05-01", "2024-05-02", "2024-05-02"]
    apart = likeness(kinds, outlets=["a", "b", "c", "d"], dates=dated, window=6)
    assert apart[0, 1] == pytest.approx(1)
    assert likeness(kinds, outlets=["a", "a", "c", "d"], dates=dated, window=6)[0, 1] == pytest.approx(0.5)
    assert likeness(kinds, outlets=["a", "b", "c", "d"], dates=[None] * 4, window=6)[0, 1] == pytest.approx(0.6)


def test_what_is_written_every_day_tells_nothing_apart():
    words = [{"war": 1, "flood": 1}, {"war": 1, "flood": 1}, {"war": 1, "vote": 1}, {"war": 1, "vote": 1}]
    alike = likeness([words], outlets=["a", "b", "c", "d"], dates=["2024-05-01"] * 2 + ["2024-05-03"] * 2, window=6)
    assert alike[0, 1] > 4 * alike[1, 2]


@given(st.integers(0, 7), st.data())
@settings(max_examples=60, deadline=None)
def test_groups_are_a_partition(size, data):
    values = np.array(data.draw(st.lists(st.floats(0, 1), min_size=size * size, max_size=size * size))).reshape(size, size)
    alike = (values + values.T) / 2
    np.fill_diagonal(alike, 1)
    found = groups(alike, least=data.draw(st.floats(0.01, 1)))
    assert sorted(place for group in found for place in group) == list(range(size))


def test_no_article_and_one_article():
    assert grouped([], []) == []
    articles, terms = small()
    assert grouped(articles[:1], terms[:1]) == []


def test_articles_without_words_stand_alone():
    assert grouped([article("a", "x"), article("b", "y")], [read("a", ""), read("b", "")]) == []


def test_found_events_replace_those_that_were_given():
    articles, terms = small()
    named = [Article(**{**vars(one), "event": "old"}) for one in articles]
    assert [one.event for one in events.given(named, grouped(articles, terms))][-1] is None


def test_the_worked_example_is_grouped_as_it_was_written(tmp_path):
    """The grouping reads text, outlet and date only; the events of articles.csv are the gold."""
    articles = [one for one in corpus.read(EXAMPLE).articles if one.kept]
    of = {name: event.event for event in events.find(articles, cache=tmp_path) for name in event.articles}
    precision, recall = b_cubed([one.event for one in articles], [of.get(one.article_id, one.article_id) for one in articles])
    assert precision > 0.95
    assert recall > 0.9
