"""Cues that go on from another cue of the same source, though the parse buries them in its content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.document import Document
from framing.measures.attribution.clauses import TENSED, Complement
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.tree import SUBJECTS, child

_REPORTS = frozenset(("neutral", "assertive", "doubting", "conceding", "accusing", "factive"))


def resumptions(document: Document, cues: Sequence[Cue], held: Mapping[int, Complement | None]) -> dict[int, int]:
    """Cues that the parse buries in another cue's content though the same source goes on: cue -> the cue it goes on from.

    "She said the road was closed but added that ..." and "..., she said, citing the mayor": a coordinate verb in the cue's own
    tense without a subject, and a participle behind a comma.
    """
    heads = {cue.head: cue for cue in cues}
    resumed = {}
    for cue in cues:
        complement_ = held[cue.head]
        if complement_ is None or complement_.whole:
            continue
        inside = {t for head in complement_.heads for t in document.subtree(head)}
        for other in sorted(inside):
            if other <= cue.head or other not in heads or child(document, other, SUBJECTS) is not None:
                continue
            joined = document.dep[other] == "conj" and document.head[other] in complement_.heads
            same = joined and document.tag[other] == document.tag[cue.head] == "VBD"
            if joined and _disagrees(document, other, cue.head):
                resumed.setdefault(other, cue.head)  # "some fear that it has failed and warn that ...": it cannot be what warns
            if joined and document.tag[document.head[other]] == "VB" and document.tag[other] == document.tag[cue.head] != "VB":
                resumed.setdefault(other, cue.head)  # "urged them to stay and called on ...": no finite verb joins an infinitive
            participle = document.tag[other] == "VBG" and document.dep[other] in ("advcl", "acl") and _set_off(document, other)
            if (same and heads[other].stance in _REPORTS) or (participle and heads[other].stance in _REPORTS):
                resumed.setdefault(other, cue.head)
    return resumed


def _disagrees(document: Document, other: int, cue: int) -> bool:
    """Whether a verb has the tense and number of the cue, and not those of the verb in the content that the parse joins it to."""
    form = _form(document, other)
    return form in ("VBD", "VBZ", "VBP", "VBG") and form == _form(document, cue) != _form(document, document.head[other])


def _form(document: Document, verb: int) -> str:
    """The tag of what is finite in a verb phrase, else the verb's own."""
    helpers = [c for c in document.children[verb] if document.dep[c] in ("aux", "auxpass") and document.tag[c] in TENSED]
    return document.tag[helpers[0] if helpers else verb]


def _set_off(document: Document, verb: int) -> bool:
    """Whether a comma or dash stands before a verb, marks between skipped: 'the dam "will hold," adding ...'."""
    before = verb - 1
    while before > 0 and document.words[before] in ("”", '"', "''", "’"):
        before -= 1
    return document.words[before] in (",", "—")
