import csv
import json

import pytest
from click.testing import CliRunner

from framing.cli import main

FLOOD = "Flood in Ardon\n\nThe flood in Ardon broke the dam on Monday. Rescuers from Ardon came by boat to the dam, said Leon Vargas.\n"
VOTE = "Belmar votes\n\nThe voters of Belmar chose a mayor. The ballots of the mayor were counted twice in Belmar, said Ines Castell.\n"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for outlet, ending in (("Herald", "It was a grim day."), ("Courier", "Nobody was surprised.")):
        for day, text in (("2024-05-01", FLOOD), ("2024-05-20", VOTE)):
            more = f"{ending} {outlet} will tell more about what happened as soon as more is known, and so will others.\n"
            (folder / f"{outlet}_{day}_story.txt").write_text(text + more * 2, encoding="utf-8")
    return folder


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def events(corpus, out, *more):
    return run("events", corpus, "--out", out, "--no-cache", "--workers", 1, *more)


def test_a_folder_with_table_and_page(corpus, tmp_path):
    result = events(corpus, tmp_path / "found")
    assert result.exit_code == 0, result.output
    assert "4 articles -> 2 events (2 of several outlets); 0 alone" in result.output
    with (tmp_path / "found" / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    of = {row["article_id"]: row["event"] for row in rows}
    assert of["Herald_2024-05-01_story"] == of["Courier_2024-05-01_story"] != of["Herald_2024-05-20_story"]
    page = (tmp_path / "found" / "events.md").read_text(encoding="utf-8")
    assert f"## {of['Herald_2024-05-01_story']}" in page
    assert "2 events with 4 articles" in page


def test_an_edited_table_is_not_lost(corpus, tmp_path):
    table = tmp_path / "events.csv"
    assert events(corpus, table).exit_code == 0
    made = table.read_text(encoding="utf-8")
    again = events(corpus, table)
    assert again.exit_code == 1
    assert "--replace" in again.output
    assert events(corpus, table, "--replace").exit_code == 0
    assert table.read_text(encoding="utf-8") == made

    folder = tmp_path / "found"
    assert events(corpus, folder).exit_code == 0
    assert events(corpus, folder).exit_code == 0
    (folder / "events.csv").write_text(made.replace("Ardon", "Ardon "), encoding="utf-8")
    assert "was edited" in events(corpus, folder).output


def test_another_ending_and_too_few_articles(corpus, tmp_path):
    assert "written as .csv" in events(corpus, tmp_path / "events.xlsx").output
    alone = tmp_path / "one"
    alone.mkdir()
    (alone / "a.txt").write_text(FLOOD, encoding="utf-8")
    result = events(alone, tmp_path / "out")
    assert result.exit_code == 1
    assert "at least two articles" in result.output
    assert not (tmp_path / "out").exists()


def test_the_report_takes_the_table(corpus, tmp_path, monkeypatch):
    from framing import charts

    monkeypatch.setattr(charts, "CHARTS", ())
    table = tmp_path / "events.csv"
    events(corpus, table)
    options = ("--topic", "syria", "--draws", 100, "--workers", 1, "--cache", tmp_path / "cache")
    for given in (table, "find"):
        result = run("report", corpus, *options, "--out", tmp_path / "report", "--events", given)
        assert result.exit_code == 0, result.output
        assert "They report 2 events" in (tmp_path / "report" / "report.md").read_text(encoding="utf-8")
        manifest = json.loads((tmp_path / "report" / "manifest.json").read_text(encoding="utf-8"))
        assert manifest["options"]["events"] == ("given" if given == table else "found")
    table.write_text("article_id,event\nHerald_2024-05-01_stroy,x\n", encoding="utf-8")
    wrong = run("report", corpus, *options, "--out", tmp_path / "report", "--events", table)
    assert wrong.exit_code == 1
    assert "did you mean 'Herald_2024-05-01_story'?" in wrong.output
