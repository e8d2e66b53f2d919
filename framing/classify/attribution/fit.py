"""Fitting a scorer to annotated articles, and its figures in cross-validation beside those of the rules.

Deterministic: names of features are sorted, folds follow the groups' order, the solver starts at zero and sums on one thread.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from framing.classify.attribution import examples
from framing.classify.attribution.candidate import Candidate, tokens_in
from framing.classify.attribution.examples import Annotated
from framing.classify.attribution.scorer import PARTS, Regression, Scorer, from_bytes
from framing.classify.training import TrainingError, one_thread
from framing.classify.validation import FOLDS
from framing.document import Document

STRENGTH = {"judge": 0.1, "head": 0.3, "extent": 0.3, "content": 0.3}
"""Inverse strengths of the ridge penalties. The judge's is the better of .1 and .3 inside PolNeAR's train part, by .003 F1; the others were
not searched."""
RARE = 3
"""A named feature is kept when at least so many examples have it."""
LEAST = 0.2
"""Share of a frame's occurrences that attribute, from which candidates are made of it."""
_PRIOR = 2.0
"""Occurrences of the frame's kind (verb + object, noun + of) that are added to those of the frame itself."""
CUTS = tuple(np.arange(-12, 9) / 8)
"""Log-odds among which the cut is chosen."""
MARGINS = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0, float("inf"))
"""Log-odds among which the margin is chosen that a stretch must speak against the rules with; with infinity they always stand."""


@dataclass(frozen=True)
class Rules:
    """What the rules know, handed in by who knows them.

    frames: of a document its frames, each (name, cue token, head of the content). propose: the candidates of a document, with those of the
    frames that are known.
    """

    frames: Callable[[Document], Iterable[tuple[str, int, int]]]
    propose: Callable[[Document, Callable[[str], bool]], Sequence[Candidate]]


@dataclass(frozen=True)
class Fitted:
    """scorer: fitted to all articles. unseen: for each article the scorer that learned from other groups only, same cut."""

    scorer: Scorer
    unseen: Sequence[Scorer]
    candidates: int
    attributions: int


@one_thread
def fit(
    name: str, articles: Sequence[Annotated], rules: Rules, *, progress: Callable[[int, int], None] = lambda done, total: None
) -> Fitted:
    """The scorer of these articles, and for each article one that never saw its group. Raises TrainingError where they do not suffice."""
    groups = [one.group for one in articles]
    if len(set(groups)) < FOLDS:
        raise TrainingError(f"{len(set(groups))} groups are too few to cross-validate: annotate at least {FOLDS} articles")
    folds = [test.tolist() for _, test in GroupKFold(FOLDS).split(groups, groups=groups)]
    counted = [list(_counted(one, rules)) for one in articles]
    known = {number: _known(counted, [i for i in range(len(articles)) if i not in set(fold)]) for fold in folds for number in fold}
    rows = {part: examples.Rows() for part in PARTS}
    candidates = []
    for number, one in enumerate(articles):
        found = rules.propose(one.document, known[number].__contains__)
        candidates.append(found)
        examples.add(rows, number, one, found)
        progress(number + 1, len(articles))
    seen = {part: (*one.sorted(), np.array(one.answers), np.array(one.article)) for part, one in rows.items()}
    beside = np.vstack(rows["judge"].beside)
    if not seen["judge"][2].any():
        raise TrainingError("no annotated attribution is one that the rules propose: check that the .ann files belong to the texts")
    unseen: dict[int, Scorer] = {}
    for fold in folds:
        others = [i for i in range(len(articles)) if i not in set(fold)]
        scorer = _fitted(name, _known(counted, others), seen, beside, others)
        unseen |= dict.fromkeys(fold, scorer)
    settled = {"cut": _cut(articles, candidates, unseen), "margin": _margin(seen["content"], np.array(rows["content"].beside), unseen)}
    whole = _fitted(name, _known(counted, range(len(articles))), seen, beside, range(len(articles)))
    scorer = from_bytes(replace(whole, **settled).to_bytes())  # as it is stored, so that figures are those of the file
    kept = {id(one): replace(one, **settled) for one in unseen.values()}
    gold = sum(len(one.gold) for one in articles)
    return Fitted(scorer, [kept[id(unseen[i])] for i in range(len(articles))], len(seen["judge"][2]), gold)


def weightiest(scorer: Scorer, part: str, count: int) -> dict[str, list[tuple[str, float]]]:
    """The named features that speak most for and against, with their log-odds."""
    one: Regression = getattr(scorer, part)
    order = np.argsort(one.weights, kind="stable")
    told = [(one.names[i], round(float(one.weights[i]), 2)) for i in order]
    return {"for": told[::-1][:count], "against": told[:count]}


