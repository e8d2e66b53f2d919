"""What holds for the estimates of any corpus."""

from __future__ import annotations

import random
from collections import defaultdict

import pyarrow as pa
import pytest
from compare_corpora import random_corpus
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framing.compare import compare, evidence, observations_behind

seeds = st.integers(0, 10_000)
few = settings(max_examples=4, deadline=None)


@given(seeds, st.sampled_from([0, 3]))
@few
def test_shares_of_exclusive_categories_add_up_to_1(seed: int, events: int):
    exclusive = {"label_heads", "headline_first_words", "lead_first_words"}
    exclusive |= {"naming", "sources_by_actor", "sources_by_type", "stance", "tone_labels"}
    sums: dict[tuple, float] = defaultdict(float)
    for row in compare(random_corpus(seed, events=events), draws=100).to_pylist():
        if row["measure"] in exclusive and row["statistic"] == "share" and row["value"] is not None:
            sums[row["measure"], row["outlet"], row["actor"], row["voice"]] += row["value"]
    assert sums
    assert all(total == pytest.approx(1, abs=1e-4) for total in sums.values())


@given(seeds)
@few
def test_intervals_hold_the_value_and_stay_in_range(seed: int):
    rows = [row for row in compare(random_corpus(seed), draws=100).to_pylist() if row["low"] is not None]
    assert rows
    for row in rows:
        assert row["low"] <= row["value"] <= row["high"]
        if row["statistic"] == "share":
            assert row["low"] >= 0 and row["high"] <= 1
        assert row["level"] == 0.95


@given(seeds)
@example(1762)  # an end of an interval lies half-way between two figures of six decimals
@few
def test_order_of_rows_does_not_matter(seed: int):
    tables = random_corpus(seed)
    chance = random.Random(seed)
    mixed = {name: table.take(chance.sample(range(table.num_rows), table.num_rows)) for name, table in tables.items()}
    assert compare(tables, draws=100).equals(compare(mixed, draws=100))


@given(seeds)
@few
def test_renaming_outlets_renames_estimates_and_nothing_else(seed: int):
    tables = random_corpus(seed)
    names = {"Outlet A": "Zeta", "Outlet B": "Alpha", "Outlet C": "Mid"}
    articles = tables["articles"]
    outlets = pa.array([names[outlet] for outlet in articles["outlet"].to_pylist()])
    renamed = tables | {
        "articles": articles.set_column(articles.schema.get_field_index("outlet"), articles.schema.field("outlet"), outlets)
    }

    def rows(estimates: pa.Table, rename: dict[str, str]) -> list[tuple]:
        found = [row | {"outlet": rename.get(row["outlet"], row["outlet"])} for row in estimates.to_pylist()]
        for row in found:
            if row["measure"] == "distance":  # of which the category names outlets
                row["category"] = "|".join(sorted(rename.get(part, part) for part in row["category"].split("|")))
        return sorted(tuple("" if value is None else str(value) for value in row.values()) for row in found)

    assert rows(compare(tables, draws=100), names) == rows(compare(renamed, draws=100), {})


def test_a_further_outlet_leaves_the_intervals_of_others_alone():
    tables = random_corpus(3)
    kept = tables["articles"].filter(pa.array([outlet != "Outlet C" for outlet in tables["articles"]["outlet"].to_pylist()]))

    def intervals(estimates: pa.Table) -> dict[tuple, tuple]:
        keys = ("measure", "outlet", "actor", "voice", "category", "statistic")
        rows = [row for row in estimates.to_pylist() if row["outlet"] == "Outlet A" and not row["measure"].startswith("distinctive")]
        return {tuple(row[key] for key in keys): (row["value"], row["low"], row["high"]) for row in rows if row["low"] is not None}

    without, full = intervals(compare(tables | {"articles": kept}, draws=100)), intervals(compare(tables, draws=100))
    assert without and all(full[key] == value for key, value in without.items())


def test_same_seed_same_estimates_other_seed_other_intervals():
    tables = random_corpus(5)
    assert compare(tables, draws=100).equals(compare(tables, draws=100))
    assert compare(tables, draws=100).column("low").to_pylist() != compare(tables, draws=100, seed=1).column("low").to_pylist()


@given(seeds)
@settings(max_examples=2, deadline=None)
def test_every_count_opens_to_as_many_observations(seed: int):
    tables = random_corpus(seed)
    lookup = evidence(tables)
    outlets = dict(zip(tables["articles"]["article_id"].to_pylist(), tables["articles"]["outlet"].to_pylist()))
    for row in compare(tables, draws=100).to_pylist():
        if row["measure"] == "tests":
            continue
        found = lookup.behind(row)
        assert found.column_names[:4] == ["article_id", "sentence", "start", "end"]
        where = {outlets[article] for article in found["article_id"].to_pylist()}
        assert row["outlet"] not in where if row["measure"] == "avoidance" else where <= {row["outlet"]}
        if row["statistic"] in ("count", "elsewhere"):
            assert found.num_rows == row["value"]


def test_observations_behind_one_estimate():
    tables = random_corpus(2)
    [row] = [
        row
        for row in compare(tables, draws=100).to_pylist()
        if (row["measure"], row["outlet"], row["actor"], row["voice"], row["category"], row["statistic"])
        == ("label_facets", "Outlet A", "x", "quoted", "criminal", "count")
    ]
    found = observations_behind(tables, row).to_pylist()
    assert len(found) == row["value"] > 0
    assert all(item["actor"] == "x" and item["voice"] != "outlet" and "criminal" in item["facets"] for item in found)
    with pytest.raises(ValueError, match="no observations behind measure 'nonsense'"):
        observations_behind(tables, row | {"measure": "nonsense"})
