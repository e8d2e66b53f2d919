import json

import pytest
from click.testing import CliRunner

from framing.cli.classify import classify
from framing.cli.evaluate import evaluate
from framing.cli.train import train

QUESTIONS = [
    {"id": "a", "text": "Marsden praised the honest nurse.", "start": 0, "end": 7},
    {"id": 7, "text": "Marsden praised the honest nurse.", "start": 16, "end": 32, "extra": "is passed over"},
    {"id": "b", "text": "Thieves robbed Okafor.", "start": 15, "end": 21},
]


def run(command, *arguments):
    return CliRunner().invoke(command, [*map(str, arguments), *(() if "--help" in arguments else ("--no-cache", "--workers", "1"))])


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_tone_answers_every_question_in_order_and_twice_the_same(tmp_path):
    questions = write(tmp_path / "q.jsonl", QUESTIONS)
    for name in ("1", "2"):
        result = run(classify, "tone", questions, "--out", tmp_path / name)
        assert result.exit_code == 0, result.output
    answers = read(tmp_path / "1")
    assert [answer["id"] for answer in answers] == ["a", 7, "b"]
    for answer in answers:
        odds = {label: answer[label] for label in ("negative", "neutral", "positive")}
        assert sum(odds.values()) == pytest.approx(1, abs=1e-5)
        assert answer["label"] == max(odds, key=odds.get)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1", "2", "q.jsonl"]


def test_loaded_answers_with_the_words(tmp_path):
    questions = write(tmp_path / "q.jsonl", [
        {"id": "x", "text": "This disgraceful regime shamelessly peddles lies!", "outlet": "any"},
        {"id": "y", "text": "The council met on Monday."},
    ])  # fmt: skip
    result = run(classify, "loaded", questions, "--out", tmp_path / "a")
    assert result.exit_code == 0, result.output
    biased, plain = read(tmp_path / "a")
    assert (biased["id"], biased["label"], plain["label"]) == ("x", "biased", "unbiased")
    assert "disgraceful" in {mark["text"] for mark in biased["words"]}
    for mark in biased["words"]:
        assert "This disgraceful regime shamelessly peddles lies!"[mark["start"] : mark["end"]] == mark["text"]


@pytest.mark.parametrize("task", ["tone", "loaded"])
def test_bad_input_is_told_with_line_and_nothing_is_written(tmp_path, task):
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": "1"}\n{"id": \n{"id": "2", "text": "Fine words.", "start": 0, "end": 4}\n7\n', encoding="utf-8")
    out = tmp_path / "answers"
    out.write_text("earlier answers")
    result = run(classify, task, questions, "--out", out)
    assert result.exit_code == 1
    for line in (1, 2, 4):
        assert f"{questions}:{line}: " in result.output
    assert f"{questions}:3" not in result.output
    assert "Traceback" not in result.output
    assert out.read_text() == "earlier answers"


def test_an_empty_file_is_told(tmp_path):
    questions = write(tmp_path / "q.jsonl", [])
    result = run(classify, "tone", questions, "--out", tmp_path / "a")
    assert result.exit_code == 1
    assert "empty" in result.output
    assert not (tmp_path / "a").exists()


def test_out_in_no_folder_is_told(tmp_path):
    questions = write(tmp_path / "q.jsonl", QUESTIONS)
    result = run(classify, "tone", questions, "--out", tmp_path / "nowhere" / "a")
    assert result.exit_code == 1
    assert "Cannot write" in result.output


def test_weights_that_are_none_are_told(tmp_path):
    questions = write(tmp_path / "q.jsonl", QUESTIONS)
    result = run(classify, "tone", questions, "--out", tmp_path / "a", "--model", questions)
    assert result.exit_code == 1
    assert "framing train" in result.output


def labelled():
    people = ("Marsden", "Okafor", "Haddad", "Lind", "Petrov")
    forms = (("{} was praised by the crowd.", "positive"), ("{} robbed the old woman.", "negative"), ("{} arrived on Monday.", "neutral"))
    for group, name in enumerate(people):
        for form, label in forms:
            yield {"text": form.format(name), "start": 0, "end": len(name), "label": label, "group": group}


