"""A fitted scorer: candidates in, decisions out; stored as npz, read back without the code that trained it.

Four logistic regressions on named features: whether a candidate is an attribution (`judge`, which sees word vectors too), which noun
heads its source (`head`), which tokens around the head belong to the source (`extent`) and which stretches of text belong to the content
(`content`). The cue stays what the rules say: a regression of its tokens found nothing to better.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from framing.classify.attribution import contents, judged, sources
from framing.classify.attribution.candidate import Candidate, Ground
from framing.classify.linear import WeightsError, opened
from framing.document import Document

TASK = "attribution"
FORMAT = 1
PARTS = ("judge", "head", "extent", "content")


@dataclass(frozen=True)
class Regression:
    """A logistic regression on named features and, where `vector` is not empty, a vector beside them."""

    names: tuple[str, ...]
    weights: np.ndarray
    vector: np.ndarray
    bias: float

    @cached_property
    def _weight(self) -> Mapping[str, float]:
        return dict(zip(self.names, self.weights.astype(np.float64).tolist()))

    def odds(self, rows: Sequence[Iterable[str]], beside: np.ndarray | None = None) -> np.ndarray:
        """(rows,) log-odds. Names that the regression does not know count nothing; summed in the order of names, so that bits agree."""
        weight = self._weight
        sums = np.array([sum(sorted(weight[name] for name in row if name in weight)) + self.bias for row in rows])
        return sums if beside is None or not len(self.vector) else sums + beside.astype(np.float64) @ self.vector.astype(np.float64)


@dataclass(frozen=True)
class Decision:
    """A candidate that is an attribution, by its number, with its source (tokens and the one that governs) and content as decided."""

    number: int
    odds: float
    source: tuple[int, ...]
    source_head: int | None
    content: tuple[int, ...]


@dataclass(frozen=True)
class Scorer:
    """What `framing train attribution` fitted.

    frames: words with a relation that attribute (measures.attribution.frames). cut: the log-odds from which a candidate is an attribution.
    margin: the log-odds by which a stretch must speak against the rules' end of a content.
    """

    name: str
    frames: frozenset[str]
    cut: float
    margin: float
    judge: Regression
    head: Regression
    extent: Regression
    content: Regression

    @cached_property
    def identity(self) -> dict[str, str]:
        """Name and SHA-256 of all that it answers with."""
        return {"name": self.name, "sha256": hashlib.sha256(self.to_bytes()).hexdigest()}

    def knows(self, frame: str) -> bool:
        """Whether a word with this relation may attribute."""
        return frame in self.frames

    def decide(self, document: Document, candidates: Sequence[Candidate]) -> list[Decision]:
        """The candidates that are attributions, the surest first; of those that share a cue's head or a content only the surest."""
        ground, found = Ground(document), []
        for number, odds in self.chosen(document, candidates):
            one = self._sourced(ground, candidates[number])
            parts = contents.stretches(ground, one)
            said = contents.chosen(ground, one, parts, self.content.odds(contents.features(ground, one, parts)), margin=self.margin)
            found.append(Decision(number, odds, one.source, one.source_head if one.source else None, said))
        return found

    def chosen(self, document: Document, candidates: Sequence[Candidate]) -> Iterator[tuple[int, float]]:
        """(number, log-odds) of the candidates that are attributions, the surest first."""
        if not candidates:
            return
        odds = self.judge.odds(judged.features(document, candidates), judged.vectors(document, candidates))
        cued: set[int] = set()
        said: list[frozenset[int]] = []
        for number in sorted(range(len(candidates)), key=lambda i: (-odds[i], i)):
            one = candidates[number]
            if odds[number] < self.cut:
                return
            content = frozenset(one.content)
            if one.cue_head in cued or any(_same(content, other) for other in said):
                continue
            cued.update(one.cue)
            said.append(content)
            yield number, float(odds[number])

    def _sourced(self, ground: Ground, one: Candidate) -> Candidate:
        """The candidate with the source that is most probable: the rules', or another noun where that is likelier than not."""
        found, seen = sources.heads(ground, one)
        odds = self.head.odds(seen)
        mine = one.source_head if one.source else None
        best = int(odds.argmax()) if len(odds) else None
        if best is not None and found[best] != mine and odds[best] > 0:
            one = replace(one, source=sources.phrase(ground, one, found[best]), source_head=found[best])
        if not one.source or one.source_head not in one.source:
            return one
        around, seen = sources.tokens(ground, one)
        return replace(one, source=tuple(t for t in sources.grown(around, self.extent.odds(seen), one.source_head) if t not in one.cue))

    def to_bytes(self) -> bytes:
        """The scorer as an npz file, the same bytes for the same scorer."""
        file = io.BytesIO()
        parts = {}
        for part in PARTS:
            one: Regression = getattr(self, part)
            parts |= {f"{part}_names": _letters("\n".join(one.names)), f"{part}_weights": one.weights.astype(np.float16),
                      f"{part}_vector": one.vector.astype(np.float16), f"{part}_bias": np.array(one.bias, np.float64)}  # fmt: skip
        np.savez_compressed(
            file, format=np.array(FORMAT), task=_letters(TASK), name=_letters(self.name), cut=np.array(self.cut, np.float64),
            margin=np.array(self.margin, np.float64),
            frames=_letters("\n".join(sorted(self.frames))), **parts,
        )  # fmt: skip
        return file.getvalue()


def from_bytes(stored: bytes) -> Scorer:
    """The scorer of a file. Raises WeightsError when it is none."""
    with opened(stored, by="framing train attribution") as file:
        if "task" not in file or _text(file["task"]) != TASK:
            raise WeightsError("these are weights of another classifier: give a file that `framing train attribution` wrote")
        if int(file["format"]) != FORMAT:
            raise WeightsError(f"weights have format {int(file['format'])}, this version reads format {FORMAT}: train them again")
        parts = {
            part: Regression(_lines(file[f"{part}_names"]), file[f"{part}_weights"].astype(np.float32),
                             file[f"{part}_vector"].astype(np.float32), float(file[f"{part}_bias"]))
            for part in PARTS
        }  # fmt: skip
        return Scorer(_text(file["name"]), frozenset(_lines(file["frames"])), float(file["cut"]), float(file["margin"]), **parts)


def _same(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= 0.8 * len(one | other)


def _letters(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _text(letters: np.ndarray) -> str:
    return letters.tobytes().decode()


def _lines(letters: np.ndarray) -> tuple[str, ...]:
    return tuple(line for line in _text(letters).split("\n") if line)
