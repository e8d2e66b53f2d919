"""Decoding, dates and headlines, value by value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.dates import iso_day
from framing.corpus.decoding import decode
from framing.corpus.headline import headline_end, with_title


@pytest.mark.parametrize(
    "data, text",
    [
        (b"caf\xc3\xa9", "café"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café"),
        ("café\r\nx".encode("utf-16"), "café\nx"),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "café"),
        (b"\xff\xfe\0\0" + "café".encode("utf-32-le"), "café"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
    ],
)
def test_unicode_is_read_without_remark(data, text):
    assert decode(data, "f") == (text, [])


def test_windows_1252_warns_with_the_line_and_spares_the_rest():
    text, [problem] = decode("Grüße\n".encode() + b"he said \x93yes\x94\n", "f")
    assert text == "Grüße\nhe said “yes”\n"
    assert (problem.severity, problem.kind, problem.where) == ("warning", "not-utf-8", "f:2")


@pytest.mark.parametrize(
    "data, kind", [(b"%PDF\0\1", "binary-file"), (b"\xff\xfea", "broken-encoding"), (b"\xff\xfe\x00\xd8", "broken-encoding")]
)
def test_what_is_no_text_is_reported(data, kind):
    text, [problem] = decode(data, "f")
    assert text is None and problem.kind == kind


@given(st.binary(max_size=200))
def test_decoding_never_fails(data):
    text, problems = decode(data, "f")
    assert (text is None) <= bool(problems)
    assert text is None or "\r" not in text


@pytest.mark.parametrize(
    "written",
    [
        "2017-04-05",
        "2017-04-05T23:30:00Z",
        "2017-04-05 10:00:00+02:00",
        "20170405",
        "2017/4/5",
        "5 April 2017",
        "April 5, 2017",
        "Apr. 5, 2017",
        "Wed 05 Apr 2017",
        "Wed, 05 Apr 2017 10:00:00 GMT",
        " 5 apr 2017 ",
    ],
)
def test_dates_in_common_forms(written):
    assert iso_day(written) == ("2017-04-05", None)


def test_the_day_may_decide_which_way_round():
    assert iso_day("13/04/2017") == iso_day("04/13/2017") == ("2017-04-13", None)
    assert iso_day("04/04/2017") == ("2017-04-04", None)


@pytest.mark.parametrize(
    "written",
    ["04/05/2017", "5.4.2017", "April 2017", "2017", "May", "yesterday", "1491350400", "2017-13-45", "32 April 2017", "12", "-", ""],
)
def test_dates_that_are_not_certain_stay_empty(written):
    day, why = iso_day(written)
    assert day is None and why


@given(st.text(max_size=20))
def test_dates_never_raise(written):
    day, why = iso_day(written)
    assert (day is None) == bool(why)


def test_title_is_not_doubled_whatever_its_case_spacing_and_punctuation():
    text = "MAYOR'S  BRIDGE\nopens\n\nCrowds came."
    assert with_title("Mayor’s bridge opens", text) == (text, text.index("\n\n"))
    assert with_title("Bridge", "Bridges are fine.") == ("Bridge\n\nBridges are fine.", 6)


@given(st.text(max_size=60), st.text(max_size=60))
def test_title_and_text_are_both_kept(title, text):
    joined, end = with_title(title, text)
    assert joined.endswith(text) and 0 <= end <= len(joined)


@given(st.text(alphabet="ab .\n", max_size=80))
def test_headline_ends_inside_the_text_before_more_text(text):
    end = headline_end(text)
    assert end == 0 or (text[end] in " \n" and text[end:].strip() and text[:end].strip())


def test_the_first_line_of_hard_wrapped_text_is_no_headline():
    wrapped = "The mayor opened the new bridge across the\nriver on Monday after two years of work.\nHundreds of people came to see it.\n"
    assert headline_end(wrapped) == 0
    assert headline_end("Bridge opens\n\n" + wrapped) == headline_end("Bridge opens\n" + wrapped) == len("Bridge opens")
    assert headline_end("Mayor opens new bridge across river after wait\n" + "The mayor opened the new bridge. " * 9) == 46
