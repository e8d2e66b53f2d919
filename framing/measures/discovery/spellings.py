"""Which written names are one name: first names and nicknames, initials, transliterations, acronyms, parties and their members."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from scipy.cluster.hierarchy import DisjointSet

from framing.measures.people import BODY_WORDS, NICKNAMES, PARTICLES
from framing.measures.states import Words

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What may stand behind a surname."""

_GENERATIONS = frozenset({"jr", "sr"})
"""Of these, what tells a son from his father; numbers are left out as often as not."""

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "&", "to", "at", "a"})
_ALSO = {"gop": "republicans", "tories": "conservatives", "tory": "conservative", "labor": "labour"}
_ENDINGS = ("ists", "ist", "ians", "ian", "ics", "ic", "s")
_STEM = 4
_SHORT_FOR = frozenset(frozenset(pair.split("/")) for pair in NICKNAMES)
_SPELT = 0.7
"""Likeness of two long words from which they are one word in two spellings."""
_BRACKETED = 3
"""Times that a name must stand in brackets behind another to be the same without being its acronym."""
_USUAL = 0.05
"""Share of the most used form from which a fuller form can stand for a name."""


@dataclass(frozen=True)
class Written:
    """The names of a corpus as written, initials and particles off. counts: how often; votes: the parser's entity types, and "title".

    aliases: (name, name in brackets behind it) -> how often.
    """

    counts: Counter[Words]
    votes: Mapping[Words, Counter[str]]
    aliases: Counter[tuple[Words, Words]]


def bare(words: Words) -> Words:
    """A name without initials and particles: ("michael", "t", "flynn") -> ("michael", "flynn")."""
    ends = (0, len(words) - 1)
    kept = tuple(word for at, word in enumerate(words) if (len(word) > 1 or at in ends) and (word not in PARTICLES or word == "abu"))
    return kept or words


def surname(words: Words) -> str:
    """The last word that is no suffix."""
    return next((word for word in reversed(words) if word not in SUFFIXES), words[-1])


def is_person(votes: Counter[str]) -> bool:
    """Whether the parser's entity types and titles speak for a person."""
    return votes["PERSON"] + 3 * votes["title"] > sum(votes[kind] for kind in ("ORG", "GPE", "NORP", "FAC", "LOC"))


def roots(written: Written, people: set[Words]) -> dict[Words, Words]:
    """Each name -> the form that stands for all its variants: the fullest that is in use. people: those that are persons."""
    sets = DisjointSet(sorted(written.counts))
    for one, other in (*_persons(people), *_acronyms(written, people), *_members(written, people)):
        sets.merge(one, other)
    found = {}
    for every in sets.subsets():
        usual = max(written.counts[words] for words in every) * _USUAL
        best = max(every, key=lambda words: (written.counts[words] >= usual, min(len(words), 2), written.counts[words], words))
        found.update(dict.fromkeys(every, best))
    return found


_Pairs = Iterable[tuple[Words, Words]]


def _persons(people: set[Words]) -> _Pairs:
    full = sorted(words for words in people if len(words) > 1)
    for every in _grouped((surname(words), words) for words in full):
        yield from ((one, other) for one, other in _pairs(every) if _is_one_person(one, other))
    for every in _grouped(((len(words), words[-1][-3:]), words) for words in full):
        yield from ((one, other) for one, other in _pairs(every) if _is_respelt(one, other))
    for every in _grouped((words[0], words) for words in full):  # "Moon Jae", "Moon Jae-in"
        longer = ((one, other) for one, other in _pairs(every) if other[: len(one)] == one)
        yield from ((one, other) for one, other in longer if not SUFFIXES.intersection(other[len(one) :]))


def _grouped(keyed: Iterable[tuple[object, Words]]) -> Iterable[list[Words]]:
    groups: dict[object, list[Words]] = defaultdict(list)
    for key, words in keyed:
        groups[key].append(words)
    return groups.values()


def _pairs(every: Sequence[Words]) -> _Pairs:
    """All pairs, in the order given."""
    return ((one, other) for at, other in enumerate(every) for one in every[:at])


def _is_one_person(one: Words, other: Words) -> bool:
    """Whether two full names with one surname are of one person."""
    if _GENERATIONS.intersection(one) != _GENERATIONS.intersection(other):
        return False
    first, second = one[0], other[0]
    if first == second or frozenset((first, second)) in _SHORT_FOR or set(one) <= set(other) or set(other) <= set(one):
        return True
    return min(len(first), len(second)) == 1 and first[0] == second[0]


def _is_respelt(one: Words, other: Words) -> bool:
    """Whether two full names differ in the spelling of long words only ("Mohammed Jolani", "Mohammad al-Golani")."""
    pairs = [(a, b) for a, b in zip(one, other) if a != b]
    return all(min(len(a), len(b)) > _STEM and SequenceMatcher(None, a, b).ratio() > _SPELT for a, b in pairs)


def _acronyms(written: Written, people: set[Words]) -> _Pairs:
    """Names and their initials, in brackets behind them or anywhere; and whatever often stands in brackets behind a name."""
    for (full, short), times in sorted(written.aliases.items()):
        if times >= _BRACKETED or set(short[0]) <= {word[0] for word in full}:
            yield full, short
    initials: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(written.counts):
        if len(words) > 2 and not written.votes[words]["title"]:
            initials["".join(word[0] for word in words if word not in _SMALL)].append(words)
    for words in sorted(written.counts.keys() - people):
        if len(words) == 1 and len(words[0]) > 2:
            yield from ((words, full) for full in initials.get(words[0], ()))


def _members(written: Written, people: set[Words]) -> _Pairs:
    """A party's name, its adjective and its members ("Democratic Party", "Democratic", "Democrats")."""
    stems: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(written.counts.keys() - people):
        rest = [word for word in words if word not in _SMALL | BODY_WORDS]
        if len(rest) == 1 and "of" not in words:
            stems[stem(_ALSO.get(rest[0], rest[0]))].append(words)
    for every in stems.values():
        if any(words[-1] in ("party", "committee", "gop") or words[-1].endswith("s") or written.votes[words]["NORP"] for words in every):
            yield from ((every[0], other) for other in every[1:])


def stem(word: str) -> str:
    """What a party's adjective, its members and its name have in common ("democrat" of Democratic, Democrats)."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _STEM:
            return word.removesuffix(ending)
    return word
