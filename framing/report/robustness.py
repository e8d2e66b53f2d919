"""How firm the stated differences are: a small table under the findings of a section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.compare.checks import Checks
from framing.compare.entries import HALVES
from framing.compare.robustness import Trial
from framing.report import findings
from framing.report.findings import Contrast
from framing.report.grid import Kind, aligned
from framing.report.names import Names
from framing.report.text import Markdown, escape, integer, md, number, percent

_YES, _NO, _UNKNOWN, _SAME = Markdown("holds"), Markdown("**falls**"), Markdown("–"), Markdown("the same")


@dataclass(frozen=True)
class Firmness:
    """A stated difference on other terms. article, entry, voices: None where they cannot be looked at; halves: None likewise.

    outlet: the outlet without which no difference of the kind may be stated, None when it holds without any one.
    stricter: whether it holds with twice the minimum of articles and observations. others: by another lexicon, in the order given.
    """

    contrast: Contrast
    article: Trial | None
    outlet: str | None
    stricter: bool
    voices: Trial | None
    halves: int | None
    entry: Trial | None
    others: Sequence[Trial | None]


def firmness(contrast: Contrast, checks: Checks | None, others: Sequence[Checks] = ()) -> Firmness | None:
    """The difference on other terms; None without checks. others: the same of the observations of other lexicons."""
    if checks is None:
        return None
    both = contrast.high.ratio, contrast.low.ratio
    return Firmness(
        contrast, checks.without_one_article(*both), _needed(contrast), checks.stricter(*both), checks.all_voices(*both),
        checks.halves(*both), checks.without_commonest_entry(*both), [other.again(*both) for other in others],
    )  # fmt: skip


def _needed(contrast: Contrast) -> str | None:
    """The first outlet, of the two, without which no two others differ in the same figure by the rules, tests taken as they are."""
    for outlet in (str(contrast.high.ratio["outlet"]), str(contrast.low.ratio["outlet"])):
        cells = {where: cell for where, cell in contrast.grid.cells.items() if where[0] != outlet}
        if findings.contrast(replace(contrast.grid, cells=cells), contrast.column) is None:
            return outlet
    return None


def table(found: Sequence[Firmness], names: Names, lexicons: Sequence[str] = ()) -> Markdown:
    """The differences in the order in which they are stated, a row each; empty without any. lexicons: names of the other lexicons."""
    if not found:
        return Markdown()
    titles = [title for title, _ in _COLUMNS]
    lines = [[_about(one, names), *(cell(one) for _, cell in _COLUMNS), *_by_others(one)] for one in found]
    # A column in which nothing can be looked at, or that another lexicon leaves as it is, says nothing.
    kept = [0, *(place for place in range(1, len(lines[0])) if any(line[place] not in (_UNKNOWN, _SAME) for line in lines))]
    head = ["Difference", *titles, *(f"with {lexicon}" for lexicon in lexicons)]
    return aligned([escape(head[place]) for place in kept], [[line[place] for place in kept] for line in lines], left=range(len(kept)))


def _about(one: Firmness, names: Names) -> Markdown:
    kind, row = one.contrast.grid.kind, one.contrast.high.ratio
    about = [names.actor(row["actor"])] if row["actor"] else []
    about += [names.category(kind.measure, row["category"])] if kind.across == "category" or not about else []
    outlets = md("{high} / {low}", high=row["outlet"], low=one.contrast.low.ratio["outlet"])
    return md("{about}: {outlets}", about=", ".join(about), outlets=outlets)


def _article(one: Firmness) -> Markdown:
    return _trial(one.contrast.grid.kind, one.article)


def _outlet(one: Firmness) -> Markdown:
    return _YES if one.outlet is None else md("{no} without {outlet}", no=_NO, outlet=one.outlet)


def _stricter(one: Firmness) -> Markdown:
    return _YES if one.stricter else _NO


def _voices(one: Firmness) -> Markdown:
    return _trial(one.contrast.grid.kind, one.voices)


def _halves(one: Firmness) -> Markdown:
    return _UNKNOWN if one.halves is None else md("{stays} of {all}", stays=integer(one.halves), all=integer(HALVES))


def _entry(one: Firmness) -> Markdown:
    return _trial(one.contrast.grid.kind, one.entry)


def _by_others(one: Firmness) -> list[Markdown]:
    stated = [round(cell.ratio["value"], 6) for cell in (one.contrast.high, one.contrast.low)]
    same = [bool(trial and trial.defined and [round(part.value, 6) for part in (trial.high, trial.low)] == stated) for trial in one.others]
    return [_SAME if unchanged else _trial(one.contrast.grid.kind, trial) for trial, unchanged in zip(one.others, same)]


_COLUMNS = (
    ("without its strongest article", _article), ("without either outlet", _outlet), ("twice the minimum", _stricter),
    ("sources' words counted in", _voices), ("half of the entries", _halves), ("without the commonest entry", _entry),
)  # fmt: skip


def _trial(kind: Kind, trial: Trial | None) -> Markdown:
    if trial is None:
        return _UNKNOWN
    without = md(" (without {what})", what=escape(trial.left_out)) if trial.left_out else Markdown()
    if not trial.defined:
        return md("{no}: too little is left{without}", no=_NO, without=without)
    written = percent if kind.unit == "share" else number
    values = md("{high} / {low}", high=written(trial.high.value), low=written(trial.low.value))
    return md("{verdict}: {values}{without}", verdict=_YES if trial.survives else _NO, values=values, without=without)
