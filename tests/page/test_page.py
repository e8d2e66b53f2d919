"""The page as text: whole in itself, the same each time, and nothing in it that an article wrote."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib

import pytest
from page_corpus import HOSTILE, MANIFEST, corpus

from framing import compare
from framing.report import report


def _packed(page, name):
    packed = re.search(rf'<script type="application/octet-stream" id="{name}">([A-Za-z0-9+/=]*)</script>', page).group(1)
    return zlib.decompress(base64.b64decode(packed)).decode()


def _data(page):
    return json.loads(_packed(page, "data"))


def test_it_loads_nothing_and_runs_its_own_script_and_vega(made):
    page = made[2]
    assert not re.search(r'src="(?!data:)', page)
    links = set(re.findall(r'href="([^"]*)"', re.sub(r"<script.*?</script>", "", page, flags=re.S)))
    beside = {"data:,", "estimates.csv", "pairs.csv", "tables/", "datapackage.json", "manifest.json", "references.bib", "copy-edits.csv"}
    assert all(link.startswith(("#", "charts/")) for link in links - beside)
    assert "http" not in re.sub(r'http-equiv="Content-Security-Policy"', "", re.sub(r"<script.*?</script>", "", page, flags=re.S))
    script = re.findall(r"<script>(.*?)</script>", page, re.S)
    assert len(script) == 1
    own, vega = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (script[0], _packed(page, "vega")))
    assert f"default-src 'none'; img-src blob: data:; style-src 'unsafe-inline'; script-src 'sha256-{own}' 'sha256-{vega}'; " in page


def test_no_article_stands_in_it_as_markup(made):
    assert all(title not in made[2] for title in HOSTILE.values())
    assert set(HOSTILE.values()) <= set(_data(made[2])["articles"]["title"]["names"])


def test_same_tables_same_page(made):
    tables, estimates, _ = made
    behind = compare.evidence(tables)
    pages = {
        report(tables, estimates, [], MANIFEST, behind=behind.rows, counting=behind.figures, forms=("html",))["page.html"] for _ in "ab"
    }
    assert len(pages) == 1


def test_both_forms_share_figures(made):
    tables, estimates, _ = made
    behind = compare.evidence(tables)
    files = report(tables, estimates, [], MANIFEST, behind=behind.rows, counting=behind.figures, forms=("md", "html"))
    cited = set(re.findall(r'href="#figure-([A-Z]+\d+)"', files["page.html"]))
    defined = set(re.findall(r"^\[([A-Z]+\d+)\]: ", files["report.md"], re.M))
    assert cited and cited <= defined
    assert set(_data(files["page.html"])["named"]) == defined
    assert "page.html" not in report(tables, estimates, [], MANIFEST, behind=behind.rows)


@pytest.mark.parametrize("tables", [{}, {"mentions": None}])
def test_a_corpus_in_which_nothing_is_observed(tables):
    empty = {name: table.slice(0, 0) if name not in ("articles", "sentences") else table for name, table in corpus().items()}
    estimates = compare.compare(empty, draws=10, seed=1)
    behind = compare.evidence(empty)
    page = report(empty, estimates, [], MANIFEST, behind=behind.rows, counting=behind.figures, forms=("html",))["page.html"]
    assert "No difference between outlets is stated" in page
    assert set(_data(page)["figures"]["measure"]) <= {"wording", "punctuation"}  # which are told from the sentences alone


def test_every_measure_has_the_rows_that_it_counts(made):
    data = _data(made[2])
    assert data["measures"]
    for name, measure in data["measures"].items():
        rows = len(data["tables"][measure["table"]]["article"])
        assert 0 <= sum(measure["row"]) <= max(rows - 1, 0), name
    assert {one["measure"] for one in data["asked"]} <= data["measures"].keys()
