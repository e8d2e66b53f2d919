"""Quotations without a speech tag of their own: going on, signed, behind a colon, or led in by the sentence before."""

from __future__ import annotations

import bisect
import re

from framing.document import Document
from framing.measures.attribution.groups import SAYS, SHORT, Group, Placed, Verbs, begins
from framing.measures.attribution.subjects import subject
from framing.measures.attribution.tags import NOMINAL, has_own_clause, sentence_floor

_LABEL = 14
"""Tokens of a speaker before a colon at the most."""


def continues(document: Document, here: Placed, before: Placed) -> bool:
    """Whether a quotation without cue goes on from the last one: later in its sentence, or as a sentence of its own in its paragraph."""
    if here.quotation.paragraph != before.quotation.paragraph:
        return False
    floor = sentence_floor(document, here.first, before)
    inner = document.text[here.quotation.inner_start : here.quotation.inner_end].lstrip()
    return floor == before.last or (floor == here.first and not inner[:1].islower())


def goes_on(document: Document, here: Placed, group: Group) -> bool:
    """Whether a paragraph that opens with a quotation goes on from the one before, whose cue stands there: '..., he said.¶"And ..."'"""
    if group.cue is None or document.paragraph_of[document.sentence_of[group.cue.head]] != here.quotation.paragraph - 1:
        return False
    return _opens_paragraph(document, here) and stands_alone(document, here)


def added(document: Document, here: Placed, group: Group, verbs: Verbs) -> Group | None:
    """A quotation behind a speech tag that goes on: '"No," she said, adding that she would stay. "I am tired."' is what she added."""
    if group.cue is None or not group.after:
        return None
    sentence = document.sentences[document.sentence_of[group.cue.head]]
    for cue in verbs.among(group.cue.last + 1, min(sentence[1], here.first)):
        adds = document.tag[cue.head] == "VBG" and cue.stance in SAYS and document.words[cue.first - 1] == ","
        if adds and has_own_clause(document, cue):
            return Group([here], cue=cue, source=group.source, rule="lead-in")
    return None


def signed(document: Document, here: Placed) -> Group | None:
    """A quotation signed with a dash, behind it or in the line below: '"It will rain." ― Anna Berg', '- Anna Berg, engineer'."""
    dash = _DASH.match(document.text, here.quotation.end)
    if dash is None or not stands_alone(document, here):
        return None
    first = name = bisect.bisect_right(document.end, dash.end())
    while name < min(first + _LABEL, len(document)) and (name == first or _goes_on_naming(document, name)):
        name += 1
    ends = name == len(document) or "\n" in _gap(document, name) or document.words[name] in (",", ".", "(")
    if not ends or name == first or not document.text[dash.end()].isupper() or document.pos[first] == "ADP":
        return None
    return Group([here], source=name - 1, sign=dash.span(1), rule="signature")


_DASH = re.compile(r"\s*(--|[-–—―])\s*(?=[^\W\d_])")


def _goes_on_naming(document: Document, token: int) -> bool:
    return document.words[token][:1].isupper() and "\n" not in _gap(document, token)


def _gap(document: Document, token: int) -> str:
    """What stands between a token and the one before."""
    return document.text[document.end[token - 1] : document.start[token]]


def _opens_paragraph(document: Document, here: Placed) -> bool:
    return here.first == document.sentences[document.paragraphs[here.quotation.paragraph][0]][0]


def led_in(document: Document, here: Placed, verbs: Verbs) -> Group | None:
    """A quotation that is a sentence of its own behind one that says who speaks: 'The mayor was blunt in a tweet. "Enough."'"""
    if not stands_alone(document, here) or here.first == 0:
        return None
    sentence = document.sentence_of[here.first - 1]
    if document.paragraph_of[sentence] < here.quotation.paragraph - 1:
        return None
    first, last = document.sentences[sentence]
    for cue in verbs.among(first, last):
        if document.dep[cue.head] == "ROOT" and cue.stance in SAYS:
            speaker = subject(document, cue.head)
            if speaker is not None and document.entity[speaker] not in ("DATE", "CARDINAL"):
                return Group([here], cue=cue, source=speaker, rule="lead-in")
    for cue in reversed(verbs.among(first, last)):  # "Voss praised the crew by the dam." names who goes on too, where it is a person
        speaker = subject(document, cue.head)
        if speaker is not None and (document.entity[speaker] == "PERSON" or document.lower[speaker] in ("he", "she")):
            return Group([here], cue=cue, source=speaker, rule="lead-in")
    return None


def by_colon(document: Document, here: Placed) -> Group | None:
    """A quotation behind a name and a colon."""
    colon = here.first - 1
    if colon < 1 or document.words[colon] != ":":
        return None
    low = max(sentence_floor(document, here.first, None), colon - _LABEL)
    names = [t for t in range(low, colon) if document.pos[t] in ("PROPN", "NOUN")]
    if not names or any(document.pos[t] == "VERB" for t in range(low, colon)):
        return None
    head = names[-1]
    while document.head[head] in range(low, colon) and document.head[head] != head:
        head = document.head[head]
    return Group([here], source=head if document.pos[head] in NOMINAL else names[-1], colon=colon, rule="colon")


def stands_alone(document: Document, here: Placed) -> bool:
    """A sentence of its own between marks, with nobody named."""
    inner = document.text[here.quotation.inner_start : here.quotation.inner_end].strip()
    return (
        begins(document, here)
        and inner[:1].isupper()
        and inner[-1:] in ".?!,…"
        and sum(document.is_word[t] for t in range(here.first, here.last)) >= SHORT
    )
