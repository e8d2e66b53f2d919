"""What the parser is shown: every character of the story once, at its own offset."""

import time

from hypothesis import given
from hypothesis import strategies as st

from framing.language import blocks as module
from framing.language.blocks import LONGEST, blocks

_LINES = st.lists(
    st.sampled_from(
        ["", " ", "Rebels Seize Hill Town", "the hill fell.", "SHELLS HIT PORT CITY", "İSTANBUL'da ΟΔΟΣ ﬁn", "  It rained. ", "\t", "U.S."]
    )
    | st.text(max_size=40),
    max_size=12,
)


@st.composite
def _articles(draw):
    text = "\n".join(draw(_LINES))
    place = st.integers(0, len(text))
    spans = sorted(tuple(sorted((draw(place), draw(place)))) for _ in range(draw(st.integers(0, 3))))
    disjoint = [span for index, span in enumerate(spans) if index == 0 or span[0] >= max(end for _, end in spans[:index])]
    return text, disjoint, draw(st.sampled_from([0, text.find("\n") + 1, draw(place)]))


@given(_articles())
def test_every_character_of_the_story_is_shown_once_at_its_offset(article):
    text, furniture, headline_end = article
    left_out = {at for start, end in furniture for at in range(start, end)}
    shown = {}
    for block in blocks(text, furniture=furniture, headline_end=headline_end):
        for at, character in enumerate(block.shown, block.start):
            assert at not in shown, "shown twice"
            shown[at] = character
    assert left_out.isdisjoint(shown)
    assert {at for at, character in enumerate(text) if not character.isspace()} - left_out <= set(shown)
    assert all(shown[at].casefold() == text[at].casefold() for at in shown)


@given(_articles())
def test_paragraphs_count_up_and_the_headline_ends_where_it_ends(article):
    text, furniture, headline_end = article
    found = blocks(text, furniture=furniture, headline_end=headline_end)
    numbers = [block.paragraph for block in found]
    assert numbers == sorted(numbers)
    assert all(block.start + len(block.shown) <= headline_end or block.start >= headline_end for block in found)


def test_title_case_is_shown_in_sentence_case_except_for_names():
    text = "Rebels Seize Hill Town Near Idlib\nThe rebels came at dawn. A town near Idlib fell, and the hill with it."
    headline, body = blocks(text, headline_end=33)
    assert headline.shown == "Rebels seize hill town near Idlib"
    assert body.shown == text[34:]


def test_capitals_are_shown_in_sentence_case():
    text = "SHELLS HIT PORT OF LATAKIA\nResidents of Latakia heard shells hit the port."
    assert blocks(text, headline_end=26)[0].shown == "Shells hit port of Latakia"


def test_sentences_in_running_text_keep_their_case():
    text = "The United Nations Security Council Met On Monday."
    assert blocks(text)[0].shown == text


def test_a_body_on_the_headline_s_line_is_a_block_of_its_own():
    text = "Mortar fire kills two. Residents fled."
    assert [(block.start, block.paragraph) for block in blocks(text, headline_end=22)] == [(0, 0), (23, 1)]


_WRAPPED = (
    "The convoy left the border post before sunrise and reached the first\n"
    "village an hour later, where men with rifles stood at the side of the\n"
    "road and waved it on without a look at the papers that the drivers had\n"
    "carried with them from the capital.\n"
    "\n"
    "In the afternoon it came to the river, and there it waited because the\n"
    "bridge had been closed since the floods of the week before, and no one\n"
    "knew who had the keys to the barrier or when they would be back with\n"
    "them.\n"
)


def test_hard_wrapped_lines_are_joined_into_paragraphs():
    first, second = blocks(_WRAPPED)
    assert first.shown == _WRAPPED[: _WRAPPED.index("\n\n")]
    assert second.start == _WRAPPED.index("In the afternoon")


def test_a_headline_is_not_joined_to_wrapped_lines_below_it():
    found = blocks("Convoy waits at the river\n" + _WRAPPED, headline_end=25)
    assert [block.paragraph for block in found] == [0, 1, 2]
    assert found[0].shown == "Convoy waits at the river"


def test_a_line_for_each_paragraph_is_not_taken_for_wrapping():
    text = "\n".join(f"Paragraph number {number} says that it rained." for number in range(12))
    assert len(blocks(text)) == 12


def test_five_megabytes_on_one_line_are_cut_at_sentence_ends():
    text = "The road to the north was closed again on Monday. " * 100_000
    started = time.perf_counter()
    found = blocks(text)
    assert time.perf_counter() - started < 10
    assert all(len(block.shown) <= LONGEST for block in found)
    assert all(block.shown.endswith(". ") for block in found[:-1])
    assert {block.paragraph for block in found} == {0}
    assert "".join(block.shown for block in found) == text.rstrip()


def test_a_line_without_sentences_or_spaces_is_cut_too(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 10)
    assert [block.shown for block in blocks("a" * 25)] == ["a" * 10, "a" * 10, "a" * 5]
    assert [block.shown for block in blocks("aaaa bbbb cccc")] == ["aaaa bbbb ", "cccc"]


def test_a_long_line_is_not_cut_behind_an_abbreviation(monkeypatch):
    monkeypatch.setattr(module, "LONGEST", 45)
    first, second = blocks("The talks had ended. Later Gen. Ward left the hall.")
    assert (first.shown, second.shown) == ("The talks had ended. ", "Later Gen. Ward left the hall.")
