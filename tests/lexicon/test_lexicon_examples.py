import pytest
from lexicon_texts import HEADER, actor, document, group

from framing.lexicon import check_examples, load
from framing.lexicon.examples import unbracket

LEMMAS = {"said": "said/say/VERB", "says": "says/say/VERB", "claims": "claims/claim/NOUN", "points": "points/point/VERB"}


def parse(text):
    """A parser that knows a few words and splits at spaces."""
    return document(*(LEMMAS.get(word, word) for word in text.split()))


@pytest.fixture
def failures(tmp_path):
    def check(text):
        path = tmp_path / "test.toml"
        path.write_text(HEADER + text)
        return [(problem.line, problem.what) for problem in check_examples(load(path), parse)]

    return check


def test_spans_of_the_brackets():
    assert unbracket("He [said] what he [says].") == ("He said what he says.", [(3, 7), (16, 20)])


def test_examples_that_hold(failures):
    assert failures(group(matches="he [said] and [points out] x", does_not_match="he points at x")) == []


@pytest.mark.parametrize(
    "sentence, what",
    [
        ("he [said] and says", "'says' matches test/verbs#neutral:say and stands in no brackets"),
        ("he [said] [so]", "no entry matches exactly 'so' (parsed as so/X)"),
        ("[he said]", "no entry matches exactly 'he said' (parsed as he/X say/VERB); there match test/verbs#neutral:say"),
    ],
)
def test_matches_that_do_not_hold(failures, sentence, what):
    assert any(what in found for line, found in failures(group(matches=sentence)) if line == 14)


def test_a_demand_that_the_parse_does_not_meet_is_visible(failures):
    (found,) = failures(group(entries='"claim/VERB"', matches="she [claims] it"))
    assert "claim/NOUN" in found[1]


def test_does_not_match_that_matches(failures):
    assert failures(group(matches="he [said]", does_not_match="he says")) == [
        (15, "example of neutral: 'says' matches test/verbs#neutral:say and stands in no brackets")
    ]


def test_other_groups_may_match_in_an_example(failures):
    assert failures(group("a", matches="he [said] x") + group("b", entries='"x"', matches="he said [x]")) == []


def test_names_and_labels_of_an_actor_are_checked_and_ambiguous_heads_are_not(failures):
    more = 'names = ["HTS"]\nlabels = ["rebel"]\nambiguous = ["group"]\nmodifiers = ["x"]'
    text = actor(more=more).replace("The [HTS] came.", "[HTS] and x group")
    assert failures(text) == []
    assert failures(text.replace("x group", "rebel group")) == [
        (16, "example of rebels: 'rebel' matches test/verbs#rebels:rebel and stands in no brackets")
    ]
