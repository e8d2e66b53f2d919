"""What stands beside a phrase in its sentence: possessor, complement of `of`, apposition, copula, and whom a possessive pronoun means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.document import Document
from framing.measures.discovery.candidate import Candidate
from framing.measures.mentions.roles import subject_of

POSSESSIVES = {"his": "person", "her": "person", "their": "plural", "its": "thing", "our": "speaker", "your": "hearer", "my": "speaker"}
"""Possessive pronouns and what they go back to."""

_NEAR = 3
"""Tokens between a possessive pronoun's noun and what stands right before it ("X and his Y")."""


def relate(document: Document, found: Sequence[Candidate]) -> None:
    """Fills owner, of, pronoun_of and beside."""
    head = {token: index for index, one in enumerate(found) for token in range(one.first, one.last + 1)}
    for index, one in enumerate(found):
        token = one.token
        for child in document.children[token]:
            if document.dep[child] == "poss" and child in head and head[child] != index:
                one.owner = head[child]
            if document.dep[child] == "prep" and document.lower[child] in ("of", "for", "from", "at", "with", "to") and child > token and child <= one.last + 2:
                for thing in document.children[child]:
                    if document.dep[thing] == "pobj" and one.of is None:
                        owner = thing if thing in head else next((t for t in document.children[thing] if document.dep[t] == "poss"), None)
                        one.of = head[owner] if owner in head and head[owner] != index else None
        if one.is_name and one.last + 2 in head and found[head[one.last + 2]].is_name and document.words[one.last + 1] == "(":
            one.alias = head[one.last + 2]
        if one.owner is None and not one.is_name and one.first >= 2 and document.lower[one.first - 1] in ("'s", "'") and one.first - 2 in head:
            one.owner = head[one.first - 2]
        for other in _partners(document, one, index, head, found):
            if other != index and other not in one.beside:
                one.beside.append(other)
                if index not in found[other].beside:
                    found[other].beside.append(index)
    for index, one in enumerate(found):
        if one.pronoun:
            joined = head.get(document.head[one.token]) if document.dep[one.token] == "conj" else None
            one.pronoun_of = joined if joined is not None and joined < index and found[joined].is_name else _antecedent(found, index)


def _partners(document: Document, one: Candidate, index: int, head: dict[int, int], found: Sequence[Candidate]) -> Iterator[int]:
    token = one.token
    after = one.last + 1
    if not one.is_name and not one.plural and after in head and found[head[after]].first == after and found[head[after]].is_name:
        yield head[after]  # office before a name
    if document.dep[token] == "appos" and document.head[token] in head:
        yield head[document.head[token]]
    if document.dep[token] == "attr" and document.lemma[document.head[token]] in ("be", "become", "remain"):
        subject = subject_of(document, document.head[token])
        if subject is not None and subject in head and not _is_negated(document, document.head[token]):
            yield head[subject]
    if not one.is_name and one.first >= 2:
        # ", a senior aide": apposition on the surface.
        comma = one.first - 1
        if document.lower[comma] in ("a", "an", "the") or document.tag[comma] == "PRP$":
            comma -= 1
        if comma > 0 and document.lower[comma] in (",", "—") and comma - 1 in head and one.determiner and not one.plural:
            other = found[head[comma - 1]]
            if other.is_name and other.last == comma - 1 and document.dep[token] != "conj" and document.dep[token] != "nsubj":
                yield head[comma - 1]


def _is_negated(document: Document, verb: int) -> bool:
    return any(document.dep[child] == "neg" for child in document.children[verb])


def _antecedent(found: Sequence[Candidate], index: int) -> int | None:
    """What a possessive pronoun goes back to: the nearest subject before it, else the nearest name, in this sentence or the one before."""
    one = found[index]
    kind = POSSESSIVES[one.pronoun]
    best = None
    for other in range(index - 1, -1, -1):
        that = found[other]
        if one.sentence - that.sentence > 1:
            break
        if kind == "person" and (not that.is_name or that.state is not None or that.plural or that.entity in ("ORG", "GPE", "NORP", "FAC")):
            continue
        if kind == "thing" and (that.entity == "PERSON" or that.plural):
            continue
        if kind in ("speaker", "hearer"):
            return None
        if that.role == "agent" or one.first - that.last <= _NEAR:
            return other
        best = other if best is None else best
    return best
