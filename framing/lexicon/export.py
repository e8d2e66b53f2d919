"""Lexicons to the formats of other tools. What a format cannot carry is told as a warning, never dropped in silence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

import yaml

from framing.lexicon.model import Entry, Lexicon, TermLexicon, parts
from framing.lexicon.problem import Problem

EXPORTED = ("csv", "quanteda")
_WIDTH = 140


def export(lexicon: Lexicon, *, format: str) -> tuple[str, list[Problem]]:
    """The lexicon in a foreign format, one of EXPORTED, and what that format cannot carry."""
    text, lost = _csv(lexicon) if format == "csv" else _quanteda(lexicon)
    return text, [Problem(lexicon.read_from, 0, what, fix) for what, fix in (*_never_carried(lexicon), *lost)]


def entry_text(entry: Entry) -> str:
    """The entry by itself: as written, with the part of speech that its group gives it."""
    pos = entry.words[0][0][-1].pos
    own = len(entry.words) == 1 and pos and "/" not in entry.text
    return f"{entry.text}/{'|'.join(sorted(pos))}" if own else entry.text


def _entries(lexicon: Lexicon) -> list[tuple[str, str, Entry]]:
    """(part, list, entry) of all entries, `except` phrases included."""
    kinds = {"term": "entries", "name": "names", "label": "labels", "ambiguous": "ambiguous", "modifier": "modifiers"}
    return [
        (name, kinds.get(entry.kind, "except"), entry)
        for name, part in parts(lexicon).items() for entry in (*part.entries, *part.exceptions)
    ]  # fmt: skip


def _csv(lexicon: Lexicon) -> tuple[str, list[tuple[str, str]]]:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    topic = not isinstance(lexicon, TermLexicon)
    writer.writerow(["term", "group", "connotation", "list", *(("name", "type") if topic else ())])
    for name, key, entry in _entries(lexicon):
        actor = [parts(lexicon)[name].name, parts(lexicon)[name].type] if topic else []
        writer.writerow([entry_text(entry), name, "" if entry.connotation is None else entry.connotation, key, *actor])
    return out.getvalue(), []


def _quanteda(lexicon: Lexicon) -> tuple[str, list[tuple[str, str]]]:
    groups: dict[str, dict[str, list[str]]] = {}
    for name, key, entry in _entries(lexicon):
        if key != "except":
            groups.setdefault(name, {}).setdefault(key, []).append(_glob(entry.text))
    topic = not isinstance(lexicon, TermLexicon)
    data = groups if topic else {name: lists["entries"] for name, lists in groups.items()}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=_WIDTH), list(_lost_in_quanteda(lexicon))


def _glob(text: str) -> str:
    return " ".join(word.removeprefix("=").partition("/")[0] for word in text.split())


def _never_carried(lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    yield "licence, source and the rest of the header stay behind", "hand them on; `framing lexicon import` takes them as options"
    if any(part.matches or part.does_not_match for part in parts(lexicon).values()):
        yield "example sentences stay behind", "keep the TOML file as the master copy"
    if isinstance(lexicon, TermLexicon):
        yield "descriptions and sources of the groups stay behind", "keep the TOML file as the master copy"
        if conditional := [entry.text for entry in lexicon.entries if entry.unless or entry.only]:
            yield f"conditions on context stay behind ({len(conditional)}): {_some(conditional)}", "mind it in counting"
        if lexicon.exclusive:
            yield "exclusive = true stays behind: a span may then count in several groups", "say so where you count"


def _lost_in_quanteda(lexicon: Lexicon) -> Iterable[tuple[str, str]]:
    entries = _entries(lexicon)
    counting = [entry for _, key, entry in entries if key != "except"]
    pieces = {entry: [word[0][-1] for word in entry.words] for entry in counting}
    losses = {
        "except phrases are left out, and quanteda will count inside them": [entry for _, key, entry in entries if key == "except"],
        "parts of speech are left off": [entry for entry in counting if any(piece.pos for piece in pieces[entry])],
        "words that match in all forms match in the form written only": [
            entry for entry in counting if any(not piece.exact for piece in pieces[entry])
        ],
        "connotations are left out": [entry for entry in counting if entry.connotation is not None],
        "capitals are not demanded": [entry for entry in counting if any(piece.case for piece in pieces[entry])],
        "ambiguous heads and modifiers count by themselves": [entry for _, key, entry in entries if key in ("ambiguous", "modifiers")],
    }  # fmt: skip
    for what, lost in losses.items():
        if lost:
            yield f"{what} ({len(lost)}): {_some(entry.text for entry in lost)}", "export as csv, which keeps them, or mind it in counting"


def _some(texts: Iterable[str]) -> str:
    listed = list(texts)
    return ", ".join(listed[:8]) + (f" and {len(listed) - 8} more" if len(listed) > 8 else "")
