"""Which model answers: the one that ships, or a file from `framing train`; and its answers in one form for every task."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from framing.article import Span
from framing.document import Document


@dataclass(frozen=True)
class Model:
    """A model ready to answer.

    labels: what it answers with. answer: for each target of a parsed text, the answer as plain values without the id (a text without
    targets is one). sure: from an answer to how sure it is of each label, in their order; the label given is the surest, and where several
    may be given, those from 0 on.
    """

    name: str
    labels: tuple[str, ...]
    answer: Callable[[Document, Sequence[Span]], list[dict]]
    sure: Callable[[dict], list[float]]


def model_of(task: str, choice: str | None) -> Model:
    """The model of a task. choice: None for the one that ships, for tone also a name in tone.MODELS, else a file.

    Raises click.ClickException where there is none.
    """
    return {"tone": _tone, "loaded": _loaded, "frames": _frames}[task](choice)


def learned_from(choice: str | None, sha256: str) -> bool:
    """Whether the card beside a file of weights says that it was trained on the data with this hash."""
    try:
        card = json.loads(Path(choice or "").with_suffix(".json").read_text(encoding="utf-8"))
        return card["data"]["sha256"] == sha256
    except (OSError, ValueError, KeyError, TypeError):
        return False


def stored(choice: str, read: Callable[[bytes], object], *, option: str = "--model") -> object:
    """What read makes of the file. Raises click.ClickException where there is no file or it is none of a model of the task."""
    from framing.classify.linear import WeightsError

    try:
        return read(Path(choice).read_bytes())
    except WeightsError as error:
        raise click.ClickException(f"{choice}: {error}") from error
    except OSError as error:
        fix = f"give {option} the .npz file that `framing train` wrote"
        raise click.ClickException(f"{choice}: {error.strerror}.\n  Fix: {fix}.") from error


def _tone(choice: str | None) -> Model:
    from framing.classify import tone as tones

    model = stored(choice, tones.from_bytes) if choice and choice not in tones.MODELS else tones.load(choice or "linear")

    def answer(document: Document, spans: Sequence[Span]) -> list[dict]:
        return [
            {"label": one.label, **{label: round(getattr(one, label), 6) for label in tones.LABELS}, "model": model.name}
            for one in model.predict(document, spans)
        ]

    return Model(model.name, tones.LABELS, answer, lambda row: [row[label] for label in tones.LABELS])


def _loaded(choice: str | None) -> Model:
    from framing.classify import loaded, loaded_model

    if choice:
        model = stored(choice, loaded_model.from_bytes)
        return Model(
            model.name, loaded.LABELS, lambda document, spans: [model.judge(document).as_row() | {"model": model.name}] * len(spans),
            lambda row: [row["biased"], 1 - row["biased"]],
        )  # fmt: skip
    scorer = loaded.load()
    return Model(
        loaded.NAME, loaded.LABELS, lambda document, spans: [scorer.score(document).as_row() | {"model": loaded.NAME}] * len(spans),
        lambda row: [row["score"] - scorer.threshold + 1e-9, scorer.threshold - row["score"]],
    )  # fmt: skip


def _frames(choice: str | None) -> Model:
    from framing.classify import frames_model

    if not choice:
        raise click.UsageError("Missing option '--model': no classifier of frames ships; train one with `framing train frames DATA`.")
    model = stored(choice, frames_model.from_bytes)

    def answer(document: Document, spans: Sequence[Span]) -> list[dict]:
        found = {code: round(value, 6) for code, value in model.judge(document).items()}
        given = [code for code, value in found.items() if value >= model.cuts[code]]
        return [{"frames": given, "probabilities": found, "model": model.name}] * len(spans)

    def sure(row: dict) -> list[float]:
        return [row["probabilities"][code] - cut for code, cut in model.cuts.items()]

    return Model(model.name, model.linear.labels, answer, sure)
