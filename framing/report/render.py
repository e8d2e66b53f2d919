"""Jinja templates that write Markdown: what is not `Markdown` is escaped, a name that is missing is an error."""

from __future__ import annotations

from functools import cache

import jinja2

from framing.report import text


@cache
def _environment() -> jinja2.Environment:
    # Jinja's autoescape knows HTML only; `finalize` sees every value that a template prints and does the same for Markdown.
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("framing.report", "templates"),
        undefined=jinja2.StrictUndefined,
        finalize=text.escape,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(integer=text.integer, markdown=text.Markdown, paragraph=text.paragraph, series=text.series)
    return environment


def render(template: str, **values: object) -> str:
    """A template of this package, filled in. Raises jinja2.UndefinedError when it names a value that is not given."""
    return _environment().get_template(template).render(**values)
