"""Passive verbs of a parsed text: which verb, what was done to whom, and by whom if that is said.

Counts a participle with a passive auxiliary (be, get), or with a passive subject. A participle that only modifies a noun ("the town
captured in May") is none, nor is a coordinated participle without an auxiliary of its own: Universal Dependencies 2 (aux:pass,
nsubj:pass; de Marneffe et al. 2021) draws the line there. The parser's labels are the start; what it gets wrong by class is put right:
participles that it takes for predicate adjectives ("is committed to", "was alarmed by"), adjectives and active verbs that it takes
for passives ("is gone", "is bound to", "'s been writing"), headlines without auxiliary, and by-phrases hung on the wrong word.
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.document import Document
from framing.measures.actions.words import (
    ADJECTIVES,
    BARE_MANNER,
    EVENT_ENDINGS,
    EVENT_NOUNS,
    NO_EVENTS,
    NO_PASSIVE,
    NOT_AGENTS,
    OBLIGATORY_OBJECT,
    STATES,
    VERBS_WITH_BY,
)  # fmt: skip

_PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_COMPLEMENT = frozenset({"acomp", "attr", "oprd"})
MEASURE = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL"})
"""Entity types of what is neither agent nor patient: by Friday, by ten percent."""


def passives(document: Document) -> Iterator[int]:
    """Token index of each passive verb, in order."""
    for token in range(len(document)):
        if _has_passive_labels(document, token) or _is_complement(document, token) or _is_headline_passive(document, token):
            yield token


def by_agent(document: Document, verb: int) -> int | None:
    """The noun after `by` that did it. Not: by Friday, by ten percent, by force, by using."""
    for by in _by_phrases(document, verb):
        objects = [child for child in document.children[by] if document.dep[child] in ("pobj", "pcomp")]
        for noun in objects or _next_noun(document, by):
            if document.dep[noun] == "pcomp":
                if _names_something(document, noun):
                    return noun
            elif _can_act(document, noun):
                return noun
            elif document.entity[noun] in ("PERCENT", "CARDINAL") and (people := _share(document, noun)) is not None:
                return people
    return None


def _names_something(document: Document, complement: int) -> bool:
    """Whether a clause after `by` stands for a thing (by what they found), not for a manner (by using)."""
    if document.pos[complement] not in ("VERB", "AUX"):
        return True
    return any(document.tag[child] in ("WP", "WDT") for child in document.children[complement])


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
        if document.dep[verb] == "ccomp" and head > verb and document.pos[head] == "VERB":  # "was built, she said, by refugees"
            yield from (child for child in document.children[head] if document.lower[child] == "by" and child > head)


def _strayed(document: Document, verb: int) -> Iterator[int]:
    """By-phrases to the right that hang on a noun, or on an infinitive, which takes none: they are the passive verb's."""
    for by in document.subtree(verb):
        is_by = by > verb and document.lower[by] == "by" and document.dep[by] in ("prep", "agent")
        if is_by and _reaches(document, document.head[by], verb):
            yield by


def _reaches(document: Document, token: int, verb: int) -> bool:
    """Whether a by-phrase on the token may be the verb's: a noun that is no event or work, or an active infinitive, below the verb."""
    if document.pos[token] in ("NOUN", "PROPN"):
        word = document.lower[token]
        own = document.lemma[token] in EVENT_NOUNS or (word.endswith(EVENT_ENDINGS) and word not in NO_EVENTS)
        possible = token > verb and not own
    else:
        simple = not any(document.dep[child] in ("auxpass", "ccomp", "xcomp", "advcl") for child in document.children[token])
        possible = document.dep[token] == "xcomp" and document.tag[token] == "VB" and simple and document.lemma[token] not in VERBS_WITH_BY
    if not possible:
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
    if document.entity[noun] in MEASURE or document.lemma[noun].lower() in NOT_AGENTS:
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
    if (token and document.words[token - 1] in ("-", "–")) or "-" in document.lower[token]:  # short-lived, self-inflicted
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
    before_infinitive = any(document.dep[child] == "xcomp" for child in document.children[token])
    return word in STATES or (before_infinitive and word in ("bound", "set", "poised"))


def _is_headline_passive(document: Document, token: int) -> bool:
    """Whether a verb that wants an object has none, as where telegraphic style drops the auxiliary: "Dozens killed in strike"."""
    if document.tag[token] not in ("VBN", "VBD") or document.lemma[token] not in OBLIGATORY_OBJECT:
        return False
    first, last = document.sentences[document.sentence_of[token]]
    labels = {document.dep[child] for child in document.children[token]}
    if labels & {"aux", "dobj", "ccomp", "xcomp", "prt"}:
        return False
    if document.dep[token] == "acl":  # the parser may take such a headline for a noun with a participle
        verbless = not any(document.tag[other] in _FINITE for other in range(first, last))
        return verbless and document.dep[document.head[token]] == "ROOT"
    following = token + 1 == last or document.pos[token + 1] in ("ADP", "PUNCT", "SCONJ")
    return following and document.dep[token] in ("ROOT", "ccomp", "advcl") and "nsubj" in labels
