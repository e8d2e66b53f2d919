import pytest

from framing.classify.layout import Layout, QuestionError, parse_columns, parse_labels
from framing.classify.questions import read_examples, read_questions

TABLE = "sentence;verdict;paper\nA fine day.;Good;x\n\"Rain; then\nwind.\";Bad;y\nNo idea.;Unclear;y\n"
GOOD = Layout({"text": "sentence", "label": "verdict", "outlet": "paper"}, {"Good": "good", "Bad": "bad", "Unclear": "-"}, "outlet")


def read(data, layout=GOOD, labels=("good", "bad"), file="d.csv"):
    return read_examples(data.encode(), file=file, labels=labels, targets=False, layout=layout)


def told(data, **rest):
    with pytest.raises(QuestionError) as caught:
        read(data, **rest)
    return str(caught.value)


def test_a_table_with_other_names_and_labels():
    found = read(TABLE)
    assert [(one.text, one.label, one.outlet, one.group) for one in found] == [
        ("A fine day.", "good", "x", "x"), ("Rain; then\nwind.", "bad", "y", "y"),
    ]  # fmt: skip


def test_json_lines_take_the_same_names():
    assert read('{"sentence": "A fine day.", "verdict": "Good", "paper": "x"}', file="d.jsonl")[0].outlet == "x"


def test_labels_that_stand_for_nothing_are_told_once_each():
    message = told(TABLE, layout=Layout(GOOD.columns))
    assert message.count("label is 'Good'") == 1
    assert "d.csv:3: label is 'Bad'" in message
    assert "-=Unclear" in message


def test_a_missing_column_is_told_with_the_nearest():
    assert "has no column 'sentences': did you mean sentence?" in told(TABLE, layout=Layout({"text": "sentences"}))
    assert "has no column 'source'" in told(TABLE, layout=Layout(GOOD.columns, GOOD.labels, "source"))


def test_a_row_with_too_many_cells_is_told_with_its_line():
    assert "d.csv:2: has other than 3 cells" in told("sentence,verdict,paper\nA fine day, indeed,Good,x\n")


def test_groups_want_a_value_in_every_row():
    assert "d.jsonl:1: has no paper" in told('{"sentence": "Fine.", "verdict": "Good"}', file="d.jsonl", layout=Layout(
        {"text": "sentence", "label": "verdict"}, GOOD.labels, "paper"))  # fmt: skip


def test_several_codes_in_a_list_or_a_cell():
    layout = Layout(labels={"econ": "economy", "none": "-"})
    table = read("text,frames\nOne.,econ | war\nTwo.,\nThree.,none;war\n", layout, labels=None)
    assert [one.label for one in table] == [{"economy", "war"}, set(), {"war"}]
    assert read('{"text": "One.", "frames": ["war"]}', layout, None, "d.jsonl")[0].label == {"war"}
    assert "no frames" in told('{"text": "One."}', layout=layout, labels=None, file="d.jsonl")


def test_questions_of_a_table_have_their_line_as_id_and_whole_numbers():
    found = read_questions(b"text,start,end\nMara waved.,0,4\n", file="q.csv", targets=True)
    assert [(one.id, one.start, one.end) for one in found] == [("2", 0, 4)]


@pytest.mark.parametrize(
    ("parse", "written"), [(parse_columns, "texts=a"), (parse_columns, "text"), (parse_labels, "a="), (parse_labels, "a=x,b=x")]
)
def test_options_that_say_nothing_are_told(parse, written):
    with pytest.raises(ValueError, match=r"."):
        parse(written)
