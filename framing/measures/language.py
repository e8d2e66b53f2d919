"""Words of language lexicons: hedges, boosters, loaded words, euphemisms, ...

What it counts: words and phrases of lexicons such as english/hedges-and-boosters and english/loaded-language, by group. The longest entry
counts once; a span that several entries or lexicons put into one category is one observation of it, one that they put into two categories
is one of each. Beside the words stand marks of form (framing.classify.forms): scare quotes, in the outlet's own voice only, since a short
quotation of a source is that source's word, and forms of headlines. Formula: none, observations; rates per 1,000 words are made in
framing.compare.
Unit: a span of tokens.
Range: 0 or more. Direction: none; a listed word is not by itself bias. Undefined: never; a text without listed words has none.
Source: each lexicon names its literature, group by group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from framing.classify.forms import headline_forms, scare_quotes
from framing.document import Document
from framing.lexicon import Matcher


@dataclass(frozen=True)
class Word:
    """One word or phrase: index of its first and last token (both included), its category and the id of the entry that fired."""

    first: int
    last: int
    category: str
    entry: str


def find(document: Document, matchers: Iterable[Matcher]) -> list[Word]:
    """The listed words of a parsed text, sorted by place, then category. Of several lexicons the first one's entry stands."""
    found: dict[tuple[int, int, str], Word] = {}
    for matcher in matchers:
        for match in matcher.find_in(document):
            word = Word(match.first, match.last, match.group, match.entry.id)
            found.setdefault((word.first, word.last, word.category), word)
    widest = _without_nested(list(found.values()))
    return sorted(widest, key=lambda word: (word.first, word.last, word.category))


def forms(document: Document, voice_at: Callable[[int], str]) -> Iterator[Word]:
    """Scare quotes and headline forms. voice_at: whose voice a character offset is in."""
    for first, last in scare_quotes(document):
        if voice_at(document.start[first]) == "outlet":
            yield Word(first, last, "scare_quotes", "form#scare_quotes:one to three words in quotation marks")
    for first, last, form in headline_forms(document):
        yield Word(first, last, "headline_form", f"form#headline_form:{form}")


def _without_nested(words: list[Word]) -> list[Word]:
    """The words without those that lie inside a longer one of their category, from another lexicon."""
    kept: list[Word] = []
    reach: dict[str, int] = {}
    for word in sorted(words, key=lambda word: (word.first, -word.last)):
        if word.last > reach.get(word.category, -1):
            kept.append(word)
            reach[word.category] = word.last
    return kept
