"""What is wrong with a lexicon, where, and how to put it right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """file: as the user named it; line: from 1, or 0 when it is about the file as a whole."""

    file: str
    line: int
    what: str
    fix: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}\n    fix: {self.fix}"


class LexiconError(Exception):
    """A lexicon that cannot be used. problems: all of them, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple:
        return type(self), (self.problems,)


def suggestion(word: str, known: Iterable[str]) -> str:
    """`did you mean X? `, or nothing when no known word is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]}? " if near else ""
