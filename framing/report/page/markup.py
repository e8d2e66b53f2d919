"""Markdown of the report as HTML of the page. Foreign text was escaped when it became Markdown, and raw HTML is not let through."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

_TABLE = '<div class="wide" tabindex="0" role="region" aria-label="Table"><table class="figures said">'


def sentence(text: str, places: Mapping[str, int]) -> Markup:
    """Inline Markdown; what it links to by a figure's name becomes a link that the page opens. places: of figures, by name."""
    inline = _markdown().renderInline(text, _references(text, places))
    # Intervals and n step back behind the sentence. No bracket stands in a link's address: articles write no links.
    return Markup(re.sub(r"\([^()]*\)", r'<span class="aside">\g<0></span>', inline))


def block(text: str, places: Mapping[str, int]) -> Markup:
    """Paragraphs, lists, headings and tables of Markdown, links as in `sentence`."""
    made = _markdown().render(text, _references(text, places))
    # No pointed bracket of a text is left: what looks like a tag is one.
    made = made.replace("<table>", _TABLE).replace("</table>", "</table></div>")
    return Markup(re.sub(r"<th(?=[ >])", '<th scope="col"', made))


def _references(text: str, places: Mapping[str, int]) -> dict[str, object]:
    cited = [name for name in re.findall(r"\]\[([A-Z]+\d+)\]", text) if name in places]
    return {"references": {name: {"href": f"#figure-{name}", "title": ""} for name in cited}}


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")
