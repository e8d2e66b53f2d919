"""Annotated articles in brat's format: what is read, and what is told of files that are wrong."""

import pytest

from framing import corpus

TEXT = "The mayor said that the bridge was open.\n\nNobody crossed it before the evening of that day.\n"
MARKS = "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 39\tthat the bridge was open\n"
GOOD = f"{MARKS}E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"


def folder(path, ann=GOOD, *, text=TEXT, texts=".", marks=".", name="herald_2024-05-02_bridge", annotator=""):
    for place in (path / texts, path / marks):
        place.mkdir(parents=True, exist_ok=True)
    (path / texts / f"{name}.txt").write_text(text, encoding="utf-8")
    if ann is not None:
        (path / marks / f"{name}{annotator}.ann").write_text(ann, encoding="utf-8")
    return path


def wrong(path):
    with pytest.raises(corpus.CorpusError) as raised:
        corpus.read_annotated(path)
    return str(raised.value)


def test_an_event_is_an_attribution_with_its_spans(tmp_path):
    read, found = corpus.read_annotated(folder(tmp_path))
    assert [(one.outlet, one.text) for one in read.articles] == [("herald", TEXT)]
    assert found[read.articles[0].article_id] == [corpus.Annotation(((0, 9),), ((10, 14),), ((15, 39),))]
    assert not read.problems


def test_polnears_layout_is_read_with_the_annotator_in_the_name(tmp_path):
    read, found = corpus.read_annotated(folder(tmp_path, texts="text", marks="attributions", annotator="_ab12"))
    assert len(found[read.articles[0].article_id]) == 1


def test_parts_roles_with_numbers_and_a_missing_source(tmp_path):
    ann = GOOD.replace("Content 15 39\tthat the bridge was open", "Content 15 19;20 39\tthat the bridge was open").replace(
        "Source:T1 Cue:T2 Content:T3", "Cue:T2 Content1:T3"
    )
    _, found = corpus.read_annotated(folder(tmp_path, ann.replace("E1\tAttribution:", "E1\tAttribution-no-source:")))
    assert list(found.values()) == [[corpus.Annotation((), ((10, 14),), ((15, 19), (20, 39)))]]


def test_a_marked_text_with_a_line_break_goes_on_in_the_next_line(tmp_path):
    ann = GOOD + "T4\tContent 15 52\tthat the bridge was open.\nT5 is no mark, nor is E5\n"
    _, found = corpus.read_annotated(folder(tmp_path, ann))
    assert len(next(iter(found.values()))) == 1


@pytest.mark.parametrize(
    ("ann", "told"),
    [
        (GOOD.replace("15 39", "15 3900"), (":3:", "15 to 3900", "92 characters", "changed after annotating")),
        (GOOD.replace("15 39", "16 40"), (":3:", "T3 says 'that the", "hat the bridge", "restore the text")),
        (GOOD.replace("15 39", "x y"), (":3:", "'x y'", "START END")),
        (GOOD.replace("Source:T1", "Speaker:T1"), (":4:", "'Speaker:T1' is no role", "Source, Cue, Content")),
        (GOOD.replace("Source:T1", "Source:T9"), (":4:", "T9", "not in the file")),
        ("", ("holds an attribution", "events of type Attribution")),
        ("T1\tPerson 0 9\tThe mayor\nR1\tSays Arg1:T1 Arg2:T1\n", ("left alone: 1 Says", "holds an attribution")),
        (None, ("no .ann file", "framing annotate --format brat")),
    ],
    ids=["outside", "other text", "no offsets", "role", "mark", "empty", "relation", "no ann"],
)
def test_errors_name_the_line_and_the_fix(tmp_path, ann, told):
    message = wrong(folder(tmp_path, ann))
    assert all(part in message for part in told), message


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    message = wrong(folder(tmp_path, GOOD.replace("15 39", "15 3900").replace("Source:T1", "Speaker:T1")))
    assert "3900" in message and "Speaker" in message


def test_a_text_without_annotation_is_left_out_and_told(tmp_path):
    folder(tmp_path)
    folder(tmp_path, None, name="courier_2024-05-02_gate", text="A gate of iron closes the upper road for the whole winter here.\n")
    read, _ = corpus.read_annotated(tmp_path)
    assert [one.outlet for one in read.articles] == ["herald"]
    assert [problem.kind for problem in read.problems] == ["not-annotated"]


def test_of_several_annotators_the_first_is_read_and_told(tmp_path):
    folder(tmp_path, annotator="_a")
    folder(tmp_path, "", annotator="_b")
    read, found = corpus.read_annotated(tmp_path)
    assert [problem.kind for problem in read.problems] == ["several-annotators"]
    assert len(next(iter(found.values()))) == 1
