from dataclasses import replace

import pytest
from report_values import article, tables

from framing import charts, compare
from framing.report import findings, grid
from framing.report.figures import table_of
from framing.report.grid import Kind
from framing.report.names import Names
from framing.report.questions import QUESTIONS

KIND = Kind(
    measure="language",
    statistic="rate_per_1000_words",
    voice="outlet",
    across="category",
    unit="number",
    base="words",
    title="Occurrences",
    counting="{category}",
    finding="{high} uses {high_value} {category} ({high_n}), {low} {low_value} ({low_n})",
)
NAMES = Names({"guard": "Valley Guard"})


def estimate(outlet, value, low=None, high=None, **known):
    return {
        "measure": "language", "outlet": outlet, "actor": None, "voice": "outlet", "category": "hedge", "statistic": "rate_per_1000_words",
        "value": value, "low": low, "high": high, "level": None if low is None else 0.95, "articles": 6, "observations": 1000, "method": "",
        "p_value": None, "q_value": None, "note": None,
    } | known  # fmt: skip


def count(outlet, value, **known):
    return estimate(outlet, float(value), statistic="count", **known)


def stated(*rows):
    made, _ = grid.grids(KIND, [*rows, *(count(row["outlet"], 5) for row in rows)])
    return [findings.sentence(one, names=NAMES, link=lambda row: row["outlet"][0]) for one in findings.contrasts(made)]


def test_two_outlets():
    assert stated(estimate("Herald", 9.04, 7, 11), estimate("Courier", 2.0, 1, 3)) == [
        "Herald uses [9.0][H] hedges (95% interval 7.0 to 11.0; 1,000 words in 6 articles), "
        "Courier [2.0][C] (1.0 to 3.0; 1,000 words in 6 articles)."
    ]


@pytest.mark.parametrize(
    ("between", "said"),
    [
        (1, "; one other outlet with enough words lies within this range."),
        (2, "; 2 other outlets with enough words lie within this range."),
    ],
)
def test_the_highest_and_the_lowest_of_several(between, said):
    others = [estimate(f"Other {n}", 5.0, 1, 11) for n in range(between)]
    [sentence] = stated(estimate("Herald", 9.0, 7, 11), *others, estimate("Courier", 2.0, 1, 3))
    assert sentence.startswith("Herald")
    assert sentence.endswith(said)


@pytest.mark.parametrize(
    "low",
    [
        pytest.param(estimate("Courier", 2.0, 1, 8), id="intervals overlap"),
        pytest.param(estimate("Courier", None, note="fewer than 5 articles: count only"), id="too few articles"),
        pytest.param(estimate("Courier", 2.0, 1, 3, q_value=0.2), id="the test does not set it apart"),
        pytest.param(estimate("Courier", 0.0), id="neither interval nor test"),
    ],
)
def test_what_must_not_be_stated(low):
    assert stated(estimate("Herald", 9.0, 7, 11, q_value=low["q_value"]), low) == []


def test_without_an_interval_the_test_decides():
    [sentence] = stated(estimate("Herald", 9.0, 7, 11, q_value=0.2), estimate("Courier", 0.0, q_value=0.01))
    assert "Courier [0][C] (1,000 words in 6 articles)" in sentence


def test_a_word_that_some_never_use():
    kind = replace(KIND, open=True)
    rows = [estimate("A", 9.0, 7, 11), estimate("B", 1.0, 0, 2), count("A", 9), count("B", 1)]
    silent = [estimate("C", 3.0, 2, 4, category="booster"), count("C", 3, category="booster")]

    def said(*among):
        [contrast] = findings.contrasts(grid.grids(kind, among)[0])
        return findings.sentence(contrast, names=NAMES, link=lambda row: "W1")

    assert said(*rows, *silent).endswith("; outlets that never use it are not compared.")
    assert "never" not in said(*rows)


def shares(actor, category, high, low, *, measure="label_facets", outlets=("Herald", "Courier"), counted=5):
    """Two outlets' shares of a category."""
    known = {"measure": measure, "actor": actor, "category": category}
    pairs = zip(outlets, (high, low))
    rows = [estimate(outlet, value, value - 0.05, value + 0.05, statistic="share", **known) for outlet, value in pairs]
    return [*rows, *(count(row["outlet"], counted, **known) for row in rows)]


FACETS = replace(KIND, tables=9, measure="label_facets", statistic="share", apart="actor", unit="share", everyone="all actors")
NOUNS = replace(FACETS, measure="label_heads")


def kept(*rows):
    made = [table for kind in (FACETS, NOUNS) for table in grid.grids(kind, rows)[0]]
    return [(contrast.actor, contrast.column) for contrast in findings.contrasts(made)]


