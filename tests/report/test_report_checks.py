from dataclasses import replace

from framing.compare.matched import Matched
from framing.report.checks import Checked, clauses, untold
from framing.report.findings import Contrast
from framing.report.grid import Cell, Grid, Kind

SHARE = Kind(measure="m", statistic="share", voice="outlet", across="category", base="labels", title="t", finding="f")


def row(outlet, value, low=None, high=None, **without):
    known = {"value": value, "low": low, "high": high, "articles": 9, "observations": 90}
    rest = {"without_wire" if name == "value" else f"without_wire_{name}": known[name] for name in known} | without
    return {"outlet": outlet, **known, **rest}


def found(matched=None, **without):
    """Herald 60%, Courier 10%; without: what Herald has without agency copy."""
    herald, courier = Cell(None, row("Herald", 0.6, 0.5, 0.7, **without)), Cell(None, row("Courier", 0.1, 0.0, 0.2))
    return Checked(Contrast(Grid(SHARE, None, (), (), {}), "x", herald, courier, 2), matched)


def rest(value, low, high, articles, observations):
    return {"without_wire": value, "without_wire_low": low, "without_wire_high": high, "without_wire_articles": articles,
            "without_wire_observations": observations}  # fmt: skip


def test_nothing_to_add():
    assert clauses(found()) == ""
    assert clauses(found(Matched(0.5, 2, (2, 2), note="too few"))) == ""


def test_what_is_left_within_events():
    assert clauses(found(Matched(0.5, 6, (6, 7), 0.5, 0.4, 0.6, choice=0.0))) == (
        "Within the 6 events that both report, the difference is the same 50 percentage points (40 to 60)."
    )
    assert clauses(found(Matched(0.5, 6, (6, 7), 0.1, -0.04, 0.2, choice=0.4))) == (
        "Within the 6 events that both report, the difference is 10 percentage points (−4 to 20) instead of 50; the rest goes with the "
        "choice of events; it may be none there."
    )
    assert clauses(found(Matched(0.5, 6, (6, 7), 0.48, 0.4, 0.6, choice=0.02))).endswith("(40 to 60) instead of 50.")
    assert "makes it look smaller" in clauses(found(Matched(0.5, 6, (6, 7), 0.6, 0.4, 0.7, choice=-0.1)))


def test_events_that_do_not_differ_give_no_interval():
    assert "is the same 50 percentage points." in clauses(found(Matched(0.5, 6, (6, 7), 0.5, None, None, choice=0.0)))


def test_without_agency_copy():
    assert clauses(found(**rest(0.55, 0.45, 0.65, 6, 60))) == (
        "Without agency copy the difference is 45 percentage points instead of 50 (Herald 55%, 45 to 65%, in 6 articles)."
    )
    assert "the difference is the same 50 percentage points (" in clauses(found(**rest(0.601, 0.45, 0.65, 6, 60)))
    assert clauses(found(**rest(0.6, None, None, 6, 60))).endswith("(Herald 60% in 6 articles).")
    assert clauses(found(**rest(0.25, 0.15, 0.4, 6, 60))).endswith("; the intervals then overlap.")
    assert clauses(found(**rest(None, None, None, 1, 8))) == "Without agency copy too little is left of Herald (1 article) to say."
    assert "Herald (no article)" in clauses(found(**rest(None, None, None, 0, 0)))


def test_against_all_others_where_the_two_share_too_little():
    few, enough = Matched(0.5, 2, (2, 2), note="few"), Matched(-0.5, 6, (6, 70), -0.4, -0.5, -0.3, choice=-0.1)
    one = replace(found(few), against=(few, enough))
    assert clauses(one) == (
        "The two share too few events; within 6 events Courier is 40 percentage points (30 to 50) below the others that report them."
    )
    assert clauses(replace(one, against=(few, few))) == ""


def test_how_often_it_cannot_be_told():
    few, enough = Matched(0.5, 2, (2, 2), note="few"), Matched(0.5, 6, (6, 7), 0.5, 0.4, 0.6, choice=0.0)
    assert untold([found(enough)]) == ""
    assert untold([found(few), found(enough)]).startswith("How much of 1 of the 2 differences below goes with the choice of events")
    assert untold([found(few)]).startswith("How much of any of the differences below goes with the choice of events")
