"""The texts themselves: whether an outlet's texts are of the kind that the rules were written for.

Counts: apostrophes inside and at the end of words, commas, the words a, an and the, sentences that are hard to parse, words of articles.
Formulas, each a ratio of sums over the outlet's articles:
    punctuation      apostrophes (commas; a, an and the) / 1,000 words; texts that lost them hide possessors, contractions, clauses and
                     noun phrases from the rules; few of the three words are a sign of translated or telegraphic English
    hard_sentences   sentences that are hard to parse / sentences: longer than 40 words, or of 25 words and more without any mark inside,
                     or, headlines apart, without a mark at the end. A parse has no confidence of its own here; these are the sentences in
                     which a parser of this kind errs most
    article_words    words / articles
Unit: marks per 1,000 words; share; words. Range: from 0. Direction: more hard sentences, less trust.
Undefined: without sentences.
Source: that parsing errs with length and attachment over distance: McDonald & Nivre (2011), Analyzing and integrating dependency parsers,
Computational Linguistics 37(1); what can be trusted is to be told with a measurement: Grimmer & Stewart (2013), Text as data, Political
Analysis 21(3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.compare.figure import Figure, Items, column, flags, join, numbers, read

LONG, UNMARKED = 40, 25
_MARKS = {"apostrophes": r"\w['’]\w|s['’](?:\s|$)", "commas": ",", "determiners": r"(?i)\b(?:the|an?)\b"}
_INSIDE = r"[,;:()\[\]\"“”«»–—]| - "
_CLOSED = r"[.!?…:;\"“”’'\])»]\s*$"


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The figures of the texts."""
    sentences = read(tables, "sentences")
    words = numbers(tables, "sentences", "words")
    texts = column(tables, "sentences", "text")
    found = (pc.fill_null(pc.count_substring_regex(texts, pattern), 0) for pattern in _MARKS.values())
    counts = [one.to_numpy(zero_copy_only=False).astype(int) for one in found]
    marks = [
        replace(sentences, category=np.full(len(found), place), categories=tuple(_MARKS), weight=found.astype(float), size=found)
        for place, found in enumerate(counts)
    ]
    thousands = replace(sentences, weight=words / 1000, size=words.astype(int), categories=tuple(_MARKS))
    equal = replace(sentences, weight=_part_of_article(sentences))
    return [
        _figure("punctuation", "rate_per_1000_words", _present(join(marks)), thousands, "marks per 1,000 words"),
        _figure("hard_sentences", "share", sentences.take(_hard(tables, words, texts)), sentences, "share of sentences"),
        _figure("article_words", "mean", sentences.weighing(words), equal, "mean over articles"),
    ]


def _present(items: Items) -> Items:
    return items.take(items.size > 0)


def _hard(tables: Mapping[str, pa.Table], words: np.ndarray, texts: pa.Array) -> np.ndarray:
    """Whether each sentence is hard to parse."""
    found = (pc.fill_null(pc.match_substring_regex(texts, pattern), False) for pattern in (_INSIDE, _CLOSED))
    inside, closed = (one.to_numpy(zero_copy_only=False) for one in found)
    return (words > LONG) | ((words >= UNMARKED) & ~inside) | ~(closed | flags(tables, "sentences", "headline", True))


def _part_of_article(sentences: Items) -> np.ndarray:
    """Weights that add up to 1 in each article."""
    sizes = np.bincount(sentences.article + 1, minlength=1)
    return 1 / np.maximum(sizes[sentences.article + 1], 1)


def _figure(measure: str, statistic: str, counted: Items, base: Items, method: str) -> Figure:
    return Figure(measure=measure, statistic=statistic, table="sentences", counted=counted, base=base, method=method, tested=())
