"""How firm the stated differences are: a small table under the findings of a section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from framing.compare.checks import Checks
from framing.compare.robustness import Trial
from framing.report import findings
from framing.report.findings import Contrast
from framing.report.grid import Kind, aligned
from framing.report.names import Names
from framing.report.text import Markdown, escape, md, number, percent

_YES, _NO, _UNKNOWN = Markdown("holds"), Markdown("**falls**"), Markdown("–")


@dataclass(frozen=True)
class Firmness:
    """A stated difference on other terms. article, voices: None where they cannot be looked at.

    outlet: the outlet without which no difference of the kind may be stated, None when it holds without any one.
    stricter: whether it holds with twice the minimum of articles and observations.
    """

    contrast: Contrast
    article: Trial | None
    outlet: str | None
    stricter: bool
    voices: Trial | None


def firmness(contrast: Contrast, checks: Checks | None) -> Firmness | None:
    """The difference on other terms; None without checks."""
    if checks is None:
        return None
    high, low = contrast.high.ratio, contrast.low.ratio
    return Firmness(
        contrast, checks.without_one_article(high, low), _needed(contrast), checks.stricter(high, low), checks.all_voices(high, low)
    )  # fmt: skip


def _needed(contrast: Contrast) -> str | None:
    """The first outlet, of the two, without which no two others differ in the same figure by the rules, tests taken as they are."""
    for outlet in (str(contrast.high.ratio["outlet"]), str(contrast.low.ratio["outlet"])):
        cells = {where: cell for where, cell in contrast.grid.cells.items() if where[0] != outlet}
        if findings.contrast(replace(contrast.grid, cells=cells), contrast.column) is None:
            return outlet
    return None


def table(found: Sequence[Firmness], names: Names) -> Markdown:
    """The differences in the order in which they are stated, a row each; empty without any."""
    if not found:
        return Markdown()
    head = ("Difference", "without its strongest article", "without either outlet", "twice the minimum", "sources' words counted in")
    return aligned([Markdown(title) for title in head], [_line(one, names) for one in found], left=(0, 1, 2, 3, 4))


def _line(one: Firmness, names: Names) -> list[Markdown]:
    kind, row = one.contrast.grid.kind, one.contrast.high.ratio
    about = [names.actor(row["actor"])] if row["actor"] else []
    about += [names.category(kind.measure, row["category"])] if kind.across == "category" or not about else []
    outlets = md("{high} / {low}", high=row["outlet"], low=one.contrast.low.ratio["outlet"])
    others = _YES if one.outlet is None else md("{no} without {outlet}", no=_NO, outlet=one.outlet)
    return [
        md("{about}: {outlets}", about=", ".join(about), outlets=outlets),
        _trial(kind, one.article),
        others,
        _YES if one.stricter else _NO,
        _trial(kind, one.voices),
    ]


def _trial(kind: Kind, trial: Trial | None) -> Markdown:
    if trial is None:
        return _UNKNOWN
    if not trial.defined:
        return md("{no}: too little is left", no=_NO)
    written = percent if kind.unit == "share" else number
    values = md("{high} / {low}", high=written(trial.high.value), low=written(trial.low.value))
    without = md(" (without {article})", article=escape(trial.article)) if trial.article else Markdown()
    return md("{verdict}: {values}{without}", verdict=_YES if trial.survives else _NO, values=values, without=without)
