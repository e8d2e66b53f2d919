"""Names that mean harm, in every place that prints one: outlets, events, actors, the words of labels; and names from right to left."""

from __future__ import annotations

import pyarrow as pa
import pytest
from page_corpus import ACTORS, MANIFEST, OUTLETS, corpus, edits

from framing import charts, compare
from framing.report import report

CALLED = {
    OUTLETS[0]: "</script><script>window.hacked=1</script>",
    OUTLETS[1]: '"><img src=x onerror=window.hacked=2> [x](javascript:window.hacked=3)',
    OUTLETS[2]: "صوت الوادي",
}
EVENTS = {"market-fire": "<img src=x onerror=window.hacked=4>", "bridge-vote": "`</option><svg onload=window.hacked=5>`"}
HEADS = {"bandit": "<svg/onload=window.hacked=6>", "soldier": "**sol**](x)|dier"}
GUARD = "<b onmouseover=window.hacked=7>Guard</b>"


def _renamed(table: pa.Table, names: dict[str, dict[str, str]]) -> pa.Table:
    for column in names.keys() & set(table.column_names):
        values = [names[column].get(value, value) for value in table[column].to_pylist()]
        field = table.schema.field(column)
        table = table.set_column(table.column_names.index(column), field, pa.array(values, field.type))
    return table


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The address of a page of the small corpus, its names replaced."""
    names = {"outlet": CALLED, "event": EVENTS, "head": HEADS}
    tables = {name: _renamed(table, names) for name, table in corpus().items()}
    estimates = compare.compare(tables, draws=200, seed=7)
    actors = ACTORS | {"guard": GUARD}
    drawn = [chart for module in charts.CHARTS if (chart := module.draw(estimates, tables, charts.STYLES["screen"], actors))]
    behind = compare.evidence(tables)
    page = report(tables, estimates, drawn, MANIFEST | {"actors": actors}, behind=behind.rows, counting=behind.figures, edits=edits(),
                  checks=compare.checks(tables, draws=200, seed=7), forms=("html",))["page.html"]  # fmt: skip
    path = tmp_path_factory.mktemp("hostile") / "page.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser, hostile):
    complaints = []
    page = browser.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((hostile, "blob:", "data:")) else complaints.append(request.url))
    page.goto(hostile)
    page.wait_for_selector("html.ready")
    yield page
    foreign = "[onerror], [onload], [onmouseover], [src='x'], [href^='javascript:']"
    assert page.locator(foreign).count() == 0
    assert page.evaluate("[window.hacked, document.querySelectorAll('body script').length]") == [None, 3]
    assert complaints == []
    page.close()


def test_every_section_prints_names_as_they_are(opened):
    for name in CALLED.values():
        assert opened.locator(".outlets tbody th").get_by_text(name, exact=True).count() == 1
    assert opened.locator("#how-alike-the-outlets-are").count() == 1
    opened.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    said = opened.inner_text("#view-report")
    assert CALLED[OUTLETS[0]] in said and CALLED[OUTLETS[1]] in said
    for link in opened.locator("a[href^='#figure-'], a[href^='#copy-']").all()[:40]:
        link.dispatch_event("click")
        assert opened.locator("#evidence").is_visible()
    for chart in opened.locator("figure[data-chart]").all():
        for mark in (chart.locator(".area").first, chart.locator(".area").last):
            if mark.count():
                mark.dispatch_event("click")
                assert opened.inner_text("#evidence-title")


def test_filters_and_pictures_show_names_as_they_are(opened):
    opened.locator("#filter-toggle").click()
    assert set(opened.locator("#filter-outlets label span").all_text_contents()) == set(CALLED.values())
    opened.select_option("#filter-event", next(iter(EVENTS.values())))
    opened.select_option("#filter-actor", "guard")
    opened.locator(".anew").first.scroll_into_view_if_needed()
    opened.locator("nav [data-view='explore']").click()
    for at in range(opened.locator("#explore-what option").count()):
        opened.select_option("#explore-what", str(at))
        if opened.locator("#explore-table .cell").count():
            opened.locator("#explore-table .cell").first.dispatch_event("click")
    opened.select_option("#explore-what", "0")
    opened.locator("#explore-picture svg text").get_by_text(CALLED[OUTLETS[2]], exact=True).first.wait_for()


def test_a_name_from_right_to_left_turns_nothing_around(opened):
    opened.locator("nav [data-view='read']").click()
    opened.locator("#read-list label").filter(has_text=CALLED[OUTLETS[2]]).first.locator("input").check()
    lines = opened.locator("#read-articles .byline").all()
    line = next(one for one in lines if CALLED[OUTLETS[2]] in one.inner_text())
    # Where the outlet's name and the date stand on the screen, from left to right.
    places = line.evaluate("""(one) => {
      const place = (from, to) => {
        const range = document.createRange();
        range.setStart(one.firstChild, from);
        range.setEnd(one.firstChild, to);
        return range.getBoundingClientRect().left;
      };
      const text = one.firstChild.data;
      return [place(1, 3), place(text.indexOf("2024"), text.indexOf("2024") + 4)];
    }""")
    assert places[0] < places[1]


def test_every_mark_of_every_chart_opens_what_it_counts(opened):
    marks = opened.evaluate("""() => [...document.querySelectorAll("figure[data-chart] .area")].map((mark) => {
      mark.click();
      const chart = mark.closest("figure").dataset.chart;
      const says = document.querySelector("#evidence-body > .soft").textContent;
      return [chart, mark.getAttribute("aria-label"), document.querySelectorAll("#evidence .behind").length, says];
    })""")
    charts_drawn = opened.locator("figure[data-chart]").count()
    assert len({chart for chart, *_ in marks}) == charts_drawn > 10
    closed = [(chart, label) for chart, label, behind, says in marks if not behind and "Nothing counts" not in says]
    assert closed == []
    for chart, label, behind, says in marks:
        if ": 0 of " in label:
            assert "Nothing counts toward this figure. These are the " in says and behind, (chart, label)
        elif "Nothing counts" in says:
            assert "count 0" in label or ": 0" in label, (chart, label)
