"""Which model answers: the one that ships, or a file from `framing train`; and its answers in one form for every task."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from framing.article import Span
from framing.document import Document
from framing.lexicon.problem import suggestion

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from framing.classify.tone import NeuralModel, ToneModel


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
    """Whether the card of a model of tone that ships, or that beside a file of weights, says that it was trained on such data."""
    try:
        card = json.loads(_file(choice or "", "json").read_text(encoding="utf-8"))
        return card["data"]["sha256"] == sha256
    except (OSError, ValueError, KeyError, TypeError):
        return False


def tone_model(choice: str, *, option: str = "--model") -> ToneModel | NeuralModel:
    """The model of tone that ships under this name, or that of a file. Raises click.ClickException where there is none."""
    from framing.classify import tone

    return tone.load(choice) if choice in tone.MODELS else stored(choice, tone.from_bytes, option=option, names=tone.MODELS)


def tone_sha256(choice: str) -> str:
    """SHA-256 of the weights of a model of tone, chosen as above."""
    return hashlib.sha256(_file(choice, "npz").read_bytes()).hexdigest()


def _file(choice: str, ending: str) -> Path | Traversable:
    """The card (json) or the weights (npz) of a model of tone that ships, or of a file of weights."""
    from framing.classify import tone

    if choice in tone.MODELS:
        return files("framing.classify").joinpath(f"weights/{tone.MODELS[choice]}.{ending}")
    return Path(choice) if ending == "npz" else Path(choice).with_suffix(".json")


def stored(choice: str, read: Callable[[bytes], object], *, option: str = "--model", names: Iterable[str] = ()) -> object:
    """What read makes of the file. names: of models that might have been meant.

    Raises click.ClickException where there is no file or it is none of a model of the task.
    """
    from framing.classify.linear import WeightsError

    try:
        return read(Path(choice).read_bytes())
    except WeightsError as error:
        raise click.ClickException(f"{choice}: {error}") from error
    except OSError as error:
        fix = suggestion(choice, names) + f"give {option} the .npz file that `framing train` wrote"
        raise click.ClickException(f"{choice}: {error.strerror}.\n  Fix: {fix}.") from error


def _tone(choice: str | None) -> Model:
    from framing.classify import tone as tones

    model = tone_model(choice or "linear")

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
