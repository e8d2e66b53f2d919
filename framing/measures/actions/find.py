"""The actions of a text: passives, and clauses and nouns with a word of interest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from framing.document import Document
from framing.lexicon import Matcher, TermLexicon
from framing.measures.actions.nominals import nominal
from framing.measures.actions.participants import active, is_participle_passive, shared_agent
from framing.measures.actions.passives import Passive, by_agent, passive_subject, passives


@dataclass(frozen=True)
class Action:
    """One action.

    sentence: index of its sentence. verb_start, verb_end: character offsets of the verb (or noun), one token.
    verb: its lemma. category: group of the lexicon; None for a passive of no verb of interest.
    construction: active, passive_with_agent, agentless_passive, intransitive or nominal.
    agent, patient: token index of the head of who acts, and of whom or what it is done to; None where the text does not say.
    """

    sentence: int
    verb_start: int
    verb_end: int
    verb: str
    category: str | None
    construction: str
    agent: int | None
    patient: int | None


def find(document: Document, verbs: TermLexicon | Matcher | None) -> list[Action]:
    """The actions of a parsed text, in text order; one a verb. verbs: the words of interest (english/action-verbs), or None."""
    categories = _categories(document, verbs)
    found = {passive.verb: passive for passive in passives(document)}
    for token in categories:
        if token not in found and is_participle_passive(document, token, found):
            found[token] = Passive(token, passive_subject(document, token), by_agent(document, token))
    actions = []
    for token in sorted({*found, *categories}):
        construction, agent, patient = _read(document, token, found, interest=token in categories)
        if construction is not None:
            category = categories.get(token)
            actions.append(_action(document, token, category, construction, agent, patient))
    return actions


def _read(
    document: Document, token: int, found: dict[int, Passive], *, interest: bool
) -> tuple[str | None, int | None, int | None]:
    """(construction, agent, patient) of the token."""
    if token in found:
        passive = found[token]
        agent = passive.agent
        if agent is None and interest:
            agent = shared_agent(document, token, found)
        return ("agentless_passive" if agent is None else "passive_with_agent"), agent, patient_of(document, passive, found)
    if document.pos[token] in ("NOUN", "PROPN"):
        return ("nominal", *nominal(document, token))
    return active(document, token) if document.pos[token] in ("VERB", "AUX") else (None, None, None)
