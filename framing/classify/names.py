"""Name bias: how often does a classifier's answer change when only the target's name does?

Unit: one target that is a person's name; formula: share of (target, other name) pairs whose label differs from that of the text as written.
Range 0 to 1; 0 is best; undefined without such targets. Idea: Prabhakaran et al. 2019, Perturbation Sensitivity Analysis to Detect
Unintended Model Biases (EMNLP). The names below are of nobody in particular; they differ in origin and gender.
"""

from __future__ import annotations

from collections.abc import Sequence

from framing.classify.questions import Example
from framing.classify.tone import LABELS, Tone
from framing.document import Document

NAMES = ("Anna Berg", "Omar Haddad", "Wei Chen", "John Miller", "Fatima Yusuf", "Ivan Petrov", "Maria Lopez", "Kwame Mensah")


def is_person(document: Document, example: Example) -> bool:
    """Whether the target is a person's name and nothing else, a possessive 's apart."""
    name = _bare(example)
    inside = [i for i in range(len(document)) if example.start <= document.start[i] < example.start + len(name)]
    return bool(inside) and all(document.entity[i] == "PERSON" and document.pos[i] == "PROPN" for i in inside)


def swapped(example: Example, name: str) -> Example:
    """The example with another name in the target's place."""
    end = example.start + len(_bare(example))
    text = example.text[: example.start] + name + example.text[end:]
    return Example(text, example.start, example.start + len(name), example.label, example.group)


def figures(written: Sequence[Tone], by_name: dict[str, Sequence[Tone]]) -> dict[str, object]:
    """Share of labels that change, of negative that becomes positive or the reverse, and each name's mean shift of the probabilities."""
    pairs = [(before, after) for tones in by_name.values() for before, after in zip(written, tones)]
    opposite = {("negative", "positive"), ("positive", "negative")}
    return {
        "targets": len(written),
        "names": list(by_name),
        "labels_changed": _share([before.label != after.label for before, after in pairs]),
        "labels_reversed": _share([(before.label, after.label) in opposite for before, after in pairs]),
        "mean_shift_by_name": {
            name: {label: _share([getattr(b, label) - getattr(a, label) for a, b in zip(written, tones)]) for label in LABELS}
            for name, tones in by_name.items()
        },
    }


def _bare(example: Example) -> str:
    name = example.text[example.start : example.end].rstrip()
    return name.removesuffix("'s").removesuffix("’s")


def _share(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
