"""Variants of a topic that ships, for tests of what an edit changes."""

from __future__ import annotations

import dataclasses
import functools
import importlib.resources

from framing.lexicon.load import parse
from framing.measures.observe import Lexicons, load_lexicons


@functools.cache
def syria_with(*labels: str) -> Lexicons:
    """The lexicons of the topic syria, with more labels for rebels."""
    lexicons = load_lexicons("syria")
    written = importlib.resources.files("framing.lexicons").joinpath("topics/syria.toml").read_text(encoding="utf-8")
    more = "".join(f'"{label}", ' for label in labels)
    head, behind = written.split("[actors.rebels]", 1)
    topic = parse(f"{head}[actors.rebels]{behind.replace('labels = [', f'labels = [{more}', 1)}".encode(), "syria.toml")
    assert len(topic.actors["rebels"].labels) == len(lexicons.topic.actors["rebels"].labels) + len(labels)
    return dataclasses.replace(lexicons, topic=topic)
