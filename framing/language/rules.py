"""The rules by which the model turns tags into word classes, looked up by token instead of tried anew at each.

spaCy's attribute ruler tries each of its patterns at each token, which is a sixth of the time of a parse. What a pattern asks of a token
depends on a few attributes, so the answer is remembered by these. The annotations are the same to the last one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

SEEN = frozenset(("ORTH", "LOWER", "TAG", "DEP", "IS_SPACE"))
"""What a pattern may ask of a token for the answer to be remembered. Patterns that repeat or negate tokens (OP) ask more."""

REMEMBERED = 100_000
"""Tokens, by their attributes, whose answers are kept: some 20 MB."""

Step = tuple[int, int]
"""Number of a pattern and place of a token in it."""


def can_look_up(ruler: AttributeRuler) -> bool:
    """Whether all patterns ask no more than can be remembered."""
    return all(SEEN.issuperset(token) for one in ruler.patterns for pattern in one["patterns"] for token in pattern)


class Rules:
    """An attribute ruler's rules: called with a doc that has tags and dependencies, they set what the ruler would set."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        numbered = [(rule, pattern) for rule, one in enumerate(ruler.patterns) for pattern in one["patterns"]]
        self._rule = [rule for rule, _ in numbered]
        self._length = [len(pattern) for _, pattern in numbered]
        self._attributes = sorted({name for _, pattern in numbered for token in pattern for name in token} | {"ORTH"})
        self._steps = type(ruler.matcher)(ruler.vocab)
        self._meaning: dict[int, Step] = {}
        for number, (_, pattern) in enumerate(numbered):
            for place, token in enumerate(pattern):
                name = f"pattern {number}, token {place}"
                self._steps.add(name, [[token]])
                self._meaning[ruler.vocab.strings[name]] = number, place
        self._known: dict[tuple[int, ...], tuple[Step, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The doc, annotated."""
        if len(self._known) > REMEMBERED:
            self._known.clear()
        tokens = list(map(tuple, doc.to_array(self._attributes).tolist()))
        unknown = {token: place for place, token in enumerate(tokens) if token not in self._known}
        if unknown:
            self._learn(doc, unknown)
        matches = sorted(self._matches([self._known[token] for token in tokens]))  # by rule: later ones have precedence
        self._ruler.set_annotations(doc, matches)
        return doc

    def _matches(self, steps: Sequence[tuple[Step, ...]]) -> Iterator[tuple[int, int, int, int]]:
        """(rule, label, first token, end) of each match, as the ruler sets annotations from."""
        for start, here in enumerate(steps):
            for number, place in here:
                if place == 0:
                    end = start + self._length[number]
                    later = enumerate(steps[start + 1 : end], start=1)
                    if end <= len(steps) and all((number, after) in found for after, found in later):
                        yield self._rule[number], 0, start, end

    def _learn(self, doc: Doc, unknown: Mapping[tuple[int, ...], int]) -> None:
        """Asks the patterns about tokens of the doc (attributes -> place) not met before, set apart in a doc of their own."""
        met = [doc[place] for place in unknown.values()]
        apart = type(doc)(doc.vocab, words=[one.text for one in met], tags=[one.tag_ for one in met], deps=[one.dep_ for one in met])
        steps: list[list[Step]] = [[] for _ in met]
        for name, start, _ in self._steps(apart, allow_missing=True):
            steps[start].append(self._meaning[name])
        self._known.update((token, tuple(found)) for token, found in zip(unknown, steps))
