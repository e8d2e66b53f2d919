"""What a classifier of tone sees of a target mention: named features and averaged word vectors.

What counts is what is predicated of the target, what it does and what is done to it (Jiang et al. 2011, Target-dependent Twitter
Sentiment Classification, ACL; Hamborg & Donnay 2021, NewsMTSC, EACL). The target's own words and all other names are never features:
names are shown as their kind, so that the model can hold no opinion about a name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from framing.classify.linear import Bag
from framing.classify.syntax import Path
from framing.classify.tone_sentence import Placed, Sentence

FAMILIES = ("s:", "c:", "wl:", "wr:", "g:", "p:", "d:", "e:", "o:", "v+", "v-")
"""How the names of the many features begin; a feature that begins with none of these belongs to the family ""."""
WINDOW = 8
ROLES = ("^subj", "^pass", "^obj", "^poss", "^pobj", "mod")
REGIONS = ("sentence", "clause", "left", "right", "near", "own", "other", *(f"{role}{step}" for role in ROLES for step in (1, 2)))
"""Stretches of the sentence whose word vectors are averaged."""

_NEAR = [1 / (1 + 0.25 * far) for far in range(7)]
_NEAR_PAIR = [0.7 * near for near in _NEAR]
_REGION = {region: place for place, region in enumerate(REGIONS)}
_STEPS = {role: (_REGION[f"{role}1"], _REGION[f"{role}2"]) for role in ROLES}
_SIDE = [1 / (1 + 0.2 * gap) for gap in range(WINDOW + 1)]


def named(shared: Sentence, target: Placed) -> Iterator[Bag]:
    """The named features of a target, in bags of one family; one that comes twice counts twice."""
    yield _place(shared, target)
    yield from _words(shared, target)
    yield from _relations(shared, target)
    yield from _valences(shared, target)


def _place(shared: Sentence, target: Placed) -> Bag:
    """Where the target stands and what it is."""
    document, head = shared.document, target.head
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
    return "", names, [1.0] * len(names)


def _words(shared: Sentence, target: Placed) -> Iterator[Bag]:
    """Bags of words and pairs: of the sentence, of the target's clause, of the words on either side, and what touches it."""
    seen, pairs, at = _masked(shared, target)
    for keys in (set(seen), set(pairs)):
        yield "s:", keys, [0.5] * len(keys)
    clause = shared.spoken_in.get(shared.clause[target.head - shared.first], ())
    yield "c:", clause, [0.5] * len(clause)
    low, high = max(0, at - 6), at + 7
    yield "wl:", seen[low:at], _NEAR[at - low : 0 : -1]
    yield "wl:", pairs[low : max(0, at - 1)], _NEAR_PAIR[at - low : 1 : -1]
    right = seen[at + 1 : high]
    yield "wr:", right, _NEAR[1 : len(right) + 1]
    right = pairs[at + 1 : high]
    yield "wr:", right, _NEAR_PAIR[1 : len(right) + 1]
    around = pairs[max(0, at - 1) : at + 1]
    around += [f"{pairs[i]} {seen[i + 2]}" for i in range(max(0, at - 2), min(at, len(seen) - 3) + 1)]
    yield "g:", around, [1.0] * len(around)


def _masked(shared: Sentence, target: Placed) -> tuple[Sequence[str], Sequence[str], int]:
    """The sentence's words without punctuation, the target as one "<t>"; each with the next; and where the target is."""
    if target.first < shared.first:  # it began in the sentence before
        left, right = 0, shared.kept_before[min(target.last, shared.last) - shared.first]
        return shared.kept[right:], shared.pairs[right:], 0
    left, right = (shared.kept_before[min(edge, shared.last) - shared.first] for edge in (target.first, target.last))
    kept = shared.kept
    joints = ([f"{kept[left - 1]} <t>"] if left else []) + ([f"<t> {kept[right]}"] if right < len(kept) else [])
    return [*kept[:left], "<t>", *kept[right:]], [*shared.pairs[: max(0, left - 1)], *joints, *shared.pairs[right:]], left


def _relations(shared: Sentence, target: Placed) -> Iterator[Bag]:
    """Words by the path of relations from the target, and by whether the target is what their clause speaks of."""
    whole, single, ends, owned = [], [], [], []
    first, last, paths, owner, subject = target.first, target.last, target.paths, target.owner, shared.subject
    for token, shape in shared.linked:
        if first <= token < last or (path := paths.get(token)) is None:
            continue
        written, outer, steps, _ = _told(path)
        if written is not None:
            whole.append(f"{written}:{shape}")
        if steps == 1:
            single.append(shape)
        elif outer is not None:
            ends.append(f"{outer}:{shape}")
        owned.append(f"{owner[subject[token - shared.first]]}:{shape}")
    yield "p:", whole, [1.0] * len(whole)
    yield "d:", single, [1.0] * len(single)
    yield "e:", ends, [0.5] * len(ends)
    yield "o:", owned, [0.5] * len(owned)


