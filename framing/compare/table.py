"""What was found, as rows of the estimates table."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from framing.compare.resample import Sample
from framing.tables import ESTIMATES

PERMUTATION = "permutation of outlets over articles within event"


def assemble(columns: Mapping[str, object], schema: pa.Schema = ESTIMATES.schema) -> pa.Table:
    """Columns as a part of the estimates table: nan is null, a single value stands in every row, a missing column is null."""
    rows = max(len(values) for values in columns.values() if isinstance(values, np.ndarray))
    made = []
    for field in schema:
        values = columns.get(field.name)
        if not isinstance(values, np.ndarray):
            made.append(pa.repeat(pa.scalar(values, field.type), rows))
        elif pa.types.is_floating(field.type):
            # Six decimals, so that the last bits of a sum never show, nor decide where a figure lies half-way; + 0.0 for no negative zero.
            made.append(pa.array(np.round(np.round(values.astype(float), 11), 6) + 0.0, field.type, from_pandas=True))
        elif values.dtype.kind == "f":
            made.append(pa.array(values, from_pandas=True).cast(field.type))
        else:
            made.append(pa.array(values.tolist(), field.type))
    return pa.table(made, schema=schema)


def held_out(measure: str, p: np.ndarray) -> pa.Table:
    """How many tests of a family were made and how many are undefined, as rows of the estimates table."""
    undefined = int(np.isnan(p).sum())
    counts = np.array([len(p) - undefined, undefined], float)
    common = {"measure": "tests", "category": measure, "voice": "all", "method": PERMUTATION}
    return assemble(common | {"statistic": np.array(["made", "held_out"], object), "value": counts}).slice(0, 2 if len(p) else 0)


def method(how: str, sample: Sample) -> str:
    """How a value and its interval were made, in words."""
    within = "outlet and event" if len(set(sample.event.tolist())) > 1 else "outlet"
    return f"{how}; percentile bootstrap over articles within {within}, {sample.draws} draws, seed {sample.seed}"
