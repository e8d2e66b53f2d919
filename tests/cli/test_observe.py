import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest
from click.testing import CliRunner

from framing.classify import words
from framing.classify.linear import Linear, from_bytes
from framing.cli import main
from framing.tables import OBSERVED

ARTICLE = """Rebels leave the port

The rebels left Tartous at dawn, the army said. "We had no choice," a rebel commander told reporters.
"""


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "Courier_2024-12-01_port.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "Gazette_2024-12-02_port.txt").write_text(ARTICLE.replace("rebels", "gunmen").replace("dawn", "noon"), encoding="utf-8")
    return folder


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_all_tables_are_written_and_describe_themselves(corpus, tmp_path):
    result = run(
        "observe", corpus, "--topic", "syria", "--out", tmp_path / "t", "--format", "jsonl", "--cache", tmp_path / "c", "--workers", 1
    )
    assert result.exit_code == 0, result.output
    assert {path.stem for path in (tmp_path / "t").glob("*.jsonl")} == {table.name for table in OBSERVED}
    manifest = json.loads((tmp_path / "t" / "manifest.json").read_text())
    assert manifest["topic"] == "topics/syria"
    mentions = read(tmp_path / "t" / "mentions.jsonl")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in corpus.iterdir()}
    assert mentions
    for row in mentions:
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["text"]
    spoken = {
        row["source"]: row["source_actor"] for row in read(tmp_path / "t" / "attributions.jsonl") if row["article_id"].startswith("Courier")
    }
    assert spoken["the army"] == "government_forces"
    assert spoken["a rebel commander"] == "rebels"


def test_a_second_run_parses_nothing_and_gives_the_same_tables(corpus, tmp_path, monkeypatch):
    arguments = ("observe", corpus, "--topic", "syria", "--format", "csv", "--cache", tmp_path / "c", "--workers", 1)
    assert run(*arguments, "--out", tmp_path / "one").exit_code == 0

    def no_model():
        raise AssertionError("the model was loaded")

    monkeypatch.setattr("framing.language.model.load", no_model)
    assert run(*arguments, "--out", tmp_path / "two").exit_code == 0
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_workers_change_nothing(corpus, tmp_path):
    for workers in (1, 2):
        assert (
            run("observe", corpus, "--out", tmp_path / str(workers), "--format", "csv", "--no-cache", "--workers", workers).exit_code == 0
        )
    for path in (tmp_path / "1").iterdir():
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes(), path.name


def test_a_misspelt_topic_gets_a_suggestion_and_writes_nothing(corpus, tmp_path):
    result = run("observe", corpus, "--topic", "siria", "--out", tmp_path / "t")
    assert result.exit_code == 1
    assert "syria" in result.output
    assert not (tmp_path / "t").exists()


def test_a_term_lexicon_is_no_topic(corpus, tmp_path):
    result = run("observe", corpus, "--topic", "english/reporting-verbs", "--out", tmp_path / "t")
    assert result.exit_code == 1
    assert "not actors" in result.output


def test_a_corpus_that_is_not_there(tmp_path):
    result = run("observe", tmp_path / "nowhere", "--out", tmp_path / "t")
    assert result.exit_code == 1
    assert "nowhere" in result.output
    assert "Traceback" not in result.output


def test_a_foreign_output_folder_is_refused_before_the_work(corpus, tmp_path):
    result = run("observe", corpus, "--out", corpus)
    assert result.exit_code == 1
    assert "did not write" in result.output


@pytest.fixture
def own_model(tmp_path):
    """A model by which a sentence with "disgraceful" is biased, and no other."""
    weights = np.zeros((1 + words.load().vectors.shape[1], 2), np.float32)
    weights[0] = 8, -8
    path = tmp_path / "own.npz"
    path.write_bytes(Linear("own-1", ("biased", "unbiased"), ("word:disgraceful",), weights, np.array([-0.5, 0.5], np.float32)).to_bytes())
    return path


def test_sentences_that_a_model_of_ones_own_judges_biased_are_listed(tmp_path, own_model):
    text = "Rebels leave\n\nThe rebels left Tartous. It was a disgraceful retreat. “A disgraceful day,” the mayor of the port said.\n"
    (tmp_path / "Courier_2024-12-01_port.txt").write_text(text, encoding="utf-8")
    observe = ("observe", tmp_path / "Courier_2024-12-01_port.txt", "--format", "jsonl", "--workers", 1, "--cache", tmp_path / "c")
    for out in ("t", "again", "plain"):
        model = ("--loaded-model", own_model) if out != "plain" else ()
        result = run(*observe, "--out", tmp_path / out, *model)
        assert result.exit_code == 0, result.output
    biased = [row for row in read(tmp_path / "t" / "language.jsonl") if row["category"] == "biased_sentence"]
    assert [(row["text"], row["voice"]) for row in biased] == [
        ("It was a disgraceful retreat.", "outlet"), ("“A disgraceful day,” the mayor of the port said.", "outlet"),
    ]  # fmt: skip
    sha256 = hashlib.sha256(own_model.read_bytes()).hexdigest()
    assert {row["entry"] for row in biased} == {f"own-1 {sha256[:12]}"}
    assert json.loads((tmp_path / "t" / "manifest.json").read_text())["loaded_model"] == {"name": "own-1", "sha256": sha256}
    assert (tmp_path / "again" / "language.jsonl").read_bytes() == (tmp_path / "t" / "language.jsonl").read_bytes()
    assert not [row for row in read(tmp_path / "plain" / "language.jsonl") if row["category"] == "biased_sentence"]
    assert "loaded_model" not in json.loads((tmp_path / "plain" / "manifest.json").read_text())


def test_another_model_of_ones_own_judges_anew(tmp_path, own_model):
    (tmp_path / "Courier_2024-12-01_port.txt").write_text("Rebels leave\n\nIt was a disgraceful retreat.\n", encoding="utf-8")
    other = tmp_path / "other.npz"
    linear = from_bytes(own_model.read_bytes())
    other.write_bytes(replace(linear, weights=-linear.weights, bias=np.zeros(2, np.float32)).to_bytes())
    found = {}
    for path in (own_model, other):
        out = tmp_path / path.stem
        result = run("observe", tmp_path / "Courier_2024-12-01_port.txt", "--format", "jsonl", "--workers", 1, "--cache", tmp_path / "c",
                     "--loaded-model", path, "--out", out)  # fmt: skip
        assert result.exit_code == 0, result.output
        found[path.stem] = [row["text"] for row in read(out / "language.jsonl") if row["category"] == "biased_sentence"]
    assert found["own"] == ["It was a disgraceful retreat."]
    assert "It was a disgraceful retreat." not in found["other"]


@pytest.mark.parametrize(("contents", "told"), [(None, "No such file"), (b"no weights", "framing train")])
def test_a_model_of_ones_own_that_is_none_is_refused(corpus, tmp_path, contents, told):
    path = tmp_path / "own.npz"
    if contents:
        path.write_bytes(contents)
    result = run("observe", corpus, "--out", tmp_path / "t", "--loaded-model", path)
    assert result.exit_code == 1
    assert told in result.output
    assert not (tmp_path / "t").exists()
