"""Attributions of an article: cues with their sources and contents, from quotation marks and grammar together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from framing.article import Span
from framing.classify.attribution import Candidate, Scorer
from framing.document import Document
from framing.measures.attribution.colons import labelled
from framing.measures.attribution.complements import complement
from framing.measures.attribution.contents import QuotedTokens, as_spans, extent
from framing.measures.attribution.cues import CueLexicons, find_cues
from framing.measures.attribution.groups import Group, cut_at_tag, place, source_tokens
from framing.measures.attribution.layout import datelines, unwrapped
from framing.measures.attribution.model import Attribution
from framing.measures.attribution.nesting import with_continuations, without_inner_attitudes, without_shared_cues
from framing.measures.attribution.proposals import Read, proposals, scored
from framing.measures.attribution.quotations import Quotation, brackets, quotations
from framing.measures.attribution.quoted import pair
from framing.measures.attribution.reader import Reader
from framing.measures.attribution.resumed import resumptions


@dataclass(frozen=True)
class Found:
    """What an article attributes, and where its quotation marks and editors' brackets are."""

    attributions: tuple[Attribution, ...]
    quotations: tuple[Span, ...]
    brackets: tuple[Span, ...]


def find(document: Document, lexicons: CueLexicons, scorer: Scorer | None = None) -> Found:
    """The attributions of an article, in text order of their cue (or content).

    scorer: decides which of those that the rules propose are attributions, and their sources and ends; without it the rules do.
    """
    document = unwrapped(document)
    read = _read(document, lexicons)
    found = _kept(read.found)
    if scorer is not None:
        found = scored(document, read, found, scorer)
    found = with_continuations(found)
    found.sort(key=lambda a: (a.cue or a.content[0], a.content))
    return Found(tuple(found), tuple((q.start, q.end) for q in read.marks), tuple(brackets(document.text, read.marks)))


def candidates(document: Document, lexicons: CueLexicons, known: Callable[[str], bool]) -> list[Candidate]:
    """What a scorer is asked about an article. known: which frames (frames.frames) may attribute."""
    document = unwrapped(document)
    read = _read(document, lexicons)
    return [one for _, one in proposals(document, read, _kept(read.found), known)]


def _kept(found: Sequence[Attribution]) -> list[Attribution]:
    """Those that the rules keep when they hold them against each other."""
    return without_inner_attitudes(without_shared_cues(_distinct(found)))


def _read(document: Document, lexicons: CueLexicons) -> Read:
    everywhere = find_cues(document, lexicons)
    marks = cut_at_tag(document, _quotations(document), everywhere)
    placed = place(document, marks)
    quoted = QuotedTokens(document, placed)
    cues = [cue for cue in everywhere if not quoted.inside_speech(cue.head)]
    groups = pair(document, placed, cues)
    by_cue = {group.cue.head: group for group in groups if group.cue is not None}
    held = {cue.head: complement(document, cue, lexicons) for cue in cues}
    resumed = resumptions(document, cues, held)
    reader = Reader(document, lexicons, quoted, resumed, frozenset(datelines(document)))
    found = [one for cue in cues if (one := reader.read(cue, by_cue.get(cue.head), held[cue.head])) is not None]
    found.extend(_without_verb(document, group) for group in groups if group.cue is None)
    found.extend(labelled(document, groups))
    return Read(found, marks, reader, cues)


def _quotations(document: Document) -> list[Quotation]:
    paragraphs = [
        (document.start[document.sentences[first][0]], document.end[document.sentences[last - 1][1] - 1])
        for first, last in document.paragraphs
    ]
    return quotations(document.text, paragraphs, [document.end[last - 1] for _, last in document.sentences])


def _without_verb(document: Document, group: Group) -> Attribution:
    source = source_tokens(document, group)
    content = {t for p in group.quotations for t in range(p.first, p.last)}
    spans = [(p.quotation.start, p.quotation.end) for p in group.quotations] if group.sign else as_spans(document, content, set())
    mark = group.sign if group.colon is None else document.span(group.colon, group.colon)
    return Attribution(
        sentence=document.sentence_of[group.quotations[0].first],
        source=extent(document, source),
        source_head=group.source if source else None,
        cue=mark,
        cue_head=None,
        cue_lemma=None if mark is None else "–" if group.sign else ":",
        stance=None if mark is None else "neutral",
        content=tuple(spans),
        spoken=tuple(spans),
        form="direct",
        rule=group.rule,
    )


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    """Of attributions with the same content the one with a source, then the first, stays."""
    best: dict[tuple[Span, ...], Attribution] = {}
    for attribution in found:
        other = best.get(attribution.content)
        if other is None or (other.source is None and attribution.source is not None):
            best[attribution.content] = attribution
    return list(best.values())
