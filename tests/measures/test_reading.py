"""What is noted of a reading is the reading: a second run sees no difference."""

import json

import pytest

from framing.language import parse_text
from framing.measures import reading
from framing.measures.instruments import Instruments
from framing.measures.observe import load_lexicons

TEXT = """Village retaken, army says

"We have [nearly] taken the village," Colonel Sami Haddad told reporters, adding that the so-called Dawn Brigade had fled.
Residents fear that the shelling will go on. Two bakeries were hit by rockets, according to the mayor.

The brutal raid killed at least four farmers, aid workers said. "It is over
"""


@pytest.fixture(scope="module")
def instruments():
    return Instruments.of(load_lexicons("syria")).reading


def test_notes_give_back_the_reading(instruments):
    document = parse_text(TEXT)
    noted = {}
    fresh = reading.read(document, instruments, noted)
    assert fresh.found.attributions and fresh.found.quotations and fresh.found.brackets
    assert fresh.actions and all(fresh.rows[name] for name in ("sentences", "language", "frame_hits", "frames"))
    again = reading.read(document, instruments, json.loads(json.dumps(noted)))
    assert again == fresh
    assert again == reading._read(document, instruments)


def test_the_stamp_changes_with_a_lexicon():
    lexicons = load_lexicons()
    assert reading.stamp([lexicons.cues, lexicons.loaded]) != reading.stamp([lexicons.cues, lexicons.hedges])
