"""Which cue introduces, follows or interrupts which quotation."""

from __future__ import annotations

from collections.abc import Sequence

from framing.document import Document
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.groups import Group, Inside, Placed, Verbs, begins, is_speech, source_tokens
from framing.measures.attribution.tags import cue_after, cue_before, sentence_floor, sentence_limit, speaker_of
from framing.measures.attribution.untagged import added, by_colon, continues, goes_on, led_in, signed, stands_alone


def pair(document: Document, placed: Sequence[Placed], cues: Sequence[Cue]) -> list[Group]:
    """Groups of speech quotations with their cues, in text order."""
    quoted = Inside(placed)
    verbs = Verbs([cue for cue in cues if _carries(document, cue) and not quoted.at(cue.head)])
    groups: list[Group] = []
    before: Placed | None = None
    for index, here in enumerate(placed):
        if not is_speech(document, here):
            continue
        following = placed[index + 1] if index + 1 < len(placed) else None
        previous = placed[index - 1] if index else None
        group = _joined(document, here, before, following, verbs, groups) or _by_cue(document, here, previous, following, verbs, groups)
        if group is None and before is not None and groups and (continues(document, here, before) or goes_on(document, here, groups[-1])):
            group = added(document, here, groups[-1], verbs)
            if group is None:
                groups[-1].quotations.append(here)
        elif group is None:
            group = by_colon(document, here) or signed(document, here) or led_in(document, here, verbs)
            known = next((g for g in groups[-3:] if group is not None and g.cue is not None and g.cue == group.cue), None)
            if known is not None:
                known.quotations.append(here)
                group = known
            if group is None and stands_alone(document, here):
                group = Group([here], rule="quotation alone")
        if group is not None and not any(group is known for known in groups[-3:]):
            groups.append(group)
        before = here
    return groups


def _carries(document: Document, cue: Cue) -> bool:
    """Whether a cue can introduce a quotation: a verb, "according to", or a noun right before a colon ("the following statement:")."""
    if document.lemma[cue.head] in ("seem", "appear"):
        return False
    if document.pos[cue.head] == "VERB" or document.lower[cue.head] == "according":
        return True
    return document.pos[cue.head] == "NOUN" and cue.last + 1 < len(document) and document.words[cue.last + 1] == ":"


def _joined(
    document: Document, here: Placed, before: Placed | None, following: Placed | None, verbs: Verbs, groups: list[Group]
) -> Group | None:
    """A quotation that runs on from the paragraph before joins its group, unless a cue of its own follows ('..." he went on')."""
    if before is not None and before.quotation.continues and here.quotation.paragraph == before.quotation.paragraph + 1 and groups:
        cue = cue_after(document, here, following, verbs)
        if cue is not None and groups[-1].cue is None:  # the first cue of a long quotation stands behind its last paragraph
            groups[-1].cue, groups[-1].after, groups[-1].rule = cue, True, "quotation"
            groups[-1].source = speaker_of(document, cue, here.last, sentence_limit(document, here.last, following))
        elif cue is not None:
            return None
        groups[-1].quotations.append(here)
        return groups[-1]
    return None


def _by_cue(
    document: Document, here: Placed, previous: Placed | None, following: Placed | None, verbs: Verbs, groups: list[Group]
) -> Group | None:
    cue, after = cue_after(document, here, following, verbs), True
    if cue is None:
        cue, after = cue_before(document, here, previous, verbs), False
    if cue is None:
        return None
    for group in groups[-3:]:
        if group.cue == cue:
            group.quotations.append(here)
            return group
    low, high = sentence_floor(document, here.first, previous), here.first
    if after:
        low, high = here.last, sentence_limit(document, here.last, following)
    group = Group([here], cue=cue, source=speaker_of(document, cue, low, high), after=after)
    if after:
        group.around = _around(document, here, previous, group, verbs)
    return group


def _around(document: Document, here: Placed, previous: Placed | None, group: Group, verbs: Verbs) -> set[int]:
    """The rest of a sentence that a quotation only ends or begins: 'The dam "must go," she said', '"We are sad" over it, she said'."""
    tokens: set[int] = set()
    cue = group.cue
    floor = sentence_floor(document, here.first, previous)
    if floor < here.first and not begins(document, here) and (previous is None or previous.last <= floor):
        lead = range(floor, here.first)
        if not verbs.among(floor, here.first) and any(document.pos[t] in ("VERB", "AUX", "NOUN", "PROPN") for t in lead):
            tokens.update(lead)
    source = source_tokens(document, group)
    stop = min([cue.first, *source]) if cue is not None else here.last
    tail = [t for t in range(here.last, stop) if document.head[t] not in source and (cue is None or document.head[t] != cue.head)]
    if sum(document.is_word[t] for t in tail) >= 2 and tail == list(range(here.last, here.last + len(tail))):
        tokens.update(tail)
    return tokens
