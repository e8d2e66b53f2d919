"""The polarity of single words in a parsed sentence, from the VADER lexicon, with negation and degree.

Source of the lexicon: Hutto & Gilbert 2014, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text (ICWSM);
read from the data file of the `vaderSentiment` package (MIT).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

from framing.document import Document

NEGATORS = frozenset((
    "not", "n't", "no", "never", "neither", "nor", "none", "nobody", "nothing", "without", "hardly", "barely", "scarcely",
    "cannot", "seldom", "rarely",
))  # fmt: skip
BOOSTERS = frozenset((
    "very", "extremely", "deeply", "highly", "utterly", "totally", "completely", "absolutely", "so", "too", "really",
    "especially", "particularly", "most", "more", "hugely", "massively", "profoundly", "bitterly", "severely",
))  # fmt: skip
DAMPENERS = frozenset((
    "slightly", "somewhat", "rather", "fairly", "partly", "partially", "almost", "nearly", "little", "less", "least", "mildly",
))  # fmt: skip
NEGATED = -0.74
"""What negation does to a word's valence, as VADER measured it: it flips and weakens."""
DEGREE = 0.293
"""What a word of degree adds to or takes from a valence of 1 to 4, as VADER measured it."""
NOT_POLAR = frozenset((
    "like", "united", "god", "share", "well", "help", "number", "party", "security", "natural", "important", "certain",
    "want", "please", "special",
))  # fmt: skip
"""Entries of VADER that in news are mostly no evaluation ("like" as a preposition, "share" of a market)."""


@cache
def lexicon() -> Mapping[str, float]:
    """Mean valence (-4 to 4) of about 7,500 words."""
    lines = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split("\t") for line in lines if line.strip())
    return MappingProxyType({word: float(mean) for word, mean, *_ in entries if word not in NOT_POLAR})


def negated(document: Document, token: int, first: int) -> bool:
    """Whether a negator governs the token: among its own dependents, its auxiliary verb's, or up to three words before it in its phrase."""
    lower = document.lower
    if any(lower[child] in NEGATORS for child in document.children[token]):
        return True
    head = document.head[token]
    if document.dep[token] in ("acomp", "attr", "xcomp", "dobj") and any(
        lower[child] in NEGATORS and child < token for child in document.children[head]
    ):
        return True
    for before in range(token - 1, max(first, token - 4) - 1, -1):
        if lower[before] in NEGATORS:
            return True
        if document.pos[before] in ("PUNCT", "CCONJ", "SCONJ", "VERB"):
            return False
    return False


def valence(document: Document, token: int, first: int) -> float:
    """The token's valence in its sentence (which begins at token `first`), -4 to 4; 0 for names and words without polarity."""
    value = _rated(document.lower[token], document.lemma[token])
    return _in_context(document, token, first, value) if value else 0.0


def valences(document: Document, first: int, last: int) -> list[float]:
    """The valence of each token of a sentence, from token first to before last."""
    rated = map(_rated, document.lower[first:last], document.lemma[first:last])
    return [_in_context(document, token, first, value) if value else 0.0 for token, value in enumerate(rated, first)]


@lru_cache(maxsize=1 << 14)
def _rated(word: str, lemma: str) -> float:
    """What the lexicon says of the word, else of its lemma."""
    known = lexicon()
    return known.get(word) or known.get(lemma.lower(), 0.0)


def _in_context(document: Document, token: int, first: int, value: float) -> float:
    """The value with words of degree and negation; names have none."""
    if document.entity[token] and document.pos[token] == "PROPN":
        return 0.0
    degree = DEGREE if value > 0 else -DEGREE
    for before in range(max(first, token - 2), token):
        word = document.lower[before]
        value += degree if word in BOOSTERS else -degree if word in DAMPENERS else 0.0
    value = max(-4.0, min(4.0, value))
    return value * NEGATED if value and negated(document, token, first) else value
