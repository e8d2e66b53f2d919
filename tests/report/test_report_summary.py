"""What stands on the first page: subjects in turn, none crowding out the others."""

from __future__ import annotations

import pytest

from framing.report.findings import Contrast
from framing.report.grid import Cell, Grid, Kind
from framing.report.summary import STRONGEST, Told, clearest
from framing.report.text import Markdown


def told(question: str, count: int, actor: str | None = None) -> list[Told]:
    return [Told(question, actor, Markdown(f"{question} {number}")) for number in range(count)]


def test_each_subject_has_its_first_before_one_has_its_third():
    said = clearest([told("labels", 9), told("sources", 9), told("tone", 1), [], told("language", 9), told("readability", 2)])
    assert len(said) == STRONGEST
    assert said == ["labels 0", "labels 1", "sources 0", "sources 1", "tone 0", "language 0"]


def test_readability_only_where_there_is_little_else():
    assert clearest([told("labels", 2), told("readability", 2)]) == ["labels 0", "labels 1", "readability 0"]
    assert clearest([told("labels", 3), told("readability", 2)]) == ["labels 0", "labels 1", "labels 2"]
    assert clearest([[], []]) == []


def test_another_actor_and_another_question_come_before_more_of_the_same():
    labels = [*told("labels", 4, "guard"), *told("first", 1, "council")]
    said = clearest([labels, told("sources", 3, "guard"), told("tone", 2), []])
    assert [one for one in said if one.startswith(("labels", "first"))] == ["labels 0", "first 0"]


def row(value: float, articles: int, low: float | None = None, high: float | None = None) -> Cell:
    return Cell(None, {"value": value, "low": low, "high": high, "articles": articles, "observations": 99, "outlet": "x", "actor": None})


def effect(high: Cell, low: Cell, **more: str) -> float:
    known = {"measure": "m", "statistic": "share", "unit": "share", "voice": "outlet", "across": "category", "base": "labels"} | more
    return Contrast(Grid(Kind(**known, title="", finding=""), None, (), (), {}), "c", high, low, 2).effect


def test_all_or_nothing_in_few_articles_is_no_surer_than_the_rule_of_three():
    few = effect(row(1.0, 9), row(0.0, 15))
    many = effect(row(0.94, 39, 0.9, 0.98), row(0.0, 190))
    assert few < many
    assert few == pytest.approx(1 - 3 / 9 - 3 / 15)


def test_polarity_counts_as_part_of_its_range_and_rates_as_part_of_their_size():
    polarity = effect(row(0.5, 9, 0.4, 0.6), row(-0.5, 9, -0.6, -0.4), unit="number", measure="tone", statistic="mean")
    assert polarity == 0.4
    assert effect(row(30.0, 9, 25.0, 35.0), row(10.0, 9, 5.0, 15.0), unit="number") == 0.25
