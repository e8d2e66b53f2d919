import json

import click
import pytest

from framing import tables
from framing.cli import store

ROWS = {
    "mentions": [
        {"article_id": "a", "sentence": 0, "start": 4, "end": 10, "text": 'the "rebels"', "actor": None, "modifiers": ["x,y"], "facets": [],
         "connotation": -1, "voice": "outlet", "distanced": False},
        {"article_id": "b", "sentence": 1, "start": 0, "end": 3, "text": "ثوار", "actor": "rebels", "modifiers": [],
         "facets": ["political"],
         "voice": "direct", "distanced": True},
    ],
    "attributions": [{"article_id": "a", "attribution": 0, "source": "", "content": [{"start": 1, "end": 5}, {"start": 7, "end": 9}]}],
}  # fmt: skip


@pytest.fixture
def built():
    return {name: tables.build(name, rows) for name, rows in ROWS.items()}


@pytest.mark.parametrize("format", store.FORMATS)
def test_tables_come_back_as_they_were_written(tmp_path, built, format):
    store.write_tables(tmp_path, built, format=format)
    back = store.read_tables(tmp_path, tuple(built))
    assert all(back[name].equals(table) for name, table in built.items())  # empty text is no null


def test_the_descriptor_declares_every_column(tmp_path, built):
    store.write_tables(tmp_path, built)
    described = json.loads((tmp_path / "datapackage.json").read_text())
    assert {resource["name"]: [field["name"] for field in resource["schema"]["fields"]] for resource in described["resources"]} == {
        name: table.column_names for name, table in built.items()
    }


def test_missing_and_broken_tables_are_told_together(tmp_path, built):
    store.write_tables(tmp_path, {"attributions": built["attributions"]})
    (tmp_path / "mentions.jsonl").write_text('{"article_id": "a"}\n')
    with pytest.raises(click.ClickException) as error:
        store.read_tables(tmp_path, ("mentions", "tone", "attributions"))
    message = error.value.format_message()
    assert "mentions.jsonl: not a mentions table" in message
    assert "no table tone" in message
    assert "framing observe" in message


def test_a_csv_is_read_whatever_program_saved_it(tmp_path, built):
    store.write_tables(tmp_path, {"attributions": built["attributions"]}, format="csv")
    path, names = tmp_path / "attributions.csv", list(reversed(built["attributions"].column_names))
    given = {"article_id": "a", "attribution": "0", "content": '"[{""start"": 1, ""end"": 5}]"'}
    path.write_text("\r\n".join([",".join([*names, "mine"]), ",".join([*(given.get(name, "") for name in names), "x"]), ""]))
    (found,) = store.read_tables(tmp_path, ("attributions",))["attributions"].to_pylist()
    assert found == dict.fromkeys(names) | {"article_id": "a", "attribution": 0, "content": [{"start": 1, "end": 5}]}


@pytest.mark.parametrize(
    ("text", "told"),
    [("article_id\na\n", "attribution"), ("", "[Ee]mpty"), ("article_id,attribution\na,one\n", "one")],
)
def test_a_broken_csv_is_told(tmp_path, built, text, told):
    head, _, row = text.partition("\n")
    missing = [name for name in built["attributions"].column_names if "," in head and name not in head.split(",")]
    (tmp_path / "attributions.csv").write_text(",".join([head, *missing]) + "\n" + row.strip() + "," * len(missing) if head else "")
    with pytest.raises(click.ClickException, match=f"attributions.csv: not a attributions table: .*{told}"):
        store.read_tables(tmp_path, ("attributions",))


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path):
    out = tmp_path / "out"
    with store.replace_folder(out) as folder:
        (folder / store.MANIFEST).write_text("{}")
        (folder / "first").write_text("1")
    with pytest.raises(RuntimeError), store.replace_folder(out) as folder:
        (folder / "second").write_text("2")
        raise RuntimeError
    assert sorted(path.name for path in out.iterdir()) == ["first", store.MANIFEST]
    with store.replace_folder(out) as folder:
        (folder / store.MANIFEST).write_text("{}")
    assert [path.name for path in out.iterdir()] == [store.MANIFEST]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(click.ClickException, match="framing did not write"), store.replace_folder(tmp_path):
        pass
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


def test_an_out_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(click.ClickException, match="is a file"):
        store.check_replaceable(tmp_path / "out")