def test_training_is_bit_for_bit_and_its_weights_answer(tmp_path):
    data = write(tmp_path / "d.jsonl", labelled())
    for name in ("1", "2"):
        result = run(train, "tone", data, "--out", tmp_path / f"{name}.npz", "--test", data, "--swap-names", "--name", "mine-1")
        assert result.exit_code == 0, result.output
    assert (tmp_path / "1.npz").read_bytes() == (tmp_path / "2.npz").read_bytes()
    card = json.loads((tmp_path / "1.json").read_text(encoding="utf-8"))
    assert card["model"] == "mine-1"
    assert card["tests"]["d.jsonl"]["accuracy"] == 1
    people = card["name_bias"]["person"]
    assert people["targets"] > 0
    assert 0 <= people["reversed"] <= people["changed"] <= 1
    assert people["names"]["Bashar al-Assad"]["actor"] == "assad"
    questions = write(tmp_path / "q.jsonl", QUESTIONS)
    result = run(classify, "tone", questions, "--out", tmp_path / "a", "--model", tmp_path / "1.npz")
    assert result.exit_code == 0, result.output
    assert {answer["model"] for answer in read(tmp_path / "a")} == {"mine-1"}


def test_a_teacher_adds_targets_that_nobody_coded_and_the_card_says_so(tmp_path):
    coded = [row | {"text": row["text"] + " Dalia Haddad praised her."} for row in labelled()]
    data, other = write(tmp_path / "d.jsonl", coded), write(tmp_path / "o.jsonl", labelled())
    assert run(train, "tone", data, "--out", tmp_path / "teacher.npz", "--name", "teacher-1").exit_code == 0
    for name, taught in (("1", data), ("2", data), ("3", other)):
        result = run(train, "tone", taught, "--teacher", tmp_path / "teacher.npz", "--out", tmp_path / f"{name}.npz", "--name", "pupil-1")
        assert result.exit_code == 0, result.output
        assert ("The teacher had learned from this same file" in result.output) == (taught == data)
    assert (tmp_path / "1.npz").read_bytes() == (tmp_path / "2.npz").read_bytes()
    cards = [json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) for name in "13"]
    assert [card["teacher"]["learned_from_the_same_file"] for card in cards] == [True, False]
    assert [card["teacher"]["model"] for card in cards] == ["teacher-1"] * 2
    assert cards[0]["teacher"]["targets"] > cards[1]["teacher"]["targets"] == 0
    assert cards[0]["cross_validation"]["examples"] == len(coded)


def test_a_teacher_that_is_none_or_has_no_pupil_is_refused(tmp_path):
    data = write(tmp_path / "d.jsonl", labelled())
    for options, code, told in ((("--teacher", "nerual"), 1, "did you mean neural?"), (("--teacher", data), 1, "framing train"),
                                (("--teacher", "neural", "--model", "neural"), 2, "leave out")):  # fmt: skip
        result = run(train, "tone", data, "--out", tmp_path / "w.npz", *options)
        assert (result.exit_code, told in result.output, "Traceback" in result.output) == (code, True, False), result.output
    assert not (tmp_path / "w.npz").exists()


@pytest.mark.parametrize("rows", [[], [{"text": "Marsden left.", "start": 0, "end": 7, "label": "good"}]])
def test_bad_examples_are_told_and_nothing_is_written(tmp_path, rows):
    data = write(tmp_path / "d.jsonl", rows)
    result = run(train, "tone", data, "--out", tmp_path / "w.npz")
    assert result.exit_code == 1
    assert str(data) in result.output
    assert not (tmp_path / "w.npz").exists()


@pytest.mark.parametrize(
    ("keep", "told"),
    [
        (lambda row: row["label"] != "neutral", "no example is labelled neutral"),
        (lambda row: row["group"] < 3, "3 groups are too few"),
    ],
)
def test_examples_too_few_to_learn_from_are_told(tmp_path, keep, told):
    data = write(tmp_path / "d.jsonl", filter(keep, labelled()))
    result = run(train, "tone", data, "--out", tmp_path / "w.npz")
    assert result.exit_code == 1
    assert told in result.output
    assert not (tmp_path / "w.npz").exists()


@pytest.mark.parametrize(
    ("command", "arguments"),
    [(command, task) for command in (classify, train, evaluate) for task in ((), ("tone",), ("loaded",), ("frames",))],
)
def test_every_help_has_an_example(command, arguments):
    result = run(command, *arguments, "--help")
    assert result.exit_code == 0
    assert "Example:" in result.output


