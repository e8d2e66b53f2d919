"""Observations to estimates: shares, rates and means by outlet, with intervals, tests, and the observations behind each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial

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
    """What comparing gives: tables `framing.tables.ESTIMATES` and `framing.tables.PAIRS`; figures: what each measure counted for them."""

    estimates: pa.Table
    pairs: pa.Table
    figures: Sequence[Figure]


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
    counted = [(place, figure) for place, measure in enumerate(MEASURES) for figure in measure.figures(tables)]
    depends = [_made_from(figure, drawn, rules) for _, figure in counted]
    kept = [memo.find_tables(_KEPT, one) for one in depends]
    wanting = [number for number, found in enumerate(kept) if found is None]
    made = engine.run(partial(_made, drawn, rules), [counted[number] for number in wanting], workers=workers) if wanting else ()
    for number, found in zip(wanting, made):
        memo.keep_tables(_KEPT, depends[number], found)
        kept[number] = found
    both = (concat(name, [found[name] for found in kept if found is not None]) for name in ("estimates", "pairs"))
    return Comparison(*both, [figure for _, figure in counted])


_KEPT = "comparison"


def _made(drawn: Sample, rules: Rules, one: tuple[int, Figure]) -> dict[str, pa.Table]:
    """The estimates of a figure, of an outlet by itself and of one held against the others, and its pairs; all also without agency copy.

    one: the place of its module among MEASURES, and the figure.
    """
    measure, figure = MEASURES[one[0]], one[1]
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
    """What each measure counts, for `checks` and `evidence`; a comparison has them already."""
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
