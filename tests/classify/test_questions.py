import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.classify.questions import QuestionError, read_examples, read_questions

LABELS = ("negative", "neutral", "positive")
GOOD = {"id": "1", "text": "Mara waved.", "start": 0, "end": 4}


def read(*lines, targets=True):
    data = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()
    return read_questions(data, file="q.jsonl", targets=targets)


def problems(*lines, targets=True):
    with pytest.raises(QuestionError) as caught:
        read(*lines, targets=targets)
    return [f"{where} {what}" for where, what in caught.value.problems]


def test_good_lines_are_read_and_blank_ones_passed_over():
    assert [question.id for question in read(GOOD, "", GOOD | {"id": 2})] == ["1", 2]
    assert read({"id": "a", "text": "Words."}, targets=False)[0].text == "Words."


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": None}, "id is None"),
        ({"id": ["1"]}, "id is ['1']"),
        ({"text": 3}, "text is 3"),
        ({"text": " .. "}, "holds no word"),
        ({"text": "half \ud800 a letter"}, "surrogate"),
        ({"start": "0"}, "start is '0'"),
        ({"start": True}, "start is True"),
        ({"start": 0.5}, "start is 0.5"),
        ({"end": None}, "no end"),
        ({"start": -1}, "no span"),
        ({"start": 4, "end": 4}, "no span"),
        ({"end": 99}, "a text of 11 characters"),
        ({"start": 4, "end": 5}, "hold no word"),
    ],
)
def test_each_fault_is_told_with_its_line(change, told):
    problem = problems(GOOD, GOOD | {"id": "2"} | change)[0]
    assert problem.startswith("q.jsonl:2 ")
    assert told in problem


def test_all_faults_are_told_at_once():
    found = problems({"text": "Words."}, "{broken", "[1]", GOOD, GOOD, {"id": "5"})
    assert [problem.split()[0].split(":")[1] for problem in found] == ["1", "1", "1", "2", "3", "5", "6", "6", "6"]
    assert "stands on line 4 already" in found[5]


def test_bytes_that_are_not_utf8_and_empty_files():
    with pytest.raises(QuestionError, match=r"q.jsonl:1: byte 2 is not UTF-8"):
        read_questions(b"{\xff", file="q.jsonl", targets=False)
    with pytest.raises(QuestionError, match="empty"):
        read_questions(b"\n \n", file="q.jsonl", targets=False)


def test_many_faults_are_shown_in_part_and_counted():
    with pytest.raises(QuestionError, match=r"and 30 more"):
        read(*["{"] * 50)


@given(st.binary(max_size=200))
def test_no_input_breaks_the_reader(data):
    for reader in (lambda: read_questions(data, file="q", targets=True), lambda: read_examples(data, file="q", labels=LABELS)):
        with pytest.raises(QuestionError):
            reader()


FIELDS = st.sampled_from(("id", "text", "start", "end", "label", "sentence_normalized", "targets", "from", "to", "polarity", "primary_gid"))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(FIELDS, inner)))
def test_no_json_breaks_the_reader(value):
    data = json.dumps(value).encode()
    for reader in (lambda: read_questions(data, file="q", targets=True), lambda: read_examples(data, file="q", labels=LABELS)):
        try:
            reader()
        except QuestionError as error:
            assert error.problems


def test_examples_in_both_layouts():
    plain = {"text": "Mara waved.", "start": 0, "end": 4, "label": "neutral", "group": "article 7"}
    foreign = {
        "primary_gid": "src_1_2_rest_0_4", "sentence_normalized": "Mara beat Lena.",
        "targets": [
            {"from": 0, "to": 4, "polarity": 6.0, "further_mentions": [{"from": 0, "to": 3}]}, {"from": 10, "to": 14, "polarity": 2.0},
        ],
    }  # fmt: skip
    data = "\n".join(map(json.dumps, (plain, foreign))).encode()
    examples = read_examples(data, file="e", labels=LABELS)
    assert [(e.text[e.start : e.end], e.label, e.group) for e in examples] == [
        ("Mara", "neutral", "article 7"), ("Mara", "positive", "src_1_2"), ("Mar", "positive", "src_1_2"), ("Lena", "negative", "src_1_2"),
    ]  # fmt: skip
    assert [e.further for e in examples] == [False, False, True, False]


def test_a_label_that_is_none_is_told():
    with pytest.raises(QuestionError, match="label is 'good': it must be one of negative, neutral, positive"):
        read_examples(json.dumps({"text": "Mara waved.", "start": 0, "end": 4, "label": "good"}).encode(), file="e", labels=LABELS)
