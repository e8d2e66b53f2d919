"""The mention as a plain value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names or labels an actor; columns as in `framing.tables.MENTIONS`, without article and voice.

    start, end: character offsets. head_token: index of the head's token in the document. sentence: index of the sentence.
    actor: actor's id, None when nothing decides (resolved_by is None then too).
    entry: id of the lexicon's entry; None only in a discovery, for a form that its draft lexicon does not hold.
    resolved_by: name, label, modifier, possessor, apposition or antecedent.
    """

    start: int
    end: int
    text: str
    sentence: int
    actor: str | None
    resolved_by: str | None
    kind: str
    head: str
    head_token: int
    modifiers: tuple[str, ...]
    facets: tuple[str, ...]
    connotation: int | None
    distanced: bool
    role: str
    verb: str | None
    entry: str | None
