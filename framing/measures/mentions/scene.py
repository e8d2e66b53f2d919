"""What the rules of resolution look at: a document with its phrases, and who is already known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from framing.document import Document
from framing.measures import gender
from framing.measures.mentions.index import Found, Index
from framing.measures.mentions.lemma import base_form
from framing.measures.mentions.phrases import Phrase, is_person
from framing.measures.mentions.words import RELATIONAL

Resolution = tuple[str | None, str | None]
"""(actor, what decided), both None when nothing does."""

UNRESOLVED: Resolution = (None, None)
Ask = Callable[[int], str | None]
"""The actor of a phrase by its number, resolved on demand."""

_PLURAL = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True)
class Scene:
    """A document under resolution. found: the lexicon's spans; phrases: the mentions to be, numbered as they stand; done: by number."""

    document: Document
    found: Sequence[Found]
    phrases: Sequence[Phrase]
    index: Index
    done: dict[int, Resolution] = field(default_factory=dict)

    @cached_property
    def spans(self) -> Mapping[int, Found]:
        """The lexicon's span at each token that has one."""
        return {token: span for span in self.found for token in range(span.first, span.last + 1)}

    @cached_property
    def at(self) -> Mapping[int, int]:
        """The number of the phrase whose head or name stands at a token; its premodifiers do not count."""
        numbered = enumerate(self.phrases)
        return {token: number for number, phrase in numbered for token in range(phrase.found.first, phrase.last + 1)}

    def known(self, number: int) -> str | None:
        """The actor of a phrase, if it is resolved already."""
        return self.done.get(number, UNRESOLVED)[0]

    def lemma(self, phrase: Phrase) -> str:
        """The lemma of the phrase's head, in lower case."""
        return base_form(self.document, phrase.head)

    def is_plural(self, phrase: Phrase) -> bool:
        """Whether the phrase is a label in the plural."""
        return phrase.kind == "label" and self.document.tag[phrase.head] in _PLURAL

    def is_headline(self, phrase: Phrase) -> bool:
        """Whether the phrase stands in the headline, where articles are left out."""
        return self.document.paragraph_of[self.document.sentence_of[phrase.head]] < self.document.headline

    def is_relational(self, phrase: Phrase) -> bool:
        """Whether the head says what somebody is to its possessor ("ally")."""
        return self.lemma(phrase) in RELATIONAL

    def is_person(self, phrase: Phrase) -> bool:
        """Whether the phrase names a person."""
        unlisted = not phrase.found.name and phrase.last != phrase.found.last
        return unlisted or (phrase.kind == "name" and is_person(self.document, phrase.found, self.index))

    def gender(self, phrase: Phrase, actor: str | None) -> str | None:
        """Whether the person is a he or a she: by what the text tells, else by the names of the actor; None where neither does."""
        return self._genders(phrase.head) or (self.index.genders.get(actor) if actor else None)

    @cached_property
    def _genders(self) -> Callable[[int], str | None]:
        return gender.genders(self.document)
