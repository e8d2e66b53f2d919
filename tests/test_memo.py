"""Results are kept by what they were made from: found again only for the same, and never half or wrong."""

import os
import time

import numpy as np
import pyarrow as pa
import pytest

from framing import memo


@pytest.fixture
def calls(tmp_path):
    """Makes a result named after what it was made from, and notes that it did."""
    made = []

    def get(*made_from, kind="test"):
        def make():
            made.append(made_from)
            return {"text": repr(made_from).encode()}

        with memo.kept_in(tmp_path / "steps"):
            return memo.kept(kind, made_from, make)["text"]

    get.made = made
    return get


def test_the_same_is_made_once_and_other_things_anew(calls):
    assert calls("a", 1) == calls("a", 1) == b"('a', 1)"
    assert calls("a", 2) == b"('a', 2)"
    assert len(calls.made) == 2


def test_where_one_part_ends_matters(calls):
    calls("ab", "c"), calls("a", "bc"), calls("ab", "c", kind="another")
    assert len(calls.made) == 3


def test_long_arrays_are_told_apart_by_every_number(calls):
    numbers = np.arange(5000.0)
    other = numbers.copy()
    other[2500] += 1
    calls(numbers), calls(other), calls(numbers.copy())
    assert len(calls.made) == 2


def test_without_a_folder_nothing_is_kept():
    made = []
    for _ in range(2):
        memo.kept("test", [1], lambda: made.append(1) or {})
    assert len(made) == 2
    assert memo.folder() is None


@pytest.mark.parametrize("damage", [b"", b"no arrow file", None], ids=["empty", "other", "cut"])
def test_a_damaged_file_is_made_anew(calls, tmp_path, damage):
    calls("a")
    [path] = (tmp_path / "steps").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert calls("a") == b"('a',)"
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with memo.kept_in(tmp_path / "file"):
        assert memo.kept("test", [1], lambda: {"a": b"1"}) == {"a": b"1"}


def test_tables_come_back_as_they_were(tmp_path):
    table = pa.table({"a": [1, None], "b": [["x"], []]})
    with memo.kept_in(tmp_path):
        assert memo.find_tables("t", [1]) is None
        memo.keep_tables("t", [1], {"one": table, "other": table[:1]})
        found = memo.find_tables("t", [1])
    assert found["one"].equals(table) and found["other"].equals(table[:1])


def test_what_no_run_used_for_a_month_is_swept(calls, tmp_path):
    calls("old"), calls("young")
    old, _ = sorted((tmp_path / "steps").iterdir(), key=lambda path: b"old" not in path.read_bytes())
    past = time.time() - 40 * 86400
    os.utime(old, (past, past))
    memo._sweep.cache_clear()
    calls("new")
    assert not old.exists()
    assert len(list((tmp_path / "steps").iterdir())) == 2


def test_a_changed_template_is_other_code(tmp_path, monkeypatch):
    (tmp_path / "page.md.j2").write_text("{{ text }}")
    monkeypatch.setattr(memo.importlib.resources, "files", lambda _: tmp_path)
    before = memo._code.__wrapped__()
    (tmp_path / "page.md.j2").write_text("{{ text }}!")
    assert memo._code.__wrapped__() != before
