"""Results kept on disk by what they were made from, so that a second run makes only what its changes touch.

A result is named by a hash over its kind, everything that it was made from, and the code: equal names mean equal results, and nothing
ever has to be declared stale. Results are bytes under names; a file that cannot be read counts as missing.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import importlib.resources
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path

import pyarrow as pa

_FOLDER: ContextVar[Path | None] = ContextVar("folder", default=None)
_LIBRARIES = ("jinja2", "matplotlib", "numpy", "py3langid", "pyarrow", "scikit-learn", "scipy")
_UNUSED_DAYS = 30
_SCHEMA = pa.schema([pa.field("name", pa.string()), pa.field("content", pa.binary())])


@contextlib.contextmanager
def kept_in(folder: Path | None) -> Iterator[None]:
    """Inside the block, `kept` keeps its results in the folder; None for not at all."""
    reset = _FOLDER.set(folder)
    try:
        yield
    finally:
        _FOLDER.reset(reset)


def folder() -> Path | None:
    """Where results are kept, for handing on to another process."""
    return _FOLDER.get()


def kept(kind: str, made_from: Iterable[object], make: Callable[[], Mapping[str, bytes]]) -> Mapping[str, bytes]:
    """make(), or what it gave when it was last called for the same.

    made_from: all that the result depends on besides the code: bytes, arrays, or values whose `repr` tells them apart.
    """
    if (found := find(kind, made_from := list(made_from))) is not None:
        return found
    keep(kind, made_from, made := make())
    return made


def find(kind: str, made_from: Iterable[object]) -> Mapping[str, bytes] | None:
    """What was kept of the same, None when nothing is."""
    place = _FOLDER.get()
    return None if place is None else _read(_path(place, kind, made_from))


def keep(kind: str, made_from: Iterable[object], made: Mapping[str, bytes]) -> None:
    """Keeps a result for `find`."""
    if (place := _FOLDER.get()) is not None:
        _write(_path(place, kind, made_from), made)


def find_tables(kind: str, made_from: Iterable[object]) -> dict[str, pa.Table] | None:
    """The same for a result that is tables by name."""
    found = find(kind, made_from)
    return None if found is None else {name: as_table(content) for name, content in found.items()}


def keep_tables(kind: str, made_from: Iterable[object], made: Mapping[str, pa.Table]) -> None:
    """The same for a result that is tables by name."""
    if folder() is not None:
        keep(kind, made_from, {name: content(one) for name, one in made.items()})


def _path(place: Path, kind: str, made_from: Iterable[object]) -> Path:
    digest = hashlib.sha256(f"{kind}\n{_code()}\n".encode())
    for part in made_from:
        content = part.tobytes() if hasattr(part, "tobytes") else part
        content = content if isinstance(content, bytes) else repr(content).encode("utf-8", "surrogatepass")
        digest.update(f"{len(content)}\n".encode())
        digest.update(content)
    return place / f"{digest.hexdigest()}.arrow"


@functools.cache
def _code() -> str:
    """Identity of this package's code and templates, and of the libraries that figures, pictures and pages depend on."""
    digest = hashlib.sha256(repr([(name, importlib.metadata.version(name)) for name in _LIBRARIES]).encode())
    package = Path(str(importlib.resources.files("framing")))
    for path in sorted(path for kind in ("*.py", "*.j2") for path in package.rglob(kind)):
        digest.update(path.relative_to(package).as_posix().encode() + b"\n" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def content(one: pa.Table) -> bytes:
    """A table as bytes that are equal for equal tables, however they came about."""
    return _bytes(one.combine_chunks())


def _bytes(one: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, one.schema) as file:
        file.write_table(one)
    return sink.getvalue().to_pybytes()


def as_table(content: bytes) -> pa.Table:
    """The table that `content` gave as bytes."""
    with pa.ipc.open_file(pa.BufferReader(content)) as file:
        return file.read_all()


def _read(path: Path) -> dict[str, bytes] | None:
    try:
        found = as_table(path.read_bytes())
        os.utime(path)
        return dict(zip(found["name"].to_pylist(), found["content"].to_pylist()))
    except (OSError, KeyError, pa.ArrowException):
        return None


def _write(path: Path, parts: Mapping[str, bytes]) -> None:
    """A folder that cannot be written only costs time."""
    content = _bytes(pa.table([list(parts), list(parts.values())], schema=_SCHEMA))
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path.parent)
        write_whole(path, content, aside=path.parent)


def write_whole(path: Path, content: bytes, *, aside: Path) -> None:
    """Writes a file in the folder `aside`, then renames it into its place, so that runs may share the place and see no half of it.

    Both folders must exist, on one file system. Raises OSError; what was written aside is then gone.
    """
    handle, part = tempfile.mkstemp(dir=aside, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(part).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(part).unlink()
        raise


@functools.lru_cache(maxsize=8)
def _sweep(place: Path) -> None:
    """Removes what no run has used for a month, once a process."""
    for path in place.iterdir():
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _UNUSED_DAYS * 86400:
                path.unlink()
