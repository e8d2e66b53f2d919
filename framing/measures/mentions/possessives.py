"""Possessors in a text that lost its apostrophes ("Castells forces"), as some archives and scrapers leave it.

A parser takes such a possessor for a premodifier, so that label and possessor become one. In a text without a single apostrophe, a name
with an `s` that the lexicon does not have so, or a noun in the plural, right before a noun is read as its possessor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.document import Document
from framing.lexicon.entry import fold
from framing.measures.mentions.index import Found, Index, lost_marks
from framing.measures.mentions.lemma import is_misspelt
from framing.measures.mentions.premodifiers import PREMODIFIER

_BEFORE_NOUN = PREMODIFIER | {"npadvmod", "nummod", "dep"}
_PLURAL = frozenset({"NNS", "NNPS"})


def with_possessors(document: Document, found: Sequence[Found], index: Index) -> Document:
    """The document, where it lost its apostrophes, with its possessors tied as such; else the document itself."""
    if not lost_marks(document):
        return document
    ties = dict(_ties(document, found, index))
    return document.with_relations([ties.get(token, dep) for token, dep in enumerate(document.dep)]) if ties else document


def _ties(document: Document, found: Sequence[Found], index: Index) -> Iterator[tuple[int, str]]:
    """(last token, its relation) of each possessor, and of each label before another: such texts lost the commas of their lists as well."""
    at = {token: span for span in found for token in range(span.first, span.last + 1)}
    for span in found:
        token = span.last
        governor = document.head[token]
        if not span.is_phrase or not document.lower[token].endswith("s") or document.dep[token] not in _BEFORE_NOUN or governor <= token:
            continue
        if span.name:
            if _is_possessive(document, span, index):
                yield token, "poss"
        elif document.tag[token] in _PLURAL or is_misspelt(document.words[token]):
            yield token, "dep" if governor in at and at[governor].label else "poss"


def _is_possessive(document: Document, span: Found, index: Index) -> bool:
    """Whether the name stands there with an `s` that the lexicon does not have."""
    written = " ".join(fold(word) for word in document.words[span.first : span.last + 1])
    return not any(written in index.names[actor] for actor in span.name)
