"""What of a topic can be found among given words: a parse is not needed to tell that a label does not occur."""

from __future__ import annotations

from collections.abc import Collection

from framing.document import Document
from framing.lexicon import TopicLexicon
from framing.lexicon.entry import Piece, fold
from framing.lexicon.model import Entry
from framing.measures.mentions.lemma import singular


def vocabulary(document: Document) -> set[str]:
    """All that a word of an entry may be compared with in the document: forms, base forms, singulars, and forms less an `s`."""
    singulars = {fold(singular(lemma)) for lemma in document.folded}
    return {*document.lower, *document.folded, *singulars, *(form[:-1] for form in document.lower if form.endswith("s"))}


def within(topic: TopicLexicon, words: Collection[str]) -> list[tuple]:
    """The entries of the topic that could be found among the words, as plain values without their lines in the file."""
    words = frozenset(words) | {"-"}  # which matches all kinds of hyphens

    def has(piece: Piece) -> bool:
        return any(word.startswith(piece.text) for word in words) if piece.prefix else piece.text in words

    entries = [entry for actor in topic.actors.values() for entry in (*actor.exceptions, *actor.entries)]
    return [_plain(entry) for entry in entries if all(any(all(map(has, way)) for way in word) for word in entry.words)]


def _plain(entry: Entry) -> tuple:
    demands = [[[(one.text, one.exact, sorted(one.pos), int(one.case), one.prefix) for one in way] for way in word] for word in entry.words]
    return entry.id, entry.group, entry.kind, entry.text, demands, entry.connotation, sorted(entry.unless), sorted(entry.only)
