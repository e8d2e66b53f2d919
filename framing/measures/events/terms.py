"""What an article is about, as terms: base forms of its content words, and its named entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framing.document import Document

_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ"}
_AMOUNTS = {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "QUANTITY", "MONEY"}
_UNNAMED = {"the", "a", "an", "'s", "'"}
_SHORTEST = 3
_MARKS = "\"'“”‘’.,;:()[]-–— "


@dataclass(frozen=True)
class Terms:
    """An article's terms with how often it has each.

    written: entities and nouns as they are written, upper and lower case kept. opening: those in the headline or the first paragraph.
    """

    article_id: str
    words: Mapping[str, int]
    entities: Mapping[str, int]
    written: Mapping[str, str]
    opening: frozenset[str]


def terms(document: Document) -> Terms:
    """The terms of a document. Furniture has no tokens, so it has no terms; days and amounts are no terms."""
    words: Counter[str] = Counter()
    entities: Counter[str] = Counter()
    written: dict[str, str] = {}
    opening: set[str] = set()
    opens = _opening(document)
    for token, (lemma, pos, entity) in enumerate(zip(document.folded, document.pos, document.entity)):
        if pos in _CONTENT and entity not in _AMOUNTS and len(lemma) >= _SHORTEST and any(map(str.isalpha, lemma)):
            words[lemma] += 1
            if pos == "NOUN" and not entity:
                written.setdefault(lemma, document.lower[token])
                opening |= {lemma} if token < opens else set()
    for first, last in _entities(document):
        named = [token for token in range(first, last) if document.lower[token] not in _UNNAMED]
        if named:
            name = " ".join(document.lower[token] for token in named)
            entities[name] += 1
            written[name] = document.text[document.start[named[0]] : document.end[named[-1]]].strip(_MARKS)
            opening |= {name} if first < opens else set()
    return Terms(document.article_id, words, entities, written, frozenset(opening))


def _opening(document: Document) -> int:
    """The token after the headline and the first paragraph."""
    paragraphs = document.paragraphs[: document.headline + 1]
    return document.sentences[paragraphs[-1][1] - 1][1] if paragraphs else 0


def _entities(document: Document) -> Iterator[tuple[int, int]]:
    """(first, after last) token of each entity that is no date or amount."""
    first = 0
    while first < len(document):
        last = first + 1
        if document.entity[first]:
            while last < len(document) and document.entity[last] == document.entity[first] and not document.entity_start[last]:
                last += 1
            if document.entity[first] not in _AMOUNTS:
                yield first, last
        first = last
