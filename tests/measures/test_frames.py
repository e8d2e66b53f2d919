"""Frames: hits of both lexicons, longest entry first, and a score for every frame of an article."""

import pytest

from framing.language import parse_text
from framing.lexicon import Matcher, load
from framing.measures import frames

MATCHERS = tuple(Matcher(load(f"english/{name}")) for name in ("generic-frames", "policy-frames"))


def _found(text):
    document = parse_text(text)
    return {(document.text[slice(*document.span(hit.first, hit.last))], hit.frame) for hit in frames.find(document, MATCHERS)}


def test_a_word_counts_in_each_lexicon_that_lists_it():
    assert _found("The court called the tax a sin.") == {
        ("court", "policy:legality"),
        ("tax", "generic:economic_consequences"),
        ("tax", "policy:economic"),
        ("sin", "generic:morality"),
        ("sin", "policy:morality"),
    }


@pytest.mark.parametrize(
    ("text", "word", "frame"),
    [
        ("A suicide car bomb hit the gate.", "suicide", "policy:health_and_safety"),
        ("Her father-in-law sang.", "law", "policy:legality"),
        ("They fired tear gas.", "tear", "generic:human_interest"),
        ("The vice president left.", "vice", "policy:morality"),
        ("The Muslim Brotherhood met.", "Muslim", "policy:cultural_identity"),
    ],
)
def test_what_only_looks_like_a_frame_does_not_count(text, word, frame):
    assert (word, frame) not in _found(text)


def test_labels_of_actors_are_no_frames():
    assert _found("The rebels met the regime and the president.") == set()


def test_every_frame_has_a_score_and_no_hit_is_zero():
    rows = list(frames.scores([("a", "outlet"), ("a", "direct")], ["a", "b"], 400))
    assert rows == [
        {"frame": "a", "score": 5.0, "hits": 2, "hits_direct": 1, "hits_indirect": 0, "words": 400},
        {"frame": "b", "score": 0.0, "hits": 0, "hits_direct": 0, "hits_indirect": 0, "words": 400},
    ]


def test_without_words_the_score_is_undefined():
    assert frames.score(0, 0) is None
