"""Lexicons as plain values. Every entry remembers its line, so that each message and figure can lead back to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from framing.lexicon.entry import Word

ACTOR_TYPES = (
    "person", "state", "organisation", "armed group", "military", "civilians", "government", "international organisation", "monitor",
    "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a lexicon.

    id: lexicon#group:entry, such as `english/reporting-verbs#neutral:point out`.
    group: id of its group, or of its actor in a topic lexicon.
    kind: term, name, label, ambiguous, modifier, or except (uses up its words and counts for nothing).
    text: as written in the file; words: the same, compiled (`framing.lexicon.entry`).
    connotation: -1 unfavourable, 0 neutral, 1 favourable; None where the lexicon says nothing.
    unless, only: nouns that it must not, or must, be said of (`framing.lexicon.context`); empty without a condition.
    """

    id: str
    group: str
    kind: str
    text: str
    words: tuple[Word, ...]
    line: int
    connotation: int | None = None
    unless: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of `matches` or `does_not_match`, brackets included, and its line in the file."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Group:
    """A class of terms. source: literature of the class; exceptions: its `except` phrases."""

    id: str
    description: str
    source: str
    entries: tuple[Entry, ...]
    exceptions: tuple[Entry, ...]
    matches: tuple[Example, ...]
    does_not_match: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of a topic: id, display name, one of ACTOR_TYPES, and the words for it.

    names: proper names. labels: common nouns that by themselves decide the actor. ambiguous: heads that many actors share.
    modifiers: words that decide for this actor when they stand before an ambiguous head.
    """

    id: str
    name: str
    type: str
    names: tuple[Entry, ...]
    labels: tuple[Entry, ...]
    ambiguous: tuple[Entry, ...]
    modifiers: tuple[Entry, ...]
    exceptions: tuple[Entry, ...]
    matches: tuple[Example, ...]
    does_not_match: tuple[Example, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that names or labels the actor, or helps to; `exceptions` apart."""
        return (*self.names, *self.labels, *self.ambiguous, *self.modifiers)


@dataclass(frozen=True, kw_only=True)
class TermLexicon:
    """Terms of any topic in groups. sha256: of the file's text; read_from: the file, for messages.

    exclusive: whether an entry may stand in one group only, so that a span belongs to one group.
    imported: whether the words come from another tool's list, so that groups may lack examples.
    """

    id: str
    version: str
    language: str
    licence: str
    source: str
    source_url: str
    description: str
    sha256: str
    read_from: str
    exclusive: bool = False
    imported: bool = False
    groups: Mapping[str, Group]

    @property
    def entries(self) -> Iterator[Entry]:
        """Every entry, group by group, `except` phrases apart."""
        return chain.from_iterable(group.entries for group in self.groups.values())


@dataclass(frozen=True, kw_only=True)
class TopicLexicon:
    """The actors of one topic. Fields as in TermLexicon."""

    id: str
    version: str
    language: str
    licence: str
    source: str
    source_url: str
    description: str
    sha256: str
    read_from: str
    imported: bool = False
    actors: Mapping[str, Actor]

    @property
    def entries(self) -> Iterator[Entry]:
        """Every entry, actor by actor, `except` phrases apart."""
        return chain.from_iterable(actor.entries for actor in self.actors.values())


Lexicon = TermLexicon | TopicLexicon


def parts(lexicon: Lexicon) -> Mapping[str, Group | Actor]:
    """The groups or actors by id."""
    return lexicon.groups if isinstance(lexicon, TermLexicon) else lexicon.actors
