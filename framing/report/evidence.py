"""Evidence pages: for every figure of the report, the sentences that it counts.

A figure has a number such as L17; its evidence stands under the heading of that name, in a file for each question and actor.
A figure with very many sentences shows some of them, evenly spread over its articles, says how many there are, and names the
table that holds all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from framing.report.observations import Passage, passages
from framing.report.render import render
from framing.report.text import Markdown, md, slug

SHOWN = 25
"""Sentences shown for one figure at most."""
FILE_BYTES = 300_000
"""Size at which a page is continued in another file."""

Row = Mapping[str, object]
_KEY = ("measure", "actor", "category", "outlet", "voice", "statistic")


def key(estimate: Row) -> tuple[object, ...]:
    """What makes an estimate the one it is."""
    return tuple(estimate[column] for column in _KEY)


@dataclass(frozen=True)
class Figure:
    """A number of the report: its name (L17), the estimate it stands for, what it says in words, and where its evidence stands.

    group: the evidence file without folder and ending; heading: that file's title; table: name of the table of observations.
    """

    name: str
    estimate: Row
    says: Markdown
    group: str
    heading: Markdown
    table: str
    page: str = ""

    @property
    def anchor(self) -> str:
        """Id that Markdown renderers give the figure's heading."""
        return self.name.lower()

    @property
    def link(self) -> str:
        """The evidence, seen from report.md."""
        return f"{self.page}#{self.anchor}"


@dataclass(frozen=True)
class Evidence:
    """The evidence pages (path -> Markdown) and the figures with their places in them, by `key` of the estimate."""

    pages: Mapping[str, str]
    figures: Mapping[tuple[object, ...], Figure]


def evidence(
    figures: Iterable[Figure], tables: Mapping[str, pa.Table], behind: Callable[[Row], pa.Table], names: Mapping[str, str], format: str
) -> Evidence:
    """Pages for the figures, which come without their `page`.

    behind: gives the rows of a table of observations that an estimate counts. names: actor id -> display name. format: that of the tables.
    """
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.group, []).append(figure)
    find = passages(tables, names, most=SHOWN)
    pages: dict[str, str] = {}
    placed: dict[tuple[object, ...], Figure] = {}
    for group, members in groups.items():
        for page, part in _sheets(group, [(figure, _section(figure, *find(behind(figure.estimate)), format)) for figure in members]):
            pages[page] = _page(part)
            placed.update({key(figure.estimate): replace(figure, page=page) for figure, _ in part})
    return Evidence(pages, placed)


def _sheets(group: str, sections: Sequence[tuple[Figure, str]]) -> Iterable[tuple[str, list[tuple[Figure, str]]]]:
    """The sections of a group in files none of which grows over FILE_BYTES (a single section may)."""
    sheets: list[list[tuple[Figure, str]]] = [[]]
    size = 0
    for section in sections:
        weight = len(section[1].encode())
        if sheets[-1] and size + weight > FILE_BYTES:
            sheets.append([])
            size = 0
        sheets[-1].append(section)
        size += weight
    return [(f"evidence/{group}{f'-{index}' if index > 1 else ''}.md", sheet) for index, sheet in enumerate(sheets, 1)]


def _section(figure: Figure, count: int, shown: Sequence[Passage], format: str) -> str:
    articles: dict[str, list[Passage]] = {}
    for passage in shown:
        articles.setdefault(passage.article_id, []).append(passage)
    table = f"{figure.table}.{format}"
    whole = md("[tables/{table}](../tables/{table})", table=table)
    return render("figure.md.j2", figure=figure, count=count, shown=len(shown), articles=list(articles.values()), all=whole)


def _page(part: Sequence[tuple[Figure, str]]) -> str:
    return render("evidence.md.j2", heading=part[0][0].heading, sections=[Markdown(section) for _, section in part])


def group_name(*parts: str | None) -> str:
    """The name of an evidence file without its folder and ending."""
    return "-".join(slug(part) for part in parts if part)
