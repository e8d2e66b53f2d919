"""Bytes to text: UTF-8, UTF-16 or UTF-32 with a byte order mark, Windows-1252 with a warning; newlines made universal."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from framing.corpus.problems import Problem, error, warning

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def _as_cp1252(broken: UnicodeError) -> tuple[str, int]:
    assert isinstance(broken, UnicodeDecodeError)
    return broken.object[broken.start : broken.end].decode("cp1252", errors="replace"), broken.end


# Only the bytes that are not UTF-8 are read as Windows-1252, so that one stray byte does not garble a whole UTF-8 file.
codecs.register_error("framing-cp1252", _as_cp1252)


def read_bytes(path: Path) -> tuple[bytes | None, list[Problem]]:
    """The file's bytes, or None and why not."""
    try:
        return path.read_bytes(), []
    except OSError as failure:
        reason = failure.strerror or type(failure).__name__
        return None, [error("unreadable-file", path, f"cannot be read ({reason})", "check that it exists and that you may read it")]


def decode(data: bytes, where: object) -> tuple[str | None, list[Problem]]:
    """The text of some bytes with universal newlines; None, and a problem, when they are not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, where)
    if b"\0" in data:
        return None, [warning("binary-file", where, "is binary, not text, and was left out", "remove it, or save it as UTF-8 text")]
    try:
        return universal_newlines(data.decode("utf-8")), []
    except UnicodeDecodeError as broken:
        first = broken.start
    line = data.count(b"\n", 0, first) + 1
    text = universal_newlines(data.decode("utf-8", errors="framing-cp1252"))
    what = f"byte 0x{data[first]:02x} is not UTF-8; such bytes were read as Windows-1252"
    return text, [warning("not-utf-8", f"{where}:{line}", what, "save the file as UTF-8")]


def _decode_marked(data: bytes, encoding: str, where: object) -> tuple[str | None, list[Problem]]:
    try:
        return universal_newlines(data.decode(encoding)), []
    except UnicodeDecodeError as broken:
        what = f"opens with the byte order mark of {encoding.upper()} but is not {encoding.upper()} at byte {broken.start}"
        return None, [error("broken-encoding", where, what, "save the file as UTF-8")]


def read_text(path: Path) -> tuple[str | None, list[Problem]]:
    """A text file's content; None, and why, when there is none."""
    data, problems = read_bytes(path)
    return decode(data, path) if data is not None else (None, problems)


def universal_newlines(text: str) -> str:
    """The text with every line end as a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def encodable(text: str) -> str:
    """The text with each half of a broken surrogate pair as U+FFFD, so that it can be written; its length stays."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
