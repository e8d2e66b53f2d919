"""Labels: what an outlet calls the actors.

Counts: mentions of an actor, and among them labels (common nouns: "the insurgents"), per outlet and voice.
Formulas, each a ratio of sums over the outlet's articles:
    naming        mentions that are names (or labels) / mentions of the actor
    label_facets  labels with a facet (religious, criminal, ...) / labels of the actor; a label can have several facets, so these shares
                  need not add up to 1; `none` has no facet
    label_heads   labels with a head ("rebel") / labels of the actor; heads used 20 times or more by all outlets together are given as 0
                  where an outlet never uses them, and tested
    label_texts   labels with a wording ("islamist rebels") / labels of the actor; wordings used fewer than 5 times are counted only,
                  and not at all where all outlets together use them fewer than 5 times, unless counts are all that the corpus allows
    distancing    labels that the outlet holds at a distance (scare quotes, so-called) / labels of the actor
Unit: share. Range: 0 to 1. Direction: higher is more frequent.
Undefined: where the outlet has no mention (label) of the actor in the voice.
actor null: labels of all actors, unresolved ones included. Shares are of mentions, not of articles.
Source: counting labels per actor follows van Dijk (1988), News as Discourse, and the lexical choice of Fowler (1991), Language in the News;
naming against labelling is the nomination and categorisation of van Leeuwen (1996), The representation of social actors.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.facets import faceted
from framing.compare.figure import EACH, SPEECH, Figure, Items, column, encode, flags, join, read

COMMON = 20
_DETERMINERS = {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our"}


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The figures of labels and naming."""
    mentions = read(tables, "mentions", actor="actor", voice="voice", category="kind")
    labels = mentions.take(flags(tables, "mentions", "kind", "label"))
    distanced = flags(tables, "mentions", "distanced", True)
    heads = encode(pc.utf8_lower(column(tables, "mentions", "head")))
    return [
        _closed("naming", mentions, mentions, "mentions"),
        _closed("label_facets", faceted(tables, labels, otherwise="none"), labels, "labels"),
        _closed("distancing", labels.take(distanced[labels.row]).of((distanced.astype(int) - 1, ("distanced",))), labels, "labels"),
        _open("label_heads", labels.of(heads), labels, least=1, common=COMMON),
        _open("label_texts", labels.of(wordings(column(tables, "mentions", "text"))), labels, least=5),
    ]


def wordings(texts: pa.Array) -> tuple[np.ndarray, list[str]]:
    """Codes and names of labels in lower case, spaces made single, without a leading determiner.

    >>> wordings(pa.array(["The  Islamist rebels", "islamist rebels"]))
    (array([0, 0]), ['islamist rebels'])
    """
    codes, written = encode(texts)
    plain = [_wording(text) for text in written]
    names = sorted(set(plain))
    place = {name: code for code, name in enumerate(names)}
    return np.array([place[text] for text in plain] + [-1], int)[codes], names


def _wording(text: str) -> str:
    words = text.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _DETERMINERS else words)


def _everyone(items: Items) -> Items:
    """The items once for their actor and once for all actors together."""
    return join([items.take(items.actor >= 0), items.without("actor")])


def _closed(measure: str, counted: Items, base: Items, of: str) -> Figure:
    return Figure(
        measure=measure,
        statistic="share",
        table="mentions",
        counted=_everyone(counted).heard(EACH),
        base=_everyone(base).without("category").heard(EACH),
        method=f"share of {of}",
    )


def _open(measure: str, counted: Items, base: Items, *, least: int, common: int = 0) -> Figure:
    return Figure(
        measure=measure,
        statistic="share",
        table="mentions",
        counted=_everyone(counted).heard(SPEECH),
        base=_everyone(base).without("category").heard(SPEECH),
        method="share of labels",
        closed=False,
        least=least,
        common=common,
        tested=("outlet", "quoted") if common else (),
    )
