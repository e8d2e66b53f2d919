import json

import pytest
from click.testing import CliRunner

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
