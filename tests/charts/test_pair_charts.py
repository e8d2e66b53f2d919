"""The staircase of pairs: every two outlets in one figure."""

from __future__ import annotations

import csv
import io

import pytest
from compare_corpora import corpus, label

from framing.charts import STYLES, label_pairs
from framing.charts.chart import Chart
from framing.compare import comparison

NAMES = {"x": "The Exes"}
RATES = {"Alba": (4, 0), "Bora": (4, 1), "Cala": (1, 4), "Dora": (1, 4)}
"""Labels with and without a criminal term in each article of an outlet."""


def tables(rates: dict[str, tuple[int, int]], *, articles: int = 8) -> dict:
    names = [(f"{outlet}{number}", outlet) for outlet in rates for number in range(articles)]
    mentions = []
    for number, (name, outlet) in enumerate(names):
        terrorists, rebels = rates[outlet]
        terrorists += number % 3 == 0 and rebels > 0  # articles differ
        mentions += [label(name, "terrorists") for _ in range(terrorists)] + [label(name, "rebels") for _ in range(rebels)]
    return corpus(*names, mentions=mentions)


def drawn(rates: dict[str, tuple[int, int]], style: str = "screen", **more: int) -> Chart | None:
    observed = tables(rates, **more)
    made = comparison(observed, draws=500)
    return label_pairs.draw(made.estimates, observed | {"pairs": made.pairs}, STYLES[style], NAMES)


@pytest.fixture(scope="module")
def chart() -> Chart:
    return drawn(RATES)


def rows(chart: Chart, category: str) -> dict[tuple[str, str], dict[str, str]]:
    found = csv.DictReader(io.StringIO(chart.csv.decode()))
    return {(row["outlet"], row["other"]): row for row in found if row["category"] == category}


def test_each_pair_of_a_figure_is_drawn_once(chart: Chart):
    pairs = rows(chart, "criminal")
    assert len(pairs) == 6
    opened = [area.point for area in chart.areas if area.point.category == "criminal"]
    assert len(opened) == 6
    # The higher outlet comes first, so that no number in the picture is negative.
    assert all(point.value >= 0 for point in opened)
    assert {(point.outlet, point.other) for point in opened} >= {("Alba", "Cala"), ("Bora", "Dora")}


def test_a_cell_opens_the_difference_with_its_interval_and_the_base_of_both(chart: Chart):
    row = rows(chart, "criminal")["Alba", "Cala"]
    (point,) = [one.point for one in chart.areas if (one.point.outlet, one.point.other, one.point.category) == ("Alba", "Cala", "criminal")]
    assert (point.value, point.low, point.high) == pytest.approx(tuple(float(row[name]) for name in ("difference", "low", "high")))
    assert point.observations == int(row["observations"]) + int(row["other_observations"])


def test_a_pair_in_the_other_order_has_its_ends_exchanged():
    turned = drawn({"Alba": (1, 4), "Bora": (4, 1)})
    point = next(one.point for one in turned.areas if one.point.category == "criminal")
    assert (point.outlet, point.other) == ("Bora", "Alba")
    assert 0 < point.low < point.value < point.high


def test_words_say_how_many_pairs_lie_apart(chart: Chart):
    assert "Labels for The Exes: criminal: from Alba 100%" in chart.alt
    assert "from Alba 100% to Cala 24%; of 6 pairs 5 have an interval off zero, 5 pass the test" in chart.alt  # Cala and Dora are alike


def test_the_number_of_points_is_written_and_intervals_where_there_is_room(chart: Chart):
    difference = 100 * float(rows(chart, "criminal")["Alba", "Cala"]["difference"])
    assert f">{difference:.0f}<".encode() in chart.svg
    assert b" to " in chart.svg.split(b"head of its column")[-1]
    narrow = drawn(RATES | {f"Eos {letter}": (2, 3) for letter in "ABCDEFGH"}, "column")
    assert "stand their 95% intervals" in chart.svg.decode() and "stand their 95% intervals" not in narrow.svg.decode()


def test_nothing_is_drawn_where_no_two_outlets_may_be_compared():
    assert drawn(RATES, articles=1) is None
    assert drawn({"Alba": (4, 0)}) is None
    observed = tables(RATES)
    assert label_pairs.draw(comparison(observed, draws=100).estimates, observed, STYLES["screen"], NAMES) is None
