"""Articles with every span in its text: the pages on which one reads what the toolkit found, and where it errs."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import jinja2
import pyarrow as pa

from framing.report.nesting import Mark, Piece, pieces
from framing.report.quotes import one_line
from framing.report.text import slug

LINKS = 48
"""Attributions of a paragraph whose parts light up together; more would repeat a link."""

Row = Mapping[str, object]


@dataclass(frozen=True)
class Block:
    """A paragraph of a page. kind: headline, paragraph, or aside (text that is left out of analysis); notes: its attributions."""

    kind: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Note:
    """An attribution in words."""

    number: int
    link: int
    who: str
    source_type: str
    cue: str
    details: str


def html(tables: Mapping[str, pa.Table], texts: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """index.html and one page an article, path -> HTML; each is whole in itself and loads nothing.

    texts: article id -> text; names: actor id -> display name, empty without a topic.
    """
    every = sorted(tables["articles"].to_pylist(), key=lambda row: (row["outlet"] or "", row["date"] or "", row["article_id"]))
    articles, left_out = [row for row in every if row["kept"]], [row for row in every if not row["kept"]]
    found = {name: by_article(tables[name]) for name in ("sentences", "attributions", "mentions")}
    listed = []
    paths = {article: f"articles/{name}.html" for article, name in file_names(row["article_id"] for row in articles).items()}
    pages = {}
    for place, article in enumerate(articles):
        rows = {name: found[name].get(article["article_id"], []) for name in found}
        around = [None if not 0 <= near < len(articles) else articles[near] for near in (place - 1, place + 1)]
        path, counts = paths[article["article_id"]], _counts(rows)
        listed.append((article, path, counts))
        pages[path] = _render(
            "annotate.html.j2", article=article, blocks=blocks(texts[article["article_id"]], article, rows, names), counts=counts,
            links=LINKS, around=around, file=lambda other: paths[other["article_id"]].partition("/")[2], topic=bool(names),
        )  # fmt: skip
    return {"index.html": _render("annotate-index.html.j2", listed=listed, left_out=left_out), **pages}


def by_article(table: pa.Table) -> dict[str, list[dict]]:
    """The rows of a table by article id."""
    found = defaultdict(list)
    for row in table.to_pylist():
        found[row["article_id"]].append(row)
    return found


def file_names(articles: Iterable[str]) -> dict[str, str]:
    """A file name for each article id, without ending: the id in plain letters, made unique."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for article in articles:
        base = name = slug(article, otherwise="article")[:80]
        count = 1
        while name in taken:
            name = f"{base}-{(count := count + 1)}"
        taken.add(name)
        names[article] = name
    return names


def blocks(text: str, article: Row, rows: Mapping[str, Sequence[Row]], names: Mapping[str, str]) -> list[Block]:
    """The article's paragraphs in order, and between them what was left out of analysis."""
    spans = _paragraphs(text, rows["sentences"])
    starts = [start for start, _, _ in spans]
    marks: list[list[Mark]] = [[] for _ in spans]
    for mark in _marks(article, rows, names):
        for place in range(max(0, bisect.bisect_right(starts, mark.start) - 1), bisect.bisect_left(starts, mark.end)):
            marks[place].append(mark)
    notes: dict[int, list[Note]] = defaultdict(list)
    for row in rows["attributions"]:
        notes[bisect.bisect_right(starts, _home(row)) - 1].append(_note(row, names))
    return [
        Block(kind, tuple(pieces(text, start, end, marks[place])), tuple(notes.get(place, ())))
        for place, (start, end, kind) in enumerate(spans)
    ]