@lru_cache(maxsize=1 << 14)
def _told(path: Path) -> tuple[str | None, str | None, int, tuple[str, ...]]:
    """How features tell a path: whole (None when long), by its ends (None when short or long), its steps, and as regions of valence."""
    steps = len(path)
    whole = ".".join(path) if steps <= 3 else None
    regions = (f"depth {min(5, steps)}", f"step {path[0] if path else ''} {min(2, steps)}", *([f"path {whole}"] if steps <= 3 else []))
    return whole, f"{path[0]}~{path[-1]}" if 2 <= steps <= 4 else None, steps, regions


def _valences(shared: Sentence, target: Placed) -> Iterator[Bag]:
    """How much good and bad is said where: sums of valence, with diminishing returns."""
    good: dict[str, float] = defaultdict(float)
    bad: dict[str, float] = defaultdict(float)
    for token, value in shared.polar:
        if gap := target.gap(token):
            total, size = (good, value / 2) if value > 0 else (bad, -value / 2)
            for region in _regions(shared, target, token, gap):
                total[region] += size
    for family, total in (("v+", good), ("v-", bad)):
        yield family, list(total), [size / (1 + 0.3 * size) for size in total.values()]
    names, sizes = [], []
    for region in ("all", "clause", "gap6", "owner own"):
        up, down = good.get(region, 0.0), bad.get(region, 0.0)
        net = up - down
        names += f"n:{region}", f"n:{region}={'none' if not up + down else 'good' if net > 0.3 else 'bad' if net < -0.3 else 'both'}"
        sizes += 2 * net / (1 + abs(net)), 1.0
    yield "", names, sizes


def _regions(shared: Sentence, target: Placed, token: int, gap: int) -> list[str]:
    i, t = token - shared.first, target.head - shared.first
    found = [
        "all", "before" if token < target.first else "behind", "clause" if shared.clause[i] == shared.clause[t] else "elsewhere",
        _OWNER[target.owner[shared.subject[i]]], _QUOTED[shared.quoted[t], shared.quoted[i]],
    ]  # fmt: skip
    if gap <= 10:
        found += ("gap3", "gap6", "gap10") if gap <= 3 else ("gap6", "gap10") if gap <= 6 else ("gap10",)
    if (path := target.paths.get(token)) is not None:
        found += _told(path)[3]
    if shared.turn is not None:
        found.append(_TURN[token > shared.turn, target.first > shared.turn])
    return found


_OWNER = {owner: f"owner {owner}" for owner in ("own", "other", "none")}
_QUOTED = {(a, b): f"quoted {a:d}{b:d}" for a in (False, True) for b in (False, True)}
_TURN = {(a, b): f"turn {a:d}{b:d}" for a in (False, True) for b in (False, True)}


def vectors(shared: Sentence, target: Placed) -> np.ndarray:
    """(regions * dimensions,) float32: word vectors summed over each region, divided by the root of the weights' sum."""
    inside = [target.first <= token < target.last for token in shared.heard]
    heard = [token for token, own in zip(shared.heard, inside) if not own]
    if not heard:
        return np.zeros(len(REGIONS) * shared.vectors.shape[1], dtype=np.float32)
    weight = np.array(weights(shared, target, heard), dtype=np.float32).reshape(len(REGIONS), len(heard))
    total = np.maximum(weight.sum(axis=1), 1.0)
    summed = weight @ (shared.vectors[np.logical_not(inside)] if any(inside) else shared.vectors)
    return (summed / np.sqrt(total)[:, None]).ravel()


def weights(shared: Sentence, target: Placed, heard: Sequence[int]) -> list[float]:
    """How much each heard token counts in each region: (regions * heard) numbers."""
    width = len(heard)
    weight = [0.0] * (len(REGIONS) * width)
    weight[:width] = [1.0] * width
    clause, left, right, near = (_REGION[region] * width for region in ("clause", "left", "right", "near"))
    owners = {"own": _REGION["own"] * width, "other": _REGION["other"] * width}
    here = shared.clause[target.head - shared.first]
    for column, token in enumerate(heard):
        at, gap = token - shared.first, target.gap(token)
        if shared.clause[at] == here:
            weight[clause + column] = 1.0
        if gap <= WINDOW:
            weight[(left if token < target.first else right) + column] = _SIDE[gap]
        if (place := owners.get(target.owner[shared.subject[at]])) is not None:
            weight[place + column] = 1.0
        if (path := target.paths.get(token)) is None:
            continue
        steps = len(path)
        if steps <= 2:
            weight[near + column] = 1 / (1 + steps)
        if path and (places := _STEPS.get(path[0])):
            weight[places[min(2, steps) - 1] * width + column] = 1 / steps
    return weight
