"""Weapons and events in the place of an agent: "a missile hit the school", "killed in Russian air strikes".

Such a noun acts for somebody. Whoever it belongs to by the text ("Russian jets", "shelling by the army") is the agent; where the text
says nothing of it, there is no agent, and the weapon or event alone stands in the agent's place (van Leeuwen 2008: instrumentalisation).
"""

from __future__ import annotations

from dataclasses import replace

from framing.document import Document
from framing.measures.actions.clauses import Reading
from framing.measures.actions.nominals import nominal, owner
from framing.measures.actions.words import COUNTING, WEAPONS


def named(document: Document, reading: Reading, events: set[int]) -> tuple[Reading, int | None]:
    """The reading with who acts as its agent, and the weapon or event that stands in the agent's place, None when none does.

    events: nouns of the text that name an action of interest. The construction stays as it is.
    """
    agent = counted(document, reading.agent)
    patient = counted(document, reading.patient)
    if agent is None or reading.construction == "nominal" or not (agent in events or is_weapon(document, agent)):
        return replace(reading, agent=agent, patient=patient), None
    behind = nominal(document, agent).agent if agent in events else None
    behind = owner(document, agent) if behind is None else behind
    behind = counted(document, behind) if behind != patient and behind != agent else None
    if behind is not None and is_weapon(document, behind):
        behind = None
    return replace(reading, agent=behind, patient=patient), agent


def is_weapon(document: Document, noun: int) -> bool:
    """Whether a noun names a weapon, a vehicle that carries one, or what it does."""
    return document.pos[noun] in ("NOUN", "PROPN") and document.lemma[noun].lower() in WEAPONS


def counted(document: Document, token: int | None) -> int | None:
    """What is counted, for a noun or number that only counts: civilians in "hundreds of civilians", "43 of the prisoners"."""
    for _ in range(3):
        if token is None or (document.lemma[token].lower() not in COUNTING and document.pos[token] != "NUM"):
            return token
        of = [child for child in document.children[token] if document.lower[child] == "of" and child > token]
        behind = [child for one in of for child in document.children[one] if document.dep[child] == "pobj"]
        if not behind:
            return token
        token = behind[0]
    return token
