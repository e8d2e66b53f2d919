"""What is added to a stated difference: what is left of it within shared events, and without agency copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from framing.compare.checks import Checks
from framing.compare.matched import SHARED_EVENTS, Matched
from framing.report.findings import Contrast
from framing.report.grid import Kind, Row
from framing.report.text import Markdown, integer, join, md, number, percent, plural, series


@dataclass(frozen=True)
class Checked:
    """A stated difference with what was looked at again.

    matched: within the events that both report, None without events. against: the two against all others, where they share too few events.
    """

    contrast: Contrast
    matched: Matched | None
    against: tuple[Matched | None, Matched | None] = (None, None)


def checked(contrast: Contrast, checks: Checks | None) -> Checked:
    """The difference looked at again; not, without checks."""
    if checks is None:
        return Checked(contrast, None)
    high, low = contrast.high.ratio, contrast.low.ratio
    pair = checks.matched(high, low)
    alone = pair is not None and pair.wording is None
    against = (checks.matched(high, None), checks.matched(low, None)) if alone else (None, None)
    return Checked(contrast, pair, against)


def clauses(found: Checked) -> Markdown:
    """The sentences to add to the finding; empty when there is nothing to add."""
    said = [sentence for sentence in (_matched(found), _without_wire(found.contrast)) if sentence]
    return join(said, " ")


def _matched(found: Checked) -> Markdown:
    parts, kind = found.matched, found.contrast.grid.kind
    if parts is None or parts.wording is None:
        return _against(found)
    whole, within = _amount(kind, parts.difference), _amount(kind, parts.wording)
    same = "the same " if whole == within else ""
    rest = "" if same else md(" instead of {whole}{part}", whole=whole, part=_part(parts))
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


def _part(parts: Matched) -> Markdown:
    """What the choice of events does to the difference; empty where it is little."""
    if abs(parts.choice) < _LITTLE * abs(parts.difference):
        return Markdown()
    return Markdown("; the rest goes with the choice of events" if parts.choice > 0 else "; the choice of events makes it look smaller")


_LITTLE = 0.1


def _points(kind: Kind, value: float) -> Markdown:
    """A difference with its unit."""
    amount = _amount(kind, value)
    return md("{amount} percentage point{s}", amount=amount, s="" if amount == "1" else "s") if kind.unit == "share" else amount


def _amount(kind: Kind, value: float) -> Markdown:
    """A difference: points without decimals, numbers as elsewhere."""
    if kind.unit != "share":
        return number(value)
    return Markdown(str(round(100 * value)).replace("-", "\N{MINUS SIGN}"))


def _without_wire(contrast: Contrast) -> Markdown:
    """What the difference is without agency copy; empty where neither outlet's figure has any."""
    kind, high, low = contrast.grid.kind, contrast.high.ratio, contrast.low.ratio
    touched = [row for row in (high, low) if row["without_wire_observations"] != row["observations"]]
    few = [row for row in touched if row["without_wire"] is None]
    if few:
        left = [md("{outlet} ({articles})", outlet=row["outlet"], articles=_articles(row)) for row in few]
        return md("Without agency copy too little is left of {listed} to say.", listed=series(left))
    if not touched:
        return Markdown()
    whole, rest = (_amount(kind, high[name] - low[name]) for name in ("value", "without_wire"))
    return md(
        "Without agency copy the difference is {same}{points}{whole} ({listed}){overlap}.",
        same=Markdown("the same " if whole == rest else ""),
        points=_points(kind, high["without_wire"] - low["without_wire"]),
        whole="" if whole == rest else md(" instead of {whole}", whole=whole),
        listed=join([_rest(kind, row) for row in touched], "; "),
        overlap=Markdown("" if _apart(high, low) else "; the intervals then overlap"),
    )


def _rest(kind: Kind, row: Row) -> Markdown:
    """An outlet's figure without agency copy."""
    written = percent if kind.unit == "share" else number
    low, high, articles = row["without_wire_low"], row["without_wire_high"], _articles(row)
    shown = md("{outlet} {value}", outlet=row["outlet"], value=written(row["without_wire"]))
    if low is None or high is None:
        return md("{shown} in {articles}", shown=shown, articles=articles)
    ends = md("{low} to {high}", low=Markdown(written(low).removesuffix("%")), high=written(high))
    return md("{shown}, {ends}, in {articles}", shown=shown, ends=ends, articles=articles)


def _articles(row: Row) -> Markdown:
    count = row["without_wire_articles"]
    return plural(count, "article") if count else Markdown("no article")


def _apart(high: Row, low: Row) -> bool:
    """Whether the intervals do not overlap without agency copy either."""
    top = low["without_wire"] if low["without_wire_high"] is None else low["without_wire_high"]
    bottom = high["without_wire"] if high["without_wire_low"] is None else high["without_wire_low"]
    return top < bottom


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
