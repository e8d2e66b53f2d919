"""Duplicates: exactly the pairs that the definition names, however rare or common their words."""

import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from framing.corpus.duplicates import CONTAINMENT, LENGTH_RATIO, SHINGLE, duplicate_groups

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), max_size=25)


def shingles(words):
    padded = words + [""] * (SHINGLE - len(words)) if words else []
    return {tuple(padded[i : i + SHINGLE]) for i in range(len(padded) - SHINGLE + 1)}


def by_definition(texts):
    """Groups by comparing every text with every other."""
    sets = [shingles(words) for words in texts]
    group = list(range(len(texts)))
    alone = set(group)
    for i, one in enumerate(sets):
        for j, other in enumerate(sets[:i]):
            small, large = sorted((one, other), key=len)
            if small and len(large) <= LENGTH_RATIO * len(small) and len(small & large) >= CONTAINMENT * len(small):
                low, high = sorted((group[i], group[j]))
                group = [low if g == high else g for g in group]
                alone -= {i, j}
    return [None if i in alone else g for i, g in enumerate(group)]


@given(st.lists(WORDS, max_size=8))
@settings(max_examples=200)
def test_groups_are_those_of_the_definition(texts):
    assert duplicate_groups([" ".join(words) for words in texts]) == by_definition(texts)


def test_punctuation_case_and_line_breaks_do_not_matter():
    assert duplicate_groups(["The boat, she said, sank.", "Nothing of that kind here", "the BOAT\nshe said sank"]) == [0, None, 0]


def test_a_round_up_is_no_duplicate_of_the_briefs_in_it():
    one, two, three = (" ".join(f"{letter}{n}" for n in range(60)) for letter in "xyz")
    assert duplicate_groups([one, two, " ".join([one, two, three])]) == [None, None, None]


def test_empty_texts_are_nobodys_duplicate():
    assert duplicate_groups([]) == []
    assert duplicate_groups(["", "", "one"]) == [None, None, None]


def test_shared_boilerplate_costs_neither_groups_nor_time():
    rng = random.Random(7)
    boilerplate = " ".join(f"b{n}" for n in range(40))
    texts = [" ".join(rng.choices([f"w{n}" for n in range(5000)], k=250)) + " " + boilerplate for _ in range(800)]
    begin = time.perf_counter()
    groups = duplicate_groups([*texts, texts[3] + " and a little more"])
    assert time.perf_counter() - begin < 8
    assert [i for i, g in enumerate(groups) if g is not None] == [3, 800] and groups[800] == 3
