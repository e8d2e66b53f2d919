"""A small network that reads a vector: one hidden layer, several times over from different starts, their probabilities averaged.

The hidden layer is rectified linear (Glorot et al. 2011, AISTATS), so that it can weigh one part of the vector by what another says,
which a linear model cannot. Needs numpy only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Network:
    """A fitted network over (inputs) numbers.

    inward: (members, inputs, hidden), and threshold: (members, hidden), of the hidden layer. outward: (members, hidden, classes), and
    bias: (members, classes), of the answer. All float32.
    """

    inward: np.ndarray
    threshold: np.ndarray
    outward: np.ndarray
    bias: np.ndarray

    @property
    def inputs(self) -> int:
        """How many numbers it reads."""
        return self.inward.shape[1]

    def log_odds(self, read: np.ndarray) -> np.ndarray:
        """(rows, classes) logarithms of the mean probabilities, of (rows, inputs) numbers."""
        given = read.astype(np.float32)
        found = [
            np.maximum(given @ inward + threshold, 0) @ outward + bias
            for inward, threshold, outward, bias in zip(self.inward, self.threshold, self.outward, self.bias)
        ]
        return np.log(np.mean([np.exp(log_shares(scores.astype(np.float64))) for scores in found], axis=0))

    def as_stored(self) -> Network:
        """With the layers as precise as they are stored."""
        return Network(*(layer.astype(np.float16).astype(np.float32) for layer in (self.inward, self.threshold, self.outward, self.bias)))


def log_shares(scores: np.ndarray) -> np.ndarray:
    """(rows, classes) logarithms of the probabilities that scores stand for."""
    above = scores - scores.max(axis=1, keepdims=True)
    return above - np.log(np.exp(above).sum(axis=1, keepdims=True))
