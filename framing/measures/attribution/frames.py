"""Words with what they govern, listed as cues or not: what a scorer that was trained on somebody's annotations may take for an attribution.

A frame is a word and the relation to what may be its content: verb oppose + object, noun philosophy + of, adjective angry + at. The rules
know some hundred of them from their lexicons; which others a codebook counts is learned from the articles that were coded with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.document import Document
from framing.measures.attribution.clauses import Complement
from framing.measures.attribution.tree import child

HEADS = frozenset(("VERB", "NOUN", "ADJ"))
"""Parts of speech that head a frame."""
_OBJECTS = {"dobj": "target", "nsubjpass": "target", "ccomp": "clause", "oprd": "predicate"}
_INSIDE = ("pobj", "pcomp")


def frames(document: Document, token: int) -> Iterator[tuple[str, Complement]]:
    """(name, what it would attribute) of each frame that a verb, noun or adjective heads: "oppose VERB dobj", "angry ADJ at"."""
    pos = document.pos[token]
    if pos not in HEADS:
        return
    word = f"{document.lemma[token].lower()} {pos}"
    for held in document.children[token]:
        dep = document.dep[held]
        if dep == "prep" and held > token:
            inside = child(document, held, _INSIDE)
            if inside is not None:
                yield f"{word} {document.lower[held]}", Complement((inside,), "target", preposition=held)
        elif pos == "VERB" and dep in _OBJECTS:
            yield f"{word} {dep}", Complement((held,), _OBJECTS[dep])
        elif pos == "VERB" and dep == "xcomp" and held > token:
            yield f"{word} xcomp", Complement((held,), "infinitive")
        elif pos == "NOUN" and dep in ("acl", "relcl", "ccomp") and held > token and child(document, held, ("mark", "aux")) is not None:
            yield f"{word} clause", Complement((held,), "noun")
        elif pos == "ADJ" and dep in ("ccomp", "xcomp") and held > token:
            yield f"{word} clause", Complement((held,), "attitude")
