"""Sentences that an article has twice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.repeats import repeats

TITLE = "Old bridge over the river falls down"
LEAD = "Two people were hurt when the old bridge in Lower Valley fell down on Monday."
MORE = "The council had promised for years to mend it."


def out(body: str, title: str = TITLE) -> list[str]:
    """What is left out of a text with a headline."""
    text = f"{title}\n\n{body}"
    return [text[start:end] for start, end in repeats(text, headline_end=len(title))]


def test_a_standfirst_that_is_the_lead_again_goes_once():
    assert out(f"{LEAD}\n\n{LEAD} {MORE}") == [LEAD]
    assert repeats(f"{LEAD}\n\n{LEAD} {MORE}")[0][0] > len(LEAD)  # of two that are the same, the later


def test_of_two_the_one_that_holds_more_stays():
    assert out(f"{LEAD}\n\nLOWER VALLEY (News) - {LEAD} {MORE}") == [LEAD]
    longer = LEAD.removesuffix(".") + ", the council said."
    assert out(f"{longer} {MORE}\n\n{LEAD}") == [LEAD]


def test_a_headline_stays_and_the_first_line_goes():
    title = "Two people hurt as the old bridge in Lower Valley falls down"
    assert out(f"{title}\n\n{MORE}", title) == [title]
    assert out(f"{title.upper()}!\n\n{MORE}", title) == [f"{title.upper()}!"]
    assert out(f"Monday: {title} again\n\n{MORE}", title) == []  # it says more than the headline


def test_few_words_more_make_no_second_sentence_but_another_number_or_a_negation_does():
    assert out(f"{LEAD} {MORE} {LEAD.replace('old bridge', 'old stone bridge')}") == [LEAD.replace("old bridge", "old stone bridge")]
    assert out(f"{LEAD} {MORE} {LEAD.replace('Two', 'Three')}") == []
    assert out(f"{LEAD} {MORE} {LEAD.replace('were hurt', 'were not hurt')}") == []
    with_count = LEAD.replace("people were", "people of 40 were")
    assert out(f"{LEAD} {MORE} {with_count}") == []


def test_short_sentences_and_those_in_which_a_quotation_only_opens_are_left_alone():
    assert out("Nobody knows. It is so. Nobody knows. It is so.") == []
    assert out(f"“{LEAD} {MORE}” “{LEAD} And that is all,” he said.") == []


def test_no_sentence_ends_behind_an_initial():
    told = "Engineers of the U.S. Army looked at the old bridge in Lower Valley on Monday."
    assert out(f"{told}\n\n{told} {MORE}") == [told]


def test_furniture_is_not_looked_at():
    text = f"{LEAD}\n\n{LEAD}"
    assert repeats(text, besides=((0, len(LEAD)),)) == ()


@given(st.text(alphabet="ab .\n\"“”", max_size=300), st.integers(0, 50))
def test_spans_are_sorted_disjoint_and_behind_the_headline(text: str, headline: int):
    spans = repeats(text, headline_end=min(headline, len(text)))
    assert all(start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(start >= min(headline, len(text)) for start, _ in spans)


@given(st.lists(st.sampled_from([LEAD, MORE, TITLE + ".", "So it goes."]), min_size=1, max_size=8))
def test_every_sentence_stays_once(sentences: list[str]):
    text = " ".join(sentences)
    rest, begin = "", 0
    for start, end in (*repeats(text), (len(text), len(text))):
        rest += text[begin:start]
        begin = end
    assert all(one in rest for one in sentences)
    assert rest.count(LEAD) <= 1
