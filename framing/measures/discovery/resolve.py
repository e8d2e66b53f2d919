"""Who is meant by each label of an article: apposition, the party before or behind the head, its possessor, else what went before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from framing.measures.discovery.candidates import Candidate
from framing.measures.discovery.persons import bare
from framing.measures.discovery.states import Words, states
from framing.measures.discovery.words import (
    ARMED, ELSEWHERE, HOME_BODIES, LEADERS, OFFICIALS, ORGANISATIONS, PEOPLE, PERSONAL, POLITIES, RELATIONS, STATE_HEADS, STATE_OFFICES,
)

Key = str
_FAR = 4
_ENOUGH = 5
_MOST = 0.6
_STATE_BODIES = frozenset({"administration", "government", "regime", "cabinet", "country", "nation", "people", "troop", "force", "army", "military", "dynasty", "scientist", "state"})
_FIGHTING = ARMED - {"fighter", "gunman", "invader", "attacker", "assailant", "brigade", "battalion"}
_DOCTRINES = ("ist", "ic", "ists", "ism", "islam", "jihadi", "salafi", "takfiri")
_ORGANS = frozenset({"bureau", "agency", "department", "service"})
_PRIVATE = frozenset({"group", "team", "company", "firm", "force", "media", "press", "police", "police", "army", "government", "administration", "site", "university", "court"})
_LANDS = frozenset({"country", "nation", "state", "homeland", "republic", "kingdom"})


def resolve(article: Sequence[Candidate], known: Mapping[Words, Key], facts: Facts) -> dict[int, tuple[Key, str]]:
    """For each candidate that can be decided: (entity, what decided)."""
    done: dict[int, tuple[Key, str]] = {}
    for index, one in enumerate(article):
        if key := key_of(one, known):
            done[index] = (key, "name")
    for index, one in enumerate(article):
        if not one.is_name and (decided := _label(index, one, article, known, facts, done)):
            done[index] = decided
    return done


def _label(index: int, one: Candidate, article: Sequence[Candidate], known: Mapping[Words, Key], facts: Facts, done: Mapping[int, tuple[Key, str]]) -> tuple[Key, str] | None:
    if (key := _beside(one, article, facts, done)) is not None:
        return key, "apposition"
    keys = {i: key for i, (key, _) in done.items()}
    inner = inner_keys(one, known)
    bodies = (_body(index, one, word, article, facts, done) for word in one.modifiers if word in ORGANISATIONS)
    polities = (facts.polity(word) for word in one.modifiers if word in _STATE_BODIES)
    for party in (*owners(one, article, known, keys), *(key for key in (*polities, *bodies) if key)):
        if (key := _owned(one, party, facts)) is not None:
            return key, "modifier" if party in inner else "possessor"
    if facts.home and one.head in HOME_BODIES and not one.inner:
        return facts.home, "label"
    if one.determiner == "indefinite" or one.counted:
        return None
    if (key := _antecedent(index, one, article, facts, done)) is not None:
        return key, "antecedent"
    return None


def _beside(one: Candidate, article: Sequence[Candidate], facts: Facts, done: Mapping[int, tuple[Key, str]]) -> Key | None:
    for other in one.beside:
        if other not in done or not article[other].is_name:
            continue
        key = done[other][0]
        if one.plural and not article[other].plural:
            continue
        person = is_person_key(key, facts)
        body = one.head in ORGANISATIONS or one.head in POLITIES
        if person != body or not key.startswith("name:") or one.head in POLITIES:
            return key
    return None


def _owned(one: Candidate, party: Key, facts: Facts) -> Key | None:
    head = one.head
    if party.startswith("state:"):
        if head in ELSEWHERE or head in _FIGHTING:
            return None
        if head == "counterpart":
            return facts.holder(party, "president") or party
        if not one.plural and head in LEADERS and (holder := facts.holder(party, head)):
            return holder
        return party if head in LEADERS | OFFICIALS | ORGANISATIONS | POLITIES | PEOPLE else None
    if is_person_key(party, facts):
        if head in _STATE_BODIES:
            return facts.state_of(party) or f"circle:{party}"
        if not one.plural and (holder := facts.holder(party, head)):
            return holder
        if facts.is_head(party) and head in OFFICIALS | ORGANISATIONS and head not in PERSONAL and "campaign" not in one.modifiers and (state := facts.state_of(party)):
            return state
        return f"circle:{party}" if head in RELATIONS | LEADERS | OFFICIALS | ORGANISATIONS else None
    if party.startswith("circle:"):
        return party if head in LEADERS | OFFICIALS | RELATIONS else None
    if not one.plural and head in LEADERS and (holder := facts.holder(party, head)):
        return holder
    return party if head in LEADERS | OFFICIALS | ORGANISATIONS | RELATIONS else None


def _antecedent(index: int, one: Candidate, article: Sequence[Candidate], facts: Facts, done: Mapping[int, tuple[Key, str]]) -> Key | None:
    head = one.head
    if not one.plural and head in LEADERS | STATE_OFFICES:
        return _office(index, one, article, facts, done)
    if one.plural:
        return None
    if head in _LANDS and one.determiner:
        return _nearest(index, one, article, done, lambda key, that: key.startswith("state:"))
    if head in POLITIES and one.determiner:
        return _nearest(index, one, article, done, lambda key, that: key.startswith("state:")) or facts.polity(head)
    if head in _STATE_BODIES and one.determiner and (state := facts.polity(head)):
        return state
    if head in ORGANISATIONS and one.determiner == "definite":
        return _body(index, one, head, article, facts, done)
    return None


def _body(index: int, one: Candidate, head: str, article: Sequence[Candidate], facts: Facts, done: Mapping[int, tuple[Key, str]]) -> Key | None:
    """The body that a bare noun means: the last whose name has it, else the last of this kind or with a name close by."""
    named = _nearest(index, one, article, done, lambda key, that: head in that.name, far=40)
    if named is not None or head in _PRIVATE:
        return named
    organ = (lambda key, that: that.state is not None and that.state[1] == "seat" and that.entity == "ORG") if head in _ORGANS else None
    plain = lambda key, that: key.startswith("name:") and that.is_name and not is_person_key(key, facts) and that.entity == "ORG"  # noqa: E731
    return _nearest(index, one, article, done, organ or plain, far=2)


def _office(index: int, one: Candidate, article: Sequence[Candidate], facts: Facts, done: Mapping[int, tuple[Key, str]]) -> Key | None:
    """The person who was called so before, here or anywhere: the most mentioned in the article."""
    if one.determiner == "indefinite":
        return None
    seen: Counter[Key] = Counter()
    for other, (key, by) in done.items():
        if by == "name" and is_person_key(key, facts) and facts.titles[key][one.head]:
            seen[key] += 2 if other < index else 1
    return max(seen, key=lambda key: (seen[key] * facts.titles[key][one.head], key)) if seen else None


def _nearest(index: int, one: Candidate, article: Sequence[Candidate], done: Mapping[int, tuple[Key, str]], fits, far: int = _FAR) -> Key | None:
    best = None
    for other in range(index - 1, -1, -1):
        that = article[other]
        if one.sentence - that.sentence > far:
            break
        if other in done and fits(done[other][0], that):
            if that.role == "agent" or that.sentence != one.sentence:
                return done[other][0]
            best = best or done[other][0]
    return best
