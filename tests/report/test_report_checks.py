from dataclasses import replace

from framing.compare.matched import Matched
from framing.compare.subset import Part
from framing.report.checks import Checked, clauses, untold
from framing.report.findings import Contrast
from framing.report.grid import Cell, Grid, Kind

SHARE = Kind(measure="m", statistic="share", voice="outlet", across="category", base="labels", title="t", finding="f")


def row(outlet, value, low=None, high=None):
    return {"outlet": outlet, "value": value, "low": low, "high": high, "articles": 9, "observations": 90}


def found(matched=None, high=None, low=None):
    contrast = Contrast(
        Grid(SHARE, None, (), (), {}), "x", Cell(None, row("Herald", 0.6, 0.5, 0.7)), Cell(None, row("Courier", 0.1, 0.0, 0.2)), 2
    )
    return Checked(contrast, matched, high, low)


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
    assert "makes it look smaller" in clauses(found(Matched(0.5, 6, (6, 7), 0.6, 0.4, 0.7, choice=-0.1)))


def test_events_that_do_not_differ_give_no_interval():
    assert "is the same 50 percentage points." in clauses(found(Matched(0.5, 6, (6, 7), 0.5, None, None, choice=0.0)))


def test_without_agency_copy():
    assert clauses(found(high=Part(0.55, 0.45, 0.65, 6, 60, 3))) == (
        "Without agency copy: Herald 55%, 45 to 65% (6 articles), Courier unchanged."
    )
    assert clauses(found(high=Part(0.25, 0.15, 0.4, 6, 60, 3))).endswith("; the intervals then overlap.")
    assert "Herald too few (2 articles)" in clauses(found(high=Part(None, None, None, 2, 8, 7, note="few")))
    assert "Herald no article" in clauses(found(high=Part(None, None, None, 0, 0, 9, note="few")))


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
