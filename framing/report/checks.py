"""What is added to a stated difference: what is left of it within shared events, and without agency copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framing.compare.checks import Checks
from framing.compare.matched import SHARED_EVENTS, Matched
from framing.compare.subset import Part
from framing.report.findings import Contrast
from framing.report.grid import Kind, Row
from framing.report.text import Markdown, integer, join, md, number, percent, series


@dataclass(frozen=True)
class Checked:
    """A stated difference with what was looked at again.

    matched: within the events that both report, None without events. against: the two against all others, where they share too few events.
    high, low: without agency copy, None where there is none.
    """

    contrast: Contrast
    matched: Matched | None
    high: Part | None
    low: Part | None
    against: tuple[Matched | None, Matched | None] = (None, None)


def checked(contrast: Contrast, checks: Checks | None) -> Checked:
    """The difference looked at again; not, without checks."""
    if checks is None:
        return Checked(contrast, None, None, None)
    high, low = contrast.high.ratio, contrast.low.ratio
    pair = checks.matched(high, low)
    alone = pair is not None and pair.wording is None
    against = (checks.matched(high, None), checks.matched(low, None)) if alone else (None, None)
    return Checked(contrast, pair, checks.without_wire(high), checks.without_wire(low), against)


def clauses(found: Checked) -> Markdown:
    """The sentences to add to the finding; empty when there is nothing to add."""
    said = [sentence for sentence in (_matched(found), _without_wire(found)) if sentence]
    return join(said, " ")


def _matched(found: Checked) -> Markdown:
    parts, kind = found.matched, found.contrast.grid.kind
    if parts is None or parts.wording is None:
        return _against(found)
    whole, within = _amount(kind, parts.difference), _amount(kind, parts.wording)
    same = "the same " if whole == within else ""
    rest = "" if same else md(" instead of {whole}; {part}", whole=whole, part=_REST if parts.choice > 0 else _HIDDEN)
    return md(
        "Within the {events} events that both report, the difference is {same}{within}{ends}{rest}{none}.",
        events=integer(parts.events),
        same=Markdown(same),
        within=_points(kind, parts.wording),
        ends=_between(kind, parts.low, parts.high),
        rest=rest,
        none=Markdown("; it may be none there" if parts.low is not None and parts.low <= 0 else ""),
    )


def _against(found: Checked) -> Markdown:
    """The two outlets against all others within events, where they share too few with each other."""
    rows = (found.contrast.high.ratio, found.contrast.low.ratio)
    told = [(row, parts) for row, parts in zip(rows, found.against) if parts and parts.wording]
    said = [_one_against(found.contrast.grid.kind, row, parts) for row, parts in told]
    return md("The two share too few events; {listed}.", listed=series(said)) if said else Markdown()


def _one_against(kind: Kind, row: Row, parts: Matched) -> Markdown:
    low, high = parts.low, parts.high
    if parts.wording < 0 and low is not None and high is not None:
        low, high = -high, -low
    return md(
        "within {events} events {outlet} is {points}{ends} {side} the others that report them{none}",
        events=integer(parts.events),
        outlet=row["outlet"],
        points=_points(kind, abs(parts.wording)),
        ends=_between(kind, low, high),
        side=Markdown("above" if parts.wording > 0 else "below"),
        none=Markdown(", which may be none" if low is not None and low <= 0 else ""),
    )


def _between(kind: Kind, low: float | None, high: float | None) -> Markdown:
    """The ends of an interval in brackets, empty without one."""
    return Markdown() if low is None or high is None else md(" ({low} to {high})", low=_amount(kind, low), high=_amount(kind, high))


_REST = Markdown("the rest goes with the choice of events")
_HIDDEN = Markdown("the choice of events makes it look smaller")


def _points(kind: Kind, value: float) -> Markdown:
    """A difference with its unit."""
    amount = _amount(kind, value)
    return md("{amount} percentage point{s}", amount=amount, s="" if amount == "1" else "s") if kind.unit == "share" else amount


def _amount(kind: Kind, value: float) -> Markdown:
    """A difference: points without decimals, numbers as elsewhere."""
    if kind.unit != "share":
        return number(value)
    return Markdown(str(round(100 * value)).replace("-", "\N{MINUS SIGN}"))


def _without_wire(found: Checked) -> Markdown:
    """Without agency copy the figures are ...; only where one of the two outlets prints any."""
    both = [(found.contrast.high.ratio, found.high), (found.contrast.low.ratio, found.low)]
    if not any(part for _, part in both):
        return Markdown()
    said = [md("{outlet} {value}", outlet=row["outlet"], value=_value(found.contrast.grid.kind, part)) for row, part in both]
    tail = "" if _apart(found) else "; the intervals then overlap" if _known(found) else ""
    return md("Without agency copy: {listed}{tail}.", listed=join(said, ", "), tail=Markdown(tail))


def _value(kind: Kind, part: Part | None) -> Markdown:
    if part is None:
        return Markdown("unchanged")
    articles = md("{count} article{s}", count=integer(part.articles), s="" if part.articles == 1 else "s")
    if part.value is None:
        return md("too few ({articles})", articles=articles) if part.articles else Markdown("no article")
    return md("{value} ({articles})", value=_ends(kind, part.value, part.low, part.high), articles=articles)


def _ends(kind: Kind, value: float, low: float | None, high: float | None) -> Markdown:
    written = percent if kind.unit == "share" else number
    if low is None or high is None:
        return written(value)
    return md("{value}, {low} to {high}", value=written(value), low=Markdown(written(low).removesuffix("%")), high=written(high))


def _known(found: Checked) -> bool:
    """Whether both figures may be given without agency copy."""
    return all(part is None or part.value is not None for part in (found.high, found.low))


def _apart(found: Checked) -> bool:
    """Whether the intervals still do not overlap."""
    if not _known(found):
        return False
    low, high = _end(found.contrast.low.ratio, found.low, "high"), _end(found.contrast.high.ratio, found.high, "low")
    return low < high


def _end(row: Row, part: Part | None, end: str) -> float:
    value, limit = (row["value"], row[end]) if part is None else (part.value, getattr(part, end))
    return value if limit is None else limit


def untold(found: Sequence[Checked]) -> Markdown:
    """For how many of the stated differences choice of event and wording cannot be told apart; empty when for none."""
    tried = [one for one in found if one.matched]
    without = sum(not _matched(one) for one in tried)
    if not without:
        return Markdown()
    which = "any of the" if without == len(tried) else md("{n} of the {all}", n=integer(without), all=integer(len(tried)))
    return md(
        "How much of {which} differences below goes with the choice of events: that takes {events} events, and in them 5 articles and 20 "
        "observations, that an outlet shares with the other or with all others.",
        which=which,
        events=integer(SHARED_EVENTS),
    )
