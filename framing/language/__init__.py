"""From text to parsed documents: the spaCy pipeline, the parse cache, staged NLTK data."""

from framing.language.cache import default_folder
from framing.language.model import Model, ModelError, installed
from framing.language.nltk_data import NltkDataError
from framing.language.parse import key, notes, parse, parse_shard, parse_text, part, shards

__all__ = [
    "Model", "ModelError", "NltkDataError", "default_folder", "installed", "key", "notes", "parse", "parse_shard", "parse_text", "part",
    "shards",
]  # fmt: skip
