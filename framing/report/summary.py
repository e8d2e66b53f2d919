"""The report on one page: the strongest findings of all questions, and what cannot be said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from framing.report import findings
from framing.report.checks import Checked, untold
from framing.report.evidence import Figure, key
from framing.report.grid import Row
from framing.report.names import Names
from framing.report.overview import Overview
from framing.report.sections import Plan
from framing.report.text import Markdown, md, series

if TYPE_CHECKING:
    from framing.compare.checks import Checks

STRONGEST = 5
FROM_ONE_QUESTION = 2
_NEVER = Markdown("Whether an outlet is right, what it intends, or what its wording does to readers: this report describes wording only.")


@dataclass(frozen=True)
class Summary:
    """strongest: findings of all questions, the clearest first. unsaid: what cannot be said, and why."""

    strongest: Sequence[Markdown]
    unsaid: Sequence[Markdown]


def summary(plans: Sequence[Plan], figures: Mapping[tuple, Figure], names: Names, corpus: Overview, checks: Checks | None) -> Summary:
    """The summary of the plans, its numbers linked like those of the sections."""

    def link(row: Row) -> str:
        return figures[key(row)].name

    strongest = [] if corpus.one_article_each else [findings.sentence(one.contrast, names=names, link=link) for one in clearest(plans)]
    return Summary(strongest, _unsaid(plans, corpus, checks))


def clearest(plans: Sequence[Plan]) -> list[Checked]:
    """The differences that are largest against what the articles vary, few of one question."""
    found = [(plan.question.name, one) for plan in plans for one in plan.contrasts]
    told: Counter[str] = Counter()
    kept = []
    for name, one in sorted(found, key=lambda pair: -strength(pair[1])):
        if told[name] < FROM_ONE_QUESTION and len(kept) < STRONGEST:
            told[name] += 1
            kept.append(one)
    return kept


def strength(found: Checked) -> float:
    """The difference over the half width of its interval, so that shares, rates and means can be put in one order."""
    high, low = found.contrast.high.ratio, found.contrast.low.ratio
    width = hypot(_half(high), _half(low))
    return (high["value"] - low["value"]) / width if width else 0.0


def _half(row: Row) -> float:
    return 0.0 if row["low"] is None else (row["high"] - row["low"]) / 2


def _unsaid(plans: Sequence[Plan], corpus: Overview, checks: Checks | None) -> list[Markdown]:
    said = []
    if corpus.one_article_each:
        said.append(Markdown("Each outlet has one article, so nothing can be said of outlets: the report describes articles, in counts."))
    else:
        silent = [plan.question.title.lower() for plan in plans if plan.grids and not _speaks(plan)]
        if silent:
            said.append(md("No difference between outlets can be stated for: {silent}. The sections say why.", silent=series(silent)))
    if not corpus.events:
        said.append(
            Markdown(
                "No events are given, so the report cannot tell how much of a difference comes from what the outlets chose to report: "
                "the option --events find groups the articles by event, and framing events writes the groups into a table to correct."
            )
        )
    elif checks is not None and (told := untold([one for plan in plans for one in plan.contrasts])):
        said.append(told)
    return [*said, _NEVER]


def _speaks(plan: Plan) -> bool:
    return bool(plan.contrasts or plan.changes or (plan.items and plan.items.marked) or (plan.avoided and plan.avoided.rows))
