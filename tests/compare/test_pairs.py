"""Every two outlets against each other."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from compare_corpora import corpus, label, random_corpus
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.compare import comparison, resample
from framing.compare import figures as all_figures
from framing.compare.cell import Cells
from framing.compare.matched import matched
from framing.compare.rules import Rules
from framing.tables import PAIRS

seeds = st.integers(0, 10_000)
few = settings(max_examples=3, deadline=None)
KEY = ("measure", "statistic", "actor", "voice", "category")


def labelled(rates: dict[str, list[tuple[int, int]]], **more: object) -> dict:
    """A corpus with an article for each (terrorists, rebels) of an outlet."""
    articles, mentions = [], []
    for outlet, counts in rates.items():
        for number, (terrorists, rebels) in enumerate(counts):
            name = f"{outlet}{number}"
            articles.append((name, outlet))
            mentions += [label(name, "terrorists") for _ in range(terrorists)] + [label(name, "rebels") for _ in range(rebels)]
    return corpus(*articles, mentions=mentions, **more)


def found(tables: dict, *, draws: int = 500, **options: int) -> list[dict]:
    return comparison(tables, draws=draws, **options).pairs.to_pylist()


def criminal(rows: list[dict]) -> list[dict]:
    """The pairs of labels for x with criminal terms, in the outlets' own voice."""
    wanted = {"measure": "label_facets", "actor": "x", "voice": "outlet", "category": "criminal"}
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]


APART = {"A": [(4, 1), (5, 0), (3, 1), (4, 1), (4, 0), (5, 1)], "B": [(1, 4), (0, 5), (1, 3), (0, 4), (1, 4), (1, 5)]}


def test_a_difference_by_hand():
    (row,) = criminal(found(labelled(APART)))
    assert (row["outlet"], row["other"]) == ("A", "B")
    assert row["value"] == pytest.approx(25 / 29, abs=1e-6) and row["other_value"] == pytest.approx(4 / 29, abs=1e-6)
    assert row["difference"] == pytest.approx(21 / 29, abs=1e-6)
    assert 0.4 < row["low"] < row["difference"] < row["high"] < 1
    assert (row["count"], row["other_count"], row["observations"], row["articles"]) == (25, 4, 29, 6)
    assert row["without_wire"] == row["difference"] and row["without_wire_low"] == row["low"]
    assert row["events"] is None and row["within_events"] is None


def test_p_is_that_of_all_exchanges_of_articles():
    """Six against six articles have 924 arrangements; here each is tried."""
    (row,) = criminal(found(labelled(APART), draws=4000))
    counts = np.array(APART["A"] + APART["B"], float)
    rate = lambda some: counts[some, 0].sum() / counts[some].sum()  # noqa: E731
    everything = set(range(12))
    gaps = [abs(rate(list(some)) - rate(sorted(everything - set(some)))) for some in itertools.combinations(range(12), 6)]
    exact = np.mean([gap >= gaps[0] - 1e-9 for gap in gaps])
    assert row["p_value"] == pytest.approx(exact, abs=4 * math.sqrt(exact / 4000))


def test_a_common_difference_gets_its_p_from_the_first_permutations():
    rates = {"A": [(2, 2), (1, 3), (3, 1), (2, 2), (1, 3), (2, 2)], "B": [(2, 2), (3, 1), (1, 3), (2, 2), (2, 2), (2, 1)]}
    (row,) = criminal(found(labelled(rates), draws=2000))
    assert row["p_value"] > 0.1
    assert (row["p_value"] * 101) == pytest.approx(round(row["p_value"] * 101), abs=1e-3)


def test_other_outlets_change_no_pair_but_its_q():
    alone = criminal(found(labelled(APART)))[0]
    third = {"C": [(2, 3)] * 3 + [(3, 2)] * 4}
    beside = next(row for row in criminal(found(labelled(APART | third))) if (row["outlet"], row["other"]) == ("A", "B"))
    assert {**alone, "q_value": None} == {**beside, "q_value": None}


def test_exchanged_names_change_the_sign():
    one = criminal(found(labelled(APART)))[0]
    (two,) = criminal(found(labelled({"A": APART["B"], "B": APART["A"]})))
    assert two["difference"] == pytest.approx(-one["difference"], abs=1e-6)
    tables = labelled({"Z": APART["A"], "M": APART["B"]})
    (renamed,) = criminal(found(tables))
    assert (renamed["outlet"], renamed["other"]) == ("M", "Z")
    assert renamed["difference"] == pytest.approx(-one["difference"], abs=1e-6)


def test_the_interval_turns_with_the_sign():
    """The same articles under names in the other order: the draws hang on the articles, so that the ends are exchanged exactly."""
    tables = labelled(APART)
    names = {"A": "Z", "B": "M"}
    articles = tables["articles"]
    place = articles.column_names.index("outlet")
    swapped = articles.set_column(place, articles.schema.field("outlet"), [[names[one] for one in articles["outlet"].to_pylist()]])
    (one,), (two,) = criminal(found(tables)), criminal(found(tables | {"articles": swapped}))
    assert (two["low"], two["high"]) == (pytest.approx(-one["high"], abs=1e-6), pytest.approx(-one["low"], abs=1e-6))


