"""What stands beside a phrase in its sentence: possessor, complement of `of`, apposition, copula, and whom a possessive pronoun means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from framing.document import Document
from framing.measures.discovery.candidate import Candidate
from framing.measures.mentions.roles import subject_of

POSSESSIVES = {"his": "person", "her": "person", "their": "plural", "its": "thing", "our": "speaker", "your": "hearer", "my": "speaker"}
"""Possessive pronouns and what they go back to."""

_BELONGING = frozenset({"of", "for", "from", "at", "with", "to"})
_LINKING = frozenset({"be", "become", "remain"})
_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC"})
_NEAR = 3
"""Tokens between a possessive pronoun's noun and what stands right before it ("X and his Y")."""


@dataclass(frozen=True)
class _Scene:
    """A document with its candidates; at: the index of the candidate at each token that has one."""

    document: Document
    found: Sequence[Candidate]
    at: Mapping[int, int]

    def is_name(self, token: int) -> bool:
        return token in self.at and self.found[self.at[token]].is_name


def related(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with owner, of, alias, pronoun_of and beside filled in. found: in text order, not overlapping."""
    scene = _Scene(document, found, {token: index for index, one in enumerate(found) for token in range(one.first, one.last + 1)})
    beside: list[dict[int, None]] = [{} for _ in found]
    for index, one in enumerate(found):
        for other in _partners(scene, one):
            if other != index:
                beside[index].setdefault(other)
                beside[other].setdefault(index)
    return [
        replace(
            one, owner=_owner(scene, index), of=_complement(scene, index), alias=_alias(scene, one), pronoun_of=_meant(scene, index),
            beside=tuple(beside[index]),
        )
        for index, one in enumerate(found)
    ]  # fmt: skip


def _owner(scene: _Scene, index: int) -> int | None:
    """The possessor, by the parse or by what is written."""
    document, one = scene.document, scene.found[index]
    owners = [scene.at[child] for child in document.children[one.token] if document.dep[child] == "poss" and child in scene.at]
    before = one.first - 1
    if not one.is_name and before > 0 and document.lower[before] in ("'s", "'") and before - 1 in scene.at:
        owners.insert(0, scene.at[before - 1])
    return next((owner for owner in reversed(owners) if owner != index), None)


def _complement(scene: _Scene, index: int) -> int | None:
    """What stands behind `of` or the like, or its possessor ("manager for Castell's campaign")."""
    document, one = scene.document, scene.found[index]
    for child in document.children[one.token]:
        if document.dep[child] == "prep" and document.lower[child] in _BELONGING and one.token < child <= one.last + 2:
            for thing in document.children[child]:
                if document.dep[thing] != "pobj":
                    continue
                owner = thing if thing in scene.at else next((t for t in document.children[thing] if document.dep[t] == "poss"), None)
                if owner in scene.at and scene.at[owner] != index:
                    return scene.at[owner]
    return None


def _alias(scene: _Scene, one: Candidate) -> int | None:
    """The name in brackets behind a name ("Red Dawn (RD)")."""
    bracket = one.last + 1
    if one.is_name and scene.is_name(bracket + 1) and scene.document.words[bracket] == "(":
        return scene.at[bracket + 1]
    return None


def _partners(scene: _Scene, one: Candidate) -> Iterator[int]:
    """Indexes of what the phrase stands with: the name that its office is before, its apposition, the subject of which it is said."""
    document, at, token = scene.document, scene.at, one.token
    after = one.last + 1
    if not one.is_name and not one.plural and scene.is_name(after) and scene.found[at[after]].first == after:
        yield at[after]
    governor = document.head[token]
    if document.dep[token] == "appos" and governor in at:
        yield at[governor]
    if document.dep[token] == "attr" and document.lemma[governor] in _LINKING and not _is_negated(document, governor):
        subject = subject_of(document, governor)
        if subject in at:
            yield at[subject]
    if (name := _before_comma(scene, one)) is not None:
        yield name


def _before_comma(scene: _Scene, one: Candidate) -> int | None:
    """The name before ", a senior aide": apposition on the surface, whatever the parser made of it."""
    document, comma = scene.document, one.first - 1
    if one.is_name or one.plural or not one.determiner or comma < 2 or document.dep[one.token] in ("conj", "nsubj"):
        return None
    if document.lower[comma] in ("a", "an", "the") or document.tag[comma] == "PRP$":
        comma -= 1
    ends = document.lower[comma] in (",", "—") and scene.is_name(comma - 1) and scene.found[scene.at[comma - 1]].last == comma - 1
    return scene.at[comma - 1] if ends else None


def _is_negated(document: Document, verb: int) -> bool:
    return any(document.dep[child] == "neg" for child in document.children[verb])


def _meant(scene: _Scene, index: int) -> int | None:
    """What the possessive pronoun before a label goes back to: the name that the label is joined to, else what stands before it.

    That is what stands right before it, else the nearest subject, else the nearest name, in its sentence or the one before.
    """
    document, one = scene.document, scene.found[index]
    if not one.pronoun or POSSESSIVES[one.pronoun] in ("speaker", "hearer"):
        return None
    governor = document.head[one.token]
    if document.dep[one.token] == "conj" and scene.is_name(governor) and scene.at[governor] < index:
        return scene.at[governor]
    nearest = None
    for other in range(index - 1, -1, -1):
        that = scene.found[other]
        if one.sentence - that.sentence > 1:
            break
        if _agrees(that, POSSESSIVES[one.pronoun]):
            if that.role == "agent" or one.first - that.last <= _NEAR:
                return other
            nearest = other if nearest is None else nearest
    return nearest


def _agrees(that: Candidate, kind: str) -> bool:
    if kind == "person":
        return that.is_name and that.state is None and not that.plural and that.entity not in _BODIES
    return kind != "thing" or not (that.plural or that.entity == "PERSON")
