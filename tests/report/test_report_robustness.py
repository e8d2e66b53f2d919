"""The table of how firm differences are."""

from __future__ import annotations

from framing.compare.robustness import Trial
from framing.compare.subset import Part
from framing.report.findings import Contrast
from framing.report.grid import Cell, Grid, Kind
from framing.report.names import Names
from framing.report.robustness import Firmness, table

KIND = Kind(measure="m", statistic="share", voice="outlet", across="category", base="labels", title="t", finding="f")


def trial(high: float | None, low: float, left_out: str | None = None) -> Trial:
    ends = (None, None) if high is None else (high - 0.05, high + 0.05)
    return Trial(Part(high, *ends, 6, 30, 1), Part(low, low - 0.05, low + 0.05, 6, 30, 0), left_out)


def firm(**more: object) -> Firmness:
    values = {"Herald": 0.6, "Courier": 0.1}
    rows = [{"outlet": outlet, "actor": None, "category": "criminal", "value": value} for outlet, value in values.items()]
    contrast = Contrast(Grid(KIND, None, (), (), {}), "criminal", *(Cell(None, row) for row in rows), 2)
    known = {"article": None, "outlet": None, "stricter": True, "voices": None, "halves": None, "entry": None, "others": ()}
    return Firmness(contrast, **(known | more))


def cells(*found: Firmness, lexicons: tuple[str, ...] = ()) -> dict[str, str]:
    head, _, *lines = table(found, Names({}), lexicons).splitlines()
    titles, values = ([cell.strip() for cell in line.strip("|").split("|")] for line in (head, lines[0]))
    return dict(zip(titles, values))


def test_what_cannot_be_looked_at_has_no_column():
    assert cells(firm()) == {"Difference": "criminal: Herald / Courier", "without either outlet": "holds", "twice the minimum": "holds"}


def test_entries_and_other_lexicons_have_theirs():
    found = cells(firm(halves=17, entry=trial(0.3, 0.28, "bandit"), others=(trial(0.5, 0.1),)), lexicons=("topics/valley 3",))
    assert found["half of the entries"] == "17 of 20"
    assert found["without the commonest entry"] == "**falls**: 30% / 28% (without bandit)"
    assert found["with topics/valley 3"] == "holds: 50% / 10%"


def test_too_little_left_falls():
    assert cells(firm(article=trial(None, 0.1, "a1")))["without its strongest article"] == "**falls**: too little is left (without a1)"


def test_a_lexicon_that_changes_nothing_has_no_column_unless_it_does_elsewhere():
    same = firm(others=(trial(0.6, 0.1),))
    assert "with x" not in cells(same, lexicons=("x",))
    assert cells(same, firm(others=(trial(0.4, 0.1),)), lexicons=("x",))["with x"] == "the same"
