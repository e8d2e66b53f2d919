import csv
import io
import json

import pytest
from click.testing import CliRunner

from framing.cli import main

KEYS = ("id", "version", "language", "licence", "source", "source_url", "description")
HEADER = "".join(f'{key} = "x"\n' for key in KEYS) + "imported = true\n"


@pytest.fixture
def run(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "Courier_2024-12-01_port.txt").write_text("Mob in port\n\nThe mob left at noon. The thugs left at night.\n", encoding="utf-8")
    (folder / "Gazette_2024-12-02_port.txt").write_text("Port is quiet\n\nA mob met the crew of a ship.\n", encoding="utf-8")
    for name, groups in {"old": {"bad": ["mob"], "same": ["ship"]}, "new": {"bad": ["thug"], "people": ["mob"], "same": ["ship"]}}.items():
        tables = (f'[groups.{group}]\ndescription = "x"\nsource = "x"\nentries = {words}\n' for group, words in groups.items())
        (tmp_path / f"{name}.toml").write_text(HEADER + "".join(tables))

    def run(old, new, *arguments):
        paths = [str(tmp_path / f"{name}.toml") for name in (old, new)]
        more = ["--on", str(folder), "--cache", str(tmp_path / "c"), "--workers", "1", *arguments]
        return CliRunner().invoke(main, ["lexicon", "diff", *paths, *more])

    return run


def test_the_table_shows_numbers_and_examples(run):
    result = run("old", "new")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["old", "new", "lost", "gained", "moved", "away", "moved", "here", "resized"]
    assert lines[1].split() == ["bad", "3", "1", "1", "3"]
    assert "bad: mob  3 -> 0 (moved away 3), to people:mob 3" in lines
    assert "    gained: The [thugs] left at night." in lines
    assert "(1 groups or actors without a change are left out)" in lines


def test_csv_and_json_lines_hold_the_same_rows(run):
    table = list(csv.DictReader(io.StringIO(run("old", "new", "--format", "csv").stdout)))
    objects = [json.loads(line) for line in run("old", "new", "--format", "jsonl").stdout.splitlines()]
    assert [(row["part"], row["outlet"], row["old"]) for row in table] == [
        (row["part"], row["outlet"] or "", str(row["old"])) for row in objects
    ]
    assert {row["outlet"] for row in objects if row["level"] == "part"} == {None, "Courier", "Gazette"}


def test_each_occurrence(run):
    rows = [json.loads(line) for line in run("old", "new", "--each", "--format", "jsonl").stdout.splitlines()]
    assert [(row["change"], row["text"]) for row in rows] == [("moved", "Mob"), ("moved", "mob"), ("gained", "thugs"), ("moved", "mob")]
    assert "moved     bad:mob -> people:mob  (Gazette, Gazette_2024-12-02_port)" in run("old", "new", "--each").stdout


def test_no_change_is_said(run):
    assert run("old", "old").stdout == "nothing changes in these articles\n"
