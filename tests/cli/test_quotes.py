"""`framing quotes`: attributions as rows of words."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from framing.cli import main
from framing.cli.quotes import FORMATS
from framing.report.quotes import COLUMNS, joined

ARTICLE = """---
outlet: Hill Gazette
date: 2024-05-02
---
The bridge is shut

“The bridge,” Anna Berg said, “will open in May.” The council opposes the plan.

Karl Voss claimed that the money was gone.
"""
TOPIC = """id = "topics/bridge"
version = "1.0"
language = "en"
licence = "MIT"
source = "none"
source_url = "none"
description = "made up"

[actors.berg]
name = "Mayor Anna Berg"
type = "person"
names = ["Anna Berg"]
labels = []
matches = ["[Anna Berg] came."]
does_not_match = ["Anna came."]
"""


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "bridge.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "bridge.toml").write_text(TOPIC, encoding="utf-8")
    return folder


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["quotes", *map(str, arguments), "--no-cache", "--workers", "1"])
    assert result.exit_code == code, result.output
    return result


def rows(*arguments):
    return list(csv.DictReader(io.StringIO(run(*arguments).stdout)))


def test_each_attribution_is_a_row_of_words(corpus):
    found = rows(corpus)
    assert list(found[0]) == list(COLUMNS)
    assert [(row["source"], row["cue"], row["stance"], row["form"], row["content"]) for row in found] == [
        ("Anna Berg", "said", "neutral", "direct", "“The bridge,” … “will open in May.”"),
        ("Karl Voss", "claimed", "doubting", "indirect", "that the money was gone"),
    ]
    assert {(row["outlet"], row["article_id"], row["date"]) for row in found} == {("Hill Gazette", "bridge", "2024-05-02")}
    assert found[1]["sentence"] == "Karl Voss claimed that the money was gone."


def test_an_actor_is_given_with_a_topic_only(corpus):
    assert {row["actor"] for row in rows(corpus)} == {""}
    assert [row["actor"] for row in rows(corpus, "--topic", corpus.parent / "bridge.toml")] == ["berg", "other"]


def test_attitudes_are_left_out_unless_asked_for(corpus):
    assert "opposes" not in {row["cue"] for row in rows(corpus)}
    assert "opposes" in {row["cue"] for row in rows(corpus, "--all")}


def test_sources_are_chosen_by_their_words_or_their_actors_name(corpus):
    assert [row["source"] for row in rows(corpus, "--source", "voss")] == ["Karl Voss"]
    assert [row["source"] for row in rows(corpus, "--source", "^mayor", "--topic", corpus.parent / "bridge.toml")] == ["Anna Berg"]
    assert rows(corpus, "--source", "nobody") == []


def test_a_bad_pattern_is_told_before_anything_is_read(tmp_path):
    assert "'(' is no regular expression" in run(tmp_path / "missing", "--source", "(", code=2).stderr


def test_json_lines_hold_the_same_rows(corpus):
    lines = [json.loads(line) for line in run(corpus, "--format", "jsonl").stdout.splitlines()]
    assert [{name: value or "" for name, value in line.items()} for line in lines] == rows(corpus)


def test_the_listing_stands_under_its_article_with_the_actors_name(corpus):
    listing = run(corpus, "--format", "table", "--topic", corpus.parent / "bridge.toml").stdout
    assert listing.startswith("Hill Gazette · 2024-05-02 · bridge\n")
    assert "\n  Anna Berg = Mayor Anna Berg (politician): said [neutral, direct]\n    “The bridge,” … “will open in May.”\n" in listing
    assert max(map(len, listing.splitlines())) <= 100


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_holds_what_the_terminal_would_show(corpus, tmp_path, format):
    out = tmp_path / "quotes"
    assert "2 attributions in 1 articles" in run(corpus, "--format", format, "--out", out).output
    assert out.read_text(encoding="utf-8") == run(corpus, "--format", format).stdout
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_place_that_cannot_be_written_is_told(corpus, tmp_path):
    assert "Cannot write" in run(corpus, "--out", tmp_path / "no" / "such" / "quotes.csv", code=1).stderr


def test_line_breaks_become_blanks():
    text = "A\n\tb  c. d"
    assert joined(text, [{"start": 0, "end": 7}, {"start": 9, "end": 10}]) == "A b c … d"


def test_an_article_without_attributions_gives_a_header(tmp_path):
    (tmp_path / "rain.txt").write_text("The rain fell on the hills and on the town all day long.\n", encoding="utf-8")
    assert run(tmp_path / "rain.txt").stdout == ",".join(COLUMNS) + "\n"
