"""Fine-tuning the encoder to tell the tone toward a target (reader.py), from labelled readings. Needs the extra `neural-train` (PyTorch).

Method: Hu et al. 2022, LoRA (ICLR), on all layers; Loshchilov & Hutter 2019, Decoupled Weight Decay Regularization (ICLR), in small
batches of readings of about one length, with a rate that rises, then falls to zero. Products are taken in bfloat16, all else in float32.
What the layers read, the vectors of the pieces themselves, never changes and is found once. Deterministic: starts, order and what is left
out come from a fixed seed, and sums are taken on one thread; other processors and other releases of PyTorch end in other bits.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from framing.classify import adapter, encoder
from framing.classify.encoder import DIMENSIONS, Reading
from framing.classify.reader import Reader
from framing.classify.reader_layers import DECAY, RANK, RATE, RATE_OF_ANSWER, Trained

if TYPE_CHECKING:
    from torch import Tensor

PACKAGES = {"torch": "torch"}
"""What fine-tuning needs beside the encoder's: name to import and name to install."""
ROUNDS = 2
"""How often every example is seen."""
STEPS = 60
"""The least number of steps, where the examples are few."""
BATCH = 32
RISING = 0.1
"""Share of the steps over which the rate rises."""
LEFT_OUT = 0.2
"""Share of the numbers that the softmax reads that are left out at each step."""
SETTINGS = {
    "fine_tuning": {
        "layers": adapter.LAYERS, "rank": RANK, "rounds": ROUNDS, "least_steps": STEPS, "batch": BATCH, "rate": RATE,
        "rate_of_softmax": RATE_OF_ANSWER, "rising": RISING, "decay": DECAY, "left_out": LEFT_OUT,
    }
}  # fmt: skip
"""As the card shows them."""
WIDTH = 8
"""Readings are filled up to a multiple of so many pieces, so that few shapes occur, each of which takes time to prepare."""
_known: dict[Reading, np.ndarray] = {}
"""What the first layer reads of readings, so that a cross-validation finds it once."""


def fit(name: str, labels: Sequence[str], readings: Sequence[Reading], gold: Sequence[str]) -> Reader:
    """The reader of these examples and their labels. Raises ModelError when a package is missing."""
    check()
    import torch

    with _one_thread():
        classes = np.array([labels.index(label) for label in gold])
        below = _below(readings)
        random = np.random.default_rng(0)
        model = Trained(*adapter.parts(encoder.model()), random, len(labels))
        optimiser = torch.optim.AdamW(model.groups(), betas=(0.9, 0.98), fused=True)
        rates = [group["lr"] for group in optimiser.param_groups]
        for share, batch in _schedule(readings, random):
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * min(1.0, share / RISING) * (1 - share)
            states, length, first, last = _filled([below[i] for i in batch], [readings[i] for i in batch])
            kept = (random.random((len(batch), 2 * DIMENSIONS)) >= LEFT_OUT).astype(np.float32) / (1 - LEFT_OUT)
            scores = model.scores(states, length, first, last, torch.from_numpy(kept))
            loss = torch.nn.functional.cross_entropy(scores, torch.from_numpy(classes[batch]), reduction="sum") / BATCH
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.trained(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
        return model.stored(name, labels)


def check() -> None:
    """Raises ModelError when a package that fine-tuning needs is missing."""
    encoder.require({**encoder.PACKAGES, **PACKAGES}, "neural-train", "of PyTorch a build for processors alone (CPU) suffices")


def identity() -> str:
    """Name and version of what fine-tunes, on which the weights depend."""
    return " ".join(f"{name}=={importlib.metadata.version(name)}" for name in PACKAGES.values())


def _below(readings: Sequence[Reading]) -> list[np.ndarray]:
    """Of each reading (pieces, 384) float16, what the first layer reads."""
    if new := [one for one in dict.fromkeys(readings) if one not in _known]:
        bottom = encoder.session(adapter.embeddings(encoder.model()))
        _known.update(zip(new, (found.astype(np.float16) for found in encoder.states(bottom, new))))
    return [_known[one] for one in readings]


def _filled(states: Sequence[np.ndarray], readings: Sequence[Reading]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """States of several readings in one, zeros behind the shorter; the length of each, and the first and after last piece of its target."""
    import torch

    filled = np.zeros((len(states), _width(max(map(len, states))), DIMENSIONS), dtype=np.float32)
    for row, one in zip(filled, states):
        row[: len(one)] = one
    numbers = torch.tensor([(len(one.pieces), one.first, one.last) for one in readings])
    return torch.from_numpy(filled), *numbers.T


def _schedule(readings: Sequence[Reading], random: np.random.Generator) -> Iterator[tuple[float, np.ndarray]]:
    """Batches in the order in which they are learned from, each with the share of the steps that lie behind."""
    each = len(list(_batches(readings, np.arange(len(readings)))))
    rounds = max(ROUNDS, -(-STEPS // each))
    for turn in range(rounds):
        batches = list(_batches(readings, random.permutation(len(readings))))
        for step, number in enumerate(random.permutation(len(batches))):
            yield (turn * each + step + 1) / (rounds * each + 1), batches[number]


def _batches(readings: Sequence[Reading], order: np.ndarray) -> Iterator[np.ndarray]:
    """The numbers of the readings, in this order, in batches of about one length."""
    widths = np.array([_width(len(readings[i].pieces)) for i in order])
    for width in np.unique(widths):
        same = order[widths == width]
        yield from (same[begin : begin + BATCH] for begin in range(0, len(same), BATCH))


def _width(pieces: int) -> int:
    return -(-pieces // WIDTH) * WIDTH


@contextmanager
def _one_thread() -> Iterator[None]:
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    try:
        yield
    finally:
        torch.set_flush_denormal(False)
        torch.set_num_threads(before)
