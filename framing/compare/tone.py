"""Tone: how favourably an actor is spoken of, in the outlet's own voice and in quoted voice.

Counts: mentions of an actor with a tone, per outlet and voice.
Formulas:
    tone         mean over the outlet's articles of the article's mean polarity; polarity of a mention = P(positive) - P(negative)
    tone_labels  mentions with a label (negative, neutral, positive) / mentions with a tone
Unit: tone is a polarity, -1 (all negative) to 1 (all positive), 0 neutral; direction: higher is more favourable. tone_labels are shares.
The article's mean comes first, so that one long article does not outweigh the others (each article has the same say).
Undefined: where no article of the outlet mentions the actor in that voice.
Source: polarity toward a target as in Hamborg & Donnay (2021), NewsMTSC.

>>> mention = dict(article_id="a", actor="x", voice="outlet", label="neutral", positive=0.5, negative=0.25, start=1, end=2)
>>> from framing.tables import build
>>> articles = build("articles", [dict(article_id="a", outlet="o", kept=True)])
>>> tone = build("tone", [mention, mention | {"positive": 0.75, "start": 3}])
>>> counted = figures({"articles": articles, "tone": tone})[0].counted.heard({"outlet": ("outlet",)})
>>> float(counted.weight.sum())
0.375
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa

from framing.compare.figure import EACH, Figure, Items, column, encode, numbers, read

LABELS = ("negative", "neutral", "positive")


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The figures of tone toward each actor."""
    everything = read(tables, "tone", actor="actor", voice="voice")
    mentions = everything.take(everything.actor >= 0).heard(EACH)
    polarity = numbers(tables, "tone", "positive") - numbers(tables, "tone", "negative")
    each = mentions.without("category")
    equal = replace(each, weight=_equal_say(each))
    mean = Figure(
        measure="tone",
        statistic="mean",
        table="tone",
        counted=replace(equal, weight=equal.weight * polarity[equal.row]),
        base=equal,
        method="mean over articles of the article's mean polarity",
    )
    shares = Figure(
        measure="tone_labels",
        statistic="share",
        table="tone",
        counted=mentions.of(_labels(tables)),
        base=each,
        method="share of mentions with a tone",
        tested=(),
    )
    return [mean, shares]


def _labels(tables: Mapping[str, pa.Table]) -> tuple[np.ndarray, list[str]]:
    """Label of every row; a label that nothing has is 0, not missing."""
    codes, names = encode(pa.concat_arrays([column(tables, "tone", "label"), pa.array(LABELS)]))
    return codes[: len(codes) - len(LABELS)], names


def _equal_say(items: Items) -> np.ndarray:
    """Weights that add up to 1 in each article, actor and voice."""
    keys = np.stack([items.article, items.actor, items.voice])
    _, group, size = np.unique(keys, axis=1, return_inverse=True, return_counts=True)
    return 1 / size[group.ravel()]
