"""Which proper names of a corpus are variants of one: surnames, first names, initials, acronyms, party names.

A corpus about the same events uses a surname for one person; where several persons share it, the article's own full name decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from framing.measures.discovery.candidate import Candidate
from framing.measures.discovery.states import Words, states
from framing.measures.discovery.words import PARTICLES

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "&", "to", "at", "a"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_GENERIC = frozenset(
    {"national", "committee", "party", "congressional", "senatorial", "campaign", "central", "caucus", "conference", "movement"}
)
_SPELT = 0.7
_USUAL = 0.05
"""Share of the most used form from which a fuller form can stand for a name."""
_FULL = 0.02
"""Share of the uses of a surname from which a full name can explain it."""
_ALSO = {"gop": "republicans", "tories": "conservatives", "tory": "conservative", "labor": "labour"}
_NICKNAMES = {
    frozenset(pair.split("/"))
    for pair in ["mike/michael", "bob/robert", "rob/robert", "bill/william", "jim/james", "joe/joseph", "tom/thomas", "dan/daniel", "chuck/charles", "rod/roderick", "ted/edward", "tony/anthony", "nick/nicholas", "rick/richard", "dick/richard", "dave/david", "steve/steven", "steve/stephen", "chris/christopher", "matt/matthew", "andy/andrew", "jeff/jeffrey", "greg/gregory", "ben/benjamin", "sam/samuel", "ken/kenneth", "ron/ronald", "don/donald", "tim/timothy", "rudy/rudolph", "larry/lawrence", "vlad/vladimir", "alex/alexander", "liz/elizabeth", "kate/katherine", "jen/jennifer", "debbie/deborah", "sue/susan", "bernie/bernard"]
}


def is_person(votes: Counter[str]) -> bool:
    """Whether the parser's entity types and titles speak for a person."""
    return votes["PERSON"] + 3 * votes["title"] > votes["ORG"] + votes["GPE"] + votes["NORP"] + votes["FAC"] + votes["LOC"]


def variants(articles: Sequence[Sequence[Candidate]]) -> list[dict[Words, str]]:
    """For each article: the words of each name in it -> the key of its entity.

    Keys are "state:NAME", or "name:" and the fullest common form.
    """
    counts: Counter[Words] = Counter()
    votes: dict[Words, Counter[str]] = defaultdict(Counter)
    aliases: Counter[tuple[Words, Words]] = Counter()
    for article in articles:
        for one in article:
            if one.is_name and one.state is None:
                words = bare(one.name)
                counts[words] += 1
                votes[words][one.entity] += 1
                votes[words]["title"] += bool(one.titled)
                if one.alias is not None and (short := article[one.alias]).state is None and len(bare(short.name)) == 1:
                    aliases[words, bare(short.name)] += 1
            for words, state in one.inner:
                if state is None:
                    counts[bare(words)] += 1
    people = {words for words in counts if is_person(votes[words]) and len(words) < 6}
    merged = _Union()
    _full_names(merged, people)
    _organisations(merged, counts, people, votes, aliases)
    having: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(people):
        if len(words) > 1:
            for word in {words[0], _last(words)}:
                having[word].append(words)
    places = {
        words[0] for words in counts if len(words) == 1 and votes[words]["GPE"] + votes[words]["LOC"] > sum(votes[words].values()) / 2
    }
    root, totals = merged.roots(counts), Counter()
    for words, count in counts.items():
        totals[root[words]] += count
    names = _Names(counts, people, root, totals, having, places)
    return [_in_article(article, names) for article in articles]


@dataclass(frozen=True)
class _Names:
    """What the corpus says of its names. root: name -> the form for all its variants; totals: by root.

    having: word -> full names of persons with it; places: words that are places.
    """

    counts: Counter[Words]
    people: set[Words]
    root: Mapping[Words, Words]
    totals: Counter[Words]
    having: Mapping[str, Sequence[Words]]
    places: set[str]


def bare(words: Words) -> Words:
    """A name without initials: ("michael", "t", "flynn") -> ("michael", "flynn")."""
    kept = tuple(
        word for at, word in enumerate(words) if (len(word) > 1 or at in (0, len(words) - 1)) and (word not in PARTICLES or word == "abu")
    )
    return kept or words


class _Union:
    def __init__(self) -> None:
        self.parent: dict[Words, Words] = {}

    def find(self, words: Words) -> Words:
        while (up := self.parent.get(words, words)) != words:
            words = up
        return words

    def join(self, one: Words, other: Words) -> None:
        one, other = self.find(one), self.find(other)
        if one != other:
            self.parent[max(one, other)] = min(one, other)

    def roots(self, counts: Counter[Words]) -> dict[Words, Words]:
        """Each name -> its set's most used form, full forms before short ones."""
        members: dict[Words, list[Words]] = defaultdict(list)
        for words in counts:
            members[self.find(words)].append(words)
        best = {}
        for root, every in members.items():
            usual = max(counts[words] for words in every) * _USUAL
            best[root] = max(every, key=lambda words: (counts[words] >= usual, min(len(words), 2), counts[words], words))
        return {words: best[self.find(words)] for words in counts}


