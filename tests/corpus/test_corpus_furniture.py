"""Site furniture: every class of it is found, and nothing of a running story is."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.corpus.furniture import furniture, without_spans
from framing.corpus.furniture_rules import AFTER_SENTENCE, BLOCKS, GLUED, LAST_LINES, LINES, OPENINGS

STORY = "The council met on Monday and agreed to repair the old bridge.\n\nWork begins in May, the engineer said, and will last a year."


def found(text, **options):
    return [text[start:end] for start, end in furniture(text, **options)]


@pytest.mark.parametrize(
    "line",
    [
        "© 2024 The Echo",
        "Copyright © 2024 The Echo. All rights reserved.",
        "Copyright 2023 Echo Media Ltd",
        "All Rights Reserved",
        "This material may not be published or broadcast without permission.",
        "We use cookies to give you the best experience.",
        "This website uses cookies. Accept?",
        "By continuing to browse this site you agree to our use of cookies.",
        "Accept all cookies",
        "Sign up for our newsletter",
        "Subscribe to our daily newsletter and never miss a story",
        "Subscribe now!",
        "Get the day's top stories delivered to your inbox",
        "Enter your email address:",
        "Follow us on Facebook and Twitter",
        "Follow Jane Doe on Twitter @janedoe",
        "Read more: Council to vote on the harbour",
        "READ ALSO: Harbour master resigns",
        "Related: The bridge that nobody wanted",
        "Read the rest here.",
        "Continue reading the main story",
        "Watch the full interview below:",
        "[Video: the bridge from above]",
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter WhatsApp",
        "Tweet",
        "Print this page",
        "Click to share on Telegram (Opens in new window)",
        "Like this:",
        "Advertisement",
        "- ADVERTISEMENT -",
        "Story continues below advertisement",
        "Your email address will not be published.",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Post Comment",
        "Photo credit: Jane Doe",
        "Getty Images",
        "(With inputs from agencies)",
        "(With files from Reuters)",
        "(Except for the headline, nothing here was written by us.)",
        "(Reporting by Jane Doe in Rome; Editing by John Roe)",
        "Additional reporting by Jane Doe",
        "Jane Doe contributed to this report.",
        "The Associated Press contributed to this report.",
        "Contributing: Jane Doe and John Roe",
        "(h/t The Echo)",
        "___",
        '<a href="https://example.org/">',
    ],
)
def test_lines_that_are_furniture_wherever_they_stand(line):
    text = STORY.replace("\n\n", f"\n\n{line}\n\n")
    assert found(text) == [line]
    assert found(STORY + "\n" + line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Related charges were dropped in April.",
        "Copyright law is to be reformed, the minister said.",
        "Photos of the bridge showed two broken arches.",
        "Subscribe to the idea that bridges last for ever, and you will be disappointed.",
        "Follow the money, the engineer told the council.",
        "The site uses cookies, the report found, to track its visitors.",
        "“We use cookies,” the company said.",
        "Print newspapers have lost half their readers.",
        "Reporting by the council shows that traffic has doubled.",
        "Comments by the mayor were met with laughter.",
        "More stories of this kind came to light over the summer.",
        "Read more books, the headmaster told them.",
        "Leave a reply on the machine, she said.",
        "Advertisement revenue fell by a third.",
        "Reuters reported that the bridge had been closed.",
        "The report was published by Reuters and The Associated Press.",
        "Source: everybody knew it, the engineer said.",
        "Editing by hand takes a week.",
        "A Bridge Too Far",
        "“Big blow”",
        "The engineer is a fellow of the Royal Society, said the mayor.",
    ],
)
def test_lines_of_the_story_stay(line):
    assert found(STORY.replace("\n\n", f"\n\n{line}\n\n")) == []
    assert found(STORY + "\n\n" + line) == []
    assert found(line + "\n\n" + STORY) == []


def test_a_block_of_links_ends_before_the_story_goes_on():
    links = "Related Articles\nHarbour master resigns after storm\nFerry to run all winter …"
    text = STORY.replace("\n\n", f"\n{links}\nA sub-heading\n")
    assert found(text) == [links]


def test_teasers_after_the_story_go_with_what_follows():
    tail = "Check Also\n\nFerry to Run All Winter\n\nThe ferry across the bay will run all …\n\nLeave a Reply\n\nName *\n\nEmail *"
    assert found(STORY + "\n\n" + tail) == [tail]


def test_user_text_after_a_form_is_not_taken_for_furniture():
    assert found(STORY + "\nLeave a Reply\nI think that the bridge is ugly.") == ["Leave a Reply"]


@pytest.mark.parametrize(
    "tail",
    [
        "- REUTERS",
        "--AFP",
        "(Source: Echo Radio)",
        "Source: Echo Radio",
        "(With AFP and Reuters)",
        "Agencies contributed to this report. Read Also",
        "Reporting by Jane Doe; Editing by John Roe Our Standards: The Thomson Reuters Trust Principles.",
        "Follow Jane Doe on Twitter @janedoe. © 2024 The Echo",
        "Last Update: Friday 3 May 2019 KSA 07:15 - GMT 04:15",
        "Jane Doe contributed to this report.",
    ],
)
def test_pieces_glued_to_the_end(tail):
    line = STORY.replace("\n\n", " ")
    text = f"{line} {tail}"
    spans = furniture(text)
    assert "".join(text[: spans[0][0]]).rstrip() == line and spans[-1][1] == len(text)


@pytest.mark.parametrize(
    "end", ["He announced it on Twitter", "They blamed AFP.", "as it was told by the agency (AFP)", "we read about it in Print"]
)
def test_the_end_of_a_story_stays(end):
    assert found(STORY + " Nobody knew, " + end) == []


def test_a_text_of_one_line_is_its_story():
    line = "© 2024 Echo " + STORY.replace("\n\n", " ")
    assert found(line) == [] and found(line + " © 2024 Echo Media. All rights reserved.") == ["© 2024 Echo Media. All rights reserved."]


def test_the_day_of_publication_before_the_story():
    assert found("Bridge opens\n\nPosted on March 5 2024 " + STORY, headline_end=12) == ["Posted on March 5 2024"]


def test_notes_and_signatures_count_at_the_end_only():
    for note in (
        "Doe reported from Rome.",
        "Jane Doe is a columnist for The Echo.",
        "This story has been updated to correct a date.",
        "- Jane Doe",
    ):
        assert found(STORY + "\n\n" + note) == [note]
        assert found(STORY.replace("\n\n", f"\n\n{note}\n\n")) == []


def test_the_headline_is_never_furniture():
    assert found("Advertisement\n\n" + STORY, headline_end=13) == []


def test_tags_go_and_what_they_enclose_stays():
    assert found("<blockquote id='1'>She wrote <b>never</b> again, if 1 < 2 and 3 > 2.</blockquote>") == [
        "<blockquote id='1'>",
        "</blockquote>",
    ]


def test_every_rule_has_a_name_and_compiles():
    for name, pattern in (*LINES, *LAST_LINES, *BLOCKS, *AFTER_SENTENCE, *GLUED, *OPENINGS):
        assert name and re.compile(pattern)


PIECES = st.sampled_from(
    [*STORY.split("\n\n"), "Related Articles", "Share", "A heading", "Ferry runs …", "© 2024 Echo", "", "Comments", "- AFP", "<b>x"]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["\n", "\n\n", " "]))
@settings(max_examples=300)
def test_spans_are_sorted_disjoint_inside_and_hold_no_prose(pieces, break_):
    text = break_.join(pieces)
    spans = furniture(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert without_spans(text, spans).count("The council met") == text.count("The council met")


def test_time_grows_with_length_only():
    import time

    for text in (
        "word and more. " * 200_000,
        "Related\nProse stands here.\n" * 20_000,
        "<a " * 200_000,
        "Share\n" * 40_000,
        " \n" * 200_000,
    ):
        begin = time.perf_counter()
        furniture(text)
        assert time.perf_counter() - begin < 5
