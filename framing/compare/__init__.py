"""Observations to estimates: shares, rates and means by outlet, with intervals, tests, and the observations behind each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
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
    pairs,
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

__all__ = ["MEASURES", "Comparison", "checks", "compare", "comparison", "evidence", "figures", "observations_behind"]

MEASURES = (
    labels, keyness, avoidance, first_mention, periods, attribution, tone, language, frames, agency, told, readability, coverage, texts,
    distances, wording,
)  # fmt: skip
"""Modules of measures; each has `figures(tables) -> list[Figure]`, `estimates` where its figures are no ratios of an outlet's own sums,
`against_others` where an outlet is held against the others besides, and `compared` where what is held against each other in pairs is
not (or not only) what the outlets have by themselves."""


_RATIOS = ("share", "mean", "rate_per_1000_words")


@dataclass(frozen=True)
class Comparison:
    """What comparing gives: tables `framing.tables.ESTIMATES` and `framing.tables.PAIRS`."""

    estimates: pa.Table
    pairs: pa.Table


def compare(tables: Mapping[str, pa.Table], **options: int) -> pa.Table:
    """The estimates table alone; options as for `comparison`."""
    return comparison(tables, **options).estimates


def comparison(
    tables: Mapping[str, pa.Table],
    *,
    draws: int = 2000,
    seed: int = 20241208,
    minimum_articles: int = 5,
    minimum_observations: int = 20,
    workers: int = 1,
) -> Comparison:
    """The estimates of observation tables keyed by name, and every two outlets against each other.

    draws: bootstrap draws and permutations. Same tables and options, same results, whatever the order of rows and the number of workers.
    A missing observation table means no figures of it. Raises ValueError when articles are missing or an option is out of range.
    """
    if "articles" not in tables:
        raise ValueError("no articles table: write the tables with `framing observe` first")
    if draws < 1 or seed < 0:
        raise ValueError("draws must be at least 1 and seed not negative")
    rules = Rules(minimum_articles=minimum_articles, minimum_observations=minimum_observations)
    drawn = sample(tables["articles"], draws=draws, seed=seed)
    part = partial(_part, tables, drawn, rules, memo.folder())
    return Comparison(**_joined(engine.run(part, range(len(MEASURES)), workers=workers)))


def _joined(parts: Iterable[Mapping[str, pa.Table]]) -> dict[str, pa.Table]:
    parts = list(parts)
    return {name: concat(name, [part[name] for part in parts]) for name in ("estimates", "pairs")}


def _part(tables: Mapping[str, pa.Table], drawn: Sample, rules: Rules, kept: Path | None, index: int) -> dict[str, pa.Table]:
    """The estimates and pairs of one module of measures."""
    measure = MEASURES[index]
    with memo.kept_in(kept):
        return _joined(
            memo.tables("comparison", _made_from(one, drawn, rules), partial(_made, measure, one, drawn, rules))
            for one in measure.figures(tables)
        )  # fmt: skip


def _made(measure: ModuleType, figure: Figure, drawn: Sample, rules: Rules) -> dict[str, pa.Table]:
    """The estimates of a figure, of an outlet by itself and of one held against the others, and its pairs; all also without agency copy."""
    copied = not drawn.own.all()
    parts, compared = [], []
    if not hasattr(measure, "estimates"):
        found = estimate.estimated(figure, drawn, rules)
        rest = drawn.without_wire(all_outlets=False) if copied else None
        again = None if rest is None else estimate.estimated(figure, rest, rules)
        if found is not None:
            second = None if again is None else concat("estimates", estimate.rows(figure, rest, again))
            parts.append(without_wire.both(concat("estimates", estimate.rows(figure, drawn, found)), second, drawn, pooled=False))
            compared.append(pairs.of_estimated(figure, drawn, found, again))
    rest = drawn.without_wire(all_outlets=True) if copied else None
    for make in (getattr(measure, name) for name in ("estimates", "against_others") if hasattr(measure, name)):
        second = None if rest is None else concat("estimates", make(figure, rest, rules))
        parts.append(without_wire.both(concat("estimates", make(figure, drawn, rules)), second, drawn, pooled=True))
    if hasattr(measure, "compared"):
        compared += measure.compared(figure, drawn, rules)
    return {"estimates": concat("estimates", parts), "pairs": concat("pairs", [pairs.pairs(one, drawn, rules) for one in compared])}


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
