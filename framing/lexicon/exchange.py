"""Lexicons from the word lists of other tools. What cannot be carried over is told as a warning, never dropped in silence."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from framing.lexicon.check import HEADER, entry_kind
from framing.lexicon.entry import parse_entry
from framing.lexicon.foreign import ACTOR_LISTS, READERS, Row
from framing.lexicon.load import parse
from framing.lexicon.model import ACTOR_TYPES
from framing.lexicon.problem import LexiconError, Problem

IMPORTED = ("quanteda", "liwc", "csv")
_ENDINGS = {".yml": "quanteda", ".yaml": "quanteda", ".dic": "liwc", ".csv": "csv", ".tsv": "csv"}
_WIDTH = 140
_LISTS = ("entries", "names", "labels", "ambiguous", "modifiers", "except")


def guessed_format(file: str) -> str | None:
    """The format that a file's ending tells of, None when it tells of none."""
    return _ENDINGS.get(PurePath(file).suffix.lower())


def import_(content: bytes, *, file: str, format: str, about: Mapping[str, str], lemmas: bool = False) -> tuple[str, list[Problem]]:
    """The TOML of a lexicon, and what could not be carried over.

    file: its name for messages. format: one of IMPORTED. about: values of the header; those left out get a default that says so.
    lemmas: words of quanteda and LIWC lists match in all their forms, instead of the very form alone, as in those tools.
    Raises LexiconError when the file cannot be read, or holds nothing that a lexicon can.
    """
    text, problems = _decoded(content, file)
    rows, warned = READERS[format](text, file, lemmas=lemmas)
    topic = any(row.key in ACTOR_LISTS - {"except"} for row in rows)
    rows, repeated = _distinct(rows, topic, file)
    problems += [*warned, *repeated]
    rows, dropped = _of_one_kind(rows, topic, file)
    problems += dropped
    if not rows:
        fix = "is it of another format? give it with --format"
        raise LexiconError([*problems, Problem(file, 0, "holds no entry that a lexicon can have", fix)])
    header, missing = _header(about, file)
    written = _toml(header, rows, topic)
    parse(written.encode(), file)  # what is written must load: clashes between actors come out here
    return written, problems + missing + _actors_without(rows, topic, file)


def _decoded(content: bytes, file: str) -> tuple[str, list[Problem]]:
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        fix = "look at words with accents; save the file as UTF-8 if they are wrong"
        return content.decode("cp1252", "replace"), [Problem(file, 0, "is not UTF-8 and was read as Windows-1252", fix)]


def _distinct(rows: Iterable[Row], topic: bool, file: str) -> tuple[list[Row], list[Problem]]:
    kept: dict[tuple, Row] = {}
    problems = []
    for row in rows:
        # Capitals make a difference in names only.
        first = kept.setdefault((row.part, row.key, parse_entry(row.text, kind=entry_kind(row.key, topic=topic))), row)
        if first is not row:
            problems.append(Problem(file, row.line, f"'{row.text}' repeats line {first.line} in {row.part}", "it is taken once"))
    return list(kept.values()), problems


def _of_one_kind(rows: Sequence[Row], topic: bool, file: str) -> tuple[list[Row], list[Problem]]:
    """The rows that fit the kind of lexicon, and groups without any word that counts left out."""
    fitting = [row for row in rows if not topic or row.key != "entries"]
    fix = "in the column list write names, labels, ambiguous or modifiers"
    problems = [
        Problem(file, row.line, f"'{row.text}' is left out: it is in no list of an actor", fix)
        for row in rows if topic and row.key == "entries"
    ]  # fmt: skip
    counting = {row.part for row in fitting if row.key not in ("except", "modifiers")}
    return [row for row in fitting if row.part in counting], problems + [
        Problem(file, row.line, f"'{row.text}' is left out: {row.part} has nothing to except or modify", "give the group entries")
        for row in fitting if row.part not in counting
    ]  # fmt: skip


def _header(about: Mapping[str, str], file: str) -> tuple[dict[str, str], list[Problem]]:
    stem = re.sub(r"[^a-z0-9]+", "-", PurePath(file).stem.lower()).strip("-") or "list"
    name = PurePath(file).name
    default = {"id": f"imported/{stem}", "version": "1.0", "language": "en", "licence": "not stated", "source": f"Imported from {name}",
               "source_url": "not stated", "description": f"Word list of {name}"}  # fmt: skip
    told = ("licence", "source", "source_url")
    missing = [key for key in told if not about.get(key)]
    fix = "give " + ", ".join(f"--{key.replace('_', '-')}" for key in missing)
    problems = [Problem(file, 0, f"does not tell its {', '.join(missing)}", fix)] if missing else []
    return {key: about.get(key) or default[key] for key in HEADER}, problems


def _actors_without(rows: Sequence[Row], topic: bool, file: str) -> list[Problem]:
    told = {row.part for row in rows if row.type}
    untold = sorted({row.part for row in rows} - told) if topic else []
    what = f"does not tell the type of {', '.join(untold)}: written as other"
    return [Problem(file, 0, what, f"the types are {', '.join(ACTOR_TYPES)}")] if untold else []


def _toml(header: Mapping[str, str], rows: Sequence[Row], topic: bool) -> str:
    lines = [*(f"{key} = {_quoted(value)}" for key, value in header.items()), "imported = true"]
    for part in dict.fromkeys(row.part for row in rows):
        own = [row for row in rows if row.part == part]
        body = "actors" if topic else "groups"
        lines += ["", f"[{body}.{_key(part)}]", *_about(part, own, header, topic)]
        for key in _LISTS:
            if entries := [row.text for row in own if row.key == key]:
                lines.append(_list(key, entries))
        connoted = {row.text: row.connotation for row in own if row.key == "entries" and row.connotation is not None}
        if connoted:
            lines += [f"[{body}.{_key(part)}.connotations]", *(f"{_quoted(text)} = {value}" for text, value in connoted.items())]
    return "\n".join(lines) + "\n"


def _about(part: str, rows: Sequence[Row], header: Mapping[str, str], topic: bool) -> list[str]:
    if not topic:
        return [f"description = {_quoted(f'{part}, of an imported list')}", f"source = {_quoted(header['source'])}"]
    name = next((row.name for row in rows if row.name), part.replace("_", " ").capitalize())
    kind = next((row.type for row in rows if row.type), "other")
    return [f"name = {_quoted(name)}", f"type = {_quoted(kind)}"]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9_-]+", text) else _quoted(text)


def _list(key: str, entries: Sequence[str]) -> str:
    lines, line = [f"{key} = ["], "   "
    for entry in map(_quoted, entries):
        if len(line) + len(entry) + 2 > _WIDTH and line.strip():
            lines, line = [*lines, line], "   "
        line += f" {entry},"
    return "\n".join([*lines, line, "]"])