def _full_names(merged: _Union, people: set[Words]) -> None:
    by_last: dict[str, list[Words]] = defaultdict(list)
    by_first: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(people):
        if len(words) > 1:
            by_last[_last(words)].append(words)
            by_first[words[0]].append(words)
    for every in by_last.values():
        for at, one in enumerate(every):
            for other in every[:at]:
                if _compatible(one, other):
                    merged.join(one, other)
    _spellings(merged, sorted(words for words in people if len(words) > 1))
    for every in by_first.values():
        for one in every:
            for other in every:
                if len(one) < len(other) and other[: len(one)] == one and len(one) > 1 and not set(other[len(one) :]) & _SUFFIXES:
                    merged.join(one, other)


def _spellings(merged: _Union, people: Sequence[Words]) -> None:
    """Joins full names that differ in the spelling of long words only ("Mohammed Jolani", "Mohammad al-Golani")."""
    near: dict[tuple, list[Words]] = defaultdict(list)
    for words in people:
        near[len(words), words[-1][-3:]].append(words)
    for every in near.values():
        for at, one in enumerate(every):
            for other in every[:at]:
                pairs = [(a, b) for a, b in zip(one, other) if a != b]
                if all(min(len(a), len(b)) > 4 and SequenceMatcher(None, a, b).ratio() > _SPELT for a, b in pairs):
                    merged.join(one, other)


def _last(words: Words) -> str:
    plain = [word for word in words if word not in _SUFFIXES]
    return plain[-1] if plain else words[-1]


def _compatible(one: Words, other: Words) -> bool:
    """Whether two full names with one surname are of one person."""
    if bool(set(one) & {"jr"}) != bool(set(other) & {"jr"}):
        return False
    first, second = one[0], other[0]
    return (
        first == second
        or frozenset((first, second)) in _NICKNAMES
        or (min(len(first), len(second)) == 1 and first[0] == second[0])
        or set(one) <= set(other)
        or set(other) <= set(one)
    )


def _organisations(
    merged: _Union, counts: Counter[Words], people: set[Words], votes: Mapping[Words, Counter[str]], aliases: Counter[tuple[Words, Words]]
) -> None:
    bodies = sorted(words for words in counts if words not in people)
    for (full, short), times in sorted(aliases.items()):
        if times > 2 or set(short[0]) <= {word[0] for word in full}:
            merged.join(full, short)
    acronyms: dict[str, list[Words]] = defaultdict(list)
    stems: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(words for words in counts if len(words) > 2 and not votes[words]["title"]):
        acronyms["".join(word[0] for word in words if word not in _SMALL)].append(words)
    for words in bodies:
        content = [word for word in words if word not in _SMALL]
        rest = [word for word in content if word not in _GENERIC]
        if len(rest) == 1 and "of" not in words:
            stems[stem(_ALSO.get(rest[0], rest[0]))].append(words)
    for words in bodies:
        if len(words) == 1 and 2 < len(words[0]) < 7:
            for full in acronyms.get(words[0], ()):
                merged.join(words, full)
    for every in stems.values():
        party = len(every) > 1 and any(
            words[-1] in ("party", "committee") or votes[words]["NORP"] or words[-1].endswith(("s", "gop")) for words in every
        )
        for other in every[1:] if party else ():
            merged.join(every[0], other)
    for words in bodies:
        for suffix in ("s", "es"):
            if len(words) == 1 and (words[0] + suffix,) in counts and (words[0] + suffix,) not in people:
                merged.join(words, (words[0] + suffix,))


def stem(word: str) -> str:
    """A party's stem, common to its adjective, its members and its name ("democrat" of Democratic, Democrats)."""
    for ending in ("ists", "ist", "ians", "ian", "ics", "ic", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 4:
            return word[: -len(ending)]
    return word


def _in_article(article: Sequence[Candidate], names: _Names) -> dict[Words, str]:
    known: dict[Words, str] = {}
    here = [bare(one.name) for one in article if one.is_name and one.state is None]
    here += [bare(words) for one in article for words, state in one.inner if state is None]
    full = Counter(words for words in here if len(words) > 1 and words in names.people)
    for words in dict.fromkeys(here):
        if words in states():
            known[words] = f"state:{states()[words][0]}"
            continue
        single = len(words) == 1 and words[0] not in names.places
        person = _surname(words[0], full, names) if single else None
        known[words] = "name:" + " ".join(person or names.root[words])
    return known


def _surname(word: str, full: Counter[Words], names: _Names) -> Words | None:
    """The person that a single word names: of the article's full names, else of the corpus's; by surname, else by first name."""
    everywhere = {words: names.counts[words] for words in names.having.get(word, ())}
    for pool in ({words: full[words] for words in everywhere if words in full}, everywhere):
        for place in (lambda words: _last(words) == word, lambda words: words[0] == word):
            fitting = [words for words in pool if place(words) and names.totals[names.root[words]] >= _FULL * names.counts[word,]]
            fitting = [words for words in fitting if not _SUFFIXES.intersection(words)] or fitting
            if fitting:
                return names.root[max(fitting, key=lambda words: (names.counts[words], pool[words], words))]
    return None
