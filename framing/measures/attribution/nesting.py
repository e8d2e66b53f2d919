"""Attributions inside the content of another: which of them the article makes itself.

"Reports say that Berg said the dam was safe" attributes twice: somebody speaks inside what somebody else says. But in "she said she
opposed the dam" the opposition is her words, not a second attribution by the outlet. Inside another's content only acts of speech count;
judgments, wishes, thoughts and impressions there belong to whoever is speaking. PolNeAR's annotators drew the outermost only.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from framing.article import Span
from framing.measures.attribution.model import Attribution

_SPEECH = frozenset(
    ("adverb", "according to", "clause", "colon", "parenthesis", "passive report", "quotation", "quotation alone", "signature")
)
_SAYS = frozenset(("neutral", "assertive", "doubting", "conceding", "accusing", "directive"))


def without_inner_attitudes(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those inside another's content that are no act of speech; order kept."""
    spans = sorted(span for one in found if one.source and not _answers(one) for span in one.content)
    reach, ends = 0, []
    for _, end in spans:
        reach = max(reach, end)
        ends.append(reach)
    starts = [start for start, _ in spans]
    return [one for one in found if _is_speech(one) or not _inside(one, starts, ends)]


def with_continuations(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those by "according to" with what goes on behind: '"No," Berg said, according to the Herald. "Never."'"""
    quoted = sorted((one for one in found if one.rule == "quotation" and one.cue), key=lambda one: one.cue)
    cues = [one.cue[0] for one in quoted]
    return [_continued(one, quoted, cues) if one.rule == "according to" else one for one in found]


def _continued(one: Attribution, quoted: Sequence[Attribution], cues: Sequence[int]) -> Attribution:
    start, end = one.content[0][0], one.content[-1][1]
    for inner in quoted[bisect.bisect_left(cues, start) : bisect.bisect_left(cues, end)]:
        behind = tuple(span for span in inner.content if span[0] >= end)
        if behind and start <= inner.content[0][0]:
            return replace(one, content=(*one.content, *behind), spoken=(*one.spoken, *behind))
    return one


def without_shared_cues(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without one of each two of which the shorter cue is part of the longer.

    "Refused to say that ..." and "repeated her claim that ..." are one cue of speech, the longer; in "refused to confirm the sale" the
    shorter, because confirming the sale is what was refused.
    """
    dropped: set[int] = set()
    outer: Attribution | None = None
    cued = (one for one in found if one.cue is not None)
    for one in sorted(cued, key=lambda one: (one.cue[0], -one.cue[1])):
        if outer is None or one.cue[1] > outer.cue[1] or one.cue == outer.cue:
            outer = one
        elif outer.rule in _LONGER and one.cue_lemma not in _NOT_DONE:
            dropped.add(id(one))
        else:
            dropped.add(id(outer))
            outer = one
    return [one for one in found if id(one) not in dropped]


_NOT_DONE = frozenset(("decline", "refuse"))
"""Cues that attribute the refusal with all that was refused: "declined to say whether", "refused to call it a sect"."""

_LONGER = frozenset(("clause", "noun", "predicate"))


def _answers(one: Attribution) -> bool:
    """Whether it is a question or answer under a letter ("Q:", "A."): the interview speaks, and what is thought in it counts."""
    return one.rule == "colon" and one.source is not None and one.source[1] - one.source[0] <= len("A.")


def _is_speech(one: Attribution) -> bool:
    return one.rule in _SPEECH and (one.stance is None or one.stance in _SAYS)


def _inside(one: Attribution, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a single span of content covers the whole of an attribution: cue and content, which no content of its own does."""
    parts: list[Span] = [*one.content, *([one.cue] if one.cue else ())]
    first, last = min(start for start, _ in parts), max(end for _, end in parts)
    at = bisect.bisect_right(starts, first) - 1
    return at >= 0 and ends[at] >= last
