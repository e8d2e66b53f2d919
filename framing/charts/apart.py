"""Distances between outlets as the estimates give them, ready to draw."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True, eq=False)
class Distances:
    """Outlets with the distance of each to each, the articles of each, the support of each other as nearest, and of clusters."""

    outlets: Sequence[str]
    matrix: np.ndarray
    articles: Sequence[int]
    nearest: np.ndarray
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
    for row in rows:
        if row["statistic"] in ("jensen_shannon", "nearest"):
            (matrix if row["statistic"] == "jensen_shannon" else nearest)[place[row["outlet"]], place[row["category"]]] = row["value"]
    clusters = {row["category"]: row["value"] for row in rows if row["statistic"] == "cluster"}
    return Distances(outlets, matrix, [articles[outlet] for outlet in outlets], nearest, clusters)


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([round(cell, 6) if isinstance(cell, float) else cell for cell in row] for row in rows)
    return out.getvalue().encode()
