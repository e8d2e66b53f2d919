"""Passive verbs of a parsed text: which verb, what was done to whom, and by whom if that is said.

Counts a participle with a passive auxiliary (be, get), or with a passive subject. A participle that only modifies a noun ("the town
captured in May") is none, nor is a coordinated participle without an auxiliary of its own: Universal Dependencies 2 (aux:pass,
nsubj:pass; de Marneffe et al. 2021) draws the line there. The parser's labels are the start; what it gets wrong by class is put right:
participles that it takes for predicate adjectives ("is committed to", "was alarmed by"), adjectives and active verbs that it takes
for passives ("is gone", "is bound to", "'s been writing"), headlines without auxiliary, and by-phrases hung on the wrong word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from framing.document import Document
from framing.measures.actions.words import (
    ADJECTIVES, BARE_MANNER, EVENT_ENDINGS, EVENT_NOUNS, NO_PASSIVE, NOT_AGENTS, OBLIGATORY_OBJECT, STATES, VERBS_WITH_BY,
)  # fmt: skip

_PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
_COMPLEMENT = frozenset({"acomp", "attr", "oprd"})
_MEASURE = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})


@dataclass(frozen=True)
class Passive:
    """Token indices: the participle, the head of its subject (what it is done to) and of its agent; None where there is none."""

    verb: int
    subject: int | None
    agent: int | None


def passives(document: Document) -> Iterator[Passive]:
    """The passives of a text, in order."""
    for token in range(len(document)):
        if _has_passive_labels(document, token) or _is_complement(document, token) or _is_headline_passive(document, token):
            yield Passive(token, passive_subject(document, token), by_agent(document, token))


def passive_subject(document: Document, verb: int) -> int | None:
    """What the passive verb is said of: its own subject, or that of the copula it complements."""
    holders = [verb] + ([document.head[verb]] if document.dep[verb] in _COMPLEMENT else [])
    for holder in holders:
        for child in document.children[holder]:
            if document.dep[child] in ("nsubjpass", "nsubj"):
                return child
    return document.head[verb] if document.dep[verb] == "acl" else None


def by_agent(document: Document, verb: int) -> int | None:
    """The noun after `by` that did it. Not: by Friday, by ten percent, by force, by using."""
    for by in _by_phrases(document, verb):
        for noun in document.children[by] or _next_noun(document, by):
            if document.dep[noun] != "pcomp" and _can_act(document, noun):
                return noun
            if document.entity[noun] in ("PERCENT", "CARDINAL") and (people := _share(document, noun)) is not None:
                return people
            if document.dep[noun] == "pcomp" and document.pos[noun] not in ("VERB", "AUX"):
                return noun
            if document.dep[noun] == "pcomp" and any(document.tag[child] in ("WP", "WDT") for child in document.children[noun]):
                return noun  # by what they found
    return None


def _next_noun(document: Document, by: int) -> list[int]:
    """What a `by` without an object has lost to an insertion: by -- it seems -- three men."""
    last = document.sentences[document.sentence_of[by]][1]
    nouns = (token for token in range(by + 1, last) if document.pos[token] in ("NOUN", "PROPN"))
    return [noun for noun in nouns if document.dep[noun] not in ("compound", "nsubj", "poss", "npadvmod")][:1]


def _by_phrases(document: Document, verb: int) -> Iterator[int]:
    own = [child for child in document.children[verb] if document.lower[child] == "by" and child > verb]
    yield from own
    if not own:
        yield from _strayed(document, verb)
        head = document.head[verb]
        if document.dep[verb] == "ccomp" and head > verb:  # "was built, she said, by refugees"
            yield from (child for child in document.children[head] if document.lower[child] == "by" and child > head)


def _strayed(document: Document, verb: int) -> Iterator[int]:
    """By-phrases to the right that hang on a noun, or on an infinitive, which takes none: they are the passive verb's."""
    for by in document.subtree(verb):
        if by > verb and document.lower[by] == "by" and document.dep[by] in ("prep", "agent") and _reaches(document, document.head[by], verb):
            yield by


