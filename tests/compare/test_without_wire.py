"""Estimates without agency copy, beside the estimates: the same as if the copy had not been in the corpus."""

from __future__ import annotations

import pyarrow as pa
import pytest
from compare_corpora import random_corpus

from framing.compare import compare
from framing.compare.without_wire import NAMES

KEY = ("measure", "outlet", "actor", "voice", "category", "statistic")
NOT_DRAWN = ("log_odds", "odds_ratio", "jensen_shannon")


def given_to_agency(tables: dict[str, pa.Table], articles: set[str], *, kept: bool) -> dict[str, pa.Table]:
    """The tables with some articles as copy of AFP, or left out."""
    rows = tables["articles"].to_pylist()
    for row in rows:
        if row["article_id"] in articles:
            row.update(wire="AFP", kept=kept)
    return tables | {"articles": pa.Table.from_pylist(rows, tables["articles"].schema)}


def by_key(estimates: pa.Table) -> dict[tuple, dict]:
    return {tuple(row[name] for name in KEY): row for row in estimates.to_pylist() if row["measure"] not in ("tests", "wording")}


@pytest.fixture(scope="module")
def both() -> tuple[dict[tuple, dict], dict[tuple, dict]]:
    """Estimates with seven articles of Outlet A as agency copy, and those of a corpus that does not have them; by their keys."""
    tables = random_corpus(4, articles=60, events=3)
    copy = {f"a{number:03}" for number in range(0, 21, 3)}
    whole, rest = (compare(given_to_agency(tables, copy, kept=kept), draws=100) for kept in (True, False))
    return by_key(whole), by_key(rest)


def test_the_second_version_is_that_of_a_corpus_without_the_copy(both):
    whole, rest = both
    compared = 0
    for key, row in whole.items():
        other = rest.get(key)
        if other is None or other["value"] is None or row["without_wire"] is None:
            continue
        assert row["without_wire"] == pytest.approx(other["value"], abs=2e-6), key
        assert (row["without_wire_articles"], row["without_wire_observations"]) == (other["articles"], other["observations"]), key
        if row["without_wire_observations"] != row["observations"] and row["statistic"] not in NOT_DRAWN:
            assert (row["without_wire_low"], row["without_wire_high"]) == (other["low"], other["high"]), key
            compared += row["without_wire_low"] is not None
    assert compared > 50


def test_what_is_forbidden_on_the_rest_is_null_and_what_is_hardly_counted_has_its_count(both):
    whole, rest = both
    for key, row in whole.items():
        if key not in rest and row["statistic"] == "count":
            assert row["without_wire"] < 5, key  # a corpus of the rest has no row for a wording of fewer than five uses
        if row["statistic"] == "share" and (row["without_wire_articles"] < 5 or row["without_wire_observations"] < 20):
            assert row["without_wire"] is None and row["wire_difference"] is None, key


def test_outlets_without_agency_copy_have_the_same_figure_twice(both):
    whole, _ = both
    alone = [row for row in whole.values() if row["outlet"] == "Outlet B" and row["statistic"] in ("share", "count", "mean")]
    assert alone
    for row in alone:
        assert all(row[name] == row[other] for name, other in NAMES.items())
        assert row["wire_difference"] == (None if row["value"] is None else 0)


def test_the_difference_is_what_the_copy_adds(both):
    moved = [row for row in both[0].values() if row["wire_difference"]]
    assert moved
    assert all(row["wire_difference"] == pytest.approx(row["value"] - row["without_wire"], abs=2e-6) for row in moved)


def test_an_agency_has_no_agency_copy_of_its_own():
    tables = random_corpus(4, articles=30)
    rows = [row | {"outlet": "AFP", "wire": "AFP"} if row["outlet"] == "Outlet A" else row for row in tables["articles"].to_pylist()]
    estimates = compare(tables | {"articles": pa.Table.from_pylist(rows, tables["articles"].schema)}, draws=100)
    assert set(estimates["wire_difference"].drop_null().to_pylist()) == {0.0}


def test_what_is_held_against_other_outlets_has_an_interval_without_agency_copy_too():
    tables = random_corpus(5, articles=60)
    articles = tables["articles"]
    wire = ["Reuters" if name in ("a000", "a003", "a007") else None for name in articles["article_id"].to_pylist()]
    tables["articles"] = articles.set_column(articles.column_names.index("wire"), articles.schema.field("wire"), [wire])
    found = compare(tables, draws=100).to_pylist()
    for statistic in ("log_odds", "odds_ratio", "jensen_shannon"):
        rows = [row for row in found if row["statistic"] == statistic and row["without_wire"] is not None]
        assert rows, statistic
        assert all(row["without_wire_low"] <= row["without_wire"] <= row["without_wire_high"] for row in rows)
        assert any(row["without_wire_low"] != row["low"] for row in rows)
