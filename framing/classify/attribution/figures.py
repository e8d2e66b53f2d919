"""How well attributions agree with those that people annotated.

Counted as in the shared practice of the field (Pareti 2015; Newell, Margolin & Ruths 2018): by token, precision, recall and F1 of what is
content, source or cue of any attribution; by attribution, one-to-one matches whose contents overlap by .3 or .8 (Jaccard index of their
tokens), best overlap first; and of those matched at .3, how often source and cue overlap by half or more. Range 0 to 1, higher is better;
undefined (None) without anything to count. Tokens are runs of letters and digits, and single marks.

>>> gold = Spans(source=((0, 6),), cue=((7, 11),), content=((12, 32),))
>>> found = Spans(source=((0, 6),), cue=((7, 11),), content=((17, 32),))
>>> of([Judged("Times", "Voss B said that roads were shut.", [gold], [found])])["content"]["recall"]
0.75
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.article import Span
from framing.classify.evaluation import drawn_within

ROLES = ("content", "source", "cue")
FOUND, CLOSE = 0.3, 0.8
"""Overlap of contents from which an attribution counts as found, and as found with its right ends."""
_HALF = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Spans:
    """An attribution by character spans; each part may have several or none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Judged:
    """An article with its annotated and its found attributions."""

    outlet: str
    text: str
    gold: Sequence[Spans]
    found: Sequence[Spans]


def of(articles: Iterable[Judged]) -> dict[str, object]:
    """The figures: content, source, cue, "attribution@.3" and "attribution@.8" (precision, recall, f1), source and cue given match,
    outlets (F1 at .3 of each) and their spread; articles, gold, found (counts)."""
    total, outlets = Counter(), {}
    for article in articles:
        counts = _counts(article)
        total.update(counts)
        outlets.setdefault(article.outlet, Counter()).update(counts)
    by_outlet = {name: _shares(one["match"], one["found"], one["gold"])["f1"] for name, one in sorted(outlets.items())}
    known = [value for value in by_outlet.values() if value is not None]
    return {
        "articles": total["articles"], "gold": total["gold"], "found": total["found"],
        "attribution@.3": _shares(total["match"], total["found"], total["gold"]),
        "attribution@.8": _shares(total["close"], total["found"], total["gold"]),
        **{role: _shares(total[role, "both"], total[role, "found"], total[role, "gold"]) for role in ROLES},
        "source given match": _share(total["source", "right"], total["source", "asked"]),
        "cue given match": _share(total["cue", "right"], total["cue", "asked"]),
        "outlets": by_outlet, "spread": round(max(known) - min(known), 4) if len(known) > 1 else None,
    }  # fmt: skip


MEASURES = ("attribution@.3", "attribution@.8", *ROLES, "source given match", "cue given match")
LEAST = 5
"""Articles from which an interval is given."""


def value(figures: Mapping[str, object], measure: str) -> float | None:
    """The one number of a measure: F1, or the share of matches."""
    found = figures[measure]
    return found["f1"] if isinstance(found, Mapping) else found


def gained(before: Sequence[Judged], after: Sequence[Judged]) -> dict[str, tuple[float, float, float]]:
    """How much each measure gained on the same articles: difference and its 95% interval, bootstrap over articles within outlet.

    Empty for fewer than LEAST articles; a measure that is undefined somewhere is left out.
    """
    if len(before) < LEAST:
        return {}
    weights = np.vstack([np.ones(len(before)), drawn_within([article.outlet for article in before])])
    sides = [[_counts(article) for article in side] for side in (before, after)]
    found = {}
    for measure in MEASURES:
        with np.errstate(divide="ignore", invalid="ignore"):
            first, second = (np.divide(*(weights @ _parts(counts, measure)).T) for counts in sides)
        moved = second - first
        if not np.isnan(moved).any():
            low, high = np.percentile(moved[1:], (2.5, 97.5))
            found[measure] = tuple(round(float(number), 4) for number in (moved[0], low, high))
    return found


def _parts(counts: Sequence[Counter], measure: str) -> np.ndarray:
    """(articles, 2): numerator and denominator of a measure."""
    role = measure.partition(" ")[0]
    if measure.endswith("match"):
        return np.array([[one[role, "right"], one[role, "asked"]] for one in counts], dtype=float)
    both, found, gold = {
        "attribution@.3": ("match", "found", "gold"), "attribution@.8": ("close", "found", "gold"),
    }.get(measure, ((role, "both"), (role, "found"), (role, "gold")))  # fmt: skip
    return np.array([[2 * one[both], one[found] + one[gold]] for one in counts], dtype=float)


def _counts(article: Judged) -> Counter:
    tokens = [found.span() for found in _TOKEN.finditer(article.text)]
    sides = (article.gold, article.found)
    gold, found = ([{role: _within(tokens, getattr(one, role)) for role in ROLES} for one in side] for side in sides)
    counts: Counter = Counter(articles=1, gold=len(gold), found=len(found))
    for role in ROLES:
        asked, given = (set().union(*(one[role] for one in side)) for side in (gold, found))
        counts.update({(role, "both"): len(asked & given), (role, "gold"): len(asked), (role, "found"): len(given)})
    pairs = list(_matches([one["content"] for one in gold], [one["content"] for one in found]))
    counts["match"] = len(pairs)
    counts["close"] = sum(overlap >= CLOSE for overlap, _, _ in pairs)
    for _, i, j in pairs:
        for role in ("source", "cue"):
            if gold[i][role]:
                counts[role, "asked"] += 1
                counts[role, "right"] += overlap_of(gold[i][role], found[j][role]) >= _HALF
    return counts


def _within(tokens: Sequence[Span], spans: Iterable[Span]) -> frozenset[int]:
    found: set[int] = set()
    for start, end in spans:
        first = bisect.bisect_right(tokens, start, key=lambda token: token[1])
        found.update(range(first, bisect.bisect_left(tokens, end, key=lambda token: token[0])))
    return frozenset(found)


def _matches(gold: Sequence[frozenset[int]], found: Sequence[frozenset[int]]) -> Iterator[tuple[float, int, int]]:
    """(overlap, number of the annotated, number of the found) of one-to-one matches from FOUND on, best overlap first."""
    pairs = sorted(((overlap_of(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(found) if a & b), reverse=True)
    left, right = set(), set()
    for overlap, i, j in pairs:
        if overlap >= FOUND and i not in left and j not in right:
            left.add(i)
            right.add(j)
            yield overlap, i, j


def overlap_of(one: Iterable[int], other: Iterable[int]) -> float:
    """The Jaccard index of two sets of tokens; 0 of two empty ones."""
    one, other = frozenset(one), frozenset(other)
    return len(one & other) / len(one | other) if one | other else 0.0


def _shares(both: int, found: int, gold: int) -> dict[str, float | None]:
    return {"precision": _share(both, found), "recall": _share(both, gold), "f1": _share(2 * both, found + gold)}


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
