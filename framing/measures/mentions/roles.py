"""Who does it and who has it done to them: the role of a noun phrase in its clause, and the verb that gives it."""

from __future__ import annotations

from framing.document import Document
from framing.measures.mentions.words import ASPECTUAL, QUANTITIES

Role = tuple[str, str | None]
"""(agent, patient or other; lemma of the verb, None for other)."""

OTHER: Role = ("other", None)
_COPULAS = frozenset({"be", "become", "remain", "seem", "appear"})
_ROLES = {"nsubj": "agent", "csubj": "agent", "nsubjpass": "patient", "csubjpass": "patient", "dobj": "patient", "dative": "patient"}
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def role_of(document: Document, head: int) -> Role:
    """The role of the phrase with this head.

    By-agents of passives count as agents; conjuncts share the role of the first; what is counted ("dozens of soldiers") has the role of
    the count; a phrase without a role of its own takes that of a relative or participial clause that it heads.
    """
    token = anchor(document, head)
    dep, governor = document.dep[token], document.head[token]
    if dep in _ROLES:
        return _as_verb(document, _ROLES[dep], governor)
    if dep == "pobj" and document.dep[governor] == "agent":
        return _as_verb(document, "agent", document.head[governor])
    return _inside(document, head)


def anchor(document: Document, head: int) -> int:
    """The token that carries the phrase's relation to its clause: up from conjuncts, and from what is counted to the count."""
    for _ in range(12):
        up = document.head[head]
        if document.dep[head] == "conj" and up < head and document.pos[up] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            head = up
        elif document.dep[head] == "pobj" and document.lower[up] == "of" and document.lemma[document.head[up]].lower() in QUANTITIES:
            head = document.head[up]
        else:
            break
    return head


def subject_of(document: Document, verb: int) -> int | None:
    """The subject of a verb: its own, that of the verb it is joined to or controlled by, or the noun that its clause modifies."""
    for _ in range(6):
        for child in document.children[verb]:
            if document.dep[child] in ("nsubj", "nsubjpass"):
                if document.lower[child] in _RELATIVE and document.dep[verb] == "relcl":
                    return document.head[verb]
                return child
        if document.dep[verb] in ("acl", "relcl"):
            return document.head[verb]
        if document.dep[verb] not in ("conj", "xcomp", "advcl") or document.head[verb] == verb:
            return None
        verb = document.head[verb]
    return None


def _as_verb(document: Document, role: str, verb: int) -> Role:
    if document.pos[verb] not in ("VERB", "AUX") and document.tag[verb][:1] != "V":
        return OTHER
    if role == "agent" and document.lemma[verb] in ASPECTUAL:
        # "began to shell": the doing is in the infinitive.
        done = [child for child in document.children[verb] if document.dep[child] == "xcomp" and document.tag[child] in ("VB", "VBG")]
        verb = done[0] if done else verb
    if role == "agent" and document.lemma[verb] in _COPULAS:
        return OTHER
    return role, document.lemma[verb]


def _inside(document: Document, head: int) -> Role:
    for child in document.children[head]:
        if child < head:
            continue
        if document.dep[child] == "relcl":
            for pronoun in document.children[child]:
                if document.lower[pronoun] in _RELATIVE and document.dep[pronoun] in _ROLES:
                    return _as_verb(document, _ROLES[document.dep[pronoun]], child)
        elif document.dep[child] == "acl" and document.tag[child] in ("VBG", "VBN"):
            return ("agent" if document.tag[child] == "VBG" else "patient"), document.lemma[child]
    return OTHER
