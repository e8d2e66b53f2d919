"""Where a phrase begins: its premodifiers, up to a determiner, possessor, quantifier or the end of another phrase."""

from __future__ import annotations

from collections.abc import Mapping

from framing.document import Document
from framing.measures.mentions.index import Found, lost_marks
from framing.measures.mentions.words import CLOSING, DISTANCING, OPENING, QUANTIFIERS, TITLES

PREMODIFIER = frozenset({"compound", "amod", "nmod"})
"""Relations by which a word before a noun modifies it."""

_DEGREE = frozenset({"npadvmod", "advmod", "quantmod"})
_BEFORE = PREMODIFIER | _DEGREE
_SINGULAR = frozenset({"NN", "NNP"})
_AT = frozenset({"in", "near", "outside", "inside"})
_WORDS_IN_QUOTES = 4


def first_token(document: Document, span: Found, apposed: int, at: Mapping[int, Found], *, names: bool, person: bool) -> int:
    """The first token of the phrase. apposed: its last token, or that of the name with which it stands ("the main group Red Dawn")."""
    floor = document.sentences[document.sentence_of[span.first]][0]
    first = span.first
    while (before := first - 1) >= floor:
        if _is_hyphen(document, before):
            step = before - 1
        elif document.lower[before] in CLOSING and (opened := _opened(document, before, floor)) is not None:
            step = opened
        elif _is_premodifier(document, before, first, apposed) or (person and _is_title(document, before)):
            step = before
        else:
            break
        if step < floor or document.lower[step] in QUANTIFIERS or _is_distancing(document, step, before):
            break
        if names and _ends_label(document, step, at, person):
            break
        if not names and _ends_place(document, step, span):
            break
        first = max(floor, min(step, at[step].first)) if step in at else step
    return first


def _is_premodifier(document: Document, token: int, first: int, last: int) -> bool:
    if not first <= document.head[token] <= last or document.dep[token] not in _BEFORE:
        return False
    dep, pos = document.dep[token], document.pos[token]
    if dep in _DEGREE:
        return document.dep[document.head[token]] == "amod" and pos not in ("NUM", "DET", "SCONJ")
    return pos in ("NOUN", "PROPN", "ADJ", "VERB", "X", "ADP") and document.tag[token] not in ("PDT", "DT", "CD", "PRP$")


def _is_title(document: Document, token: int) -> bool:
    """A title right before a name belongs to it, whatever the parser made of it."""
    return document.lemma[token].lower() in TITLES and document.pos[token] in ("NOUN", "PROPN")


def _is_hyphen(document: Document, token: int) -> bool:
    joined = document.lower[token] in ("-", "–", "‑") and token + 1 < len(document) and token > 0
    return joined and document.end[token] == document.start[token + 1] and document.end[token - 1] == document.start[token]


def _opened(document: Document, closing: int, floor: int) -> int | None:
    """The quotation mark that opens a short quotation among the premodifiers ("moderate" rebels)."""
    for token in range(closing - 2, max(floor, closing - _WORDS_IN_QUOTES) - 1, -1):
        if document.lower[token] in OPENING:
            inside = range(token + 1, closing)
            return token if all(document.pos[word] in ("ADJ", "NOUN", "PROPN", "VERB", "PUNCT", "ADV") for word in inside) else None
    return None


def _is_distancing(document: Document, first: int, last: int) -> bool:
    """Whether the words to be added are `so-called` and the like, written in one token or in several."""
    end = last
    while end + 1 < len(document) and document.start[end + 1] == document.end[end]:
        end += 1
    begin = first
    while begin > 0 and document.end[begin - 1] == document.start[begin]:
        begin -= 1
    return document.text[document.start[begin] : document.end[end]].lower() in DISTANCING


def _ends_place(document: Document, token: int, span: Found) -> bool:
    """Whether a place right before a bare singular belongs to the preposition before it, in a text that lost its marks: "Ten killed in Lima
    monitor" was "in Lima: monitor".
    """
    last = span.last
    if token + 1 != span.first or document.pos[token] != "PROPN" or document.tag[last] not in _SINGULAR or not lost_marks(document):
        return False
    if document.dep[last] in PREMODIFIER and document.head[last] > last:
        return False  # "in Lima police custody"
    before = token - 1
    while before > 0 and document.pos[before] == "PROPN" and document.lower[before].endswith("s"):
        before -= 1  # "in Perus Lima monitor"
    return before >= 0 and document.lower[before] in _AT


def _ends_label(document: Document, token: int, at: Mapping[int, Found], person: bool) -> bool:
    """Whether a phrase of its own ends at a token before a name."""
    span = at.get(token)
    if span is not None and span.name:
        beside = at.get(token + 1)
        return beside is not None and beside is not span and bool(beside.name)  # two names in a row are two parties
    if span is None or span.modifier or not span.is_phrase or document.pos[token] != "NOUN":
        return False
    return not (person and document.lemma[token].lower() in TITLES)
