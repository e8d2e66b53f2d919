import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import compare
from framing.article import is_agency_copy
from framing.compare.matched import kitagawa
from framing.tables import build

EVENTS = [f"event-{n}" for n in range(6)]


def corpus(words, *, events=True, wire=()):
    """Articles a<n>-<outlet>; words: outlet -> for each article (event, labels, those that are criminal)."""
    articles, mentions = [], []
    for outlet, made in words.items():
        for number, (event, labels, criminal) in enumerate(made):
            name = f"{outlet}-{number}"
            agency = "AFP" if name in wire else None
            articles.append(
                {"article_id": name, "outlet": outlet, "event": event if events else None, "wire": agency, "kept": True, "words": 9}
            )
            for place in range(labels):
                facet = ["criminal"] if place < criminal else ["military"]
                mentions.append(
                    {"article_id": name, "sentence": 0, "start": place, "end": place + 1, "text": "x", "actor": "guard", "kind": "label",
                     "head": "x", "facets": facet, "voice": "outlet", "distanced": False, "role": "other"}
                )  # fmt: skip
    return {"articles": build("articles", articles), "mentions": build("mentions", mentions)}


def estimates(tables):
    rows = compare.compare(tables, draws=200, seed=3).to_pylist()
    return {
        row["outlet"]: row for row in rows
        if (row["measure"], row["statistic"], row["voice"]) == ("label_facets", "share", "outlet")
        and (row["actor"], row["category"]) == ("guard", "criminal")
    }  # fmt: skip


def look(tables):
    rows, checks = estimates(tables), compare.checks(tables, draws=200, seed=3)
    return rows, checks, checks.matched(rows["Herald"], rows["Courier"])


def test_a_difference_in_wording_stays_within_events():
    tables = corpus({"Herald": [(event, 5, 4) for event in EVENTS], "Courier": [(event, 5, 1) for event in EVENTS]})
    _, _, parts = look(tables)
    assert (parts.events, parts.articles) == (6, (6, 6))
    assert parts.difference == pytest.approx(0.6)
    assert parts.wording == pytest.approx(0.6)
    assert parts.choice == pytest.approx(0)


def test_a_difference_in_what_is_reported_is_choice_of_event():
    """Both word every event alike; Herald has more of the event with criminal labels."""
    rates = dict(zip(EVENTS, (4, 0, 0, 0, 0, 0)))
    herald = [(event, 5, rates[event]) for event in (*EVENTS, EVENTS[0], EVENTS[0], EVENTS[0])]
    _, _, parts = look(corpus({"Herald": herald, "Courier": [(event, 5, rates[event]) for event in EVENTS]}))
    assert parts.difference > 0.2
    assert parts.wording == pytest.approx(0)
    assert parts.choice == pytest.approx(parts.difference)


def test_events_that_only_one_reports_are_choice_of_event():
    shared = [(event, 5, 2) for event in EVENTS]
    _, _, parts = look(corpus({"Herald": [*shared, ("own", 30, 30), (None, 30, 30)], "Courier": shared}))
    assert parts.events == 6
    assert parts.wording == pytest.approx(0)
    assert parts.choice == pytest.approx(parts.difference) != 0


def test_too_few_shared_events_say_so():
    herald = [(event, 6, 4) for event in EVENTS]
    courier = [(event if n < 4 else f"other-{n}", 6, 1) for n, event in enumerate(EVENTS)]
    _, _, parts = look(corpus({"Herald": herald, "Courier": courier}))
    assert parts.wording is None
    assert parts.note == "4 events in common; 5 are needed"


def test_no_events_no_parts():
    tables = corpus({"Herald": [(None, 6, 4)] * 6, "Courier": [(None, 6, 1)] * 6}, events=False)
    _, checks, parts = look(tables)
    assert parts is None
    assert not checks.has_events


def test_a_measure_that_is_no_ratio_is_not_looked_at_again():
    tables = corpus({"Herald": [("e", 5, 5)] * 6, "Courier": [("e", 5, 1)] * 6}, wire=("Herald-0",))
    checks = compare.checks(tables, draws=100)
    row = {"measure": "distinctive_labels", "outlet": "Herald", "statistic": "log_odds", "actor": None, "voice": "outlet", "category": "x"}
    assert checks.matched(row, row) is None


@pytest.mark.parametrize(
    ("wire", "outlet", "is_copy"),
    [
        ("AFP", "Ahram Online", True),
        ("Reuters", "reuters", False),
        ("AP", "Associated Press", False),
        ("AP", "Apple Daily", True),
        (None, "x", False),
    ],
)
def test_an_agency_prints_no_agency_copy(wire, outlet, is_copy):
    assert is_agency_copy(wire, outlet) is is_copy


@given(st.lists(st.tuples(*[st.floats(0, 1)] * 2, *[st.floats(0.1, 50)] * 2), min_size=1, max_size=8))
def test_the_parts_add_up(groups):
    rate1, rate2, size1, size2 = map(np.array, zip(*groups))
    wording, weights = kitagawa(rate1, size1, rate2, size2)
    difference = np.average(rate1, weights=size1) - np.average(rate2, weights=size2)
    assert wording + weights == pytest.approx(difference, abs=1e-9)
    back = kitagawa(rate2, size2, rate1, size1)
    assert back == (pytest.approx(-wording), pytest.approx(-weights))
