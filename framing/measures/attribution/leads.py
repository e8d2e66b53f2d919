"""What leads to a cue and belongs to it: "tried to explain", "went on by saying", "issued a statement denying", "repeated his claim".

The verb in front carries the tense, the negation and often the speaker; PolNeAR and PARC count it as part of the cue.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from framing.document import Document
from framing.measures.attribution.subjects import subject
from framing.measures.attribution.tree import child

_BEFORE = frozenset(("aux", "auxpass", "neg", "advmod"))
_KEEPS = frozenset(("have", "hold", "harbor", "harbour", "put"))
"""Carriers that keep rather than publish: in "they have letters proving it" the letters prove it."""
_SPENDS = frozenset(("spend", "take"))
"""Verbs of passing time, whose object says nothing: "spent the evening defending", "took turns denying"."""
_NEAR = 5
_FAR = 16
"""Tokens between the leading verb and the cue at the most: of a chain of verbs, and of a verb with what was published."""
_BRIEF = 3
"""Of a verb with the phrase it stands in."""
_NOMINAL = frozenset(("NOUN", "PROPN"))


@dataclass(frozen=True)
class Lead:
    """The verb that leads to a cue: its first token with auxiliaries, and the speaker where it is not the cue's own subject."""

    first: int
    source: int | None = None


def lead(
    document: Document, cue: int, source: int | None, *, carriers: Collection[str], media: Collection[str] = (), stop: Collection[int] = ()
) -> Lead | None:
    """The lead of the cue headed by a token; None when it stands for itself.

    source: the cue's own source. carriers: lemmas of verbs that only carry a noun of speech. media: lemmas of nouns of what is published
    or sent. stop: verbs that lead to nothing (cues
    that another cue resumes).
    """
    if document.pos[cue] in _NOMINAL:
        return _of_noun(document, cue, source, carriers)
    if document.pos[cue] != "VERB":
        return None
    return _published(document, cue, carriers, media) or _chain(document, cue, source, stop)


def _of_noun(document: Document, noun: int, source: int | None, carriers: Collection[str]) -> Lead | None:
    verb = document.head[noun]
    if document.dep[noun] == "pobj" and document.lower[verb] == "in" and source is not None and source < verb:
        above = document.head[verb]  # "spoke in defence of"
        return Lead(_first(document, above)) if document.pos[above] == "VERB" and source < above and 0 < noun - above <= _BRIEF else None
    if document.dep[noun] != "dobj" or not 0 < noun - verb <= _NEAR:
        return None
    if document.lemma[verb].lower() not in carriers:  # "avoided criticism of" is an act of who avoids it, "dropped her claim" is not
        own = source is not None and source < verb and child(document, noun, ("poss",)) is None and source == subject(document, verb)
        return Lead(_first(document, verb)) if own else None
    if source is None or not verb < source < noun:
        return Lead(_first(document, verb))
    if document.pos[source] != "PRON":
        return None
    speaker = subject(document, verb)  # "she repeated her claim": the verb's subject is named, the possessor only referred to
    return None if speaker is None else Lead(_first(document, verb), speaker)


def _published(document: Document, cue: int, carriers: Collection[str], media: Collection[str]) -> Lead | None:
    """ "issued a statement denying ...", "ran an advertisement that mocked ...": who published it speaks."""
    noun = document.head[cue]
    participle = document.tag[cue] == "VBG" and document.dep[cue] in ("acl", "advcl")
    if participle and document.dep[noun] != "dobj":  # "sent a letter to members on Monday urging": the parse may skip the letter
        noun = next((c for c in document.children[_clause_verb(document, noun)] if document.dep[c] == "dobj" and c < cue), noun)
        if document.lemma[noun].lower() not in media:
            return None
    verb = document.head[noun]
    if document.dep[noun] != "dobj" or not 0 < cue - verb <= _FAR or document.entity[noun] == "PERSON":
        return None
    if document.words[cue - 1] in (",", "—", "–", "--"):  # "issued a statement, saying" publishes and says
        return None
    lemma = document.lemma[verb].lower()
    if lemma in _KEEPS or not (participle or _relative(document, cue)):
        return None
    if lemma not in carriers and lemma not in _SPENDS and not (participle and document.lemma[noun].lower() in media):
        return None
    speaker = subject(document, verb)
    return None if speaker is None else Lead(_first(document, verb), speaker)


def _clause_verb(document: Document, token: int) -> int:
    """The verb above the object of a preposition, or the token itself."""
    if document.dep[token] != "pobj":
        return token
    above = document.head[document.head[token]]
    return document.head[above] if document.dep[above] == "dobj" else above


def _relative(document: Document, verb: int) -> bool:
    """Whether a verb heads a relative clause of which "that" or "which" is the subject."""
    return document.dep[verb] == "relcl" and any(
        document.dep[c] == "nsubj" and document.lower[c] in ("that", "which") for c in document.children[verb]
    )


def _chain(document: Document, cue: int, source: int | None, stop: Collection[int]) -> Lead | None:
    """The verbs above an infinitive or gerund, each right behind the last: "was reluctant to endorse", "began by listing"."""
    at = cue
    while (above := _above(document, at)) is not None and above not in stop and not (source is not None and above < source < at):
        at = above
    return None if at == cue else Lead(_first(document, at))


def _above(document: Document, verb: int) -> int | None:
    dep, head = document.dep[verb], document.head[verb]
    if dep == "xcomp" and document.pos[head] in ("AUX", "VERB") and 0 < verb - head <= _NEAR:
        return head
    if dep == "acl" and document.dep[head] == "dobj" and document.pos[document.head[head]] == "VERB" and _to(document, verb):
        above = document.head[head]  # "made an effort to explain", "took the chance to thank"
        return above if 0 < verb - above <= _NEAR and head - above > 0 else None
    if dep == "advcl" and document.pos[head] == "VERB" and 0 < verb - head <= _NEAR and _to(document, verb):
        return head  # "went out to deny", "broke his silence to dispute"
    if dep == "xcomp" and document.dep[head] == "acomp" and document.pos[document.head[head]] == "AUX" and 0 < verb - head <= 3:
        copula = document.head[head]
        return copula if 0 < head - copula <= 3 else None
    if dep == "pcomp" and document.dep[head] == "prep" and document.pos[document.head[head]] == "VERB":
        above = document.head[head]
        if document.lower[head] in _TIMES:  # "replied before adding": two cues
            return None
        return above if 0 < verb - above <= 3 and 0 < head - above <= 2 else None
    return None


_TIMES = frozenset(("after", "before", "since", "while"))


def _to(document: Document, verb: int) -> bool:
    """Whether a verb is an infinitive with "to" that no comma sets off."""
    to = next((c for c in document.children[verb] if document.lower[c] == "to" and document.dep[c] == "aux"), None)
    return document.tag[verb] == "VB" and to is not None and document.words[min(document.subtree(verb)) - 1] != ","


def _first(document: Document, verb: int) -> int:
    """The verb's first auxiliary, negation or adverb that stands right before it."""
    first = verb
    while first > 0 and document.head[first - 1] == verb and document.dep[first - 1] in _BEFORE and document.lower[first - 1] != "to":
        first -= 1
    return first
