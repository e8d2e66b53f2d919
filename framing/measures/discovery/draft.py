"""From mentions to a draft topic lexicon: actors by frequency, with the words for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.article import Article
from framing.measures.discovery.entries import DraftEntry, Use, by_outlet, entries, form_of_text
from framing.measures.discovery.facts import is_person_key
from framing.measures.discovery.find import Discovery
from framing.measures.discovery.naming import display_names, ids, may_act, type_of

_RARE = 10
"""A form needs this part of the mentions that an actor needs."""


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


def draft(discovery: Discovery, articles: Sequence[Article], *, least: int) -> Draft:
    """The draft lexicon of a corpus. least: mentions from which an entity becomes an actor of it."""
    known = {article.article_id: article for article in articles}
    uses = [
        Use(found, known[article], discovery.reads[article].sentences[found.candidate.sentence])
        for article, every in discovery.mentions.items() for found in every
    ]  # fmt: skip
    by_key: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_key[use.found.key].append(use)
    counts = {key: len(every) for key, every in by_key.items()}
    names = display_names({key: _written(every) for key, every in by_key.items()}, {key: _heads(every) for key, every in by_key.items()})
    given = ids(names, counts)
    found = {key: [use.found.candidate for use in every] for key, every in by_key.items()}
    persons = {key: is_person_key(key, discovery.facts) for key in by_key}
    ordered = sorted(by_key, key=lambda key: (-counts[key], given[key]))
    chosen = [key for key in ordered if counts[key] >= least and may_act(key, found[key], persons[key])]
    words = entries(uses, chosen=set(chosen), names=names, fewest=max(1, least // _RARE))
    actors = [
        DraftActor(given[key], names[key], type_of(key, found[key], persons[key]), by_outlet(by_key[key]), words[key])
        for key in chosen if words.get(key)
    ]  # fmt: skip
    forms = {(actor.id, form_of_text(entry.text)): entry.text for actor in actors for entry in actor.entries}
    return Draft(actors, given, names, forms)


def _written(uses: Sequence[Use]) -> Counter[str]:
    return Counter(
        " ".join(use.found.candidate.plain.split()) for use in uses if use.found.candidate.is_name and use.found.own == use.found.key
    )


def _heads(uses: Sequence[Use]) -> Counter[str]:
    return Counter(use.found.candidate.head for use in uses if use.found.candidate.head)
