"""Warnings of texts in which a rule may misfire."""

from framing.report.caution import cautions, sentence
from framing.report.text import Markdown


def count(measure, outlet, value, base, category=None, statistic="count"):
    about = {"measure": measure, "statistic": statistic, "voice": "all", "category": category, "outlet": outlet}
    return about | {"value": value, "observations": base}


def marks(apostrophes, commas, words=5000):
    return [
        count("punctuation", outlet, value, words, category)
        for category, values in (("apostrophes", apostrophes), ("commas", commas))
        for outlet, value in values.items()
    ]


def test_lost_marks_are_told_once_for_all_outlets_that_lost_them():
    found = cautions(marks({"A": 0, "B": 1, "C": 16}, {"A": 240, "B": 30, "C": 260}))
    assert [(one.what, one.outlets) for one in found] == [("apostrophes", ["A", "B"]), ("commas", ["B"])]
    said = sentence(found[0], lambda row: Markdown("x"), 3)
    assert said.startswith("The texts of A and B have lost their apostrophes (1 in 10,000 words)")
    assert "all outlets" in sentence(found[0], lambda row: Markdown("x"), 2)


def test_few_articles_of_grammar_are_told_as_what_they_may_come_from():
    (found,) = cautions([count("punctuation", outlet, value, 5000, "determiners") for outlet, value in (("A", 120), ("B", 450))])
    assert found.outlets == ["A"]
    said = sentence(found, lambda row: Markdown("x"), 2)
    assert "A have few of the words “a”, “an” and “the”, as translations and telegraphic texts do (120 in 5,000 words)" in said


def test_few_words_are_no_ground_for_a_warning():
    assert cautions(marks({"A": 0}, {"A": 0}, words=400)) == []


def test_ordinary_marks_are_not_warned_of():
    assert cautions(marks({"A": 16, "B": 80}, {"A": 210, "B": 400})) == []


def test_an_outlet_is_warned_of_where_its_share_is_large_and_twice_that_of_the_others():
    rows = [count("hard_sentences", "A", 80, 200), count("hard_sentences", "B", 30, 200), count("hard_sentences", "C", 20, 200)]
    (found,) = cautions(rows)
    assert found.outlets == ["A"] and found.others == 50 / 400
    assert sentence(found, lambda row: Markdown("40%"), 3).startswith("A: 40% of its sentences are hard to parse, 12% elsewhere")
    assert cautions([count("hard_sentences", outlet, 80, 200) for outlet in "ABC"]) == []
    assert cautions([count("hard_sentences", "A", 20, 50), *rows[1:]]) == []


def test_articles_three_times_as_long_are_warned_of():
    rows = [count("article_words", outlet, value, 90, statistic="mean") for outlet, value in zip("ABC", (300.0, 310.0, 1000.0))]
    assert [one.outlets for one in cautions(rows)] == [["C"]]
