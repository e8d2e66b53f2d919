"""Articles in brat standoff format: ARTICLE.txt with ARTICLE.ann, to correct in brat or to score.

An attribution is an event with the roles Source, Cue and Content, as in PolNeAR (Newell, Margolin & Ruths 2018); its trigger stands
on the cue, or on the content where there is no cue. What brat has no place for (stance, actor, voice, rule) stands in notes.
Format: brat rapid annotation tool, "Standoff format" and "Annotation configuration".
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from framing.report.annotate import by_article, file_names

CONFIGURATION = """\
[entities]
Source
Cue
Content
Mention

[relations]

[events]
Attribution\tSource*:Source, Cue*:Cue, Content*:Content

[attributes]
"""

_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line for readers of .ann files: a span is broken there into parts."""

Row = Mapping[str, object]
Span = tuple[int, int]


def brat(tables: Mapping[str, pa.Table], texts: Mapping[str, str]) -> dict[str, str]:
    """annotation.conf, articles.csv, and a .txt and an .ann file for each kept article: path -> contents. Offsets are in characters.

    articles.csv says which outlet each file is from, for `framing train attribution`, which reads the folder back.
    """
    known = {row["article_id"]: row for row in tables["articles"].to_pylist() if row["kept"]}
    attributions, mentions = by_article(tables["attributions"]), by_article(tables["mentions"])
    names = file_names(known)
    files = {"annotation.conf": CONFIGURATION, "articles.csv": _listing(known, names)}
    for article, name in names.items():
        lines = _lines(texts[article], attributions.get(article, ()), mentions.get(article, ()))
        files |= {f"{name}.txt": texts[article], f"{name}.ann": "".join(f"{line}\n" for line in lines)}
    return files


def _listing(known: Mapping[str, Row], names: Mapping[str, str]) -> str:
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(("file", "article_id", "outlet", "date"))
    rows.writerows((f"{name}.txt", article, known[article]["outlet"], known[article]["date"]) for article, name in names.items())
    return written.getvalue()


def _lines(text: str, attributions: Sequence[Row], mentions: Sequence[Row]) -> Iterator[str]:
    marks = notes = 0
    for event, row in enumerate(attributions, 1):
        roles = []
        content = [(span["start"], span["end"]) for span in row["content"]]
        spans = {"Source": _span(row, "source"), "Cue": _span(row, "cue"), "Content": content}
        for role, parts in spans.items():
            if parts:
                marks += 1
                roles.append(f"{role}:T{marks}")
                yield _mark(marks, role, text, parts)
        marks += 1
        yield _mark(marks, "Attribution", text, spans["Cue"] or content[:1])
        yield f"E{event}\tAttribution:T{marks} {' '.join(reversed(roles))}"
        said = {"stance": row["stance"], "actor": row["source_actor"], "source_type": row["source_type"], "voice": row["form"],
                "spoken": "yes" if row["spoken"] else "no", "rule": row["rule"]}  # fmt: skip
        notes += 1
        yield _note(notes, f"E{event}", said)
    for row in mentions:
        marks += 1
        notes += 1
        yield _mark(marks, "Mention", text, [(row["start"], row["end"])])
        yield _note(notes, f"T{marks}", {name: row[name] for name in ("actor", "resolved_by", "voice", "speaker", "entry")})


def _span(row: Row, role: str) -> list[Span]:
    return [] if row[f"{role}_start"] is None else [(row[f"{role}_start"], row[f"{role}_end"])]


def _mark(number: int, kind: str, text: str, spans: Sequence[Span]) -> str:
    parts = [part for span in spans for part in _unbroken(text, *span)]
    places = ";".join(f"{start} {end}" for start, end in parts)
    return f"T{number}\t{kind} {places}\t{' '.join(text[start:end] for start, end in parts)}"


def _unbroken(text: str, start: int, end: int) -> Iterator[Span]:
    """The span's parts on single lines; brat knows no other."""
    at = start
    for match in (*_BREAK.finditer(text, start, end), None):
        until = end if match is None else match.start()
        if until > at:
            yield at, until
        at = end if match is None else match.end()


def _note(number: int, about: str, said: Mapping[str, object]) -> str:
    return f"#{number}\tAnnotatorNotes {about}\t" + "; ".join(f"{key}={value}" for key, value in said.items() if value is not None)
