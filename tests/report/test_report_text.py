import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_links import shown, tokens

from framing.report.text import Markdown, bold, escape, integer, md, number, percent, plural, series, slug

INLINE = {"inline", "text", "paragraph_open", "paragraph_close", "softbreak"}
FOREIGN = st.text(alphabet=st.one_of(st.sampled_from("*_`[]()<>#|!&\\~$=-+.1 \n\"'«“"), st.characters(codec="utf-8")))


@pytest.mark.parametrize(
    "foreign",
    [
        "<script>alert(1)</script>", "# not a heading", "1. not a list", "- nor this", "a | b", "`code`", "*stars* and __lines__",
        "[text](url)", "![image](x)", "&lt;", "===", "---", "+ plus", "12) twelve", "line\n# two", "C:\\path", "<https://example.org>",
        "\u202eright to left",
    ],
)  # fmt: skip
def test_foreign_text_is_shown_and_never_acts(foreign):
    assert {token.type for token in tokens(escape(foreign))} <= INLINE
    assert shown(escape(foreign)) == " ".join(foreign.replace("\u202e", " ").split())


@given(FOREIGN)
def test_no_text_opens_markup(foreign):
    assert {token.type for token in tokens(escape(foreign))} <= INLINE


@given(FOREIGN, st.integers(0, 40), st.integers(0, 40))
def test_bold_marks_at_most_one_span_and_shows_the_same_text(foreign, start, end):
    marked = bold(foreign, start, end)
    kinds = [token.type for token in tokens(marked)]
    assert set(kinds) <= INLINE | {"strong_open", "strong_close"}
    assert kinds.count("strong_open") <= 1
    assert shown(marked) == shown(escape(foreign))


@pytest.mark.parametrize(
    ("text", "word", "marked"),
    [
        ("The rebels left.", "rebels", "The **rebels** left."),
        ("rebels left", "rebels", "**rebels** left"),
        ("a pro-rebel town", "rebel", "a pro-**rebel** town"),
        ('he said"no"then', '"no"', 'he said"**no**"then'),
        ("They said “no”.", "“no”", "They said **“no”**."),
        ("See 1. rebels", "1.", "See **1.** rebels"),
    ],
)
def test_bold(text, word, marked):
    start = text.index(word)
    assert bold(text, start, start + len(word)) == marked


def test_names_with_underscores_stay_readable():
    assert escape("en_core_web_sm") == "en_core_web_sm"
    assert escape("_so_") == "\\_so\\_"


def test_md_escapes_values_and_keeps_markdown():
    assert md("**{a}** {b}", a="x*y", b=Markdown("*z*")) == "**x\\*y** *z*"


@pytest.mark.parametrize(
    ("share", "written"),
    [(0, "0%"), (0.0004, "under 0.1%"),
     (0.004, "0.4%"), (0.0096, "1%"), (0.123, "12%"), (0.995, "99.5%"), (0.9999, "over 99.9%"), (1, "100%")],
)
def test_percent(share, written):
    assert percent(share) == written


@pytest.mark.parametrize(
    ("value", "written"), [(0, "0"), (-0.001, "0.00"), (0.1 + 0.2, "0.30"), (12.345, "12.3"), (-4.5678, "−4.6"), (1234.5, "1,234")]
)
def test_number(value, written):
    assert number(value) == written


def test_counts_and_series():
    assert (plural(1, "article"), plural(0, "article"), plural(1204, "article")) == ("1 article", "0 articles", "1,204 articles")
    assert plural(2, "country", "countries") == "2 countries"
    assert integer(1000000) == "1,000,000"
    assert (series([]), series(["a"]), series(["a", "b*"]), series(["a", "b", "c"])) == ("", "a", "a and b\\*", "a, b and c")


def test_slug():
    assert slug("Église & État 2") == "eglise-etat-2"
    assert slug("قناة") == "other"
