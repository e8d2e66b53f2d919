"""The shape of a lexicon file: keys, types, entries, clashes. Finds all problems at once, each with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framing.lexicon.context import check_conditions, check_contexts
from framing.lexicon.entry import Word, parse_entry, parse_pos
from framing.lexicon.examples import unbracket
from framing.lexicon.model import ACTOR_TYPES
from framing.lexicon.problem import Problem, suggestion
from framing.lexicon.source import Path, line_of

HEADER = ("id", "version", "language", "licence", "source", "source_url", "description")
_NAMES = {str: "text in quotes", bool: "true or false", int: "a whole number", list: "a list of texts", dict: "a table"}
_HEADER_OPTIONAL = {"groups": dict, "actors": dict, "exclusive": bool, "imported": bool, "contexts": dict}
_GROUP = {"description": str, "source": str, "entries": list, "matches": list, "does_not_match": list}
_GROUP_OPTIONAL = {"except": list, "connotation": int, "pos": str, "connotations": dict, "unless": dict, "only": dict}
_ACTOR = {"name": str, "type": str, "matches": list, "does_not_match": list}
_ACTOR_OPTIONAL = {"names": list, "labels": list, "ambiguous": list, "modifiers": list, "except": list}
_EXAMPLES = ("matches", "does_not_match")
KINDS = {"entries": "term", "names": "name", "labels": "label", "ambiguous": "ambiguous", "modifiers": "modifier", "except": "except"}
"""The kind of the entries of each list."""


@dataclass(frozen=True)
class _Written:
    """An entry where it stands."""

    path: Path
    text: str
    words: tuple[Word, ...]

    @property
    def form(self) -> tuple:
        """What two entries have in common when they match the same tokens, capitals apart."""
        return tuple((piece.text, piece.exact, piece.prefix, piece.pos) for word in self.words for piece in word[0])


def entry_kind(key: str, *, topic: bool) -> str:
    """The kind under which the entries of a list are compiled: `except` phrases of a topic are read like names."""
    return ("name" if topic else "term") if key == "except" else KINDS[key]


def check(data: Mapping, lines: Mapping[Path, int], file: str) -> list[Problem]:
    """The problems of a parsed TOML file. lines: from `framing.lexicon.source.lines`; file: its name for messages."""
    return sorted(Problem(file, line_of(dict(lines), path), what, fix) for path, what, fix in _check(data))


_Finding = tuple[Path, str, str]


def _check(data: Mapping) -> Iterator[_Finding]:
    yield from _keys(data, (), dict.fromkeys(HEADER, str), _HEADER_OPTIONAL)
    yield from check_contexts(data.get("contexts", {}))
    bodies = [body for body in ("groups", "actors") if body in data]
    if len(bodies) != 1:
        what = "has both [groups] and [actors]" if bodies else "has neither [groups] nor [actors]"
        yield (), what, "write [groups.NAME] tables in a lexicon of terms, [actors.NAME] tables in a lexicon of one topic"
        return
    topic = bodies == ["actors"]
    if topic and "exclusive" in data:
        yield ("exclusive",), "'exclusive' has no meaning among actors", "delete it: no two actors may share a name or label anyway"
    if isinstance(data[bodies[0]], dict):
        exclusive, imported = (data.get(key) is True for key in ("exclusive", "imported"))
        yield from _parts(data[bodies[0]], bodies[0], exclusive=topic or exclusive, imported=imported)
        contexts = data.get("contexts")
        for name, part in data[bodies[0]].items() if bodies == ["groups"] else ():
            if isinstance(part, dict):
                yield from check_conditions(part, ("groups", name), contexts if isinstance(contexts, dict) else {})


def _parts(parts: Mapping, body: str, *, exclusive: bool, imported: bool) -> Iterator[_Finding]:
    topic = body == "actors"
    mandatory, optional = (_ACTOR, _ACTOR_OPTIONAL) if topic else (_GROUP, _GROUP_OPTIONAL)
    if imported:  # word lists of other tools come without example sentences
        mandatory = {key: kind for key, kind in mandatory.items() if key not in _EXAMPLES}
        optional = {**optional, **dict.fromkeys(_EXAMPLES, list)}
    if not parts:
        yield (body,), f"[{body}] is empty", f"add a table such as [{body}.some-name]"
    written: dict[str, list[_Written]] = {}
    for name, part in parts.items():
        path = (body, name)
        if not isinstance(part, dict):
            yield path, f"{body}.{name} is no table", f"write [{body}.{name}] on a line of its own"
            continue
        yield from _keys(part, path, mandatory, optional)
        written[name] = yield from _entries(part, path, topic)
        yield from _examples(part, path)
        yield from _actor(part, path) if topic else _connotations(part, path)
    if exclusive:
        yield from _clashes(written, topic)


def _keys(table: Mapping, path: Path, mandatory: Mapping[str, type], optional: Mapping[str, type]) -> Iterator[_Finding]:
    """Missing, unknown and mistyped keys of one table."""
    known = {**mandatory, **optional}
    where = f" in [{'.'.join(map(str, path))}]" if path else ""
    for key in mandatory:
        if key not in table:
            yield path, f"mandatory key '{key}' is missing{where}", f"add {key} ({_NAMES[mandatory[key]]})"
    for key, value in table.items():
        if key not in known:
            yield (*path, key), f"unknown key '{key}'{where}", f"{suggestion(key, known)}the keys here are {', '.join(known)}"
        elif type(value) is not known[key]:
            yield (*path, key), f"'{key}' must be {_NAMES[known[key]]}, and is {value!r:.60}", f"write {key} as {_NAMES[known[key]]}"
        elif key in mandatory and not (value.strip() if isinstance(value, str) else value or _may_be_empty(key, table)):
            yield (*path, key), f"'{key}' is empty{where}", f"fill it, as {_NAMES[known[key]]}"
        elif type(value) is list:
            for index, item in enumerate(value):
                if type(item) is not str:
                    yield (*path, key, index), f"'{key}' must hold texts only, and has {item!r:.60}", "put it in quotes, or delete it"


def _may_be_empty(key: str, table: Mapping) -> bool:
    """An actor that has ambiguous heads only can have no example that matches: what decides for it is not in the lexicon alone."""
    return key == "matches" and "ambiguous" in table and not table.get("names") and not table.get("labels")


def _entries(part: Mapping, path: Path, topic: bool) -> Iterator[_Finding]:
    """Malformed and repeated entries; returns those that a span may be counted for by themselves (terms, names and labels)."""
    pos = part.get("pos", "")
    if pos:
        try:
            parse_pos(str(pos))
        except ValueError as error:
            yield (*path, "pos"), f"pos = '{pos}' {error}", "write one of these, or several with | between"
            pos = ""
    deciding: list[_Written] = []
    seen: dict[tuple, _Written] = {}
    for key, kind in KINDS.items():
        # What counts by itself stands in one list only; an ambiguous head or a modifier may also be among the others.
        rank = "counts" if kind in ("term", "name", "label") else kind
        for index, text in _texts(part, key):
            at = (*path, key, index)
            try:
                words = parse_entry(text, pos=str(pos) if key == "entries" else "", kind=entry_kind(key, topic=topic))
            except ValueError as error:
                yield at, f"entry '{text}' {error}", "write words with single spaces between, each as word, =word, begin* or word/POS"
                continue
            entry = _Written(at, text, words)
            if (first := seen.setdefault((rank, words), entry)) is not entry:
                yield at, f"entry '{text}' repeats '{first.text}' of the same {'actor' if topic else 'group'}", "delete one of them"
            elif rank == "counts":
                deciding.append(entry)
            elif kind == "except" and ("counts", words) in seen:
                yield at, f"'{text}' stands among the entries and in except, so it would never count", "delete one of them"
    return deciding


def _examples(part: Mapping, path: Path) -> Iterator[_Finding]:
    for key in _EXAMPLES:
        for index, text in _texts(part, key):
            at = (*path, key, index)
            try:
                _, spans = unbracket(text)
            except ValueError as error:
                yield at, f"example '{text}' {error}", "write the sentence with each match in its own [square brackets]"
                continue
            if key == "matches" and not spans:
                yield at, f"example '{text}' has no brackets", "put [square brackets] around every match, or move it to does_not_match"
            if key == "does_not_match" and spans:
                yield at, f"example '{text}' has brackets, but nothing should match", "take the brackets away, or move it to matches"


def _actor(part: Mapping, path: Path) -> Iterator[_Finding]:
    kind = part.get("type")
    if isinstance(kind, str) and kind and kind not in ACTOR_TYPES:
        known = ", ".join(ACTOR_TYPES)
        yield (*path, "type"), f"unknown actor type '{kind}'", f"{suggestion(kind, ACTOR_TYPES)}the types are {known}"
    if not any(part.get(key) for key in ("names", "labels", "ambiguous")):
        yield path, f"actor '{path[-1]}' has no entries", "give it names, labels or ambiguous heads"


def _connotations(part: Mapping, path: Path) -> Iterator[_Finding]:
    default = part.get("connotation")
    if type(default) is int and default not in (-1, 0, 1):
        yield (*path, "connotation"), f"connotation is {default}", "write -1 (unfavourable), 0 (neutral) or 1 (favourable)"
    overrides = part.get("connotations")
    entries = [text for _, text in _texts(part, "entries")]
    for text, value in overrides.items() if isinstance(overrides, dict) else ():
        at = (*path, "connotations", text)
        if text not in entries:
            fix = f"{suggestion(text, entries)}write it exactly as in entries"
            yield at, f"connotation for '{text}', which is no entry of the group", fix
        if type(value) is not int or value not in (-1, 0, 1):
            yield at, f"connotation of '{text}' is {value!r}", "write -1 (unfavourable), 0 (neutral) or 1 (favourable)"


def _clashes(written: Mapping[str, list[_Written]], topic: bool) -> Iterator[_Finding]:
    """Entries that stand in two actors, or in two groups of an exclusive lexicon."""
    owners: dict[tuple, str] = {}
    for name, entries in written.items():
        for entry in entries:
            owner = owners.setdefault(entry.form, name)
            if owner == name:
                continue
            if topic:
                fix = f"leave it with one of them, or move it to 'ambiguous' of both with 'modifiers' that decide ({owner}, {name})"
                yield entry.path, f"'{entry.text}' is a name or label of two actors, {owner} and {name}", fix
            else:
                fix = f"leave it in one of them, or delete exclusive = true ({owner}, {name})"
                yield entry.path, f"'{entry.text}' stands in two groups of an exclusive lexicon, {owner} and {name}", fix


def _texts(part: Mapping, key: str) -> list[tuple[int, str]]:
    """The texts of a list with their indexes; what is none is reported elsewhere."""
    value = part.get(key)
    return [(index, text) for index, text in enumerate(value) if isinstance(text, str)] if isinstance(value, list) else []
