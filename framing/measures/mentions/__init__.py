"""Mentions: every noun phrase that names or labels an actor of the topic.

Counts: noun phrases whose head (or whole) is a name, label or ambiguous head of the topic lexicon, pronouns left out. Unit: one phrase.
Undefined: an actor that nothing decides is None, and the row stays, so that what is not resolved can be counted.
Source: spans follow the ACE convention of nominal and name mentions (LDC, ACE English Annotation Guidelines for Entities 6.6, 2008),
with the phrase cut at its first premodifier; grammatical roles are those of ClearNLP dependencies (Choi and Palmer 2012).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing.document import Document
from framing.lexicon import Match, TermLexicon, TopicLexicon
from framing.measures.mentions.acronyms import with_acronyms
from framing.measures.mentions.anatomy import facets, is_distanced, modifiers, terms_of
from framing.measures.mentions.index import Found, compiled
from framing.measures.mentions.lemma import head_form
from framing.measures.mentions.mention import Mention
from framing.measures.mentions.phrases import Phrase, phrases
from framing.measures.mentions.possessives import with_possessors
from framing.measures.mentions.resolve import resolve
from framing.measures.mentions.roles import role_of
from framing.measures.mentions.scene import Resolution
from framing.measures.mentions.vocabulary import vocabulary

__all__ = ["Mention", "find", "spans", "vocabulary"]


def spans(document: Document, topic: TopicLexicon, terms: TermLexicon) -> list[Found]:
    """What the topic's entries find in a document, in text order: all that its mentions depend on besides the parse and `Index.about`."""
    return with_acronyms(document, compiled(topic, terms).find(document))


def find(document: Document, topic: TopicLexicon, terms: TermLexicon, found: Sequence[Found] | None = None) -> list[Mention]:
    """The mentions of a document in text order; no two overlap, and none leaves its sentence.

    topic: the actors; terms: label terms, whose groups are the facets (`english/label-terms`). found: the document's `spans`, where known.
    """
    index = compiled(topic, terms)
    found = spans(document, topic, terms) if found is None else found
    document = with_possessors(document, found, index)
    made = phrases(document, found, index)
    listed = terms_of(document, index)
    return [_mention(document, phrase, decided, listed) for phrase, decided in zip(made, resolve(document, found, made, index))]


def _mention(document: Document, phrase: Phrase, decided: Resolution, listed: Mapping[int, list[Match]]) -> Mention:
    start, end = document.span(phrase.first, phrase.last)
    groups, connotation = facets(phrase, listed)
    role, verb = role_of(document, phrase.head)
    actor, resolved_by = decided
    return Mention(
        start=start,
        end=end,
        text=document.text[start:end],
        sentence=document.sentence_of[phrase.head],
        actor=actor,
        resolved_by=resolved_by,
        kind=phrase.kind,
        head=head_form(document, phrase.found.first, phrase.head),
        head_token=phrase.head,
        modifiers=modifiers(document, phrase),
        facets=groups,
        connotation=connotation,
        distanced=is_distanced(document, phrase),
        role=role,
        verb=verb,
        entry=_entry(phrase, actor),
    )


def _entry(phrase: Phrase, actor: str | None) -> str:
    """The entry that fired: the actor's own where it has one, else the first of the span."""
    kinds = (phrase.found.name, phrase.found.label, phrase.found.ambiguous)
    own = [kind[actor] for kind in kinds if actor in kind]
    return own[0] if own else next(entry for kind in kinds for entry in kind.values())
