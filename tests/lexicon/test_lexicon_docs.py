"""The examples of docs/lexicons.md work as printed."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from framing.cli import main
from framing.language import parse_text
from framing.lexicon import check_examples, load

PAGE = (Path(__file__).parents[2] / "docs" / "lexicons.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"<!-- example: (\S+) -->\n```toml\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in EXAMPLES.items():
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["weather.toml", "harbour.toml"])
def test_the_lexicons_hold(folder, name):
    assert "\n".join(map(str, check_examples(load(name), parse_text))) == ""


def test_the_import_prints_what_it_says(folder):
    ((name, text),) = re.findall(r"<!-- import: (\S+) -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)
    ((command, shown),) = re.findall(r"\$ framing (lexicon import .*)\n((?:.*\n)*?)```", PAGE)
    Path(name).write_text(text, encoding="utf-8")
    assert CliRunner().invoke(main, shlex.split(command)).output == shown


def test_the_python_example_prints_what_it_says(folder, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out == code.splitlines()[-1].removeprefix("# ") + "\n"
