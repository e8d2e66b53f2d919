"""Saved web pages, through trafilatura."""

from __future__ import annotations

import re
from pathlib import Path

from framing.corpus.decoding import decode, read_bytes, universal_newlines
from framing.corpus.record import AUTHOR, DATE, OUTLET, TITLE, URL, Found, Record

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def read_webpage(path: Path) -> Found:
    """The one article of an HTML file, with title, date, author, outlet (the site's name) and address where the page tells them.

    A page without an article gives an empty text, which the corpus reports and leaves out.
    """
    import trafilatura  # slow to import, and only pages need it
    from trafilatura.meta import reset_caches

    data, problems = read_bytes(path)
    if data is None:
        return [], problems
    page, problems = _decoded(data, path)
    if page is None:
        return [], problems
    reset_caches()  # what it remembers of earlier pages would change what it takes from this one
    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        deduplicate=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return [Record(where=str(path), text="")], problems
    said = {TITLE: found.title, OUTLET: found.sitename, DATE: found.date, AUTHOR: found.author, URL: found.url}
    known = {field: value.strip() for field, value in said.items() if value and value.strip()}
    return [Record(where=str(path), text=universal_newlines(found.text or ""), known=known, title_apart=True)], problems


def _decoded(data: bytes, path: Path):
    declared = _CHARSET.search(data[:4096])
    if declared:
        try:
            return universal_newlines(data.decode(declared[1].decode("ascii"))), []
        except (LookupError, UnicodeDecodeError):
            pass  # a page that misnames its encoding is read like any other file
    return decode(data, path)
