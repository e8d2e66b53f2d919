"""`framing lexicon`: list, show and check lexicons; import, export and diff stand in files of their own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from framing.cli.lexicon_diff import diff
from framing.cli.lexicon_exchange import export_command, import_command
from framing.lexicon import Lexicon, LexiconError, Problem, available, check_examples, load, summary, without_examples

_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


@click.group()
def lexicon() -> None:
    """Lists, shows and checks lexicons; brings word lists in and out; compares two on a corpus.

    \b
    Example:
      framing lexicon show english/reporting-verbs
    """


lexicon.add_command(import_command)
lexicon.add_command(export_command)
lexicon.add_command(diff)


@lexicon.command("list")
@_JSON
def list_(as_json: bool) -> None:
    """Lists the lexicons that come with framing.

    \b
    Example:
      framing lexicon list
    """
    lexicons = [load(name) for name in available()]
    rows = [
        {"id": each.id, "version": each.version, "entries": len(list(each.entries)), "description": each.description}
        for each in lexicons
    ]
    if as_json:
        _write_json(rows)
        return
    width = max((len(each.id) for each in lexicons), default=0)
    for row in rows:
        click.echo(f"{row['id']:{width}}  {row['version']:>5}  {row['entries']:>4} entries  {row['description']}")


@lexicon.command()
@click.argument("name")
@_JSON
def show(name: str, as_json: bool) -> None:
    """Shows a lexicon: where it comes from, its groups or actors, and their entries.

    NAME is a shipped lexicon or the path of a .toml file.

    \b
    Example:
      framing lexicon show syria
    """
    found = load(name)
    if as_json:
        _write_json(summary(found))
    else:
        click.echo("\n".join(_shown(found)))


@lexicon.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_JSON
def check(paths: tuple[str, ...], as_json: bool) -> None:
    """Checks lexicons: keys, entries, clashes, and every example sentence.

    PATH is a .toml file, a folder of them, or the name of a shipped lexicon. All problems are listed, each with file and line; the exit
    code is 1 when there are any. Imported lexicons without example sentences get a warning.

    \b
    Example:
      framing lexicon check my-topic.toml
    """
    found = {path: _problems(path) for path in _files(paths)}
    for path in (path for path, problems in found.items() if not problems):
        for warning in without_examples(load(path)):
            click.echo(f"warning: {warning}", err=True)
    if as_json:
        _write_json([{"file": one.file, "line": one.line, "what": one.what, "fix": one.fix} for each in found.values() for one in each])
    else:
        for path, problems in found.items():
            click.echo("\n".join(map(str, problems)) if problems else f"{path}: ok", err=bool(problems))
    if count := sum(map(len, found.values())):
        raise click.ClickException(f"{count} to put right in {sum(map(bool, found.values()))} of {len(found)} lexicons")


def _files(paths: Iterable[str]) -> list[str]:
    """The paths with folders replaced by the lexicons in them."""
    files = []
    for path in paths:
        inside = sorted(map(str, Path(path).rglob("*.toml"))) if Path(path).is_dir() else [path]
        if not inside:
            raise click.BadParameter(f"there is no .toml file in the folder {path}", param_hint="PATH")
        files.extend(inside)
    return files


def _problems(path: str) -> Iterable[Problem]:
    # The parser is slow to load, and a file that is not well formed needs none.
    try:
        well_formed = load(path)
    except LexiconError as error:
        return error.problems
    from framing.language import parse_text

    return sorted(check_examples(well_formed, parse_text))


def _shown(found: Lexicon) -> Iterable[str]:
    """The lexicon as lines of text."""
    about = summary(found)
    for key in ("id", "version", "language", "licence", "source", "source_url", "description", "sha256", "read_from"):
        yield f"{key + ':':13}{about[key]}"
    for name, part in about["groups" if "groups" in about else "actors"].items():
        yield ""
        yield f"[{name}] " + (part["description"] if "description" in part else f"{part['name']} ({part['type']})")
        if "source" in part:
            yield f"  {'source:':12}{part['source']}"
        for kind in ("entries", "names", "labels", "ambiguous", "modifiers", "except"):
            if part.get(kind):
                yield f"  {kind + ':':12}{', '.join(part[kind])}"
        for kind in ("unless", "only"):
            for text, nouns in part.get(kind, {}).items():
                yield f"  {kind + ':':12}{text} is said of {', '.join(nouns)}"
        if connoted := part.get("connotations"):
            yield f"  {'connoted:':12}{', '.join(f'{text} {value:+d}' if value else f'{text} 0' for text, value in connoted.items())}"


def _write_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
