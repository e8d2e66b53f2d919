"""From mentions to a draft topic lexicon: actors by frequency, and for each the words for it with what speaks for and against them.

A form decides by itself (names, labels) when at least four of five of its mentions are of one actor; a head that actors share is ambiguous.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from framing.article import Article
from framing.lexicon.entry import parse_entry
from framing.measures.discovery import Discovery, Found
from framing.measures.discovery.naming import display_names, ids, may_act, type_of
from framing.measures.discovery.resolve import is_person_key
from framing.measures.discovery.words import GENERIC

_DECIDES = 0.8
_SHARES = 0.1
_EXAMPLE = 160
_RARE = 10
"""A form needs this part of the mentions that an actor needs."""
_HEADS = 3
"""Uses from which a bare head can be a label."""


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """One form. kind: names, labels or ambiguous; outlets: mentions by outlet; example: (outlet, text around a mention); doubt: why, or empty.

    longer: forms with more modifiers that the entry finds too ("illegal immigrant" under "immigrant"), with their counts, which outlets includes.
    """

    text: str
    kind: str
    outlets: Mapping[str, int]
    example: tuple[str, str]
    doubt: str
    longer: Mapping[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Mentions of the actor with this form."""
        return sum(self.outlets.values())


@dataclass(frozen=True, slots=True)
class DraftActor:
    """A discovered actor; mentions: by outlet, those included that no entry of its own finds."""

    id: str
    name: str
    type: str
    mentions: Mapping[str, int]
    entries: Sequence[DraftEntry]

    @property
    def count(self) -> int:
        """All its mentions."""
        return sum(self.mentions.values())


@dataclass(frozen=True)
class Draft:
    """The actors with entries, most mentioned first, and id and display name of every entity by its key."""

    actors: Sequence[DraftActor]
    ids: Mapping[str, str]
    names: Mapping[str, str]
    entries: Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class _Use:
    """A mention with where it stands."""

    found: Found
    article: Article
    sentence: tuple[int, int]


def draft(discovery: Discovery, articles: Sequence[Article], *, least: int) -> Draft:
    """The draft lexicon of a corpus. least: mentions from which an entity becomes an actor of it."""
    known = {article.article_id: article for article in articles}
    uses = [
        _Use(found, known[article], discovery.reads[article].sentences[found.candidate.sentence])
        for article, every in discovery.mentions.items() for found in every
    ]  # fmt: skip
    by_key: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        by_key[use.found.key].append(use)
    counts = {key: len(every) for key, every in by_key.items()}
    names = display_names({key: _written(every) for key, every in by_key.items()}, {key: _heads(every) for key, every in by_key.items()})
    given = ids(names, counts)
    found = {key: [use.found.candidate for use in every] for key, every in by_key.items()}
    persons = {key: is_person_key(key, discovery.facts) for key in by_key}
    ordered = sorted(by_key, key=lambda key: (-counts[key], given[key]))
    chosen = [key for key in ordered if counts[key] >= least and may_act(key, found[key], persons[key])]
    entries = _entries(uses, set(chosen), counts, names, max(1, least // _RARE))
    actors = [
        DraftActor(given[key], names[key], type_of(key, found[key], persons[key]), _outlets(by_key[key]), entries[key])
        for key in chosen if entries.get(key)
    ]  # fmt: skip
    forms = {(actor.id, form_of_text(entry.text)): entry.text for actor in actors for entry in actor.entries}
    return Draft(actors, given, names, forms)


def form_of_text(text: str) -> str:
    """What makes two forms one entry."""
    return text.lower().replace("’", "'")


def form(found: Found) -> tuple[str, str]:
    """(kind, text) of the entry that a mention asks for: its name without titles, or modifiers and head lemma."""
    one = found.candidate
    if one.is_name:
        return "names", " ".join(one.plain.split())
    words = " ".join(one.text.split()).lower().replace("’", "'")
    return "labels", words if one.last != one.token else _with_lemma(words, one.head)


def _with_lemma(words: str, lemma: str) -> str:
    before, space, last = words.rpartition(" ")
    hyphen = last.rfind("-")
    return before + space + (last[: hyphen + 1] if hyphen > 0 and last[hyphen + 1 :].startswith(lemma[:3]) else "") + lemma


def _written(uses: Sequence[_Use]) -> Counter[str]:
    return Counter(" ".join(use.found.candidate.plain.split()) for use in uses if use.found.candidate.is_name and use.found.own == use.found.key)


def _heads(uses: Sequence[_Use]) -> Counter[str]:
    return Counter(use.found.candidate.head for use in uses if use.found.candidate.head)


def _outlets(uses: Sequence[_Use]) -> dict[str, int]:
    counts = Counter(use.article.outlet for use in uses)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


