"""Minor persons and bodies under the party they serve.

A minor actor, too small to compare outlets by, counts under its state or party, as in the CAMEO coding of political actors, where an
office holder is coded by country (Schrodt, CAMEO Codebook 1.1b3, 2012); heads of state always stand for themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from framing.measures.discovery.candidate import Candidate
from framing.measures.discovery.facts import Facts, Key, is_person_key
from framing.measures.people import HOME_OFFICES, OFFICIALS, ORGANS, PERSONAL, STATE_HEADS
from framing.measures.states import states

OWN = 25
"""Mentions from which a person or body that serves another party is an actor of its own."""


def homes(articles: Sequence[Sequence[Candidate]], facts: Facts) -> None:
    """Fills in the state of those whose title names none: the president of the state that has no other head, and office holders at home.

    Home is the state that has more than half of the mentions of capitals and organs of states: its own press leaves its name out.
    """
    seats: Counter[Key] = Counter()
    for article in articles:
        for one in article:
            seats.update(f"state:{state[0]}" for state in [one.state, *(state for _, state in one.inner)] if state and state[1] == "seat")
    headed = {party for (party, office), held in facts.roles.items() if office in STATE_HEADS and held}
    ranked = [key for key, _ in sorted(seats.items(), key=lambda item: (-item[1], item[0]))]
    facts.home = ranked[0] if ranked and seats[ranked[0]] * 2 > seats.total() else None
    holder = facts.holder(facts.home, "president") if facts.home in headed else None
    presided = holder is not None and facts.titles[holder]["president"] > 0
    headless = facts.home if presided else next((key for key in ranked if key not in headed), None)
    for key in sorted(facts.titles):
        titles = facts.titles[key]
        if facts.state_of(key) is None and is_person_key(key, facts):
            if headless and titles["president"] and not titles["vice"]:
                facts.states[key][headless] += 1
                facts.roles[headless, "president"][key] += titles["president"]
            elif facts.home and not titles["campaign"] and any(titles[title] for title in HOME_OFFICES):
                facts.states[key][facts.home] += 1


def absorbed(facts: Facts, counts: Counter[Key]) -> dict[Key, Key]:
    """Minor actors -> the party that they count under."""
    under: dict[Key, Key] = {}
    for key in sorted(counts):
        if counts[key] >= OWN or not key.startswith("name:"):
            continue
        party = _party(key, facts)
        if party is not None and party != key:
            under[key] = party
    for key in sorted(counts):
        if key.startswith("circle:"):
            party = _top(key.removeprefix("circle:"), under)
            if party != key.removeprefix("circle:"):
                under[key] = party
    return {key: _top(key, under) for key in under}


def _top(key: Key, under: Mapping[Key, Key]) -> Key:
    seen = {key}
    while key in under and under[key] not in seen:
        key = under[key]
        seen.add(key)
    return key


def _party(key: Key, facts: Facts) -> Key | None:
    """Whom an actor serves: a state, a body, or a person, whose people he is then of, or that person's state."""
    if not is_person_key(key, facts):
        return _state_in(key)
    parties = facts.parties.get(key)
    if facts.is_head(key) or facts.state_of(key) is not None or not parties:
        return None if facts.is_head(key) else facts.state_of(key)
    party = max(parties, key=lambda one: (parties[one], one))
    if not is_person_key(party, facts):
        return party
    state = facts.state_of(party) if facts.is_head(party) and _serves_state(key, facts) else None
    return state or f"circle:{party}"


def _serves_state(key: Key, facts: Facts) -> bool:
    """Whether somebody is in office with a head of state rather than of his campaign, family or friends."""
    titles = facts.titles[key]
    official = sum(count for title, count in titles.items() if title in OFFICIALS and title not in PERSONAL)
    return not titles["campaign"] and official > sum(count for title, count in titles.items() if title in PERSONAL)


def _state_in(key: Key) -> Key | None:
    """The state whose words stand in a body's name ("Russian Embassy", "White House Counsel")."""
    words = tuple(key.removeprefix("name:").split())
    known = states()
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            state = known.get(words[first : first + length])
            if state is None:
                continue
            if (state[1] == "seat" and length > 1) or (state[1] == "adjective" and first == 0 and ORGANS.intersection(words)):
                return f"state:{state[0]}"
    return None
