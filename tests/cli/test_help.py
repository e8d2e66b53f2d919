from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from framing.cli import COMMANDS, main

README = Path(__file__).parents[2] / "README.md"


def commands(command=main, path=()):
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from commands(command.get_command(context, name), (*path, name))
    else:
        yield path


@pytest.mark.parametrize("path", list(commands()), ids=" ".join)
def test_every_command_shows_an_example(path):
    result = CliRunner().invoke(main, [*path, "--help"])
    assert result.exit_code == 0
    assert "Example:" in result.output
    assert f"framing {' '.join(path)}" in result.output.partition("Example:")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_tells_of_every_command(name):
    assert f"framing {name}" in README.read_text(encoding="utf-8")


def test_a_misspelt_command_gets_a_suggestion():
    result = CliRunner().invoke(main, ["reprot"])
    assert result.exit_code == 2
    assert "Did you mean report?" in result.output


def test_the_command_line_starts_without_the_heavy_libraries():
    import subprocess
    import sys

    code = "import sys, framing.cli; sys.exit(any(name in sys.modules for name in ('spacy', 'matplotlib', 'sklearn')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
