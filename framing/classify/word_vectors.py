"""Makes `weights/words.npz`: words to vectors and induced valences, with the sentence encoder (extra `neural`).

Each word is encoded by itself: the mean of its pieces' vectors, at length 1, less the mean over all words, on the first principal
components, as 8-bit integers. Induced valence: ridge regression of a lexicon's valences on the whole vectors, with as many words
outside the lexicon as OUTSIDE, which count as 0 (Hamilton et al. 2016, Inducing Domain-Specific Sentiment Lexicons, had the idea of
growing a lexicon so). The same words give the same bytes on one machine.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

DIMENSIONS = 64
PENALTY = 3.0
OUTSIDE = 6000
STRETCH = 25
"""Induced valences are stored as whole 25ths."""
_SPREAD = 1.5


def vocabulary(known: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The words that get a vector, sorted: those known already, and those written small in the texts."""
    return sorted({*known, *(word for text in texts for word in re.findall(r"\b[a-z]{2,}\b", text))})


def encoded(words: Sequence[str], encode: Callable[[str], np.ndarray]) -> np.ndarray:
    """(words, dimensions) float32 vectors of length 1. encode: from a text to (pieces, dimensions)."""
    means = np.array([encode(word).mean(axis=0) for word in words], dtype=np.float32)
    return means / np.linalg.norm(means, axis=1, keepdims=True)


def projected(vectors: np.ndarray) -> np.ndarray:
    """(words, DIMENSIONS): centred, on the first principal components, the largest share of each component positive."""
    centred = vectors - vectors.mean(axis=0)
    values, components = np.linalg.eigh(centred.T.astype(np.float64) @ centred)
    components = components[:, np.argsort(-values)[:DIMENSIONS]]
    largest = components[np.abs(components).argmax(axis=0), np.arange(components.shape[1])]
    found = centred @ (components * np.sign(largest))
    return found * (_SPREAD / (found.std() * np.sqrt(components.shape[1])))


def induced(words: Sequence[str], vectors: np.ndarray, valences: Mapping[str, float]) -> np.ndarray:
    """(words,) valences that the vectors lead one to expect, about -4 to 4."""
    known, gold = _taught(words, valences)
    return _ridge(vectors[known], gold)(vectors)


def agreement(words: Sequence[str], vectors: np.ndarray, valences: Mapping[str, float], folds: int = 5) -> float:
    """Pearson's r of induced and given valences over the lexicon's words, each induced without it."""
    known, gold = _taught(words, valences)
    found = np.zeros(len(known))
    for fold in range(folds):
        held = np.arange(len(known)) % folds == fold
        found[held] = _ridge(vectors[known[~held]], gold[~held])(vectors[known[held]])
    listed = np.array([words[i] in valences for i in known])
    return float(np.corrcoef(found[listed], gold[listed])[0, 1])


def stored(words: Sequence[str], vectors: np.ndarray, valence: np.ndarray) -> bytes:
    """The file as `words.load` reads it."""
    scale = np.float32(np.abs(vectors).max() / 127)
    file = io.BytesIO()
    np.savez_compressed(
        file,
        words=np.frombuffer("\n".join(words).encode(), np.uint8),
        vectors=np.clip(np.round(vectors / scale), -127, 127).astype(np.int8),
        scale=scale,
        valence=np.clip(np.round(valence * STRETCH), -127, 127).astype(np.int8),
    )
    return file.getvalue()


def _taught(words: Sequence[str], valences: Mapping[str, float]) -> tuple[np.ndarray, np.ndarray]:
    """(numbers of the words, valences) that induction learns from; those outside the lexicon evenly taken."""
    listed = [i for i, word in enumerate(words) if word in valences]
    others = [i for i, word in enumerate(words) if word not in valences]
    count = min(OUTSIDE, len(others))
    known = sorted([*listed, *(others[i * len(others) // count] for i in range(count))])
    return np.array(known), np.array([valences.get(words[i], 0.0) for i in known])


def _ridge(vectors: np.ndarray, gold: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
    middle, mean = vectors.mean(axis=0, dtype=np.float64), gold.mean()
    centred = vectors.astype(np.float64) - middle
    slopes = np.linalg.solve(centred.T @ centred + PENALTY * np.eye(vectors.shape[1]), centred.T @ (gold - mean))
    return lambda asked: (asked.astype(np.float64) - middle) @ slopes + mean
