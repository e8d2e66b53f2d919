"""Which entity each name of an article means.

A corpus about the same events uses a surname for one person; where several persons share it, the article's own full name decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.measures.discovery.candidate import Candidate
from framing.measures.discovery.spellings import SUFFIXES, Written, bare, is_person, roots, surname
from framing.measures.people import OF_ONE
from framing.measures.states import Words, states

_FULL = 0.02
"""Share of the uses of a surname from which a full name can explain it."""
_SETTLED = 3
_LONGEST = 5
"""Words of the longest name of a person."""


def variants(articles: Sequence[Sequence[Candidate]]) -> list[dict[Words, str]]:
    """For each article: the words of each name in it -> the key of its entity, "state:NAME", or "name:" and the fullest common form."""
    written = _written(articles)
    people = _people(written)
    root = roots(written, people)
    totals: Counter[Words] = Counter()
    for words, count in written.counts.items():
        totals[root[words]] += count
    having: dict[str, list[Words]] = defaultdict(list)
    for words in sorted(people):
        if len(words) > 1:
            for word in {words[0], surname(words)}:
                having[word].append(words)
    names = _Names(written, root, totals, having)
    return [_in_article(article, names) for article in articles]


def _people(written: Written) -> set[Words]:
    """The names of persons: by the parser's word, by titles and offices, or by a surname that has them."""
    titled = {surname(words) for words, votes in written.votes.items() if votes["title"]}
    return {
        words for words in written.counts
        if len(words) <= _LONGEST and (is_person(written.votes[words]) or (len(words) > 1 and surname(words) in titled))
    }  # fmt: skip


def _written(articles: Sequence[Sequence[Candidate]]) -> Written:
    written = Written(Counter(), defaultdict(Counter), Counter())
    for article in articles:
        for one in article:
            written.counts.update(bare(words) for words, state in one.inner if state is None)
            if not one.is_name or one.state is not None:
                continue
            words = bare(one.name)
            written.counts[words] += 1
            office = any(_is_office(article[other]) for other in one.beside)
            written.votes[words].update([one.entity, *["title"] * bool(one.titled), *["PERSON"] * office])
            short = None if one.alias is None else article[one.alias]
            if short is not None and short.state is None and len(bare(short.name)) == 1:
                written.aliases[words, bare(short.name)] += 1
    return written


def _is_office(one: Candidate) -> bool:
    """Whether a label says what one person is."""
    return not one.is_name and not one.plural and one.head in OF_ONE


@dataclass(frozen=True)
class _Names:
    """What the corpus says of its names. root: name -> the form for its variants; totals: by root; having: word -> persons with it."""

    written: Written
    root: Mapping[Words, Words]
    totals: Counter[Words]
    having: Mapping[str, Sequence[Words]]

    def is_place(self, word: str) -> bool:
        """Whether the parser takes a word for a place, and not just once or twice."""
        votes = self.written.votes[word,]
        places = votes["GPE"] + votes["LOC"]
        return places >= _SETTLED and 2 * places > votes.total()


def _in_article(article: Sequence[Candidate], names: _Names) -> dict[Words, str]:
    here = [bare(one.name) for one in article if one.is_name and one.state is None]
    here += [bare(words) for one in article for words, state in one.inner if state is None]
    known: dict[Words, str] = {}
    for words in dict.fromkeys(here):
        if words in states():
            known[words] = f"state:{states()[words][0]}"
            continue
        person = _full_name(words[0], set(here), names) if len(words) == 1 and not names.is_place(words[0]) else None
        known[words] = "name:" + " ".join(person or names.root[words])
    return known


def _full_name(word: str, here: set[Words], names: _Names) -> Words | None:
    """The person that a single word names: of the article's full names, else of the corpus's; by surname, else by first name."""
    counts = names.written.counts
    everywhere = [words for words in names.having.get(word, ()) if names.totals[names.root[words]] >= _FULL * counts[word,]]
    for pool in ([words for words in everywhere if words in here], everywhere):
        for place in (surname, lambda words: words[0]):
            fitting = [words for words in pool if place(words) == word]
            fitting = [words for words in fitting if not SUFFIXES.intersection(words)] or fitting
            if fitting:
                return names.root[max(fitting, key=lambda words: (counts[words], words))]
    return None
