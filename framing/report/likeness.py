"""How alike the outlets are: the section on profiles, distances and telling outlets apart by their wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.report.evidence import Figure, group_name, key
from framing.report.findings import Q
from framing.report.grid import Row, aligned
from framing.report.names import Names
from framing.report.questions import Question
from framing.report.sections import Section, Table
from framing.report.text import Markdown, escape, integer, join, md, number, percent, plural, series

if TYPE_CHECKING:
    from framing.charts import Chart

QUESTION = Question(
    name="likeness",
    letter="J",
    title="How alike the outlets are",
    asks="Which outlets are alike, and can they be told apart by their words alone?",
    counted="An outlet's profiles are the shares of facets among its labels for each actor, of types of sources and stances of cues, of "
    "tones toward each actor, and of kinds of loaded, hedging and other words; labels, tone and words in its own voice. The distance of "
    "two outlets is the Jensen-Shannon distance of their profiles, from 0 (the same) to 1 (nothing in common), averaged over profiles. "
    "Outlets with few observations lie apart by chance alone, so the distance by chance stands beside: that of outlets to which articles "
    "are dealt at random within event. “In draws” is how often the nearest outlet is the nearest in the bootstrap. A distance sums up all "
    "observations of a profile; the sections above lead to them.",
    charts=("outlet_map", "outlet_tree"),
)
_PROFILES = {"labels": "{category} labels for {actor}", "tone": "{category} tone toward {actor}", "language": "{category} words"}


@dataclass(frozen=True)
class Likeness:
    """The estimates of the section. pairs, apart: by outlet; words: of each outlet, best first."""

    pairs: Mapping[str, Sequence[Row]]
    chance: Mapping[tuple[str, str], float]
    nearest: Mapping[tuple[str, str], float]
    apart: Mapping[str, Sequence[Row]]
    recognised: Mapping[str, Row]
    together: Row | None
    words: Mapping[str, Sequence[Row]]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.pairs and not self.recognised


def likeness(estimates: Iterable[Row]) -> Likeness:
    """What the estimates say of it."""
    pairs, apart, words = defaultdict(list), defaultdict(list), defaultdict(list)
    chance, nearest, recognised, z = {}, {}, {}, {}
    together = None
    for row in estimates:
        kind = (row["measure"], row["statistic"])
        where = (row["outlet"], row["category"])
        if kind == ("distance", "jensen_shannon"):
            pairs[row["outlet"]].append(row)
        elif kind == ("distance", "chance"):
            chance[where] = row["value"]
        elif kind == ("distance", "nearest"):
            nearest[where] = row["value"]
        elif kind == ("distance", "apart_by"):
            apart[row["outlet"]].append(row)
        elif kind == ("wording", "recognised"):
            recognised[row["outlet"]] = row
        elif kind == ("wording", "balanced_accuracy"):
            together = row
        elif kind == ("wording", "count"):
            words[row["outlet"]].append(row)
        elif kind == ("wording", "z"):
            z[where] = row["value"]
    for rows in words.values():
        rows.sort(key=lambda row: (-z[row["outlet"], row["category"]], row["category"]))
    for rows in apart.values():
        rows.sort(key=lambda row: -abs(row["value"]))
    return Likeness(dict(pairs), chance, nearest, dict(apart), recognised, together, dict(words))


def figures(found: Likeness, outlets: Sequence[str]) -> list[Figure]:
    """The figures of the words, named J1, J2, ... in reading order."""
    rows = [row for outlet in outlets for row in found.words.get(outlet, ())]
    made = []
    for place, row in enumerate(rows, 1):
        says = md(
            "{outlet}. “{word}”: {uses} in {articles}.", outlet=row["outlet"], word=row["category"], uses=plural(int(row["value"]), "use"),
            articles=plural(row["articles"], "article"),
        )  # fmt: skip
        heading = md("{title}: words of {outlet}", title=QUESTION.title, outlet=row["outlet"])
        made.append(Figure(f"{QUESTION.letter}{place}", row, says, group_name(QUESTION.name, row["outlet"]), heading, "sentences"))
    return made


def section(found: Likeness, charts: Sequence[Chart], placed: Mapping[tuple, Figure], outlets: Sequence[str], names: Names) -> Section:
    """The section, with its charts among all and links to the evidence of words. placed: figures by key."""
    said = [] if found.empty else [one for one in (_pairs(found), _left_out(found, outlets), _recognised(found)) if one]
    made = [("Profiles", _distances(found, outlets, names)), ("Wording", _words(found, placed, outlets))]
    tables = [Table(Markdown(title), text, Markdown()) for title, text in made if text]
    drawn = [chart for chart in charts if chart.name in QUESTION.charts]
    return Section(QUESTION, drawn, said or [Markdown(_FEW)], tables, not said, Markdown(_FEW), Markdown())


_FEW = (
    "There are too few articles for profiles of outlets: that takes two outlets of 5 articles and more, with 20 observations in each of "
    "two profiles."
)


def _pairs(found: Likeness) -> Markdown:
    rows = [row for rows in found.pairs.values() for row in rows if row["outlet"] < row["category"]]
    if not rows:
        return Markdown("No two outlets have enough articles and observations for a distance.")
    near, far = min(rows, key=lambda row: row["value"]), max(rows, key=lambda row: row["value"])
    used = near["note"].removeprefix("profiles: ").split(", ")
    told = [md("By their profiles of {used},", used=series([Markdown(name) for name in used]))]
    if len(rows) > 1:
        told.append(md("{near} are most alike, {far} least.", near=_pair(near), far=_pair(far)))
    else:
        told.append(md("{near} lie apart.", near=_pair(near)))
    tested = [row for row in rows if row["q_value"] is not None]
    if tested:
        more = sum(row["q_value"] < Q for row in tested)
        told.append(
            md("{more} of {all} pairs of outlets lie further apart than outlets to which articles are dealt at random (q < .05).",
               more=integer(more), all=integer(len(tested)))
        )  # fmt: skip
    return join(told, " ")


def _pair(row: Row) -> Markdown:
    return md(
        "{one} and {other} ({value}, 95% interval {low} to {high})", one=row["outlet"], other=row["category"], value=number(row["value"]),
        low=number(row["low"]), high=number(row["high"]),
    )  # fmt: skip


def _left_out(found: Likeness, outlets: Sequence[str]) -> Markdown:
    out = [outlet for outlet in outlets if found.pairs and outlet not in found.pairs]
    if not out:
        return Markdown()
    have = "has" if len(out) == 1 else "have"
    return md("{outlets} {have} too few articles or observations for a profile.", outlets=series([escape(one) for one in out]), have=have)


def _recognised(found: Likeness) -> Markdown:
    if found.together is None:
        return Markdown()
    many, row = len(found.recognised), found.together
    ends = Markdown()
    if row["low"] is not None:
        ends = md(" (95% interval {low} to {high})", low=Markdown(percent(row["low"]).removesuffix("%")), high=percent(row["high"]))
    return md(
        "From the words in small letters alone, a classifier that never saw the event or day tells the outlet of an article right in "
        "{share}{ends} of cases, each of {many} outlets counting the same; guessing would be right in {chance}.",
        share=percent(row["value"]), ends=ends, many=integer(many), chance=percent(1 / many),
    )  # fmt: skip


def _distances(found: Likeness, outlets: Sequence[str], names: Names) -> Markdown:
    if not found.pairs:
        return Markdown()
    head = [Markdown(title) for title in ("Outlet", "articles", "nearest", "in draws", "by chance", "farthest", "what sets it apart most")]
    return aligned(head, [_line(found, outlet, names) for outlet in outlets if outlet in found.pairs], left=(0, 2, 5, 6))


def _line(found: Likeness, outlet: str, names: Names) -> list[Markdown]:
    rows = found.pairs[outlet]
    near, far = min(rows, key=lambda row: row["value"]), max(rows, key=lambda row: row["value"])
    where = (outlet, near["category"])
    support = percent(found.nearest[where]) if where in found.nearest else Markdown("–")
    chance = number(found.chance[where]) if where in found.chance else Markdown("–")
    apart = series([_category(row, names) for row in found.apart.get(outlet, ())])
    return [escape(outlet), integer(near["articles"]), _beside(near), support, chance, _beside(far), apart]


def _beside(row: Row) -> Markdown:
    return md("{other} {value}", other=row["category"], value=number(row["value"]))


def _category(row: Row, names: Names) -> Markdown:
    """What an outlet has more or less of than the others."""
    profile, actor, category = row["category"].split("|")
    words = category.replace("_", " ")
    if profile == "sources":
        cue = words.startswith("cue ")
        said = md("{words} cues", words=words[4:]) if cue else md("sources of the type “{words}”", words=words)
    else:
        said = md(_PROFILES[profile], actor=names.actor(actor), category="plain" if words == "none" else words)
    less = "less" if profile == "tone" else "fewer"
    return md("{much} {said}", much=Markdown("more" if row["value"] > 0 else less), said=said)


def _words(found: Likeness, placed: Mapping[tuple, Figure], outlets: Sequence[str]) -> Markdown:
    if not found.recognised:
        return Markdown()
    body = []
    for outlet in outlets:
        if row := found.recognised.get(outlet):
            right = round(row["value"] * row["articles"])
            told = md("{right} of {all}", right=integer(right), all=integer(row["articles"]))
            listed = [
                md("{word} [{uses}][{name}]", word=one["category"], uses=integer(int(one["value"])), name=placed[key(one)].name)
                for one in found.words.get(outlet, ())
            ]
            body.append([escape(outlet), told, join(listed, ", ") or Markdown("–")])
    return aligned([Markdown(title) for title in ("Outlet", "recognised", "words that stand out, with their uses")], body, left=(0, 2))
