"""framing compare and framing chart, from a folder of tables to files."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from compare_corpora import random_corpus

from framing.cli import main, store
from framing.compare import compare
from framing.tables import OBSERVED, build


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    made = random_corpus(1, articles=20)
    folder = tmp_path / "tables"
    folder.mkdir()
    store.write_tables(folder, {table.name: made.get(table.name, build(table.name, [])) for table in OBSERVED})
    store.write_json(folder / store.MANIFEST, {"actors": {"x": "The Exes"}})
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize("format", store.FORMATS)
def test_compare_writes_the_estimates(tables: Path, tmp_path: Path, format: str):
    out = tmp_path / "estimates"
    result = run("compare", tables, "--out", out, "--draws", 100, "--format", format)
    assert result.exit_code == 0, result.output
    written = store.read_tables(out, ("estimates",))["estimates"]
    assert written.equals(compare(store.read_tables(tables), draws=100))
    assert store.read_manifest(out)["compare"] == {"draws": 100, "seed": 20241208}
    assert (out / "datapackage.json").is_file()


def test_compare_of_no_tables_says_what_to_do(tmp_path: Path):
    result = run("compare", tmp_path, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "framing observe" in result.output and "Traceback" not in result.output


def test_compare_tells_of_articles_without_outlet(tables: Path, tmp_path: Path):
    articles = build("articles", [{"article_id": "a", "kept": True}])
    store.write_tables(tables, {"articles": articles})
    result = run("compare", tables, "--out", tmp_path / "out")
    assert result.exit_code == 1 and "no outlet for article a" in result.output


def test_chart_writes_png_svg_and_csv(tables: Path, tmp_path: Path):
    result = run("chart", "label_facets", tables, "--out", tmp_path / "new" / "facets.v1", "--style", "slide")
    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"facets.v1.png", "facets.v1.svg", "facets.v1.csv"}
    assert "The Exes" in (tmp_path / "new" / "facets.v1.svg").read_text(encoding="utf-8")
    assert "Labels by facet" in result.output


def test_wrong_chart_name_is_answered_with_the_right_ones(tables: Path):
    result = run("chart", "label-facet", tables)
    assert result.exit_code == 2
    assert "Did you mean label_facets?" in result.output and "who_is_quoted" in result.output


def test_chart_with_nothing_to_draw_is_an_error(tables: Path, tmp_path: Path):
    store.write_tables(tables, {"readability": build("readability", [])})
    result = run("chart", "readability", tables, "--out", tmp_path / "x")
    assert result.exit_code == 1 and "nothing to draw" in result.output


def test_help_has_examples():
    for command in ("compare", "chart"):
        assert "Example:" in run(command, "--help").output
