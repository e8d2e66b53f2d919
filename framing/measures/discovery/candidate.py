"""The record that discovery keeps of a phrase: what it needs to know when the parse is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from framing.measures.states import State, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A phrase that may stand for an actor. Other candidates are referred to by their index in the article.

    first, last, token: its tokens, both included, and its head token. name: its words when it is a name, else empty; plain: a name as
    written, without titles; titled: plain titles before it; state: (state, use) of a state's words; alias: a name in brackets behind it.
    head, modifiers: of a label, lower case; inner: names inside it, with their state; owner: its possessor; of: what stands behind `of`;
    pronoun, pronoun_of: possessive pronoun before it and what that means. beside: what is in apposition, copula or title relation to it.
    placed: whether a name stands where a place does, behind `in`, `near` or the like.
    determiner: definite, indefinite, possessive or empty; counted: whether a number stands before it. sure: whether its noun is listed as
    an actor's; speaks: whether it does what only people do.
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
    state: State | None = None
    titled: Words = ()
    plain: str = ""
    alias: int | None = None
    head: str = ""
    modifiers: Words = ()
    inner: tuple[tuple[Words, State | None], ...] = ()
    owner: int | None = None
    of: int | None = None
    pronoun: str = ""
    pronoun_of: int | None = None
    beside: tuple[int, ...] = ()
    plural: bool = False
    determiner: str = ""
    counted: bool = False
    role: str = "other"
    verb: str | None = None
    placed: bool = False
    sure: bool = True
    speaks: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it is a proper name."""
        return bool(self.name)

    @property
    def links(self) -> tuple[int, ...]:
        """Indexes of what a label may belong to: possessor, complement, and what its possessive pronoun means."""
        return tuple(index for index in (self.owner, self.of, self.pronoun_of) if index is not None)

    def moved(self, place: Mapping[int, int]) -> Candidate:
        """The same with its references to other candidates as they are numbered now; what is gone is left out."""
        links = ("owner", "of", "pronoun_of", "alias")
        moved = {link: None if (index := getattr(self, link)) is None else place.get(index) for link in links}
        return replace(self, **moved, beside=tuple(place[index] for index in self.beside if index in place))
