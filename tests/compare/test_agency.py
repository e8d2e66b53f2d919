"""Agency: steps, victims, perpetrators and odds ratios, on tables made by hand."""

import numpy as np
import pytest
from compare_corpora import corpus

from framing.compare import compare, evidence
from framing.compare.odds import ratio

_PLACES = iter(range(10**6))


def act(
    article, construction="active", *, agent=None, agent_actor=None, instrument=None, patient_actor=None, category="killing", voice="outlet"
):  # fmt: skip
    start = next(_PLACES)
    return {
        "article_id": article, "sentence": 0, "verb_start": start, "verb_end": start + 4, "verb": "kill", "category": category,
        "construction": construction, "agent": agent or agent_actor, "agent_actor": agent_actor, "instrument": instrument,
        "patient": patient_actor, "patient_actor": patient_actor, "voice": voice,
    }  # fmt: skip


def rows(table, **wanted):
    wanted = {"voice": "outlet"} | wanted
    return [row for row in table.to_pylist() if all(row[name] == value for name, value in wanted.items())]


def two_outlets(own, other, *, each=6):
    """Six articles of each of two outlets with the same actions in every article of one outlet; own, other: article -> actions."""
    ids = [(f"{outlet}{number}", outlet) for outlet in ("one", "two") for number in range(each)]
    actions = [one for article, outlet in ids for one in (own if outlet == "one" else other)(article)]
    return corpus(*ids, actions=actions)


def test_every_action_stands_on_one_step():
    built = [
        {"construction": "active", "agent_actor": "army"}, {"construction": "active", "instrument": "shells"},
        {"construction": "active", "instrument": "jets", "agent_actor": "army"}, {"construction": "passive_with_agent", "agent": "men"},
        {"construction": "passive_with_agent", "instrument": "mine"}, {"construction": "agentless_passive"},
        {"construction": "participle", "agent": "men"}, {"construction": "participle"}, {"construction": "intransitive"},
        {"construction": "nominal"}, {"construction": "nominal", "agent": "men"}, {"construction": "active"},
    ]  # fmt: skip
    tables = two_outlets(lambda article: [act(article, **one) for one in built], lambda article: [])
    estimates = compare(tables, draws=100)
    shares = {row["category"]: row["value"] for row in rows(estimates, measure="agency", statistic="share", outlet="one", actor=None)}
    twelfths = {"active": 3, "weapon_or_event": 2, "passive_with_agent": 2, "passive_without_agent": 2, "intransitive": 1, "noun": 2}
    assert shares == pytest.approx({step: count / 12 for step, count in twelfths.items()}, abs=1e-6)
    (share,) = rows(estimates, measure="agentless", statistic="share", outlet="one", category="killing")
    assert share["value"] == pytest.approx(6 / 12)


def test_by_victim_counts_harm_done_to_the_actor():
    def told(article):
        return [
            *(act(article, "agentless_passive", patient_actor="nurses") for _ in range(3)),
            act(article, patient_actor="nurses", agent="men"),
            act(article, "agentless_passive", patient_actor="nurses", category="release"),
            act(article, "agentless_passive", patient_actor="police"),
            act(article, "agentless_passive"),
        ]

    estimates = compare(two_outlets(told, told), draws=100)
    found = {row["actor"]: row for row in rows(estimates, measure="agentless_by_victim", statistic="share", outlet="one")}
    assert set(found) == {"nurses", "police"}
    assert (found["nurses"]["value"], found["nurses"]["observations"]) == (0.75, 24)
    assert found["police"]["value"] is None


def test_by_perpetrator_asks_articles_that_name_one_actor_alone():
    def alone(article):
        return [
            act(article, agent_actor="army", patient_actor="nurses"),
            *(act(article, "agentless_passive", patient_actor="nurses") for _ in range(3)),
            act(article, "agentless_passive", patient_actor="army"),  # the army undergoes it
            act(article, agent="gunmen", patient_actor="nurses"),  # somebody else is named
        ]

    def several(article):
        named = [act(article, agent_actor="army"), act(article, agent_actor="rebels")]
        return [*named, *(act(article, "agentless_passive") for _ in range(4))]

    tables = two_outlets(alone, several)
    found = rows(compare(tables, draws=100), measure="agentless_by_perpetrator", statistic="share")
    assert [(row["outlet"], row["actor"], row["value"], row["observations"]) for row in found] == [("one", "army", 0.75, 24)]
    behind = evidence(tables).behind(found[0])
    assert set(behind["construction"].to_pylist()) == {"agentless_passive"} and behind.num_rows == 18


def test_odds_ratio_is_haldanes_with_an_interval_around_it():
    ids = [(f"{outlet}{number}", outlet) for outlet in ("one", "two") for number in range(8)]
    actions = []
    for place, (article, outlet) in enumerate(ids):
        without = (3 if outlet == "one" else 1) + place % 2
        actions += [act(article, "agentless_passive") for _ in range(without)] + [act(article, agent="men") for _ in range(5 - without)]
    estimates = compare(corpus(*ids, actions=actions), draws=400)
    (one,) = rows(estimates, measure="agentless", statistic="odds_ratio", outlet="one", category="killing")
    (two,) = rows(estimates, measure="agentless", statistic="odds_ratio", outlet="two", category="killing")
    assert one["value"] == pytest.approx((28.5 / 12.5) / (12.5 / 28.5), abs=1e-6)
    assert one["value"] * two["value"] == pytest.approx(1, abs=1e-5)
    assert 1 < one["low"] < one["value"] < one["high"]


def test_odds_ratio_is_defined_where_a_cell_is_empty_and_missing_where_articles_are_few():
    def all_named(article):
        return [act(article, agent="men") for _ in range(5)]

    def never_named(article):
        return [act(article, "agentless_passive") for _ in range(5)]

    many = compare(two_outlets(all_named, never_named), draws=100)
    (one,) = rows(many, measure="agentless", statistic="odds_ratio", outlet="one", category=None)
    assert one["value"] == pytest.approx((0.5 * 0.5) / (30.5 * 30.5), abs=1e-6)
    few = rows(compare(two_outlets(all_named, never_named, each=2), draws=100), measure="agentless", statistic="odds_ratio", category=None)
    assert [row["value"] for row in few] == [None, None] and all("fewer than 5 articles" in row["note"] for row in few)


def test_ratio_of_equal_odds_is_one():
    assert ratio(np.array(3.0), np.array(10.0), np.array(3.0), np.array(10.0)) == 1


def test_deeds_count_an_action_for_who_does_and_for_who_undergoes_it():
    tables = two_outlets(lambda article: [act(article, agent_actor="army", patient_actor="nurses") for _ in range(4)], lambda article: [])
    counts = {(row["actor"], row["category"]): row["value"] for row in rows(compare(tables, draws=100), measure="deeds", statistic="count")}
    assert counts == {("army", "does killing"): 24, ("nurses", "undergoes killing"): 24}
