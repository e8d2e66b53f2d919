"""The texts themselves: marks, sentences that are hard to parse, lengths."""

import pytest
from compare_corpora import corpus

from framing.compare import compare

PLAIN = "The mayor's office said, on Monday, that the bridge is open."
LONG = " ".join(["word"] * 41) + ", and so on."
BARE = " ".join(["word"] * 25) + "."
OPEN = "The bridge is open"


def sentence(article, place, text, *, headline=False):
    where = {"article_id": article, "sentence": place, "start": place, "end": place + 1, "headline": headline}
    return where | {"words": len(text.split()), "text": text}


def found(texts, measure, statistic, **wanted):
    ids = [(f"a{number}", "Herald") for number in range(6)]
    rows = [sentence(article, place, text) for article, _ in ids for place, text in enumerate(texts)]
    estimates = compare(corpus(*ids, sentences=rows), draws=100).to_pylist()
    (row,) = (row for row in estimates if row["measure"] == measure and row["statistic"] == statistic and wanted.items() <= row.items())
    return row


@pytest.mark.parametrize(("text", "hard"), [(PLAIN, 0), (LONG, 1), (BARE, 1), (BARE.replace("word.", "word, word."), 0), (OPEN, 1)])
def test_which_sentences_are_hard_to_parse(text, hard):
    assert found([text, PLAIN, PLAIN, PLAIN], "hard_sentences", "share")["value"] == pytest.approx(hard / 4)


def test_a_headline_needs_no_mark_at_its_end():
    rows = [sentence(f"a{number}", 0, OPEN, headline=True) for number in range(6)]
    estimates = compare(corpus(*((f"a{number}", "Herald") for number in range(6)), sentences=rows), draws=100).to_pylist()
    assert [row["value"] for row in estimates if row["measure"] == "hard_sentences" and row["statistic"] == "count"] == [0]


def test_marks_per_thousand_words_and_zero_where_there_are_none():
    assert found([PLAIN], "punctuation", "rate_per_1000_words", category="commas")["value"] == pytest.approx(2000 / 11, abs=1e-4)
    assert found([PLAIN], "punctuation", "count", category="apostrophes")["value"] == 6
    assert found([OPEN], "punctuation", "count", category="apostrophes")["value"] == 0


def test_words_of_an_article():
    assert found([PLAIN, OPEN, OPEN, OPEN], "article_words", "mean")["value"] == pytest.approx(11 + 4 + 4 + 4)
