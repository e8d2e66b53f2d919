"""Avoidance: nouns that most other outlets call an actor by and this outlet never does.

Counts: labels of an actor with a head ("regime") in the outlets' own voice, in articles that label the actor at all.
A noun is avoided by an outlet that never uses it for the actor, while more than half of the other outlets do, five times or more
together; only outlets with enough articles and labels of the actor are asked, on either side.
Formulas:
    expected   labels of the actor in the outlet x (labels with the noun / labels of the actor, both in all other outlets)
    elsewhere  labels with the noun in all other outlets
    p          product over events of C(M - k, m) / C(M, m): the chance that none of the k articles with the noun is the outlet's,
               when its m articles are any m of the event's M that label the actor (hypergeometric)
The unit of the test is the article: a noun that one long article repeats is no twenty independent choices. p is what a permutation of
outlets over articles within event would give, in closed form. Every outlet and noun of the kind is in the family of tests, with p = 1
where the outlet does use the noun, so that looking only at zeros costs what it should.
Unit: labels. Range: from 0. Direction: higher is more surprising an absence; it does not say why the noun is absent.
Undefined: with too few articles or labels, and with one article an outlet.
Source: absence against a standard of comparison after Schroeter & Taylor (2018), Exploring Silence and Absence in Discourse, and Huckin
(2002), Textual silence and the discourse of homelessness; the test is the one-sided exact test of Fisher (1935), The Design of
Experiments. Worked by hand: 4 of 10 articles have the noun, 3 of the 10 are the outlet's: C(6, 3) / C(10, 3) = 20 / 120.

>>> float(chance_of_none(np.array([[10]]), np.array([[4]]), np.array([[3]])).round(4)[0])
0.1667
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy.special import gammaln

from framing.compare import resample
from framing.compare.figure import VOICES, Figure, Items, column, encode, flags, read
from framing.compare.resample import Sample
from framing.compare.rules import Rules
from framing.compare.sums import matrix
from framing.compare.table import assemble, held_out

LEAST = 5
METHOD = "other outlets' share of the noun x the outlet's labels of the actor"
TEST = f"{METHOD}; hypergeometric chance of no article with it, within event"


def figures(tables: Mapping[str, pa.Table]) -> list[Figure]:
    """What is counted: labels of each actor by head, in the outlet's own voice."""
    labels = read(tables, "mentions", actor="actor", voice="voice")
    heads = encode(pc.utf8_lower(column(tables, "mentions", "head")))
    labels = labels.take(flags(tables, "mentions", "kind", "label") & (labels.actor >= 0) & (labels.voice == VOICES.index("outlet")))
    counted = labels.of(heads)
    return [
        Figure(
            measure="avoidance",
            statistic="expected",
            table="mentions",
            counted=counted,
            base=labels,
            method=METHOD,
            closed=False,
            elsewhere=True,
        )
    ]


def chance_of_none(articles: np.ndarray, using: np.ndarray, own: np.ndarray) -> np.ndarray:
    """Chance that none of the `using` articles is among the `own`, from counts by event (the last axis), as a product over events."""
    without = articles - using
    possible = without >= own
    logs = _log_choose(np.maximum(without, own), own) - _log_choose(articles, own)
    return np.where(possible.all(axis=-1), np.exp(np.where(possible, logs, 0.0).sum(axis=-1)), 0.0)


def _log_choose(n: np.ndarray, k: np.ndarray) -> np.ndarray:
    return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)


def estimates(figure: Figure, sample: Sample, rules: Rules) -> list[pa.Table]:
    """Parts of the estimates table: expected and elsewhere for each outlet, actor and noun that is avoided."""
    counted = figure.counted.take(figure.counted.article >= 0)
    found = [absences for actor in range(len(counted.actors)) for absences in _of_actor(counted, actor, sample, rules)]
    q = resample.adjust(np.array([one.p for one in found]))
    never = [(one, corrected) for one, corrected in zip(found, q.tolist()) if not one.used]
    return [*_rows(never), held_out(figure.measure, np.array([one.p for one in found]))]


