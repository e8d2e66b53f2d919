"""The layers of the encoder while they are fine-tuned (reader_fit.py), in PyTorch: what is fitted, and what it answers.

Products are taken in bfloat16, all else in float32.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from framing.classify.adapter import LAYERS, Adapter
from framing.classify.encoder import DIMENSIONS
from framing.classify.reader import Reader

if TYPE_CHECKING:
    from torch import Tensor

RANK = 16
RATE, RATE_OF_ANSWER = 1e-3, 1e-3
DECAY = 0.01
HEADS = 12


class Trained:
    """The layers while they are fitted."""

    def __init__(self, matrices: Mapping[str, np.ndarray], vectors: Mapping[str, np.ndarray], random: np.random.Generator, kinds: int):
        import torch

        self.matrices = {name: torch.from_numpy(matrix).bfloat16() for name, matrix in matrices.items()}
        self.vectors = {name: torch.from_numpy(vector.copy()).requires_grad_() for name, vector in vectors.items()}
        self.narrow = {}
        for name, matrix in matrices.items():
            inward = random.normal(0, len(matrix) ** -0.5, (len(matrix), RANK)).astype(np.float32)
            self.narrow[name] = torch.from_numpy(inward).requires_grad_(), torch.zeros(RANK, matrix.shape[1], requires_grad=True)
        outward = random.uniform(-1, 1, (2 * DIMENSIONS, kinds)).astype(np.float32) * (2 * DIMENSIONS) ** -0.5
        self.mark = torch.zeros(DIMENSIONS, requires_grad=True)
        self.outward, self.bias = torch.from_numpy(outward).requires_grad_(), torch.zeros(kinds, requires_grad=True)

    def groups(self) -> list[dict]:
        """What is fitted, with its rate and decay."""
        return [
            {"params": [one for both in self.narrow.values() for one in both], "lr": RATE, "weight_decay": DECAY},
            {"params": [*self.vectors.values(), self.mark], "lr": RATE, "weight_decay": 0.0},
            {"params": [self.outward, self.bias], "lr": RATE_OF_ANSWER, "weight_decay": DECAY},
        ]

    def trained(self) -> list[Tensor]:
        """All that is fitted."""
        return [one for group in self.groups() for one in group["params"]]

    def scores(self, states: Tensor, length: Tensor, first: Tensor, last: Tensor, kept: Tensor) -> Tensor:
        """(batch, kinds), of what the first layer reads, the number of pieces of each, its target, and what is not left out."""
        import torch

        narrow = {name: (inward.bfloat16(), outward.bfloat16()) for name, (inward, outward) in self.narrow.items()}
        pieces = torch.arange(states.shape[1])[None]
        states = states + ((pieces >= first[:, None]) & (pieces < last[:, None])).float()[:, :, None] * self.mark
        for layer in range(LAYERS - 1):
            states = layer_of(f"encoder.layer.{layer}.", states, length, self.matrices, self.vectors, narrow)
        # Of the last layer only these places are read: the first piece, and those of the target, the last one repeated where it has fewer.
        places = first[:, None] + torch.arange(int((last - first).max()))
        asked = torch.cat([torch.zeros_like(first)[:, None], torch.minimum(places, last[:, None] - 1)], 1)
        found = layer_of(f"encoder.layer.{LAYERS - 1}.", states, length, self.matrices, self.vectors, narrow, asked)
        once = (places < last[:, None]).float()
        mean = (found[:, 1:] * once[:, :, None]).sum(1) / once.sum(1, keepdim=True)
        return (torch.cat([found[:, 0], mean], 1) * kept) @ self.outward + self.bias

    def stored(self, name: str, labels: Sequence[str]) -> Reader:
        """The reader, as precise as it is stored."""
        narrow = {name: tuple(_half(one) for one in both) for name, both in self.narrow.items()}
        vectors = {name: vector.detach().numpy().copy() for name, vector in self.vectors.items()}
        outward, bias = (one.detach().numpy().copy() for one in (self.outward, self.bias))
        return Reader(name, tuple(labels), Adapter(narrow, vectors, self.mark.detach().numpy().copy()), outward, bias)


def layer_of(
    name: str, states: Tensor, length: Tensor, matrices: Mapping[str, Tensor], vectors: Mapping[str, Tensor],
    narrow: Mapping[str, tuple[Tensor, Tensor]], asked: Tensor | None = None,
) -> Tensor:  # fmt: skip
    """One layer of the encoder; narrow: what is added to its matrices, as products; asked: (batch, places) at which alone it is wanted."""
    import torch
    from torch.nn import functional

    size, pieces, _ = states.shape
    each = DIMENSIONS // HEADS

    def times(given: Tensor, part: str) -> Tensor:
        bias = vectors[f"{name}{part}.bias"].bfloat16()
        flat = given.bfloat16().reshape(-1, given.shape[-1])
        found = torch.addmm(bias, flat, matrices[f"{name}{part}.weight"])
        inward, outward = narrow[f"{name}{part}.weight"]
        found = torch.addmm(found, flat @ inward, outward)
        return found.view(*given.shape[:-1], -1)

    def levelled(given: Tensor, part: str) -> Tensor:
        return functional.layer_norm(given, (DIMENSIONS,), vectors[f"{name}{part}.weight"], vectors[f"{name}{part}.bias"], 1e-12)

    def headed(given: Tensor) -> Tensor:
        return given.view(size, pieces, HEADS, each).transpose(1, 2).reshape(size * HEADS, pieces, each)

    query, key, value = (headed(times(states, f"attention.self.{part}")) for part in ("query", "key", "value"))
    outside = torch.where(torch.arange(pieces)[None] < length[:, None], 0.0, -1e4).repeat_interleave(HEADS, 0)[:, None]
    weight = torch.softmax(torch.bmm(query, key.transpose(1, 2)).float() * each**-0.5 + outside, -1)
    heard = torch.bmm(weight.bfloat16(), value).view(size, HEADS, pieces, each).transpose(1, 2).reshape(size, pieces, DIMENSIONS)
    if asked is not None:
        wanted = asked[:, :, None].expand(-1, -1, DIMENSIONS)
        heard, states = heard.gather(1, wanted), states.gather(1, wanted)
    states = levelled(states + times(heard, "attention.output.dense").float(), "attention.output.LayerNorm")
    inner = functional.gelu(times(states, "intermediate.dense"))
    return levelled(states + times(inner, "output.dense").float(), "output.LayerNorm")


def _half(values: Tensor) -> np.ndarray:
    return values.detach().numpy().astype(np.float16).astype(np.float32)
