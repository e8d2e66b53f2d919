"""The neural model of tone: an encoder that was fine-tuned (reader.py), and a linear model of parse and words beside it.

The encoder reads what a sentence says, the linear model who does it to whom; they err on different mentions. What decides is the weighted
sum of the logarithms of their probabilities (a logarithmic opinion pool: Genest & Zidek 1986, Statistical Science 1), taken to shares of 1.
The linear model reads all that the default one reads but how words lean (word_tones), which an encoder has learned.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.classify import linear, reader
from framing.classify.encoder import Reading
from framing.classify.linear import Linear, Row, WeightsError
from framing.classify.reader import Reader

TASK = "tone-neural"
"""What the weights say that they were trained for; those of a linear model of tone say nothing or "tone"."""
FORMAT = 3
READ, SEEN = 0.65, 0.35
"""What the encoder's and the linear model's logarithms are multiplied by; chosen by cross-validation inside the training data. Both are
below 1 since each is surer than it is right (Guo et al. 2017, On Calibration of Modern Neural Networks, ICML)."""
Both = tuple[Reading, Row]
"""What is seen of one example: what the encoder reads, and the features of the linear model."""


@dataclass(frozen=True)
class Blend:
    """A fitted model. reader and linear have the same name and labels."""

    reader: Reader
    linear: Linear

    @property
    def name(self) -> str:
        """Name and version, as the tables show it."""
        return self.reader.name

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes, in the order of the columns."""
        return self.reader.labels

    def probabilities(self, rows: Sequence[Both]) -> np.ndarray:
        """(rows, classes) probabilities, each row summing to 1."""
        return self.blended([one for one, _ in rows], self.linear.probabilities([row for _, row in rows]))

    def blended(self, readings: Sequence[Reading], seen: np.ndarray) -> np.ndarray:
        """(readings, classes) probabilities, of readings and what the linear model makes of the same examples."""
        return linear.softmax(READ * np.log(self.reader.probabilities(readings)) + SEEN * np.log(seen))

    def to_bytes(self) -> bytes:
        """The model as an npz file, the same bytes for the same model."""
        file = io.BytesIO()
        parts = {"task": TASK.encode(), "reader": self.reader.to_bytes(), "linear": self.linear.to_bytes()}
        np.savez(file, format=np.array(FORMAT), **{name: np.frombuffer(part, np.uint8) for name, part in parts.items()})
        return file.getvalue()


def from_bytes(stored: bytes) -> Blend | None:
    """The model of an npz file; None when it is one of another kind. Raises WeightsError when it is no file of weights."""
    with linear.opened(stored) as file:
        if "task" not in file or file["task"].tobytes().decode() != TASK:
            return None
        if int(file["format"]) != FORMAT:
            raise WeightsError(f"weights have format {int(file['format'])}, this version reads format {FORMAT}: train them again")
        return Blend(reader.from_bytes(file["reader"].tobytes()), linear.from_bytes(file["linear"].tobytes()))
