"""Readability: how hard an outlet's articles are to read.

Counts: articles with a readability figure, per outlet and metric.
Formula: mean over the outlet's articles.
Unit, range and direction: those of the metric. flesch_reading_ease: 0 (hardest) to 100 (easiest), both ends can be passed;
flesch_kincaid_grade: years of US schooling, higher is harder.
Undefined: where every article is too short for the metric. The observations of the base are sentences.
Source: Flesch (1948), A new readability yardstick; Kincaid et al. (1975); the figures of an article come from the readability table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa

from framing.compare.figure import Figure, column, numbers, read


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """The mean of each metric."""
    everything = read(tables, "readability", category="metric")
    defined = column(tables, "readability", "value").is_valid().to_numpy(zero_copy_only=False)
    values = everything.take(defined)
    sentences = read(tables, "sentences").article
    size = np.maximum(np.bincount(sentences[sentences >= 0], minlength=tables["articles"].num_rows + 1), 1)
    return [
        Figure(
            measure="readability",
            statistic="mean",
            table="readability",
            counted=values.weighing(numbers(tables, "readability", "value")),
            base=replace(values, size=size[values.article]),
            method="mean over articles",
            by_category=True,
            counts=False,
            tested=("all",),
        )
    ]
