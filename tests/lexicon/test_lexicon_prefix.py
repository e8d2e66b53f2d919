"""Entries that stand for any ending: `terror*`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicon_texts import HEADER, document, group

from framing.lexicon import Matcher, load
from framing.lexicon.entry import parse_entry


@pytest.fixture
def found(tmp_path):
    def find(entries, *tokens, more=""):
        path = tmp_path / "test.toml"
        path.write_text(HEADER + group(entries=entries, more=more))
        parsed = document(*tokens)
        return [(" ".join(parsed.words[m.first : m.last + 1]), m.entry.text) for m in Matcher(load(path)).find_in(parsed)]

    return find


def test_any_ending_counts_and_so_does_none(found):
    tokens = ("terror", "Terrorists", "terrorised", "terrier", "counterterrorism")
    assert [word for word, _ in found('"terror*"', *tokens)] == ["terror", "Terrorists", "terrorised"]


def test_the_form_is_looked_at_and_not_the_lemma(found):
    assert found('"go*"', "went/go/VERB", "goes/go/VERB") == [("goes", "go*")]


def test_part_of_speech_and_phrases(found):
    assert found('"claim*/VERB"', "claims/claim/NOUN", "claims/claim/VERB") == [("claims", "claim*/VERB")]
    assert found('"armed gang*"', "armed", "gangsters", "armed", "men") == [("armed gangsters", "armed gang*")]


@pytest.mark.parametrize("tokens", [("anti-gun",), ("anti", "-", "gun")])
def test_a_compound_is_met_however_it_is_split(found, tokens):
    assert found('"anti-*"', *tokens) == [(" ".join(tokens), "anti-*")]


def test_a_word_stands_before_a_prefix_and_an_exception_before_both(found):
    assert found('"hope*", "hopeful"', "hopeful", "hopeless") == [("hopeful", "hopeful"), ("hopeless", "hope*")]
    assert found('"hope*"', "hopeful", "hopeless", more='except = ["hopeless"]') == [("hopeful", "hope*")]


def test_the_longest_of_two_prefixes_that_end_together_is_one_match(found):
    assert len(found('"ter*", "terror*"', "terrorist")) == 1


@pytest.mark.parametrize("entry", ["*", "te*ror", "*phobia", "-*", "=say*", "point *", "say**"])
def test_a_star_elsewhere_is_an_error_that_teaches(entry):
    with pytest.raises(ValueError, match=r"only stand at the end of a word|leave = out"):
        parse_entry(entry)


@given(st.text("abc", min_size=1, max_size=4), st.lists(st.text("abc", min_size=1, max_size=6), max_size=8))
def test_a_prefix_matches_what_begins_so(tmp_path_factory, prefix, words):
    path = tmp_path_factory.getbasetemp() / "prefix.toml"
    path.write_text(HEADER + group(entries=f'"{prefix}*"'))
    matches = Matcher(load(path)).find_in(document(*words)) if words else []
    assert [match.first for match in matches] == [index for index, word in enumerate(words) if word.startswith(prefix)]
