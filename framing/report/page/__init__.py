"""The report as one page that opens from disk: findings and charts, every number for any choice of articles, articles side by side.

Everything that comes from an article travels as data, compressed, and is written by the script as text, never as markup; the page's
policy lets no other script run and nothing be loaded. The report's charts are those of the charts folder: one drawing for paper and screen,
with no second set of numbers to keep in step; the script adds what can be pointed at and opened. What a reader chooses, in the report's
charts or in Explore, is drawn by Vega-Lite, which the page carries with it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import jinja2
import pyarrow as pa
from markupsafe import Markup

from framing import memo
from framing.report.copy_edits import NO_EDITS, CopyEdits
from framing.report.copy_edits import PAGE as COPY_PAGE
from framing.report.evidence import Figure
from framing.report.grid import Row
from framing.report.names import Names
from framing.report.overview import Overview
from framing.report.page import markup
from framing.report.page.data import data
from framing.report.sections import Section
from framing.report.summary import Summary
from framing.report.text import Markdown, slug
from framing.report.without_wire import WithoutWire

if TYPE_CHECKING:
    from framing.charts import Chart
    from framing.compare.figure import Figure as Counting

SCRIPTS = (
    "data", "dom", "names", "marks", "evidence", "charts", "filters", "resample", "sums", "picture", "explore", "live", "read", "search",
    "main",
)  # fmt: skip
NOTHING = Markdown()
NO_WIRE = WithoutWire((), NOTHING)
LEADING = 4
"""Findings on the first screen."""
_POLICY = (
    "default-src 'none'; img-src blob: data:; style-src 'unsafe-inline'; script-src 'sha256-{}' 'sha256-{}'; base-uri 'none'; "
    "form-action 'none'"
)


def page(
    tables: Mapping[str, pa.Table],
    estimates: Sequence[Row],
    charts: Sequence[Chart],
    *,
    corpus: Overview,
    summary: Summary,
    sections: Sequence[Section],
    named: Sequence[Figure],
    counting: Mapping[str, Counting],
    names: Names,
    chosen: Sequence[Markdown] = (),
    careful: Markdown = NOTHING,
    wire: WithoutWire = NO_WIRE,
    copy: CopyEdits = NO_EDITS,
    methods: Markdown = NOTHING,
    more_charts: Sequence[Chart] = (),
) -> str:
    """page.html. named: figures that findings and tables link to; counting: what each measure counts, by name.

    chosen, careful: what the opening says of choices and of outlets to be read with care. wire: figures with and without agency
    copy. copy: what outlets that share copy changed.
    methods: the section on methods and limits. more_charts: those of no section.
    """
    carried = data(tables, estimates, charts, corpus=corpus, named=named, counting=counting, names=names, copy=copy)
    opening = [said for said in (*chosen, careful) if said]
    told = sorted(sections, key=lambda section: section.silent)  # the chart of the first finding stands beside the findings
    return _environment().get_template("page.html.j2").render(
        corpus=corpus,
        sections=sections,
        more_charts=more_charts,
        summary=summary,
        leading=(summary.strongest or [section.findings[0] for section in told if section.question.kinds and not section.silent])[:LEADING],
        first=next((chart for section in told for chart in section.charts), None),
        explorable={one["question"] for one in carried["asked"]},
        opening=opening,
        compared=[*corpus.sentences, *opening],
        wire=wire,
        copy=copy,
        edits=copy.table.replace(f"({COPY_PAGE}#x", "(#copy-"),
        methods=methods,
        html=lambda text: markup.sentence(text, carried["named"]),
        block=lambda text: markup.block(text, carried["named"]),
        style=Markup(_static("page.css")),
        script=Markup(_script()),
        policy=Markup(_POLICY.format(_digest(_script()), _digest(_static("vega.js")))),
        data=_packed(_json(carried)),
        vega=_vega(),
    )  # fmt: skip


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _packed(text: str) -> str:
    """A text as letters that cannot end a script element: deflated, base 64."""
    plain = text.encode("utf-8", "replace")
    return memo.kept("packed", [plain], lambda: {"text": base64.b64encode(zlib.compress(plain, 6))})["text"].decode("ascii")


@cache
def _vega() -> str:
    """Vega-Lite, which draws any choice of articles; a third of its size until the page first needs it."""
    return _packed(_static("vega.js"))


@cache
def _static(name: str) -> str:
    return (files("framing.report.page") / "static" / name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    parts = "\n".join(_static(f"{name}.js") for name in SCRIPTS)
    return f'(async () => {{\n"use strict";\n{parts}\n}})();\n'


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")


@cache
def _environment() -> jinja2.Environment:
    loader = jinja2.PackageLoader("framing.report", "templates")
    made = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["slug"] = slug
    return made
