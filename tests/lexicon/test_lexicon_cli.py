import json

import pytest
from click.testing import CliRunner
from lexicon_texts import HEADER, actor, group

from framing.cli import main


def run(*args):
    return CliRunner().invoke(main, ["lexicon", *map(str, args)])


@pytest.fixture
def write(tmp_path):
    def write(name, *sections):
        path = tmp_path / name
        path.write_text(HEADER + "".join(sections), encoding="utf-8")
        return path

    return write


def test_list_counts_the_entries(write, monkeypatch):
    path = write("a.toml", group())
    monkeypatch.setattr("framing.cli.lexicon.available", lambda: [str(path)])
    assert run("list").output == "test/verbs    1.0     2 entries  for tests\n"
    assert json.loads(run("list", "--json").output) == [{"id": "test/verbs", "version": "1.0", "entries": 2, "description": "for tests"}]


def test_show_groups(write):
    path = write("a.toml", group(more='except = ["say so"]\nconnotation = -1'))
    shown = run("show", path)
    assert shown.exit_code == 0
    for line in ("[neutral] a class", "  entries:    say, point out", "  except:     say so", "  connoted:   say -1, point out -1"):
        assert line in shown.output.splitlines()
    assert json.loads(run("show", path, "--json").output)["groups"]["neutral"]["entries"] == ["say", "point out"]


def test_show_actors(write):
    path = write("a.toml", actor())
    assert "[rebels] Rebels (armed group)" in run("show", path).output
    assert json.loads(run("show", path, "--json").output)["actors"]["rebels"]["labels"] == ["rebel"]


def test_show_of_an_unknown_name_teaches():
    result = run("show", "english/no-such-thing")
    assert result.exit_code == 1
    assert "there is no lexicon 'english/no-such-thing'" in result.output
    assert "Traceback" not in result.output


def test_check_says_ok(write):
    path = write("a.toml", group(entries='"say"', matches="The mayor [said] so."))
    result = run("check", path)
    assert (result.exit_code, result.output) == (0, f"{path}: ok\n")


def test_check_runs_the_examples_with_the_real_parser(write):
    path = write("a.toml", group(entries='"say/NOUN"', matches="The mayor [said] so."))
    result = run("check", path)
    assert result.exit_code == 1
    assert f"{path}:14: example of neutral: no entry matches exactly 'said' (parsed as say/VERB)" in result.output


def test_check_goes_on_after_a_bad_file_and_through_folders(write, tmp_path):
    write("a.toml", group(entries=""))
    write("b.toml", group(entries='"say/VREB"'))
    write("c.toml", group(matches="The mayor [said] so."))
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "a.toml:12: 'entries' is empty" in result.output
    assert "b.toml:12: entry 'say/VREB'" in result.output
    assert "c.toml: ok" in result.output
    assert "2 to put right in 2 of 3 lexicons" in result.output
    found = json.loads(CliRunner().invoke(main, ["lexicon", "check", "--json", str(tmp_path)]).stdout)
    assert [(problem["line"], set(problem)) for problem in found] == [(12, {"file", "line", "what", "fix"})] * 2


@pytest.mark.parametrize("args", [[], ["list", "extra"], ["show"], ["check"], ["chekc", "x"]])
def test_wrong_usage_is_exit_code_2(args):
    assert run(*args).exit_code == 2


def test_check_of_an_empty_folder_is_wrong_usage(tmp_path):
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "no .toml file" in result.output


@pytest.mark.parametrize("command", [[], ["list"], ["show"], ["check"]])
def test_every_help_has_an_example(command):
    assert "Example:" in run(*command, "--help").output
