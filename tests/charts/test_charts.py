"""Charts: what they say, what they leave out, that they are the same every time."""

from __future__ import annotations

import csv
import io
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pyarrow as pa
import pytest
from compare_corpora import corpus, label, random_corpus

from framing.charts import CHARTS, STYLES, Chart, draw_all, label_facets
from framing.charts.canvas import Canvas
from framing.charts.cells import Column, draw_scale, scale
from framing.charts.chart import chart as finished
from framing.charts.grid import Block, Grid, Row
from framing.charts.points import Point
from framing.charts.style import text_width, wrap
from framing.compare import compare, comparison

NAMES = {"x": "The Exes", "y": "The Whys"}


def drawn(tables: dict[str, pa.Table], **more: object) -> dict[str, Chart]:
    made = comparison(tables, draws=100)
    return {chart.name: chart for chart in draw_all(made.estimates, tables | {"pairs": made.pairs}, names=NAMES, **more)}


def rows(chart: Chart) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(chart.csv.decode())))


@pytest.fixture(scope="module")
def many() -> dict[str, Chart]:
    return drawn(random_corpus(1, articles=60))


@pytest.fixture(scope="module")
def five() -> dict[str, Chart]:
    return drawn(random_corpus(2, articles=5, outlets=5))


def test_every_chart_is_drawn_from_few_articles_and_from_many(many, five):
    names = [module.NAME for module in CHARTS]
    names.remove("told")  # no events are given
    assert list(many) == names
    # With an article each, no outlet has two periods or a profile, and no two outlets are compared.
    without = ("timeline", "outlet_map", "outlet_tree")
    assert list(five) == [name for name in names if name not in without and not name.endswith("_pairs")]


def test_the_same_bytes_every_time():
    tables = random_corpus(3, articles=30)
    first, second = drawn(tables), drawn(tables)
    for name, chart in first.items():
        assert (chart.png, chart.svg, chart.csv, chart.alt) == (second[name].png, second[name].svg, second[name].csv, second[name].alt)
        assert b"<dc:date>" not in chart.svg and b"Matplotlib" not in chart.png


def test_csv_holds_the_estimates_that_are_drawn():
    tables = random_corpus(1, articles=60)
    estimates = compare(tables, draws=100)
    known = {
        (row["actor"], row["category"], row["outlet"], row["voice"], row["statistic"]): row
        for row in estimates.to_pylist()
        if row["measure"] == "label_facets"
    }
    chart = label_facets.draw(estimates, tables, STYLES["screen"], NAMES)
    found = rows(chart)
    assert {row["actor"] for row in found} == {"x", "y"}
    for row in found:
        estimate = known[row["actor"] or None, row["category"], row["outlet"], row["voice"], row["statistic"]]
        for name in ("value", "low", "high"):
            assert row[name] == ("" if estimate[name] is None else str(estimate[name]))


def test_few_articles_give_counts_and_say_so(five):
    for name in ("label_facets", "label_words", "distinctive_labels", "who_is_quoted", "how_quoted", "tone", "loaded_language"):
        chart = five[name]
        assert all(row["value"] == "" for row in rows(chart))
        assert any(int(row["count"] or 0) for row in rows(chart))
        assert "counts" in chart.alt
        assert "Bars are counts" in "".join(ElementTree.fromstring(chart.svg).itertext())
        assert "Share of" not in chart.svg.decode() and "95%" not in chart.svg.decode()


def test_n_and_intervals_are_on_the_chart(many):
    for chart in many.values():
        words = [text.strip() for text in ElementTree.fromstring(chart.svg).itertext()]
        if chart.name in ("outlet_map", "outlet_tree"):  # n stands behind the name, support in place of an interval
            assert any(re.fullmatch(r"Outlet A \(\d+\)", text) for text in words) and "bootstrap" in " ".join(words)
            continue
        if "Marks are counts" not in " ".join(words):
            assert any("95% intervals" in text for text in words)
        assert any(re.fullmatch(r"[\d,]+( (·|of) [\d,]+)?", text) for text in words)
    said = "".join(ElementTree.fromstring(many["label_facets"].svg).itertext())
    for outlet in ("Outlet A", "Outlet B", "Outlet C"):
        assert said.count(outlet) == 2  # x and y
    assert "The Exes" in said


def test_alt_text_gives_numbers(many):
    assert re.search(r"highest Outlet [ABC] \d+% \(\d+% to \d+%\)", many["label_facets"].alt)
    assert many["label_facets"].title in many["label_facets"].alt


def test_noun_that_an_outlet_never_uses_is_zero_not_missing():
    articles = [(f"{outlet}{n}", outlet) for outlet in "AB" for n in range(6)]
    words = [label(article, "rebels" if outlet == "A" else "militants") for article, outlet in articles for _ in range(5)]
    found = {
        (row["outlet"], row["category"]): row["value"]
        for row in rows(drawn(corpus(*articles, mentions=words))["label_words"])
        if row["actor"]
    }
    assert found == {("A", "rebel"): "1.0", ("B", "rebel"): "0.0", ("A", "militant"): "0.0", ("B", "militant"): "1.0"}


