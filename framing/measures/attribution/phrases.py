"""A source's noun phrase to its edges: what introduces somebody belongs to it, what is told about one does not."""

from __future__ import annotations

from collections.abc import Collection

from framing.document import Document
from framing.measures.attribution.tree import after_comma, child, trimmed

_ASIDES = frozenset(("npadvmod", "prep", "acl"))


def noun_phrase(document: Document, head: int, *, without: Collection[int] = ()) -> list[int]:
    """The tokens of the phrase under head, cut at the tokens (and all they govern) that do not belong, edges trimmed of punctuation."""
    barred = set(without)
    # Behind a comma an age ("Ali, 47"), a circumstance ("Ali, in a speech") or an act ("Ali, citing a poll") is no part of the name.
    barred.update(
        c
        for c in document.children[head]
        if c > head and document.dep[c] in _ASIDES and document.lower[c] not in _NAMING and after_comma(document, c)
    )
    barred.update(c for c in document.children[head] if document.dep[c] == "relcl" and _tells_news(document, head, c))
    # "The mayor on Tuesday", "the mayor in a speech": when and where are no part of who.
    barred.update(c for c in document.children[head] if c > head and document.dep[c] == "prep" and _occasion(document, head, c))
    # "the mayor herself", "Berg and Voss both"
    barred.update(c for c in document.children[head] if c > head and document.lower[c] in _FLOATING)
    barred.update(c for c in document.children[head] if c < head and document.lower[c] in ("even", "meanwhile"))
    # "residents of hiding the report": the gerund belongs to the verb of which they are the agent.
    barred.update(c for c in document.children[head] if document.dep[c] == "prep" and child(document, c, ("pcomp",)) is not None)
    stack, inside = [head], set()
    while stack:
        token = stack.pop()
        inside.add(token)
        # "Berg, head of the union, who said ...": what somebody says is no part of the name, whomever the parse hangs it on.
        stack.extend(c for c in document.children[token] if c not in barred and (token == head or not _said(document, c)))
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return trimmed(document, list(range(first, last + 1)))


_NAMING = frozenset(("of", "including", "like"))
"""Prepositions that go on naming behind a comma: "Voss, 29, of Malden", "two papers, including this one"."""

_FLOATING = frozenset(("himself", "herself", "itself", "themselves", "both", "all"))


def _tells_news(document: Document, head: int, clause: int) -> bool:
    """Whether a relative clause is no part of who somebody is: "Voss, who spoke on Monday", but "Voss, who runs the harbour".

    Office and standing name; speaking does not ("an official who asked not to be named"); anything else introduces who is named in full
    and tells news of a surname or a common noun.
    """
    verb = document.lemma[clause].lower()
    if verb in _SPEAKS:
        return True
    return after_comma(document, clause) and verb not in _STANDING and not _in_full(document, head)


def _said(document: Document, clause: int) -> bool:
    """Whether a relative clause behind a comma tells what somebody says."""
    if document.dep[clause] != "relcl" or document.lemma[clause].lower() not in _SPEAKS:
        return False
    return document.lower[document.subtree(clause)[0]] == "who" and after_comma(document, clause)


_SPEAKS = frozenset(("add", "ask", "decline", "insist", "note", "request", "say", "speak", "tell"))

_STANDING = frozenset((
    "be", "chair", "direct", "edit", "found", "head", "hold", "host", "lead", "live", "manage", "oversee", "own", "represent", "run",
    "serve", "teach", "work",
))  # fmt: skip


def _in_full(document: Document, head: int) -> bool:
    """Whether a person is named with more than a surname and a courtesy title, or described by an apposition."""
    if document.pos[head] != "PROPN":
        return False
    names = [c for c in document.children[head] if document.dep[c] == "compound" and document.words[c] not in _COURTESY]
    return bool(names) or child(document, head, ("appos",)) is not None


_COURTESY = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss"))


def _occasion(document: Document, head: int, preposition: int) -> bool:
    held = child(document, preposition, ("pobj",))
    if held is None or document.lower[preposition] not in ("on", "in", "at", "during"):
        return False
    if document.lower[preposition] == "on" and document.entity[held] == "DATE":
        return True
    return document.entity[head] == "PERSON" and document.pos[held] != "PROPN"
