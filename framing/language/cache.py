"""The parse cache: one small file an article, named by what the parse depends on.

Files appear whole (written aside, then renamed), so several runs may share a folder and a killed run leaves nothing half; what it wrote
aside is swept by a later run. A file that cannot be read is a miss. Measures never see whether a parse is fresh or cached.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import time
import zlib
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from framing.article import Article
from framing.document import Document
from framing.memo import write_whole

FORMAT = 4
"""Raise it when the document's columns, the blocks or what the parser is shown change: old files are then never read again."""

_STALE = 3600
"""Seconds after which a file written aside belongs to a run that is no more."""

_WORD_COLUMNS = ("lemma", "pos", "tag", "dep")


def default_folder() -> Path:
    """The user's cache folder for parses."""
    return Path(platformdirs.user_cache_dir("framing", appauthor=False)) / "parses"


def key(article: Article, model_sha256: str) -> str:
    """SHA-256 over all that the parse depends on: format, model, text, headline and furniture. The article's id is not part of it."""
    parts = json.dumps([FORMAT, model_sha256, article.headline_end, article.furniture, article.text], ensure_ascii=True)
    return hashlib.sha256(parts.encode()).hexdigest()


def get(folder: Path, name: str, article: Article) -> Document | None:
    """The cached parse of the article under that key, or None."""
    try:
        stored = json.loads(zlib.decompress(_path(folder, name).read_bytes()))
        return _unpack(stored, article)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error):
        return None


def put(folder: Path, name: str, document: Document) -> None:
    """Stores a parse. A folder that cannot be written raises OSError."""
    _write(folder, _path(folder, name), _pack(document))


def recall(folder: Path, name: str) -> dict[str, dict]:
    """What was noted about the parse under that key, part by part; {} when nothing was."""
    try:
        stored = json.loads(zlib.decompress(_path(folder, name, "notes").read_bytes()))
        return {part: dict(noted) for part, noted in stored["parts"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error):
        return {}


def note(folder: Path, name: str, parts: Mapping[str, Mapping[str, object]]) -> None:
    """Stores notes about a parse: what is dear to make of it and depends on nothing but the parse and what a part's stamp stands for."""
    _write(folder, _path(folder, name, "notes"), {"parts": parts})


def _write(folder: Path, path: Path, value: object) -> None:
    parts = folder / ".part"
    parts.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(exist_ok=True)
    _sweep(parts)
    write_whole(path, zlib.compress(json.dumps(value, ensure_ascii=False).encode(), level=1), aside=parts)


@functools.lru_cache(maxsize=8)
def _sweep(parts: Path) -> None:
    """Removes what killed runs left, once a process. What is young may belong to a run under way."""
    for left in parts.iterdir():
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _path(folder: Path, name: str, kind: str = "parse") -> Path:
    return folder / name[:2] / (f"{name}.z" if kind == "parse" else f"{name}.{kind}.z")


def _pack(document: Document) -> dict[str, object]:
    packed: dict[str, object] = {column: "\n".join(getattr(document, column)) for column in _WORD_COLUMNS}
    packed |= {column: list(getattr(document, column)) for column in ("start", "end", "head", "sentences", "paragraphs")}
    packed["entity"] = "\n".join(document.entity)
    packed["entity_start"] = "".join("1" if starts else "0" for starts in document.entity_start)
    packed["headline"] = document.headline
    return packed


def _unpack(stored: dict, article: Article) -> Document:
    tokens = len(stored["start"])
    if any(len(stored[column]) != tokens for column in ("end", "head", "entity_start")):
        raise ValueError("columns of different lengths")

    def words(column: str) -> list[str]:
        items = stored[column].split("\n") if tokens else []
        if len(items) != tokens:
            raise ValueError(column)
        return items

    return Document(
        article_id=article.article_id,
        text=article.text,
        start=stored["start"],
        end=stored["end"],
        head=stored["head"],
        entity=words("entity"),
        entity_start=[mark == "1" for mark in stored["entity_start"]],
        sentences=[(a, b) for a, b in stored["sentences"]],
        paragraphs=[(a, b) for a, b in stored["paragraphs"]],
        headline=stored["headline"],
        **{column: words(column) for column in _WORD_COLUMNS},
    )
