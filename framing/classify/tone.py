"""Tone toward the mention of an actor: negative, neutral or positive, with probabilities.

What it reads: the sentence's parse and words (tone_features); the neural model also the vectors of a sentence encoder (tone_encoded), for
which the extra `neural` must be installed. Unit: one mention. What decides: a linear model, in the neural one
with a network beside it that reads these vectors; weights and cards stand in `weights/`.
Floor to compare with: `lexicon_tone`, the mean polarity of a sentence's words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import sqrt

import numpy as np

from framing.classify import encoder, linear, tone_encoded
from framing.classify.linear import Row, written_out
from framing.classify.polarity import valences
from framing.classify.syntax import locate
from framing.classify.tone_features import FAMILIES, named, vectors
from framing.classify.tone_sentence import Placed, Sentence, sentence, target
from framing.document import Document

LABELS = ("negative", "neutral", "positive")
MODELS = {"linear": "tone", "neural": "tone-neural"}
"""Models that ship, and how the files of their weights and cards are called."""
NEURAL = "tone-neural"
"""What the weights of a neural model say that they were trained for; those of a linear one say nothing or "tone"."""
Target = tuple[int, int]
"""(start, end) character offsets of a mention, end exclusive."""


@dataclass(frozen=True)
class Tone:
    """The most probable label, and the probability of each."""

    label: str
    negative: float
    neutral: float
    positive: float


@dataclass(frozen=True)
class ToneModel:
    """A fitted model of tone. name is what the tone table's column `model` shows."""

    linear: linear.Linear

    @property
    def neural(self) -> bool:
        """Whether it needs the encoder."""
        return self.linear.task == NEURAL

    @property
    def name(self) -> str:
        """Name and version of the weights."""
        return self.linear.name

    @property
    def identity(self) -> str:
        """All that its answers depend on besides the weights and this package: the name, and the encoder's versions."""
        return f"{self.name} {encoder.identity()}" if self.neural else self.name

    def predict(self, document: Document, targets: Sequence[Target]) -> list[Tone]:
        """The tone toward each target, in order.

        Raises ValueError for a target at whose characters no word stands, and ModelError where a neural model finds no encoder.
        """
        if not targets:
            return []
        see = _eyes(neural=self.neural)
        rows = [(named(*one), see(*one)) for one in _placed(document, targets)]
        return [_tone(row) for row in self.linear.probabilities_of_bags(rows, self._families).tolist()]

    @cached_property
    def _families(self) -> Mapping[str, Mapping[str, int]]:
        return self.linear.families(FAMILIES)


@cache
def load(model: str = "linear") -> ToneModel:
    """A model that ships, by its name in MODELS. Raises ModelError when the neural one is asked for and its packages are missing."""
    return from_bytes(files("framing.classify").joinpath(f"weights/{MODELS[model]}.npz").read_bytes())


def from_bytes(weights: bytes) -> ToneModel:
    """The model of a file that `framing train tone` wrote.

    Raises linear.WeightsError when it is none, and ModelError when it is a neural one and its packages are missing.
    """
    fitted = linear.from_bytes(weights)
    if fitted.labels != LABELS:
        raise linear.WeightsError(f"these weights decide between {', '.join(fitted.labels)}, not {', '.join(LABELS)}")
    if fitted.task == NEURAL:
        encoder.load()
    return ToneModel(fitted)


def document_features(document: Document, targets: Sequence[Target], *, neural: bool = False) -> list[Row]:
    """The features of each target, as training reads them."""
    see = _eyes(neural=neural)
    return [(written_out(named(*one)), see(*one)) for one in _placed(document, targets)]


def _eyes(*, neural: bool) -> Callable[[Sentence, Placed], np.ndarray]:
    """The function that finds a target's vector."""
    if not neural:
        return vectors
    known = encoder.load()
    return lambda shared, one: np.concatenate([vectors(shared, one), tone_encoded.vectors(shared, one, known)])


def _placed(document: Document, targets: Sequence[Target]) -> Iterator[tuple[Sentence, Placed]]:
    """Each target in its sentence; what a sentence's targets share is found once."""
    shared: dict[int, Sentence] = {}
    for start, end in targets:
        index = document.sentence_of[locate(document, start, end)[2]]
        if index not in shared:
            shared[index] = sentence(document, index)
        yield shared[index], target(shared[index], start, end)


def lexicon_tone(document: Document, index: int) -> float:
    """The floor: how polar the words of sentence number `index` are, -1 (negative) to 1 (positive), 0 without polar words.

    The sum of valences over the root of the sentence's words, so that a long sentence does not saturate as VADER's compound does
    (s / sqrt(s² + 15) is near 1 for any ten polar words), then s / (1 + |s|). Blind to the target: called positive above 0.1 and
    negative below -0.1 it reaches macro-F1 .53 and .54 on the two development sets of NewsMTSC.
    """
    first, last = document.sentences[index]
    words = max(1, sum(document.is_word[first:last]))
    total = sum(valences(document, first, last)) / sqrt(words)
    return total / (1 + abs(total))


def _tone(row: Sequence[float]) -> Tone:
    best = max(range(3), key=lambda column: row[column])
    return Tone(LABELS[best], *row)
