"""A parsed article as a plain value: token columns over the untouched text.

Measures read this and nothing of the parser, so they run on cached parses without it, and their tests need no model.
Columns are parallel lists with one item a token. Tokens cover the analysed text only; site furniture has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property


@dataclass(frozen=True)
class Document:
    """An article's text with its parse.

    text: the whole text as read, headline and furniture included.
    start, end: character offsets of each token.
    lemma, pos, tag, dep: base form, universal part of speech, Penn tag and ClearNLP dependency label of each token.
    head: index of each token's syntactic head; the root of a sentence is its own head.
    entity: entity type of each token ("PERSON", "ORG", "GPE", ...), "" outside entities.
    entity_start: whether an entity begins at the token.
    sentences: (first, after last) token index of each sentence.
    paragraphs: (first, after last) sentence index of each paragraph.
    headline: how many of the first paragraphs are the headline: 0 or 1.
    """

    article_id: str
    text: str
    start: Sequence[int]
    end: Sequence[int]
    lemma: Sequence[str]
    pos: Sequence[str]
    tag: Sequence[str]
    dep: Sequence[str]
    head: Sequence[int]
    entity: Sequence[str]
    entity_start: Sequence[bool]
    sentences: Sequence[tuple[int, int]]
    paragraphs: Sequence[tuple[int, int]]
    headline: int = 0

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def words(self) -> list[str]:
        """Each token as written."""
        text = self.text
        return [text[a:b] for a, b in zip(self.start, self.end)]

    @cached_property
    def lower(self) -> list[str]:
        """Each token in lower case, typographic apostrophes straightened."""
        return [word.lower().replace("’", "'") for word in self.words]

    @cached_property
    def folded(self) -> list[str]:
        """Each base form in lower case, typographic apostrophes straightened."""
        return [lemma.lower().replace("’", "'") for lemma in self.lemma]

    @cached_property
    def children(self) -> list[list[int]]:
        """Each token's direct dependents, in text order."""
        children: list[list[int]] = [[] for _ in self.start]
        for token, head in enumerate(self.head):
            if head != token:
                children[head].append(token)
        return children

    @cached_property
    def sentence_of(self) -> list[int]:
        """Index of each token's sentence."""
        out = [0] * len(self)
        for index, (first, last) in enumerate(self.sentences):
            out[first:last] = [index] * (last - first)
        return out

    @cached_property
    def paragraph_of(self) -> list[int]:
        """Index of each sentence's paragraph."""
        out = [0] * len(self.sentences)
        for index, (first, last) in enumerate(self.paragraphs):
            out[first:last] = [index] * (last - first)
        return out

    @cached_property
    def is_word(self) -> list[bool]:
        """Whether each token counts as a word: it holds a letter or digit and is no clitic."""
        return [any(map(str.isalnum, word)) and not word.startswith(("'", "’")) for word in self.words]

    def ancestors(self, token: int) -> Iterator[int]:
        """The token's heads up to the root of its sentence."""
        while (head := self.head[token]) != token:
            yield head
            token = head

    def subtree(self, token: int) -> list[int]:
        """The token and all it governs, in text order."""
        found, stack = [], [token]
        while stack:
            found.append(top := stack.pop())
            stack.extend(self.children[top])
        return sorted(found)

    def with_relations(self, dep: Sequence[str]) -> Document:
        """The document with other dependency labels; what was worked out from its other columns stays worked out."""
        made = replace(self, dep=dep)
        vars(made).update((name, value) for name, value in vars(self).items() if name not in vars(made))
        return made

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of the tokens from first to last, both included."""
        return self.start[first], self.end[last]
