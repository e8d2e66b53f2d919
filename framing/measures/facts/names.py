"""Names and places: runs of tokens that name somebody or somewhere, in one spelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from framing.document import Document
from framing.measures.states import fold_name, states

PLACES = frozenset({"GPE", "LOC", "FAC"})
NAMED = PLACES | {"PERSON", "ORG", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"}
_AROUND = frozenset({"the", "'s", "'", "’", "’s", "-", "–", ",", ".", "“", "”", '"'})
_BESIDE = frozenset((
    "city", "town", "village", "province", "countryside", "district", "governorate", "region", "state", "county", "northern", "southern",
    "eastern", "western", "central", "northwestern", "northeastern", "southwestern", "southeastern", "neighboring", "neighbouring",
    "greater", "president", "mr", "mrs", "ms", "general", "minister", "prime", "foreign", "defense", "defence",
    "interior", "deputy", "vice", "secretary", "secretary-general",
))  # fmt: skip
"""Words beside a name that are no part of it: the city of Hama, Hama province and Hama are one place."""
_MONTHS = frozenset({"jan", "feb", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
_GEOGRAPHIC = frozenset({"city", "town", "village", "province", "countryside", "district", "governorate", "region"})
_WHERE = frozenset({"in", "near", "into", "outside", "around"})


@dataclass(frozen=True)
class Name:
    """A name's tokens (first and last, both included), its key, how it reads, and whether it is a place."""

    first: int
    last: int
    key: str
    label: str
    place: bool


def names(document: Document) -> list[Name]:
    """The names of a document, in text order."""
    return [name for first, last in _runs(document) if (name := _name(document, first, last))]


def _runs(document: Document) -> Iterator[tuple[int, int]]:
    """(first, last) token of each entity that is a name, and of each row of proper nouns that the parser overlooked."""
    first = 0
    while first < len(document):
        last = first
        kind = document.entity[first]
        if kind in NAMED:
            while last + 1 < len(document) and document.entity[last + 1] == kind and not document.entity_start[last + 1]:
                last += 1
            yield first, last
        elif _overlooked(document, first, kind):
            while last + 1 < len(document) and _overlooked(document, last + 1, kind):
                last += 1
            yield first, last
        first = last + 1


def _overlooked(document: Document, token: int, kind: str) -> bool:
    """A proper noun of no entity, or of one that the parser took for a people: of places it does not know it often does."""
    return document.entity[token] == kind and kind in ("", "NORP") and document.tag[token] == "NNP" and not _of_state(document, token)


def _of_state(document: Document, token: int) -> bool:
    state = states().get(fold_name(document.words[token]))
    return state is not None and state[1] in ("adjective", "people")


def _name(document: Document, first: int, last: int) -> Name | None:
    idle = _AROUND | _BESIDE
    while first <= last and (document.lower[first] in idle):
        first += 1
    while last >= first and (document.lower[last] in idle):
        last -= 1
    compound = document.lower[last + 1 : last + 2] in (["-"], ["–"])  # Iran-backed names what it says of somebody else
    if first > last or compound or not document.words[last][:1].isupper() or not _noun(document, last):
        return None
    written = document.text[slice(*document.span(first, last))]
    label = known(written)
    place = document.entity[first] in PLACES or _stands_as_place(document, first, last)
    key = " ".join(fold_name(label))
    return Name(first, last, key, label, place) if len(key) > 1 and not key.isdigit() and key not in _MONTHS else None


def _noun(document: Document, token: int) -> bool:
    return document.pos[token] == "PROPN" or document.tag[token].startswith("NN")


def _stands_as_place(document: Document, first: int, last: int) -> bool:
    """Whether the words around a name of no person or organisation say place: in Homs, Homs province, the city of Homs."""
    if document.entity[first] == "PERSON":
        return False
    before = document.lower[first - 1] if first else ""
    after = document.lower[last + 1] if last + 1 < len(document) else ""
    of = before == "of" and first > 1 and document.lower[first - 2] in _GEOGRAPHIC
    return of or before in _WHERE or after in _GEOGRAPHIC


@lru_cache(maxsize=8192)
def known(written: str) -> str:
    """A state by its usual name ("U.S." is United States), anything else on one line as it is written.

    >>> known("U.S."), known("Turkish"), known("Hama")
    ('United States', 'Turkey', 'Hama')
    """
    state = states().get(fold_name(written))
    return state[0] if state and state[1] in ("name", "adjective") else " ".join(written.split())


def at(found: Sequence[Name], token: int) -> Name | None:
    """The name that holds a token."""
    return next((name for name in found if name.first <= token <= name.last), None)
