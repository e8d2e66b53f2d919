"""What is noted of an article for a topic holds for every topic that finds the same in it, and for no other."""

import dataclasses
import json

import pytest
from topic_variants import syria_with

from framing.language import parse_text
from framing.measures import mentions
from framing.measures.article import observe_document
from framing.measures.instruments import Instruments
from framing.measures.mentions.index import compiled

TEXT = """Rebels enter the town

Rebels entered the town on Monday, residents said. The motorised column met no resistance from the Syrian army.
"They are insurgents," a Syrian general told reporters.
"""


def instruments(*labels: str) -> Instruments:
    return Instruments.of(syria_with(*labels))


@pytest.fixture(scope="module")
def document():
    return parse_text(TEXT)


def test_a_label_that_does_not_occur_changes_nothing_and_costs_nothing(document, monkeypatch):
    notes = {}
    first = observe_document(document, instruments(), notes)
    assert {row["actor"] for row in first["mentions"]} >= {"rebels"} and first["attributions"] and first["tone"]
    kept = json.loads(json.dumps(notes))
    monkeypatch.setattr(mentions, "find", lambda *_: pytest.fail("mentions were looked for anew"))
    assert observe_document(document, instruments("mountain brigand"), kept) == first


def test_a_label_that_occurs_is_found_in_spite_of_notes(document):
    notes = {}
    before = observe_document(document, instruments(), notes)
    after = observe_document(document, instruments("motorised column"), notes)
    assert after == observe_document(document, instruments("motorised column"))
    heads = [[row["head"] for row in rows["mentions"]] for rows in (before, after)]
    assert "column" not in heads[0] and "column" in heads[1]


def test_the_same_words_for_another_actor_are_no_notes(document):
    notes = {}
    ours = instruments()
    observe_document(document, ours, notes)
    actors = {name: dataclasses.replace(actor, type="state") if name == "rebels" else actor for name, actor in ours.topic.actors.items()}
    other = dataclasses.replace(ours, topic=dataclasses.replace(ours.topic, actors=actors))
    assert compiled(other.topic, other.terms).about != compiled(ours.topic, ours.terms).about
    assert observe_document(document, other, notes) == observe_document(document, other)
    assert observe_document(document, ours, notes) == observe_document(document, ours)
