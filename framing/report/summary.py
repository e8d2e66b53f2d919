"""The report on one page: the strongest findings of all questions, and what cannot be said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.report import avoidance, distinctive, findings
from framing.report.checks import untold
from framing.report.evidence import Figure, key
from framing.report.grid import Row
from framing.report.names import Names
from framing.report.overview import Overview
from framing.report.sections import Plan
from framing.report.text import Markdown, md, series

if TYPE_CHECKING:
    from framing.compare.checks import Checks

STRONGEST = 6
SUBJECTS = (("labels", "first", "avoided", "distinctive"), ("sources", "stance"), ("tone",), ("agency",), ("language", "frames"))
"""Names of questions that ask about one subject, in the order in which a reader is told of them."""
LAST = ("readability",)
"""What is told only where there is little else: it is about sentences, not about what is reported."""
_ENOUGH = 3
_NEVER = Markdown("Whether an outlet is right, what it intends, or what its wording does to readers: this report describes wording only.")


@dataclass(frozen=True)
class Summary:
    """strongest: findings of the subjects in their order. unsaid: what cannot be said, and why."""

    strongest: Sequence[Markdown]
    unsaid: Sequence[Markdown]


def summary(plans: Sequence[Plan], figures: Mapping[tuple, Figure], names: Names, corpus: Overview, checks: Checks | None) -> Summary:
    """The summary of the plans, its numbers linked like those of the sections."""

    def link(row: Row) -> str:
        return figures[key(row)].name

    subjects = [] if corpus.one_article_each else [_told(plans, asked, names, corpus.names, link) for asked in (*SUBJECTS, LAST)]
    return Summary(clearest(subjects) if subjects else [], _unsaid(plans, corpus, checks))


@dataclass(frozen=True)
class Told:
    """A finding that may stand in the summary: the question it answers, whom it is about, and its words."""

    question: str
    actor: str | None
    says: Markdown


def clearest(subjects: Sequence[Sequence[Told]]) -> list[Markdown]:
    """The first findings of each subject in turn, each time of another actor and question where there is one; of the last subject only
    where there is little else.
    """
    *first, last = subjects
    rest = [list(found) for found in first]
    chosen: list[Told] = []
    while len(chosen) < STRONGEST and any(rest):
        for found in rest:
            if found and len(chosen) < STRONGEST:
                chosen.append(found.pop(_freshest(found, chosen)))
    order = {id(one): place for place, found in enumerate(first) for one in found}
    chosen.sort(key=lambda one: order[id(one)])
    return [one.says for one in [*chosen, *(last[:1] if len(chosen) < _ENOUGH else ())]]


def _freshest(found: Sequence[Told], chosen: Sequence[Told]) -> int:
    """Place of the first finding of a question and about an actor that were told least often."""
    actors, questions = Counter(one.actor for one in chosen if one.actor), Counter(one.question for one in chosen)
    return min(range(len(found)), key=lambda place: (questions[found[place].question] + actors[found[place].actor], place))


def _told(plans: Sequence[Plan], questions: Sequence[str], names: Names, outlets: Sequence[str], link: Callable[[Row], str]) -> list[Told]:
    """The findings of some questions: differences, the largest first, then what is never used and what stands out."""
    asked = {plan.question.name: plan for plan in plans if plan.question.name in questions}
    contrasts = [(name, one.contrast) for name, plan in asked.items() for one in plan.contrasts]
    found = [
        Told(name, one.actor, findings.sentence(one, names=names, link=link))
        for name, one in sorted(contrasts, key=lambda pair: -pair[1].effect)
    ]
    for name, plan in asked.items():
        if plan.avoided:
            rows = plan.avoided.rows
            found += [Told(name, row["actor"], said) for row, said in zip(rows, avoidance.sentences(plan.avoided, names, link))]
        if plan.items:
            found += [Told(name, None, said) for said in distinctive.sentences(plan.items, outlets, names, link, most=2)]
    return found


def _unsaid(plans: Sequence[Plan], corpus: Overview, checks: Checks | None) -> list[Markdown]:
    said = []
    if corpus.one_article_each:
        said.append(Markdown("Each outlet has one article, so nothing can be said of outlets: the report describes articles, in counts."))
    else:
        asked = [plan for plan in plans if plan.grids and not plan.question.cautions]
        silent = [plan.question.title.lower() for plan in asked if not _speaks(plan)]
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
