"""The same or nearly the same text twice.

Two articles are duplicates when at least 80 % of the distinct word 5-grams of the shorter one are in the longer one, and the
longer one has at most twice as many: containment (Broder 1997) of the shorter in the longer, computed exactly. The bound on
length keeps a round-up apart from each brief that it contains. Groups are the connected components of that relation.

Word 5-grams are compared as 64-bit hashes. Candidates come from an index over each text's rarest 5-grams: a text that shares
80 % of its 5-grams with another shares at least one of its rarest 20 % (prefix filtering), so nothing is missed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

SHINGLE = 5
CONTAINMENT = 0.8
LENGTH_RATIO = 2.0

_WORD = re.compile(r"\w+")
_SEED = 20240229


def duplicate_groups(texts: Sequence[str]) -> list[int | None]:
    """For each text the index of the first text of its group, None where it stands alone. The first of a group has its own index."""
    pairs = _pairs(shingles(texts)) if len(texts) > 1 else []
    first = list(range(len(texts)))

    def root(index: int) -> int:
        while first[index] != index:
            first[index] = first[first[index]]
            index = first[index]
        return index

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    grouped = {index for pair in pairs for index in pair}
    return [root(index) if index in grouped else None for index in range(len(texts))]


def shingles(texts: Sequence[str]) -> list[np.ndarray]:
    """The distinct word 5-grams of each text as sorted 64-bit hashes; a text of fewer words is one shingle, an empty text none."""
    numbers: dict[str, int] = {}
    factors = np.random.default_rng(_SEED).integers(1, 2**63, SHINGLE, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    found = []
    for text in texts:
        words = [numbers.setdefault(word, len(numbers) + 1) for word in _WORD.findall(text.casefold())]
        if words:
            words += [0] * (SHINGLE - len(words))
        windows = np.lib.stride_tricks.sliding_window_view(np.array(words, dtype=np.uint64), SHINGLE) if words else np.empty((0, SHINGLE))
        found.append(np.unique((windows.astype(np.uint64) * factors).sum(axis=1, dtype=np.uint64)))
    return found


def _pairs(shingles: Sequence[np.ndarray]) -> list[tuple[int, int]]:
    """Every pair of duplicates, each once."""
    sizes = np.array([len(one) for one in shingles])
    if not sizes.sum():
        return []
    _, number, count = np.unique(np.concatenate(shingles), return_inverse=True, return_counts=True)
    owner = np.repeat(np.arange(len(shingles)), sizes)
    order = np.argsort(number, kind="stable")
    holders, begin = owner[order], np.concatenate(([0], np.cumsum(count)))
    by_text = np.split(number, np.cumsum(sizes)[:-1])
    pairs = []
    for index, own in enumerate(by_text):
        prefix = len(own) - int(np.ceil(CONTAINMENT * len(own))) + 1
        rarest = own[np.argsort(count[own], kind="stable")[:prefix]]
        near = [holders[begin[one] : begin[one + 1]] for one in rarest if count[one] > 1]
        for other in np.unique(np.concatenate(near)) if near else ():
            if _contained(index, int(other), shingles):
                pairs.append((index, int(other)))
    return pairs


def _contained(index: int, other: int, shingles: Sequence[np.ndarray]) -> bool:
    """Whether the text is the shorter of a pair of duplicates (the earlier one of two that are equally long)."""
    small, large = len(shingles[index]), len(shingles[other])
    if (small, index) >= (large, other) or large > LENGTH_RATIO * small:
        return False
    return len(np.intersect1d(shingles[index], shingles[other], assume_unique=True)) >= CONTAINMENT * small
