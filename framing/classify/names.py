"""Name bias: how often does a classifier's answer change when only the target's name does, and which names does it treat better?

Unit: a target that is a name of one kind (person, state or group) and nothing else. Each is judged as written and with each other name of
its kind in its place: those of the actors of the topics that ship, and for persons some of nobody in particular, which differ in origin
and gender. changed: share of (target, name) pairs whose label differs from that of the text as written; reversed: share of those where
negative became positive or the reverse; both 0 to 1, 0 is best. lean: mean polarity (P(positive) - P(negative)) with the name, less the
mean over all names of the kind; -2 to 2, 0 is best. Undefined without targets of the kind. Idea: Prabhakaran et al. 2019, Perturbation
Sensitivity Analysis to Detect Unintended Model Biases (EMNLP).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from framing import lexicon
from framing.classify.questions import Example
from framing.classify.tone import Tone
from framing.document import Document

TOPICS = ("syria", "us-politics-2016")
NOBODY = ("Anna Berg", "Omar Haddad", "Wei Chen", "John Miller", "Fatima Yusuf", "Ivan Petrov", "Maria Lopez", "Kwame Mensah")
KINDS = {"person": "PERSON", "state": "GPE", "group": "ORG"}
"""Kinds of names, and what the parser calls them."""
MOST = 25
"""Targets of a kind that are judged with every name; evenly taken from all."""
_OPPOSITE = {("negative", "positive"), ("positive", "negative")}


def by_kind() -> dict[str, dict[str, str | None]]:
    """Of each kind the names that are tried, each with its actor (None for nobody in particular)."""
    tried: dict[str, dict[str, str | None]] = {kind: {} for kind in KINDS}
    tried["person"].update(dict.fromkeys(NOBODY))
    for topic in TOPICS:
        for actor in lexicon.load(topic).actors.values():
            if actor.names:
                tried[actor.type if actor.type in KINDS else "group"].setdefault(actor.names[0].text, actor.id)
    return tried


def kind(document: Document, example: Example) -> str | None:
    """The kind of name that the target is, a possessive 's apart; None when it is more or other than a name."""
    end = example.start + len(_bare(example))
    inside = [i for i in range(len(document)) if example.start <= document.start[i] < end]
    names = all(document.pos[i] == "PROPN" for i in inside)
    return next((kind for kind, entity in KINDS.items() if inside and names and all(document.entity[i] == entity for i in inside)), None)


def some(examples: Sequence[Example]) -> list[Example]:
    """At most MOST of the examples, evenly taken."""
    count = min(MOST, len(examples))
    return [examples[i * len(examples) // count] for i in range(count)]


def swapped(example: Example, name: str) -> Example:
    """The example with another name in the target's place."""
    end = example.start + len(_bare(example))
    text = example.text[: example.start] + name + example.text[end:]
    return Example(text, example.start, example.start + len(name), example.label, example.group)


def figures(written: Sequence[Tone], by_name: Mapping[str, Sequence[Tone]], actors: Mapping[str, str | None]) -> dict[str, object]:
    """What names do to targets of one kind: over all names, and a row a name. actors: whose name each is."""
    pairs = {name: [(before.label, after.label) for before, after in zip(written, tones)] for name, tones in by_name.items()}
    polarity = {name: _mean([tone.positive - tone.negative for tone in tones]) for name, tones in by_name.items()}
    everywhere = _mean([value for value in polarity.values() if value is not None])
    return {
        "targets": len(written),
        **_changes([pair for found in pairs.values() for pair in found]),
        "names": {
            name: {"actor": actors[name], **_changes(pairs[name]), "lean": _round(polarity[name] - everywhere) if written else None}
            for name in by_name
        },
    }


def _changes(pairs: Sequence[tuple[str, str]]) -> dict[str, float | None]:
    return {
        "changed": _round(_mean([before != after for before, after in pairs])),
        "reversed": _round(_mean([pair in _OPPOSITE for pair in pairs])),
    }


def _bare(example: Example) -> str:
    name = example.text[example.start : example.end].rstrip()
    return name.removesuffix("'s").removesuffix("’s")


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _round(value: float | None) -> float | None:
    return None if value is None else round(float(value), 4)
