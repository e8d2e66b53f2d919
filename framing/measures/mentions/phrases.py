"""Which of the lexicon's spans are noun phrases of their own, and where each phrase begins.

A phrase runs from its first premodifier to its head, without determiner, possessor, quantifier, prepositional phrase or relative clause.
A span inside another phrase is taken up by it ("rebel forces" is one phrase), but for two cases: a noun that modifies something that is
no actor ("rebel control"), and a noun in close apposition to an organisation's name ("the militant group Red Dawn").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.document import Document
from framing.measures.mentions.index import Found, Index
from framing.measures.mentions.places import is_place
from framing.measures.mentions.premodifiers import PREMODIFIER, first_token
from framing.measures.mentions.words import FORCE, MASS, PLACES, QUANTITIES, TITLES

_NAMED = frozenset({"FAC", "ORG", "GPE", "LOC", "WORK_OF_ART", "EVENT"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase around a span of the lexicon. first, last: its tokens, both included; head: its head token; kind: name or label."""

    found: Found
    first: int
    last: int
    head: int
    kind: str


def phrases(document: Document, found: Sequence[Found], index: Index) -> list[Phrase]:
    """The phrases of a document in text order, no two of the same span."""
    at = {token: span for span in found for token in range(span.first, span.last + 1)}
    made = (_phrase(document, span, at, index) for span in found if span.is_phrase)
    spans: dict[tuple[int, int], Phrase] = {}
    for phrase in made:
        if phrase is not None:
            spans.setdefault((phrase.first, phrase.last), phrase)
    return _apart([phrase for _, phrase in sorted(spans.items())])


def _apart(ordered: Sequence[Phrase]) -> list[Phrase]:
    """The phrases without those that overlap a longer one."""
    kept: list[Phrase] = []
    for phrase in ordered:
        if kept and phrase.first <= kept[-1].last:
            if phrase.last - phrase.first > kept[-1].last - kept[-1].first:
                kept[-1] = phrase
        else:
            kept.append(phrase)
    return kept


def head_of(document: Document, first: int, last: int) -> int:
    """The token of a span whose own head lies outside it; the last such, where the parser left several."""
    for token in range(last, first - 1, -1):
        if not first <= document.head[token] <= last or document.head[token] == token:
            return token
    return last


def _phrase(document: Document, span: Found, at: Mapping[int, Found], index: Index) -> Phrase | None:
    head = span.last if span.name else head_of(document, span.first, span.last)
    if span.name and document.dep[head] in PREMODIFIER and span.first <= document.head[head] < head:
        head = head_of(document, span.first, span.last)
    if _in_compound(document, span) or not (span.name or _is_nominal(document, span.last)):
        return None
    person = bool(span.name) and is_person(document, span, index)
    if span.name and (is_place(document, span, head, at, index) or (person and _other_person(document, span, at))):
        return None
    governor = _governor(document, head, span.last, at)
    last = span.last
    if governor is not None:
        over = at.get(governor)
        if over is not None and over is not span and over.is_phrase:
            if not _stands_apart(document, span, over, index):
                return None
        elif end := _named_holder(document, span, governor):
            last, head = end, governor
        elif not _modifies_freely(document, span, governor, index):
            return None
    kind = "name" if span.name or last != span.last else "label"
    apposed = governor if governor is not None and kind == "label" and governor in at and at[governor].name else last
    first = first_token(document, span, apposed, at, names=bool(span.name), person=person)
    if kind == "label" and (
        _only_counts(document, span, at) or _counts_a_place(document, head, span, index) or _is_mass(document, first, span)
    ):
        return None
    return Phrase(span, first, last, head, kind)


def is_person(document: Document, span: Found, index: Index) -> bool:
    """Whether a name is a person's: by the actor's type, by a title before it, or by the parser."""
    if any(index.types[actor] == "person" for actor in span.name):
        return True
    before = span.first - 1
    titled = before >= 0 and document.lemma[before].lower() in TITLES and document.dep[before] in PREMODIFIER
    several = span.last > span.first or document.entity[span.last] == "PERSON"
    return titled or (several and document.entity[span.first] == document.entity[span.last] == "PERSON")


