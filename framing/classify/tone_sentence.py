"""A sentence as a classifier of tone reads it, and a target in it: what all features of a target are made from.

What the targets of a sentence share is found once. The target's own name and all other names are shown as their kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np

from framing.classify import syntax, words
from framing.classify.polarity import NEGATED, NEGATORS, negated, valences
from framing.classify.syntax import CONTENT, HERE, SKIPPED, Path
from framing.document import Document

CONTRAST = frozenset((
    "but", "although", "though", "however", "yet", "while", "whereas", "despite", "nevertheless", "nonetheless", "still",
    "instead",
))  # fmt: skip
QUOTES = frozenset(('"', "“", "”", "''", "``", "‘‘"))
ACTORS = frozenset(("PERSON", "ORG", "NORP", "GPE"))
WEAKEST = 0.5
"""An induced valence below this is noise and counts nothing."""


@dataclass(frozen=True)
class Sentence:
    """What all targets of one sentence share.

    polar: (token, valence) of each polar word, from the lexicon or induced, with negation.
    kept: the shape of each token that is no punctuation: its lemma, or the kind of name it is, "!" before negated words.
    kept_before: how many are kept before each token, and in all.
    linked: (token, shape, place among the kept) of the words that relations are told of.
    spoken_in: places among the kept of the words of each clause, by its head.
    heard: tokens that have a vector; vectors: (heard, dimensions), with their leanings, weakened and turned round for negated words.
    quoted: inside quotation marks. clause: the head of each token's clause. subject: the head of its clause's subject, or None.
    owners: whose clause it is that has such a subject, for a target that is not that subject itself.
    relation: of each token to its head. asked: of each, whether it matters how it is reached.
    turn: the last word of contrast, or None. names: how many names of actors there are.
    """

    document: Document
    first: int
    last: int
    polar: Sequence[tuple[int, float]]
    kept: Sequence[str]
    kept_before: Sequence[int]
    linked: Sequence[tuple[int, str, int]]
    spoken_in: Mapping[int, Sequence[int]]
    heard: Sequence[int]
    vectors: np.ndarray
    quoted: Sequence[bool]
    clause: Sequence[int]
    subject: Sequence[int | None]
    owners: Mapping[int | None, str]
    relation: Sequence[str]
    asked: Sequence[bool]
    turn: int | None
    names: int


@dataclass(frozen=True)
class Placed:
    """A target in its sentence: first, after last and head token.

    paths: for each token asked for the path of relations that leads there from the target. owner: whose clause it is, for each subject:
    own (the target is the subject), other (another name or person is), none.
    """

    first: int
    last: int
    head: int
    paths: Mapping[int, Path]
    owner: Mapping[int | None, str]

    def gap(self, token: int) -> int:
        """Tokens from the target to the token, counted from 1; 0 inside the target."""
        return self.first - token if token < self.first else max(0, token - self.last + 1)


def sentence(document: Document, index: int) -> Sentence:
    """The shared part of a sentence."""
    first, last = document.sentences[index]
    tokens, here = range(first, last), slice(first, last)
    lower, pos, dep, entity = document.lower[here], document.pos[here], document.dep[here], document.entity[here]
    seen = list(map(_word, lower, document.lemma[here], pos, entity))
    if NEGATORS.isdisjoint(lower):
        flipped = [False] * len(seen)
        shape = [one.shape for one in seen]
    else:
        flipped = [one in CONTENT and negated(document, token, first) for token, one in zip(tokens, pos)]
        shape = ["!" + one.shape if flip else one.shape for one, flip in zip(seen, flipped)]
    clause, subject = syntax.clauses(document, first, last), syntax.subjects(document, first, last)
    before = [0, *accumulate(one.kept for one in seen)]
    spoken_in: dict[int, list[int]] = {}
    for one, at, head in zip(seen, before, clause):
        if one.spoken:
            spoken_in.setdefault(head, []).append(at)
    known = words.load()
    heard = [at for at, one in enumerate(seen) if one.row is not None]
    read = known.toned[[seen[at].row for at in heard]]
    if any(flipped):
        read = read * np.array([-0.5 if flipped[at] else 1.0 for at in heard], dtype=np.float32)[:, None]
    judged = [
        value or (one.induced * NEGATED if flip else one.induced)
        for value, one, flip in zip(valences(document, first, last), seen, flipped)
    ]
    linked = [one.spoken and link not in SKIPPED for one, link in zip(seen, dep)]
    owners = {one: _owner(document, one) for one in set(subject)}
    turns = [token for token, word in zip(tokens, lower) if word in CONTRAST]
    return Sentence(
        document, first, last,
        polar=[(token, value) for token, value in zip(tokens, judged) if value],
        kept=[spelt for spelt, one in zip(shape, seen) if one.kept], kept_before=before,
        linked=[(token, spelt, at) for token, spelt, at, link in zip(tokens, shape, before, linked) if link],
        spoken_in=spoken_in,
        heard=[first + at for at in heard], vectors=read, quoted=_quoted(document.words[here]),
        clause=clause, subject=subject, owners=owners,
        relation=[syntax.relation(document, token) for token in tokens],
        asked=[
            bool(link or value or below or one.row is not None or token in owners)
            for token, link, value, below, one in zip(tokens, linked, judged, document.children[here], seen)
        ],
        turn=turns[-1] if turns else None,
        names=sum(begins and one in ACTORS for begins, one in zip(document.entity_start[here], entity)),
    )  # fmt: skip


def target(shared: Sentence, start: int, end: int) -> Placed:
    """The target at these characters. Raises ValueError where no word stands."""
    first, last, head = syntax.locate(shared.document, start, end)
    paths = syntax.paths(shared.document, head, shared.first, shared.last, shared.relation, shared.asked)
    owner = dict(shared.owners)
    for subject in owner:
        if subject is not None and (paths.get(subject) is HERE or first <= subject < last):
            owner[subject] = "own"
    return Placed(first, last, head, paths, owner)


def _owner(document: Document, subject: int | None) -> str:
    if subject is None:
        return "none"
    return "other" if document.entity[subject] in ACTORS or document.pos[subject] in ("PRON", "PROPN") else "none"


def _quoted(written: Sequence[str]) -> list[bool]:
    if QUOTES.isdisjoint(written):
        return [False] * len(written)
    inside, quoted = False, []
    for word in written:
        inside ^= word in QUOTES
        quoted.append(inside)
    return quoted


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word is in any sentence.

    shape: its lemma, or the kind of name or number it stands for. spoken: holds a letter or digit. kept: that, or asks or exclaims.
    row: of its vector, None without one. induced: the valence of words like it.
    """

    shape: str
    spoken: bool
    kept: bool
    row: int | None
    induced: float


@lru_cache(maxsize=1 << 14)
def _word(lower: str, lemma: str, pos: str, entity: str) -> _Word:
    shape = f"<{entity or pos}>" if pos in ("PROPN", "NUM") else lemma.lower()
    spoken = any(map(str.isalnum, shape))
    known = words.load()
    row = known.find(lower, lemma) if pos in CONTENT and not entity else None
    induced = 0.0 if row is None else float(known.valence[row])
    return _Word(shape, spoken, spoken or shape in "?!", row, 0.0 if abs(induced) < WEAKEST else induced)
