"""What an attribution is."""

from __future__ import annotations

from dataclasses import dataclass

from framing.article import Span


@dataclass(frozen=True)
class Attribution:
    """A source, a cue and what is attributed; any of source and cue may be absent (None).

    source, cue, content: character spans; content has one or more, in text order, disjoint.
    source_head, cue_head: token indexes.
    cue_lemma: the lexicon entry that fired, or the mark of a colon cue. stance: its class in english/reporting-verbs.
    form: direct (all of it quoted), indirect (none of it) or mixed.
    spoken: the part of content that is the source's words or thoughts and so stands in its voice; without whom a request is put to,
        whom a name is given to, or what an attitude is about, which are in the outlet's wording.
    rule: the construction that found it: quotation, clause, infinitive, object, target, predicate, noun, according to, ...
    """

    sentence: int
    source: Span | None
    source_head: int | None
    cue: Span | None
    cue_head: int | None
    cue_lemma: str | None
    stance: str | None
    content: tuple[Span, ...]
    spoken: tuple[Span, ...]
    form: str
    rule: str
