"""Labels by facet: what several measures count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa

from framing.compare.figure import Items, column, encode


def faceted(tables: Mapping[str, pa.Table], items: Items, *, otherwise: str | None, instead: Mapping[int, str] | None = None) -> Items:
    """Each mention once for each of its facets, or for `otherwise` (not at all when that is None).

    instead: for rows of the mentions table that have no facets to count, such as names, what they count as.
    """
    facets, instead = column(tables, "mentions", "facets").to_pylist(), instead or {}
    without = [otherwise] if otherwise else []
    found = {row: [instead[row]] if row in instead else dict.fromkeys(facets[row] or without) for row in set(items.row.tolist())}
    pairs = [(place, facet) for place, row in enumerate(items.row.tolist()) for facet in found[row]]
    codes, names = encode(pa.array([facet for _, facet in pairs], pa.string()))
    return replace(items.take(np.array([place for place, _ in pairs], int)), category=codes, categories=names)
