"""The actions of a text: passives, and clauses and nouns with a word of interest."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from framing.document import Document
from framing.lexicon import Match, Matcher
from framing.measures.actions.clauses import Reading, active, is_coordinated_passive, objects, participle, passive
from framing.measures.actions.instruments import named
from framing.measures.actions.nominals import is_nominal, nominal
from framing.measures.actions.passives import passives
from framing.measures.actions.senses import choose
from framing.measures.actions.words import DIRECTED


@dataclass(frozen=True)
class Action:
    """One action.

    sentence: index of its sentence. verb_start, verb_end: character offsets of the verb (or noun), one token.
    verb: its lemma. category: group of the lexicon; None for a passive of no verb of interest.
    construction: active, passive_with_agent, agentless_passive, participle, intransitive or nominal.
    agent, patient: token index of the head of who acts, and of whom or what it is done to; None where the text does not say.
        Coordinated nouns are led by the first; pronouns stay pronouns, but who, which and that lead to what they refer to, and what only
        counts to what is counted (hundreds of civilians).
    instrument: token index of the weapon or event in the agent's place (the missile hit); the agent is then whoever it belongs to.
    """

    sentence: int
    verb_start: int
    verb_end: int
    verb: str
    category: str | None
    construction: str
    agent: int | None
    patient: int | None
    instrument: int | None = None


def find(document: Document, verbs: Matcher | None) -> list[Action]:
    """The actions of a parsed text, in text order, one a verb. verbs: matcher of the words of interest, or None for passives alone."""
    words: dict[int, list[Match]] = defaultdict(list)
    for match in verbs.find_in(document) if verbs is not None else ():
        words[_head(document, match)].append(match)
    plain = set(passives(document))
    found = plain | {token for token in sorted(words) if is_coordinated_passive(document, token, plain)}
    events = {token for token in words if is_nominal(document, token)}
    actions = []
    for token in sorted({*found, *words}):
        reading = passive(document, token, share=token in words) if token in found else _read(document, token)
        match = choose(document, words.get(token, ()), token, reading) if reading is not None else None
        if reading is None or (match is None and token not in plain):
            continue
        who, instrument = named(document, _directed(document, reading, match), events)
        actions.append(
            Action(
                document.sentence_of[token], document.start[token], document.end[token], document.lemma[token],
                match.group if match else None, who.construction, who.agent, who.patient, instrument,
            )
        )  # fmt: skip
    return actions


def _head(document: Document, match: Match) -> int:
    """The token of a phrase that governs the rest: carried in "carried out an attack"."""
    inside = range(match.first, match.last + 1)
    tops = [token for token in inside if document.head[token] not in inside or document.head[token] == token]
    return next((token for token in tops if document.pos[token] == "VERB"), tops[-1])


def _read(document: Document, token: int) -> Reading | None:
    if is_nominal(document, token):
        return nominal(document, token)
    return participle(document, token) or active(document, token)


def _directed(document: Document, reading: Reading, match: Match | None) -> Reading:
    """The reading, where the object is part of the phrase (launched an attack): what the phrase is directed at undergoes."""
    if match is not None and reading.patient is not None and match.first <= reading.patient <= match.last:
        return replace(reading, patient=next(objects(document, reading.patient, DIRECTED), None))
    return reading
