"""The words of a document, to tell without its parse what of a topic cannot be found in it."""

from __future__ import annotations

from collections.abc import Collection

from framing.document import Document
from framing.lexicon.entry import Piece, fold
from framing.lexicon.model import Entry
from framing.measures.mentions.lemma import singular


def vocabulary(document: Document) -> set[str]:
    """All that a word of an entry may be compared with in the document: forms, base forms, singulars, and forms less an `s`."""
    singulars = {fold(singular(lemma)) for lemma in document.folded}
    return {*document.lower, *document.folded, *singulars, *(form[:-1] for form in document.lower if form.endswith("s"))}


def may_occur(entry: Entry, words: Collection[str]) -> bool:
    """Whether the entry could be found among the words: false only where it cannot."""

    def has(piece: Piece) -> bool:
        if piece.prefix:
            return any(word.startswith(piece.text) for word in words)
        return piece.text in words or piece.text == "-"  # which matches all kinds of hyphens

    return all(any(all(map(has, way)) for way in word) for word in entry.words)


def told(entry: Entry) -> str:
    """All that the entry says, without its line in the file: equal for entries that find the same and mean the same."""
    demands = [[[(one.text, one.exact, sorted(one.pos), int(one.case), one.prefix) for one in way] for way in word] for word in entry.words]
    return repr((entry.id, entry.group, entry.kind, entry.text, demands, entry.connotation, sorted(entry.unless), sorted(entry.only)))
