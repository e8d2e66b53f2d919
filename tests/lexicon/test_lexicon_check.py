"""Whatever TOML can hold is checked without a crash, and what passes the check loads."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon.check import HEADER, check

TEXTS = st.sampled_from(["", "say", "say/VERB", "say/x", "a [b] c", "[", "armed group", "NOUN", "=", " "])
PLAIN = st.one_of(TEXTS, st.booleans(), st.integers(-2, 2), st.floats(allow_nan=False), st.just(date(2024, 1, 1)))
LISTS = st.lists(st.one_of(TEXTS, PLAIN, st.lists(PLAIN, max_size=1)), max_size=3)
VALUES = st.one_of(PLAIN, LISTS, st.dictionaries(TEXTS, PLAIN, max_size=2))
KEYS = st.sampled_from(
    ["description", "source", "entries", "except", "matches", "does_not_match", "pos", "connotation", "connotations", "name", "type",
     "names", "labels", "ambiguous", "modifiers", "typo"]
)  # fmt: skip
PARTS = st.one_of(PLAIN, st.dictionaries(st.sampled_from(["a", "b"]), st.one_of(PLAIN, st.dictionaries(KEYS, VALUES)), max_size=2))


@given(st.dictionaries(st.sampled_from([*HEADER, "exclusive", "typo"]), VALUES), st.sampled_from(["groups", "actors"]), PARTS)
def test_no_data_crashes_the_check_and_each_problem_is_whole(header, body, parts):
    found = check({**header, body: parts}, {(): 1}, "x.toml")
    assert all(problem.file == "x.toml" and problem.line == 1 and problem.what and problem.fix for problem in found)
    if set(header) != {*HEADER, "exclusive"}:
        assert found
