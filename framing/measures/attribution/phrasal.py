"""Contents of cues of several words, which hang on their last noun or preposition: "take issue with X", "made the case that X"."""

from __future__ import annotations

from collections.abc import Iterator

from framing.document import Document
from framing.measures.attribution.clauses import Complement, is_infinitive, is_marked
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.groups import SAYS
from framing.measures.attribution.subjects import names_somebody, subject
from framing.measures.attribution.tree import SUBJECTS, child

_ON = frozenset(("about", "against", "at", "for", "of", "on", "over", "to", "toward", "towards", "with"))
"""Prepositions that lead from a phrase to what it is about."""


def of_phrase(document: Document, cue: Cue) -> Iterator[Complement]:
    """What a verbal phrase says or is about: the clause of its noun, the object of its preposition or of the one behind it."""
    speaker = subject(document, cue.head)
    if document.lemma[cue.head].lower() == "raise" and (speaker is None or not names_somebody(document, speaker)):
        return  # "the siege raised questions about ...": nobody asks them
    rule = "target" if cue.stance in SAYS else "attitude"
    for noun in range(cue.head + 1, cue.last + 1):
        if document.pos[noun] in ("NOUN", "PROPN", "ADJ"):
            for c in document.children[noun]:
                clause = document.dep[c] in ("acl", "relcl", "ccomp") and c > cue.last
                if clause and is_marked(document, c, ("that", "whether")) and child(document, c, SUBJECTS) is not None:
                    yield Complement((c,), "clause")
                elif clause and document.dep[c] == "acl" and is_infinitive(document, c) and cue.stance == "volitional":
                    yield Complement((c,), "intention")
    # "speak to", "stand with": a verb with its preposition may do many things; with a noun or particle between it is one of speech.
    for preposition in (cue.last, cue.last + 1) if cue.last > cue.first + 1 else (cue.last + 1,):
        if preposition < len(document) and document.dep[preposition] == "prep" and cue.first <= document.head[preposition] <= cue.last:
            held = child(document, preposition, ("pobj", "pcomp"))
            if held is not None and (preposition == cue.last or document.lower[preposition] in _ON) and not _when(document, held):
                yield Complement((held,), rule, preposition=preposition)


def _when(document: Document, token: int) -> bool:
    return document.entity[token] in ("DATE", "TIME")
