"""Readability: the formulas' own numbers, what is undefined, and that sentences are the parser's."""

import math

import pytest
from hand_parsed import hand_parsed

from framing.measures import readability
from framing.measures.readability import METRICS, of


def _sentence(words):
    """A sentence of these words and a full stop, all hung on the first; no test here looks at the parse."""
    return "\n".join(f"{word}|{word}|X|X|dep|0" for word in [*words.split(), "."])


def _values(*sentences, headline=0):
    document = hand_parsed(*map(_sentence, sentences))
    if headline:
        document = type(document)(**{**vars(document), "paragraphs": [(0, headline), (headline, len(sentences))], "headline": 1})
    return dict(of(document))


_SIMPLE = "the cat sat on the mat and the dog ran"  # ten words of one syllable


def test_every_metric_once_in_order():
    assert [metric for metric, _ in of(hand_parsed())] == list(METRICS) == sorted(METRICS)


def test_flesch_and_kincaid_of_words_of_one_syllable():
    values = _values(*[_SIMPLE] * 10)
    assert values["words_per_sentence"] == pytest.approx(10)
    assert values["syllables_per_word"] == pytest.approx(1)
    assert values["flesch_reading_ease"] == pytest.approx(206.835 - 1.015 * 10 - 84.6)
    assert values["flesch_kincaid_grade"] == pytest.approx(0.39 * 10 + 11.8 - 15.59)


def test_fog_counts_hard_words_of_three_syllables():
    values = _values(*["the cat sat on the mat and the dog hallucinated"] * 10)
    assert values["gunning_fog"] == pytest.approx(0.4 * (10 + 100 * 10 / 100))


def test_smog_is_mclaughlin_s_formula_and_needs_thirty_sentences():
    # McLaughlin (1969): with 30 sentences the index is about 3 plus the root of the number of polysyllables; here 30 of them.
    thirty = _values(*["the cat sat on the hallucinated"] * 30)
    assert thirty["smog_index"] == pytest.approx(3.1291 + 1.043 * math.sqrt(30))
    assert thirty["smog_index"] == pytest.approx(3 + math.sqrt(30), abs=0.5)
    assert _values(*["the cat sat on the hallucinated"] * 29)["smog_index"] is None


def test_under_a_hundred_words_nothing_is_defined():
    assert set(_values(*[_SIMPLE] * 9).values()) == {None}
    assert set(_values().values()) == {None}
    assert None not in {value for metric, value in _values(*[_SIMPLE] * 10).items() if metric != "smog_index"}


def test_the_headline_is_left_out():
    with_headline = _values("hallucinated hallucinated hallucinated hallucinated", *[_SIMPLE] * 10, headline=1)
    assert with_headline == _values(*[_SIMPLE] * 10)


def test_a_stop_inside_a_sentence_ends_none():
    plain = "the cat sat on the us mat and the dog ran"
    assert _values(*[plain.replace(" us ", " u.s. ")] * 10)["words_per_sentence"] == _values(*[plain] * 10)["words_per_sentence"]


def test_two_words_run_on_with_the_next_sentence():
    values = _values(*["but why", _SIMPLE] * 10)
    assert values["words_per_sentence"] == pytest.approx(12)
    assert _values(*[_SIMPLE] * 10, "but why")["words_per_sentence"] == pytest.approx(102 / 10)


def test_sentences_of_marks_alone_count_for_nothing():
    assert _values(*[_SIMPLE] * 10, "* * *") == _values(*[_SIMPLE] * 10)


def test_a_missing_dictionary_is_one_clear_error(monkeypatch):
    def missing():
        raise readability.nltk_data.NltkDataError("no dictionary")

    monkeypatch.setattr(readability.nltk_data, "stage", missing)
    readability._textstat.cache_clear()
    with pytest.raises(readability.nltk_data.NltkDataError):
        of(hand_parsed())
    readability._textstat.cache_clear()
