"""A report's Markdown as a reader's renderer sees it: headings, links, images, tables, raw HTML."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
"""HTML is let through, so that any that came from an article would show as a token."""


def tokens(text: str) -> Iterator[Token]:
    for token in PARSER.parse(text):
        yield token
        yield from token.children or ()


def headings(text: str) -> list[str]:
    found = PARSER.parse(text)
    return [following.content for token, following in pairwise(found) if token.type == "heading_open"]


@cache
def anchors(text: str) -> set[str]:
    """Ids that GitHub gives headings."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings(text)}


def links(text: str) -> list[str]:
    found = [token.attrGet("href") or token.attrGet("src") for token in tokens(text) if token.type in ("link_open", "image")]
    return [str(target) for target in found]


def broken(files: Mapping[str, str | bytes], *, also: tuple[str, ...] = ()) -> list[str]:
    """Links of any page that lead to no file or heading of the report. also: files that the command writes beside it."""
    bad = []
    for name, text in files.items():
        if not name.endswith(".md"):
            continue
        for target in links(text):
            path, _, anchor = target.partition("#")
            place = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
            if place in also:
                continue
            if place not in files or (anchor and anchor not in anchors(files[place])):
                bad.append(f"{name}: {target}")
    return bad


def rows(text: str) -> list[list[str]]:
    """Cells of every table row."""
    found: list[list[str]] = []
    for token, following in pairwise(PARSER.parse(text)):
        if token.type == "tr_open":
            found.append([])
        elif token.type in ("td_open", "th_open"):
            found[-1].append(following.content)
    return found


def shown(text: str) -> str:
    """What a reader sees of a line of Markdown, without its marks."""
    return "".join(token.content for token in tokens(text) if token.type in ("text", "code_inline"))
