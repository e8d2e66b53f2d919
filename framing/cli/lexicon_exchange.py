"""`framing lexicon import` and `framing lexicon export`: word lists of other tools in, lexicons out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from framing.cli.classify import write_whole
from framing.lexicon import EXPORTED, IMPORTED, Problem, export, guessed_format, import_, load
from framing.lexicon.check import HEADER

_HELP = {
    "id": "Id of the lexicon; by default imported/ and the file's name.",
    "version": "Version of the list.",
    "language": "Language of the words, such as en.",
    "licence": "Licence under which you have the list.",
    "source": "Who made the list, and where it was published.",
    "source_url": "Address of the list.",
    "description": "What the list is for.",
}


def _header_options(command: click.Command) -> click.Command:
    for key in reversed(HEADER):
        command = click.option(f"--{key.replace('_', '-')}", key, help=_HELP[key])(command)
    return command


@click.command("import")
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The .toml file to write.")
@click.option("--format", type=click.Choice(IMPORTED), help="Format of FILE; by default that of its ending (.yml, .yaml, .dic, .csv).")
@click.option("--lemmas", is_flag=True, help="Words match in all their forms, not only as written (quanteda and LIWC lists).")
@_header_options
def import_command(path: Path, out: Path, format: str | None, lemmas: bool, **about: str | None) -> None:
    """Makes a lexicon of a quanteda YAML dictionary, a LIWC .dic file or a CSV table with the columns term and group.

    What the format says and a lexicon cannot is told as a warning. The new lexicon has imported = true and no example sentences.

    \b
    Example:
      framing lexicon import tone.yml --out tone.toml --licence "CC BY 4.0" --source "Young and Soroka (2012)"
    """
    format = format or guessed_format(str(path))
    if format is None:
        raise click.BadParameter(f"the ending of {path.name} tells no format; name it: {', '.join(IMPORTED)}", param_hint="--format")
    if out.suffix != ".toml":
        raise click.BadParameter(f"{out} must end in .toml", param_hint="--out")
    given = {key: value for key, value in about.items() if value}
    text, problems = import_(path.read_bytes(), file=str(path), format=format, about=given, lemmas=lemmas)
    _warn(problems)
    write_whole(out, text.encode())
    made = load(out)
    click.echo(f"{sum(1 for _ in made.entries)} entries -> {out} ({made.id})")


@click.command("export")
@click.argument("name")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@click.option("--format", type=click.Choice(EXPORTED), required=True, help="csv keeps every entry as it is; quanteda is a YAML dictionary.")
def export_command(name: str, out: Path, format: str) -> None:
    """Writes a lexicon in a format of other tools.

    NAME is a shipped lexicon or the path of a .toml file. What the format cannot carry is told as a warning.

    \b
    Example:
      framing lexicon export english/reporting-verbs --format quanteda --out reporting-verbs.yml
    """
    found = load(name)
    text, problems = export(found, format=format)
    _warn(problems)
    write_whole(out, text.encode())
    click.echo(f"{sum(1 for _ in found.entries)} entries -> {out}")


def _warn(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(f"warning: {problem}", err=True)
