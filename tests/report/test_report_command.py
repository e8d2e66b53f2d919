import json

import pytest
from click.testing import CliRunner
from report_links import broken

from framing import charts
from framing.cli import main

DAILY = "Rebels seize the town\n\nRebels seized the town on Monday. “The terrorists fled,” the army said. The soldiers were shelled.\n"
POST = "Army leaves the town\n\nThe army left the town on Monday. The opposition fighters said that nobody was killed.\n"


@pytest.fixture
def corpus(tmp_path):
    for outlet, text in (("daily", DAILY), ("post", POST)):
        (tmp_path / "articles" / outlet).mkdir(parents=True)
        (tmp_path / "articles" / outlet / "monday.txt").write_text(text, encoding="utf-8")
    return tmp_path / "articles"


def run(*arguments):
    return CliRunner().invoke(main, ["report", *map(str, arguments)])


def test_a_report_from_a_folder(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(charts, "CHARTS", charts.CHARTS[:1])
    out = tmp_path / "out"
    options = ["--topic", "syria", "--draws", 100, "--workers", 1, "--cache", tmp_path / "cache", "--out"]
    result = run(corpus, *options, out)
    assert result.exit_code == 0, result.output
    start = f"Read {out / 'report.md'} or open {out / 'page.html'} in a browser"
    assert result.stdout.splitlines()[-1] == f"2 of 2 articles, 2 outlets. {start}"
    assert result.stderr == ""
    written = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    pages = {name: text.decode() if name.endswith(".md") else text for name, text in written.items()}
    assert broken(pages, also=("tables",)) == []
    assert "Each outlet has one article." in pages["report.md"]
    described = json.loads(written["datapackage.json"])["resources"]
    assert {one["path"] for one in described} <= set(written)
    assert "estimates.csv" in {one["path"] for one in described}
    assert json.loads(written["manifest.json"])["options"] == {"draws": 100, "seed": 20241208}
    assert all(str(tmp_path).encode() not in text for text in written.values())

    assert run(corpus, *options, out).exit_code == 0
    assert {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()} == written


@pytest.mark.parametrize(("form", "there", "absent"), [("md", "report.md", "page.html"), ("html", "page.html", "report.md")])
def test_one_form_alone(corpus, tmp_path, monkeypatch, form, there, absent):
    monkeypatch.setattr(charts, "CHARTS", charts.CHARTS[:1])
    out = tmp_path / "out"
    options = ["--topic", "syria", "--draws", 100, "--workers", 1, "--cache", tmp_path / "cache", "--out", out, "--format", form]
    result = run(corpus, *options)
    assert result.exit_code == 0, result.output
    assert (out / there).is_file() and not (out / absent).exists()
    assert (out / "evidence").is_dir() == (form == "md")
    assert str(out / there) in result.stdout and absent not in result.stdout


def test_a_folder_of_somebody_else_is_left_alone(corpus, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("mine")
    result = run(corpus, "--topic", "syria", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "framing did not write" in result.output
    assert "Fix:" in result.output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["thesis.txt"]


def test_nothing_left_to_compare(tmp_path):
    (tmp_path / "articles" / "daily").mkdir(parents=True)
    (tmp_path / "articles" / "daily" / "empty.txt").write_text(" \n")
    result = run(tmp_path / "articles", "--topic", "syria", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "Fix:" in result.output
    assert not (tmp_path / "out").exists()


def test_an_unknown_topic_is_named(corpus, tmp_path):
    result = run(corpus, "--topic", "nowhere", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "nowhere" in result.output
    assert "Traceback" not in result.output


def test_all_problems_with_other_lexicons_are_told_at_once(corpus, tmp_path):
    (tmp_path / "mine.toml").write_text("id = ")
    options = [part for name in ("syria", "nowhere", tmp_path / "mine.toml") for part in ("--robust-against", name)]
    result = run(corpus, "--topic", "syria", "--out", tmp_path / "out", *options)
    assert result.exit_code == 1
    assert "that the report uses" in result.output and "no lexicon 'nowhere'" in result.output and "mine.toml:1" in result.output
    assert "Traceback" not in result.output and not (tmp_path / "out").exists()


def test_another_lexicon_stands_in_the_manifest(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(charts, "CHARTS", charts.CHARTS[:1])
    cache = ["--workers", 1, "--cache", tmp_path / "cache", "--draws", 100, "--format", "md"]
    other = ["--robust-against", "us-politics-2016"]
    result = run(corpus, "--topic", "syria", "--out", tmp_path / "out", *cache, *other)
    assert result.exit_code == 0, result.output
    [used] = json.loads((tmp_path / "out" / "manifest.json").read_text())["options"]["robust_against"]
    assert used["id"] == "topics/us-politics-2016"