def text_of(chart: Chart) -> str:
    return " ".join("".join(ElementTree.fromstring(chart.svg).itertext()).split())


def test_matrix_names_the_most_frequent_facet_and_both_of_a_tie():
    articles = [(f"{outlet}{n}", outlet) for outlet in "ABC" for n in range(6)]
    words = [label(article, text) for article, outlet in articles for text in WORDS[outlet]]
    words += [label(f"C{n}", "militants") for n in range(3)]
    chart = drawn(corpus(*articles, mentions=words))["label_matrix"]
    found = {(row["outlet"], row["category"]): row["value"] for row in rows(chart)}
    assert found == {("A", "political"): "0.8", ("B", "criminal"): "0.4", ("B", "military"): "0.4", ("C", "military"): ""}
    assert "criminal/military" in text_of(chart) and "40%" in text_of(chart) and "3 of 3" in text_of(chart)
    assert chart.alt.endswith("The Exes: criminal in B 40%; military in C 3 of 3; political in A 80%.")


WORDS = {"A": ["rebels"] * 4 + ["militants"], "B": ["terrorists"] * 2 + ["groups"] * 3, "C": []}


def test_timeline_shows_change_and_leaves_out_outlets_without(many):
    def year(outlet: str, place: int) -> list[str]:
        return ["rebels"] * 4 if outlet == "B" or place % 2 else ["terrorists"] * 4

    articles = [(f"{outlet}{n:02}", outlet) for outlet in "ABC" for n in range(12)]
    words = [label(article, text) for article, outlet in articles for text in year(outlet, int(article[1:])) if outlet != "C"]
    tables = corpus(*articles, mentions=words)
    days = [f"2024-{'03' if int(article[1:]) % 2 else '01'}-05" for article in tables["articles"]["article_id"].to_pylist()]
    place = tables["articles"].schema.get_field_index("date")
    tables["articles"] = tables["articles"].set_column(place, "date", pa.array(days))
    chart = drawn(tables)["timeline"]
    shares = {(row["outlet"], row["category"]): row["value"] for row in rows(chart)}
    assert shares["A", "2024-W01 criminal"] == "1.0" and shares["A", "2024-W10 criminal"] == "0.0"
    assert {outlet for outlet, _ in shares} == {"A", "B"}
    assert "0% in 2024-W01, 100% in 2024-W10" in chart.alt
    assert "Marks are counts" in text_of(many["timeline"])


def test_nothing_to_draw_is_no_chart():
    assert draw_all(compare(corpus(("a", "A"))), corpus(("a", "A"))) == []


def test_hostile_names_are_drawn_as_they_are():
    outlets = ["$x^2$ & <b>", "Новая газета", "新华社", "An Outlet With a Name That Goes On and On and On and On (Weekend Edition)", "_a_"]
    articles = [(f"{n}", outlet) for n, outlet in enumerate(outlets)]
    words = [label(article, "rebels") for article, _ in articles for _ in range(3)]
    chart = drawn(corpus(*articles, mentions=words))["label_facets"]
    said = "".join(ElementTree.fromstring(chart.svg).itertext())
    for outlet in ("$x^2$ & <b>", "Новая газета", "新华社", "_a_"):
        assert outlet in said
    assert {row["outlet"] for row in rows(chart)} == set(outlets)


def test_more_outlets_and_categories_than_there_is_room_for_are_said():
    articles = [(f"a{n}", f"Outlet {n:02}") for n in range(30)]
    words = [label(article, f"noun{chr(97 + n)}s") for article, _ in articles for n in range(12)]
    said = "".join(ElementTree.fromstring(drawn(corpus(*articles, mentions=words))["label_words"].svg).itertext())
    assert "14 more of the outlets" in said


@pytest.mark.parametrize("style", STYLES)
def test_styles_have_their_size(style: str):
    tables = random_corpus(4, articles=5, outlets=5)
    chart = drawn(tables, style=STYLES[style])["label_facets"]
    width = int.from_bytes(chart.png[16:20], "big")  # PNG header
    assert width == pytest.approx(STYLES[style].width * STYLES[style].dpi, abs=1)


def test_scales_hold_every_interval():
    point = Point(None, None, "A", "outlet", "share", 0.5, 0.31, 0.83, 3, 5, 20)
    assert scale([point], "share") == (0.0, 1.0, (0.0, 0.5, 1.0))
    assert scale([point], "mean") == (-0.1, 1.0, (-0.1, 0.0, 0.5, 1.0))
    low, high, ticks = scale([], "score", more=[41.0, 58.5])
    assert low <= 41 and high >= 58.5 and ticks[0] == low and ticks[-1] == high
    assert scale([], "rate") == (0.0, 1.0, (0.0, 1.0))


