"""The record that discovery keeps of a phrase: what it needs to know when the parse is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from framing.measures.discovery.states import Words


@dataclass(slots=True)
class Candidate:
    """A phrase. name: its words when it is a name, else empty; state: (state, use) of a name; titled: plain titles before a name.

    plain: a name without its titles; head, modifiers: of a label, lower case; inner: indexes of candidates inside its span (names as premodifiers); owner: index of the
    possessor or of what stands after `of`; pronoun: possessive pronoun before it; alias: a name in brackets behind a name; beside: indexes in apposition, copula or title relation.
    """

    start: int
    end: int
    text: str
    sentence: int
    first: int
    last: int
    token: int
    name: Words = ()
    entity: str = ""
    state: tuple[str, str] | None = None
    titled: Words = ()
    plain: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    inner: list[tuple[Words, tuple[str, str] | None]] = field(default_factory=list)
    owner: int | None = None
    of: int | None = None
    alias: int | None = None
    pronoun: str = ""
    pronoun_of: int | None = None
    beside: list[int] = field(default_factory=list)
    plural: bool = False
    determiner: str = ""
    counted: bool = False
    role: str = "other"
    verb: str | None = None
    sure: bool = True
    speaks: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a proper name."""
        return bool(self.name)

    def moved(self, place: Mapping[int, int]) -> Candidate:
        """The same with its references to other candidates as they are numbered now; what is gone is left out."""
        links = ("owner", "of", "pronoun_of", "alias")
        moved = {link: None if (index := getattr(self, link)) is None else place.get(index) for link in links}
        return replace(self, **moved, beside=[place[index] for index in self.beside if index in place])
