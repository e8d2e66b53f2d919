"""The cue with what leads to it: the verb of publishing, of trying, of passing time, the copula; and what is no cue at all."""

import functools

import pytest

from framing.language import parse_text
from framing.lexicon import load
from framing.measures.attribution import CueLexicons, find

LED = [
    ("The union sent a letter asking the council to wait.", "The union", "sent a letter asking"),
    ("The union fired back a statement saying the dam was old.", "The union", "fired back a statement saying"),
    ("Voss went out to deny that the dam leaked.", "Voss", "went out to deny"),
    ("Voss made an effort to explain why the dam leaked.", "Voss", "made an effort to explain"),
    ("Berg spent the evening defending the dam.", "Berg", "spent the evening defending"),
    ("The fishermen remained hopeful that the ferry would return.", "The fishermen", "remained hopeful"),
    ("Berg drew applause for denouncing the dam.", "Berg", "drew applause for denouncing"),
    ("Many villagers tend to support the dam.", "Many villagers", "tend to support"),
    ("The reporter asked the mayor about the flood.", "The reporter", "asked"),
    ("Her opposition to the dam cost her votes.", "Her", "opposition to"),
]
NONE = [
    "The rain stopped, which means that the ferry will run.",
    "Support for the dam grew.",
    "The council met after a decision to close the harbour.",
]
"""What follows from something is nobody's words; nobody holds these opinions."""


@functools.cache
def lexicons():
    return CueLexicons(load("english/reporting-verbs"), load("english/cue-complements"))


@pytest.mark.parametrize(("text", "source", "cue"), LED, ids=[text for text, _, _ in LED])
def test_cue_with_its_lead(text, source, cue):
    found = find(parse_text(text), lexicons()).attributions
    assert (source, cue) in [(text[slice(*one.source)] if one.source else None, text[slice(*one.cue)]) for one in found]


@pytest.mark.parametrize("text", NONE)
def test_no_attribution(text):
    assert not find(parse_text(text), lexicons()).attributions
