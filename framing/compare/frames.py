"""Frames: how often the words of each frame stand in a voice.

Counts: words and phrases of each frame of english/generic-frames (measure generic_frames) and english/policy-frames (policy_frames), per
outlet and voice.
Formula: 1,000 x hits in the voice / words in that voice (sums over the outlet's articles; headlines count).
Unit: hits per 1,000 words. Range: 0 to 1,000. Direction: higher has more words of the frame. One frame's rate is not to be compared with
another's: their lists differ in length and in how common the words are.
Undefined: where the outlet has no words in that voice. The observations of the base are words.
Source: frames: Semetko & Valkenburg (2000); Boydstun, Card et al. (2014); counting the words of a frame: Kellstedt (2000).

>>> from framing.tables import build
>>> hit = dict(article_id="a", frame="generic:conflict", voice="outlet")
>>> tables = {
...     "articles": build("articles", [dict(article_id="a", outlet="o", kept=True)]),
...     "frame_hits": build("frame_hits", [hit | {"start": place} for place in range(3)]),
...     "sentences": build("sentences", [dict(article_id="a", sentence=0, words=600)]),
... }
>>> generic, policy = figures(tables)
>>> counted, base = (items.heard({"all": ("outlet",)}) for items in (generic.counted, generic.base))
>>> generic.counted.categories, float(counted.weight.sum() / base.weight.sum())
(['conflict'], 5.0)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.figure import SPEECH, Figure, column, encode, read
from framing.compare.language import voice_words

LEXICONS = ("generic", "policy")


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The rate of each frame, lexicon by lexicon."""
    words = voice_words(tables)
    base = replace(words, weight=words.size / 1000).heard(SPEECH)
    frames = column(tables, "frame_hits", "frame")
    hits = read(tables, "frame_hits", voice="voice")
    found = []
    for lexicon in LEXICONS:
        mine = pc.starts_with(frames, f"{lexicon}:")
        named = pc.if_else(mine, pc.utf8_replace_slice(frames, 0, len(lexicon) + 1, ""), None)
        counted = hits.of(encode(named))
        found.append(
            Figure(
                measure=f"{lexicon}_frames",
                statistic="rate_per_1000_words",
                table="frame_hits",
                counted=counted.take(counted.category >= 0).heard(SPEECH),
                base=base,
                method="hits per 1,000 words in the voice",
            )
        )
    return found
