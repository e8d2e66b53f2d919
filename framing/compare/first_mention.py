"""First mention: what an outlet calls an actor where its articles first speak of it, in the headline and in the lead.

Counts: in each article the first mention of an actor in the headline, and the first in the lead, by voice; an article counts at most once
for an actor, a place and a voice. The lead is the first paragraph of the body, of which at most three sentences, so that an article
without paragraphs has a lead too.
Formulas, each a ratio of sums over the outlet's articles:
    headline_first, lead_first              first mentions that are `by name`, or labels with a facet (religious, criminal, ...), or labels
                                            with none (`no facet`) / first mentions of the actor; a label can have several facets
    headline_first_words, lead_first_words  first mentions that are `by name`, or labels with a head ("rebel") / first mentions
Unit: share. Range: 0 to 1. Direction: higher is more frequent. voice `all`: the first mention, whoever speaks.
Undefined: where no article of the outlet mentions the actor there in that voice. Tests: of what all outlets together use 20 times or more.
Source: headline and lead as the summary that governs how the rest is read, van Dijk (1988), News as Discourse, and Bell (1991), The
Language of News Media.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.facets import faceted
from framing.compare.figure import SPEECH, Figure, Items, column, encode, flags, numbers, read

BY_NAME, NO_FACET = "by name", "no facet"
LEAD_SENTENCES = 3
COMMON = 20
_VOICES = {voice: SPEECH[voice] for voice in ("outlet", "all")}


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """First mentions in the headline and in the lead, by facet and by noun."""
    mentions = read(tables, "mentions", actor="actor", voice="voice")
    headline, lead = places(tables)
    sentence = _sentences(tables, mentions, column(tables, "mentions", "sentence"))
    start = numbers(tables, "mentions", "start")
    named = flags(tables, "mentions", "kind", "name")
    heads = pc.utf8_lower(column(tables, "mentions", "head"))
    by_name = dict.fromkeys(np.flatnonzero(named).tolist(), BY_NAME)
    words = encode(pc.if_else(pa.array(named), BY_NAME, heads))
    found = []
    for name, among in (("headline_first", headline), ("lead_first", lead)):
        inside = mentions.take(np.isin(sentence, among) & (mentions.actor >= 0))
        first = _first(inside.heard(_VOICES), start)
        found += [
            _figure(name, faceted(tables, first, otherwise=NO_FACET, instead=by_name), first),
            _figure(f"{name}_words", first.of(words), first),
        ]
    return found


def places(tables: Mapping[str, pa.Table]) -> tuple[np.ndarray, np.ndarray]:
    """The sentences of headlines and those of leads, each as article's place x 1,000,000 + sentence."""
    sentences = read(tables, "sentences")
    keys = _sentences(tables, sentences, column(tables, "sentences", "sentence"))
    headline, paragraph = flags(tables, "sentences", "headline", True), numbers(tables, "sentences", "paragraph")
    body = np.flatnonzero(~headline & (sentences.article >= 0))
    body = body[np.argsort(keys[body], kind="stable")]
    _, first, article = np.unique(sentences.article[body], return_index=True, return_inverse=True)
    order = np.arange(len(body)) - first[article]
    lead = (order < LEAD_SENTENCES) & (paragraph[body] == paragraph[body][first][article])
    return keys[headline], keys[body[lead]]


def _sentences(tables: Mapping[str, pa.Table], items: Items, sentence: pa.Array) -> np.ndarray:
    return items.article * 1_000_000 + pc.fill_null(sentence, -1).to_numpy(zero_copy_only=False)


def _first(mentions: Items, start: np.ndarray) -> Items:
    """The first of the mentions in each article, actor and voice."""
    mentions = mentions.take(np.lexsort([mentions.row, start[mentions.row]]))
    keys = np.stack([mentions.article, mentions.actor, mentions.voice])
    return mentions.take(np.unique(keys, axis=1, return_index=True)[1])


def _figure(measure: str, counted: Items, base: Items) -> Figure:
    return Figure(
        measure=measure,
        statistic="share",
        table="mentions",
        counted=counted,
        base=base,
        method="share of articles' first mentions of the actor there",
        closed=False,
        common=COMMON,
        tested=("outlet",),
    )
