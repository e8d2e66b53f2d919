"""Base forms that the parser leaves undone: of a plural that it takes for a name ("Rebels" in a heading) it keeps the plural."""

from __future__ import annotations

from framing.document import Document

_SHORTEST = 4
_HYPHENS = frozenset({"-", "–", "‑"})
_AS_WRITTEN = frozenset({"media", "police", "people", "staff"})
"""Nouns that news uses as they stand, whatever their singular."""
_SINGULAR_ENDINGS = ("ss", "us", "is", "ous")
_SIBILANT_PLURALS = ("sses", "shes", "ches", "xes", "zes")


def base_form(document: Document, token: int) -> str:
    """The token's lemma in lower case, straight apostrophes; the singular, also of what the parser took for a name."""
    lemma = document.folded[token]
    if document.lower[token] in _AS_WRITTEN:
        return document.lower[token]
    return singular(lemma) if document.pos[token] == "PROPN" and not _is_acronym(document, token) else lemma


def head_form(document: Document, first: int, head: int) -> str:
    """The base form of a phrase's head; with what a hyphen ties to it, from the token first on ("front-runner")."""
    form, token = base_form(document, head), head
    while token - 2 >= first and document.lower[token - 1] in _HYPHENS and document.end[token - 2] == document.start[token] - 1:
        token -= 2
        form = f"{document.lower[token]}-{form}"
    return form


def _is_acronym(document: Document, token: int) -> bool:
    word = document.words[token]
    return word.isupper() and len(word) <= 5


def singular(lemma: str) -> str:
    """The singular of an English noun in lower case.

    >>> singular("civilians"), singular("militiamen"), singular("bodies"), singular("congress")
    ('civilian', 'militiaman', 'body', 'congress')
    """
    if lemma.endswith("men"):
        return lemma[:-2] + "an"
    if len(lemma) < _SHORTEST or not lemma.endswith("s") or lemma.endswith(_SINGULAR_ENDINGS):
        return lemma
    if lemma.endswith("ies"):
        return lemma[:-3] + "y"
    return lemma[:-2] if lemma.endswith(_SIBILANT_PLURALS) else lemma[:-1]


def is_misspelt(word: str) -> bool:
    """Whether it is no English plural: a consonant and `ys` ("armys"), as a possessor without its apostrophe is written."""
    return word.lower().endswith("ys") and len(word) > _SHORTEST and word[-3].lower() not in "aeiou"
