"""Subjects that the parse has lost: a name read as an adverb, a phrase cut off by an aside."""

from __future__ import annotations

from collections.abc import Collection

from framing.document import Document
from framing.measures.attribution.subjects import PRESENT_PAST
from framing.measures.attribution.tree import after_comma, child


def misread_name(document: Document, verb: int) -> int | None:
    """A surname right before a finite verb that the parse takes for its adverb or auxiliary: "Early said", "Will believes"."""
    if document.tag[verb] not in PRESENT_PAST or child(document, verb, ("nsubj", "nsubjpass")) is not None:
        return None
    before = [c for c in document.children[verb] if c < verb and document.dep[c] in ("advmod", "aux", "npadvmod")]
    likely = (c for c in before if document.words[c].istitle() and document.pos[c] != "PROPN")
    return next((c for c in likely if document.tag[c] == "MD" or (document.words[c], "PROPN") in zip(document.words, document.pos)), None)


def phrase_before(document: Document, token: int, *, without: Collection[int] = ()) -> int | None:
    """The head of the noun phrase that ends right before a token, asides between commas, dashes or brackets skipped.

    without: tokens that belong to no phrase (a dateline).
    """
    first = document.sentences[document.sentence_of[token]][0]
    at = token - 1
    while at > first and _when(document, at):  # "Voss on Friday praised"
        at -= 1
    if at > first and (opener := _ASIDE_OPENS.get(document.words[at])) is not None:
        near = range(at - 2, max(first, at - _LONGEST_ASIDE), -1)
        at = next((t for t in near if document.words[t] == opener), first) - 1
    if at < first or document.pos[at] not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    named = None
    while document.dep[at] in _INSIDE and first <= document.head[at] < token and document.head[at] != at:
        if document.head[at] in without:
            return at
        if document.dep[at] == "appos" and after_comma(document, at):
            named = at
        at = document.head[at]
    nominal = document.pos[at] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    return at if nominal else named  # "In a statement, Berg, the mayor, said" may be read as a statement called Berg


def _when(document: Document, token: int) -> bool:
    """Whether a token only tells when: "on Friday", "earlier in the day", "also"."""
    if document.entity[token] in ("DATE", "TIME") or document.pos[token] == "ADV":
        return True
    return document.pos[token] == "ADP" and document.entity[token + 1] in ("DATE", "TIME")


_ASIDE_OPENS = {",": ",", ")": "(", "—": "—", "–": "–", "--": "--", "-": "-"}
_LONGEST_ASIDE = 30
_INSIDE = frozenset(("compound", "det", "amod", "poss", "nummod", "nmod", "case", "quantmod", "pobj", "prep", "appos"))
