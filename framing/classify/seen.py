"""What a classifier sees of a whole text: families of named features, an averaged word vector, and where each feature stands.

Names of people, places and organisations are shown as their kind, so that a model learns wording and no opinion about a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import numpy as np

from framing.article import Span
from framing.classify import words
from framing.classify.linear import Row
from framing.document import Document

CONTENT = ("ADJ", "ADV", "NOUN", "VERB")
GRAMS = (3, 4, 5)
"""Lengths of the runs of letters that are features; a word stands between spaces."""


@dataclass(frozen=True)
class Seen:
    """A text's features: named ones with values, the vector, and the characters at which a named one stands.

    What belongs to the text as a whole stands nowhere.
    """

    named: Mapping[str, float]
    vector: np.ndarray
    places: Mapping[str, tuple[Span, ...]]

    @property
    def row(self) -> Row:
        """As a linear model reads it."""
        return self.named, self.vector


Placed = Iterator[tuple[str, Span]]
"""Features by name, each with a place where it stands; one that stands in two places comes twice."""


def spoken(document: Document) -> list[int]:
    """The tokens that are words or numbers."""
    return [token for token, word in enumerate(document.words) if any(map(str.isalnum, word))]


def word_features(document: Document, tokens: list[int]) -> Placed:
    """word: each base form."""
    for token in tokens:
        yield f"word:{_shape(document, token)}", document.span(token, token)


def pair_features(document: Document, tokens: list[int]) -> Placed:
    """pair: each base form with the next one."""
    for first, second in pairwise(tokens):
        yield f"pair:{_shape(document, first)} {_shape(document, second)}", document.span(first, second)


def letter_features(document: Document, tokens: list[int]) -> Placed:
    """letters: runs of three to five letters in each word that is no name."""
    for token in tokens:
        if not document.entity[token]:
            word, place = f" {document.lower[token]} ", document.span(token, token)
            for length in GRAMS:
                for start in range(len(word) - length + 1):
                    yield f"letters:{word[start : start + length]}", place


def collected(*families: Placed) -> tuple[dict[str, float], dict[str, tuple[Span, ...]]]:
    """(values, places): each family's features as present, all families of unit length whatever the length of the text."""
    named: dict[str, float] = {}
    places: dict[str, list[Span]] = defaultdict(list)
    for family in families:
        mine = set()
        for name, place in family:
            mine.add(name)
            places[name].append(place)
        named.update(dict.fromkeys(sorted(mine), 1 / sqrt(len(mine) or 1)))
    return named, {name: tuple(found) for name, found in places.items()}


def shares(document: Document, tokens: list[int]) -> dict[str, float]:
    """parse: roots of the shares of parts of speech, relations and kinds of names among the words."""
    found: Counter[str] = Counter()
    for token in tokens:
        found.update((f"parse:pos={document.pos[token]}", f"parse:tag={document.tag[token]}", f"parse:dep={document.dep[token]}"))
        if document.entity[token]:
            found[f"parse:name={document.entity[token]}"] += 1
        elif document.pos[token] in CONTENT:
            found[f"parse:{document.dep[token]}<{document.pos[document.head[token]]}"] += 1
    return {name: sqrt(count / len(tokens)) for name, count in found.items()}


def mean_vector(document: Document, tokens: list[int]) -> np.ndarray:
    """The mean of the words' vectors, words with more valence weighing more; zeros without known words."""
    known = words.load()
    rows = [known.find(document.lower[t], document.lemma[t]) for t in tokens if document.pos[t] in CONTENT and not document.entity[t]]
    rows = [row for row in rows if row is not None]
    if not rows:
        return np.zeros(known.vectors.shape[1], dtype=np.float32)
    return np.average(known.vectors[rows], axis=0, weights=1 + np.abs(known.valence[rows])).astype(np.float32)


def _shape(document: Document, token: int) -> str:
    if document.pos[token] in ("PROPN", "NUM"):
        return f"<{document.entity[token] or document.pos[token]}>"
    return document.folded[token]
