"""Labels that stand beside a name: "HTS, a former affiliate", "the militant group HTS", "HTS is a group", "designated a group"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.measures.mentions.index import Actors
from framing.measures.mentions.owners import before
from framing.measures.mentions.phrases import Phrase
from framing.measures.mentions.roles import subject_of
from framing.measures.mentions.scene import Ask, Scene

SEVERAL = "?"
"""In place of an actor: the label stands for more than one ("his allies, Russia and Iran")."""

_LINKING = frozenset({"be", "become", "remain"})
_COMMAS = frozenset({",", "—", "–"})
_SEPARATORS = _COMMAS | {":"}


def apposed(scene: Scene, number: int, candidates: Actors, ask: Ask) -> str | None:
    """The actor of the name beside the phrase with this number, if it is a candidate; SEVERAL when a plural stands for more than one."""
    phrase = scene.phrases[number]
    partners = [scene.at[token] for token in _partners(scene, phrase) if scene.at.get(token, number) != number]
    actors = [actor for other in partners if (actor := _actor(scene, other, ask)) is not None]
    named = {actor for span in before(scene, phrase) for actor in span.name if actor in candidates}
    if named and not named.intersection(actors):
        return None  # "the French ambassador" beside the name of another
    if scene.is_plural(phrase) and len(set(actors)) > 1:
        return SEVERAL
    return next((actor for actor in actors if actor in candidates), None)


def _actor(scene: Scene, number: int, ask: Ask) -> str | None:
    """Names are known at once; labels only where they stand before."""
    return ask(number) if scene.phrases[number].kind == "name" else scene.known(number)


def _partners(scene: Scene, phrase: Phrase) -> Iterator[int]:
    document, head = scene.document, phrase.head
    dep, governor, after = document.dep[head], document.head[head], phrase.last + 1
    if after in scene.at and scene.phrases[scene.at[after]].kind == "name" and not scene.is_plural(phrase):
        yield after
    if dep == "appos" or (dep in ("compound", "nmod") and governor > phrase.last):
        yield governor
    for child in document.children[head]:
        if document.dep[child] == "appos" or _is_listed(scene, phrase, child):
            yield child
            yield from (token for token in document.children[child] if document.dep[token] == "conj")
    if (name := _before_comma(scene, phrase)) is not None:
        yield name
    yield from _predicated(scene, head)


def _is_listed(scene: Scene, phrase: Phrase, child: int) -> bool:
    """Whether names after a plural and a comma, which parsers take for conjuncts, spell it out ("his allies, Russia and Iran")."""
    listed = scene.document.dep[child] == "conj" and child in scene.at and scene.document.lower[child - 1] in _SEPARATORS
    return listed and scene.is_plural(phrase)


def _before_comma(scene: Scene, phrase: Phrase) -> int | None:
    """The name that ends before ", a": apposition on the surface, whatever the parser made of it."""
    words, token = scene.document.lower, phrase.first - 1
    if scene.is_plural(phrase):
        return None
    if token >= 0 and words[token] in ("a", "an", "the"):
        token -= 1
    if token < 1 or words[token] not in _COMMAS:
        return None
    name = token - 2 if words[token - 1] == ")" else token - 1
    number = scene.at.get(name)
    return name if number is not None and scene.phrases[number].kind == "name" and scene.phrases[number].last == name else None


def _predicated(scene: Scene, head: int) -> Iterator[int]:
    """The subject of which the phrase is said: after a linking verb, "designated a", "known as a"."""
    document = scene.document
    dep, verb = document.dep[head], document.head[head]
    if dep == "pobj" and document.lower[verb] == "as" and document.tag[document.head[verb]] == "VBN":
        dep, verb = "oprd", document.head[verb]
    if dep == "oprd" or (dep == "attr" and document.lemma[verb] in _LINKING):
        subject = subject_of(document, verb)
        if subject is not None:
            yield subject
            yield from (token for token in document.children[subject] if document.dep[token] == "conj")
