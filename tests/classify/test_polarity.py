import pytest
from sentences import PRAISED, parsed

from framing.classify.polarity import DEGREE, NEGATED, lexicon, valence
from framing.classify.tone import lexicon_tone


def test_lexicon_is_bounded_and_signed():
    assert lexicon()["horrible"] < 0 < lexicon()["excellent"]
    assert all(-4 <= value <= 4 for value in lexicon().values())
    with pytest.raises(TypeError):
        lexicon()["horrible"] = 3


def adjective(*before):
    lines = ["It it PRON PRP nsubj 2", "is be AUX VBZ ROOT 0", *before, "horrible horrible ADJ JJ acomp 2"]
    return parsed("\n".join(lines))


def test_negation_flips_and_weakens():
    document = adjective("not not PART RB neg 2")
    assert valence(document, 3, 0) == pytest.approx(lexicon()["horrible"] * NEGATED)


def test_degree_strengthens_and_weakens():
    assert valence(adjective("very very ADV RB advmod 4"), 3, 0) == pytest.approx(lexicon()["horrible"] - DEGREE)
    assert valence(adjective("slightly slightly ADV RB advmod 4"), 3, 0) == pytest.approx(lexicon()["horrible"] + DEGREE)


def test_names_have_no_valence():
    document = parsed("Hope Hope PROPN NNP nsubj 2\nsings sing VERB VBZ ROOT 0", Hope="PERSON")
    assert valence(document, 0, 0) == 0


def test_lexicon_tone_is_bounded_signed_and_does_not_saturate_with_length():
    bad = "bad bad ADJ JJ ROOT 0"
    plain = "road road NOUN NN dep 1"
    short, long = parsed(f"{bad}\n{plain}"), parsed("\n".join([bad, *[plain] * 15]))
    assert -1 < lexicon_tone(short, 0) < lexicon_tone(long, 0) < 0
    ten = parsed("\n".join([bad] * 10))
    assert -1 < lexicon_tone(ten, 0) < -0.5
    assert lexicon_tone(parsed(plain), 0) == 0
    assert lexicon_tone(PRAISED, 0) != 0
