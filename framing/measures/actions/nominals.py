"""Actions as nouns: "the killing of civilians", "the capture of the town by rebels", "an attack on a convoy"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.document import Document
from framing.measures.actions.clauses import Reading, objects, subject
from framing.measures.actions.passives import MEASURE, by_agent
from framing.measures.actions.words import ACTOR_ADJECTIVES, AGAINST, INSTRUMENTS, LIGHT_VERBS, NOUNS_OF_DOING, NOUNS_OF_UNDERGOING

_MODIFIERS = ("compound", "nmod", "amod")
_ACTORS = ("NORP", "GPE", "ORG", "PERSON")


def is_nominal(document: Document, token: int) -> bool:
    """Whether the token is a noun, or a gerund with an article or an of-phrase."""
    if document.pos[token] in ("NOUN", "PROPN"):
        return True
    labels = {document.dep[child] for child in document.children[token]}
    of = any(document.lower[child] == "of" for child in document.children[token])
    return document.tag[token] == "VBG" and ("det" in labels or of) and not labels & {"dobj", "aux", "nsubj"}


def nominal(document: Document, noun: int) -> Reading:
    """Agent and patient of the action that a noun names.

    By-phrases give the agent, on/against/at-phrases the patient. What stands before the noun or behind `of` is agent of doing (attack,
    withdrawal), patient of undergoing (killing, release, death); with both, what stands before is the agent (their capture of the town).
    """
    lemma = document.lemma[noun].lower()
    agent = _agent_after(document, noun)
    if agent is None:  # clashes between rebels and the army
        agent = next(objects(document, noun, ("between",)), None)
    patient = next(objects(document, noun, AGAINST | {"to"} if lemma in ("damage", "harm", "injury") else AGAINST), None)
    of = next(objects(document, noun, ("of",)), None)
    before = next(_before(document, noun), None)
    if patient is None and of is not None and (lemma not in NOUNS_OF_DOING or before is not None):
        patient, of = of, None
    undergone = lemma in NOUNS_OF_UNDERGOING
    if before is not None and undergone and patient is None:
        patient, before = before, None
    if agent is None:
        agent = before if before is not None else of
    if agent is None:
        agent = _of_light_verb(document, noun)
    return Reading("nominal", agent, patient if patient != agent else None)


def owner(document: Document, noun: int) -> int | None:
    """Whose a weapon or event is by what stands around it: the army's shells, Russian jets, rebel rockets, helicopters of the regime."""
    before = next(_before(document, noun), None)
    return before if before is not None else next(objects(document, noun, ("of", "from", "by")), None)


def _agent_after(document: Document, noun: int) -> int | None:
    """The agent in a by-phrase, also where the parser hangs that on an active verb, which has none: condemned the killing by guards."""
    verb = document.head[noun]
    if (agent := by_agent(document, noun)) is not None or document.pos[verb] != "VERB" or verb > noun:
        return agent
    subjects = [child for child in document.children[verb] if document.dep[child] == "nsubj"]
    bys = [child for child in document.children[verb] if document.lower[child] == "by" and child > noun]
    return by_agent(document, verb) if subjects and bys and document.dep[noun] == "dobj" else None


def _before(document: Document, noun: int) -> Iterator[int]:
    """Possessor, people or other noun before the noun, the likeliest first: the army's, Russian, rebel attack; not air attack."""
    before = [child for child in document.children[noun] if child < noun and document.entity[child] not in MEASURE]
    # "army air strikes": what the instrument is tied to belongs to the action.
    before += [inner for child in before if document.lemma[child].lower() in INSTRUMENTS for inner in document.children[child]]
    yield from (child for child in before if document.dep[child] == "poss")
    yield from (child for child in before if document.dep[child] in _MODIFIERS and document.entity[child] in _ACTORS)
    for child in before:
        word = document.lemma[child].lower()
        if word in ACTOR_ADJECTIVES or (document.dep[child] == "compound" and word not in INSTRUMENTS):
            yield child


def _of_light_verb(document: Document, noun: int) -> int | None:
    """Who carries out, launches, stages the action."""
    verb = document.head[noun]
    if document.lemma[verb].lower() not in LIGHT_VERBS:
        return None
    if document.dep[noun] == "dobj":
        return subject(document, verb)
    return by_agent(document, verb) if document.dep[noun] == "nsubjpass" else None
