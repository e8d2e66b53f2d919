"""Who acts and who undergoes in a clause, also where the words for it stand elsewhere: before a conjunction, above a relative
pronoun, in the clause that controls an infinitive or participle.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from framing.document import Document
from framing.measures.actions.passives import MEASURE, by_agent
from framing.measures.actions.words import AGAINST, EFFECTS, FROM_OBJECT, OBJECT_CONTROL, SUBJECT_CONTROL, UNDERGO
from framing.measures.mentions.words import PLACES

_SUBJECT = ("nsubj", "nsubjpass")
_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "xcomp", "conj", "parataxis", "dep")
_RELATIVE = ("WP", "WDT", "IN")
_PREDICATE = ("acomp", "attr", "oprd")
_FINITE = ("VBD", "VBZ", "VBP")


@dataclass(frozen=True)
class Reading:
    """Construction, and token index of agent and patient."""

    construction: str
    agent: int | None
    patient: int | None


def active(document: Document, verb: int) -> Reading | None:
    """The reading of a verb that is no passive; None when it is no verb of a clause (a participle before a noun)."""
    if document.pos[verb] not in ("VERB", "AUX") or document.dep[verb] in ("amod", "compound"):
        return None
    if document.tag[verb] == "VBN" and document.dep[verb] not in _CLAUSES:  # evacuate the injured
        return None
    doer, undergoer = subject(document, verb), patient(document, verb)
    if undergoer is None and document.lemma[verb].lower() in UNDERGO:
        return Reading("intransitive", None, doer)
    return Reading("active", doer, undergoer)


def passive(document: Document, verb: int, *, share: bool) -> Reading:
    """The reading of a passive. share: whether an agent behind a later coordinated participle is this one's too."""
    agent = by_agent(document, verb)
    if agent is None and share:
        agent = next((found for other in _later(document, verb) if (found := by_agent(document, other)) is not None), None)
    return Reading("agentless_passive" if agent is None else "passive_with_agent", agent, subject(document, verb))


def is_coordinated_passive(document: Document, token: int, passives: set[int]) -> bool:
    """Whether a participle without auxiliary shares that of the passive before it: was beaten and robbed."""
    return document.dep[token] == "conj" and document.head[token] in passives and _is_bare_participle(document, token)


def participle(document: Document, token: int) -> Reading | None:
    """The reading of a past participle that modifies a noun or clause (the town captured by rebels); None for anything else."""
    if document.dep[token] not in ("acl", "advcl") or not _is_bare_participle(document, token) or document.lemma[token] in UNDERGO:
        return None
    return Reading("participle", by_agent(document, token), subject(document, token))


def _is_bare_participle(document: Document, token: int) -> bool:
    labels = {document.dep[child] for child in document.children[token]}
    return document.tag[token] == "VBN" and not labels & {"nsubj", "dobj", "aux", "auxpass"}


def subject(document: Document, verb: int) -> int | None:
    """Head of what the verb is said of, the antecedent for a relative pronoun; None when the text leaves it open."""
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        for holder in (verb, document.head[verb]) if document.dep[verb] in _PREDICATE else (verb,):
            for child in document.children[holder]:
                if document.dep[child] in _SUBJECT:
                    return antecedent(document, child)
        dep, head = document.dep[verb], document.head[verb]
        if dep in ("acl", "amod") and (above := _goes_on_with(document, verb)) is not None:
            verb = above
            continue
        if dep in ("acl", "amod"):
            return None if document.tag[verb] == "VB" else head
        if dep == "ccomp" and document.tag[verb] in _FINITE:  # the attack that witnesses say killed ten: not the witnesses
            return document.head[head] if document.dep[head] == "relcl" else None
        if dep == "pcomp":
            prep, head = head, document.head[head]
            while document.pos[head] in ("NOUN", "ADP") and document.dep[head] in ("pobj", "dobj", "prep"):
                if (possessor := _possessor(document, head)) is not None:
                    return possessor
                if document.dep[head] == "dobj" and document.lemma[document.head[head]] in OBJECT_CONTROL:
                    return head  # accused the men of killing
                prep, head = head, document.head[head]  # claimed responsibility for killing, in addition to killing
            if document.pos[head] not in ("VERB", "AUX"):
                return None
            if document.lower[prep] in FROM_OBJECT and (controller := _object(document, head)) is not None:
                return controller
        elif dep == "xcomp" and document.lemma[head] not in SUBJECT_CONTROL and (controller := _object(document, head)) is not None:
            return controller
        elif dep not in ("xcomp", "conj", "advcl", "ccomp", "dep", *_PREDICATE):
            return None
        verb = head
    return None


