"""States and capitals: parties that act, or places where things happen.

The name of a state counts as a party unless its position says place ("in Turkey", "Turkey's border", "fled to Turkey"). For a government
it is the other way round: the name of its country or capital is a place unless it says or decides something.
"""

from __future__ import annotations

from collections.abc import Mapping

from framing.document import Document
from framing.measures.mentions.index import Found, Index
from framing.measures.mentions.words import ADDRESSED, CAUSING, GIFTS, GIVING, LOCATIVE, MOTION, PLACES, RELATIONS, SEIZURES, WILLING

_MODIFIES = frozenset({"compound", "nmod", "amod", "npadvmod"})
_GEOGRAPHIC = frozenset({"GPE", "LOC", "FAC"})
_PLACED = frozenset({"state", "government"})


def is_place(document: Document, span: Found, head: int, at: Mapping[int, Found], index: Index) -> bool:
    """Whether a name that can be a place is used as one."""
    kinds = {index.types[actor] for actor in span.name}
    if kinds == {"government"} and document.entity[head] != "PERSON" and span.first == span.last:
        written = any(document.lower[head] in index.names[actor] for actor in span.name)
        return not written or not _speaks(document, _first_conjunct(document, head))
    if kinds != {"state"} or (document.entity[head] == "PERSON" and document.entity[span.first] == "PERSON" and span.last > span.first):
        return False
    first = _first_conjunct(document, head)
    beside = at.get(first)
    if first != head and beside is not None and beside.is_phrase and not {index.types[actor] for actor in beside.name} & _PLACED:
        return False  # in a row with somebody ("the king and Turkey")
    return _stands_as_place(document, span, first, at)


def _first_conjunct(document: Document, head: int) -> int:
    while document.dep[head] == "conj" and document.head[head] < head and document.pos[document.head[head]] in ("PROPN", "NOUN"):
        head = document.head[head]
    return head


def _speaks(document: Document, head: int) -> bool:
    """Whether the name is the subject of a verb with a clause for its content ("Paris said that", "Paris refuses to")."""
    verb = document.head[head]
    if document.dep[head] == "nsubj":
        clauses = {document.dep[child] for child in document.children[verb]}
        said = "ccomp" in clauses and document.lemma[verb] not in CAUSING
        return said or ("xcomp" in clauses and document.lemma[verb] in WILLING)
    return document.dep[head] == "pobj" and document.dep[verb] == "agent"


def _stands_as_place(document: Document, span: Found, head: int, at: Mapping[int, Found]) -> bool:
    dep, governor = document.dep[head], document.head[head]
    if dep == "pobj":
        return _place_after(document, governor, at)
    if dep == "poss":
        return _is_place_noun(document, governor) or _is_superlative(document, head, governor)
    if dep in _MODIFIES and governor > head:
        over = at.get(governor)
        return over is None or not over.is_phrase
    if dep == "appos":
        return document.entity[governor] in _GEOGRAPHIC and governor not in at
    if dep == "dobj":
        return document.lemma[governor].lower() in MOTION
    return dep == "npadvmod"


def _place_after(document: Document, preposition: int, at: Mapping[int, Found]) -> bool:
    """Whether what follows the preposition is a place."""
    word, governor = document.lower[preposition], document.head[preposition]
    if document.dep[preposition] == "agent":
        return False
    if word in LOCATIVE or document.dep[preposition] == "pcomp":
        return True
    if document.pos[governor] == "ADP" and document.lower[governor] in ("from", "out", "outside", "inside"):
        return True
    noun = document.pos[governor] in ("NOUN", "PROPN")
    if word != "by" and (_is_place_noun(document, governor if noun else preposition - 1)):
        return True  # "the border with Turkey", also where the parser ties "with" to the verb
    if word == "of" and noun:
        unknown_name = document.pos[governor] == "PROPN" and governor not in at
        return unknown_name or document.lemma[governor].lower() in SEIZURES
    if word == "from":
        return document.lemma[preposition - 1].lower() not in GIFTS and document.lemma[governor].lower() not in GIFTS | GIVING
    if word == "to":
        return document.lemma[governor].lower() not in (RELATIONS if noun else ADDRESSED)
    return False


def _is_place_noun(document: Document, token: int) -> bool:
    return document.lemma[token].lower() in PLACES


def _is_superlative(document: Document, owner: int, owned: int) -> bool:
    return any(document.tag[token] == "JJS" for token in range(owner + 1, owned))