def _paragraphs(text: str, sentences: Sequence[Row]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of each block; together they hold all of the text but blanks."""
    spans: list[tuple[int, int, str]] = []
    last = None
    for row in sentences:
        if last == row["paragraph"]:
            spans[-1] = (spans[-1][0], row["end"], spans[-1][2])
        else:
            spans.append((row["start"], row["end"], "headline" if row["headline"] else "paragraph"))
        last = row["paragraph"]
    whole: list[tuple[int, int, str]] = []
    at = 0
    for span in (*spans, (len(text), len(text), "")):
        gap = text[at : span[0]]
        if gap.strip():
            lead = len(gap) - len(gap.lstrip())
            whole.append((at + lead, at + len(gap.rstrip()), "aside"))
        if span[2]:
            whole.append(span)
        at = span[1]
    return whole


def _home(row: Row) -> int:
    """Where an attribution stands: at its cue, else at the start of its content."""
    return row["content"][0]["start"] if row["cue_start"] is None else row["cue_start"]


def _marks(article: Row, rows: Mapping[str, Sequence[Row]], names: Mapping[str, str]) -> Iterator[Mark]:
    for span in article["furniture"] or ():
        yield Mark(span["start"], span["end"], ("furniture",), "left out of analysis: not the story")
    for row in rows["attributions"]:
        link, says, anchor = row["attribution"] % LINKS, _says(row, names), f"a{row['attribution'] + 1}"
        voice = (row["form"], *(() if row["spoken"] else ("unspoken",)))
        for place, span in enumerate(row["content"]):
            alone = place == 0 and row["cue_start"] is None
            yield Mark(span["start"], span["end"], ("content", *voice), says, link, stop=alone, anchor=anchor if alone else None)
        if row["source_start"] is not None:
            yield Mark(row["source_start"], row["source_end"], ("source",), says, link)
        if row["cue_start"] is not None:
            yield Mark(row["cue_start"], row["cue_end"], ("cue",), says, link, stop=True, anchor=anchor)
    for row in rows["mentions"]:
        yield Mark(row["start"], row["end"], ("mention", *(() if row["actor"] else ("unresolved",))), _mention_says(row, names), stop=True)


def _says(row: Row, names: Mapping[str, str]) -> str:
    note = _note(row, names)
    cue = f"{note.cue}: " if note.cue else ""
    return f"{note.number}. {note.who} ({note.source_type}) | {cue}{note.details}"


def _note(row: Row, names: Mapping[str, str]) -> Note:
    source, actor = one_line(row["source"]), names.get(row["source_actor"])
    who = (source or "no source") + (f" = {actor}" if actor and actor != source else "")
    wording = () if row["spoken"] else ("the outlet’s wording",)
    details = ", ".join(part for part in (row["stance"], row["form"], *wording, f"by {row['rule']}") if part)
    return Note(row["attribution"] + 1, row["attribution"] % LINKS, who, row["source_type"], one_line(row["cue"]), details)


def _mention_says(row: Row, names: Mapping[str, str]) -> str:
    actor = names.get(row["actor"], row["actor"]) if row["actor"] else "actor not resolved"
    voice = f"{row['voice']} voice" + (f" of {names.get(row['speaker'], row['speaker'])}" if row["speaker"] not in (None, "other") else "")
    parts = (
        row["kind"], f"by {row['resolved_by']}" if row["resolved_by"] else None, voice, "distanced" if row["distanced"] else None,
        row["role"], " + ".join(row["facets"] or ()), row["entry"],
    )  # fmt: skip
    return f"{actor} | {', '.join(part for part in parts if part)}"


def _counts(rows: Mapping[str, Sequence[Row]]) -> dict[str, int]:
    return {
        "attributions": len(rows["attributions"]),
        "sourceless": sum(row["source_start"] is None for row in rows["attributions"]),
        "mentions": len(rows["mentions"]),
        "unresolved": sum(row["actor"] is None for row in rows["mentions"]),
    }


@cache
def _environment() -> jinja2.Environment:
    loader = jinja2.PackageLoader("framing.report", "templates")
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _render(template: str, **values: object) -> str:
    return _environment().get_template(template).render(**values)
