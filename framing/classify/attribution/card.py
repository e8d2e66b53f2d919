"""The card of a scorer: what was learned from what, how much better than the rules it is, its limits and what it is not for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple

from framing.classify.attribution.examples import Annotated
from framing.classify.attribution.figures import Judged, gained, of, value
from framing.classify.attribution.fit import RARE, STRENGTH, Fitted, weightiest
from framing.classify.attribution.scorer import PARTS
from framing.classify.validation import FOLDS

_LIMITS = (
    "It has learned what the annotators of its data counted as an attribution: their guidelines, their topics, outlets and years. "
    "Elsewhere expect less.",
    "Where the guidelines mark only the outermost attribution, it leaves out those inside, and the voices lose who speaks innermost.",
    "Cues are those of the rules; verbs that were learned beside the lexicon have no stance.",
    "Names are no features, but the wording around a source may still tell outlets apart.",
)
_NOT_FOR = (
    "Judging a single sentence, journalist or person, or deciding anything about them.",
    "Comparing outlets where the spread between them, in this card, is as large as the difference.",
)
SHOWN = 20


def card(
    fitted: Fitted, articles: Sequence[Annotated], *, file: str, grouped_by: str, ruled: Sequence[Judged], scored: Sequence[Judged],
    tests: Mapping[str, tuple[Sequence[Judged], Sequence[Judged]]], date: str | None, licence: str | None,
) -> dict[str, object]:  # fmt: skip
    """The card as plain values. ruled, scored: the articles judged by the rules, and by scorers that never saw their group."""
    scorer = fitted.scorer
    return {
        "model": scorer.name,
        "task": "attribution: which proposed source, cue and content count, and where they end",
        "date": date,
        "licence": licence,
        "sha256": scorer.identity["sha256"],
        "limits": _LIMITS,
        "not_for": _NOT_FOR,
        "data": {"file": file, "sha256": data_sha256(articles), "articles": len(articles),
                 "outlets": len({one.outlet for one in articles}), "attributions": fitted.attributions,
                 "candidates": fitted.candidates},
        "frames": len(scorer.frames),
        "features": {part: len(getattr(scorer, part).names) for part in PARTS},
        "settings": {"inverse_penalty": STRENGTH, "least_examples_of_a_feature": RARE, "folds": FOLDS, "cut": scorer.cut,
                     "margin": None if scorer.margin == float("inf") else scorer.margin},
        "cross_validation": {"grouped_by": grouped_by, **compared(ruled, scored)},
        "tests": {name: compared(*sides) for name, sides in tests.items()},
        "weightiest": {part: weightiest(scorer, part, SHOWN) for part in PARTS},
    }  # fmt: skip


def compared(ruled: Sequence[Judged], scored: Sequence[Judged]) -> dict[str, object]:
    """The figures of the rules and of a scorer on the same articles, and what the scorer gains (difference, low, high)."""
    return {"rules": of(ruled), "scorer": of(scored), "gained": gained(ruled, scored)}


def told(rules: Mapping[str, object], scorer: Mapping[str, object] | None = None, gain: Mapping[str, tuple] | None = None) -> list[str]:
    """The figures as lines to read: of the rules, and beside them of a scorer."""
    width = max(len("attribution@.3"), *(len(name) + 2 for name in (*rules["outlets"], "source given match")))
    head = f"{'':{width}}  rules" + ("  scorer  difference (95% interval)" if scorer else "")
    lines = [head]
    for measure in ("attribution@.3", "attribution@.8", "content", "source", "cue", "source given match", "cue given match"):
        line = f"{measure:{width}}  {_number(value(rules, measure)):>5}"
        if scorer:
            line += f"  {_number(value(scorer, measure)):>6}"
            if gain and measure in gain:
                moved, low, high = gain[measure]
                line += f"  {moved:+.3f} ({low:+.3f} to {high:+.3f})"
        lines.append(line)
    lines.append("attribution@.3 by outlet")
    for outlet, found in rules["outlets"].items():
        lines.append(f"  {outlet:{width - 2}}  {_number(found):>5}" + (f"  {_number(scorer['outlets'][outlet]):>6}" if scorer else ""))
    lines.append(f"{'  spread':{width}}  {_number(rules['spread']):>5}" + (f"  {_number(scorer['spread']):>6}" if scorer else ""))
    return lines


def _number(number: float | None) -> str:
    return "–" if number is None else f"{number:.3f}"


def data_sha256(articles: Sequence[Annotated]) -> str:
    """Identity of annotated articles: their texts and attributions, in order."""
    plain = [[one.document.text, [astuple(gold) for gold in one.gold]] for one in articles]
    return hashlib.sha256(json.dumps(plain, ensure_ascii=True).encode()).hexdigest()
