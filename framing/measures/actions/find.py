"""The actions of a text: passives, and clauses and nouns with a word of interest."""

from __future__ import annotations

from dataclasses import dataclass

from framing.document import Document
from framing.lexicon import Matcher
from framing.measures.actions.clauses import Reading, active, is_coordinated_passive, participle, passive
from framing.measures.actions.nominals import is_nominal, nominal
from framing.measures.actions.passives import passives


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
    categories = _categories(document, verbs)
    found = set(passives(document))
    found |= {token for token in sorted(categories) if is_coordinated_passive(document, token, found)}
    actions = []
    for token in sorted({*found, *categories}):
        reading = _read(document, token, found, interest=token in categories)
        if reading is not None:
            actions.append(
                Action(
                    document.sentence_of[token], document.start[token], document.end[token], document.lemma[token],
                    categories.get(token), reading.construction, reading.agent, reading.patient,
                )
            )  # fmt: skip
    return actions


def _categories(document: Document, verbs: Matcher | None) -> dict[int, str]:
    """Category of each token that is a word of interest, or the head of a phrase that is one."""
    categories: dict[int, str] = {}
    for match in verbs.find_in(document) if verbs is not None else ():
        inside = range(match.first, match.last + 1)
        head = next((token for token in inside if document.head[token] not in inside or document.head[token] == token), match.first)
        categories.setdefault(head, match.group)
    return categories


def _read(document: Document, token: int, found: set[int], *, interest: bool) -> Reading | None:
    if token in found:
        return passive(document, token, share=interest)
    if is_nominal(document, token):
        return nominal(document, token)
    return participle(document, token) or active(document, token)
