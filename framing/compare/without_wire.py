"""Every estimate again without agency copy, beside the estimate itself.

What an outlet prints of an agency (`framing.article.is_agency_copy`) does not count in the second version: neither as the outlet's own
nor among the others that an outlet is held against. Columns:
    without_wire                   the figure without agency copy, by the same formula and under the same rules
    without_wire_low, _high        its interval, drawn again from the articles that remain
    without_wire_articles          articles behind it
    without_wire_observations      its base
    wire_difference                value - without_wire: what agency copy adds to the figure
Where no agency copy stands in the base of a figure that is the outlet's alone, both versions are the same, and the difference is 0.
Undefined: where the rules forbid the figure on what remains. Of lists of what stands out most (words), what is no longer listed. Tests are
not made again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from framing.compare.resample import Sample
from framing.tables import ESTIMATES

NAMES = {"value": "without_wire", **{name: f"without_wire_{name}" for name in ("low", "high", "articles", "observations")}}
"""Column of an estimate -> column with the same of the version without agency copy."""
DIFFERENCE = "wire_difference"
_LISTED = "wording"
_KEY = ("outlet", "actor", "voice", "category", "statistic")


def both(found: pa.Table, again: pa.Table | None, sample: Sample, *, pooled: bool) -> pa.Table:
    """The estimates of a figure in both versions. again: those of `sample.without_wire(all_outlets=pooled)`, None for none to leave out.

    pooled: whether other outlets count in an outlet's.
    """
    if again is None or not found.num_rows:
        return _beside(found, {name: found[name] for name in NAMES})
    copied = {sample.outlets[code] for code in sample.outlet[~sample.own].tolist()}
    place = dict(zip(_keys(again), range(again.num_rows)))
    at = np.array([place.get(key, -1) for key in _keys(found)], int)
    alone = np.array([outlet is not None and outlet not in copied for outlet in found["outlet"].to_pylist()], bool)
    if not pooled:
        alone |= (at >= 0) & (_numbers(found, "observations") == _taken(again, "observations", at))
    else:
        alone &= np.array([statistic == "count" for statistic in found["statistic"].to_pylist()], bool)
    columns = {name: _column(found, again, name, at, alone) for name in NAMES}
    return _beside(found, columns)


def _keys(table: pa.Table) -> Sequence[tuple]:
    return list(zip(*(table[name].to_pylist() for name in _KEY)))


def _numbers(table: pa.Table, name: str) -> np.ndarray:
    return table[name].cast(pa.float64()).to_numpy()


def _taken(table: pa.Table, name: str, at: np.ndarray) -> np.ndarray:
    """A column's numbers at the places, nan at place -1."""
    return np.append(_numbers(table, name), np.nan)[at]


def _column(found: pa.Table, again: pa.Table, name: str, at: np.ndarray, same: np.ndarray) -> pa.Array:
    made = np.where(same, _numbers(found, name), _taken(again, name, at))
    gone = ~same & (at < 0)
    if name in ("articles", "observations"):
        made[gone] = 0
    elif name == "value":
        # What is counted of every outlet and is not found again is counted 0 times.
        counts = np.array([statistic == "count" for statistic in found["statistic"].to_pylist()], bool)
        made[gone & counts & (np.array(found["measure"].to_pylist(), object) != _LISTED)] = 0
    return pa.array(made, ESTIMATES.schema.field(NAMES[name]).type, from_pandas=True)


def _beside(found: pa.Table, columns: dict[str, pa.Array | pa.ChunkedArray]) -> pa.Table:
    """The estimates with the columns of the other version."""
    made = {NAMES[name]: values for name, values in columns.items()}
    value, without = (_floats(values) for values in (found["value"], made["without_wire"]))
    made[DIFFERENCE] = pa.array(np.round(value - without, 6) + 0.0, pa.float64(), from_pandas=True)
    return pa.table([made.get(name, found[name]) for name in ESTIMATES.schema.names], schema=ESTIMATES.schema)


def _floats(values: pa.Array | pa.ChunkedArray) -> np.ndarray:
    whole = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    return whole.to_numpy(zero_copy_only=False).astype(float)
