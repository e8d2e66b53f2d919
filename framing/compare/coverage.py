"""Coverage: what the measures could not tell, so that the other figures can be read with care.

Counts: mentions whose actor stayed unresolved, and attributions whose source did, per outlet.
Formulas, each a ratio of sums over the outlet's articles:
    unresolved_mentions  mentions without an actor / mentions
    unresolved_sources   attributions without a source, or with one that is not resolved / attributions
Unit: share. Range: 0 to 1. Direction: higher is less covered.
Undefined: where the outlet has no mention (attribution).
Source: this project; reporting it follows Lacy et al. (2015), Issues and best practices in content analysis.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.compare.figure import Figure, Items, join, read


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The unresolved shares."""
    mentions = read(tables, "mentions", actor="actor", category="kind")
    sources = read(tables, "attributions", actor="source_actor")
    return [
        _figure("unresolved_mentions", "mentions", join([mentions, mentions.without("category")]), ("start", "end")),
        _figure("unresolved_sources", "attributions", sources, ("cue_start", "cue_end")),
    ]


def _figure(measure: str, table: str, items: Items, place: tuple[str, str]) -> Figure:
    return Figure(
        measure=measure,
        statistic="share",
        table=table,
        counted=items.take(items.actor < 0),
        base=items.without("actor"),
        method=f"share of {table}",
        by_category=True,
        tested=(),
        place=place,
    )
