import pytest

from framing.lexicon.entry import Case, Piece, parse_entry


def ways(text, **options):
    return [[" ".join(piece.text for piece in way) for way in word] for word in parse_entry(text, **options)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("point out", [["point"], ["out"]]),
        ("Turkey-backed", [["turkey-backed", "turkey - backed"]]),
        ("-backed", [["-backed", "- backed"]]),
        ("can’t", [["can't", "ca n't"]]),
        ("cannot", [["cannot", "can not"]]),
        ("People's Front", [["people's", "people 's"], ["front"]]),
        ("Ba'ath", [["ba'ath"]]),
        ("U.S.-backed", [["u.s.-backed", "u.s. - backed"]]),
    ],
)
def test_words_and_the_ways_to_split_them(text, expected):
    assert ways(text) == expected


def test_demands():
    assert parse_entry("=claim/NOUN|PROPN") == (((Piece("claim", True, frozenset({"NOUN", "PROPN"})),),),)


def test_group_pos_is_for_single_words_without_their_own():
    pos = [parse_entry(text, pos="VERB")[0][0][0].pos for text in ("report", "report/NOUN", "report back")]
    assert pos == [{"VERB"}, {"NOUN"}, set()]


def test_pos_of_a_compound_is_that_of_its_last_token():
    split = parse_entry("turkey-backed/VERB")[0][1]
    assert [bool(piece.pos) for piece in split] == [False, False, True]


@pytest.mark.parametrize(
    "text, kind, case",
    [
        ("US", "name", Case.UPPER), ("US", "label", Case.UPPER), ("US", "term", Case.ANY), ("U.S.", "modifier", Case.UPPER),
        ("NATO", "name", Case.INITIAL), ("Assad", "name", Case.INITIAL), ("Assad", "label", Case.ANY), ("al", "name", Case.ANY),
    ],
)  # fmt: skip
def test_capitals_that_a_word_demands(text, kind, case):
    assert parse_entry(text, kind=kind)[0][0][0].case is case


@pytest.mark.parametrize(
    "text, says",
    [
        ("", "no words"), (" say", "spaces"), ("point  out", "spaces"), ("=", "without a word"), ("/VERB", "without a word"),
        ("say/verb", "did you mean VERB"), ("say/", "part of speech"), ("say/VERB|", "part of speech"),
        ("and/or", "part of speech"), ("a=b", "inside"),
    ],
)  # fmt: skip
def test_malformed_entries_say_how(text, says):
    with pytest.raises(ValueError, match=says):
        parse_entry(text)
