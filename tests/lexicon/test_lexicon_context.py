"""Conditions on what an entry is said of."""

import pytest

from framing.language import parse_text
from framing.lexicon import LexiconError, Matcher, load
from framing.lexicon.load import parse

TEXT = """
id = "my/weather"
version = "1.0"
language = "en"
licence = "MIT"
source = "none"
source_url = "https://example.org"
description = "For these tests"
[contexts]
weather = ["winter", "storm", "wind"]
claim = ["promise", "claim"]
[groups.loaded]
description = "loaded"
source = "none"
entries = ["brutal/ADJ", "hollow/ADJ", "batter/VERB"]
matches = ["The [brutal] regime fell."]
does_not_match = ["The brutal winter passed."]
[groups.loaded.unless]
"brutal/ADJ" = ["weather"]
"batter/VERB" = ["weather"]
[groups.loaded.only]
"hollow/ADJ" = ["claim"]
"""


@pytest.fixture(scope="module")
def matcher():
    return Matcher(parse(TEXT.encode(), "weather.toml"))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("A brutal regime ruled the island.", ["brutal"]),
        ("A brutal winter hit the island.", []),
        ("The winter was brutal.", []),
        ("The regime was brutal in winter.", ["brutal"]),
        ("The storm battered the coast.", []),
        ("The guards battered the door.", ["battered"]),
        ("They heard hollow promises.", ["hollow"]),
        ("They cut a hollow tree.", []),
    ],
)
def test_what_a_word_is_said_of_decides(matcher, sentence, found):
    document = parse_text(sentence)
    assert [document.words[match.first] for match in matcher.find_in(document)] == found


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('"brutal/ADJ" = ["weather"]', '"brutal/ADJ" = ["wether"]', "names the context 'wether'"),
        ('"brutal/ADJ" = ["weather"]', '"brutl/ADJ" = ["weather"]', "condition for 'brutl/ADJ'"),
        ('"brutal/ADJ" = ["weather"]', '"brutal/ADJ" = "weather"', "condition of 'brutal/ADJ'"),
        ('weather = ["winter", "storm", "wind"]', "weather = []", "context 'weather' holds no list of nouns"),
        ('weather = ["winter", "storm", "wind"]', "weather = [7]", "context 'weather' holds no list of nouns"),
    ],
)
def test_what_is_wrong_with_conditions_is_told(before, after, told):
    with pytest.raises(LexiconError, match=told):
        parse(TEXT.replace(before, after).encode(), "weather.toml")


@pytest.mark.parametrize(
    ("plain", "loaded"),
    [
        ("The temperature soared in May.", "Tensions soared in May."),
        ("A savage storm hit the town.", "A savage critic hit the town."),
        ("The patient had a severe infection.", "The minister met severe criticism."),
        ("The team crushed its opponents.", "The army crushed the uprising."),
    ],
)
def test_shipped_words_know_their_contexts(plain, loaded):
    matcher = Matcher(load("english/loaded-language"))
    assert matcher.find_in(parse_text(plain)) == []
    assert matcher.find_in(parse_text(loaded)) != []
