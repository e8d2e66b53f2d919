"""The actions of a text: passives, and clauses and nouns with a word of interest."""

from __future__ import annotations

from dataclasses import dataclass, replace

from framing.document import Document
from framing.lexicon import Match, Matcher
from framing.measures.actions.clauses import Reading, active, is_coordinated_passive, objects, participle, passive
from framing.measures.actions.nominals import is_nominal, nominal
from framing.measures.actions.passives import passives
from framing.measures.actions.words import DIRECTED


@dataclass(frozen=True)
class Action:
    """One action.

    sentence: index of its sentence. verb_start, verb_end: character offsets of the verb (or noun), one token.
    verb: its lemma. category: group of the lexicon; None for a passive of no verb of interest.
    construction: active, passive_with_agent, agentless_passive, participle, intransitive or nominal.
    agent, patient: token index of the head of who acts, and of whom or what it is done to; None where the text does not say.
        Coordinated nouns are led by the first; pronouns stay pronouns, but who, which and that lead to what they refer to.
    """

    sentence: int
    verb_start: int
    verb_end: int
    verb: str
    category: str | None
    construction: str
    agent: int | None
    patient: int | None


def find(document: Document, verbs: Matcher | None) -> list[Action]:
    """The actions of a parsed text, in text order, one a verb. verbs: matcher of the words of interest, or None for passives alone."""
    words = {_head(document, match): match for match in reversed(verbs.find_in(document) if verbs is not None else [])}
    found = set(passives(document))
    found |= {token for token in sorted(words) if is_coordinated_passive(document, token, found)}
    actions = []
    for token in sorted({*found, *words}):
        match = words.get(token)
        reading = _read(document, token, match, passive_in_form=token in found)
        if reading is not None:
            actions.append(
                Action(
                    document.sentence_of[token], document.start[token], document.end[token], document.lemma[token],
                    match.group if match else None, reading.construction, reading.agent, reading.patient,
                )
            )  # fmt: skip
    return actions


def _head(document: Document, match: Match) -> int:
    """The token of a phrase that governs the rest: carried in "carried out an attack"."""
    inside = range(match.first, match.last + 1)
    tops = [token for token in inside if document.head[token] not in inside or document.head[token] == token]
    return next((token for token in tops if document.pos[token] == "VERB"), tops[-1])


def _read(document: Document, token: int, match: Match | None, *, passive_in_form: bool) -> Reading | None:
    if passive_in_form:
        reading = passive(document, token, share=match is not None)
    elif is_nominal(document, token):
        reading = nominal(document, token)
    else:
        reading = participle(document, token) or active(document, token)
    if reading is not None and match is not None and reading.patient is not None and match.first <= reading.patient <= match.last:
        # The object is part of the phrase (launched an attack): what the phrase is directed at undergoes.
        return replace(reading, patient=next(objects(document, reading.patient, DIRECTED), None))
    return reading
