"""Frames by a model that was trained on a researcher's own codes: which of the codes a text has, any number of them.

What it sees: base forms and pairs of them, the hits of the frame lexicons, and the mean of the words' vectors; of a whole text, so a
text may be a sentence, a paragraph or an article, but should be what the coders were shown. No such model ships.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from math import sqrt

from framing import lexicon
from framing.classify import linear, seen, several
from framing.classify.seen import Seen
from framing.document import Document

TASK = "frames"
ENDING = "-frames"
"""How the ids of lexicons of frames end."""


@dataclass(frozen=True)
class FramesModel:
    """A model that `framing train frames` fitted."""

    linear: linear.Linear

    @property
    def name(self) -> str:
        """Name and version of the weights."""
        return self.linear.name

    @cached_property
    def cuts(self) -> Mapping[str, float]:
        """The probability from which each code is given."""
        return dict(zip(self.linear.labels, self.linear.cuts))

    def judge(self, document: Document) -> dict[str, float]:
        """The probability of each code in a text."""
        return dict(zip(self.linear.labels, several.probabilities(self.linear, [features(document).row])[0].tolist()))


def from_bytes(weights: bytes) -> FramesModel:
    """The model of a file that `framing train frames` wrote. Raises linear.WeightsError when it is none."""
    fitted = linear.from_bytes(weights)
    if fitted.task != TASK or not fitted.cuts:
        raise linear.WeightsError(f"these weights are of the task {fitted.task or 'tone or loaded'}, not {TASK}")
    return FramesModel(fitted)


def features(document: Document) -> Seen:
    """All features of a text."""
    tokens = [token for token in seen.spoken(document) if document.pos[token] not in ("DET", "PUNCT", "AUX")]
    named, places = seen.collected(seen.word_features(document, tokens), seen.pair_features(document, tokens))
    size = len(tokens) or 1
    named |= {f"list:{name}": sqrt(100 * hits / size) for name, hits in lists(document).items()}
    return Seen(named, seen.mean_vector(document, tokens), places)


def lists(document: Document) -> dict[str, int]:
    """Hits of each group of the frame lexicons that ship, by lexicon#group."""
    found: dict[str, int] = {}
    for matcher in _matchers():
        for match in matcher.find_in(document):
            name = f"{matcher.lexicon.id}#{match.group}"
            found[name] = found.get(name, 0) + 1
    return found


@cache
def _matchers() -> tuple[lexicon.Matcher, ...]:
    return tuple(lexicon.Matcher(lexicon.load(name)) for name in lexicon.available() if name.endswith(ENDING))
