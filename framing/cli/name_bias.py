"""Name bias of a model of tone, measured on the targets of labelled files (`framing train tone --swap-names`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from framing.classify.questions import Example
from framing.cli import labelled

if TYPE_CHECKING:
    from framing.classify.tone import NeuralModel, Tone, ToneModel


def name_bias(model: ToneModel | NeuralModel, examples: Sequence[Example], *, workers: int, cache: Path | None) -> dict[str, object]:
    """Of each kind of name, how often the model's label changes when the target's name does, and which names it treats better."""
    from framing.classify import names

    def tones(asked: Sequence[Example]) -> list[Tone]:
        found: list = [None] * len(asked)
        for document, numbers in labelled.by_document(asked, workers=workers, cache=cache):
            for i, tone in zip(numbers, model.predict(document, [(asked[i].start, asked[i].end) for i in numbers])):
                found[i] = tone
        return found

    of_kind: dict[str | None, list[Example]] = {}
    for document, numbers in labelled.by_document(examples, workers=workers, cache=cache):
        for i in numbers:
            of_kind.setdefault(names.kind(document, examples[i]), []).append(examples[i])
    found = {}
    for kind, tried in names.by_kind().items():
        some = names.some(of_kind.get(kind, []))
        found[kind] = names.figures(tones(some), {name: tones([names.swapped(one, name) for one in some]) for name in tried}, tried)
    return found
