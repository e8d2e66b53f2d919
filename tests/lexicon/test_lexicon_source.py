import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.lexicon.source import line_of, lines

TRICKY = '''\
id = "x" # a comment with "quotes" and [brackets]
"quoted key" = 'it is # no comment'
when = 1979-05-27 07:32:00.5
number = 1.5e3
long = """
[not.a.table]
key = "no" \\""" still
"""
literal = \'\'\'a
b\'\'\'
list = [
  "one", # the first ]
  "two]",

  ["three",
   "four"], { five = 5, six.seven = "[" },
]

[groups.a."b.c"]   # header
entries = ["x", "y",
  "z"]
dotted.key = true
[[items]]
k = 1
[[items]]
k = 2
'''


def paths(value, path=()):
    yield path
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from paths(item, (*path, key))


def test_every_key_and_item_of_a_tricky_file_has_its_line():
    found = lines(TRICKY)
    assert [path for path in paths(tomllib.loads(TRICKY)) if path not in found] == []
    expected = {
        ("quoted key",): 2, ("when",): 3, ("long",): 5, ("literal",): 9, ("list", 0): 12, ("list", 1): 13, ("list", 2): 15,
        ("list", 2, 1): 16,
        ("list", 3, "six", "seven"): 16,
        ("groups", "a", "b.c"): 19, ("groups", "a", "b.c", "entries", 1): 20,
        ("groups", "a", "b.c", "entries", 2): 21, ("groups", "a", "b.c", "dotted", "key"): 22, ("items", 1, "k"): 26,
    }  # fmt: skip
    assert {path: found[path] for path in expected} == expected


def test_nearest_holder_when_there_is_no_such_key():
    assert line_of(lines("a = 1\n[b]\nc = 2\n"), ("b", "gone", 3)) == 2


BITS = st.sampled_from(['"', "'", "#", "[", "]", "{", ",", "=", ".", "a", " ", "é", "\t"])


@given(st.lists(st.tuples(st.text(BITS, max_size=6), st.integers(0, 2)), max_size=8))
def test_items_of_any_array_have_the_line_they_stand_on(items):
    source, line, expected = "k = [ # first\n", 2, []
    for text, breaks in items:
        quoted = '"' + text.replace('"', '\\"') + '"'
        source += quoted + "," + "\n" * breaks
        expected.append(line)
        line += breaks
    source += "]\n"
    assert tomllib.loads(source)["k"] == [text for text, _ in items]
    found = lines(source)
    assert [found["k", index] for index in range(len(items))] == expected


@pytest.mark.parametrize("source", ["", "\n\n", "# only a comment", "a = []", "a = {}", "a = [[], [\n]]\nb = 1"])
def test_small_files(source):
    assert set(paths(tomllib.loads(source))) <= set(lines(source))
