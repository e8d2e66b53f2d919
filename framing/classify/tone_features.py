"""What a classifier of tone sees of a target mention: named features and averaged word vectors.

What counts is what is predicated of the target, what it does and what is done to it (Jiang et al. 2011, Target-dependent Twitter
Sentiment Classification, ACL; Hamborg & Donnay 2021, NewsMTSC, EACL). The target's own words and all other names are never features:
names are shown as their kind, so that the model can hold no opinion about a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from framing.classify import syntax, words
from framing.classify.linear import Row
from framing.classify.polarity import negated, valence
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
WINDOW = 8
ROLES = ("^subj", "^pass", "^obj", "^poss", "^pobj", "mod")
REGIONS = ("sentence", "clause", "left", "right", "near", "own", "other", *(f"{role}{step}" for role in ROLES for step in (1, 2)))
"""Stretches of the sentence whose word vectors are averaged."""


@dataclass(frozen=True)
class Sentence:
    """What all targets of one sentence share; lists have an item a token, the first for token `first`.

    valence: of each word, from the lexicon or induced, with negation. shape: lemma, or the kind of name; "!" before negated words.
    spoken: whether the shape is a word rather than punctuation. row: of the word's vector, None without one. quoted: inside
    quotation marks. clause: the head of its clause.
    subject: the head of its clause's subject, or None. turn: the last word of contrast, or None.
    """

    document: Document
    first: int
    last: int
    valence: list[float]
    shape: list[str]
    spoken: list[bool]
    row: list[int | None]
    flipped: list[bool]
    quoted: list[bool]
    clause: list[int]
    subject: list[int | None]
    turn: int | None


@dataclass(frozen=True)
class Target:
    """A target in its sentence: first, after last and head token.

    paths: for each token the path of relations that leads there from the target. owner: whose clause it is, for each subject.
    """

    first: int
    last: int
    head: int
    paths: dict[int, Path]
    owner: dict[int | None, str] = field(default_factory=dict)

    def gap(self, token: int) -> int:
        """Tokens from the target to the token, counted from 1; 0 inside the target."""
        return self.first - token if token < self.first else max(0, token - self.last + 1)


def sentence(document: Document, index: int) -> Sentence:
    """The shared part of a sentence."""
    first, last = document.sentences[index]
    tokens = range(first, last)
    flipped = [document.pos[token] in CONTENT and negated(document, token, first) for token in tokens]
    known = words.load()
    row = [_row(document, token, known) for token in tokens]
    inside, quoted = False, []
    for token in tokens:
        inside ^= document.words[token] in QUOTES
        quoted.append(inside)
    turns = [token for token in tokens if document.lower[token] in CONTRAST]
    shape = [("!" if flip else "") + _shape(document, token) for token, flip in zip(tokens, flipped)]
    return Sentence(
        document, first, last,
        [valence(document, token, first) or _induced(known, at, flip) for token, at, flip in zip(tokens, row, flipped)],
        shape, [any(map(str.isalnum, one)) for one in shape],
        row, flipped, quoted,
        [syntax.clause(document, token) for token in tokens],
        [syntax.subject(document, token) for token in tokens],
        turns[-1] if turns else None,
    )  # fmt: skip


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


def features(shared: Sentence, start: int, end: int) -> Row:
    """All features of one target: the named ones, and the (regions * dimensions,) averaged vectors."""
    document = shared.document
    first, last, head = syntax.locate(document, start, end)
    target = Target(first, last, head, syntax.paths(document, head, shared.first, shared.last))
    target.owner.update((subject, _owner(shared, target, subject)) for subject in set(shared.subject))
    named: dict[str, float] = {}
    for part in (_place, _words, _relations, _valences):
        for name, value in part(shared, target):
            named[name] = named.get(name, 0.0) + value
    return named, _vectors(shared, target)


def _place(shared: Sentence, target: Target) -> Iterator[tuple[str, float]]:
    """Where the target stands and what it is."""
    document, head = shared.document, target.head
    role = syntax.relation(document, head)
    kind = document.entity[head] or document.pos[head]
    yield f"role={role}", 1
    yield f"kind={kind}", 1
    yield f"role={role}&kind={kind}", 1
    if role == "pobj":
        yield f"after={document.lower[document.head[head]]}", 1
    yield f"third={int(3 * (target.first - shared.first) / max(1, shared.last - shared.first))}", 1
    yield f"length={min(6, (shared.last - shared.first) // 8)}", 1
    yield f"quoted={shared.quoted[target.first - shared.first]}", 1
    yield f"quotes={any(shared.quoted)}", 1
    names = sum(document.entity_start[i] and document.entity[i] in ACTORS for i in range(shared.first, shared.last))
    yield f"names={min(5, names)}", 1
    if shared.turn is not None:
        yield f"contrast={'before' if shared.turn < target.first else 'after'}", 1
    if target.first == shared.first:
        yield "opens", 1
    if document.pos[target.first] in ("DET", "PRON"):
        yield f"begins={document.lower[target.first]}", 1


def _words(shared: Sentence, target: Target) -> Iterator[tuple[str, float]]:
    """Bags of words and pairs: of the sentence, of the target's clause, of the words on either side, and what touches it."""
    seen, at = _masked(shared, target)
    for word in set(seen):
        yield f"s:{word}", 0.5
    for pair in set(pairwise(seen)):
        yield f"s:{pair[0]} {pair[1]}", 0.5
    clause = shared.clause[target.head - shared.first]
    for shape, spoken, inside in zip(shared.shape, shared.spoken, shared.clause):
        if inside == clause and spoken:
            yield f"c:{shape}", 0.5
    for i in range(max(0, at - 6), min(len(seen), at + 7)):
        if i == at:
            continue
        side, near = "l" if i < at else "r", 1 / (1 + 0.25 * abs(i - at))
        yield f"w{side}:{seen[i]}", near
        if i + 1 < len(seen) and i + 1 != at:
            yield f"w{side}:{seen[i]} {seen[i + 1]}", 0.7 * near
    for size in (2, 3):
        for i in range(max(0, at - size + 1), min(at, len(seen) - size) + 1):
            yield "g:" + " ".join(seen[i : i + size]), 1