@dataclass(frozen=True)
class _Absence:
    """A noun in an outlet: used there, expected there, used elsewhere in so many labels and articles; users of outlets asked."""

    outlet: str
    actor: str
    noun: str
    used: float
    expected: float
    elsewhere: float
    articles: tuple[int, int]
    labels: tuple[int, int]
    users: tuple[int, int]
    p: float


def _of_actor(counted: Items, actor: int, sample: Sample, rules: Rules) -> Iterator[_Absence]:
    """Every outlet and noun that is asked for an actor, used or not."""
    mine = counted.take(counted.actor == actor)
    nouns, place = np.unique(mine.category, return_inverse=True)
    labels = matrix(sample, mine, place, len(nouns), mine.weight).toarray()
    has = labels.sum(axis=1) > 0
    uses, size = resample.outlet_sums(sample, labels), resample.outlet_sums(sample, labels.sum(axis=1, keepdims=True))[:, 0]
    articles = resample.outlet_sums(sample, has[:, None].astype(float))[:, 0]
    asked = np.array([note is None for note in rules.objections(articles, size, single=sample.single)], bool)
    events = _by_event(sample, has[:, None])[:, 0]
    of_outlet = {outlet: _by_event(sample, (has & (sample.outlet == outlet))[:, None])[:, 0] for outlet in np.flatnonzero(asked)}
    using = _by_event(sample, labels > 0)
    for noun, name in enumerate(nouns.tolist()):
        for outlet, own in of_outlet.items():
            others = asked & (np.arange(len(asked)) != outlet)
            users, elsewhere = int((uses[others, noun] > 0).sum()), uses[:, noun].sum() - uses[outlet, noun]
            if 2 * users <= others.sum() or elsewhere < LEAST:
                continue
            used = uses[outlet, noun]
            yield _Absence(
                outlet=sample.outlets[outlet],
                actor=counted.actors[actor],
                noun=counted.categories[name],
                used=used,
                expected=size[outlet] * elsewhere / (size.sum() - size[outlet]),
                elsewhere=elsewhere,
                articles=(int(articles[outlet]), int(articles.sum() - articles[outlet])),
                labels=(int(size[outlet]), int(size.sum() - size[outlet])),
                users=(users, int(others.sum())),
                p=1.0 if used else float(chance_of_none(events, using[:, noun], own)),
            )


def _by_event(sample: Sample, articles: np.ndarray) -> np.ndarray:
    """Articles of each event for which each column holds: events x columns."""
    return np.stack([articles[sample.event == event].sum(axis=0) for event in np.unique(sample.event)])


def _rows(never: list[tuple[_Absence, float]]) -> Iterator[pa.Table]:
    if not never:
        return
    found = [one for one, _ in never]
    common = {name: np.array([getattr(one, key) for one in found], object) for name, key in _COLUMNS.items()}
    common |= {"measure": "avoidance", "voice": "outlet"}
    notes = [f"used by {some} of {asked} other outlets with enough labels of the actor" for some, asked in (one.users for one in found)]
    for statistic, side, numbers in (
        ("expected", 0, {"p_value": np.array([one.p for one in found]), "q_value": np.array([q for _, q in never]), "method": TEST}),
        ("elsewhere", 1, {"method": "labels of all other outlets"}),
    ):
        sizes = {name: np.array([getattr(one, key)[side] for one in found]) for name, key in _SIZES.items()}
        value = np.array([getattr(one, statistic) for one in found], float)
        yield assemble(common | sizes | numbers | {"statistic": statistic, "value": value, "note": np.array(notes, object)})


_COLUMNS = {"outlet": "outlet", "actor": "actor", "category": "noun"}
_SIZES = {"articles": "articles", "observations": "labels"}
