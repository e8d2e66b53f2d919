from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Article
from framing.lexicon import LexiconError
from framing.lexicon.load import parse
from framing.measures.lexicon_diff import CHANGES, UNRESOLVED, Occurrence, change_of, counted, diff, paired

HEADER = "".join(
    f'{key} = "x"\n' for key in ("id", "version", "language", "licence", "source", "source_url", "description")
) + "imported = true\n"  # fmt: skip
CORPUS = [
    Article(article_id="a", outlet="Courier", read_from="a", text="The mob came. The thugs left the old port. Farmers slept."),
    Article(article_id="b", outlet="Gazette", read_from="b", text="A mob sang. The mob was small."),
    Article(article_id="c", outlet="Gazette", read_from="c", text="The mob left.", left_out_because="a copy"),
]


def terms(**groups):
    tables = (f'[groups.{name}]\ndescription = "x"\nsource = "x"\nentries = {list(entries)}\n' for name, entries in groups.items())
    return parse((HEADER + "".join(tables)).encode(), "x.toml")


def actors(**lists):
    tables = (f'[actors.{name}]\nname = "x"\ntype = "other"\n{body}\n' for name, body in lists.items())
    return parse((HEADER + "".join(tables)).encode(), "x.toml")


def rows(found, **wanted):
    return [row for row in found.counts.to_pylist() if all(row[key] == value for key, value in wanted.items())]


def one(found, **wanted):
    (row,) = rows(found, **wanted)
    return {key: value for key, value in row.items() if value not in (None, 0)}


def test_lost_gained_and_moved_by_group_and_outlet():
    found = diff(terms(bad=["mob", "thug"], other=["farmer"]), terms(bad=["thug", "old port"], other=["farmer"], people=["mob"]), CORPUS)
    assert Counter(found.changes["change"].to_pylist()) == {"moved": 3, "gained": 1}
    all_outlets = one(found, level="part", part="bad", outlet=None)
    assert (all_outlets["old"], all_outlets["new"], all_outlets["moved_away"], all_outlets["gained"]) == (4, 2, 3, 1)
    assert all_outlets["moved_to"] == "people 3"
    assert all_outlets["moved_example"] == "The [mob] came."
    assert all_outlets["gained_example"] == "The thugs left the [old port]."
    assert one(found, level="part", part="bad", outlet="Gazette")["moved_away"] == 2
    assert one(found, level="part", part="people", outlet="Courier")["moved_here"] == 1
    assert one(found, level="part", part="other", outlet=None) == {"level": "part", "part": "other", "old": 1, "new": 1}


def test_entries_that_changed_and_no_others():
    found = diff(terms(bad=["mob", "thug"]), terms(bad=["mob", "=thug"]), CORPUS)
    assert one(found, level="entry") == {
        "level": "entry", "part": "bad", "entry": "thug", "old": 1, "lost": 1, "lost_example": "The [thugs] left the old port.",
    }  # fmt: skip


def test_a_longer_span_and_another_entry_of_the_group():
    found = diff(terms(bad=["port", "mob"]), terms(bad=["old port", "=mob"]), CORPUS)
    assert Counter(found.changes["change"].to_pylist()) == {"resized": 1, "reworded": 3}
    part = one(found, level="part", outlet=None)
    assert (part["old"], part["new"], part["resized"]) == (4, 4, 1)
    assert one(found, level="entry", entry="port")["moved_to"] == "bad:old port 1"
    assert one(found, level="entry", entry="=mob")["moved_here"] == 3


def test_equal_lexicons_change_nothing():
    found = diff(terms(bad=["mob"]), terms(bad=["mob"]), CORPUS)
    assert found.changes.num_rows == 0
    assert {row["level"] for row in found.counts.to_pylist()} == {"part"}


def test_mentions_of_actors_move_too_and_unresolved_is_a_place_of_its_own():
    old = actors(mob='labels = ["mob"]', farmers='labels = ["farmer"]')
    new = actors(mob='ambiguous = ["mob"]\nmodifiers = ["angry"]', farmers='labels = ["farmer"]')
    found = diff(old, new, CORPUS)
    assert one(found, level="part", part="mob", outlet=None)["moved_to"] == f"{UNRESOLVED} 3"
    assert one(found, level="part", part="farmers", outlet=None)["new"] == 1


def test_terms_and_actors_cannot_be_compared():
    with pytest.raises(LexiconError, match="of another kind"):
        diff(terms(bad=["mob"]), actors(mob='labels = ["mob"]'), CORPUS)


def test_a_span_finds_its_own_part_before_another():
    both = [Occurrence(0, 3, "a", "a:x"), Occurrence(0, 3, "b", "b:x")]
    assert {change_of(pair) for pair in paired(both, both[::-1])} == {None}
    others = [Occurrence(2, 5, "b", "b:y"), Occurrence(0, 3, "c", "c:x")]
    assert [change_of(pair) for pair in paired(both[:1], others)] == ["moved", "gained"]


def occurrence(start, size, part):
    return Occurrence(start, start + size, part, f"{part}:x")


OCCURRENCES = st.lists(st.builds(occurrence, st.integers(0, 9), st.integers(1, 4), st.sampled_from("ab")), max_size=6)


@given(OCCURRENCES, OCCURRENCES)
def test_every_occurrence_is_in_one_pair_and_the_sums_agree(old, new):
    pairs = paired(old, new)
    assert Counter(a for a, _ in pairs if a) == Counter(old)
    assert Counter(b for _, b in pairs if b) == Counter(new)
    changes = [
        {"outlet": "x", "change": change_of((a, b)), "sentence": "", "old_part": a and a.part, "old_entry": a and a.entry,
         "new_part": b and b.part, "new_entry": b and b.entry}
        for a, b in pairs if change_of((a, b))
    ]  # fmt: skip
    unchanged = Counter(("x", a.part, a.entry) for a, b in pairs if not change_of((a, b)))
    found = list(counted(changes, unchanged))
    for row in found:
        assert row["old"] - row["lost"] - row["moved_away"] == row["new"] - row["gained"] - row["moved_here"]
    assert sum(row["old"] for row in found if row["level"] == "part" and row["outlet"]) == len(old)
    assert sum(row["new"] for row in found if row["level"] == "part" and row["outlet"]) == len(new)
    assert "sentence" in CHANGES.names
