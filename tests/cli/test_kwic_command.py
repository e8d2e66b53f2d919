import csv
import io
import json
import re

import pytest
from click.testing import CliRunner

from framing.cli import main


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {
        "Courier": 'Mob in port\n\nThe mob left. "We saw the mobs," the mayor said.\n',
        "Gazette": "Port is quiet\n\nSomebody mobbed the crew of a ship at noon.\n",
        "Herald": "Ships at sea\n\nA ship with a cargo of oranges left the harbour.\n",
    }.items():
        (folder / f"{name}_2024-12-01_port.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def run(corpus, tmp_path):
    return lambda *arguments: CliRunner().invoke(
        main, ["kwic", str(corpus), *map(str, arguments), "--cache", str(tmp_path / "c"), "--workers", "1"]
    )  # fmt: skip


def test_the_concordance_stands_under_its_outlets_with_the_keywords_in_one_column(run):
    result = run("mob*")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Courier: 3 occurrences in 1 article, ")
    assert "none in Herald" in lines[-1]
    starts = [{place.start() for place in re.finditer(r"\bmob", line, re.IGNORECASE)} for line in lines]
    assert len([places for places in starts if places]) == 4
    assert len(set.intersection(*filter(None, starts))) == 1
    assert [line.rpartition("   ")[2] for line in lines if "saw the  mobs" in line] == ["“” the mayor"]


def test_parts_of_speech_and_forms(run):
    assert [row["outlet"] for row in map(json.loads, run("mob/VERB", "--format", "jsonl").stdout.splitlines())] == ["Gazette"]
    rows = list(csv.DictReader(io.StringIO(run("=mobs", "--format", "csv", "--window", 2).stdout)))
    assert [(row["left"], row["keyword"], row["right"], row["voice"], row["source"]) for row in rows] == [
        ("saw the", "mobs", '," the mayor', "direct", "the mayor")
    ]


def test_only_one_outlet_and_a_suggestion_for_one_that_is_not_there(run):
    assert "Courier" not in run("mob*", "--outlet", "Gazette").stdout
    result = run("mob", "--outlet", "Courrier")
    assert result.exit_code == 2
    assert "did you mean Courier?" in result.output


def test_by_voice(run):
    headings = [line for line in run("mob*", "--by", "voice").stdout.splitlines() if line.endswith(("occurrence", "occurrences"))]
    assert headings == ["direct: 1 occurrence", "outlet: 3 occurrences"]


def test_nothing_found(run):
    result = run("zebra")
    assert result.exit_code == 0
    assert result.stdout.strip() == "0 occurrences in 3 articles; none in Courier, Gazette, Herald"


def test_a_bad_pattern_teaches(run):
    result = run("claim/VREB")
    assert result.exit_code == 1
    assert "did you mean VERB" in result.output


def test_what_would_steer_a_terminal_is_not_shown(corpus, run):
    (corpus / "Mirror_2024-12-04_port.txt").write_text("Night falls\n\nThe mob \x1b[2J came by night.\n", encoding="utf-8")
    assert "\x1b[2J" not in run("mob", "--outlet", "Mirror").stdout
