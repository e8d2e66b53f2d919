"""Avoided labels: what most other outlets call an actor and an outlet never does, as a table and as sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.report.findings import Q
from framing.report.grid import aligned
from framing.report.names import Names
from framing.report.text import Markdown, escape, integer, md, number, plural

SHOWN = 20
SAID = 6

Row = Mapping[str, object]


@dataclass(frozen=True)
class Absence:
    """A noun that an outlet never uses for an actor: the estimate of how often it would be expected, and of its uses elsewhere."""

    expected: Row
    elsewhere: Row


@dataclass(frozen=True)
class Avoided:
    """The absences that chance does not explain (q < .05), most expected first, and how many of the tested ones it may explain."""

    absences: Sequence[Absence]
    explained: int
    tested: int

    @property
    def rows(self) -> list[Row]:
        """Estimates that the table opens."""
        return [absence.elsewhere for absence in self.absences]


def avoided(measure: str, estimates: Iterable[Row]) -> Avoided:
    """What outlets avoid, from the estimates of the measure."""
    pairs: dict[tuple[object, ...], dict[str, Row]] = {}
    tested = 0
    for row in estimates:
        if row["measure"] == measure:
            pairs.setdefault((row["outlet"], row["actor"], row["category"]), {})[row["statistic"]] = row
        elif row["measure"] == "tests" and row["category"] == measure:
            tested += int(row["value"])
    found = [Absence(**both) for _, both in sorted(pairs.items())]
    certain = sorted((one for one in found if one.expected["q_value"] < Q), key=lambda one: -one.expected["value"])
    return Avoided(certain[:SHOWN], len(found) - len(certain), tested)


def printed(found: Avoided, outlets: Sequence[str], names: Names, link: Callable[[Row], str]) -> Markdown:
    """The table in Markdown, outlets in the order of the others; empty without absences."""
    head = [Markdown(title) for title in ("Outlet", "never calls", "by the noun", "labels", "expected", "elsewhere", "other outlets", "q")]
    ordered = sorted(found.absences, key=lambda one: outlets.index(one.expected["outlet"]))
    return aligned(head, [_line(one, names, link) for one in ordered], left=(0, 1, 2, 6)) if ordered else Markdown()


def _line(one: Absence, names: Names, link: Callable[[Row], str]) -> list[Markdown]:
    row, there = one.expected, one.elsewhere
    used = md("[{count}][{name}] of {labels}", count=integer(int(there["value"])), name=link(there), labels=integer(there["observations"]))
    return [
        escape(row["outlet"]),
        escape(names.actor(row["actor"])),
        md("“{noun}”", noun=row["category"]),
        integer(row["observations"]),
        number(row["value"]),
        used,
        escape(_users(one)),
        _chance(row["q_value"]),
    ]


def remark(found: Avoided) -> Markdown:
    """What the table leaves out."""
    if not found.explained:
        return Markdown()
    return md(
        "{more} of nouns that most other outlets use may be chance (q of .05 or more) and {have} no line.",
        more=plural(found.explained, "further absence"),
        have="has" if found.explained == 1 else "have",
    )


def nothing(found: Avoided) -> Markdown:
    """Why there is no table."""
    if not found.tested:
        return Markdown("Too few outlets have the 5 articles and 20 labels of the same actor that it takes to tell an absence from chance.")
    return Markdown("No outlet lacks a noun that most others use so often that chance would not explain it.")


def sentences(found: Avoided, names: Names, link: Callable[[Row], str]) -> list[Markdown]:
    """One sentence for each of the largest absences."""
    return [_sentence(one, names, link) for one in found.absences[:SAID]]


def _sentence(one: Absence, names: Names, link: Callable[[Row], str]) -> Markdown:
    row, there = one.expected, one.elsewhere
    return md(
        "In its own voice, {outlet} never uses the noun “{noun}” for {actor} ({labels} in {articles}); at the rate of the other outlets, "
        "which use it in [{count}][{name}] of {others}, it would be expected {expected} ({chance}).",
        outlet=row["outlet"],
        noun=row["category"],
        actor=names.actor(row["actor"]),
        labels=plural(row["observations"], "label"),
        articles=plural(row["articles"], "article"),
        count=integer(int(there["value"])),
        name=link(there),
        others=plural(there["observations"], "label"),
        expected=_times(row["value"]),
        chance=md("q {chance}", chance=_chance(row["q_value"], equals="= ")),
    )


def _times(expected: float) -> Markdown:
    return md("about {times}", times=plural(round(expected), "time")) if expected >= 1 else Markdown("less than once")


def _users(one: Absence) -> str:
    """Of the other outlets with enough labels, how many use it, from the estimate's note: "9 of 10"."""
    words = str(one.expected["note"]).split()
    return " ".join(words[2:5])


def _chance(q: float, *, equals: str = "") -> Markdown:
    return Markdown("< .001" if q < 0.001 else f"{equals}{q:.3f}".replace("0.", "."))


def says(row: Row, names: Names) -> Markdown:
    """What an absence's evidence page says of it."""
    return md(
        "{outlet} never uses the noun “{noun}” for {actor} in its own voice. The other outlets do so in {count} of {labels}.",
        outlet=row["outlet"],
        noun=row["category"],
        actor=names.actor(row["actor"]),
        count=integer(int(row["value"])),
        labels=plural(row["observations"], "label"),
    )
