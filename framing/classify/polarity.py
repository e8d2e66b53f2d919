"""The polarity of single words in a parsed sentence, from the VADER lexicon, with negation and degree.

Source of the lexicon: Hutto & Gilbert 2014, VADER: A Parsimonious Rule-based Model for Sentiment Analysis of Social Media Text (ICWSM);
read from the data file of the `vaderSentiment` package (MIT).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
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
    value = _listed(document, token, first)
    return value * NEGATED if value and negated(document, token, first) else value


def valences(document: Document, first: int, last: int) -> list[float]:
    """The valence of each token of a sentence, from token first to before last."""
    values = [_listed(document, token, first) for token in range(first, last)]
    if NEGATORS.isdisjoint(document.lower[first:last]):
        return values
    return [value * NEGATED if value and negated(document, token, first) else value for token, value in enumerate(values, first)]


def _listed(document: Document, token: int, first: int) -> float:
    """The token's valence with words of degree, before negation."""
    word = document.lower[token]
    known = lexicon()
    value = known.get(word) or known.get(document.lemma[token].lower(), 0.0)
    if not value or (document.entity[token] and document.pos[token] == "PROPN"):
        return 0.0
    degree = DEGREE if value > 0 else -DEGREE
    for before in range(max(first, token - 2), token):
        word = document.lower[before]
        value += degree if word in BOOSTERS else -degree if word in DAMPENERS else 0.0
    return max(-4.0, min(4.0, value))
