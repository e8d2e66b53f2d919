"""What a scorer is asked about, and its answers as attributions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from framing.classify.attribution import Candidate, Decision, Scorer, tokens_in
from framing.document import Document
from framing.measures.attribution.contents import as_spans, extent, form_of
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.frames import HEADS, frames
from framing.measures.attribution.model import Attribution
from framing.measures.attribution.quotations import Quotation
from framing.measures.attribution.reader import Reader


@dataclass(frozen=True)
class Read:
    """What each cue, quotation and label attributes by itself, before they are held against each other, and what it was read with."""

    found: list[Attribution]
    marks: list[Quotation]
    reader: Reader
    cues: list[Cue]


def proposals(
    document: Document, read: Read, kept: Sequence[Attribution], known: Callable[[str], bool]
) -> list[tuple[Attribution, Candidate]]:
    """Each attribution that may be one, with the candidate that it is, those with the same cue and content once.

    kept: those that the rules keep. known: which frames may attribute.
    """
    by_rules = {id(one) for one in kept}
    distinct: dict[tuple, Attribution] = {}
    for one in (*read.found, *_framed(document, read, known)):
        distinct.setdefault((one.cue, one.content), one)
    asked = []
    for one in distinct.values():
        cue, content = tokens_in(document, [one.cue] if one.cue else []), tokens_in(document, one.content)
        if content:
            asked.append((one, Candidate(
                cue=cue, cue_head=one.cue_head if one.cue_head is not None else next(iter(cue), None),
                source=tokens_in(document, [one.source] if one.source else []), source_head=one.source_head, content=content,
                lemma=one.cue_lemma or "", stance=one.stance or "", rule=one.rule, form=one.form, kept=id(one) in by_rules,
            )))  # fmt: skip
    return asked


def _framed(document: Document, read: Read, known: Callable[[str], bool]) -> Iterator[Attribution]:
    """What the frames that are known attribute, asserted or only wished for, of words outside quoted speech."""
    cues = {cue.head: cue for cue in read.cues}
    for token in range(len(document)):
        if document.pos[token] in HEADS and not read.reader.quoted.inside_speech(token):
            for name, held in frames(document, token):
                if known(name):
                    cue = cues.get(token) or Cue(token, token, token, document.lemma[token].lower(), None)
                    if (one := read.reader.built(cue, None, held)) is not None:
                        yield one


def scored(document: Document, read: Read, kept: Sequence[Attribution], scorer: Scorer) -> list[Attribution]:
    """The attributions that the scorer takes, with the sources and contents that it gives them. kept: those that the rules keep."""
    asked = proposals(document, read, kept, scorer.knows)
    decided = scorer.decide(document, [candidate for _, candidate in asked])
    return [_shaped(document, read.reader, asked[one.number][0], one) for one in decided]


def _shaped(document: Document, reader: Reader, one: Attribution, decided: Decision) -> Attribution:
    apart = {*decided.source, *tokens_in(document, [one.cue] if one.cue else [])}
    content = set(decided.content) - apart
    # Where only a part was spoken (not whom a request is put to, of a judgment only what is quoted), no more than that is.
    spoken = content if one.spoken == one.content else content.intersection(tokens_in(document, one.spoken))
    return replace(
        one, source=extent(document, decided.source), source_head=decided.source_head,
        content=tuple(as_spans(document, content, apart)) or one.content, spoken=tuple(as_spans(document, spoken, apart)),
        form=form_of(document, content or set(tokens_in(document, one.content)), reader.quoted),
    )  # fmt: skip
