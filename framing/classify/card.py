"""The card of a model: what was learned from what, with which figures, its limits and what it is not for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from framing.classify.evaluation import Evaluation
from framing.classify.linear import Linear
from framing.classify.tasks import Task
from framing.classify.training import Labelled
from framing.classify.validation import FOLDS
from framing.classify.verdict import Verdict, as_rows

_ANY_LIMITS = (
    "It has learned what the coders of its data did: their codebook, their topics, their outlets and their years. Elsewhere expect less.",
    "One text is all that is read: irony, innuendo and what stood before are missed.",
)
NOT_FOR = (
    "Judging a single sentence, journalist or person, or deciding anything about them.",
    "Calling an outlet biased: it describes wording, not intent, truth or fairness.",
)
WHAT = {"loaded": "whether a sentence is biased by its wording", "frames": "which of a researcher's codes a text has"}


def card(
    task: Task, model: Linear, data: Labelled, found: Evaluation, judged: Verdict, *, grouped_by: str, ungrouped: float,
    tests: Mapping[str, Evaluation], left_out: Sequence[str], date: str | None, licence: str | None,
) -> dict[str, object]:  # fmt: skip
    """The card of a model of loaded wording or frames; that of tone is `tone_card.card`."""
    return {
        "model": model.name,
        "task": f"{WHAT[task.name]}: {', '.join(model.labels)}",
        "date": date,
        "licence": licence,
        "verdict": [judged.short, *judged.sentences],
        "limits": _ANY_LIMITS,
        "not_for": NOT_FOR,
        "data": {"file": data.file, "sha256": data.sha256, "examples": len(data.rows), "groups": len(set(data.groups)),
                 "articles": len(set(data.articles)), "outlets": len(set(data.outlets) - {""})},
        "codes_left_out": list(left_out),
        "features": len(model.names),
        "vector": len(model.weights) - len(model.names),
        "settings": asdict(task.recipe) | {"folds": FOLDS},
        "cross_validation": {"grouped_by": grouped_by, "macro_f1": found.of("macro_f1").value, "macro_f1_ungrouped": round(ungrouped, 4),
                             "floors": {name: round(value, 4) for name, value in found.floors.items()}, "figures": as_rows(found)},
        "tests": {name: as_rows(test) for name, test in tests.items()},
    }  # fmt: skip
