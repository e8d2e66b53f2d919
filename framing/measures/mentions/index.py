"""A topic lexicon made ready: one matcher over all actors, and what each word says about whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from framing.document import Document
from framing.lexicon import Matcher, TermLexicon, TopicLexicon
from framing.lexicon.entry import fold

Actors = frozenset[str]
NOBODY: Actors = frozenset()


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

    types: actor -> its type. owners: actor -> actors for which its names or labels decide as modifier or possessor ("Assad's" -> the
    government and its forces). modifiers: modifier as written, folded -> actors.
    """

    topic: Matcher
    terms: Matcher
    types: Mapping[str, str]
    owners: Mapping[str, Actors]
    modifiers: Mapping[str, Actors]
    names: Mapping[str, tuple[str, ...]]

    def find(self, document: Document) -> list[Found]:
        """The lexicon's spans in text order; a span stands once."""
        spans: dict[tuple[int, int], dict[str, dict[str, str]]] = {}
        lemmas = [_singular(lemma) if pos == "PROPN" else lemma for lemma, pos in zip(document.lemma, document.pos)]
        for match in self.topic.find_in(document, lemmas=lemmas):
            kinds = spans.setdefault((match.first, match.last), {"name": {}, "label": {}, "ambiguous": {}, "modifier": {}})
            kinds[match.kind][match.group] = match.entry.id
        return [Found(first, last, **kinds) for (first, last), kinds in spans.items()]

    def decides(self, found: Found) -> Actors:
        """The actors for which the span decides when it stands before, or owns, an ambiguous head."""
        own = found.own
        return own.union(found.modifier, *(self.owners[actor] for actor in own))


def _singular(lemma: str) -> str:
    """The singular of a word that the parser took for a name, whose plural it leaves as it is ("Rebels" in a heading)."""
    if len(lemma) < 4 or not lemma.endswith("s") or lemma.isupper():
        return lemma
    return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]


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
    )  # fmt: skip


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
