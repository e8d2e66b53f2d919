"""Evidence pages: for every figure of the report, the sentences that it counts.

A figure has a number such as L17; its evidence stands under the heading of that name, in a file for each question and actor.
A figure with very many sentences shows some of them, evenly spread over its articles, says how many there are, and names the
table that holds all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pyarrow as pa

from framing import engine, memo
from framing.report.observations import Passage, Passages
from framing.report.render import render
from framing.report.text import Markdown, md, slug

SHOWN = 25
"""Sentences shown for one figure at most."""
FILE_BYTES = 300_000
"""Size at which a page is continued in another file."""
_SHARES = 24

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
    figures: Iterable[Figure],
    tables: Mapping[str, pa.Table],
    behind: Callable[[Row], tuple[pa.Table, np.ndarray]],
    names: Mapping[str, str],
    format: str,
    *,
    workers: int = 1,
) -> Evidence:
    """Pages for the figures, which come without their `page`.

    behind: gives a table of observations and the places of the rows in it that an estimate counts. names: actor id -> display name.
    format: that of the tables.
    """
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(figure.group, []).append(figure)
    writer = _Writer(tables, behind, names, format, memo.folder())
    pages: dict[str, str] = {}
    placed: dict[tuple[object, ...], Figure] = {}
    # Groups some at a time: a process is asked seldom, and none is left with a large one at the end.
    dealt = [list(groups.values())[first::_SHARES] for first in range(min(_SHARES, len(groups)))]
    for made in engine.run(writer, dealt, workers=workers):
        for page, (text, members) in made.items():
            pages[page] = text
            placed.update({key(figure.estimate): replace(figure, page=page) for figure in members})
    return Evidence(pages, {key(figure.estimate): placed[key(figure.estimate)] for members in groups.values() for figure in members})


@dataclass(frozen=True)
class _Writer:
    """Writes the pages of groups of figures, in any process: path -> (text, the figures in it). kept: folder of kept results."""

    tables: Mapping[str, pa.Table]
    behind: Callable[[Row], tuple[pa.Table, np.ndarray]]
    names: Mapping[str, str]
    format: str
    kept: Path | None

    @cached_property
    def _passages(self) -> Passages:
        return Passages(self.tables, self.names)

    @cached_property
    def _identity(self) -> bytes:
        """Of what every page depends on besides its own observations."""
        digest = hashlib.sha256(repr([sorted(self.names.items()), self.format, SHOWN, FILE_BYTES]).encode("utf-8", "surrogatepass"))
        for name in ("articles", "sentences"):
            digest.update(memo.content(self.tables[name]))
        return digest.digest()

    def __call__(self, groups: Sequence[Sequence[Figure]]) -> dict[str, tuple[str, list[Figure]]]:
        found: dict[str, tuple[str, list[Figure]]] = {}
        with memo.kept_in(self.kept):
            for members in groups:
                found |= self._group(members)
        return found

    def _group(self, members: Sequence[Figure]) -> dict[str, tuple[str, list[Figure]]]:
        counted = [self._counted(figure) for figure in members]
        tables = {id(table): table for table, _, _ in counted}
        observed = [
            memo.content(table.take(pa.array([row for other, _, shown in counted if other is table for row in shown], pa.int64())))
            for table in tables.values()
        ]
        figures = [
            (figure.name, figure.says, figure.group, figure.heading, figure.table, count, len(shown), list(tables).index(id(table)))
            for figure, (table, count, shown) in zip(members, counted)
        ]
        pages = memo.kept("evidence", [self._identity, *figures, *observed], lambda: self._written(members, counted))
        place = {figure.name: figure for figure in members}
        sheets = json.loads(pages["figures of pages"])
        return {path: (pages[path].decode(), [place[name] for name in names]) for path, names in sheets.items()}

    def _counted(self, figure: Figure) -> tuple[pa.Table, int, list[int]]:
        """The table that a figure counts rows of, how many it counts, and those of them that are shown."""
        table, rows = self.behind(figure.estimate)
        return table, len(rows), self._passages.shown(table, rows, SHOWN)

    def _written(self, members: Sequence[Figure], counted: Sequence[tuple[pa.Table, int, list[int]]]) -> dict[str, bytes]:
        """The pages, and under "figures of pages" the names of the figures in each."""
        sections = [
            (figure, _section(figure, count, self._passages.read(table, shown), self.format))
            for figure, (table, count, shown) in zip(members, counted)
        ]
        sheets = dict(_sheets(members[0].group, sections))
        names = {path: [figure.name for figure, _ in part] for path, part in sheets.items()}
        return {"figures of pages": json.dumps(names).encode(), **{path: _page(part).encode() for path, part in sheets.items()}}


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