def _in_compound(document: Document, span: Found) -> bool:
    """Whether the span is part of a hyphenated word that is longer than it ("rebel-held")."""
    after, before = span.last + 1, span.first - 1
    if after < len(document) and document.lower[after] in ("-", "–") and document.start[after] == document.end[span.last]:
        return after + 1 < len(document) and document.start[after + 1] == document.end[after]
    if before < 1 or document.lower[before] not in ("-", "–"):
        return False
    return document.end[before] == document.start[span.first] and document.end[before - 1] == document.start[before]


def _is_nominal(document: Document, token: int) -> bool:
    pos = document.pos[token]
    if pos == "ADJ":
        return document.dep[token] not in ("acomp", "advmod")
    return pos in ("NOUN", "PROPN") or (pos == "VERB" and document.dep[token] in ("compound", "nsubj", "pobj"))


def _other_person(document: Document, span: Found, at: Mapping[int, Found]) -> bool:
    """Whether the name is the end of somebody else's ("Mary Smith", when the lexicon has "Smith")."""
    before = span.first - 1
    if before < 0 or before in at or document.pos[before] != "PROPN" or document.head[before] < before:
        return False
    if document.lemma[before].lower() in TITLES or document.dep[before] != "compound":
        return False
    return document.entity[before] == "PERSON" and not document.entity_start[span.first]


def _governor(document: Document, head: int, last: int, at: Mapping[int, Found]) -> int | None:
    """The noun to the right that the span modifies: the nearest that is a phrase of the lexicon, else the last of the chain."""
    token, governor = head, None
    while document.dep[token] in PREMODIFIER and (up := document.head[token]) > last:
        governor, token = up, up
        if (over := at.get(up)) is not None and over.is_phrase:
            break
    return governor


def _stands_apart(document: Document, span: Found, over: Found, index: Index) -> bool:
    """Whether a noun before a name is a phrase beside it ("the group Red Dawn") and no premodifier or title of it."""
    if not over.name or span.modifier or span.name or document.pos[span.last] != "NOUN" or span.last + 1 != over.first:
        return False
    return not (is_person(document, over, index) and document.lemma[span.last].lower() in TITLES)


def _named_holder(document: Document, span: Found, governor: int) -> int | None:
    """The last token of a person's name that the lexicon does not know, after a title that it does ("Red Dawn leader John Smith")."""
    if span.name or document.lemma[span.last].lower() not in TITLES or document.pos[governor] != "PROPN":
        return None
    return governor if document.entity[governor] == "PERSON" and document.entity[span.last + 1] == "PERSON" else None


def _modifies_freely(document: Document, span: Found, governor: int, index: Index) -> bool:
    """Whether a noun before a noun is a mention though what it modifies is none ("rebel control", but not "US dollar")."""
    if document.pos[governor] == "PROPN" and document.entity[span.last] == document.entity[governor] in _NAMED:
        return False
    kinds = {index.types[actor] for actor in span.own}
    if not span.own or kinds & {"civilians"}:
        return False
    return bool(span.name) or document.dep[span.last] == "compound" or document.pos[span.last] in ("NOUN", "PROPN") or bool(span.modifier)


def _only_counts(document: Document, span: Found, at: Mapping[int, Found]) -> bool:
    """Whether the head but counts a phrase after `of` ("a group of rebels")."""
    after = span.last + 1
    if span.own or document.lemma[span.last].lower() not in QUANTITIES or document.lower[after : after + 1] != ["of"]:
        return False
    return any(child in at and not at[child].name and at[child].is_phrase for child in document.children[after])


def _is_mass(document: Document, first: int, span: Found) -> bool:
    """Whether the noun names no party but what is done or used ("by force", "freedom of movement")."""
    token = span.last
    lemma = document.lemma[token].lower()
    if span.own or span.first != token or document.tag[token] != "NN" or not (lemma in FORCE or (lemma in MASS and first == token)):
        return False
    determined = first > 0 and document.tag[first - 1] in ("DT", "PRP$", "POS", "CD", "WP$")
    return not determined and not any(document.dep[child] in ("det", "poss", "nummod") for child in document.children[token])


def _counts_a_place(document: Document, head: int, span: Found, index: Index) -> bool:
    """Whether people are but the measure of a place ("a city of many residents")."""
    if {index.types[actor] for actor in span.label} != {"civilians"} or document.dep[head] != "pobj":
        return False
    preposition = document.head[head]
    return document.lower[preposition] == "of" and document.lemma[document.head[preposition]].lower() in PLACES