SENTENCES = (
    ("This disgraceful {} shamelessly peddles utter lies!", "biased"), ("The {} met on Monday and passed the budget.", "unbiased"),
    ("Only fools would trust the corrupt {} again.", "biased"), ("The {} said that 40 roads were closed.", "unbiased"),
)  # fmt: skip


def loaded_rows():
    for number, name in enumerate(("council", "ministry", "party", "board", "union", "club", "agency", "court", "firm", "school")):
        for form, label in SENTENCES:
            yield {"text": form.format(name), "label": label, "outlet": f"o{number % 5}", "article": f"a{number}"}


def test_loaded_is_trained_by_outlet_evaluated_and_asked(tmp_path):
    data = write(tmp_path / "d.jsonl", loaded_rows())
    result = run(train, "loaded", data, "--groups", "outlet", "--out", tmp_path / "w.npz", "--report", tmp_path / "r")
    assert result.exit_code == 0, result.output
    assert "an outlet that it has not learned from" in result.output
    assert "alpha is .40" in result.output
    written = {str(path.relative_to(tmp_path / "r")) for path in (tmp_path / "r").rglob("*") if path.is_file()}
    charts = {f"charts/{name}.{ending}" for name in ("confusion", "learning_curve") for ending in ("png", "svg", "csv")}
    assert written == charts | {"evaluation.md", "disagreements.md", "figures.csv", "answers.csv", "manifest.json"}
    card = json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))
    assert card["cross_validation"]["grouped_by"] == "outlet"
    assert card["cross_validation"]["floors"]["always 'biased'"] == pytest.approx(1 / 3, abs=0.01)
    result = run(evaluate, "loaded", data, "--model", tmp_path / "w.npz", "--out", tmp_path / "e")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Not to be told from this file: the model was trained on it")
    questions = write(tmp_path / "q.jsonl", [{"id": 1, "text": "The disgraceful minister peddles lies!"}])
    assert run(classify, "loaded", questions, "--model", tmp_path / "w.npz", "--out", tmp_path / "a").exit_code == 0
    answer = read(tmp_path / "a")[0]
    assert (answer["label"], answer["model"]) == ("biased", "loaded-own-1")
    assert "disgraceful" in {mark["text"] for mark in answer["words"]}


def test_frames_are_trained_evaluated_and_asked(tmp_path):
    texts = {"money": "Wages fell and the bank raised rates again.", "health": "Nurses gave the vaccine to every patient."}
    rows = [
        {"text": " ".join(texts[code] for code in codes) + f" That was day {number}.", "frames": codes, "article": number}
        for number in range(30) for codes in [[["money"], ["health"], ["money", "health"], []][number % 4]]
    ]  # fmt: skip
    data = write(tmp_path / "d.jsonl", rows)
    result = run(train, "frames", data, "--out", tmp_path / "w.npz")
    assert result.exit_code == 0, result.output
    questions = write(tmp_path / "q.jsonl", [{"id": 1, "text": "The bank raised its rates."}])
    assert run(classify, "frames", questions, "--model", tmp_path / "w.npz", "--out", tmp_path / "a").exit_code == 0
    assert read(tmp_path / "a")[0]["frames"] == ["money"]
    result = run(evaluate, "frames", data, "--model", tmp_path / "w.npz", "--out", tmp_path / "e")
    assert result.exit_code == 0, result.output
    assert "'health'" in result.output
    for command in (classify, evaluate):
        result = run(command, "frames", questions, "--out", tmp_path / "x")
        assert result.exit_code == 2
        assert "train one" in result.output


def test_evaluating_what_ships_and_refusing_bad_gold(tmp_path):
    gold = write(tmp_path / "d.jsonl", loaded_rows())
    for name in ("1", "2"):
        result = run(evaluate, "loaded", gold, "--out", tmp_path / name)
        assert result.exit_code == 0, result.output
    for place in (tmp_path / "1").rglob("*.*"):
        assert place.read_bytes() == (tmp_path / "2" / place.relative_to(tmp_path / "1")).read_bytes()
    bad = write(tmp_path / "b.jsonl", [{"text": "Fine words.", "label": "Biased"}])
    result = run(evaluate, "loaded", bad, "--out", tmp_path / "3")
    assert result.exit_code == 1
    assert "--labels" in result.output
    assert not (tmp_path / "3").exists()
