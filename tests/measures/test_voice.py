"""Whose voice an offset stands in."""

from attribution_texts import find
from hypothesis import given
from hypothesis import strategies as st

from framing.language import parse_text
from framing.measures.voice import voices

_SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair))), max_size=3)


def _voice_of(text, words):
    """The voice of the words in a text, and the source that speaks them."""
    found = find(parse_text(text))
    start = text.index(words)
    voice, index = voices([one.spoken for one in found.attributions], found.quotations, found.brackets).of(start, start + len(words))
    source = None if index is None else found.attributions[index].source
    return voice, source and text[slice(*source)]


def test_inside_marks_direct_outside_indirect_elsewhere_the_outlets():
    text = "Thugs came. The mayor said the rebels were “beasts” at heart."
    assert _voice_of(text, "Thugs") == ("outlet", None)
    assert _voice_of(text, "mayor") == ("outlet", None)
    assert _voice_of(text, "rebels") == ("indirect", "The mayor")
    assert _voice_of(text, "beasts") == ("direct", "The mayor")


def test_scare_quotes_are_the_outlets_voice():
    assert _voice_of("The “experts” left the hall.", "experts") == ("outlet", None)


def test_the_innermost_speaker_has_the_words():
    text = "The mayor said the guards told residents that thugs had come."
    assert _voice_of(text, "thugs") == ("indirect", "the guards")
    assert _voice_of(text, "guards") == ("indirect", "The mayor")


def test_an_editors_bracket_is_the_outlets_voice():
    text = "“The new [rebel] chief is ready,” Berg said."
    assert _voice_of(text, "rebel") == ("outlet", None)
    assert _voice_of(text, "chief") == ("direct", "Berg")


def test_a_bracket_outside_marks_changes_nothing():
    voice = voices([[(0, 20)]], quotations=[(12, 18)], brackets=[(3, 6)])
    assert voice.at(4) == ("indirect", 0)


def test_whom_a_request_is_put_to_stays_in_the_outlets_wording():
    text = "The mayor urged rioters to leave the square."
    assert _voice_of(text, "rioters") == ("outlet", None)
    assert _voice_of(text, "square") == ("indirect", "The mayor")


def test_a_content_in_parts_leaves_its_middle_to_others():
    voice = voices([[(0, 5), (10, 15)]], quotations=[(10, 15)])
    assert [voice.at(offset) for offset in (0, 4, 5, 9, 10, 14, 15)] == [
        ("indirect", 0), ("indirect", 0), ("outlet", None), ("outlet", None), ("direct", 0), ("direct", 0), ("outlet", None),
    ]  # fmt: skip


def test_a_span_has_the_voice_of_its_head_at_its_end():
    voice = voices([[(5, 10)]], quotations=[])
    assert voice.of(2, 8) == ("indirect", 0)
    assert voice.of(8, 12) == ("outlet", None)


def test_without_attributions_all_is_the_outlets():
    assert voices([], quotations=[(0, 5)]).at(3) == ("outlet", None)


@given(st.lists(_SPANS, max_size=4), st.integers(0, 70))
def test_a_position_belongs_to_the_narrowest_content_around_it(spoken, offset):
    voice, index = voices(spoken, quotations=[]).at(offset)
    around = [i for i, parts in enumerate(spoken) if any(start <= offset < end for start, end in parts)]
    assert (voice == "indirect") == bool(around)
    if around:
        widths = {i: sum(end - start for start, end in spoken[i]) for i in around}
        assert index in around
        assert widths[index] == min(widths.values())
    else:
        assert index is None
