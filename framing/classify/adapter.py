"""What fine-tuning changes in the encoder: a product of two narrow matrices added to each of its matrices, and new small vectors.

Method: Hu et al. 2022, LoRA: Low-Rank Adaptation of Large Language Models (ICLR). The encoder's file holds its matrices as whole numbers
of 8 bits with a scale a column; the changed ones take their place as floating point numbers, so nothing is rounded twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from onnx import ModelProto

LAYERS = 6
MARKED = "marked"
"""What the changed model calls where the target is."""
PREFIX = "inner."
"""How the names of the encoder's parts begin in its file."""


@dataclass(frozen=True)
class Adapter:
    """narrow: by a matrix's name, (inputs, rank) and (rank, outputs) float32, whose product is added to it. vectors: by name, float32,
    what stands in place of the encoder's own. mark: (384,) float32, what is added at the target before the first layer.
    """

    narrow: Mapping[str, tuple[np.ndarray, np.ndarray]]
    vectors: Mapping[str, np.ndarray]
    mark: np.ndarray


def embeddings(model: ModelProto) -> ModelProto:
    """The part of the model below its first layer."""
    from onnx import ModelProto, TensorProto, helper

    below = ModelProto()
    below.CopyFrom(model)
    read = _read(model)
    del below.graph.output[:]
    below.graph.output.append(helper.make_tensor_value_info(read, TensorProto.FLOAT, None))
    return below


def parts(model: ModelProto) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """(matrices (inputs, outputs), vectors) of the layers by name, float32."""
    from onnx import numpy_helper

    held = {one.name: one for one in model.graph.initializer}
    matrices = {
        name: numpy_helper.to_array(held[f"{tensor}_q"]).astype(np.float32) * numpy_helper.to_array(held[f"{tensor}_scale"])
        for name, tensor in _tensors(model).items()
    }
    beginning = f"{PREFIX}encoder.layer."
    return matrices, {
        name.removeprefix(PREFIX): numpy_helper.to_array(one) for name, one in held.items() if name.startswith(beginning)
    }


def adapted(model: ModelProto, adapter: Adapter) -> ModelProto:
    """The model with the adapter's changes. It asks for one thing more, MARKED: (texts, pieces, 1) float32, 1 at the target, else 0."""
    from onnx import ModelProto, TensorProto, helper, numpy_helper

    matrices, _ = parts(model)
    tensors = _tensors(model)
    new = {PREFIX + name: vector for name, vector in adapter.vectors.items()}
    new |= {tensors[name]: matrices[name] + inward @ outward for name, (inward, outward) in adapter.narrow.items()}
    made = {tensors[name] for name in adapter.narrow}
    changed = ModelProto()
    changed.CopyFrom(model)
    graph = changed.graph
    read = _read(model)
    marks = [helper.make_node("Mul", [MARKED, "mark"], ["mark_at"]), helper.make_node("Add", [read, "mark_at"], ["marked_states"])]
    maker = next(place for place, node in enumerate(graph.node) if read in node.output)
    for node in graph.node:
        node.input[:] = ["marked_states" if one == read else one for one in node.input]
    graph.input.append(helper.make_tensor_value_info(MARKED, TensorProto.FLOAT, ["marked_texts", "marked_pieces", 1]))
    new["mark"] = adapter.mark
    ordered = [*graph.node[: maker + 1], *marks, *graph.node[maker + 1 :]]
    kept = [node for node in ordered if not made & {output.removesuffix("_f") for output in node.output}]
    own = [one for one in graph.initializer if one.name not in new and one.name.removesuffix("_q").removesuffix("_scale") not in made]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(kept)
    graph.initializer.extend([*own, *(numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in new.items())])
    return changed


def _read(model: ModelProto) -> str:
    """What the file calls that which the first layer reads."""
    first = next(iter(_tensors(model).values()))
    return next(node.input[0] for node in model.graph.node if first in node.input)


def _tensors(model: ModelProto) -> dict[str, str]:
    """The matrices of the layers by name, and what the file calls them; told by the bias that is added to their product."""
    behind = {node.input[0]: node.input[1] for node in model.graph.node if node.op_type == "Add"}
    found = {}
    for node in model.graph.node:
        bias = behind.get(node.output[0], "") if node.op_type == "MatMul" else ""
        if bias.endswith(".bias"):
            found[bias.removeprefix(PREFIX).removesuffix(".bias") + ".weight"] = node.input[1]
    return found
