"""Whose a label is: by apposition, modifier, possessor, itself, or the nearest compatible antecedent.

An ambiguous head has as candidates the actors that list it. What stands around it narrows them; when one is left, it is the actor, and
`resolved_by` says what decided. What none of this decides stays unresolved: a wrong guess is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from framing.document import Document
from framing.measures.mentions.antecedent import antecedent
from framing.measures.mentions.apposition import SEVERAL, apposed
from framing.measures.mentions.index import Actors, Found, Index
from framing.measures.mentions.owners import INSTITUTIONS, Evidence, by_modifiers, by_owners, has_two_owners, is_foreign
from framing.measures.mentions.phrases import Phrase
from framing.measures.mentions.scene import UNRESOLVED, Ask, Resolution, Scene


def resolve(document: Document, found: Sequence[Found], phrases: Sequence[Phrase], index: Index) -> list[Resolution]:
    """(actor, what decided) of each phrase, both None where nothing decides."""
    scene = Scene(document, found, phrases, index)
    asked: set[int] = set()

    def ask(number: int) -> str | None:
        if number not in scene.done and number not in asked:  # asked and not done: a circle ("the leader of the group, the leader")
            asked.add(number)
            scene.done[number] = _decide(scene, number, ask)
        return scene.known(number)

    for number in range(len(phrases)):
        ask(number)
    return [scene.done[number] for number in range(len(phrases))]


def _decide(scene: Scene, number: int, ask: Ask) -> Resolution:
    phrase = scene.phrases[number]
    if phrase.found.name:
        return next(iter(phrase.found.name)), "name"
    candidates = frozenset(phrase.found.ambiguous) | frozenset(phrase.found.label)
    default = next(iter(phrase.found.label), None)
    if actor := apposed(scene, number, candidates, ask):
        return UNRESOLVED if actor == SEVERAL else (actor, "label" if actor == default else "apposition")
    if has_two_owners(scene, phrase):
        return UNRESOLVED
    modified = by_modifiers(scene, phrase, candidates)
    if (settled := _settled(modified, default, "modifier")) or scene.is_relational(phrase):
        return settled or UNRESOLVED
    owned = by_owners(scene, phrase, candidates, modified, ask)
    return _settled(owned, default, "possessor") or _by_itself(scene, number, candidates, owned, default)


def _by_itself(scene: Scene, number: int, candidates: Actors, evidence: Evidence, default: str | None) -> Resolution:
    """Where nothing around the head decides: what it means by itself, else what it goes back to, else whom a modifier names."""
    if is_foreign(scene, scene.phrases[number], candidates):
        return UNRESOLVED
    if evidence.alien and (default is None or scene.index.types[default] in INSTITUTIONS):
        return UNRESOLVED
    if default in evidence.left and (not evidence.named or default in evidence.named):
        return default, "label"
    if actor := antecedent(scene, number, evidence.left):
        return actor, "antecedent"
    return _settled(Evidence(evidence.named & evidence.left, heard=True), default, "modifier") or UNRESOLVED


def _settled(evidence: Evidence, default: str | None, by: str) -> Resolution | None:
    """The only candidate left, when there was evidence for it."""
    if not evidence.heard or len(evidence.left) != 1:
        return None
    (actor,) = evidence.left
    return actor, "label" if actor == default else by
