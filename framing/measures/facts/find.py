"""All facts of a parsed text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from framing.document import Document
from framing.lexicon import Matcher
from framing.measures.actions import Action
from framing.measures.facts.amounts import amounts, ranks, times
from framing.measures.facts.background import background
from framing.measures.facts.fact import Fact
from framing.measures.facts.names import Name, at, names

_CASUALTIES = ("killed", "wounded", "displaced")
_ACTED = {"capture": "capture or entry: {}", "killing": "killing: {}", "destruction": "destruction: {}"}
"""Kinds of action of english/action-verbs that leave somebody or something in another state, and how they read."""
_CAPTIVES = frozenset({"prisoner", "inmate", "detainee", "captive", "hostage"})
_MANY = ("hundreds", "dozens", "thousands", "tens", "scores", "number")
_GENERAL = frozenset((
    "city", "town", "village", "area", "district", "region", "place", "part", "location", "position", "force", "fighter", "rebel", "troop",
    "soldier", "government", "regime", "people", "person", "thousand", "hundred", "dozen", "million", "ten", "control", "charge", "power",
    "hand", "thing", "phase", "side", "way", "step", "lead", "revenge", "life", "group", "member", "number", "other", "attack", "strike",
    "child", "man", "woman", "family", "leader", "country", "state", "ground", "territory", "north", "south", "east", "west", "northwest",
    "northeast", "southwest", "southeast", "civilian", "militant", "terrorist", "step",
))  # fmt: skip
"""Nouns that many things of one event are called."""


def find(document: Document, terms: Matcher, actions: Sequence[Action]) -> list[Fact]:
    """The facts of a text, sorted by place; a fact is told once a sentence. terms: of english/fact-terms. actions: those of the text."""
    words = [(match.first, match.last, match.group) for match in terms.find_in(document)]
    done = {token: group for first, last, group in words for token in range(first, last + 1)}
    hurt = {token: group for token, group in done.items() if group in _CASUALTIES}
    found = names(document)
    every = [
        *(Fact(one.first, one.last, "place" if one.place else "name", one.key, one.label) for one in found),
        *amounts(document, hurt), *ranks(document), *times(document),
        *background(document, words, found), *_acted(document, actions, found), *_freed(document, done),
    ]  # fmt: skip
    first: dict[tuple[int, str, str], Fact] = {}
    for fact in sorted(every, key=lambda fact: (fact.first, fact.last, fact.kind, fact.key)):
        first.setdefault((document.sentence_of[fact.first], fact.kind, fact.key), fact)
    return list(first.values())


def _acted(document: Document, actions: Sequence[Action], found: Sequence[Name]) -> Iterator[Fact]:
    """What was taken, killed, destroyed or let go."""
    at_start = {start: token for token, start in enumerate(document.start)}
    for one in actions:
        if one.category not in _ACTED or one.patient is None:
            continue
        verb, patient = at_start[one.verb_start], _specific(document, one.patient, found)
        name = at(found, patient)
        if name is not None:
            what = name.label
        elif document.pos[patient] == "PROPN" and document.words[patient][:1].isupper():
            what = document.words[patient]
        elif document.pos[patient] == "NOUN" and document.folded[patient] not in _GENERAL | _CAPTIVES:
            what = document.folded[patient]
        else:
            continue
        yield Fact(min(verb, patient), max(verb, patient), "action", f"{one.category}: {what.lower()}", _ACTED[one.category].format(what))


def _specific(document: Document, token: int, found: Sequence[Name]) -> int:
    """What a general noun stands before: Hama in "the city of Hama", inmates in "hundreds of inmates"."""
    for child in document.children[token] if document.folded[token] in _GENERAL else ():
        if document.lower[child] == "of":
            return next((below for below in document.children[child] if document.dep[below] == "pobj"), token)
        if document.dep[child] == "appos" and at(found, child) is not None:
            return child
    return token


def _freed(document: Document, done: Mapping[int, str]) -> Iterator[Fact]:
    """Prisoners, whatever they are called, that were let go."""
    for token, lemma in enumerate(document.folded):
        if lemma in _CAPTIVES and document.pos[token] in ("NOUN", "PROPN"):
            top = token
            while document.dep[top] in ("pobj", "prep") and document.lower[document.head[top]] in ("of", *_MANY):
                top = document.head[top]
            governor = document.head[top]
            freed = [t for t in (governor, *document.children[token]) if done.get(t) == "freed"]
            if freed:
                yield Fact(min(token, freed[0]), max(token, freed[0]), "action", "freed: prisoner", "prisoners freed")
