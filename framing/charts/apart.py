"""Distances between outlets as the estimates give them, ready to draw."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.charts.points import Point


@dataclass(frozen=True, eq=False)
class Distances:
    """Outlets with the distance of each to each and the ends of its interval (nan without one), the articles of each, the support of each
    other as nearest, and of clusters."""

    outlets: Sequence[str]
    matrix: np.ndarray
    articles: Sequence[int]
    nearest: np.ndarray
    low: np.ndarray
    high: np.ndarray
    clusters: Mapping[str, float]

    def support(self, members: Iterable[int]) -> float | None:
        """How often a cluster of outlets occurs in the bootstrap draws; None for one that is not in the estimates."""
        return self.clusters.get("|".join(self.outlets[place] for place in sorted(members)))


def distances(estimates: pa.Table) -> Distances | None:
    """The distances of three outlets and more; None for fewer."""
    rows = estimates.filter(pc.equal(estimates["measure"], "distance")).to_pylist()
    pairs = [row for row in rows if row["statistic"] == "jensen_shannon"]
    articles = {row["outlet"]: row["articles"] for row in pairs}
    outlets = sorted(articles)
    if len(outlets) < 3:
        return None
    place = {outlet: number for number, outlet in enumerate(outlets)}
    matrix, nearest = np.zeros((len(outlets), len(outlets))), np.zeros((len(outlets), len(outlets)))
    low, high = np.full(matrix.shape, np.nan), np.full(matrix.shape, np.nan)
    for row in rows:
        if row["statistic"] in ("jensen_shannon", "nearest"):
            (matrix if row["statistic"] == "jensen_shannon" else nearest)[place[row["outlet"]], place[row["category"]]] = row["value"]
    for row in pairs:
        if row["low"] is not None:
            low[place[row["outlet"]], place[row["category"]]], high[place[row["outlet"]], place[row["category"]]] = row["low"], row["high"]
    clusters = {row["category"]: row["value"] for row in rows if row["statistic"] == "cluster"}
    return Distances(outlets, matrix, [articles[outlet] for outlet in outlets], nearest, low, high, clusters)


Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in em."""


def overlaps(boxes: Sequence[Box], others: Sequence[Box]) -> np.ndarray:
    """The area that each box shares with all others together.

    >>> overlaps([(0, 0, 2, 2), (5, 5, 6, 6)], [(1, 1, 3, 3), (0, 0, 1, 1), (4, 0, 5, 1)]).tolist()
    [2.0, 0.0]
    """
    one, other = np.array(boxes, dtype=float)[:, None, :], np.array(others, dtype=float)[None, :, :]
    sides = np.minimum(one[..., 2:], other[..., 2:]) - np.maximum(one[..., :2], other[..., :2])
    return sides.clip(min=0).prod(axis=-1).sum(axis=1)


def point(found: Distances, one: int, other: int) -> Point:
    """The distance of an outlet from another, as what a reader can open."""
    ends = found.low[one, other], found.high[one, other]
    low, high = (None if np.isnan(end) else float(end) for end in ends)
    value = float(found.matrix[one, other])
    return Point(None, found.outlets[other], found.outlets[one], "all", "jensen_shannon", value, low, high, None, found.articles[one],
                 None, measure="distance")  # fmt: skip


@dataclass(frozen=True)
class PairPoint:
    """Two outlets in one figure, as what a reader can open: the difference with its interval, the n of both together."""

    actor: str | None
    category: str | None
    outlet: str
    other: str
    voice: str
    statistic: str
    value: float
    low: float | None
    high: float | None
    count: int | None
    articles: int
    observations: int
    measure: str


def pair_point(row: Mapping[str, object], first: str) -> PairPoint:
    """A row of the pairs table, the first outlet first."""
    same = row["outlet"] == first
    value, low, high = ((row[name] if same or row[name] is None else -row[name]) for name in ("difference", "low", "high"))
    low, high = (low, high) if same else (high, low)
    size = row["articles"] + row["other_articles"], row["observations"] + row["other_observations"]
    outlets = (row["outlet"], row["other"]) if same else (row["other"], row["outlet"])
    return PairPoint(row["actor"], row["category"], *outlets, row["voice"], row["statistic"], value, low, high, None, *size, row["measure"])


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([round(cell, 6) if isinstance(cell, float) else cell for cell in row] for row in rows)
    return out.getvalue().encode()
