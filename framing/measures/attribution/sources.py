"""What kind of source speaks: from the type of the actor where it is known, else from the words of the source."""

from __future__ import annotations

from framing.document import Document
from framing.lexicon import Matcher
from framing.measures.attribution.model import Attribution
from framing.measures.attribution.phrases import noun_phrase

OF_ACTOR = {
    "armed group": "armed group", "military": "military", "civilians": "civilian", "government": "official", "state": "official",
    "international organisation": "organisation", "organisation": "organisation", "monitor": "organisation",
}  # fmt: skip
"""Source type of an actor's type; a person's and any other is decided by the words."""


def source_type(document: Document, one: Attribution, token: int | None, actor_type: str | None, words: Matcher) -> str:
    """official, military, armed group, politician, organisation, expert, civilian, media, document, anonymous, none or other.

    token: the noun that the source is or refers to, None when unknown. words: matcher of english/source-types. none: no source is named.
    """
    if one.source is None:
        return "none"
    if actor_type in OF_ACTOR:
        return OF_ACTOR[actor_type]
    if token is None:
        return "other"
    phrase = noun_phrase(document, token) or [token]
    found = words.find(document.lower, document.lemma, document.pos, written=document.words, first=phrase[0], last=phrase[-1] + 1)
    best = next((m for m in found if m.first <= token <= m.last), None)
    best = (
        best or next((m for m in found if m.group == "anonymous" and document.entity[token] != "PERSON"), None) or next(iter(found), None)
    )
    if best is not None:
        return best.group.replace("-", " ")
    if actor_type == "person":
        return "politician"
    return _OF_ENTITY.get(document.entity[token], "other")


_OF_ENTITY = {"ORG": "organisation", "GPE": "official"}
