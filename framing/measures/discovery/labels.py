"""Labels that no party explains ("the caravan", "migrants", "asylum seekers"): which of them the articles use for the same people.

Two heads belong together where the articles say so: one modifies the other ("migrant caravan"), counts it ("a caravan of migrants"), stands
in apposition to it or is said of it ("the migrants are asylum seekers"), or where both stand with the same words around them. Similarity of
contexts is the cosine of TF-IDF weighted modifiers, owners and verbs with roles (Salton and Buckley 1988); it joins frequent heads only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

from framing.measures.discovery.candidate import Candidate
from framing.measures.people import ARMED, GENERIC, ORGANISATIONS, PEOPLE, RELATIONS

_SAID = 2
"""Times that one head must be said of the other; what counts people is said of them once and for all ("a caravan of migrants")."""
_SHARE = 0.05
"""The same as a share of the mentions of the smaller group."""
_OWN_WORD = 0.5
"""Weight of a noun before a head that does not count people: "student protesters" are students, "opposition fighters" of the opposition."""
_FREQUENT = 6
_ALIKE = 0.45
_COLLECTIVES = frozenset(
    {
        "group",
        "caravan",
        "convoy",
        "crowd",
        "wave",
        "flood",
        "column",
        "number",
        "hundred",
        "thousand",
        "dozen",
        "member",
        "majority",
        "mob",
        "horde",
        "influx",
        "stream",
        "mass",
    }
)

Left = Sequence[tuple[int, int, Candidate]]
"""(article, index in it, candidate) of each label that nothing in its article decided."""


def grouped(left: Left, articles: Sequence[Sequence[Candidate]]) -> dict[tuple[int, int], str]:
    """The entity of each label left over, by (article, index). General heads ("officials") mean the same people in one article only."""
    counts = Counter(one.head for _, _, one in left)
    places = {(article, index) for article, index, _ in left}
    heads = {head for head in counts if head not in GENERIC}
    group = _joined(heads, counts, _evidence(left, articles, places, heads, counts))
    return {
        (article, index): f"label:{one.head}@{article}" if one.head in GENERIC else f"label:{group[one.head]}"
        for article, index, one in left
    }  # fmt: skip


def _joined(heads: set[str], counts: Counter[str], evidence: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """Each head -> the most frequent head of its group: agglomeration, strongest link first, with evidence between whole groups.

    The evidence must grow with the groups, else two large ones would be joined by a few chance links.
    """
    members = {head: [head] for head in heads}
    group = {head: head for head in heads}
    for one, other in sorted(evidence, key=lambda pair: (-evidence[pair] / min(counts[pair[0]], counts[pair[1]]), pair)):
        first, second = sorted((group[one], group[other]), key=lambda head: (-counts[head], head))
        if first == second:
            continue
        between = sum(evidence.get((min(a, b), max(a, b)), 0.0) for a in members[first] for b in members[second])
        smaller = min(sum(counts[head] for head in members[name]) for name in (first, second))
        if between >= max(_SAID, _SHARE * smaller):
            members[first] += members.pop(second)
            group.update(dict.fromkeys(members[first], first))
    return group


def _evidence(
    left: Left, articles: Sequence[Sequence[Candidate]], places: set[tuple[int, int]], heads: set[str], counts: Counter[str]
) -> dict[tuple[str, str], float]:
    """How often the articles say of two heads, in alphabetical order, that they are the same."""
    said: Counter[tuple[str, str]] = Counter()
    for article, _, one in left:
        for other, weight in _said_of(one, articles[article], article, places):
            if other != one.head and {one.head, other} <= heads:
                said[tuple(sorted((one.head, other)))] += weight
    for pair, likeness in _alike(left, heads):
        said[pair] += max(_SAID, _SHARE * min(counts[head] for head in pair)) * likeness / _ALIKE
    return dict(said)


def _said_of(one: Candidate, article: Sequence[Candidate], number: int, places: set[tuple[int, int]]) -> Iterator[tuple[str, float]]:
    for modifier in one.modifiers:
        yield modifier.removesuffix("s"), _SAID if one.head in _COLLECTIVES else _OWN_WORD
    if one.of is not None and one.head in _COLLECTIVES and (number, one.of) in places:
        yield article[one.of].head, _SAID
    for index in one.beside:
        if (number, index) in places:
            yield article[index].head, 1  # each side says it once


def _alike(left: Left, heads: set[str]) -> Iterator[tuple[tuple[str, str], float]]:
    """Pairs of frequent heads of people in like contexts, with their cosine."""
    contexts: dict[str, Counter[str]] = defaultdict(Counter)
    total = Counter(one.head for _, _, one in left)
    for _, _, one in left:
        if one.head in heads and one.head in PEOPLE and one.head not in RELATIONS | ORGANISATIONS and total[one.head] >= _FREQUENT:
            contexts[one.head].update(f"{one.role}:{one.verb}" for _ in (one.verb,) if one.verb)
            contexts[one.head].update(one.modifiers)
    spread = Counter(feature for features in contexts.values() for feature in features)
    vectors = {}
    for head, features in contexts.items():
        weights = {feature: (1 + log(count)) * log(1 + len(contexts) / spread[feature]) for feature, count in features.items()}
        norm = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors[head] = {feature: weight / norm for feature, weight in weights.items()}
    names = sorted(vectors)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            shared = vectors[one].keys() & vectors[other].keys()
            likeness = sum(vectors[one][feature] * vectors[other][feature] for feature in shared)
            if (one in ARMED) == (other in ARMED) and likeness >= _ALIKE and len(shared) > 2:
                yield (one, other), likeness
