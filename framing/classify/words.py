"""Vectors of single words and the valence that they induce: what words that no lexicon lists have in common with those that one does.

Source: vectors of all-MiniLM-L6-v2 (Reimers & Gurevych 2019, Sentence-BERT; Apache-2.0) for each word by itself, centred and projected
on their first principal components, kept as small integers. Induced valence: ridge regression of VADER's valences on the full vectors
(Hamilton et al. 2016, Inducing Domain-Specific Sentiment Lexicons, had the idea of growing a lexicon so). The file is `weights/words.npz`,
its card `weights/words.json`; nothing of the encoder itself is needed to read it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np


@dataclass(frozen=True)
class Words:
    """Known words. row: index of each word; vectors: (words, dimensions) float32; valence: (words,) float32, about -4 to 4."""

    row: dict[str, int]
    vectors: np.ndarray
    valence: np.ndarray

    def find(self, lower: str, lemma: str) -> int | None:
        """Row of the word as written in lower case, else of its lemma, else None."""
        found = self.row.get(lower)
        return self.row.get(lemma.lower()) if found is None else found


@cache
def load() -> Words:
    """The words that ship."""
    stored = files("framing.classify").joinpath("weights/words.npz").read_bytes()
    with np.load(io.BytesIO(stored), allow_pickle=False) as file:
        words = file["words"].tobytes().decode().split("\n")
        vectors = file["vectors"].astype(np.float32) * file["scale"]
        return Words({word: row for row, word in enumerate(words)}, vectors, file["valence"].astype(np.float32) / 25)
