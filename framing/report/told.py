"""What is told: matrices of facts by outlets as tables, and the facts that most but not all tell as sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.told_matrix import Fact, Matrix, matrices, telling
from framing.report.grid import aligned
from framing.report.text import Markdown, escape, integer, md, plural, series

SAID = 6

Row = Mapping[str, object]
Link = Callable[[Row], str]


@dataclass(frozen=True)
class Told:
    """The matrices shown, those with most outlets first, and how many further events are left to the estimates."""

    matrices: Sequence[Matrix]
    further: int

    @property
    def rows(self) -> list[tuple[Matrix, Fact, Row]]:
        """Estimates that the tables open."""
        return [(one, fact, fact.counts[outlet]) for one in self.matrices for fact in one.facts for outlet in fact.told]


def told(estimates: Iterable[Row], outlets: Sequence[str]) -> Told:
    """What is told, from the estimates. outlets: in the order of the report."""
    return Told(*matrices(estimates, outlets))


def title(matrix: Matrix) -> Markdown:
    """The heading of a table."""
    articles = plural(sum(matrix.articles.values()), "article")
    return md("{event}: {outlets}, {articles}", event=matrix.event, outlets=plural(len(matrix.outlets), "outlet"), articles=articles)


def printed(matrix: Matrix, link: Link) -> Markdown:
    """A table in Markdown: a line a fact, a column an outlet, the number of sentences in each cell."""
    head = [Markdown("Kind"), Markdown("Fact"), Markdown("told by"), *map(escape, matrix.outlets)]
    return aligned(head, [_line(matrix, fact, link) for fact in matrix.facts], left=(0, 1))


def _line(matrix: Matrix, fact: Fact, link: Link) -> list[Markdown]:
    by = Markdown(f"{len(fact.told)} of {len(fact.counts)}")
    return [escape(fact.kind), escape(fact.says), by, *(_cell(fact, outlet, link) for outlet in matrix.outlets)]


def _cell(fact: Fact, outlet: str, link: Link) -> Markdown:
    row = fact.counts[outlet]
    if not row["value"]:
        return Markdown("–")
    first = Markdown(" first" if outlet in fact.first else "")
    return md("[{count}][{name}]{first}", count=integer(int(row["value"])), name=link(row), first=first)


def remark(matrix: Matrix) -> Markdown:
    """What stands in the cells, and what has no line."""
    more = md(
        " {facts} of this event {are} in [estimates.csv](estimates.csv).",
        facts=plural(matrix.further, "further fact"),
        are="is" if matrix.further == 1 else "are",
    )
    days = " “first”: in an article of the earliest day on which the fact is told." if any(fact.first for fact in matrix.facts) else ""
    cells = Markdown(f"Cells count sentences; a dash says that none was found, not that the outlet knew and kept it back.{days}")
    return md("{cells}{more}", cells=cells, more=more if matrix.further else Markdown())


def nothing() -> Markdown:
    """Why there is no matrix."""
    return Markdown(
        "No event is known that two outlets report. Articles get events from a column called event, a table, or the option --events find."
    )


def sentences(found: Told, link: Link) -> list[Markdown]:
    """The facts that all outlets but one tell, and those that one alone tells, in words."""
    each = max(2, SAID // max(len(found.matrices), 1))
    return [_sentence(one, fact, link) for one in found.matrices for fact in telling(one, most=each)][:SAID]


def _sentence(matrix: Matrix, fact: Fact, link: Link) -> Markdown:
    told = series(list(_linked(fact, link)))
    if len(fact.told) == 1:
        said = "{event}: {kind} “{says}” was found in {told} alone, of {outlets}."
    else:
        said = "{event}: {kind} “{says}” was found in {told}; in {missing} no sentence that tells it was found."
    outlets = plural(len(matrix.outlets), "outlet")
    return md(said, event=matrix.event, kind=_KIND.get(fact.kind, fact.kind), says=fact.says, told=told, missing=series(fact.missing),
              outlets=outlets)  # fmt: skip


_KIND = {"casualties": "the number", "history": "the year or day", "action": "the action", "number": "the number"}


def _linked(fact: Fact, link: Link) -> Iterator[Markdown]:
    for outlet in fact.told:
        yield md("[{outlet}][{name}]", outlet=outlet, name=link(fact.counts[outlet]))


def says(matrix: Matrix, fact: Fact, row: Row) -> Markdown:
    """What the evidence page says of a cell."""
    return md(
        "{outlet}. {event}, {kind} “{says}”: {count}.",
        outlet=row["outlet"],
        event=matrix.event,
        kind=fact.kind,
        says=fact.says,
        count=plural(int(row["value"]), "sentence"),
    )
