"""What a scorer is asked about: an attribution that the rules propose, by token."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from framing.article import Span
from framing.document import Document


@dataclass(frozen=True)
class Candidate:
    """A proposed attribution.

    cue, source, content: token indexes in text order; content is never empty. cue_head, source_head: the tokens that govern, None where
    there is none. lemma, stance, rule, form: as the rules name them, "" where they do not. kept: whether the rules by themselves keep it.
    """

    cue: tuple[int, ...]
    cue_head: int | None
    source: tuple[int, ...]
    source_head: int | None
    content: tuple[int, ...]
    lemma: str
    stance: str
    rule: str
    form: str
    kept: bool

    @property
    def anchor(self) -> int:
        """The token that it hangs on: the cue's head, else the content's first."""
        return self.content[0] if self.cue_head is None else self.cue_head


def tokens_in(document: Document, spans: Iterable[Span]) -> tuple[int, ...]:
    """The tokens that any of the character spans touches, in text order."""
    found: set[int] = set()
    for start, end in spans:
        found.update(range(bisect.bisect_right(document.end, start), bisect.bisect_left(document.start, end)))
    return tuple(sorted(found))


@dataclass(frozen=True)
class Ground:
    """A document with what many features ask of it."""

    document: Document

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """First and last token of what each token governs."""
        first, last = list(range(len(self.document))), list(range(len(self.document)))
        for token in range(len(self.document)):
            for above in self.document.ancestors(token):
                first[above], last[above] = min(first[above], token), max(last[above], token)
        return first, last

    @cached_property
    def words(self) -> list[str]:
        """Each token in lower case; of names and numbers the part of speech, so that nothing is learned of a name."""
        document = self.document
        named = zip(document.lower, document.pos, document.entity)
        return [pos if pos in ("PROPN", "NUM") or entity else word for word, pos, entity in named]

    @cached_property
    def marks(self) -> list[str]:
        """Each punctuation mark, of other tokens the part of speech."""
        return [word if pos == "PUNCT" else pos for word, pos in zip(self.document.words, self.document.pos)]

    @cached_property
    def _stops(self) -> list[int]:
        return [0, *accumulate(pos == "PUNCT" for pos in self.document.pos)]

    @cached_property
    def _verbs(self) -> list[int]:
        return [0, *accumulate(pos == "VERB" for pos in self.document.pos)]

    def stops(self, first: int, last: int) -> int:
        """Punctuation marks from first up to, not including, last; at most 3."""
        return min(3, self._stops[last] - self._stops[first]) if first < last else 0

    def verbs(self, first: int, last: int) -> int:
        """Verbs in the same stretch; at most 3."""
        return min(3, self._verbs[last] - self._verbs[first]) if first < last else 0

    def way(self, token: int, to: int, above: frozenset[int]) -> str:
        """How a token is reached from another: the relations from it up to that one, at most four, else what they have to do.

        above: the ancestors of `to`.
        """
        document, labels, at = self.document, [], token
        while at != to and len(labels) < 4:
            labels.append(document.dep[at])
            if document.head[at] == at:
                break
            at = document.head[at]
        if at == to:
            return "<".join(labels) or "self"
        if token in above:
            return f"above {document.dep[to]}"
        return f"beside {labels[0]}" if document.head[token] == document.head[to] else "far"