def _masked(shared: Sentence, target: Target) -> tuple[list[str], int]:
    """The sentence's words without punctuation, the target as one "<t>", and where that is."""
    seen: list[str] = []
    at = 0
    for token, (shape, spoken) in enumerate(zip(shared.shape, shared.spoken), shared.first):
        if token == target.first:
            at = len(seen)
            seen.append("<t>")
        elif (spoken or shape in "?!") and not target.first <= token < target.last:
            seen.append(shape)
    return seen, at


def _relations(shared: Sentence, target: Target) -> Iterator[tuple[str, float]]:
    """Words by the path of relations from the target, and by whether the target is what their clause speaks of."""
    for token, path in target.paths.items():
        shape = shared.shape[token - shared.first]
        if not shared.spoken[token - shared.first] or shared.document.dep[token] in SKIPPED or target.gap(token) == 0:
            continue
        if len(path) <= 3:
            yield f"p:{'.'.join(path)}:{shape}", 1
        if len(path) == 1:
            yield f"d:{shape}", 1
        elif 2 <= len(path) <= 4:
            yield f"e:{path[0]}~{path[-1]}:{shape}", 0.5
        yield f"o:{target.owner[shared.subject[token - shared.first]]}:{shape}", 0.5


def _owner(shared: Sentence, target: Target, subject: int | None) -> str:
    """Whose clause it is that has this subject: own (the target is the subject), other (another name or person is), none."""
    if subject is None:
        return "none"
    if target.paths.get(subject) == () or target.gap(subject) == 0:
        return "own"
    document = shared.document
    return "other" if document.entity[subject] in ACTORS or document.pos[subject] in ("PRON", "PROPN") else "none"


def _valences(shared: Sentence, target: Target) -> Iterator[tuple[str, float]]:
    """How much good and bad is said where: sums of valence, with diminishing returns."""
    total: dict[tuple[str, str], float] = defaultdict(float)
    for token, value in enumerate(shared.valence, shared.first):
        if value and target.gap(token):
            for region in _regions(shared, target, token):
                total[region, "+" if value > 0 else "-"] += abs(value) / 2
    for (region, sign), size in total.items():
        yield f"v{sign}{region}", size / (1 + 0.3 * size)
    for region in ("all", "clause", "gap6", "owner own"):
        good, bad = total.get((region, "+"), 0.0), total.get((region, "-"), 0.0)
        net = good - bad
        yield f"n:{region}", 2 * net / (1 + abs(net))
        yield f"n:{region}={'none' if not good + bad else 'good' if net > 0.3 else 'bad' if net < -0.3 else 'both'}", 1


def _regions(shared: Sentence, target: Target, token: int) -> Iterator[str]:
    i, t = token - shared.first, target.head - shared.first
    path = target.paths.get(token)
    yield "all"
    yield "before" if token < target.first else "behind"
    yield "clause" if shared.clause[i] == shared.clause[t] else "elsewhere"
    yield f"owner {target.owner[shared.subject[i]]}"
    yield f"quoted {shared.quoted[t]:d}{shared.quoted[i]:d}"
    for reach in (3, 6, 10):
        if target.gap(token) <= reach:
            yield f"gap{reach}"
    if path is not None:
        yield f"depth {min(5, len(path))}"
        yield f"step {path[0] if path else ''} {min(2, len(path))}"
        if len(path) <= 3:
            yield f"path {'.'.join(path)}"
    if shared.turn is not None:
        yield f"turn {token > shared.turn:d}{target.first > shared.turn:d}"


def _vectors(shared: Sentence, target: Target) -> np.ndarray:
    """Word vectors summed over each region, divided by the root of the weights' sum."""
    known = words.load().vectors
    heard = [token for token, row in enumerate(shared.row, shared.first) if row is not None and target.gap(token)]
    weight = np.zeros((len(REGIONS), len(heard)), dtype=np.float32)
    for column, token in enumerate(heard):
        for region, share in _shares(shared, target, token, target.gap(token)):
            weight[_REGION[region], column] = share
    total = np.maximum(weight.sum(axis=1), 1.0)
    if not heard:
        return np.zeros(len(REGIONS) * known.shape[1], dtype=np.float32)
    flips = np.array([-0.5 if shared.flipped[token - shared.first] else 1.0 for token in heard], dtype=np.float32)
    vectors = known[[shared.row[token - shared.first] for token in heard]] * flips[:, None]
    return (weight @ vectors / np.sqrt(total)[:, None]).ravel()


_REGION = {region: place for place, region in enumerate(REGIONS)}


def _shares(shared: Sentence, target: Target, token: int, gap: int) -> Iterator[tuple[str, float]]:
    yield "sentence", 1.0
    if shared.clause[token - shared.first] == shared.clause[target.head - shared.first]:
        yield "clause", 1.0
    if gap <= WINDOW:
        yield "left" if token < target.first else "right", 1 / (1 + 0.2 * gap)
    if (owner := target.owner[shared.subject[token - shared.first]]) != "none":
        yield owner, 1.0
    path = target.paths.get(token)
    if path is None:
        return
    if len(path) <= 2:
        yield "near", 1 / (1 + len(path))
    if path and path[0] in ROLES:
        yield f"{path[0]}{min(2, len(path))}", 1 / len(path)
