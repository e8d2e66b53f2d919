"""A softmax classifier over named features and a vector: weights in, probabilities out, stored as npz.

Needs numpy and scipy.sparse only, so stored weights outlive any release of the library that fitted them.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from zipfile import BadZipFile, is_zipfile

import numpy as np
from numpy.lib.npyio import NpzFile
from scipy.sparse import csr_matrix

Row = tuple[Mapping[str, float], np.ndarray]
"""What is seen of one example: named features with their values, and a vector of the same length for every example."""

FORMAT = 1


class WeightsError(Exception):
    """Stored weights cannot be read; the message says why."""


@dataclass(frozen=True)
class Linear:
    """A fitted model.

    name: name and version, as the tables show it.
    labels: the classes, in the order of the columns.
    names: named features, in the order of the rows of weights.
    weights: (named features + length of the vector, classes) float32. bias: (classes,) float32.
    task: what it was trained for, "" in files that do not say. cuts: where several labels may hold, the probability from which each does.
    """

    name: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray
    task: str = ""
    cuts: tuple[float, ...] = ()

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Row of each feature."""
        return {name: row for row, name in enumerate(self.names)}

    @cached_property
    def split(self) -> tuple[np.ndarray, np.ndarray]:
        """Weights of the named features, with a last row of zeros for the unknown, and of the vector; in full precision."""
        named, vector = np.split(self.weights.astype(np.float64), [len(self.names)])
        return np.vstack([named, np.zeros((1, len(self.labels)))]), vector

    def probabilities(self, rows: Sequence[Row]) -> np.ndarray:
        """(rows, classes) probabilities, each row summing to 1. Named features that the model does not know count nothing."""
        named, vector = self.split
        return self.shares(matrix(rows, self.vocabulary) @ named[:-1] + vectors(rows) @ vector)

    def shares(self, scores: np.ndarray) -> np.ndarray:
        """The probabilities, from the rows' sums of features times weights."""
        return softmax(scores + self.bias)

    def to_bytes(self) -> bytes:
        """The model as an npz file, the same bytes for the same model."""
        file = io.BytesIO()
        more = {**({"task": _letters(self.task)} if self.task else {}), **({"cuts": np.array(self.cuts, np.float32)} if self.cuts else {})}
        np.savez_compressed(
            file,
            format=np.array(FORMAT),
            name=_letters(self.name),
            labels=_letters("\n".join(self.labels)),
            names=_letters("\n".join(self.names)),
            weights=self.weights.astype(np.float16),
            bias=self.bias.astype(np.float32),
            **more,
        )
        return file.getvalue()


@contextmanager
def opened(stored: bytes, *, by: str = "framing train") -> Iterator[NpzFile]:
    """The arrays of a file of weights that a command (by) wrote.

    Raises WeightsError when it is none, and when the block finds that an array is missing or of another kind.
    """
    wrong = f"not a file of weights written by `{by}`"
    if not is_zipfile(io.BytesIO(stored)):
        raise WeightsError(wrong)
    try:
        with np.load(io.BytesIO(stored), allow_pickle=False) as file:
            yield file
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise WeightsError(f"{wrong}: {error}") from error


def from_bytes(stored: bytes) -> Linear:
    """The model of an npz file. Raises WeightsError when it is none."""
    with opened(stored) as file:
        if int(file["format"]) != FORMAT:
            raise WeightsError(f"weights have format {int(file['format'])}, this version reads format {FORMAT}: train them again")
        return Linear(
            _text(file["name"]),
            tuple(_text(file["labels"]).split("\n")),
            tuple(_text(file["names"]).split("\n")),
            file["weights"].astype(np.float32),
            file["bias"].astype(np.float32),
            _text(file["task"]) if "task" in file else "",
            tuple(file["cuts"].tolist()) if "cuts" in file else (),
        )


def vectors(rows: Sequence[Row]) -> np.ndarray:
    """(rows, length) float64 vectors of the rows."""
    return np.array([vector for _, vector in rows], dtype=np.float64)


def matrix(rows: Sequence[Row], vocabulary: Mapping[str, int]) -> csr_matrix:
    """(rows, vocabulary) sparse values of the features that the vocabulary knows."""
    ends, columns, values = [0], [], []
    for named, _ in rows:
        for name, value in named.items():
            if (column := vocabulary.get(name)) is not None:
                columns.append(column)
                values.append(value)
        ends.append(len(columns))
    return csr_matrix((np.array(values, dtype=np.float64), columns, ends), shape=(len(rows), len(vocabulary)))


def softmax(scores: np.ndarray) -> np.ndarray:
    """(rows, classes) probabilities that the scores stand for, each row summing to 1."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True)


def _letters(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _text(letters: np.ndarray) -> str:
    return letters.tobytes().decode()
