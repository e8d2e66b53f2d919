"""Language: loaded words, hedges, boosters and the like, by how often they stand in a voice.

Counts: words and phrases of each category of the language lexicons, per outlet and voice.
Formula: 1,000 x occurrences in the voice / words in that voice (sums over the outlet's articles; headlines count).
Unit: occurrences per 1,000 words. Range: 0 to 1,000. Direction: higher is more frequent.
Undefined: where the outlet has no words in that voice. The observations of the base are words.
Source: normalised frequencies as in Biber, Conrad & Reppen (1998), Corpus Linguistics, methodology box 6; their worked example there,
20 modals in a text of 750 words, is 26.7 per 1,000.

>>> from framing.tables import build
>>> hit = dict(article_id="a", category="modal", voice="outlet", text="may", end=0)
>>> tables = {
...     "articles": build("articles", [dict(article_id="a", outlet="o", kept=True)]),
...     "language": build("language", [hit | {"start": place} for place in range(20)]),
...     "sentences": build("sentences", [dict(article_id="a", sentence=0, words=750)]),
... }
>>> [figure] = figures(tables)
>>> counted, base = (items.heard({"all": ("outlet",)}) for items in (figure.counted, figure.base))
>>> round(float(counted.weight.sum() / base.weight.sum()), 1)
26.7
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa

from framing.compare.figure import EACH, VOICES, Figure, Items, join, numbers, read


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The rate of each category."""
    words = voice_words(tables)
    return [
        Figure(
            measure="language",
            statistic="rate_per_1000_words",
            table="language",
            counted=read(tables, "language", voice="voice", category="category").heard(EACH),
            base=replace(words, weight=words.size / 1000).heard(EACH),
            method="occurrences per 1,000 words in the voice",
        )
    ]


def voice_words(tables: Mapping[str, pa.Table]) -> Items:
    """Each sentence's words in each voice, as the size of an item."""
    sentences = read(tables, "sentences")
    total, direct, indirect = (numbers(tables, "sentences", name).astype(int) for name in ("words", "words_direct", "words_indirect"))
    parts = []
    for voice, words in (("outlet", total - direct - indirect), ("direct", direct), ("indirect", indirect)):
        spoken = replace(sentences, voice=np.full(len(words), VOICES.index(voice)), size=words)
        parts.append(spoken.take(words > 0))
    return join(parts)
