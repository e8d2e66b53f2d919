"""Who is meant by each label of an article: apposition, the party before or behind the head, its possessor, else what went before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from framing.measures.discovery.candidate import Candidate
from framing.measures.discovery.facts import Facts, Key, inner_keys, is_person_key, key_of, owners
from framing.measures.people import (
    ARMED,
    BODIES,
    ELSEWHERE,
    HOME_BODIES,
    LANDS,
    LEADERS,
    OFFICIALS,
    ORGANISATIONS,
    PEOPLE,
    PERSONAL,
    POLITIES,
    RELATIONS,
    STATE_BODIES,
    STATE_OFFICES,
    STATE_ORGANS,
)  # fmt: skip
from framing.measures.states import Words

Decided = tuple[Key, str]
"""(entity, what decided)."""

_FAR = 4
"""Sentences to look back for a state that "the country" means."""
_CLOSE = 2
"""Sentences to look back for a body whose name does not have the noun."""
_ANYWHERE = 40
_REBELLIOUS = ARMED - {"fighter", "gunman", "invader", "attacker", "assailant", "brigade", "battalion"}
"""Those who are of a country and fight its state."""

_SERVING = LEADERS | OFFICIALS | ORGANISATIONS | POLITIES | PEOPLE
_MEMBERS = LEADERS | OFFICIALS | ORGANISATIONS | RELATIONS


@dataclass(frozen=True)
class _Article:
    """An article under resolution; known: its names; done: what is decided, by index."""

    all: Sequence[Candidate]
    known: Mapping[Words, Key]
    facts: Facts
    done: dict[int, Decided] = field(default_factory=dict)

    def is_person(self, key: Key | None) -> bool:
        return is_person_key(key, self.facts)


def resolve(article: Sequence[Candidate], known: Mapping[Words, Key], facts: Facts) -> dict[int, Decided]:
    """For each candidate that can be decided, by its index: (entity, what decided)."""
    scene = _Article(article, known, facts)
    for index, one in enumerate(article):
        if key := key_of(one, known):
            scene.done[index] = (key, "name")
    for index, one in enumerate(article):
        if not one.is_name and (decided := _label(index, one, scene)):
            scene.done[index] = decided
    return scene.done


def _label(index: int, one: Candidate, scene: _Article) -> Decided | None:
    if (key := _beside(one, scene)) is not None:
        return key, "apposition"
    inner = inner_keys(one, scene.known)
    for party in _parties(index, one, scene):
        if (key := _owned(one, party, scene.facts)) is not None:
            return key, "modifier" if party in inner else "possessor"
    if scene.facts.home and one.head in HOME_BODIES and not one.inner:
        return scene.facts.home, "label"
    if one.determiner == "indefinite" or one.counted:
        return None
    key = _antecedent(index, one, scene)
    return None if key is None else (key, "antecedent")


def _parties(index: int, one: Candidate, scene: _Article) -> Iterator[Key]:
    """Whose the label is: by a name, and by a noun before its head ("government forces", "party officials")."""
    yield from owners(one, scene.all, scene.known, {other: scene.done[other][0] for other in one.links if other in scene.done})
    for word in one.modifiers:
        if word in STATE_BODIES and (state := scene.facts.polity(word)):
            yield state
    for word in one.modifiers:
        if word in ORGANISATIONS and (body := _body(index, one, word, scene)):
            yield body


def _beside(one: Candidate, scene: _Article) -> Key | None:
    """The entity of the name that the label stands with, if it can be one of that kind."""
    body = one.head in ORGANISATIONS or one.head in POLITIES
    for other in one.beside:
        that = scene.all[other]
        if other not in scene.done or not that.is_name or (one.plural and not that.plural):
            continue
        key = scene.done[other][0]
        if scene.is_person(key) != body or not key.startswith("name:") or one.head in POLITIES:
            return key
    return None


def _owned(one: Candidate, party: Key, facts: Facts) -> Key | None:
    """Whom a label with this party means: the holder of an office, else the party, or the people of a person; None for somebody else."""
    head = one.head
    if party.startswith("state:"):
        return _of_state(one, party, facts)
    if is_person_key(party, facts):
        return _of_person(one, party, facts)
    if party.startswith("circle:"):
        return party if head in LEADERS | OFFICIALS | RELATIONS else None
    if not one.plural and head in LEADERS and (holder := facts.holder(party, head)):
        return holder
    return party if head in _MEMBERS else None


def _of_state(one: Candidate, state: Key, facts: Facts) -> Key | None:
    head = one.head
    if head in ELSEWHERE or head in _REBELLIOUS:
        return None
    if head == "counterpart":
        return facts.holder(state, "president") or state
    if not one.plural and head in LEADERS and (holder := facts.holder(state, head)):
        return holder
    return state if head in _SERVING else None


def _of_person(one: Candidate, person: Key, facts: Facts) -> Key | None:
    head = one.head
    if head in STATE_BODIES:
        return facts.state_of(person) or f"circle:{person}"
    if not one.plural and (holder := facts.holder(person, head)):
        return holder
    serving = head in OFFICIALS | ORGANISATIONS and head not in PERSONAL and "campaign" not in one.modifiers
    if serving and facts.is_head(person) and (state := facts.state_of(person)):
        return state
    return f"circle:{person}" if head in _MEMBERS else None


def _antecedent(index: int, one: Candidate, scene: _Article) -> Key | None:
    """What a bare definite label goes back to."""
    head = one.head
    if one.plural:
        return None
    if head in LEADERS | STATE_OFFICES:
        return _office(index, one, scene)
    if not one.determiner:
        return None
    if head in LANDS | POLITIES:
        return _nearest(index, one, scene, lambda key, that: key.startswith("state:")) or scene.facts.polity(head)
    if head in STATE_BODIES and (state := scene.facts.polity(head)):
        return state
    return _body(index, one, head, scene) if head in ORGANISATIONS and one.determiner == "definite" else None


def _body(index: int, one: Candidate, head: str, scene: _Article) -> Key | None:
    """The body that a bare noun means: the last whose name has it, else the last of this kind, or with a name, close by."""
    named = _nearest(index, one, scene, lambda key, that: head in that.name, far=_ANYWHERE)
    if named is not None or head not in BODIES:
        return named
    if head in STATE_ORGANS:
        return _nearest(index, one, scene, _is_organ, far=_CLOSE)
    return _nearest(index, one, scene, lambda key, that: _is_body(key, that) and not scene.is_person(key), far=_CLOSE)


def _is_organ(key: Key, that: Candidate) -> bool:
    return that.state is not None and that.state[1] == "seat" and that.entity == "ORG"


def _is_body(key: Key, that: Candidate) -> bool:
    return key.startswith("name:") and that.is_name and that.entity == "ORG"


def _office(index: int, one: Candidate, scene: _Article) -> Key | None:
    """The person who is called so: of those in the article the most mentioned, before the label rather than behind it."""
    seen: Counter[Key] = Counter()
    for other, (key, by) in scene.done.items():
        if by == "name" and scene.is_person(key) and scene.facts.titles[key][one.head]:
            seen[key] += 2 if other < index else 1
    return max(seen, key=lambda key: (seen[key] * scene.facts.titles[key][one.head], key)) if seen else None


def _nearest(index: int, one: Candidate, scene: _Article, fits: Callable[[Key, Candidate], bool], *, far: int = _FAR) -> Key | None:
    """The last fitting entity before the label; in its own sentence a subject rather than what is nearer."""
    best = None
    for other in range(index - 1, -1, -1):
        that = scene.all[other]
        if one.sentence - that.sentence > far:
            break
        if other in scene.done and fits(scene.done[other][0], that):
            if that.role == "agent" or that.sentence != one.sentence:
                return scene.done[other][0]
            best = best or scene.done[other][0]
    return best
