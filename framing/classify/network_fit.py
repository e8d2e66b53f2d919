"""Fitting the network (network.py) to labelled vectors.

Method: Loshchilov & Hutter 2019, Decoupled Weight Decay Regularization (ICLR), in small batches with a rate that falls to zero, and with
dropout of inputs and hidden units (Srivastava et al. 2014, JMLR). Sizes and rates were chosen by cross-validation inside the training
data of tone. Deterministic: the starts and the order of the examples come from fixed seeds, and sums are taken on one thread.
"""

from __future__ import annotations

import numpy as np
from threadpoolctl import threadpool_limits

from framing.classify.network import Network

MEMBERS = 3
HIDDEN = 128
ROUNDS = 6
"""How often every example is seen."""
STEPS = 100
"""The least number of steps, where the examples are few."""
BATCH = 128
RATE = 1e-3
DECAY = 0.1
LEFT_OUT = 0.3, 0.5
"""Shares of inputs and of hidden units that are left out at each step."""
SETTINGS = {
    "network": {
        "members": MEMBERS, "hidden": HIDDEN, "rounds": ROUNDS, "least_steps": STEPS, "batch": BATCH, "rate": RATE, "decay": DECAY,
        "left_out_of_inputs_and_hidden": LEFT_OUT,
    }
}  # fmt: skip
"""As the card shows them."""
_MOMENTUM, _SPREAD = np.float32(0.9), np.float32(0.999)


def fit(read: np.ndarray, classes: np.ndarray, *, weight: np.ndarray) -> Network:
    """The network of (rows, inputs) numbers, the class of each row (from 0, each of which occurs) and its weight."""
    read = np.ascontiguousarray(read, dtype=np.float32)
    middle, spread = read.mean(axis=0), read.std(axis=0) + np.float32(1e-3)
    standard = (read - middle) / spread
    gold = np.eye(int(classes.max()) + 1, dtype=np.float32)[classes]
    with threadpool_limits(1):
        found = [_member(standard, gold, weight.astype(np.float32), seed) for seed in range(MEMBERS)]
    inward = np.array([layers[0] / spread[:, None] for layers in found], dtype=np.float16).astype(np.float32)
    threshold = np.array([layers[1] - middle @ first for layers, first in zip(found, inward)])
    return Network(inward, threshold, np.array([layers[2] for layers in found]), np.array([layers[3] for layers in found])).as_stored()


def _member(read: np.ndarray, gold: np.ndarray, weight: np.ndarray, seed: int) -> list[np.ndarray]:
    random = np.random.default_rng(seed)
    (rows, inputs), classes = read.shape, gold.shape[1]
    layers = [
        random.normal(0, np.sqrt(2 / inputs), (inputs, HIDDEN)).astype(np.float32), np.zeros(HIDDEN, np.float32),
        random.normal(0, 0.01, (HIDDEN, classes)).astype(np.float32), np.zeros(classes, np.float32),
    ]  # fmt: skip
    slopes, squares = ([np.zeros_like(layer) for layer in layers] for _ in range(2))
    batch = min(BATCH, rows)
    rounds = max(ROUNDS, -(-STEPS // (rows // batch)))
    steps, step = rounds * (rows // batch), 0
    for _ in range(rounds):
        order = random.permutation(rows)
        for begin in range(0, rows - batch + 1, batch):
            step += 1
            one = order[begin : begin + batch]
            found = _slopes(layers, _thinned(read[one], LEFT_OUT[0], random), gold[one], weight[one] / batch, random)
            rate = np.float32(RATE * min(1, step / 100) * (1 - 0.98 * step / steps))
            for layer, slope, square, new in zip(layers, slopes, squares, found):
                slope += (1 - _MOMENTUM) * (new - slope)
                square += (1 - _SPREAD) * (new * new - square)
                move = slope / (1 - _MOMENTUM**step) / (np.sqrt(square / (1 - _SPREAD**step)) + np.float32(1e-8))
                layer -= rate * (move + (np.float32(DECAY) * layer if layer.ndim == 2 else 0))
    return layers


def _slopes(
    layers: list[np.ndarray], read: np.ndarray, gold: np.ndarray, weight: np.ndarray, random: np.random.Generator
) -> list[np.ndarray]:
    """Of the weighted log loss, by each layer."""
    inward, threshold, outward, bias = layers
    before = read @ inward + threshold
    kept = _thinned((before > 0).astype(np.float32), LEFT_OUT[1], random)
    hidden = before * kept
    odds = np.exp((scores := hidden @ outward + bias) - scores.max(axis=1, keepdims=True))
    off = (odds / odds.sum(axis=1, keepdims=True) - gold) * weight[:, None]
    back = (off @ outward.T) * kept
    return [read.T @ back, back.sum(axis=0), hidden.T @ off, off.sum(axis=0)]


def _thinned(values: np.ndarray, share: float, random: np.random.Generator) -> np.ndarray:
    return values * ((random.random(values.shape, dtype=np.float32) > share) / np.float32(1 - share))