def test_too_few_articles_or_observations_have_no_row():
    few_articles = {"A": APART["A"], "B": APART["B"], "C": [(5, 5)] * 4}
    assert {(row["outlet"], row["other"]) for row in criminal(found(labelled(few_articles)))} == {("A", "B")}
    few_labels = {"A": APART["A"], "B": APART["B"], "C": [(1, 1)] * 6}
    assert {(row["outlet"], row["other"]) for row in criminal(found(labelled(few_labels)))} == {("A", "B")}


def test_where_counts_are_all_there_is_pairs_have_counts():
    (row,) = criminal(found(labelled({"A": [(4, 1)], "B": [(1, 4)]})))
    assert (row["count"], row["other_count"], row["observations"]) == (4, 1, 5)
    assert row["difference"] is row["low"] is row["p_value"] is row["value"] is None
    assert "one article per outlet" in row["note"]
    (row,) = criminal(found(labelled({"A": [(4, 1), (3, 2)], "B": [(1, 4), (2, 9)]})))
    assert row["difference"] is None and "fewer than 5 articles" in row["note"]


def test_what_neither_has_has_no_row_and_what_one_never_uses_is_noted():
    rows = found(labelled({"A": APART["A"], "B": [(0, 5)] * 6}))
    (row,) = criminal(rows)
    assert row["other_value"] == 0 and row["low"] is not None and "one outlet do not differ" in row["note"]
    assert not [one for one in rows if one["measure"] == "label_facets" and one["category"] == "religious"]


def test_where_neither_varies_there_is_no_interval_but_a_test():
    (row,) = criminal(found(labelled({"A": [(5, 0)] * 6, "B": [(0, 5)] * 6})))
    assert row["difference"] == 1 and row["low"] is None and "neither" in row["note"]
    assert row["p_value"] < 0.02


def test_articles_are_exchanged_within_events_only():
    rates = {"A": [(5, 0)] * 6, "B": [(0, 5)] * 6}
    events = {f"A{number}": "one" for number in range(6)} | {f"B{number}": "other" for number in range(6)}
    (row,) = criminal(found(labelled(rates, event=events)))
    assert row["p_value"] is None and row["q_value"] is None and "no event with articles of both" in row["note"]


def test_within_events_is_what_a_finding_says():
    events = {f"{outlet}{number}": f"e{number % 5}" for outlet in "AB" for number in range(6)}
    tables = labelled(APART, event=events)
    (row,) = criminal(found(tables, seed=3))
    sample = resample.sample(tables["articles"], draws=500, seed=3)
    cell = Cells(all_figures(tables), len(sample.article_ids)).of({**row, "statistic": "share"})
    parts = matched(cell, sample, "A", "B", Rules())
    assert row["events"] == parts.events == 5
    assert row["within_events"] == pytest.approx(parts.wording, abs=1e-6)
    assert row["within_events_low"] == pytest.approx(parts.low, abs=1e-5)
    assert row["within_events_high"] == pytest.approx(parts.high, abs=1e-5)


def test_without_agency_copy():
    tables = labelled({"A": [*APART["A"], (0, 9)], "B": APART["B"]})
    articles = tables["articles"]
    wire = ["Reuters" if name == "A6" else None for name in articles["article_id"].to_pylist()]
    tables["articles"] = articles.set_column(articles.column_names.index("wire"), articles.schema.field("wire"), [wire])
    (row,), (rest,) = criminal(found(tables)), criminal(found(labelled(APART)))
    assert row["difference"] == pytest.approx(25 / 38 - 4 / 29, abs=1e-6)
    assert row["without_wire"] == pytest.approx(rest["difference"], abs=1e-6)
    assert row["without_wire_low"] == pytest.approx(rest["low"], abs=1e-5)


@given(seeds, st.sampled_from([0, 3]))
@few
def test_what_holds_of_every_pair(seed: int, events: int):
    rows = found(random_corpus(seed, events=events), draws=100)
    assert any(row["difference"] is not None for row in rows)
    for row in rows:
        assert row["outlet"] < row["other"]
        if row["difference"] is None:
            continue
        assert row["difference"] == pytest.approx(row["value"] - row["other_value"], abs=2e-6)
        assert row["low"] is None or row["low"] <= row["difference"] <= row["high"]
        assert (row["p_value"] is None) == (row["q_value"] is None)
        assert row["q_value"] is None or row["p_value"] <= row["q_value"] <= 1
        assert row["articles"] >= 5 and row["other_articles"] >= 5 and min(row["observations"], row["other_observations"]) >= 20


@given(seeds)
@few
def test_a_pair_holds_the_figures_of_the_estimates(seed: int):
    made = comparison(random_corpus(seed), draws=100)
    values = {(*(row[name] for name in KEY), row["outlet"]): row["value"] for row in made.estimates.to_pylist()}
    rows = [row for row in made.pairs.to_pylist() if row["statistic"] != "log_odds" and row["difference"] is not None]
    assert rows
    for row in rows:
        where = tuple(row[name] for name in KEY)
        assert (values[*where, row["outlet"]], values[*where, row["other"]]) == (row["value"], row["other_value"])


def test_same_input_same_pairs_whatever_the_order_of_rows():
    tables = random_corpus(11)
    mixed = {name: table.take(list(reversed(range(table.num_rows)))) for name, table in tables.items()}
    one, two = (comparison(some, draws=100).pairs for some in (tables, mixed))
    assert one.equals(two) and one.schema.equals(PAIRS.schema)
    assert not one.equals(comparison(tables, draws=100, seed=5).pairs)
