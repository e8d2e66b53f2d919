"""What kind of source speaks: from the type of the actor where it is known, else from the words of the source."""

from __future__ import annotations

from framing.article import Span
from framing.document import Document
from framing.lexicon import Matcher
from framing.measures.attribution.model import Attribution

OF_ACTOR = {
    "armed group": "armed group", "military": "military", "civilians": "civilian", "government": "official", "state": "official",
    "international organisation": "organisation", "organisation": "organisation", "monitor": "organisation",
}  # fmt: skip
"""Source type of an actor's type; a person's and any other is decided by the words."""


def source_type(document: Document, one: Attribution, actor_type: str | None, words: Matcher) -> str:
    """official, military, armed group, politician, organisation, expert, civilian, media, document, anonymous, none or other.

    words: matcher of english/source-types. none: no source is named.
    """
    if one.source is None or one.source_head is None:
        return "none"
    if actor_type in OF_ACTOR:
        return OF_ACTOR[actor_type]
    first, last = _tokens(document, one.source, one.source_head)
    found = words.find(document.lower, document.lemma, document.pos, written=document.words, first=first, last=last)
    anonymous = next((m for m in found if m.group == "anonymous" and document.entity[one.source_head] != "PERSON"), None)
    at_head = next((m for m in found if m.first <= one.source_head <= m.last), None)
    best = at_head or anonymous or (found[0] if found else None)
    if best is not None:
        return best.group.replace("-", " ")
    return {"PERSON": "politician" if actor_type == "person" else "other", "ORG": "organisation", "GPE": "official"}.get(
        document.entity[one.source_head], "other"
    )


def _tokens(document: Document, source: Span, head: int) -> tuple[int, int]:
    first = last = head
    while first > 0 and document.start[first - 1] >= source[0]:
        first -= 1
    while last + 1 < len(document) and document.end[last + 1] <= source[1]:
        last += 1
    return first, last + 1
