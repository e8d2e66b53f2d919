"""The questions answered: tables, findings and charts of each, first as plans that say which figures are wanted, then as text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pyarrow as pa

from framing.report import avoidance, distinctive, findings, grid, pairs, robustness
from framing.report import told as telling
from framing.report.avoidance import Avoided
from framing.report.caution import Caution, cautions
from framing.report.caution import sentence as caution_sentence
from framing.report.checks import Checked, checked, clauses
from framing.report.distinctive import Distinctive
from framing.report.evidence import Figure, key
from framing.report.figures import of_absence, of_fact, of_grid, of_item
from framing.report.findings import FINDINGS, Change
from framing.report.grid import Grid, Kind, Row
from framing.report.names import Names
from framing.report.pairs import NO_PAIRS, Paired, Printed
from framing.report.questions import QUESTIONS, Question
from framing.report.robustness import Firmness, firmness
from framing.report.text import Markdown, escape, integer, join, md, percent, plural, series
from framing.report.told import Told

if TYPE_CHECKING:
    from framing.charts import Chart
    from framing.compare.checks import Checks

LISTED = 8
"""Names of what has no place in a table at most."""


@dataclass(frozen=True)
class Plan:
    """What a question's section holds, before anything is printed.

    rest: for each kind, counts of the actors without a table. contrasts: differences with what was looked at again.
    """

    question: Question
    kinds: Sequence[tuple[Kind, Sequence[Grid], Counter[str]]]
    contrasts: Sequence[Checked]
    changes: Sequence[Change]
    items: Distinctive | None
    avoided: Avoided | None
    cautions: Sequence[Caution] = ()
    firm: Sequence[Firmness] = ()
    told: Told | None = None
    paired: Paired | None = None

    @property
    def grids(self) -> list[Grid]:
        """All tables of the section."""
        return [table for _, tables, _ in self.kinds for table in tables]


@dataclass(frozen=True)
class Table:
    """A printed table with its title and a remark below it, empty when there is nothing to remark."""

    title: Markdown
    text: Markdown
    remark: Markdown


@dataclass(frozen=True)
class Section:
    """A printed section. nothing: why it has no tables, empty when nothing was observed. firm: table of how firm its differences are.

    pairs: outlet against outlet, with its chart if there is one.
    """

    question: Question
    charts: Sequence[Chart]
    findings: Sequence[Markdown]
    tables: Sequence[Table]
    silent: bool
    nothing: Markdown
    firm: Markdown
    pairs: Printed = NO_PAIRS
    pair_charts: Sequence[Chart] = ()

    @property
    def all_charts(self) -> Sequence[Chart]:
        """Every chart of the section, in its order."""
        return [*self.charts, *self.pair_charts]


def plans(
    estimates: Iterable[Row],
    *,
    one_article_each: bool,
    checks: Checks | None = None,
    against: Sequence[Checks] = (),
    outlets: Sequence[str] = (),
    compared: pa.Table | None = None,
) -> list[Plan]:
    """A plan for each question that the estimates can answer. checks: looks at stated differences again; against: the same with the
    observations of other lexicons. outlets: in the report's order. compared: the pairs table.
    """
    rows = list(estimates)
    rows_of: dict[tuple[object, object], list[Row]] = defaultdict(list)
    for row in rows:
        rows_of[row["measure"], row["voice"]].append(row)
    known = pairs.by_figure(compared)
    made = []
    for question in QUESTIONS:
        # A mean polarity is no count: where each outlet has one article, mentions with a negative tone are counted instead.
        asked = [kind for kind in question.kinds if not (one_article_each and kind.measure == "tone")]
        kinds = [(kind, *grid.grids(kind, rows_of[kind.measure, kind.voice])) for kind in asked]
        tables = [table for _, made_tables, _ in kinds for table in made_tables]
        items = distinctive.distinctive(question.keyness, question.noun, rows) if question.keyness else None
        stated = findings.contrasts(tables, most=FINDINGS // 2 if items and items.marked else FINDINGS)
        absent = avoidance.avoided(question.absence, rows) if question.absence else None
        looked = [checked(one, checks) for one in stated]
        firm = [found for one in stated if (found := firmness(one, checks, against))]
        warned = cautions(rows) if question.cautions else ()
        told = telling.told(rows, outlets) if question.facts else None
        made.append(Plan(question, kinds, looked, findings.changes(tables), items, absent, warned, firm, told, pairs.paired(tables, known)))
    return made


def figures(made: Iterable[Plan], outlets: Sequence[str], names: Names) -> list[Figure]:
    """Every figure of the sections, named L1, L2, ... by question and in reading order."""
    named = []
    for plan in made:
        found = [figure for table in plan.grids for figure in of_grid(table, plan.question, outlets, names)]
        if plan.items:
            found += [of_item(row, plan.question, names) for row in plan.items.shown(outlets)]
        if plan.avoided:
            found += [of_absence(row, plan.question, names) for row in plan.avoided.rows]
        if plan.told:
            found += [of_fact(matrix, fact, row, plan.question) for matrix, fact, row in plan.told.rows]
        distinct = {key(figure.estimate): figure for figure in found}
        named += [replace(figure, name=f"{plan.question.letter}{index}") for index, figure in enumerate(distinct.values(), 1)]
    return named


def section(
    plan: Plan,
    charts: Sequence[Chart],
    figures: Mapping[tuple, Figure],
    outlets: Sequence[str],
    names: Names,
    *,
    one_article_each: bool,
    undated: str | None,
    lexicons: Sequence[str] = (),
) -> Section:
    """A plan as text, with its charts among all. undated: why there is nothing on change over time, None when there is.

    lexicons: names of the other lexicons with which differences were looked at again.
    """

    def link(row: Row) -> str:
        return figures[key(row)].name

    tables = []
    for _, grids, rest in plan.kinds:
        tables += [_table(table, rest if table is grids[-1] else Counter(), link, outlets, names) for table in grids]
    if plan.items and (text := distinctive.printed(plan.items, outlets, names, link)):
        tables.append(Table(md("What sets outlets apart: {noun}", noun=plan.question.noun), text, Markdown()))
    if plan.avoided and (text := avoidance.printed(plan.avoided, outlets, names, link)):
        tables.append(Table(Markdown("Nouns that most other outlets use and an outlet never does"), text, avoidance.remark(plan.avoided)))
    for matrix in plan.told.matrices if plan.told else ():
        tables.append(Table(telling.title(matrix), telling.printed(matrix, link), telling.remark(matrix)))
    stated = _findings(plan, link, outlets, names, one_article_each)
    drawn = [chart for name in plan.question.charts for chart in charts if chart.name == name]
    said = stated or [_silence(plan, one_article_each)]
    firm = Markdown() if one_article_each else robustness.table(plan.firm, names, lexicons)
    against = pairs.printed(plan.paired, outlets, names, link, one_article_each=one_article_each) if plan.paired else NO_PAIRS
    beside = [chart for chart in charts if chart.name == plan.question.pairs] if against.says else []
    nothing = Markdown() if tables else _nothing(plan, undated)
    return Section(plan.question, drawn, said, tables, not stated, nothing, firm, against, beside)


def _silence(plan: Plan, one_article_each: bool) -> Markdown:
    """Why no difference is stated."""
    if plan.question.cautions:
        return Markdown("No outlet's texts are so unlike edited English news text, or the others', that a rule is expected to misfire.")
    if plan.told:
        return Markdown("No fact is told by all outlets of an event but one, and no background or number of casualties by one alone.")
    if any(kind.periods for kind, _, _ in plan.kinds):
        return Markdown("No outlet has two periods with enough articles and labels whose intervals lie apart.")
    return findings.silence(plan.grids, one_article_each=one_article_each)


def _nothing(plan: Plan, undated: str | None) -> Markdown:
    if plan.avoided:
        return avoidance.nothing(plan.avoided)
    if plan.told:
        return telling.nothing()
    return escape(undated or "") if any(kind.periods for kind, _, _ in plan.kinds) else Markdown()


def _table(table: Grid, rest: Counter[str], link: Callable[[Row], str], outlets: Sequence[str], names: Names) -> Table:
    text = grid.printed(table, outlets, link, lambda column: names.column(table.kind, column))
    remarks = []
    if table.rest:
        more = series(_some([names.column(table.kind, column) for column in table.rest]))
        together = "" if len(table.rest) == 1 else " together"
        remarks.append(md("The last column counts {more}{together}.", more=more, together=Markdown(together)))
    if rest:
        remarks.append(
            md(
                "{actors} ({listed}) {have} no table here; {their} {base}, {count} in all, are in [estimates.csv](estimates.csv).",
                actors=plural(len(rest), "further actor"),
                listed=series(_some([names.actor(actor) for actor in rest])),
                have="has" if len(rest) == 1 else "have",
                their="its" if len(rest) == 1 else "their",
                base=table.kind.base,
                count=integer(rest.total()),
            )
        )
    return Table(names.title(table.kind, table.actor, table.followed), text, Markdown(" ".join(remarks)))


def _some(listed: Sequence[str]) -> list[str]:
    return [*listed[:LISTED], plural(len(listed) - LISTED, "other")] if len(listed) > LISTED + 1 else list(listed)


def _findings(plan: Plan, link: Callable[[Row], str], outlets: Sequence[str], names: Names, one_article_each: bool) -> list[Markdown]:
    if plan.question.cautions:
        return [caution_sentence(one, lambda row: _shown(row, plan, link), len(outlets)) for one in plan.cautions]
    if plan.told:
        return telling.sentences(plan.told, link)
    if one_article_each:
        return _counts(plan, link, outlets, names)
    stated = [join([said for said in (contrast_sentence(one, link, names), clauses(one)) if said], " ") for one in plan.contrasts]
    stated += [findings.change_sentence(change, names=names, link=link) for change in plan.changes]
    if plan.avoided:
        stated += avoidance.sentences(plan.avoided, names, link)
    if plan.items:
        stated += distinctive.sentences(plan.items, outlets, names, link, most=FINDINGS - len(stated))
    return stated


def _shown(row: Row, plan: Plan, link: Callable[[Row], str]) -> Markdown:
    """A count as a share of its base, a link to the evidence of the cell that prints it."""
    cell = next(table.cells[row["outlet"], row["category"]] for table in plan.grids if table.kind.measure == row["measure"])
    return md("[{share}][{name}]", share=percent(row["value"] / row["observations"]), name=link(cell.estimate))


def contrast_sentence(found: Checked, link: Callable[[Row], str], names: Names) -> Markdown:
    """A stated difference in words."""
    return findings.sentence(found.contrast, names=names, link=link)


def _counts(plan: Plan, link: Callable[[Row], str], outlets: Sequence[str], names: Names) -> list[Markdown]:
    return [sentence for _, tables, _ in plan.kinds for sentence in findings.counted(tables, outlets, names=names, link=link)]
