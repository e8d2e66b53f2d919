"""A sentence as a classifier of tone reads it, and a target in it: what all features of a target are made from.

What the targets of a sentence share is found once. The target's own name and all other names are shown as their kind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from framing.classify import syntax, words
from framing.classify.polarity import NEGATORS, negated, valences
from framing.classify.syntax import CONTENT, SKIPPED, Path
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
    shape: of each token, the lemma or the kind of name; "!" before negated words.
    kept: the shapes without punctuation; pairs: each with the next; kept_before: how many are kept before each token, and in all.
    linked: (token, shape) of the words that relations are told of.
    spoken_in: the shapes that are words, by the head of their clause.
    heard: tokens that have a vector; vectors: (heard, dimensions), weakened and turned round for negated words.
    quoted: inside quotation marks. clause: the head of each token's clause. subject: the head of its clause's subject, or None.
    relation: of each token to its head. turn: the last word of contrast, or None. names: how many names of actors there are.
    """

    document: Document
    first: int
    last: int
    polar: Sequence[tuple[int, float]]
    shape: Sequence[str]
    kept: Sequence[str]
    pairs: Sequence[str]
    kept_before: Sequence[int]
    linked: Sequence[tuple[int, str]]
    spoken_in: Mapping[int, Sequence[str]]
    heard: Sequence[int]
    vectors: np.ndarray
    quoted: Sequence[bool]
    clause: Sequence[int]
    subject: Sequence[int | None]
    relation: Sequence[str]
    turn: int | None
    names: int


@dataclass(frozen=True)
class Placed:
    """A target in its sentence: first, after last and head token.

    paths: for each token the path of relations that leads there from the target. owner: whose clause it is, for each subject.
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
    tokens = range(first, last)
    lower, pos, dep = document.lower, document.pos, document.dep
    negating = not NEGATORS.isdisjoint(lower[first:last])
    flipped = [negating and pos[token] in CONTENT and negated(document, token, first) for token in tokens]
    shape = [("!" if flip else "") + _shape(document, token) for token, flip in zip(tokens, flipped)]
    spoken = [one.isalnum() or any(map(str.isalnum, one)) for one in shape]
    clause = syntax.clauses(document, first, last)
    spoken_in: dict[int, list[str]] = {}
    for one, word, head in zip(shape, spoken, clause):
        if word:
            spoken_in.setdefault(head, []).append(one)
    keeps = [word or one in "?!" for word, one in zip(spoken, shape)]
    kept = [one for one, keep in zip(shape, keeps) if keep]
    known = words.load()
    row = [_row(document, token, known) for token in tokens]
    heard = [at for at, found in enumerate(row) if found is not None]
    flips = np.array([-0.5 if flipped[at] else 1.0 for at in heard], dtype=np.float32)
    listed = valences(document, first, last)
    judged = ((token, value or _induced(known, at, flip)) for token, value, at, flip in zip(tokens, listed, row, flipped))
    turns = [token for token in tokens if lower[token] in CONTRAST]
    return Sentence(
        document, first, last,
        polar=[(token, value) for token, value in judged if value],
        shape=shape, kept=kept, pairs=[f"{a} {b}" for a, b in pairwise(kept)], kept_before=[0, *accumulate(keeps)],
        linked=[(token, one) for token, one, word in zip(tokens, shape, spoken) if word and dep[token] not in SKIPPED],
        spoken_in=spoken_in,
        heard=[first + at for at in heard], vectors=known.vectors[[row[at] for at in heard]] * flips[:, None],
        quoted=_quoted(document.words[first:last]), clause=clause, subject=syntax.subjects(document, first, last),
        relation=[syntax.relation(document, token) for token in tokens],
        turn=turns[-1] if turns else None,
        names=sum(document.entity_start[token] and document.entity[token] in ACTORS for token in tokens),
    )  # fmt: skip


def target(shared: Sentence, start: int, end: int) -> Placed:
    """The target at these characters. Raises ValueError where no word stands."""
    first, last, head = syntax.locate(shared.document, start, end)
    paths = syntax.paths(shared.document, head, shared.first, shared.last, shared.relation)
    return Placed(first, last, head, paths, {subject: _owner(shared, first, last, paths, subject) for subject in set(shared.subject)})


def _owner(shared: Sentence, first: int, last: int, paths: Mapping[int, Path], subject: int | None) -> str:
    """Whose clause it is that has this subject: own (the target is the subject), other (another name or person is), none."""
    if subject is None:
        return "none"
    if paths.get(subject) == () or first <= subject < last:
        return "own"
    document = shared.document
    return "other" if document.entity[subject] in ACTORS or document.pos[subject] in ("PRON", "PROPN") else "none"


def _quoted(written: Sequence[str]) -> list[bool]:
    inside, quoted = False, []
    for word in written:
        inside ^= word in QUOTES
        quoted.append(inside)
    return quoted


def _row(document: Document, token: int, known: words.Words) -> int | None:
    if document.pos[token] not in CONTENT or document.entity[token]:
        return None
    return known.find(document.lower[token], document.lemma[token])


def _induced(known: words.Words, row: int | None, flipped: bool) -> float:
    value = 0.0 if row is None else float(known.valence[row])
    return 0.0 if abs(value) < WEAKEST else value * -0.74 if flipped else value


def _shape(document: Document, token: int) -> str:
    """The token's lemma, or the kind of name or number it stands for."""
    if document.pos[token] in ("PROPN", "NUM"):
        return f"<{document.entity[token] or document.pos[token]}>"
    return document.lemma[token].lower()
