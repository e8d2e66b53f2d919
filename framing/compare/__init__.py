"""Observations to estimates: shares, rates and means by outlet, with intervals, tests, and the observations behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import partial
from pathlib import Path
from types import ModuleType

import pyarrow as pa

from framing import engine, memo
from framing.compare import (
    agency,
    attribution,
    avoidance,
    coverage,
    distances,
    estimate,
    first_mention,
    frames,
    keyness,
    labels,
    language,
    periods,
    readability,
    texts,
    told,
    tone,
    without_wire,
    wording,
)
from framing.compare.checks import Checks
from framing.compare.evidence import Evidence
from framing.compare.figure import Figure
from framing.compare.resample import Sample, sample
from framing.compare.rules import Rules
from framing.tables import concat

__all__ = ["MEASURES", "checks", "compare", "evidence", "figures", "observations_behind"]

MEASURES = (
    labels, keyness, avoidance, first_mention, periods, attribution, tone, language, frames, agency, told, readability, coverage, texts,
    distances, wording,
)  # fmt: skip
"""Modules of measures; each has `figures(tables) -> list[Figure]`, `estimates` where its figures are no ratios of an outlet's own sums,
and `against_others` where an outlet is held against the others besides."""


_RATIOS = ("share", "mean", "rate_per_1000_words")


def compare(
    tables: Mapping[str, pa.Table],
    *,
    draws: int = 2000,
    seed: int = 20241208,
    minimum_articles: int = 5,
    minimum_observations: int = 20,
    workers: int = 1,
) -> pa.Table:
    """The estimates table (`framing.tables.ESTIMATES`) of observation tables keyed by name.

    draws: bootstrap draws and permutations. Same tables and options, same estimates, whatever the order of rows and the number of workers.
    A missing observation table means no figures of it. Raises ValueError when articles are missing or an option is out of range.
    """
    if "articles" not in tables:
        raise ValueError("no articles table: write the tables with `framing observe` first")
    if draws < 1 or seed < 0:
        raise ValueError("draws must be at least 1 and seed not negative")
    rules = Rules(minimum_articles=minimum_articles, minimum_observations=minimum_observations)
    drawn = sample(tables["articles"], draws=draws, seed=seed)
    part = partial(_part, tables, drawn, rules, memo.folder())
    return concat("estimates", engine.run(part, range(len(MEASURES)), workers=workers))


def _part(tables: Mapping[str, pa.Table], drawn: Sample, rules: Rules, kept: Path | None, index: int) -> pa.Table:
    """The estimates of one module of measures."""
    measure = MEASURES[index]
    with memo.kept_in(kept):
        figures = measure.figures(tables)
        parts = [memo.table("estimates", _made_from(one, drawn, rules), partial(_made, measure, one, drawn, rules)) for one in figures]
    return concat("estimates", parts)


def _made(measure: ModuleType, figure: Figure, drawn: Sample, rules: Rules) -> pa.Table:
    """The estimates of a figure, each with the same without agency copy: of an outlet by itself, and of one held against the others."""
    alone = None if hasattr(measure, "estimates") else estimate.estimates
    parts = []
    for make, pooled in ((alone, False), (getattr(measure, "estimates", None), True), (getattr(measure, "against_others", None), True)):
        if make is not None:
            parts.append(without_wire.both(lambda sample: concat("estimates", make(figure, sample, rules)), drawn, pooled=pooled))  # noqa: B023
    return concat("estimates", parts)


def _made_from(figure: Figure, drawn: Sample, rules: Rules) -> list[object]:
    """All that a figure's estimates depend on: not the rows where its observations stand, so that one moved changes nothing."""
    parts: list[object] = [rules]
    for whole, but in ((figure, ("counted", "base")), (figure.counted, ("row",)), (figure.base, ("row",)), (drawn, ())):
        parts += [part for field in fields(whole) if field.name not in but for part in (field.name, getattr(whole, field.name))]
    return parts


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """What each measure counts, for `checks` and `evidence`: made once for both where both are wanted."""
    return [figure for measure in MEASURES for figure in measure.figures(tables)]


def checks(
    tables: Mapping[str, pa.Table], counted: Sequence[Figure] | None = None, *, draws: int = 2000, seed: int = 20241208
) -> Checks:
    """Looks at estimates again: within the events that two outlets share, and on other terms. counted: `figures(tables)`."""
    ratios = [figure for figure in counted or figures(tables) if figure.statistic in _RATIOS]
    return Checks(tables, ratios, sample(tables["articles"], draws=draws, seed=seed), Rules())


def evidence(tables: Mapping[str, pa.Table], counted: Sequence[Figure] | None = None) -> Evidence:
    """Looks up the observations behind any number of estimates: `evidence(tables).behind(estimate)`. counted: `figures(tables)`."""
    return Evidence(tables, counted or figures(tables))


def observations_behind(tables: Mapping[str, pa.Table], estimate: Mapping[str, object]) -> pa.Table:
    """The observations that one row of the estimates table counts; see `Evidence.behind`. For many rows, use `evidence`."""
    return evidence(tables).behind(estimate)
