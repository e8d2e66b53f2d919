"""Which column each named feature of tone stands in, for a model or for a list of names that grows.

A feature's name is made of its family and what is left: "wl:" and "brutal". Who finds features asks for what belongs to a word, to a
pair of words or to a path in one look, so that no name need be written out where the columns are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from framing.classify.syntax import Path

WORD = ("s:", "c:", "wl:", "wr:", "d:", "o:own:", "o:other:", "o:none:")
"""Families of features that are a word."""
PAIR = ("s:", "wl:", "wr:", "g:")
"""Families of features that are two words, a space between them."""

Of = Callable[[str, object], object]
"""Looks a word up, as dict.get does: what is given for it, else the default."""


@dataclass(frozen=True)
class Columns:
    """word: of a word its columns in the families of WORD and, last, what looks up the words that follow it: columns in those of PAIR.

    names: (family, rests of names) -> columns. path: what looks up words at the end of that path, by the whole path and by its ends.
    Where the model knows no feature of a path, there is None to ask. owned: whether it knows words by whose clause they stand in.
    unknown: column of names that the model does not know; unknown_word, unknown_pair: the defaults to ask with.
    """

    word: Of
    names: Callable[[str, Iterable[str]], list[int]]
    path: Callable[[Path], tuple[Of | None, Of | None]]
    owned: bool
    unknown: int
    unknown_word: tuple
    unknown_pair: tuple[int, ...]


def known(vocabulary: Mapping[str, int]) -> Columns:
    """The columns of a model's vocabulary; all other names share one behind the last."""
    families: dict[str, dict[str, int]] = {}
    for name, column in vocabulary.items():
        at = name.find(":")
        while at >= 0:
            families.setdefault(name[: at + 1], {})[name[at + 1 :]] = column
            at = name.find(":", at + 1)
        if name.startswith(("v+", "v-")):
            families.setdefault(name[:2], {})[name[2:]] = column
    families[""] = dict(vocabulary)
    nothing: dict[str, int] = {}
    unknown = len(vocabulary)

    def table(family: str) -> Of:
        return families.get(family, nothing).get

    def on_path(path: Path) -> tuple[Of | None, Of | None]:
        return tuple(table(family) if family in families else None for family in of_path(path))

    def columns(of: Iterable[str], key: str) -> tuple[int, ...]:
        return tuple(families.get(family, nothing).get(key, unknown) for family in of)

    keys = {key for family in WORD for key in families.get(family, ())}
    pairs = {key for family in PAIR for key in families.get(family, ()) if key.count(" ") == 1}
    follow: dict[str, dict[str, tuple[int, ...]]] = {}
    for key in pairs:
        first, second = key.split(" ")
        follow.setdefault(first, {})[second] = columns(PAIR, key)
    words = {key: (*columns(WORD, key), follow.get(key, nothing).get) for key in keys | set(follow) if " " not in key}
    return Columns(
        word=words.get,
        names=lambda family, rests: list(map(table(family), rests, repeat(unknown))),
        path=lru_cache(maxsize=1 << 14)(on_path),
        owned=any(family in families for family in WORD if family.startswith("o:")),
        unknown=unknown, unknown_word=(*[unknown] * len(WORD), nothing.get), unknown_pair=(unknown,) * len(PAIR),
    )  # fmt: skip


def added(names: dict[str, int]) -> Columns:
    """Columns for whatever is asked for: a name that is new gets the next one, and is added to names."""

    def column(name: str) -> int:
        return names.setdefault(name, len(names))

    def table(family: str) -> Of:
        return lambda rest, _: column(family + rest)

    def word(shape: str, _: object) -> tuple:
        return *[column(family + shape) for family in WORD], lambda second, _: tuple(column(f"{family}{shape} {second}") for family in PAIR)

    return Columns(
        word=word,
        names=lambda family, rests: [column(family + rest) for rest in rests],
        path=lambda path: tuple(table(family) if family else None for family in of_path(path)),
        owned=True, unknown=-1, unknown_word=(), unknown_pair=(),
    )  # fmt: skip


def of_path(path: Path) -> tuple[str | None, str | None]:
    """Families of the words at the end of a path: by the whole path, and by its ends; None where it is too long or too short for that."""
    return (f"p:{path.whole}:" if path.steps <= 3 else None, f"e:{path.first}~{path.last}:" if 2 <= path.steps <= 4 else None)
