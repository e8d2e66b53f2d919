"""Makes `weights/word-tones.npz`: how a word leans toward whoever it is said of, by the neural model of tone (extra `neural`).

The model reads "someone was WORD" for each word of `weights/words.npz` and judges the tone toward "someone": two numbers, the
logarithms of the odds of negative and of positive against neutral, centred, of one spread, as 8-bit integers. Unlike a lexicon it has
learned them from sentences in the news, and answers for words that no sentence of these had. Hinton et al. 2015, Distilling the Knowledge
in a Neural Network, had the idea that a small model learns from the answers of a large one.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np

from framing.classify import encoder
from framing.classify.encoder import Reading

WHO, SAYS = "someone", "was"
SPREAD = 0.4
"""Standard deviation of the numbers, beside .19 of a word vector's; chosen by cross-validation."""


def readings(words: Sequence[str]) -> list[Reading]:
    """What the model is asked of each word."""
    return [encoder.read(f"{WHO} {SAYS} {word}", 0, len(WHO)) for word in words]


def leanings(probabilities: np.ndarray) -> np.ndarray:
    """(words, 2) from (words, 3) probabilities of negative, neutral and positive."""
    odds = np.log(np.maximum(probabilities, 1e-6))
    found = odds[:, [0, 2]] - odds[:, [1]]
    return (found - found.mean(axis=0)) * (SPREAD / np.maximum(found.std(axis=0), 1e-9))


def stored(leaning: np.ndarray) -> bytes:
    """The file as `words.load` reads it."""
    scale = np.float32(np.abs(leaning).max() / 127)
    file = io.BytesIO()
    np.savez_compressed(file, tones=np.round(leaning / scale).astype(np.int8), scale=scale)
    return file.getvalue()
