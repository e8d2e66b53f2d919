import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import tables


def test_every_column_tells_its_meaning():
    for table in tables.TABLES.values():
        for field in table.schema:
            assert field.metadata[b"description"], f"{table.name}.{field.name}"
        assert set(table.sort) <= set(table.schema.names)


def test_build_fills_missing_columns_with_null_and_sorts():
    built = tables.build("tone", [{"article_id": "b", "start": 1}, {"article_id": "a", "start": 9}, {"article_id": "a", "start": 2}])
    assert built.schema == tables.TONE.schema
    assert list(zip(built["article_id"].to_pylist(), built["start"].to_pylist())) == [("a", 2), ("a", 9), ("b", 1)]
    assert built["label"].null_count == 3


def test_build_refuses_a_column_that_the_table_does_not_have():
    with pytest.raises(ValueError, match="table tone has no column colour"):
        tables.build("tone", [{"article_id": "a", "colour": "red"}])


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 50)), max_size=30), st.randoms())
def test_order_of_rows_does_not_matter(places, random):
    rows = [{"article_id": article, "start": start, "end": start + 1} for article, start in set(places)]
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert tables.build("tone", rows).equals(tables.build("tone", shuffled))


def test_concat_of_nothing_is_an_empty_table():
    assert tables.concat("mentions", []).equals(pa.Table.from_pylist([], schema=tables.MENTIONS.schema))
