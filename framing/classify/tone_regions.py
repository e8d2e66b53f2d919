"""Word vectors averaged over stretches of the sentence, seen from a target: what words mean beside what they are.

The target's own words are in none of them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

import numpy as np

from framing.classify.syntax import Path
from framing.classify.tone_sentence import Placed, Sentence

WINDOW = 8
ROLES = ("^subj", "^pass", "^obj", "^poss", "^pobj", "mod")
REGIONS = ("sentence", "clause", "left", "right", "near", "own", "other", *(f"{role}{step}" for role in ROLES for step in (1, 2)))
"""Stretches of the sentence whose word vectors are averaged."""

Valued = tuple[Collection[int], Sequence[float]]
"""Columns and their values; a column that stands there twice counts twice."""

_REGION = {region: place for place, region in enumerate(REGIONS)}
_SIDE = [1 / (1 + 0.2 * gap) for gap in range(WINDOW + 1)]
_CLAUSE, _LEFT, _RIGHT = _REGION["clause"], _REGION["left"], _REGION["right"]
_OWNED = {"own": _REGION["own"], "other": _REGION["other"], "none": None}


def vectors(shared: Sentence, target: Placed) -> np.ndarray:
    """(regions * dimensions,) float32: word vectors summed over each region, divided by the root of the weights' sum."""
    other = [not target.first <= token < target.last for token in shared.heard]
    if not any(other):
        return np.zeros(len(REGIONS) * shared.vectors.shape[1], dtype=np.float32)
    weight = weights(shared, target, [token for token, is_other in zip(shared.heard, other) if is_other])
    total = np.maximum(weight.sum(axis=1), 1.0)
    return (weight @ shared.vectors[other] / np.sqrt(total)[:, None]).ravel()


def weights(shared: Sentence, target: Placed, heard: Sequence[int]) -> np.ndarray:
    """(regions, heard) float32: how much each heard token counts in each region."""
    cells, values = shares(shared, target, heard)
    weight = np.zeros((len(heard), len(REGIONS)), dtype=np.float32)
    weight.ravel()[cells] = values
    return np.ascontiguousarray(weight.T)


def shares(shared: Sentence, target: Placed, heard: Sequence[int], begin: int = 0) -> Valued:
    """What each heard token counts in each region, where it counts: columns are (begin + place of the token) * regions + region.

    The target's own tokens count nowhere.
    """
    cells, values = [], []
    first, last, paths, owner = target.first, target.last, target.paths, target.owner
    clause, subject, start = shared.clause, shared.subject, shared.first
    here = clause[target.head - start]
    row = (begin - 1) * len(REGIONS)
    for token in heard:
        row += len(REGIONS)
        if first <= token < last:
            continue
        at, gap = token - start, first - token if token < first else token - last + 1
        cells.append(row)
        values.append(1.0)
        if clause[at] == here:
            cells.append(row + _CLAUSE)
            values.append(1.0)
        if gap <= WINDOW:
            cells.append(row + (_LEFT if token < first else _RIGHT))
            values.append(_SIDE[gap])
        if (place := _OWNED[owner[subject[at]]]) is not None:
            cells.append(row + place)
            values.append(1.0)
        if (path := paths.get(token)) is not None:
            for place, share in _reached(path):
                cells.append(row + place)
                values.append(share)
    return cells, values


@lru_cache(maxsize=1 << 14)
def _reached(path: Path) -> tuple[tuple[int, float], ...]:
    """The regions that a word is in because of its path, and what it counts there."""
    near = [(_REGION["near"], 1 / (1 + path.steps))] if path.steps <= 2 else []
    role = [(_REGION[f"{path.first}{min(2, path.steps)}"], 1 / path.steps)] if path.first in ROLES else []
    return (*near, *role)
