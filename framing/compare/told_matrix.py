"""The estimates of what is told, as matrices of facts by outlets: one an event, those with most outlets first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.compare.told import BETWEEN, MEASURE

EVENTS = 3
"""Matrices shown at most; all are in the estimates."""
ROOM = {"casualties": 6, "background": 8, "history": 5, "number": 6, "action": 5, "place": 8, "name": 5}
"""Facts of each kind shown at most, in this order; half of it where several events are shown."""
SAID_FIRST = ("background", "casualties", "history", "number", "action")

Row = Mapping[str, object]


@dataclass(frozen=True)
class Fact:
    """A fact with its estimates by outlet (0 where no sentence was found) and the outlets that tell it first by date, if any."""

    kind: str
    says: str
    counts: Mapping[str, Row]
    first: frozenset[str]

    @property
    def told(self) -> list[str]:
        """Outlets with a sentence that tells it."""
        return [outlet for outlet, row in self.counts.items() if row["value"]]

    @property
    def missing(self) -> list[str]:
        """Outlets in whose articles of the event no sentence was found."""
        return [outlet for outlet, row in self.counts.items() if not row["value"]]


@dataclass(frozen=True)
class Matrix:
    """An event's facts, in order of kind, those that most outlets tell first. articles: of each outlet; further: facts without room."""

    event: str
    articles: Mapping[str, int]
    facts: Sequence[Fact]
    further: int

    @property
    def outlets(self) -> list[str]:
        """Outlets with an article of the event."""
        return list(self.articles)


def matrices(estimates: Iterable[Row], outlets: Sequence[str], *, most: int = EVENTS) -> tuple[list[Matrix], int]:
    """The matrices of the events with most outlets, and how many events have none here. outlets: in the order to show them."""
    of_fact: dict[str, dict[str, dict[str, dict[str, Row]]]] = defaultdict(lambda: defaultdict(dict))
    for row in estimates:
        if row["measure"] == MEASURE:
            event, _, fact = str(row["category"]).partition(BETWEEN)
            of_fact[event][fact].setdefault(str(row["statistic"]), {})[str(row["outlet"])] = row
    parts = 1 if min(len(of_fact), most) == 1 else 2
    made = [_matrix(event, facts, outlets, parts) for event, facts in sorted(of_fact.items())]
    made.sort(key=lambda matrix: (-len(matrix.outlets), -sum(matrix.articles.values()), matrix.event))
    return made[:most], max(0, len(made) - most)


def _matrix(event: str, facts: Mapping[str, Mapping[str, Mapping[str, Row]]], outlets: Sequence[str], parts: int) -> Matrix:
    found: dict[str, list[Fact]] = defaultdict(list)
    articles: dict[str, int] = {}
    for name, statistics in facts.items():
        kind, _, says = name.partition(BETWEEN)
        counts = {outlet: statistics["count"][outlet] for outlet in outlets if outlet in statistics["count"]}
        articles = {outlet: int(row["articles"]) for outlet, row in counts.items()}
        found[kind].append(Fact(kind, says, counts, frozenset(statistics.get("first", ()))))
    # A number that one outlet alone tells is mostly a detail; casualties and background are not.
    worth = {kind: [fact for fact in facts if kind != "number" or len(fact.told) > 1] for kind, facts in found.items()}
    shown = [fact for kind, room in ROOM.items() for fact in sorted(worth.get(kind, ()), key=_order)[: room // parts]]
    return Matrix(event, articles, shown, sum(map(len, found.values())) - len(shown))


def _order(fact: Fact) -> tuple[int, str]:
    return -len(fact.told), fact.says


def telling(matrix: Matrix, *, most: int) -> list[Fact]:
    """The facts worth a sentence: told by all outlets but one (of at least four), then background and casualties that one alone tells."""
    enough = len(matrix.outlets) >= 4
    nearly = [fact for fact in matrix.facts if enough and len(fact.missing) == 1 and fact.kind in SAID_FIRST]
    alone = [fact for fact in matrix.facts if len(fact.told) == 1 and fact.kind in SAID_FIRST[:2]]
    nearly.sort(key=lambda fact: SAID_FIRST.index(fact.kind))
    alone.sort(key=lambda fact: SAID_FIRST.index(fact.kind))
    kept = nearly[: most - min(len(alone), most // 2)]
    return [*kept, *alone[: most - len(kept)]]
