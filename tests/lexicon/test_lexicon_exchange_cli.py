import pytest
from click.testing import CliRunner

from framing.cli import main
from framing.lexicon import load


def run(*args):
    return CliRunner().invoke(main, ["lexicon", *map(str, args)])


@pytest.fixture
def words(tmp_path):
    path = tmp_path / "tone.yml"
    path.write_text("bad:\n- terribl*\n- wom?n\n")
    return path


def test_import_writes_a_lexicon_that_loads_and_warns(words, tmp_path):
    out = tmp_path / "tone.toml"
    result = run("import", words, "--out", out, "--id", "my/tone", "--licence", "CC BY", "--source", "us", "--source-url", "https://example.org")
    assert result.exit_code == 0
    assert result.stdout == f"1 entries -> {out} (my/tone)\n"
    assert f"warning: {words}:3: 'wom?n' is left out" in result.stderr
    assert load(out).licence == "CC BY"
    checked = run("check", out)
    assert checked.exit_code == 0
    assert checked.stdout == f"{out}: ok\n"
    assert "imported" in checked.stderr


def test_export_and_import_again(words, tmp_path):
    one, table, two = tmp_path / "one.toml", tmp_path / "table.csv", tmp_path / "two.toml"
    run("import", words, "--out", one)
    assert run("export", one, "--format", "csv", "--out", table).exit_code == 0
    assert run("import", table, "--out", two).exit_code == 0
    assert [entry.text for entry in load(two).entries] == [entry.text for entry in load(one).entries] == ["terribl*"]


def test_an_unknown_ending_asks_for_the_format(tmp_path):
    path = tmp_path / "tone.words"
    path.write_text("bad:\n- ugly\n")
    result = run("import", path, "--out", tmp_path / "x.toml")
    assert (result.exit_code, "--format" in result.output) == (2, True)
    assert run("import", path, "--out", tmp_path / "x.toml", "--format", "quanteda").exit_code == 0


@pytest.mark.parametrize("content", ["", "a: [", "%\n1 a\n%\n"])
def test_what_cannot_be_read_is_one_message_and_writes_nothing(tmp_path, content):
    path = tmp_path / "tone.yml"
    path.write_text(content)
    result = run("import", path, "--out", tmp_path / "x.toml")
    assert result.exit_code == 1
    assert "fix:" in result.output
    assert "Traceback" not in result.output
    assert not (tmp_path / "x.toml").exists()


def test_out_must_be_toml(words, tmp_path):
    assert run("import", words, "--out", tmp_path / "x.yml").exit_code == 2
