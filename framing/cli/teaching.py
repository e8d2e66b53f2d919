"""`framing train tone --teacher`: who teaches, and what it answers about the sentences of DATA."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from framing.classify.questions import Example
from framing.cli import labelled, models

if TYPE_CHECKING:
    from framing.classify.teacher import Teacher
    from framing.classify.training import Taught


def teacher(choice: str, data: Path) -> Teacher:
    """The teacher for a file of labelled examples. choice: a name in tone.MODELS or a file of weights.

    Raises click.ClickException where there is no such model, ModelError where its packages are missing.
    """
    from framing.classify.teacher import Teacher

    known = models.learned_from(choice, hashlib.sha256(data.read_bytes()).hexdigest())
    return Teacher(models.tone_model(choice, option="--teacher"), models.tone_sha256(choice), known)


def lesson(asked: Teacher, examples: Sequence[Example], *, workers: int, cache: Path | None) -> Taught:
    """What the teacher answers about further targets in the texts of the examples."""
    texts = labelled.by_document(examples, workers=workers, cache=cache, doing="Asking the teacher")
    return asked.lesson(
        (document, [(examples[i].start, examples[i].end) for i in numbers], examples[numbers[0]].group) for document, numbers in texts
    )
