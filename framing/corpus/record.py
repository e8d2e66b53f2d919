"""What a reader of one format hands on: a text with whatever its file says about it, nothing decided yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from framing.corpus.problems import Problem

TEXT, TITLE, OUTLET, DATE, ARTICLE_ID = "text", "title", "outlet", "date", "article_id"
EVENT, AUTHOR, URL, FILE = "event", "author", "url", "file"
FIELDS = (TEXT, TITLE, OUTLET, DATE, ARTICLE_ID, EVENT, AUTHOR, URL, FILE)
"""Everything that a table, a front matter or a page can say about an article."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One article as its file has it.

    where: file, or file:line, for messages.
    text: with universal newlines, otherwise untouched.
    known: FIELDS -> value as written, without empty ones and without text.
    title_apart: whether the title stands outside the text and is to be put before it.
    ids: article ids to try in turn until one is unique (file names); empty where `known` has the id or a table row needs one.
    """

    where: str
    text: str
    known: Mapping[str, str] = field(default_factory=dict)
    title_apart: bool = False
    ids: tuple[str, ...] = ()


Found = tuple[list[Record], list[Problem]]
"""What a reader returns."""
