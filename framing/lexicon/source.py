"""Lines of a TOML text. `tomllib` gives values without places; messages need file:line for every key and every string of an array."""

from __future__ import annotations

import re
import tomllib
from collections import deque

Path = tuple[str | int, ...]
"""Keys and array indexes from the top, such as ("groups", "neutral", "entries", 3)."""

_TOKEN = re.compile(
    r"""
    (?P<string>\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<comment>\#[^\n]*) | (?P<newline>\n) | (?P<mark>[\[\]{},=.]) | (?P<bare>[^\s\[\]{},=."'\#]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_Token = tuple[str, str, int]
"""Kind, text, line."""


def lines(source: str) -> dict[Path, int]:
    """The line of every table, key and array item of a valid TOML text, counted from 1."""
    tokens = _tokens(source)
    found: dict[Path, int] = {(): 1}
    table: Path = ()
    while tokens:
        kind, text, line = tokens[0]
        if kind == "newline":
            tokens.popleft()
        elif text == "[" and kind == "mark":
            table = _header(tokens, found)
            _mark(found, table, line)
        else:
            _pair(tokens, table, found)
    return found


def line_of(found: dict[Path, int], path: Path) -> int:
    """The line of the path, or of the nearest thing that holds it."""
    while path not in found:
        path = path[:-1]
    return found[path]


def _tokens(source: str) -> deque[_Token]:
    tokens: deque[_Token] = deque()
    line = 1
    for match in _TOKEN.finditer(source):
        if match.lastgroup != "comment":
            tokens.append((str(match.lastgroup), match.group(), line))
        line += match.group().count("\n")
    return tokens


def _header(tokens: deque[_Token], found: dict[Path, int]) -> Path:
    """Reads [a.b] or [[a.b]]; an item of an array of tables gets its index."""
    array = tokens[1][:2] == ("mark", "[")
    brackets = 2 if array else 1
    for _ in range(brackets):
        tokens.popleft()
    path = _key(tokens)
    for _ in range(brackets):
        tokens.popleft()
    if array:
        index = 0
        while (*path, index) in found:
            index += 1
        path = (*path, index)
    return path


def _key(tokens: deque[_Token]) -> Path:
    keys: list[str] = []
    while True:
        kind, text, _ = tokens.popleft()
        keys.append(tomllib.loads(f"key = {text}")["key"] if kind == "string" else text)
        if tokens[0][:2] != ("mark", "."):
            return tuple(keys)
        tokens.popleft()


def _mark(found: dict[Path, int], path: Path, line: int) -> None:
    """The line is that of the path, and of whatever holds it that had none yet."""
    for length in range(1, len(path) + 1):
        found.setdefault(path[:length], line)


def _pair(tokens: deque[_Token], table: Path, found: dict[Path, int]) -> None:
    line = tokens[0][2]
    path = (*table, *_key(tokens))
    _mark(found, path, line)
    tokens.popleft()  # the equals sign
    _value(tokens, path, found)


def _value(tokens: deque[_Token], path: Path, found: dict[Path, int]) -> None:
    kind, text, _ = tokens.popleft()
    if (kind, text) == ("mark", "["):
        index = 0
        while not _closes(tokens, "]"):
            found[(*path, index)] = tokens[0][2]
            _value(tokens, (*path, index), found)
            index += 1
    elif (kind, text) == ("mark", "{"):
        while not _closes(tokens, "}"):
            _pair(tokens, path, found)
    elif kind == "bare":
        # Dates and numbers hold dots and spaces: take all up to what ends a value.
        while tokens and tokens[0][0] != "newline" and tokens[0][1] not in (",", "]", "}"):
            tokens.popleft()


def _closes(tokens: deque[_Token], mark: str) -> bool:
    """Skips commas and line ends; whether the closing mark came, which is then taken."""
    while tokens[0][0] == "newline" or tokens[0][:2] == ("mark", ","):
        tokens.popleft()
    if tokens[0][:2] == ("mark", mark):
        tokens.popleft()
        return True
    return False
