"""The source to its edges: what introduces a speaker belongs to it, what is told about one does not; speakers the parse hides."""

import functools

import pytest

from framing.language import parse_text
from framing.lexicon import load
from framing.measures.attribution import CueLexicons, find

EDGES = [
    ("Berg, who built the dam, said it was safe.", "Berg"),
    ("Ms. Berg, who built the dam, said it was safe.", "Ms. Berg"),
    ("Karin Berg, who built the dam, said it was safe.", "Karin Berg, who built the dam"),
    ("“The dam is safe,” said Berg, who runs the harbour.", "Berg, who runs the harbour"),
    ("“The dam is safe,” said Karin Berg, who spoke on Monday.", "Karin Berg"),
    ("“The dam is safe,” said one engineer who asked not to be named.", "one engineer"),
    ("The farmers who own the valley said the dam was safe.", "The farmers who own the valley"),
]
"""A clause of office or standing is part of who speaks; one that says that somebody speaks is not; another introduces a full name."""

HIDDEN = [
    ("A harbour poll found last week that the ferry would win.", "A harbour poll"),
    ("He's said he will stay in the harbour until May.", "He"),
    ("As a part of his plea, Marcel Lazar, 44, said that he broke into the harbour office.", "Marcel Lazar, 44"),
    ("Karl Will is a farmer. On Monday Will believes the dam is safe.", "Will"),
    ("“The dam will hold!” Voss, the head of the harbour union, posted on Friday.", "Voss, the head of the harbour union"),
    ("“We are tired,” Paris, who used to work on the quay, said about the wait.", "Paris"),
]
"""A finite verb read as a participle, has read as is, an apposition to the wrong noun, a name read as an adverb."""


@functools.cache
def lexicons():
    return CueLexicons(load("english/reporting-verbs"), load("english/cue-complements"))


def sources(text):
    return [text[slice(*one.source)] if one.source else None for one in find(parse_text(text), lexicons()).attributions]


@pytest.mark.parametrize(("text", "source"), EDGES + HIDDEN, ids=[text for text, _ in EDGES + HIDDEN])
def test_source(text, source):
    assert source in sources(text)


def test_a_letter_that_is_sent_asks_nothing_itself():
    assert sources("The union sent a letter asking the council to wait.") == ["The union"]


def test_what_goes_on_behind_a_quotation_is_the_same_speakers():
    text = "Berg stressed that “the way to proceed is to get both towns to work together,” suggesting that they should share the dam."
    assert sources(text) == ["Berg", "Berg"]
