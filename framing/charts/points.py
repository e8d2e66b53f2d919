"""Estimates as the points that a chart draws, and the numbers of its CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import pyarrow as pa
import pyarrow.compute as pc

MOST_OUTLETS = 16
Key = tuple[str | None, str | None, str, str]
"""actor, category, outlet, voice"""


@dataclass(frozen=True)
class Point:
    """One figure of the estimates table with its count: a row of a chart's CSV."""

    actor: str | None
    category: str | None
    outlet: str
    voice: str
    statistic: str
    value: float | None
    low: float | None
    high: float | None
    count: int | None
    articles: int | None
    observations: int | None
    note: str | None = None
    z: float | None = None
    measure: str | None = None


def points(estimates: pa.Table, measure: str, voices: Sequence[str]) -> dict[Key, Point]:
    """The points of a measure in some voices, by actor, category, outlet and voice."""
    kept = estimates.filter(
        pc.and_(pc.equal(estimates["measure"], measure), pc.is_in(estimates["voice"], value_set=pa.array(list(voices), pa.string())))
    )
    of_key: dict[Key, dict[str, dict]] = defaultdict(dict)
    for row in kept.to_pylist():
        kind = row["statistic"] if row["statistic"] in {"count", "z", "odds_ratio"} else "figure"
        of_key[row["actor"], row["category"], row["outlet"], row["voice"]][kind] = row
    return {key: _point(key, of_key[key]) for key in sorted(of_key, key=_order)}


def _order(key: Key) -> tuple[str, ...]:
    return tuple(part or "" for part in key)


def _point(key: Key, rows: dict[str, dict]) -> Point:
    row = rows.get("figure") or rows["count"]
    value, low, high = (row[name] if "figure" in rows else None for name in ("value", "low", "high"))
    count = round(rows["count"]["value"]) if "count" in rows else None
    z = rows["z"]["value"] if "z" in rows else None
    base = row["articles"], row["observations"], row["note"]
    return Point(*key, row["statistic"], value, low, high, count, *base, z, row["measure"])


def table(drawn: Iterable[Point]) -> bytes:
    """The points as CSV, exactly what is drawn and in that order."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(field.name for field in fields(Point))
    names = [field.name for field in fields(Point)]
    writer.writerows(["" if (value := getattr(point, name)) is None else value for name in names] for point in drawn)
    return out.getvalue().encode()


def outlets(tables: Mapping[str, pa.Table]) -> tuple[list[str], dict[str, int], int]:
    """Outlets with the most articles first, articles of each, and how many outlets a chart has no room for."""
    columns = (tables["articles"][name].to_pylist() for name in ("outlet", "kept"))
    sizes = Counter(outlet for outlet, kept in zip(*columns) if kept is not False)
    ordered = sorted(sizes, key=lambda outlet: (-sizes[outlet], outlet))
    return ordered[:MOST_OUTLETS], dict(sizes), max(0, len(ordered) - MOST_OUTLETS)


def ranked(weights: Iterable[tuple[str | None, float]]) -> list[str]:
    """Names by total weight, largest first; None and names without weight left out."""
    total: Counter[str] = Counter()
    for name, weight in weights:
        if name is not None and weight:
            total[name] += weight
    return sorted(total, key=lambda name: (-total[name], name))


def categories(found: Mapping[Key, Point], actor: str | None, last: Sequence[str] = ()) -> list[str]:
    """Categories of an actor by count, largest first; those of last come last, in that order."""
    ordered = ranked((key[1], point.count or 0) for key, point in found.items() if key[0] == actor)
    return [*(name for name in ordered if name not in last), *(name for name in last if name in ordered)]
