"""A classifier's evaluation as pages: the verdict, figures, charts, and every example where it and the coders differ."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from framing.charts import confusion, learning_curve
from framing.charts.chart import Chart
from framing.charts.style import STYLES
from framing.classify.evaluation import OF_CLASS, Answers, Evaluation, Figure
from framing.classify.verdict import Step, Verdict, as_rows
from framing.report.render import render
from framing.report.text import Markdown, escape, md, number, percent, slug

_SHOWN = 200
"""Disagreements of one kind that the page lists; answers.csv has all."""
_DASH = Markdown("–")
_NAMES = {
    "macro_f1": "macro-F1", "accuracy": "agreement with the coders", "kappa": "Cohen's kappa", "precision": "precision", "recall": "recall",
    "f1": "F1", "coded": "share coded", "answered": "share answered", "excess": "answered − coded",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """The examples behind an evaluation. sure: (examples, labels) how sure the classifier is of each label."""

    texts: Sequence[str]
    targets: Sequence[str]
    answers: Answers
    sure: np.ndarray


def pages(
    found: Evaluation, asked: Asked, judged: Verdict, *, title: str, made_with: str, unit: str, curve: Sequence[Step] = (),
    remarks: Sequence[str] = (),
) -> dict[str, bytes]:  # fmt: skip
    """The files of an evaluation by their place: evaluation.md, disagreements.md, charts/, figures.csv, answers.csv."""
    charts = _charts(found, curve, unit)
    wrong = _disagreements(asked)
    listed = {pair: f"disagreements.md#{slug(f'{pair[0]} {pair[1]}')}" for pair in wrong}
    page = render(
        "evaluation.md.j2", title=title, verdict=judged, made_with=made_with, charts=charts, remarks=list(remarks),
        overall=_table(["", "value", "examples", "articles"], [_overall(found, name) for name in ("accuracy", "macro_f1", "kappa")]),
        floors=_table(["without training", "macro-F1"], [[name, number(value)] for name, value in found.floors.items()]),
        classes=_table(
            ["label", "coded", *[_NAMES[name] for name in OF_CLASS[:3]], _NAMES["excess"]], [_class(found, label) for label in found.labels]
        ),
        outlets=_table(
            ["outlet", "examples", "articles", "macro-F1", "agreement", *[f"{label}: answered − coded" for label in found.labels[:6]]],
            [_outlet(found, outlet) for outlet in found.outlets],
        ) if found.outlets else "",
        wrong=_table(
            ["coded as", "answered", "examples"],
            [[*pair, md("[{n}]({to})", n=len(rows), to=Markdown(listed[pair]))] for pair, rows in wrong.items()],
        ) if wrong else "",
    )  # fmt: skip
    groups = [(*pair, _examples(asked, rows), max(0, len(rows) - _SHOWN)) for pair, rows in wrong.items()]
    other = render("disagreements.md.j2", groups=groups)
    pictures = {f"charts/{one.name}.{ending}": getattr(one, ending) for one in charts for ending in ("png", "svg", "csv")}
    return {
        "evaluation.md": page.encode(), "disagreements.md": other.encode(), "figures.csv": _csv(as_rows(found)),
        "answers.csv": _csv(_answers(asked)), **pictures,
    }  # fmt: skip


def _charts(found: Evaluation, curve: Sequence[Step], unit: str) -> list[Chart]:
    style = STYLES["screen"]
    title = "What coders said and what the classifier answered"
    drawn = [confusion.draw(found.confusion, style, several=found.several, unit=unit, title=title)]
    if len(curve) > 1:
        steps = [(step.examples, step.value, step.low, step.high) for step in curve]
        drawn.append(learning_curve.draw(steps, found.floors, style, unit=unit, title="Do more examples help"))
    return drawn


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> Markdown:
    lines = [head, ["---"] * len(head), *rows]
    written = [[Markdown(cell) if cell == "---" else escape(cell) for cell in line] for line in lines]
    return Markdown("\n".join(f"| {' | '.join(line)} |" for line in written))


def _value(figure: Figure, *, points: bool = False) -> str:
    if figure.value is None:
        return _DASH
    shown = _points if points else number if figure.measure in ("kappa", "macro_f1", "f1") else percent
    interval = "" if figure.low is None else f" ({shown(figure.low)} to {shown(figure.high)})"
    return f"{shown(figure.value)}{interval}"


def _points(value: float) -> str:
    return f"{100 * value:+.0f} pts".replace("-", "−")


def _overall(found: Evaluation, name: str) -> list[object]:
    figure = found.of(name)
    return [_NAMES[name], _value(figure), figure.examples, figure.articles]


def _class(found: Evaluation, label: str) -> list[object]:
    of = {name: found.of(name, label=label) for name in OF_CLASS}
    return [label, _value(of["coded"]), *(_value(of[name]) for name in OF_CLASS[:3]), _value(of["excess"], points=True)]


def _outlet(found: Evaluation, outlet: str) -> list[object]:
    of = {name: found.of(name, outlet=outlet) for name in ("macro_f1", "accuracy")}
    excess = [_value(found.of("excess", outlet=outlet, label=label), points=True) for label in found.labels[:6]]
    return [outlet, of["accuracy"].examples, of["accuracy"].articles, *map(_value, of.values()), *excess]


def _disagreements(asked: Asked) -> dict[tuple[str, str], list[int]]:
    """Coded as, answered -> examples, the surest wrong answers first; where several codes may hold: missed and added, code by code."""
    answers, sure = asked.answers, asked.sure
    found: dict[tuple[str, str], list[int]] = {}
    if answers.several:
        for column, label in enumerate(answers.labels):
            missed, added = answers.gold & ~answers.answered, answers.answered & ~answers.gold
            for pair, where in (((label, "not given"), missed), (("not coded", label), added)):
                if rows := np.flatnonzero(where[:, column]).tolist():
                    found[pair] = sorted(rows, key=lambda i: (-abs(float(sure[i, column])), i))
        return found
    for a, coded in enumerate(answers.labels):
        for b, answered in enumerate(answers.labels):
            if a != b and (rows := np.flatnonzero(answers.gold[:, a] & answers.answered[:, b]).tolist()):
                found[coded, answered] = sorted(rows, key=lambda i: (-float(sure[i, b]), i))
    return found


def _examples(asked: Asked, rows: Sequence[int]) -> list[str]:
    return [
        md("{text}{target}{outlet}", text=asked.texts[i], target=f" — toward: {asked.targets[i]}" if asked.targets[i] else "",
           outlet=f" — {asked.answers.outlets[i]}" if asked.answers.outlets[i] else "")
        for i in rows[:_SHOWN]
    ]  # fmt: skip


def _answers(asked: Asked) -> list[Mapping[str, object]]:
    answers = asked.answers
    rows = []
    for i, text in enumerate(asked.texts):
        gold, given = (" | ".join(label for label, has in zip(answers.labels, of[i]) if has) for of in (answers.gold, answers.answered))
        sure = {f"sure of {label}": round(float(value), 4) for label, value in zip(answers.labels, asked.sure[i])}
        rows.append({"text": text, "target": asked.targets[i], "outlet": answers.outlets[i], "coded": gold, "answered": given, **sure})
    return rows


def _csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
