"""Attribution: who is quoted, and how.

Counts: attributions of words and thoughts (column spoken; attitudes and objects of judgment are left out) and the words they
attribute, per outlet; voice direct and indirect by form, quoted for all, mixed ones included.
Formulas, each a ratio of sums over the outlet's articles:
    sources_by_actor  words attributed to a source / attributed words. Categories: actor ids, `other` (a source that is no actor of the
                      topic), `unresolved` (a source that was not resolved), `none` (no source given)
    sources_by_type   words attributed to sources of a type (official, military, anonymous, ...) / attributed words
    stance            attributions whose cue has a stance (neutral, doubting, ...) / attributions with a cue; actor: the source
    anonymity         attributions to anonymous sources / attributions
Unit: share. Range: 0 to 1. Direction: higher is more.
Undefined: where nothing is attributed in that form (with a cue, to that source). The observations of a base are attributions.
Source: source shares after Sigal (1973), Reporters and Officials; stance of cues after Caldas-Coulthard (1994), On reporting reporting.
"""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.figure import Figure, Items, column, encode, flags, join, numbers, read

_FORMS = {"direct": ("direct",), "indirect": ("indirect",), "quoted": ("direct", "indirect", "mixed")}
_SOURCE, _CUE = ("source_start", "source_end"), ("cue_start", "cue_end")


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The figures of who is quoted and how."""
    everything = read(tables, "attributions", actor="source_actor", voice="form", category="stance")
    everything = everything.take(~flags(tables, "attributions", "spoken", False))
    attributions = everything.without("actor")
    words = attributions.weighing(numbers(tables, "attributions", "content_words"))
    cued = everything.take(everything.category >= 0)
    cued = join([cued.take(cued.actor >= 0), cued.without("actor")])
    types = column(tables, "attributions", "source_type")
    anonymous = pc.if_else(pc.fill_null(pc.equal(types, "anonymous"), False), "anonymous", "named or none")
    return [
        _figure("sources_by_actor", words.of(encode(_sources(tables))), words, "share of attributed words", _SOURCE),
        _figure("sources_by_type", words.of(encode(pc.fill_null(types, "none"))), words, "share of attributed words", _SOURCE),
        _figure("anonymity", attributions.of(encode(anonymous)), attributions, "share of attributions", _SOURCE),
        _figure("stance", cued, cued, "share of attributions with a cue", _CUE),
    ]


def _sources(tables: Mapping[str, pa.Table]) -> pa.Array:
    """Who each attribution's source is: an actor, `other`, `unresolved` or `none`."""
    given = pc.fill_null(pc.not_equal(column(tables, "attributions", "source"), ""), False)
    return pc.coalesce(column(tables, "attributions", "source_actor"), pc.if_else(given, "unresolved", "none"))


def _figure(measure: str, counted: Items, base: Items, method: str, place: tuple[str, str]) -> Figure:
    return Figure(
        measure=measure,
        statistic="share",
        table="attributions",
        counted=counted.heard(_FORMS),
        base=base.without("category").heard(_FORMS),
        method=method,
        tested=("quoted",),
        place=place,
    )