def test_wrapped_lines_fit():
    lines = wrap("Asharq Al-Awsat, English edition of Londonderry", 9, lines=2)
    assert len(lines) == 2 and lines[1].endswith("…")
    assert all(text_width(line) <= 9 for line in lines)


def test_every_mark_lies_in_the_picture_and_tells_an_estimate(many, five):
    for chart in (*many.values(), *five.values()):
        if chart.name in ("readability", "told", "outlet_map", "outlet_tree") or chart.name.endswith("_pairs"):
                # Articles as strokes, facts, distances and differences are no estimates.
            continue
        listed = {(row["measure"], row["actor"], row["category"], row["outlet"], row["voice"], row["value"]) for row in rows(chart)}
        assert chart.areas, chart.name
        for area in chart.areas:
            assert 0 <= area.x < area.x + area.width <= 1.001 and 0 <= area.y < area.y + area.height <= 1.001, chart.name
            key = (area.point.measure, area.point.actor, area.point.category, area.point.outlet, area.point.voice, area.point.value)
            assert tuple("" if value is None else str(value) for value in key) in listed


def test_facts_distances_and_single_articles_can_be_opened_too(many, five):
    for name, charts in (("outlet_map", many), ("outlet_tree", many), ("readability", five)):
        if name in charts:
            assert charts[name].areas, name
            assert all(0 <= area.x < area.x + area.width <= 1.001 and 0 <= area.y <= 1.001 for area in charts[name].areas), name


def test_values_of_a_scale_never_touch_and_zero_is_written():
    for width in (3, 5, 8, 20):
        canvas = Canvas(STYLES["screen"], 10)
        draw_scale(canvas, Column("tone", -0.8, 0.1, (-0.8, -0.4, 0.0, 0.1), "mean"), (2.0, 2.0 + width), 1, 5, counts=False)
        ends = []
        for x, _, text, size, _, _, align, _ in canvas._texts:
            wide = text_width(text, size=size)
            left = {"left": x, "center": x - wide / 2, "right": x - wide}[align]
            ends.append((left, left + wide))
        assert "0" in [text[2] for text in canvas._texts]
        ends.sort()
        assert all(one[1] < other[0] for one, other in pairwise(ends))


def test_a_narrow_chart_cuts_no_name_and_ends_its_scales():
    names = ("intransitive", "institutional", "negotiation", "passive without agent", "noun", "other")
    points = tuple((Point(None, name, "Herald", "outlet", "share", 0.5, 0.2, 0.7, 9, 6, 30),) for name in names)
    columns = tuple(Column(name) for name in names)
    grid = Grid("Title", "Subtitle", "attributions · articles", columns, (Block("", (Row("Herald", "1,340 · 143", points),), columns),))
    texts = [text.strip() for text in ElementTree.fromstring(finished("c", grid, STYLES["column"]).svg).itertext()]
    assert {"intransitive", "institutional", "negotiation", "attributions ·", "100%"} <= set(texts)
    assert not any(text.endswith("…") for text in texts)


def test_two_marks_of_a_grid_share_no_place(many):
    for name in ("label_facets", "tone", "loaded_language"):
        areas = many[name].areas
        for one, other in pairwise(areas):
            apart = one.x + one.width <= other.x + 1e-3 or other.x + other.width <= one.x + 1e-3
            assert apart or one.y + one.height <= other.y + 1e-3 or other.y + other.height <= one.y + 1e-3


def test_a_narrow_chart_folds_its_columns_and_loses_none():
    tables = random_corpus(1, articles=60)
    wide, narrow = (label_facets.draw(compare(tables, draws=100), tables, STYLES[name], NAMES) for name in ("screen", "column"))
    assert narrow.csv == wide.csv
    assert len(narrow.areas) == len(wide.areas)
    width = float(re.search(rb'viewBox="0 0 ([\d.]+) ', narrow.svg).group(1))
    assert width == pytest.approx(3.15 * 72, abs=1)  # 8 cm in points
    assert min(area.width for area in narrow.areas) * STYLES["column"].ems > 2


def test_a_block_of_counts_alone_has_no_scale(many):
    def ticks(actors):
        articles = [(f"{outlet}{n}", outlet) for outlet in "ab" for n in range(6)]
        labels = [label(article, "rebels", actor=actor) for article, _ in articles for actor, times in actors for _ in range(times)]
        tables = corpus(*articles, mentions=labels)
        chart = label_facets.draw(compare(tables, draws=100), tables, STYLES["screen"], NAMES)
        return chart.svg.count(b">100%<")

    assert ticks([("x", 5), ("y", 1)]) == ticks([("x", 5)])  # y: 6 labels an outlet, a count
    assert ticks([("x", 5), ("y", 5)]) == 2 * ticks([("x", 5)])


def test_the_gallery_tells_of_every_chart():
    text = (Path(__file__).parents[2] / "docs" / "charts.md").read_text(encoding="utf-8")
    for module in CHARTS:
        assert f"charts/{module.NAME}.png" in text or f"`{module.NAME}`" in text, module.NAME
