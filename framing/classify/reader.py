"""What the neural model of tone (blend.py) reads: the sentence by a small encoder that was fine-tuned to tell the tone toward a target.

Before the encoder reads the sentence, a word for the kind of the target stands in for it ("someone", "the group"), so that its name
cannot speak, and a learned vector marks it, so that the other words know of whom to tell; what is read at that word is what the sentence
says of whoever stands there. The vectors of that word and of the whole sentence (the piece that opens it) decide, by a softmax.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from framing.classify import adapter, encoder
from framing.classify.adapter import Adapter
from framing.classify.encoder import Reading
from framing.classify.linear import softmax
from framing.classify.syntax import locate
from framing.document import Document

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

STAND_INS = {"PERSON": "someone", "ORG": "the group", "GPE": "the country", "NORP": "the people"}
"""What stands for a name, by its kind; for a pronoun stands "they", for anything else "it"."""


@dataclass(frozen=True)
class Reader:
    """A fine-tuned encoder.

    name: name and version, as the tables show it. labels: the classes, in the order of the columns. outward: (2 * 384, classes) and
    bias: (classes,) float32, of the softmax.
    """

    name: str
    labels: tuple[str, ...]
    adapter: Adapter
    outward: np.ndarray
    bias: np.ndarray

    def probabilities(self, readings: Sequence[Reading]) -> np.ndarray:
        """(readings, classes) probabilities, each row summing to 1."""
        seen = [pooled(one, states) for one, states in zip(readings, encoder.states(self._session, readings, adapter.MARKED))]
        scores = np.array([one @ self.outward + self.bias for one in seen], dtype=np.float64).reshape(-1, len(self.bias))
        return softmax(scores)

    def to_bytes(self) -> bytes:
        """The encoder's part of the model's file, the same bytes for the same model."""
        file = io.BytesIO()
        narrow = {f"{side} {name}": one.astype(np.float16)
                  for name, both in self.adapter.narrow.items() for side, one in zip(("inward", "outward"), both)}
        np.savez_compressed(
            file, outward=self.outward, bias=self.bias, mark=self.adapter.mark, **narrow, **self.adapter.vectors,
            **{field: np.frombuffer(text.encode(), np.uint8)
               for field, text in (("name", self.name), ("labels", "\n".join(self.labels)))},
        )
        return file.getvalue()

    @property
    def size(self) -> int:
        """How many numbers were fitted."""
        narrow = (one for both in self.adapter.narrow.values() for one in both)
        return sum(one.size for one in (*narrow, *self.adapter.vectors.values(), self.adapter.mark, self.outward, self.bias))

    def __reduce__(self) -> tuple:
        return Reader, (self.name, self.labels, self.adapter, self.outward, self.bias)  # what runs it is made again in each process

    @cached_property
    def _session(self) -> InferenceSession:
        return encoder.session(adapter.adapted(encoder.model(), self.adapter))


def from_bytes(stored: bytes) -> Reader:
    """The encoder's part of a model's file. Raises KeyError or ValueError when it is none."""
    with np.load(io.BytesIO(stored), allow_pickle=False) as file:
        held = {name: file[name] for name in file}
    matrices = [name.removeprefix("inward ") for name in held if name.startswith("inward ")]
    narrow = {name: (held[f"inward {name}"].astype(np.float32), held[f"outward {name}"].astype(np.float32)) for name in matrices}
    vectors = {name: held[name] for name in held if name.startswith("encoder.")}
    labels = tuple(held["labels"].tobytes().decode().split("\n"))
    return Reader(held["name"].tobytes().decode(), labels, Adapter(narrow, vectors, held["mark"]), held["outward"], held["bias"])


def pooled(reading: Reading, states: np.ndarray) -> np.ndarray:
    """(2 * 384,): the vector of the piece that opens the text, and the mean of the target's."""
    return np.concatenate([states[0], states[reading.first : reading.last].mean(axis=0)])


def reading(document: Document, start: int, end: int) -> Reading:
    """The sentence of the target at these characters, with the stand-in for it. Raises ValueError where no word stands."""
    token, behind, head = locate(document, start, end)
    first, last = document.sentences[document.sentence_of[head]]
    begin, stop = document.start[first], document.end[last - 1]
    left, right = document.start[max(token, first)], document.end[min(behind, last) - 1]
    word = stand_in(document, head)
    text = document.text
    return encoder.read(text[begin:left] + word + text[right:stop], left - begin, left - begin + len(word))


def stand_in(document: Document, head: int) -> str:
    """What the encoder reads in place of a target with this head."""
    return STAND_INS.get(document.entity[head], "they" if document.pos[head] == "PRON" else "it")
