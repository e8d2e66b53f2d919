"""Plain text files."""

from __future__ import annotations

from pathlib import Path

from framing.corpus.decoding import read_text
from framing.corpus.record import Found, Record


def read_plain(path: Path) -> Found:
    """The one article of a text file."""
    text, problems = read_text(path)
    return ([] if text is None else [Record(where=str(path), text=text)]), problems
