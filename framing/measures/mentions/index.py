"""A topic lexicon made ready: one matcher over all actors, and what each word says about whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from framing.document import Document
from framing.lexicon import Match, Matcher, TermLexicon, TopicLexicon
from framing.lexicon.entry import fold
from framing.lexicon.model import Actor, Entry
from framing.measures import gender
from framing.measures.mentions.lemma import base_form, is_misspelt
from framing.measures.mentions.vocabulary import may_occur, told

Actors = frozenset[str]
NOBODY: Actors = frozenset()


def lost_marks(document: Document) -> bool:
    """Whether there is not one apostrophe in the text: some archives and scrapers drop them, and commas and colons with them."""
    return "'" not in document.text and "’" not in document.text


@dataclass(frozen=True, slots=True)
class Found:
    """All that the lexicon says about one span of tokens (first and last included): entry ids by actor, one mapping a kind."""

    first: int
    last: int
    name: Mapping[str, str]
    label: Mapping[str, str]
    ambiguous: Mapping[str, str]
    modifier: Mapping[str, str]

    @property
    def own(self) -> Actors:
        """Actors that the span names or labels by itself."""
        return frozenset(self.name) | frozenset(self.label)

    @property
    def is_phrase(self) -> bool:
        """Whether it can be a mention: a modifier alone cannot."""
        return bool(self.name or self.label or self.ambiguous)


@dataclass(frozen=True)
class Index:
    """Topic and terms, compiled.

    types: actor -> its type. genders: person -> he or she, where the names tell. owners: actor -> actors for which its names or labels
    decide as modifier or possessor ("Assad's" -> the government and its forces). modifiers: modifier as written, folded -> actors.
    """

    topic: Matcher
    terms: Matcher
    types: Mapping[str, str]
    owners: Mapping[str, Actors]
    modifiers: Mapping[str, Actors]
    names: Mapping[str, tuple[str, ...]]
    genders: Mapping[str, str]

    @cached_property
    def about(self) -> str:
        """All that it says besides what its matchers find, as text: equal for lexicons that tell the same of the actors."""
        told = (self.types, self.owners, self.modifiers, self.names, self.genders)
        return repr([[(key, sorted(one) if isinstance(one, frozenset) else one) for key, one in about.items()] for about in told])

    def within(self, words: Collection[str]) -> list[str]:
        """The topic's entries that could be found among the words (`vocabulary`), as text in the order of the lexicon."""
        words = frozenset(words)
        return [text for entry, text in self._told if may_occur(entry, words)]

    @cached_property
    def _told(self) -> list[tuple[Entry, str]]:
        actors = self.topic.lexicon.actors.values()
        return [(entry, told(entry)) for actor in actors for entry in (*actor.exceptions, *actor.entries)]

    def find(self, document: Document) -> list[Found]:
        """The lexicon's spans in text order; a span stands once."""
        spans: dict[tuple[int, int], dict[str, dict[str, str]]] = {}
        for match in self._matches(document):
            kinds = spans.setdefault((match.first, match.last), {"name": {}, "label": {}, "ambiguous": {}, "modifier": {}})
            kinds[match.kind][match.group] = match.entry.id
        return [Found(first, last, **kinds) for (first, last), kinds in spans.items()]

    def _matches(self, document: Document) -> list[Match]:
        """The matches; in a text that lost its apostrophes, words are read without the `s` of a possessor: names and "armys"."""
        lemmas = [base_form(document, token) for token in range(len(document))]
        if not lost_marks(document):
            return self.topic.find_in(document, lemmas=lemmas)
        owner = [len(word) > 2 and word.endswith("s") and (word[0].isupper() or is_misspelt(word)) for word in document.words]
        bare = [word[:-1] if owns else word for word, owns in zip(document.words, owner)]
        return self.topic.find_in(
            document, lemmas=[word if owns else lemma for word, owns, lemma in zip(bare, owner, lemmas)], written=bare
        )

    def decides(self, found: Found) -> Actors:
        """The actors for which the span decides when it stands before, or owns, an ambiguous head."""
        own = found.own
        return own.union(found.modifier, *(self.owners[actor] for actor in own))


@lru_cache(maxsize=8)
def _compiled(key: _Lexicons) -> Index:
    topic = key.topic
    modifiers: dict[str, set[str]] = defaultdict(set)
    for actor in topic.actors.values():
        for entry in actor.modifiers:
            modifiers[fold(entry.text)].add(actor.id)
    owners = {
        actor.id: frozenset[str]().union(*(modifiers.get(fold(entry.text), ()) for entry in (*actor.names, *actor.labels))) - {actor.id}
        for actor in topic.actors.values()
    }
    return Index(
        Matcher(topic), Matcher(key.terms), {actor.id: actor.type for actor in topic.actors.values()}, owners,
        {text: frozenset(actors) for text, actors in modifiers.items()},
        {actor.id: tuple(fold(entry.text) for entry in actor.names) for actor in topic.actors.values()},
        {actor.id: known for actor in topic.actors.values() if actor.type == "person" and (known := _gender(actor))},
    )  # fmt: skip


def _gender(actor: Actor) -> str | None:
    told = {known for entry in actor.names if (known := gender.of_name(entry.text.split()))}
    return told.pop() if len(told) == 1 else None


@dataclass(frozen=True, eq=False)
class _Lexicons:
    """A pair of lexicons as a key: by identity, since lexicons hold mappings and cannot be hashed."""

    topic: TopicLexicon
    terms: TermLexicon

    def __hash__(self) -> int:
        return hash((id(self.topic), id(self.terms)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Lexicons) and other.topic is self.topic and other.terms is self.terms


def compiled(topic: TopicLexicon, terms: TermLexicon) -> Index:
    """The index of two lexicons, made once for each pair."""
    return _compiled(_Lexicons(topic, terms))
