"""A lexicon as plain data, for showing and for JSON."""

from __future__ import annotations

from dataclasses import fields

from framing.lexicon.context import KEYS
from framing.lexicon.model import Actor, Group, Lexicon, TermLexicon


def summary(lexicon: Lexicon) -> dict:
    """The lexicon as dictionaries, lists and texts: its header, then `groups` or `actors` by id."""
    about = {field.name: getattr(lexicon, field.name) for field in fields(lexicon) if field.name not in ("groups", "actors")}
    if isinstance(lexicon, TermLexicon):
        return about | {"groups": {group.id: _group_summary(group) for group in lexicon.groups.values()}}
    return about | {"actors": {actor.id: _actor_summary(actor) for actor in lexicon.actors.values()}}


def _group_summary(group: Group) -> dict:
    return {
        "description": group.description,
        "source": group.source,
        "entries": [entry.text for entry in group.entries],
        "except": [entry.text for entry in group.exceptions],
        **{
            key: {entry.text: sorted(getattr(entry, key)) for entry in group.entries if getattr(entry, key)} for key in KEYS
        },
        "connotations": {entry.text: entry.connotation for entry in group.entries if entry.connotation is not None},
    }


def _actor_summary(actor: Actor) -> dict:
    lists = {
        "names": actor.names, "labels": actor.labels, "ambiguous": actor.ambiguous, "modifiers": actor.modifiers,
        "except": actor.exceptions,
    }  # fmt: skip
    return {"name": actor.name, "type": actor.type} | {key: [entry.text for entry in entries] for key, entries in lists.items()}