def _counted(one: Annotated, rules: Rules) -> Iterator[tuple[str, bool]]:
    """(frame, whether it attributes) of each frame of an article."""
    held: dict[int, set[int]] = defaultdict(set)
    for gold in one.gold:
        content = tokens_in(one.document, gold.content)
        for token in tokens_in(one.document, gold.cue):
            held[token].update(content)
    for name, cue, head in rules.frames(one.document):
        yield name, head in held.get(cue, ())


def _known(counted: Sequence[Sequence[tuple[str, bool]]], of: Iterable[int]) -> frozenset[str]:
    """The frames that attribute often enough in these articles."""
    total, right, kinds, right_kinds = Counter(), Counter(), Counter(), Counter()
    for number in of:
        for name, answer in counted[number]:
            kind = name.partition(" ")[2]
            total[name] += 1
            kinds[kind] += 1
            right[name] += answer
            right_kinds[kind] += answer
    return frozenset(
        name for name, times in total.items()
        if (right[name] + _PRIOR * right_kinds[kind := name.partition(" ")[2]] / kinds[kind]) / (times + _PRIOR) >= LEAST
    )  # fmt: skip


def _fitted(name: str, frames: frozenset[str], seen: Mapping[str, tuple], beside: np.ndarray, of: Iterable[int]) -> Scorer:
    """The scorer of some of the articles, with the lowest cut, and the rules' ends of contents."""
    chosen = np.array(sorted(of))
    parts = {
        part: _regression(part, names, found, answers, np.isin(article, chosen), beside if part == "judge" else None)
        for part, (names, found, answers, article) in seen.items()
    }
    return Scorer(name, frames, float(min(CUTS)), MARGINS[-1], **parts)


def _regression(
    part: str, names: Sequence[str], found: csr_matrix, answers: np.ndarray, mine: np.ndarray, beside: np.ndarray | None
) -> Regression:
    rows = found[mine]
    kept = np.flatnonzero(np.asarray((rows != 0).sum(axis=0)).ravel() >= RARE)
    rows, gold = rows[:, kept], answers[mine]
    if beside is not None:
        rows = hstack([rows, csr_matrix(beside[mine])]).tocsr()
    if len(set(gold.tolist())) < 2:  # nothing to learn
        return Regression((), np.zeros(0, np.float32), np.zeros(0, np.float32), 1.0 if gold.all() else -1.0)
    model = LogisticRegression(C=STRENGTH[part], max_iter=300, tol=1e-3).fit(rows, gold)
    weights = model.coef_[0].astype(np.float16).astype(np.float32)
    return Regression(tuple(names[i] for i in kept), weights[: len(kept)], weights[len(kept) :], float(model.intercept_[0]))


def _cut(articles: Sequence[Annotated], candidates: Sequence[Sequence[Candidate]], unseen: Mapping[int, Scorer]) -> float:
    """The cut at which most is found and least wrongly (F1), by scorers that never saw the article's group."""
    asked = sum(len(one.gold) for one in articles)
    told = []
    for number, one in enumerate(articles):
        right = examples.matched(candidates[number], examples.tokens(one))
        told += [(odds, j in right) for j, odds in unseen[number].chosen(one.document, candidates[number])]

    def f1(cut: float) -> float:
        given = [right for odds, right in told if odds >= cut]
        return 2 * sum(given) / (len(given) + asked)

    return float(max(CUTS, key=lambda cut: (round(f1(cut), 6), cut)))


def _margin(seen: tuple, stretches: np.ndarray, unseen: Mapping[int, Scorer]) -> float:
    """The margin with which most words are rightly in or out, by scorers that never saw the article's group."""
    names, found, answers, article = seen
    words, inside = stretches[:, 0], stretches[:, 1].astype(bool)
    odds = np.zeros(len(answers))
    place = {name: column for column, name in enumerate(names)}
    for scorer in {id(one): one for one in unseen.values()}.values():
        mine = np.isin(article, [number for number, one in unseen.items() if one is scorer])
        weights = np.zeros(len(names))
        weights[[place[name] for name in scorer.content.names]] = scorer.content.weights
        odds[mine] = found[mine] @ weights + scorer.content.bias

    def right(margin: float) -> int:
        return int(words[(odds > np.where(inside, -margin, margin)) == answers.astype(bool)].sum())

    return max(reversed(MARGINS), key=right)
