"""Tone toward the mention of an actor: negative, neutral or positive, with probabilities.

Unit: one mention. What decides: by default a linear model that reads the sentence's parse and words (tone_features); the neural model is
such a model and a small encoder that was fine-tuned, averaged (blend), for which the extra `neural` must be installed. Weights and cards
stand in `weights/`.
Floor to compare with: `lexicon_tone`, the mean polarity of a sentence's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate
from math import sqrt

import numpy as np
from scipy.sparse import csr_matrix

from framing.classify import blend, columns, encoder, linear, reader, tone_features, tone_regions, words
from framing.classify.blend import Blend, Both
from framing.classify.columns import Columns
from framing.classify.linear import Row
from framing.classify.polarity import valences
from framing.classify.syntax import locate
from framing.classify.tone_regions import REGIONS, Valued
from framing.classify.tone_sentence import Placed, Sentence, sentence, target
from framing.document import Document

LABELS = ("negative", "neutral", "positive")
MODELS = {"linear": "tone", "neural": "tone-neural"}
"""Models that ship, and how the files of their weights and cards are called."""
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
    def name(self) -> str:
        """Name and version of the weights."""
        return self.linear.name

    @property
    def identity(self) -> str:
        """All that its answers depend on besides the weights and this package."""
        return self.name

    def predict(self, document: Document, targets: Sequence[Target]) -> list[Tone]:
        """The tone toward each target, in order.

        Raises ValueError for a target at whose characters no word stands.
        """
        return [_tone(row) for row in self.probabilities(document, targets).tolist()]

    def probabilities(self, document: Document, targets: Sequence[Target]) -> np.ndarray:
        """(targets, labels), as `predict` tells them."""
        if not targets:
            return np.zeros((0, len(LABELS)))
        placed = list(_placed(document, targets))
        sentences = {shared.first: shared for shared, _ in placed}
        told = {first: tone_features.told(shared, self._columns) for first, shared in sentences.items()}
        found = (tone_features.named(told[shared.first], one) for shared, one in placed)
        scores = _gathered(found, self._columns.unknown + 1) @ self.linear.split[0]
        scores += self._of_vectors(placed, sentences)
        return self.linear.shares(scores)

    def _of_vectors(self, placed: Sequence[tuple[Sentence, Placed]], sentences: Mapping[int, Sentence]) -> np.ndarray:
        """(targets, labels): the averaged word vectors times their weights. Each word's is multiplied once, then averaged, not the
        other way round, which gives the same in less time."""
        regions, labels = len(REGIONS), len(LABELS)
        weights = self.linear.split[1].reshape(regions, -1, labels).transpose(1, 0, 2)
        vectors = np.concatenate([shared.vectors for shared in sentences.values()])[:, : len(weights)]  # in a blend without leanings
        heard = vectors @ weights.reshape(len(weights), -1)
        begins = dict(zip(sentences, accumulate((len(shared.heard) for shared in sentences.values()), initial=0)))
        found = (tone_regions.shares(shared, one, shared.heard, begins[shared.first]) for shared, one in placed)
        share = _gathered(found, len(heard) * regions)
        total = np.zeros((len(placed), regions))
        row = np.repeat(np.arange(len(placed)), np.diff(share.indptr))
        np.add.at(total, (row, share.indices % regions), share.data)
        share.data /= np.sqrt(np.maximum(total, 1.0))[row, share.indices % regions]
        return share @ heard.reshape(-1, labels)

    @cached_property
    def _columns(self) -> Columns:
        return columns.known(self.linear.vocabulary)

    def __reduce__(self) -> tuple:
        return ToneModel, (self.linear,)  # columns are found again in each process


@dataclass(frozen=True)
class NeuralModel:
    """A fine-tuned encoder and a linear model, averaged, asked as a ToneModel is."""

    blend: Blend

    @property
    def name(self) -> str:
        """Name and version of the weights."""
        return self.blend.name

    @property
    def identity(self) -> str:
        """All that its answers depend on besides the weights and this package: the name, and the encoder's versions."""
        return f"{self.name} {encoder.identity()}"

    def predict(self, document: Document, targets: Sequence[Target]) -> list[Tone]:
        """The tone toward each target, in order. Raises ValueError for a target at whose characters no word stands."""
        readings = [reader.reading(document, *one) for one in targets]
        return [_tone(row) for row in self.blend.blended(readings, self._linear.probabilities(document, targets)).tolist()]

    @property
    def reader(self) -> reader.Reader:
        """The encoder by itself, which needs no parse."""
        return self.blend.reader

    @cached_property
    def _linear(self) -> ToneModel:
        return ToneModel(self.blend.linear)

    def __reduce__(self) -> tuple:
        return NeuralModel, (self.blend,)  # what runs it is made again in each process


def _gathered(rows: Iterable[Valued], width: int) -> csr_matrix:
    """(rows, width) sparse."""
    ends, places, values = [0], [], []
    for here, worth in rows:
        places += here
        values += worth
        ends.append(len(places))
    return csr_matrix((np.array(values), np.array(places, np.int32), np.array(ends, np.int32)), shape=(len(ends) - 1, width))


@cache
def load(model: str = "linear") -> ToneModel | NeuralModel:
    """A model that ships, by its name in MODELS. Raises ModelError when the neural one is asked for and its packages are missing."""
    return from_bytes(files("framing.classify").joinpath(f"weights/{MODELS[model]}.npz").read_bytes())


def from_bytes(weights: bytes) -> ToneModel | NeuralModel:
    """The model of a file that `framing train tone` wrote.

    Raises linear.WeightsError when it is none, and ModelError when it is a neural one and its packages are missing.
    """
    fitted = blend.from_bytes(weights) or linear.from_bytes(weights)
    if fitted.labels != LABELS:
        raise linear.WeightsError(f"these weights decide between {', '.join(fitted.labels)}, not {', '.join(LABELS)}")
    return model_of(fitted)


def model_of(fitted: linear.Linear | Blend) -> ToneModel | NeuralModel:
    """What answers with these weights.

    Raises WeightsError when they were fitted to other word vectors, ModelError when they are a neural model's and its packages are missing.
    """
    if isinstance(fitted, linear.Linear):
        length, expected = len(fitted.weights) - len(fitted.names), len(REGIONS) * words.load().toned.shape[1]
        if length != expected:
            raise linear.WeightsError(f"weights are for vectors of {length} numbers, this version has {expected}: train them again")
        return ToneModel(fitted)
    encoder.check()
    return NeuralModel(fitted)


def document_features(document: Document, targets: Sequence[Target], *, leanings: bool = True) -> list[Row]:
    """The features of each target, as training of the linear model reads them; leanings: how words lean among them."""
    rows, plain = [], words.load().vectors.shape[1]
    for shared, one in _placed(document, targets):
        names: dict[str, int] = {}
        found: dict[int, float] = {}
        for column, value in zip(*tone_features.named(tone_features.told(shared, columns.added(names)), one), strict=True):
            found[column] = found.get(column, 0.0) + value
        named = {name: found[column] for name, column in sorted(names.items()) if column in found}
        read = shared if leanings else replace(shared, vectors=np.ascontiguousarray(shared.vectors[:, :plain]))
        rows.append((named, tone_regions.vectors(read, one)))
    return rows


def document_both(document: Document, targets: Sequence[Target]) -> list[Both]:
    """What training of the neural model sees of each target.

    Its linear model does not read how words lean: an encoder has learned that from labelled sentences, perhaps from those learned here.
    """
    return list(zip((reader.reading(document, *one) for one in targets), document_features(document, targets, leanings=False)))


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
