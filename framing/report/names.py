"""What actors and categories are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from framing.report.grid import Kind
from framing.report.questions import NAMES
from framing.report.text import Markdown, md

_GRAMMAR = re.compile(r"/[A-Z|]+|(?<!\S)=")
"""What a lexicon entry says about parts of speech and exact forms."""


@dataclass(frozen=True)
class Names:
    """Display names. actors: actor id -> display name, from the topic lexicon."""

    actors: Mapping[str, str]

    def actor(self, actor: str) -> str:
        """An actor's display name; `other` is a source that is no actor of the topic."""
        return "other sources" if actor == "other" else self.actors.get(actor, actor)

    def spoken(self, name: str) -> str:
        """A name as it reads in a sentence that stands alone."""
        return "sources that are no actor of the topic" if name == self.actor("other") else name

    def of_table(self, kind: Kind, actor: str | None) -> str:
        """Whom a table is about; None is all actors together."""
        return kind.everyone or "all actors" if actor is None else self.actor(actor)

    def title(self, kind: Kind, actor: str | None, followed: str | None) -> Markdown:
        """The heading of a table."""
        return md(kind.title, actor=self.of_table(kind, actor), category=followed or "")

    def category(self, measure: str, category: str | None) -> str:
        """A category as words."""
        known = NAMES.get(measure, {})
        if category in known:
            return known[category]
        if measure == "sources_by_actor" and category:
            return self.actor(category)
        if measure.endswith("_first_words"):
            return category if category == "by name" else f"as “{category}”"
        if measure == "deeds" and category:
            role, _, kind = category.partition(" ")
            return f"{kind} by them" if role == "does" else f"{kind} of them"
        if measure == "distinctive_words":
            return _GRAMMAR.sub("", category)
        if measure == "language" and category:
            return f"{category.replace('_', ' ')} words"
        return "all" if category is None else category.replace("_", " ")

    def column(self, kind: Kind, column: str | None) -> str:
        """The heading of a column of a table."""
        if kind.periods:
            return column.partition(" ")[0]
        return self.actor(column) if kind.across == "actor" else self.category(kind.measure, column)
