"""Passives: how often a passive leaves out who acted.

Counts: passives, with ("was shelled by the army") and without an agent ("was shelled"), per outlet and voice; of all verbs (category null)
and of verbs of each category (violence, capture, ...).
Formula: agentless passives / passives (sums over the outlet's articles).
Unit: share. Range: 0 to 1. Direction: higher leaves out more agents; it does not say why.
Undefined: where the outlet has no passive (of the category) in the voice.
Source: agent deletion after Trew (1979) in Fowler et al., Language and Control; Henley, Miller & Beazley (1995), Syntax, semantics, and
sexual violence.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from framing.compare.figure import EACH, Figure, flags, join, read


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The share of agentless passives among passives."""
    clauses = read(tables, "actions", voice="voice", category="category")
    agentless = flags(tables, "actions", "construction", "agentless_passive")
    passives = clauses.take(agentless | flags(tables, "actions", "construction", "passive_with_agent"))
    passives = join([passives.take(passives.category >= 0), passives.without("category")]).heard(EACH)
    return [
        Figure(
            measure="agentless_passives",
            statistic="share",
            table="actions",
            counted=passives.take(agentless[passives.row]),
            base=passives,
            method="share of passives",
            by_category=True,
            place=("verb_start", "verb_end"),
        )
    ]
