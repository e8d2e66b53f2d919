"""Avoidance, first mention and change over time, worked out by hand."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from compare_corpora import corpus, label

from framing.compare import compare, evidence
from framing.compare.avoidance import chance_of_none
from framing.compare.periods import periods, silence
from framing.tables import build

THREE = [(f"{outlet}{number}", outlet) for outlet in "ABC" for number in range(6)]
FOUR = [(f"{outlet}{number}", outlet) for outlet in "ABCD" for number in range(5)]


def rows(estimates: pa.Table, measure: str, **where: object) -> list[dict[str, object]]:
    return [row for row in estimates.to_pylist() if row["measure"] == measure and all(row[name] == value for name, value in where.items())]


def one(estimates: pa.Table, measure: str, **where: object) -> dict[str, object]:
    [found] = rows(estimates, measure, **where)
    return found


def never_in_c(event: dict[str, str] | None = None) -> dict[str, pa.Table]:
    """Each article has 4 labels of x; in A and B one of them is 'regime', in 5 of the 6 articles; C has 'governments' alone."""
    words = []
    for article, outlet in THREE:
        regime = outlet != "C" and not article.endswith("5")
        words += [label(article, "the regime" if regime and n == 0 else "governments") for n in range(4)]
    return corpus(*THREE, event=event, mentions=words)


def test_avoidance_by_hand():
    estimates = compare(never_in_c(), draws=200)
    found = one(estimates, "avoidance", statistic="expected")
    assert (found["outlet"], found["actor"], found["category"], found["voice"]) == ("C", "x", "regime", "outlet")
    # 10 of the 48 labels elsewhere are 'regime'; C has 24 labels.
    assert found["value"] == pytest.approx(24 * 10 / 48)
    assert (found["articles"], found["observations"]) == (6, 24)
    # 10 of 18 articles have it, none of C's 6: C(8, 6) / C(18, 6) = 28 / 18564.
    assert found["p_value"] == pytest.approx(28 / 18564, abs=1e-6)
    elsewhere = one(estimates, "avoidance", statistic="elsewhere")
    assert (elsewhere["value"], elsewhere["articles"], elsewhere["observations"]) == (10, 12, 48)
    assert "2 of 2 other outlets" in elsewhere["note"]


def test_outlets_that_use_the_noun_are_in_the_family_of_tests():
    # 'government' in three outlets and 'regime' in C (of the others of A and B, half use it): 4 tests, 3 of them of nouns in use.
    estimates = compare(never_in_c(), draws=200)
    assert one(estimates, "tests", category="avoidance", statistic="made")["value"] == 4
    found = one(estimates, "avoidance", statistic="expected")
    assert found["q_value"] == pytest.approx(4 * 28 / 18564, abs=1e-6)


def test_avoidance_stays_within_the_event():
    # All of C reports an event of its own: no other outlet could have been dealt its articles, so nothing is surprising.
    events = {article: "own" if outlet == "C" else "shared" for article, outlet in THREE}
    assert one(compare(never_in_c(events), draws=200), "avoidance", statistic="expected")["p_value"] == 1


def test_chance_of_none_is_a_product_over_events():
    # C(3, 2) / C(5, 2) x C(2, 1) / C(4, 1) = 3/10 x 1/2.
    assert chance_of_none(np.array([[5, 4]]), np.array([[2, 2]]), np.array([[2, 1]])) == pytest.approx([0.15])
    assert chance_of_none(np.array([[3]]), np.array([[2]]), np.array([[2]])) == [0.0]  # one of the two must have it


@pytest.mark.parametrize(
    "reason",
    ["most others do not use it", "too few labels", "said by sources", "fewer than five uses elsewhere"],
)
def test_what_is_no_avoidance(reason: str):
    words = []
    for article, outlet in FOUR:
        uses = outlet == "A" if reason == "most others do not use it" else outlet != "D"
        uses = uses and not (reason == "fewer than five uses elsewhere" and not article.endswith("0"))
        voice = "direct" if reason == "said by sources" else "outlet"
        for n in range(3 if reason == "too few labels" and outlet == "D" else 5):
            words.append(label(article, "regime" if uses and n == 0 else "government", voice=voice if uses and n == 0 else "outlet"))
    assert rows(compare(corpus(*FOUR, mentions=words), draws=200), "avoidance") == []


def test_one_article_per_outlet_avoids_nothing():
    articles = [("a", "A"), ("b", "B"), ("c", "C")]
    words = [label(article, "regime" if article != "c" else "government") for article, _ in articles for _ in range(30)]
    assert rows(compare(corpus(*articles, mentions=words), draws=200), "avoidance") == []


def test_the_evidence_of_an_absence_is_what_others_write():
    tables = never_in_c()
    found = evidence(tables).behind(one(compare(tables, draws=200), "avoidance", statistic="elsewhere")).to_pylist()
    assert len(found) == 10
    assert {row["article_id"][0] for row in found} == {"A", "B"} and {row["head"] for row in found} == {"regime"}


def test_a_common_noun_that_an_outlet_never_uses_is_0_and_tested():
    words = [label(article, "rebels" if outlet == "A" else "militants") for article, outlet in THREE for _ in range(5)]
    words += [label("A0", "gunmen")]
    estimates = compare(corpus(*THREE, mentions=words), draws=400)
    found = one(estimates, "label_heads", statistic="share", outlet="C", actor="x", voice="outlet", category="rebel")
    assert (found["value"], found["observations"]) == (0.0, 30)
    assert found["p_value"] < 0.1  # none of A's six among C's: 924 of 18564 deals
    assert {row["outlet"] for row in rows(estimates, "label_heads", category="gunmen", actor="x")} == {"A"}


def opening(article: str) -> list[dict[str, object]]:
    """A headline, a first paragraph of four sentences, a second of one."""
    return [
        {"article_id": article, "sentence": n, "start": 100 * n, "headline": n == 0, "paragraph": paragraph, "words": 5}
        for n, paragraph in enumerate([0, 1, 1, 1, 1, 2])
    ]


def test_first_mentions_in_headline_and_lead():
    sentences, words = [], []
    for article, outlet in THREE:
        sentences += opening(article)
        own = "rebels" if outlet == "A" else "terrorists"
        name = label(article, "Red Brigade", sentence=0, start=20, kind="name")
        words += [name, label(article, own, sentence=0, start=30)]  # the name comes first
        words += [label(article, "groups", sentence=1, start=150, voice="direct"), label(article, own, sentence=2, start=210)]
        words += [label(article, "militants", sentence=4, start=410), label(article, "militants", sentence=5, start=510)]
        words += [label(article, "militants", actor="y", sentence=4, start=420)]  # fourth sentence of the paragraph: no lead
    estimates = compare(corpus(*THREE, mentions=words, sentences=sentences), draws=200, minimum_observations=6)
    headline = one(estimates, "headline_first_words", statistic="share", outlet="A", actor="x", voice="outlet", category="by name")
    assert (headline["value"], headline["articles"], headline["observations"]) == (1.0, 6, 6)
    lead = one(estimates, "lead_first_words", statistic="count", outlet="B", actor="x", voice="outlet", category="terrorist")
    assert (lead["value"], lead["observations"]) == (6, 6)
    facets = rows(estimates, "lead_first", statistic="count", outlet="B", actor="x", voice="outlet")
    assert {row["category"]: row["value"] for row in facets} == {"criminal": 6, "military": 6}
    heard = rows(estimates, "lead_first_words", statistic="count", outlet="B", actor="x", voice="all")
    assert {row["category"]: row["value"] for row in heard} == {"group": 6}
    assert rows(estimates, "lead_first_words", actor="y") == []


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (["2024-12-01", "2024-12-15"], []),
        (["2024-12-01", "2024-12-16"], ["2024-W48", "2024-W51"]),
        (["2024-01-15", "2024-06-30"], ["2024-01", "2024-06"]),
        (["2022-01-15", "2023-12-30"], ["2022-Q1", "2023-Q4"]),
        (["2011-02-01", "2018-07-01"], ["2011", "2018"]),
    ],
)
def test_periods_follow_the_span(days: list[str], names: list[str]):
    first, last = map(date.fromisoformat, days)
    every = [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]
    found = list(periods(every).values())
    assert (found[:1] + found[-1:] if found else []) == names
    assert len(set(found)) <= 12


def dated(*days: str | None) -> dict[str, pa.Table]:
    """Outlet A: six articles a day with 4 labels of x each, 'rebels' on the first day, 'terrorists' on others."""
    articles, words = [], []
    for place, day in enumerate(days):
        for number in range(6):
            article = f"{place}-{number}"
            articles.append({"article_id": article, "outlet": "A", "date": day, "kept": True})
            words += [label(article, "terrorists" if place else "rebels") for _ in range(4)]
    return {"articles": build("articles", articles), "mentions": build("mentions", words)}


def test_change_over_time_by_hand():
    tables = dated("2024-11-01", "2024-12-20", None)
    estimates = compare(tables, draws=200)
    shares = {row["category"]: (row["value"], row["observations"]) for row in rows(estimates, "nouns_by_period", statistic="share")}
    assert shares == {
        "2024-W44 rebel": (1.0, 24),
        "2024-W44 terrorist": (0.0, 24),
        "2024-W51 rebel": (0.0, 24),
        "2024-W51 terrorist": (1.0, 24),
    }
    count = one(estimates, "facets_by_period", statistic="count", category="2024-W51 criminal")
    assert count["value"] == evidence(tables).behind(count).num_rows == 24


def test_no_change_over_time_in_two_weeks_or_without_dates():
    for days, said in ((("2024-12-01", "2024-12-15"), "span 14 days"), ((None, None), "No article has a known date")):
        tables = dated(*days)
        assert rows(compare(tables, draws=200), "nouns_by_period") == []
        assert said in silence(tables)
    assert silence(dated("2024-12-01", "2024-12-16")) is None
