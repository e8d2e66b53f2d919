"""Vectors of single words and the valence that they induce: what words that no lexicon lists have in common with those that one does.

Source: vectors of all-MiniLM-L6-v2 (Reimers & Gurevych 2019, Sentence-BERT; Apache-2.0) for each word by itself, centred and projected
on their first principal components, kept as small integers. Induced valence: ridge regression of VADER's valences on the full vectors
(Hamilton et al. 2016, Inducing Domain-Specific Sentiment Lexicons, had the idea of growing a lexicon so). The file is `weights/words.npz`,
its card `weights/words.json`; nothing of the encoder itself is needed to read it. How a word leans toward whoever it is said of stands in
`weights/word-tones.npz` (see word_tones).
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np


@dataclass(frozen=True)
class Words:
    """Known words. row: index of each word; vectors: (words, dimensions) float32; valence: (words,) float32, about -4 to 4.

    toned: (words, dimensions + 2) float32, the vectors with how the word leans toward negative and positive.
    """

    row: dict[str, int]
    vectors: np.ndarray
    valence: np.ndarray
    toned: np.ndarray

    def find(self, lower: str, lemma: str) -> int | None:
        """Row of the word as written in lower case, else of its lemma, else None."""
        found = self.row.get(lower)
        return self.row.get(lemma.lower()) if found is None else found


def toned_from() -> str:
    """SHA-256 of the labelled data from which the leanings of words were learned, by way of the neural model."""
    return json.loads(files("framing.classify").joinpath("weights/word-tones.json").read_bytes())["data"]["sha256"]


@cache
def load() -> Words:
    """The words that ship."""
    weights = files("framing.classify").joinpath("weights")
    with np.load(io.BytesIO(weights.joinpath("word-tones.npz").read_bytes()), allow_pickle=False) as file:
        tones = file["tones"].astype(np.float32) * file["scale"]
    with np.load(io.BytesIO(weights.joinpath("words.npz").read_bytes()), allow_pickle=False) as file:
        words = file["words"].tobytes().decode().split("\n")
        vectors = file["vectors"].astype(np.float32) * file["scale"]
        valence = file["valence"].astype(np.float32) / 25
        return Words({word: row for row, word in enumerate(words)}, vectors, valence, np.hstack([vectors, tones]))
