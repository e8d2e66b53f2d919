"""A teacher: a model of tone whose answers about targets that nobody coded are learned as well.

Targets: names of persons, groups and states, and personal pronouns, in the texts of coded targets, where these do not stand themselves.
Each becomes an example that is labelled with how likely the teacher holds each label (Hinton et al. 2015, Distilling the Knowledge in a
Neural Network). So a small model learns more of the features that it knows from coded targets, and how the targets of a sentence differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from framing.classify.syntax import locate
from framing.classify.tone import LABELS, NeuralModel, Target, ToneModel, document_features
from framing.classify.tone_sentence import ACTORS
from framing.classify.training import Taught
from framing.document import Document

PERSONAL = "PRP"
"""The tag of personal pronouns."""
DECIMALS = 2
"""Of the answers that are learned; processors differ in the sixth."""


@dataclass(frozen=True)
class Teacher:
    """Who is asked. sha256: of the file of its weights. known: whether its card says that it has learned from the labels of the texts."""

    model: ToneModel | NeuralModel
    sha256: str
    known: bool

    def lesson(self, texts: Iterable[tuple[Document, Sequence[Target], str]]) -> Taught:
        """Its answers about the further targets of these texts, each with its coded targets and its group."""
        rows, shares, groups = [], [np.zeros((0, len(LABELS)))], []
        for document, coded, group in texts:
            if targets := further_targets(document, coded):
                rows += document_features(document, targets)
                shares.append(self._answers(document, targets))
                groups += [group] * len(targets)
        return Taught(self.model.name, self.sha256, self.known, rows, np.vstack(shares), groups)

    def _answers(self, document: Document, targets: Sequence[Target]) -> np.ndarray:
        told = np.array([[getattr(tone, label) for label in LABELS] for tone in self.model.predict(document, targets)])
        found = np.round(told, DECIMALS)
        return found / found.sum(axis=1, keepdims=True)


def further_targets(document: Document, coded: Sequence[Target]) -> list[Target]:
    """The names of actors and the personal pronouns that share no token with a coded target, in order."""
    taken = {token for target in coded for token in range(*locate(document, *target)[:2])}
    return [(document.start[first], document.end[last - 1]) for first, last in _mentioned(document) if taken.isdisjoint(range(first, last))]


def _mentioned(document: Document) -> Iterator[tuple[int, int]]:
    first = 0
    while first < len(document):
        last, kind = first + 1, document.entity[first]
        while kind and last < len(document) and document.entity[last] == kind and not document.entity_start[last]:
            last += 1
        if kind in ACTORS or (not kind and document.tag[first] == PERSONAL):
            yield first, last
        first = last
