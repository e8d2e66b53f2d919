"""Read lexicons: shipped ones by name, anybody's by path."""

from __future__ import annotations

import hashlib
import importlib.resources
import re
import tomllib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from framing.lexicon.check import HEADER, check, entry_kind
from framing.lexicon.context import KEYS, nouns_of
from framing.lexicon.entry import parse_entry
from framing.lexicon.model import Actor, Entry, Example, Group, Lexicon, TermLexicon, TopicLexicon
from framing.lexicon.problem import LexiconError, Problem, suggestion
from framing.lexicon.source import Path as Place
from framing.lexicon.source import lines

_FOLDERS = ("english", "topics")


def available() -> list[str]:
    """Ids of the lexicons that come with framing, sorted."""
    return sorted(_shipped())


def load(name_or_path: str | Path) -> Lexicon:
    """A lexicon: shipped, by id or by the id's last part (`english/reporting-verbs`, `syria`), or any file, by a path that ends in .toml.

    Raises LexiconError with all that is wrong with it, or with the names that there are when there is none of that name.
    """
    name = str(name_or_path)
    if isinstance(name_or_path, Path) or name.endswith(".toml"):
        return parse(_read(Path(name)), name)
    shipped = _shipped()
    if found := next((key for key in shipped if name == key or name == key.split("/")[-1]), None):
        return parse(shipped[found].read_bytes(), f"{found}.toml")
    names = [*shipped, *(key.split("/")[-1] for key in shipped)]
    fix = f"{suggestion(name, names)}shipped are {', '.join(sorted(shipped))}; a file of your own is given by a path that ends in .toml"
    raise LexiconError([Problem(name, 0, f"there is no lexicon '{name}'", fix)])


def parse(content: bytes, file: str) -> Lexicon:
    """A lexicon from the bytes of its file. file: its name for messages. Raises LexiconError with all that is wrong."""
    try:
        source = content.decode("utf-8-sig").replace("\r\n", "\n")
        data = tomllib.loads(source)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise LexiconError([Problem(file, line, "is not UTF-8 text", "save the file as UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError([_syntax(str(error), source, file)]) from None
    places = lines(source)
    if problems := check(data, places, file):
        raise LexiconError(problems)
    header = {key: data[key] for key in HEADER} | {"sha256": hashlib.sha256(source.encode()).hexdigest(), "read_from": file}
    header["imported"] = data.get("imported", False)
    if "actors" in data:
        return TopicLexicon(**header, actors={name: _actor(data, name, places) for name in data["actors"]})
    groups = {name: _group(data, name, places) for name in data["groups"]}
    return TermLexicon(**header, exclusive=data.get("exclusive", False), groups=groups)


def _shipped() -> dict[str, Traversable]:
    try:
        root = importlib.resources.files("framing.lexicons")
    except ModuleNotFoundError:
        # A source checkout that is not installed: setup.cfg maps the folder beside the package.
        root = Path(__file__).parents[2] / "lexicons"
    return {
        f"{folder}/{file.name.removesuffix('.toml')}": file
        for folder in _FOLDERS if (root / folder).is_dir()
        for file in (root / folder).iterdir() if file.name.endswith(".toml")
    }  # fmt: skip


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        near = suggestion(path.name, [file.name for file in path.parent.glob("*.toml")]) if path.parent.is_dir() else ""
        fix = f"{near}give the path of a TOML file that can be read, or the name of a shipped lexicon: {', '.join(available())}"
        raise LexiconError([Problem(str(path), 0, f"cannot be read ({error.strerror})", fix)]) from None


def _syntax(message: str, source: str, file: str) -> Problem:
    """tomllib's message as a problem; its place is in the message."""
    place = re.search(r"\(at (?:line (\d+), column (\d+)|end of document)\)", message)
    line = int(place[1]) if place and place[1] else source.count("\n") + 1
    column = f", column {place[2]}" if place and place[2] else ""
    what = re.sub(r"\s*\(at .*\)$", "", message)
    fix = "a key or table may stand once only; merge the two" if "overwrite" in what or "twice" in what else (
        'texts stand in "quotes", lists in [brackets] with commas between, tables under [a.header]'
    )  # fmt: skip
    return Problem(file, line, f"is not valid TOML: {what}{column}", fix)


def _group(data: Mapping, name: str, places: Mapping[Place, int]) -> Group:
    group = data["groups"][name]
    return Group(
        name, group["description"], group["source"],
        _entries(data, "groups", name, "entries", places), _entries(data, "groups", name, "except", places),
        *_examples("groups", name, group, places),
    )  # fmt: skip


def _actor(data: Mapping, name: str, places: Mapping[Place, int]) -> Actor:
    actor = data["actors"][name]
    lists = (_entries(data, "actors", name, key, places) for key in ("names", "labels", "ambiguous", "modifiers", "except"))
    return Actor(name, actor["name"], actor["type"], *lists, *_examples("actors", name, actor, places))


def _entries(data: Mapping, body: str, name: str, key: str, places: Mapping[Place, int]) -> tuple[Entry, ...]:
    part = data[body][name]
    kind = entry_kind(key, topic=body == "actors")
    pos = part.get("pos", "") if key == "entries" else ""
    default, overrides = part.get("connotation"), part.get("connotations", {})
    return tuple(
        Entry(
            id=f"{data['id']}#{name}:{text}",
            group=name,
            kind="except" if key == "except" else kind,
            text=text,
            words=parse_entry(text, pos=pos, kind=kind),
            line=places[body, name, key, index],
            connotation=overrides.get(text, default),
            **({name: nouns_of(data, part, name, text) for name in KEYS} if key == "entries" else {}),
        )
        for index, text in enumerate(part.get(key, ()))
    )


def _examples(body: str, name: str, part: Mapping, places: Mapping[Place, int]) -> list[tuple[Example, ...]]:
    """The examples that match and those that do not."""
    return [
        tuple(Example(text, places[body, name, key, index]) for index, text in enumerate(part.get(key, ())))
        for key in ("matches", "does_not_match")
    ]
