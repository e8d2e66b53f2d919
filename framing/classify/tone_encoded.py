"""What the network of the neural model reads of a target: vectors of a sentence encoder, averaged over parts of the sentence.

Before the encoder reads the sentence, a word for the kind of the target stands in for it ("someone", "the group"), so that its name
cannot speak; what is read at that word is what the sentence says of whoever stands there. The parts are some of the regions over which
the default model averages word vectors (tone_regions.REGIONS), and the stand-in itself.
"""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from framing.classify.encoder import DIMENSIONS, Encoder
from framing.classify.tone_regions import REGIONS, weights
from framing.classify.tone_sentence import Placed, Sentence

READ = ("sentence", "clause", "left", "right", "near", "own", "^subj1", "^obj1")
"""Regions that are averaged."""
STAND_INS = {"PERSON": "someone", "ORG": "the group", "GPE": "the country", "NORP": "the people"}
"""What stands for a name, by its kind; for a pronoun stands "they", for anything else "it"."""
LENGTH = (len(READ) + 1) * DIMENSIONS
"""How many numbers are found of a target."""
_ROWS = [REGIONS.index(region) for region in READ]


def vectors(shared: Sentence, target: Placed, encoder: Encoder) -> np.ndarray:
    """((regions + 1) * 384,) float32: of each region the mean of its words' vectors, zeros without words; and the stand-in's."""
    own, of_token = by_token(shared, target, encoder)
    heard = [token for token, *_ in shared.linked if target.gap(token)]
    found = np.zeros((len(READ) + 1, DIMENSIONS), dtype=np.float32)
    if heard:
        weight = np.array(weights(shared, target, heard), dtype=np.float32).reshape(len(REGIONS), len(heard))[_ROWS]
        found[:-1] = weight @ of_token[[token - shared.first for token in heard]] / np.maximum(weight.sum(axis=1), 1.0)[:, None]
    found[-1] = own
    return found.ravel()


def by_token(shared: Sentence, target: Placed, encoder: Encoder) -> tuple[np.ndarray, np.ndarray]:
    """The stand-in's vector, and (tokens, 384) of the sentence's tokens: the mean of each one's pieces, zeros for those of the target.

    Rounded to half precision, which is more than the encoder's 8-bit weights are good for.
    """
    document, first, last = shared.document, shared.first, shared.last
    begin, end = document.start[first], document.end[last - 1]
    left, right = document.start[max(target.first, first)] - begin, document.end[min(target.last, last) - 1] - begin
    text = document.text[begin:end]
    word = stand_in(shared, target)
    behind = left + len(word)
    spans, states = encoder.encode(text[:left] + word + text[right:], left)
    found, pieces = np.zeros((last - first + 1, DIMENSIONS), dtype=np.float32), np.zeros(last - first + 1)
    for (start, after), state in zip(spans, states):
        row = last - first
        if start >= behind or after <= left:
            row = bisect_right(document.start, start + begin + (right - behind if start >= behind else 0)) - 1 - first
        found[row] += state
        pieces[row] += 1
    found /= np.maximum(pieces, 1)[:, None]
    found = found.astype(np.float16).astype(np.float32)
    return found[-1], found[:-1]


def stand_in(shared: Sentence, target: Placed) -> str:
    """What the encoder reads in place of the target."""
    document, head = shared.document, target.head
    return STAND_INS.get(document.entity[head], "they" if document.pos[head] == "PRON" else "it")