def test_largest_differences_come_first_and_at_most_six():
    rows = [row for n in range(8) for row in shares(f"actor{n}", "criminal", 0.3 + n / 20, 0.1)]
    assert kept(*rows) == [(f"actor{n}", "criminal") for n in range(7, 1, -1)]


def test_all_actors_give_way_to_the_actor_for_whom_it_holds():
    alone = shares(None, "criminal", 0.9, 0.1)
    other = shares("guard", "military", 0.5, 0.4, outlets=("A", "B"), counted=6)  # intervals touch: nothing to state
    assert kept(*alone, *other) == [(None, "criminal")]
    assert kept(*alone, *shares("guard", "criminal", 0.6, 0.1), *other) == [("guard", "criminal")]


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(shares("guard", "military", 0.6, 0.1), id="the same two outlets"),
        pytest.param(shares("guard", "bandit", 0.6, 0.1, measure="label_heads", outlets=("Herald", "Third")), id="by another measure"),
        pytest.param(shares("guard", "military", 0.6, 0.1, outlets=("Courier", "Third")), id="high because it is low in the other"),
    ],
)
def test_no_two_findings_say_the_same(again):
    first = shares("guard", "criminal", 0.9, 0.1)
    assert kept(*first, *again) == [("guard", "criminal")]
    elsewhere = [row | {"actor": "council"} for row in again]
    assert len(kept(*first, *elsewhere)) == 2


def test_outlets_are_spelled_as_they_spell_themselves():
    for question in QUESTIONS:
        for kind in question.kinds:
            assert not kind.finding.startswith(("{high}", "{low}", "{outlet}")), kind.finding


def test_what_could_not_be_told_is_no_finding():
    high, low = estimate("A", 9.0, 7, 11), estimate("B", 1.0, 0, 2)
    made, _ = grid.grids(KIND, [row | {"category": "unresolved"} for row in (high, low, count("A", 9), count("B", 9))])
    assert made[0].columns == ["unresolved"]
    assert findings.contrasts(made) == []


def test_counts_where_no_rate_is_allowed():
    made, _ = grid.grids(KIND, [estimate("A", None), count("A", 1), estimate("B", None), count("B", 0)])
    said = findings.counted(made, ["A", "B"], names=NAMES, link=lambda row: "W1")
    assert said == ["Hedges: [1][W1] in 1,000 words of A and 0 in 1,000 words of B."]
    assert grid.printed(made[0], ["A", "B"], lambda row: "W1", str).splitlines()[2:] == [
        "| A      | 1,000 | [n=1][W1] |",
        "| B      | 1,000 |       n=0 |",
    ]


def test_what_has_no_column_is_summed():
    rows = [row for n in range(8) for row in (count("A", 10 - n, category=f"c{n}"), estimate("A", None, category=f"c{n}"))]
    [made], _ = grid.grids(KIND, rows)
    assert made.columns == [f"c{n}" for n in range(6)]
    assert made.rest == ["c6", "c7"]
    assert grid.printed(made, ["A"], lambda row: "W", str).splitlines()[2].endswith("|      7 |")


def test_what_nobody_uses_has_no_column():
    rows = [count("A", 0), estimate("A", 0.0), count("A", 2, category="booster"), estimate("A", 2.0, 1, 3, category="booster")]
    [made], _ = grid.grids(KIND, rows)
    assert made.columns == ["booster"]


def test_an_outlet_without_a_base_shows_a_dash_and_not_zero():
    [made], _ = grid.grids(KIND, [count("A", 2), estimate("A", 2.0, 1, 3)])
    assert grid.printed(made, ["A", "B"], lambda row: "W1", str).splitlines()[3].split() == ["|", "B", "|", "0", "|", "–", "|"]


def test_questions_ask_for_what_compare_and_charts_make():
    dates = [article("a", "Herald", date="2024-11-01"), article("b", "Courier", date="2024-12-05")]
    made = {figure.measure: figure for measure in compare.MEASURES for figure in measure.figures(tables(articles=dates))}
    for question in QUESTIONS:
        for kind in question.kinds:
            assert kind.statistic in (made[kind.measure].statistic, *(() if kind.stated else ("odds_ratio",))), kind.measure
            assert made[kind.measure].table == table_of(kind.measure)
        for measure in filter(None, (question.keyness, question.absence)):
            assert made[measure].table == table_of(measure)
        assert set(question.charts) <= {module.NAME for module in charts.CHARTS}


def test_letters_of_questions_differ():
    assert len({question.letter for question in QUESTIONS}) == len({question.name for question in QUESTIONS}) == len(QUESTIONS)