def _reaches(document: Document, token: int, verb: int) -> bool:
    """Whether a by-phrase on the token may be the verb's: a noun that is no event or work, or an active infinitive, below the verb."""
    noun = document.pos[token] in ("NOUN", "PROPN") and document.dep[token] in ("dobj", "pobj", "oprd", "attr", "npadvmod")
    noun = noun and not (document.lemma[token] in EVENT_NOUNS or document.lower[token].endswith(EVENT_ENDINGS))
    infinitive = document.dep[token] == "xcomp" and document.tag[token] == "VB" and document.head[token] == verb
    infinitive = infinitive and document.lemma[token] not in VERBS_WITH_BY
    if not (noun and token > verb or infinitive and not any(document.dep[child] == "auxpass" for child in document.children[token])):
        return False
    while token != verb:
        if document.dep[token] not in ("dobj", "pobj", "prep", "oprd", "attr", "xcomp", "npadvmod", "dative", "pcomp"):
            return False
        token = document.head[token]
    return True


def _share(document: Document, noun: int) -> int | None:
    """The people in "64 percent of voters" and "three of the men"."""
    of = [child for child in document.children[noun] if document.lower[child] == "of"]
    return next((child for child in document.children[of[0]] if document.dep[child] == "pobj"), None) if of else None


def _can_act(document: Document, noun: int) -> bool:
    if document.entity[noun] in _MEASURE or document.lemma[noun].lower() in NOT_AGENTS:
        return False
    if document.entity[noun] == "CARDINAL" and document.pos[noun] == "NUM" and document.lower[noun][0].isdigit():
        return False
    return not (document.lower[noun] in BARE_MANNER and not document.children[noun])


def _has_passive_labels(document: Document, token: int) -> bool:
    labels = {document.dep[child] for child in document.children[token]}
    if "auxpass" not in labels and not labels & _PASSIVE_SUBJECT:
        return False
    if document.tag[token] in ("VBG", "VB", "NN", "NNS", "RB", "IN") or document.lemma[token] in NO_PASSIVE:
        return False
    if "nsubj" in labels and not labels & _PASSIVE_SUBJECT and document.tag[token] == "VBD":  # "what we did was we stayed"
        return False
    return not _is_state(document, token)


def _is_complement(document: Document, token: int) -> bool:
    """Whether a participle is the predicate of be or get though the parser calls it an adjective."""
    verb = document.head[token]
    if document.dep[token] not in _COMPLEMENT or document.lemma[verb] not in ("be", "get") or verb == token:
        return False
    if document.tag[token] not in ("VBN", "VBD") and not (document.tag[token] == "JJ" and document.lower[token].endswith("ed")):
        return False
    if token and document.words[token - 1] in ("-", "–") or "-" in document.lower[token]:  # short-lived, self-inflicted
        return False
    if any(document.dep[child] == "agent" or document.lower[child] == "by" for child in document.children[token]):
        return True
    if document.lower[token] in ADJECTIVES or document.lower[token].endswith(("handed", "minded", "hearted")):
        return False
    if document.tag[token] == "JJ" and document.lower[token].startswith("un"):
        return False
    return not _is_state(document, token)


def _is_state(document: Document, token: int) -> bool:
    """Whether a participle has become an adjective of its own, or is one before an infinitive (is bound to, is set to)."""
    word = document.lower[token]
    if any(document.lower[child] == "by" for child in document.children[token]):
        return False
    if word == "done":  # "you are done", but "it is done", "to be done"
        return any(document.lower[child] in ("i", "you", "we", "he", "she", "they") for child in document.children[token])
    return word in STATES or (word in ("bound", "set", "poised") and any(document.dep[child] == "xcomp" for child in document.children[token]))


def _is_headline_passive(document: Document, token: int) -> bool:
    """Whether the main verb of a telegraphic sentence is a passive without its auxiliary: "Dozens killed in strike"."""
    if document.tag[token] not in ("VBN", "VBD") or document.dep[token] != "ROOT" or document.lemma[token] not in OBLIGATORY_OBJECT:
        return False
    labels = {document.dep[child] for child in document.children[token]}
    if "nsubj" not in labels or labels & {"aux", "dobj", "ccomp", "xcomp", "prt"}:
        return False
    following = token + 1 if token + 1 < document.sentences[document.sentence_of[token]][1] else None
    return following is None or document.pos[following] in ("ADP", "PUNCT", "SCONJ", "CCONJ")
