"""The examples of docs/lexicons.md work as printed."""

import re
from pathlib import Path

import pytest

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


def test_the_python_example_prints_what_it_says(folder, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out == code.splitlines()[-1].removeprefix("# ") + "\n"
