"""What a discovery found as mentions, so that all measures are taken with it as with a topic lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from framing.document import Document
from framing.lexicon import Match, Matcher
from framing.measures.discovery.draft import Draft
from framing.measures.discovery.entries import form, form_of_text
from framing.measures.discovery.find import Discovery, Found
from framing.measures.mentions.anatomy import facets, is_distanced, modifiers
from framing.measures.mentions.lemma import base_form
from framing.measures.mentions.mention import Mention
from framing.measures.mentions.phrases import Phrase

Named = Sequence[tuple[Found, str, str | None]]
"""(mention, actor's id, id of the draft's entry for it, or None) of one article."""


def naming(discovery: Discovery, draft: Draft, *, lexicon: str) -> dict[str, Named]:
    """Article -> what was found in it, under the actors' ids of the draft; small actors have one too. lexicon: id of the draft."""
    return {article: [_named(one, draft, lexicon) for one in every] for article, every in discovery.mentions.items()}


def _named(one: Found, draft: Draft, lexicon: str) -> tuple[Found, str, str | None]:
    actor = draft.ids[one.key]
    entry = draft.entries.get((actor, form_of_text(form(one)[1])))
    return one, actor, None if entry is None else f"{lexicon}#{actor}:{entry}"


def mentions(document: Document, named: Named, terms: Matcher) -> list[Mention]:
    """The mentions of a document in text order. terms: label terms, whose groups are the facets."""
    at: dict[int, list[Match]] = defaultdict(list)
    for match in terms.find_in(document):
        at[match.first].append(match)
    return [_mention(document, one, actor, entry, at) for one, actor, entry in named]


def _mention(document: Document, found: Found, actor: str, entry: str | None, terms: Mapping[int, list[Match]]) -> Mention:
    one = found.candidate
    phrase = Phrase(None, one.first, one.last, one.token, "label")
    groups, connotation = facets(phrase, terms)
    return Mention(
        **{name: getattr(one, name) for name in ("start", "end", "text", "sentence", "role", "verb")},
        actor=actor,
        resolved_by=found.resolved_by,
        kind="name" if one.is_name else "label",
        head=base_form(document, one.token),
        head_token=one.token,
        modifiers=() if one.is_name else modifiers(document, phrase),
        facets=groups,
        connotation=connotation,
        distanced=is_distanced(document, phrase),
        entry=entry,
    )
