"""What a classifier of tone sees of a target mention: its named features.

What counts is what is predicated of the target, what it does and what is done to it (Jiang et al. 2011, Target-dependent Twitter
Sentiment Classification, ACL; Hamborg & Donnay 2021, NewsMTSC, EACL). The target's own words and all other names are never features:
names are shown as their kind, so that the model can hold no opinion about a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from framing.classify.columns import PAIR, WORD, Columns
from framing.classify.syntax import Path
from framing.classify.tone_regions import Valued
from framing.classify.tone_sentence import Placed, Sentence

MASK = "<t>"
"""What stands for the target among the words."""

_NEAR = [1 / (1 + 0.25 * far) for far in range(7)]
_NEAR_PAIR = [0.7 * near for near in _NEAR]


@dataclass(frozen=True)
class Told:
    """A sentence's words in the columns of a model.

    words: of the kept words, a row a family of columns.WORD and last what looks up followers. pairs: of each with the next, a row a
    family of columns.PAIR. mask: of what stands for the target.
    """

    shared: Sentence
    columns: Columns
    words: Sequence[Sequence]
    pairs: Sequence[Sequence[int]]
    mask: tuple


def told(shared: Sentence, columns: Columns) -> Told:
    """A sentence in the columns of a model."""
    kept, none, nobody = shared.kept, columns.unknown_word, columns.unknown_pair
    found = list(map(columns.word, kept, repeat(none)))
    pairs = [one[-1](after, nobody) for one, after in zip(found, kept[1:])]
    words = list(zip(*found)) or [()] * (len(WORD) + 1)
    return Told(shared, columns, words, list(zip(*pairs)) or [()] * len(PAIR), columns.word(MASK, none))


def named(one: Told, target: Placed) -> tuple[list[int], list[float]]:
    """The named features of a target."""
    columns, values = _place(one, target)
    for found, worth in (*_words(one, target), *_relations(one, target), *_valences(one, target)):
        columns += found
        values += worth
    return columns, values


def _place(one: Told, target: Placed) -> tuple[list[int], list[float]]:
    """Where the target stands and what it is."""
    shared, head = one.shared, target.head
    document = shared.document
    role = shared.relation[head - shared.first]
    kind = document.entity[head] or document.pos[head]
    names = [
        f"role={role}", f"kind={kind}", f"role={role}&kind={kind}",
        f"third={int(3 * (target.first - shared.first) / max(1, shared.last - shared.first))}",
        f"length={min(6, (shared.last - shared.first) // 8)}",
        f"quoted={shared.quoted[target.first - shared.first]}",
        f"quotes={any(shared.quoted)}",
        f"names={min(5, shared.names)}",
    ]  # fmt: skip
    if role == "pobj":
        names.append(f"after={document.lower[document.head[head]]}")
    if shared.turn is not None:
        names.append(f"contrast={'before' if shared.turn < target.first else 'after'}")
    if target.first == shared.first:
        names.append("opens")
    if document.pos[target.first] in ("DET", "PRON"):
        names.append(f"begins={document.lower[target.first]}")
    return one.columns.names("", names), [1.0] * len(names)


def _words(one: Told, target: Placed) -> Iterator[Valued]:
    """Bags of words and pairs: of the sentence, of the target's clause, of the words on either side, and what touches it.

    The words are without punctuation, and the target is one word.
    """
    shared, nobody = one.shared, one.columns.unknown_pair
    kept, before = shared.kept, shared.kept_before
    left = before[max(target.first, shared.first) - shared.first]  # a target may begin in the sentence before
    right = before[min(target.last, shared.last) - shared.first]
    edge, low, high = max(0, left - 1), max(0, left - 6), right + 6
    words, clause, leading, following = one.words[:4]
    pairs, pairs_leading, pairs_following, _ = one.pairs
    joints = [one.words[-1][left - 1](MASK, nobody)] if left else []
    if right < len(kept):
        joints.append(one.mask[-1](kept[right], nobody))
    seen = {*words[:left], *words[right:], one.mask[0]}
    yield seen, [0.5] * len(seen)
    seen = {*pairs[:edge], *pairs[right:], *(joint[0] for joint in joints)}
    yield seen, [0.5] * len(seen)
    spoken = shared.spoken_in.get(shared.clause[target.head - shared.first], ())
    yield [clause[at] for at in spoken], [0.5] * len(spoken)
    yield leading[low:left], _NEAR[left - low : 0 : -1]
    yield pairs_leading[low:edge], _NEAR_PAIR[left - low : 1 : -1]
    yield following[right:high], _NEAR[1 : len(kept) - right + 1]
    yield pairs_following[right:high], _NEAR_PAIR[1 : max(1, len(kept) - right)]
    around = [*kept[max(0, left - 2) : left], MASK, *kept[right : right + 2]]
    touching = one.columns.names("g:", [f"{a} {b} {c}" for a, b, c in zip(around, around[1:], around[2:])])
    touching += [joint[-1] for joint in joints]
    yield touching, [1.0] * len(touching)


def _relations(one: Told, target: Placed) -> Iterator[Valued]:
    """Words by the path of relations from the target, and by whether the target is what their clause speaks of."""
    whole, half = [], []
    first, last, paths, owner = target.first, target.last, target.paths, target.owner
    subject, start, unknown, on_path = one.shared.subject, one.shared.first, one.columns.unknown, one.columns.path
    by_owner, single, owned = one.columns.owned, one.words[4], {"own": one.words[5], "other": one.words[6], "none": one.words[7]}
    for token, shape, at in one.shared.linked:
        if first <= token < last or (path := paths.get(token)) is None:
            continue
        by_whole, by_ends = on_path(path)
        if by_whole is not None:
            whole.append(by_whole(shape, unknown))
        if path.steps == 1:
            whole.append(single[at])
        elif by_ends is not None:
            half.append(by_ends(shape, unknown))
        if by_owner:
            half.append(owned[owner[subject[token - start]]][at])
    yield whole, [1.0] * len(whole)
    yield half, [0.5] * len(half)


def _valences(one: Told, target: Placed) -> Iterator[Valued]:
    """How much good and bad is said where: sums of valence, with diminishing returns."""
    good: dict[str, float] = defaultdict(float)
    bad: dict[str, float] = defaultdict(float)
    for token, value in one.shared.polar:
        if gap := target.gap(token):
            total, size = (good, value / 2) if value > 0 else (bad, -value / 2)
            for region in _regions(one.shared, target, token, gap):
                total[region] += size
    for family, total in (("v+", good), ("v-", bad)):
        yield one.columns.names(family, total), [size / (1 + 0.3 * size) for size in total.values()]
    names, sizes = [], []
    for region in ("all", "clause", "gap6", "owner own"):
        up, down = good.get(region, 0.0), bad.get(region, 0.0)
        net = up - down
        names += f"n:{region}", f"n:{region}={'none' if not up + down else 'good' if net > 0.3 else 'bad' if net < -0.3 else 'both'}"
        sizes += 2 * net / (1 + abs(net)), 1.0
    yield one.columns.names("", names), sizes


def _regions(shared: Sentence, target: Placed, token: int, gap: int) -> tuple[str, ...]:
    """Where in the sentence a word stands, seen from the target."""
    i, t = token - shared.first, target.head - shared.first
    path = target.paths.get(token)
    return _stretches(
        token < target.first, shared.clause[i] == shared.clause[t], target.owner[shared.subject[i]], shared.quoted[t], shared.quoted[i],
        min(gap, 11), None if shared.turn is None else (token > shared.turn, target.first > shared.turn),
    ) + (_on_path(path) if path is not None else ())  # fmt: skip


@lru_cache(maxsize=1 << 12)
def _stretches(
    before: bool, clause: bool, owner: str, target_quoted: bool, quoted: bool, gap: int, turned: tuple[bool, bool] | None
) -> tuple[str, ...]:
    return (
        "all", "before" if before else "behind", "clause" if clause else "elsewhere", f"owner {owner}",
        f"quoted {target_quoted:d}{quoted:d}", *(f"gap{reach}" for reach in (3, 6, 10) if gap <= reach),
        *([f"turn {turned[0]:d}{turned[1]:d}"] if turned else []),
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _on_path(path: Path) -> tuple[str, ...]:
    whole = () if path.whole is None else (f"path {path.whole}",)
    return (f"depth {min(5, path.steps)}", f"step {path.first} {min(2, path.steps)}", *whole)