def _goes_on_with(document: Document, verb: int) -> int | None:
    """The verb whose subject brought about what a participle says, where the parser hangs that on a noun between them that did not:
    "rockets fell on a suburb, killing four", "jets bombed the port on Saturday wounding a guard".
    """
    noun = document.head[verb]
    if document.tag[verb] != "VBG" or document.lemma[verb].lower() not in EFFECTS or document.dep[noun] not in ("pobj", "dobj", "npadvmod"):
        return None
    apart = document.words[verb - 1] in (",", "-", "–", "—")
    nowhere = document.entity[noun] in ("GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL") or document.lemma[noun].lower() in PLACES
    if not apart and not nowhere:
        return None
    return next((above for above in document.ancestors(noun) if document.pos[above] == "VERB"), None)


def patient(document: Document, verb: int) -> int | None:
    """Head of what an active verb is done to: its object, one shared with a later coordinated verb, or the noun of its relative clause."""
    own = _object(document, verb)
    if own is not None:
        return own
    target = next(objects(document, verb, AGAINST), None)
    if target is not None:
        return antecedent(document, target)
    if document.dep[verb] == "relcl" and document.lemma[verb].lower() not in UNDERGO and _lacks_object(document, verb):
        return document.head[verb]
    if any(document.dep[child] in ("prep", "prt", "advcl") for child in document.children[verb] if child > verb):
        return None
    return next((found for other in _later(document, verb) if (found := _object(document, other)) is not None), None)


def objects(document: Document, token: int, prepositions: Container[str]) -> Iterator[int]:
    """Nouns behind these prepositions to the token's right, times and amounts apart (not: on Monday)."""
    for preposition in document.children[token]:
        if preposition > token and document.dep[preposition] == "prep" and document.lower[preposition] in prepositions:
            for noun in document.children[preposition]:
                if document.dep[noun] == "pobj" and document.entity[noun] not in MEASURE:
                    yield noun


def antecedent(document: Document, token: int) -> int:
    """What a relative pronoun refers to; any other token itself."""
    if document.tag[token] not in _RELATIVE or document.lower[token] not in ("who", "whom", "which", "that"):
        return token
    for above in document.ancestors(token):
        if document.dep[above] == "relcl":
            return document.head[above]
    return token


def _object(document: Document, verb: int) -> int | None:
    """The verb's object; the subject when the verb is passive."""
    labels = ("dobj", "nsubjpass") if any(document.dep[child] == "auxpass" for child in document.children[verb]) else ("dobj",)
    return next((antecedent(document, child) for child in document.children[verb] if document.dep[child] in labels), None)


def _lacks_object(document: Document, verb: int) -> bool:
    """Whether the noun of a relative clause is its object: "the town (that) rebels took", not "the town where", "the men who attacked"."""
    subjects = [child for child in document.children[verb] if document.dep[child] == "nsubj"]
    if not subjects or document.lower[subjects[0]] in ("who", "which", "that"):
        return False
    relatives = [child for child in document.subtree(verb) if document.tag[child] in ("WRB", "WP", "WDT", "WP$")]
    return all(document.head[relative] == verb and document.tag[relative] != "WRB" for relative in relatives)


def _later(document: Document, verb: int) -> list[int]:
    """The verbs coordinated behind this one that say nothing of a subject of their own."""
    chain, at = [], verb
    while at is not None:
        at = next((c for c in document.children[at] if document.dep[c] == "conj" and document.pos[c] == "VERB" and c not in chain), None)
        if at is None or any(document.dep[child] in _SUBJECT for child in document.children[at]):
            break
        chain.append(at)
    return chain


def _possessor(document: Document, noun: int) -> int | None:
    return next((child for child in document.children[noun] if document.dep[child] == "poss"), None)
