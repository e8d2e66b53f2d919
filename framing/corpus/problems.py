"""What is wrong with a corpus: collected while reading, raised once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a corpus.

    severity: "error" (the corpus cannot be read as it stands) or "warning" (it can, with the loss that `what` names).
    kind: a slug such as "repeated-id" or "bad-date", to fold many of a kind into one line.
    where: file, or file:line.
    what: what is wrong.
    fix: what to do about it.
    """

    severity: str
    kind: str
    where: str
    what: str
    fix: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.what}; {self.fix} [{self.kind}]"


class CorpusError(ValueError):
    """A corpus that cannot be read. `problems` holds everything found, warnings included."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def error(kind: str, where: object, what: str, fix: str) -> Problem:
    """A problem that stops the reading."""
    return Problem(ERROR, kind, str(where), what, fix)


def warning(kind: str, where: object, what: str, fix: str) -> Problem:
    """A problem that costs something but does not stop the reading."""
    return Problem(WARNING, kind, str(where), what, fix)
