"""Quotations whose speaker stands elsewhere: signed below, named in the sentence before, or going on behind what was added."""

import functools

from framing.language import parse_text
from framing.lexicon import load
from framing.measures.attribution import CueLexicons, find


@functools.cache
def lexicons():
    return CueLexicons(load("english/reporting-verbs"), load("english/cue-complements"))


def found(text):
    return [
        (text[slice(*one.source)] if one.source else None, text[slice(*one.cue)] if one.cue else None, [text[a:b] for a, b in one.content])
        for one in find(parse_text(text), lexicons()).attributions
    ]


def test_signed_in_the_line_below():
    text = "Readers wrote in.\n\n“The dam must never be opened again.”\n\n- Anna Berg.\n\nIt rained."
    assert found(text) == [("Anna Berg", "-", ["“The dam must never be opened again.”"])]


def test_signed_in_the_same_line():
    text = "Readers wrote in.\n\n“The dam must never be opened again.” ― Anna Berg\n\n“It will rain for a year.” ― Karl Voss\n\nIt rained."
    assert [source for source, _, _ in found(text)] == ["Anna Berg", "Karl Voss"]


def test_signed_without_a_space():
    text = "Readers wrote in.\n\n“It will rain for a year.”― Karl Voss\n\nIt rained."
    assert found(text) == [("Karl Voss", "―", ["“It will rain for a year.”"])]


def test_a_dash_behind_a_quotation_signs_nothing_by_itself():
    text = "“The dam must never be opened again.” – The farmers left the hall at noon."
    assert [source for source, _, _ in found(text)] == [None]


def test_named_in_the_sentence_before():
    text = "Anna Berg was in Malden by noon and praised the crew.\n\n“They never left the wall for an hour.”\n\nThe rain stopped."
    assert next(one for one in found(text) if "“" in one[2][-1])[0] == "Anna Berg"


def test_what_was_added_goes_on_behind_it():
    text = "“No,” Berg said, adding that she would stay. “I am too old to leave this valley.”"
    assert found(text) == [
        ("Berg", "said", ["“No,”"]),
        ("Berg", "adding", ["that she would stay. “I am too old to leave this valley.”"]),
    ]


def test_words_quoted_in_a_judgment_are_the_judges():
    text = "Anna Berg attacked the “reckless” plan of the council."
    (one,) = find(parse_text(text), lexicons()).attributions
    assert [text[a:b] for a, b in one.spoken] == ["“reckless”"]


def test_a_term_between_marks_that_nobody_said_is_nobodys():
    text = "Anna Berg supports the “green” plan of the council."
    (one,) = find(parse_text(text), lexicons()).attributions
    assert one.spoken == ()


def test_brackets_inside_a_quotation_are_an_editors():
    text = "“They (the engineers) left the [old] dam at noon (and nobody, not one of the hundred of us, saw them go),” Berg said (twice)."
    assert [text[a:b] for a, b in find(parse_text(text), lexicons()).brackets] == ["(the engineers)", "[old]"]


def test_what_goes_on_behind_according_to_is_from_there_too():
    text = "“I will vote today in the harbour,” Berg said, according to the Malden Herald. “And I will vote against the dam.”"
    assert found(text) == [
        ("Berg", "said", ["“I will vote today in the harbour,”", "“And I will vote against the dam.”"]),
        ("the Malden Herald", "according to", ["“I will vote today in the harbour,” Berg said", "“And I will vote against the dam.”"]),
    ]


def test_a_dateline_is_no_part_of_who_speaks():
    text = "Rain in Malden\n\nMALDEN, July 19 (UPI) — Mayor Karl Voss told the council that the dam was safe."
    assert [source for source, _, _ in found(text)] == ["Mayor Karl Voss"]


def test_a_clause_before_a_colon_is_not_said():
    text = "The valley is split on one thing: half of the farmers endorse the dam."
    assert [content for _, _, content in found(text)] == [["the dam"]]


def test_what_is_thought_in_an_answer_counts():
    text = "Q: And the dam?\n\nA: I think the dam is safe. We left in May.\n\nQ: Why?\n\nA: It rained for days."
    assert ("I", "think", ["the dam is safe"]) in found(text)
