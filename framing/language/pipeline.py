"""The model's steps over texts: what `nlp.pipe` of spaCy answers, in little more than half its time.

spaCy decodes parses and names in compiled code that gives up and takes back Python's lock for every state of every token; from Python
the lock is held throughout. Word classes are looked up (rules.py). The annotations are the same, which a test holds against spaCy's own.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from framing.language import model
from framing.language.rules import Rules, can_look_up

if TYPE_CHECKING:
    from spacy.pipeline.transition_parser import Parser
    from spacy.tokens import Doc

BATCH = 64
"""Texts that go through a step at once."""


def annotated(texts: Iterable[str]) -> Iterator[Doc]:
    """Yields the parse of each text, in order. For use inside a memory zone of the model."""
    nlp, texts = model.load(), iter(texts)
    while batch := [nlp.make_doc(text) for text in itertools.islice(texts, BATCH)]:
        for step in _steps():
            batch = step(batch)
        yield from batch


@functools.lru_cache(maxsize=1)
def _steps() -> list[Callable[[Sequence[Doc]], list[Doc]]]:
    from spacy.pipeline import AttributeRuler
    from spacy.pipeline.transition_parser import Parser

    def step(component: object) -> Callable[[Sequence[Doc]], list[Doc]]:
        if isinstance(component, Parser) and component.cfg["beam_width"] == 1:
            return functools.partial(_decode, component)
        if isinstance(component, AttributeRuler) and can_look_up(component):
            rules = Rules(component)
            return lambda docs: [rules(doc) for doc in docs]
        return lambda docs: list(component.pipe(docs, batch_size=BATCH))

    return [step(component) for _, component in model.load().pipeline]


def _decode(parser: Parser, docs: Sequence[Doc]) -> list[Doc]:
    """Docs with the transitions that score highest taken, for all docs at once until each has come to its end."""
    begun, scores = parser.moves.init_batch(docs), parser.model.predict(docs)
    open_states = [state for state in begun if not state.is_final()]
    while open_states:
        open_states = parser.transition_states(open_states, scores.predict(open_states))
    scores.clear_memory()
    parser.set_annotations(docs, begun)
    return list(docs)
