"""Distinctive labels and words: what sets an outlet apart from all the others, as a table and as sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.report.findings import Q
from framing.report.grid import Cell, aligned
from framing.report.names import Names
from framing.report.text import Markdown, escape, integer, join, md, number, percent, plural, series

SHOWN = 5
SAID = 3

Row = Mapping[str, object]


@dataclass(frozen=True)
class Distinctive:
    """For each outlet, the items that set it apart, strongest first, or the most frequent where the rules allow counts only."""

    noun: str
    marked: Mapping[str, Sequence[Cell]]
    frequent: Mapping[str, Sequence[Cell]]

    def shown(self, outlets: Sequence[str]) -> list[Row]:
        """Estimates that the table prints, in reading order."""
        return [cell.estimate for outlet in outlets for cell in (*self.marked.get(outlet, ()), *self.frequent.get(outlet, ()))]


def distinctive(measure: str, noun: str, estimates: Iterable[Row]) -> Distinctive:
    """What sets the outlets apart in a measure of log-odds, in their own voice."""
    pairs: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
    for row in estimates:
        if row["measure"] == measure and row["voice"] == "outlet":
            pairs[row["outlet"], row["category"]][row["statistic"]] = row
    marked: dict[str, list[Cell]] = defaultdict(list)
    frequent: dict[str, list[Cell]] = defaultdict(list)
    for (outlet, _), both in sorted(pairs.items()):
        cell = Cell(both.get("count"), both.get("log_odds"))
        if not cell.allowed:
            frequent[outlet].append(cell)
        elif _stands_out(cell.ratio):
            marked[outlet].append(cell)
    return Distinctive(
        noun,
        {outlet: sorted(cells, key=lambda cell: -cell.ratio["low"])[:SHOWN] for outlet, cells in marked.items()},
        {outlet: sorted(cells, key=lambda cell: -cell.counted)[:SHOWN] for outlet, cells in frequent.items()},
    )


def _stands_out(estimate: Row) -> bool:
    """Used more than by the others: the interval lies above 0 and, where a test was made, q < .05."""
    return estimate["low"] is not None and estimate["low"] > 0 and (estimate["q_value"] is None or estimate["q_value"] < Q)


def printed(found: Distinctive, outlets: Sequence[str], names: Names, link: Callable[[Row], str]) -> Markdown:
    """The table in Markdown: log-odds where they may be given, counts where not; empty when there is nothing to print."""
    body = []
    for outlet in outlets:
        marked, frequent = found.marked.get(outlet, ()), found.frequent.get(outlet, ())
        cells = [_item(cell, number(cell.ratio["value"]), names, link) for cell in marked]
        cells = cells or [_item(cell, integer(cell.counted), names, link) for cell in frequent]
        unit = Markdown("log-odds" if marked else "count" if frequent else "–")
        size = (marked or frequent)[0].estimate["observations"] if cells else None
        body.append([escape(outlet), Markdown("–" if size is None else integer(size)), unit, join(cells, ", ") or Markdown("–")])
    if not any(found.marked.values()) and not any(found.frequent.values()):
        return Markdown()
    head = [Markdown(title) for title in ("Outlet", found.noun, "unit", "what sets it apart")]
    return aligned(head, body, left=(0, 2, 3))


def _item(cell: Cell, figure: str, names: Names, link: Callable[[Row], str]) -> Markdown:
    return md("{word} [{figure}][{name}]", word=_word(cell, names), figure=figure, name=link(cell.estimate))


def sentences(found: Distinctive, outlets: Sequence[str], names: Names, link: Callable[[Row], str], *, most: int) -> list[Markdown]:
    """One sentence for each of the outlets that stand out most, in the order of the tables."""
    ranked = sorted(found.marked, key=lambda outlet: -found.marked[outlet][0].ratio["low"])[:most]
    return [_sentence(found.noun, outlet, found.marked[outlet][:SAID], names, link) for outlet in outlets if outlet in ranked]


def _sentence(noun: str, outlet: str, cells: Sequence[Cell], names: Names, link: Callable[[Row], str]) -> Markdown:
    base = cells[0].ratio
    return md(
        "Among the {noun} in its own voice ({size} in {articles}), {outlet} stands out from the other outlets by {items}.",
        noun=noun,
        size=integer(base["observations"]),
        articles=plural(base["articles"], "article"),
        outlet=outlet,
        items=series([_said(cell, names, link, first=index == 0) for index, cell in enumerate(cells)]),
    )


def _said(cell: Cell, names: Names, link: Callable[[Row], str], *, first: bool) -> Markdown:
    row = cell.ratio
    return md(
        "“{word}” ({statistic}[{value}][{name}], {level}{low} to {high}; {uses})",
        word=_word(cell, names),
        statistic=Markdown("log-odds " if first else ""),
        value=number(row["value"]),
        name=link(row),
        level=md("{level} interval ", level=percent(row["level"])) if first else Markdown(),
        low=number(row["low"]),
        high=number(row["high"]),
        uses=plural(cell.counted, "use"),
    )


def _word(cell: Cell, names: Names) -> str:
    return names.category(cell.estimate["measure"], cell.estimate["category"])
