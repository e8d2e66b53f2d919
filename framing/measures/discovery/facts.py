"""What a corpus says of its people and bodies: who holds which office where, and whose state is whose."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from framing.measures.discovery.candidate import Candidate
from framing.measures.discovery.spellings import bare
from framing.measures.people import (
    FORMER,
    LEADERS,
    OF_ONE,
    OFFICIALS,
    ORGANISATIONS,
    RANKS,
    STATE_BODIES,
    STATE_HEADS,
    STATE_OFFICES,
)  # fmt: skip
from framing.measures.states import Words

Key = str
"""An entity: "state:NAME", "name:WORDS", "circle:KEY" (somebody's people) or "label:HEAD"."""

_ENOUGH = 5
_MOST = 0.6
_BESIDE = 2
"""Weight of what a name stands beside, against the parser's word."""
_SURE, _UNSURE = 3, 1
"""Weights of a tie by a name and of one by a pronoun, or of an office that somebody has lost."""
_DOCTRINES = ("ist", "ic", "ists", "ism", "islam", "jihadi", "salafi", "takfiri")
"""Ends of words that say what somebody believes and are no party ("Islamist fighters")."""


@dataclass
class Facts:
    """What a corpus says of its people.

    roles: (party, office) -> who holds it; titles: person -> offices; states: person -> states; parties: person -> bodies and persons that
    he serves; persons: above 0 for persons; counts: mentions by name; polities: "regime", "army", ... -> states; home: see `across.homes`.
    """

    roles: dict[tuple[Key, str], Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    titles: dict[Key, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    states: dict[Key, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    parties: dict[Key, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    persons: Counter[Key] = field(default_factory=Counter)
    counts: Counter[Key] = field(default_factory=Counter)
    polities: dict[str, Counter[Key]] = field(default_factory=lambda: defaultdict(Counter))
    home: Key | None = None

    def holder(self, party: Key, head: str) -> Key | None:
        """Who holds the office in the party; heads of state go by any of their titles."""
        held = self.roles.get((party, head))
        if not held and head in STATE_HEADS:
            held = Counter()
            for other in sorted(STATE_HEADS):
                held.update(self.roles.get((party, other), {}))
        return max(held, key=lambda key: (held[key], self.counts[key], key)) if held else None

    def polity(self, head: str) -> Key | None:
        """The state that "the regime" or "the army" means where nothing says which: the one that has most of those named with a state."""
        named = self.polities.get(head)
        if not named:
            return None
        state = max(named, key=lambda key: (named[key], key))
        return state if named[state] >= _ENOUGH and named[state] >= _MOST * named.total() else None

    def is_head(self, person: Key) -> bool:
        """Whether somebody is called the head of a state or of its government, or runs for it."""
        titles = self.titles[person]
        return any(titles[title] > titles["vice"] + titles["deputy"] for title in STATE_HEADS) or titles["presidential"] > 0

    def state_of(self, person: Key) -> Key | None:
        """The state that somebody serves."""
        voted = self.states.get(person)
        return max(voted, key=lambda key: (voted[key], key)) if voted else None


def key_of(one: Candidate, names: Mapping[Words, Key]) -> Key | None:
    """The entity of a name; None for a label."""
    if one.state is not None:
        return f"state:{one.state[0]}"
    return names.get(bare(one.name)) if one.is_name else None


def inner_keys(one: Candidate, names: Mapping[Words, Key]) -> list[Key]:
    """The entities of the names inside a label, the nearest to its head first."""
    keys = [f"state:{state[0]}" if state else names.get(bare(words)) for words, state in one.inner]
    return [key for key in reversed(keys) if key and (" " in key or not key.endswith(_DOCTRINES))]


def owners(one: Candidate, article: Sequence[Candidate], known: Mapping[Words, Key], done: Mapping[int, Key]) -> Iterator[Key]:
    """The parties that a label belongs to: before the head, then as possessor, then behind `of`. done: labels that are decided."""
    yield from inner_keys(one, known)
    for index in one.links:
        if key := key_of(article[index], known) or done.get(index):
            yield key


def is_person_key(key: Key | None, facts: Facts) -> bool:
    """Whether an entity is a named person."""
    return key is not None and key.startswith("name:") and facts.persons[key] > 0


def gather(articles: Sequence[Sequence[Candidate]], names: Sequence[Mapping[Words, Key]]) -> Facts:
    """The facts of a corpus. names: of each article, from `variants`."""
    facts = Facts()
    for article, known in zip(articles, names):
        for one in article:
            _count(one, article, known, facts)
    for article, known in zip(articles, names):
        for one in article:
            if one.is_name:
                _learn_name(one, article, known, facts)
            else:
                _learn_label(one, article, known, facts)
    return facts


def _count(one: Candidate, article: Sequence[Candidate], known: Mapping[Words, Key], facts: Facts) -> None:
    key = key_of(one, known)
    if key is not None:
        facts.counts[key] += 1
        if key.startswith("name:"):
            body = one.entity in ("ORG", "GPE", "NORP", "FAC", "LOC")
            facts.persons[key] += (one.entity == "PERSON") + 3 * bool(one.titled) - body
            facts.titles[key].update(one.titled)
    elif not one.plural:
        for other in one.beside:  # "Red Dawn, a militant group", "Leon Vargas, a farmer": whatever the parser says
            if (named := key_of(article[other], known)) is not None:
                facts.persons[named] += -_BESIDE if one.head in ORGANISATIONS else _BESIDE * (one.head in OF_ONE)


def _learn_name(one: Candidate, article: Sequence[Candidate], known: Mapping[Words, Key], facts: Facts) -> None:
    """ "President Castell of Ruritania"."""
    key = key_of(one, known)
    if one.of is None or not is_person_key(key, facts):
        return
    party = key_of(article[one.of], known)
    if party is not None and party.startswith("state:"):
        facts.states[key][party] += 1
        for title in one.titled:
            facts.roles[party, title][key] += 1


def _learn_label(one: Candidate, article: Sequence[Candidate], known: Mapping[Words, Key], facts: Facts) -> None:
    """ "Ruritanian President Castell", "Castell, the party's leader"."""
    if one.head in STATE_BODIES:
        facts.polities[one.head].update(party for party in inner_keys(one, known) if party.startswith("state:"))
    for other in one.beside:
        key = key_of(article[other], known)
        if one.plural or not is_person_key(key, facts):
            continue
        facts.titles[key][one.head] += 1
        facts.titles[key].update(word for word in one.modifiers if word in ("presidential", "campaign"))
        if "campaign" not in one.modifiers:
            facts.titles[key].update(word for word in one.modifiers if word in RANKS)
        _learn_party(one, key, article, known, facts)


def _learn_party(one: Candidate, key: Key, article: Sequence[Candidate], known: Mapping[Words, Key], facts: Facts) -> None:
    named = next((party for party in owners(replace(one, pronoun_of=None), article, known, {}) if party != key), None)
    party = named or next((party for party in owners(one, article, known, {}) if party != key), None)
    if party is None:
        return
    facts.roles[party, one.head][key] += _UNSURE if FORMER.intersection(one.modifiers) else _SURE
    if party.startswith("name:"):
        facts.parties[key][party] += _SURE if named else _UNSURE
    elif party.startswith("state:") and one.head in OFFICIALS | LEADERS | STATE_OFFICES:
        facts.states[key][party] += 2
