"""Where a rule may misfire: outlets whose texts are not of the kind that the rules were written for, or are unlike those of the others.

Warned of are texts that lost a mark of punctuation altogether, and outlets of which a share lies above that of every other outlet taken
together by so much that a difference in other figures may come from it (differential error).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.report.grid import Row
from framing.report.text import Markdown, integer, md, number, percent, plural, series

LEAST_WORDS, LEAST_SENTENCES = 500, 100
LOST: Mapping[str, tuple[float, str]] = {
    "apostrophes": (0.5, "possessors (“the army's”) and contractions are then missed or read as other words"),
    "commas": (10.0, "clauses, appositions and the bounds of what somebody said are then found less surely"),
    "determiners": (50.0, "where a noun phrase begins and ends, and who is meant, is then found less surely"),
}
"""Marks per 1,000 words below which a text has lost them (English news has about 10 apostrophes, 50 commas, and 80 to 110 of the words a,
an and the, which translations and telegraphic texts leave out), and what suffers."""
_TWICE, _LARGE, _THRICE = 2.0, 0.15, 3.0
_UNLIKE = {
    "hard_sentences": "hard to parse",
    "unresolved_mentions": "of no actor that could be told",
    "unresolved_sources": "without a source that could be told",
}
_BASES = {"hard_sentences": "sentences", "unresolved_mentions": "mentions", "unresolved_sources": "attributions"}


@dataclass(frozen=True)
class Caution:
    """A warning. rows: the outlets' estimates that it rests on; what: of what there is too little or too much; why: what suffers."""

    measure: str
    what: str
    why: str
    rows: Sequence[Row]
    others: float | None = None

    @property
    def outlets(self) -> list[str]:
        """Whom it is about."""
        return [row["outlet"] for row in self.rows]


def cautions(estimates: Iterable[Row]) -> list[Caution]:
    """The warnings of a report, of lost marks first; outlets in alphabetical order."""
    wanted = {"punctuation", "article_words", *_UNLIKE}
    by_measure: dict[tuple[str, str | None, str], list[Row]] = defaultdict(list)
    for row in estimates:
        if row["measure"] in wanted and row["voice"] == "all":
            by_measure[row["measure"], row["category"], "count" if row["statistic"] == "count" else "figure"].append(row)
    found = []
    for mark, (least, why) in LOST.items():
        counts = by_measure["punctuation", mark, "count"]
        lost = [row for row in counts if row["observations"] >= LEAST_WORDS and 1000 * row["value"] / row["observations"] < least]
        if lost:
            found.append(Caution("punctuation", mark, why, lost))
    for measure, what in _UNLIKE.items():
        found += [Caution(measure, what, "", [row], others) for row, others in _unlike(by_measure[measure, None, "count"])]
    return found + _lengths(by_measure["article_words", None, "figure"])


def _unlike(counts: Sequence[Row]) -> list[tuple[Row, float]]:
    """Outlets with a share that is large and twice that of all others together, with that share."""
    found = []
    for row in counts:
        rest = [other for other in counts if other is not row]
        base = sum(other["observations"] for other in rest)
        if row["observations"] < LEAST_SENTENCES or base < LEAST_SENTENCES:
            continue
        share, others = row["value"] / row["observations"], sum(other["value"] for other in rest) / base
        if share >= _LARGE and share >= _TWICE * others:
            found.append((row, others))
    return found


def _lengths(means: Sequence[Row]) -> list[Caution]:
    """Outlets whose articles are three times as long as those of the outlet in the middle, or a third."""
    lengths = sorted(row["value"] for row in means if row["value"])
    if len(lengths) < 3:
        return []
    middle = lengths[len(lengths) // 2]
    unlike = [row for row in means if row["value"] and not middle / _THRICE < row["value"] < middle * _THRICE]
    return [Caution("article_words", "words an article", "", [row], middle) for row in unlike]


def sentence(caution: Caution, shown: Callable[[Row], Markdown], total: int) -> Markdown:
    """The warning in words. shown: a count as a share of its base, a link to its evidence; total: outlets of the report."""
    rows = caution.rows
    if caution.measure == "punctuation":
        names = series([md("{outlet}", outlet=row["outlet"]) for row in rows]) if len(rows) < total else Markdown("all outlets")
        words, marks = sum(row["observations"] for row in rows), sum(row["value"] for row in rows)
        few = "have few of the words “a”, “an” and “the”, as translations and telegraphic texts do"
        return md(
            "The texts of {names} {what} ({marks} in {words}): {why}.",
            names=names, what=Markdown(few if caution.what == "determiners" else f"have lost their {caution.what}"),
            marks=integer(int(marks)), words=plural(words, "word"), why=Markdown(caution.why),
        )  # fmt: skip
    [row] = rows
    if caution.measure == "article_words":
        return md(
            "Articles of {outlet} have {value} words on average, those of the outlet in the middle {others}: rates per article and what "
            "stands in a lead are not alike.",
            outlet=row["outlet"], value=number(row["value"]), others=number(caution.others),
        )  # fmt: skip
    return md(
        "{outlet}: {value} of its {base} are {what}, {others} elsewhere; a difference of this outlet from others may be one of "
        "measurement.",
        outlet=row["outlet"], value=shown(row), base=_BASES[caution.measure], what=caution.what, others=percent(caution.others),
    )  # fmt: skip
