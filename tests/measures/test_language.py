"""Words of language lexicons: categories, longest match, one observation a category."""

from hand_parsed import hand_parsed

from framing.lexicon import Matcher, load
from framing.lexicon.load import parse
from framing.measures.language import find

_HEADER = """
id = "english/{name}"
version = "1.0"
language = "en"
licence = "MIT"
source = "none"
source_url = "https://example.org"
description = "For these tests"
"""
_GROUP = """
[groups.{name}]
description = "{name}"
source = "none"
entries = {entries}
matches = ["[{first}]"]
does_not_match = ["x"]
"""


def _matcher(name, **groups):
    text = _HEADER.format(name=name) + "".join(
        _GROUP.format(name=group, entries=str(entries).replace("'", '"'), first=entries[0]) for group, entries in groups.items()
    )
    return Matcher(parse(text.encode(), f"{name}.toml"))


def _document(*sentences):
    return hand_parsed(*("\n".join(f"{word}|{word}|X|X|dep|0" for word in sentence.split()) for sentence in sentences))


def _found(document, *matchers):
    return [(" ".join(document.words[word.first : word.last + 1]), word.category, word.entry) for word in find(document, matchers)]


def test_words_with_category_and_entry_in_text_order():
    document = _document("it may rain", "a brutal and possibly long winter")
    hedges = _matcher("hedges", hedge=["may", "possibly"], booster=["surely"])
    loaded = _matcher("loaded", loaded=["brutal"])
    assert _found(document, hedges, loaded) == [
        ("may", "hedge", "english/hedges#hedge:may"),
        ("brutal", "loaded", "english/loaded#loaded:brutal"),
        ("possibly", "hedge", "english/hedges#hedge:possibly"),
    ]


def test_the_longest_match_counts_once():
    document = _document("more or less all of it")
    assert _found(document, _matcher("hedges", hedge=["more or less", "less"])) == [
        ("more or less", "hedge", "english/hedges#hedge:more or less")
    ]


def test_two_categories_of_one_span_are_two_observations():
    document = _document("so-called experts")
    both = _matcher("both", distance=["so-called"], loaded=["so-called"])
    assert [(text, category) for text, category, _ in _found(document, both)] == [("so-called", "distance"), ("so-called", "loaded")]


def test_two_lexicons_with_one_category_count_a_span_once_and_the_first_one_s_entry_stands():
    document = _document("a brutal blow")
    one, two = _matcher("one", loaded=["brutal"]), _matcher("two", loaded=["brutal"])
    assert _found(document, one, two) == [("brutal", "loaded", "english/one#loaded:brutal")]


def test_a_match_of_another_lexicon_inside_a_longer_one_of_its_category_is_none():
    document = _document("a brutal blow fell")
    one, two = _matcher("one", loaded=["brutal"]), _matcher("two", loaded=["brutal blow"], other=["fell"])
    expected = [("brutal blow", "loaded", "english/two#loaded:brutal blow"), ("fell", "other", "english/two#other:fell")]
    assert _found(document, one, two) == expected
    assert _found(document, two, one) == expected


def test_no_lexicon_and_no_text_find_nothing():
    assert find(_document("a brutal blow"), []) == []
    assert find(hand_parsed(), [_matcher("one", loaded=["brutal"])]) == []


def test_the_shipped_lexicons_find_words():
    document = _document("perhaps it was a heinous crime")
    found = _found(document, Matcher(load("english/loaded-language")), Matcher(load("english/hedges-and-boosters")))
    assert "loaded-language" in " ".join(entry for *_, entry in found)
