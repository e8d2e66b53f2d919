"""A complement that holds content, and what kind of clause a verb heads."""

from __future__ import annotations

from dataclasses import dataclass

from framing.document import Document
from framing.measures.attribution.tree import child

TENSED = frozenset(("VBD", "VBZ", "VBP", "MD"))
_UNSPOKEN = frozenset(("target", "attitude", "intention", "impression"))
ASSERTS = frozenset(("neutral", "assertive", "factive", "doubting", "conceding", "cognitive"))


@dataclass(frozen=True)
class Complement:
    """Content by token: heads of the phrases that hold it, the construction, the preposition that belongs to the cue if any.

    whole: the content is the rest of the clause that heads[0] governs, around the cue.
    unspoken: those of the heads that are not the source's words (the addressee of a request, what is being called names).
    """

    heads: tuple[int, ...]
    rule: str
    preposition: int | None = None
    whole: bool = False
    unspoken: tuple[int, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether the content is somebody's words or thoughts; objects of judgment, will and impression are the outlet's wording."""
        return self.rule not in _UNSPOKEN


def is_finite(document: Document, verb: int) -> bool:
    """Whether a verb has a tense or a subject of its own."""
    if document.tag[verb] in TENSED or child(document, verb, ("nsubj", "nsubjpass")) is not None:
        return True
    return any(document.dep[c] in ("aux", "auxpass") and document.tag[c] in TENSED for c in document.children[verb])


def is_marked(document: Document, verb: int, marks: tuple[str, ...]) -> bool:
    """Whether one of the conjunctions opens the verb's clause."""
    return any(document.dep[c] == "mark" and document.lower[c] in marks for c in document.children[verb])


def is_infinitive(document: Document, verb: int) -> bool:
    """Whether a verb has its "to"."""
    return any(document.lower[c] == "to" and document.dep[c] == "aux" for c in document.children[verb])
