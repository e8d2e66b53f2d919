"""Explore in a real browser: any choice of articles, counted anew, as the report counts them."""

from __future__ import annotations

import pyarrow.compute as pc
from page_corpus import ACTORS, OUTLETS, corpus

from framing import compare
from framing.report.names import Names
from framing.report.questions import QUESTIONS
from framing.report.text import number, percent

KINDS = [kind for question in QUESTIONS for kind in question.kinds if not kind.periods and kind.statistic != "odds_ratio"]
READ_TABLES = """() => {
  const found = [];
  const pick = (id, value) => {
    document.getElementById(id).value = value;
    document.getElementById(id).dispatchEvent(new Event("change"));
  };
  const options = (id) => [...document.getElementById(id).options].map((option) => option.value);
  for (const what of options("explore-what")) {
    pick("explore-what", what);
    const apart = !document.getElementById("explore-actor-field").hidden;
    for (const actor of apart ? options("explore-actor") : [""]) {
      if (apart) pick("explore-actor", actor);
      for (const voice of options("explore-voice").filter((name) => name !== "beside")) {
        pick("explore-voice", voice);
        while (document.querySelector("#explore-table > .more")) document.querySelector("#explore-table > .more").click();
        const columns = [...document.querySelectorAll("#explore-table thead th")].slice(2).map((cell) => cell.textContent);
        for (const row of document.querySelectorAll("#explore-table tbody tr")) {
          [...row.querySelectorAll("td")].slice(1).forEach((cell, at) => {
            const shown = cell.querySelector("button > span, .zero, .soft")?.textContent;
            const ends = cell.querySelector("small")?.textContent ?? null;
            found.push([Number(what), actor, voice, row.querySelector("th").textContent, columns[at], shown, ends]);
          });
        }
        pick("explore-voice", options("explore-voice")[0]);
      }
    }
  }
  return found;
}"""


def _asked(made):
    """The kinds in the order of the page's list: those that the corpus has something of."""
    return [kind for kind in KINDS if kind.measure in compare.evidence(made[0]).figures]


def _expected(estimates, kind, actor, voice):
    """{(outlet, column): (number, interval)} of a table as the estimates have it; columns are ids."""
    found = {}
    for row in estimates.to_pylist():
        if row["measure"] != kind.measure or row["statistic"] != kind.statistic or row["voice"] != voice:
            continue
        if kind.across == "actor" and (row["actor"] is None or row["category"] != kind.category):
            continue
        if kind.across == "category" and row["actor"] != (actor or None):
            continue
        written = percent if kind.unit == "share" else number
        shown = None if row["value"] is None else str(written(row["value"]))
        ends = None if row["low"] is None else (str(written(row["low"])).removesuffix("%"), str(written(row["high"])))
        found[row["outlet"], row[kind.across]] = shown, ends
    return found


def _ends(shown):
    """Ends of an interval as numbers; "under 0.1" is read as 0."""
    low, high = shown.removesuffix("%").split("–")
    read = [0.0 if "under" in end else 100.0 if "over" in end else float(end.replace("−", "-").replace(",", "")) for end in (low, high)]
    return tuple(read)


def _near(shown, wanted):
    """Whether an interval of other draws is one: its ends lie nearer to the wanted than a quarter of its width, and what rounding takes."""
    if shown is None or wanted is None:
        return shown == wanted
    (low, high), (least, most) = _ends(shown), _ends(wanted)
    return max(abs(low - least), abs(high - most)) <= 0.25 * (most - least) + (1.0 if "%" in wanted else 0.1)


def _differences(shown, estimates, made, same=lambda shown, wanted: shown == wanted):
    """Cells of the page's tables that are not what the estimates say, and how many were compared."""
    kinds, names, wrong, compared = _asked(made), Names(ACTORS), [], 0
    for what, actor, voice, outlet, column, value, ends in shown:
        kind = kinds[what]
        expected = _expected(estimates, kind, actor, voice)
        (key,) = {key for _, key in expected if names.column(kind, key) == column} or {None}
        number_, interval = expected.get((outlet, key), (None, None))
        if number_ is not None:
            compared += 1
            wanted = f"{interval[0]}–{interval[1]}" if interval else None
            if value != number_ or not same(ends or None, wanted):
                wrong.append((kind.measure, actor, voice, outlet, column, value, ends, number_, wanted))
        elif value not in (None, "–", "0") and " of " not in value and not value.startswith("n="):
            wrong.append((kind.measure, actor, voice, outlet, column, value, "a figure that the rules forbid"))
    return wrong, compared


def test_its_own_tables_say_what_the_estimates_say(open_page, made):
    page = open_page("#explore")
    wrong, compared = _differences(page.evaluate(READ_TABLES), made[1], made)
    assert wrong == []
    assert compared > 150


def test_a_choice_of_articles_is_counted_anew_with_intervals_of_its_own(open_page, made):
    page = open_page("#explore")
    page.fill("#filter-to", "2024-12-06")
    assert page.inner_text("#passing") == "18 of 24 articles"
    assert "draws made in this page" in page.inner_text("#explore-note")
    estimates = compare.compare(corpus(until="2024-12-06"), draws=2000, seed=7)
    wrong, compared = _differences(page.evaluate(READ_TABLES), estimates, made, _near)
    assert wrong == []
    assert compared > 50


def test_too_few_articles_leave_counts(open_page):
    page = open_page("#explore")
    page.fill("#filter-to", "2024-12-04")
    cells = page.locator("#explore-table td").all_inner_texts()
    assert cells and not any("%" in cell for cell in cells)
    assert any(" of " in cell for cell in cells)


def test_agency_copy_can_be_left_out(open_page, made):
    page = open_page("#explore")
    page.get_by_label("Without agency copy").check()
    assert page.inner_text("#passing") == "23 of 24 articles"
    assert "draws made in this page" in page.inner_text("#explore-note")
    tables = {name: table.filter(pc.not_equal(table["article_id"], "h5")) for name, table in made[0].items()}
    wrong, compared = _differences(page.evaluate(READ_TABLES), compare.compare(tables, draws=2000, seed=7), made, _near)
    assert wrong == []
    assert compared > 100
    page.locator("nav [data-view='report']").click()
    assert page.locator("#with-and-without-agency-copy td a").count() > 0


def test_outlets_can_be_left_out_and_the_rest_keeps_its_intervals(open_page):
    page = open_page("#explore")
    before = page.locator("#explore-table tbody tr").filter(has_text="Herald").inner_text()
    page.locator("#filter-outlets summary").click()
    page.locator("#filter-outlets").get_by_label("Courier").uncheck()
    assert page.locator("#explore-table tbody th").all_inner_texts() == list(OUTLETS[1:])
    assert page.locator("#explore-table tbody tr").filter(has_text="Herald").inner_text() == before
    assert page.inner_text("#passing") == "16 of 24 articles"
    page.get_by_role("button", name="Clear filters").click()
    page.locator("#explore-table tbody tr").nth(2).wait_for()


def test_the_picture_shows_the_figures_of_the_table_and_opens_them(open_page):
    page = open_page("#explore")
    page.locator("#explore-picture svg").wait_for()
    figures = page.locator("#explore-table .cell small").count()  # cells with an interval
    assert page.locator("#explore-picture .mark-rule.role-mark path, #explore-picture .mark-rule.role-mark line").count() >= figures > 0
    columns = page.locator("#explore-table thead th").all_inner_texts()[2:]
    texts = page.locator("#explore-picture svg text").all_text_contents()
    assert set(columns) | set(OUTLETS) <= set(texts)
    assert sum(text.startswith("n=") for text in texts) == len(columns) * len(OUTLETS)
    mark = page.locator("#explore-picture .mark-symbol.role-mark path").first.bounding_box()
    page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    title = page.inner_text("#evidence-title")
    assert title.startswith(OUTLETS) and title.endswith(tuple(columns))
    assert page.locator("#evidence .passage").count() > 0


def test_marks_of_the_picture_by_keyboard_alone(open_page):
    page = open_page("#explore")
    page.locator("#explore-picture .area").first.wait_for()
    page.locator("#explore-voice").focus()
    page.keyboard.press("Tab")  # the picture scrolls where it is wider than the screen
    if page.evaluate("!document.activeElement.matches('.area')"):
        page.keyboard.press("Tab")
    said = "document.activeElement.getAttribute('aria-label')"
    names = [page.evaluate(said)]
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "End"):
        page.keyboard.press(key)
        names.append(page.evaluate(said))
    outlets = [next(outlet for outlet in OUTLETS if name.startswith(outlet)) for name in names]
    assert outlets == [OUTLETS[0], OUTLETS[1], OUTLETS[2], OUTLETS[2], OUTLETS[2]]
    panel = [name.split(" · ")[1].split(",")[0] for name in names]
    assert panel[0] == panel[1] == panel[2] != panel[3] and panel[4] == page.locator("#explore-table thead th").last.inner_text()
    ring = page.evaluate("(({ outlineStyle, outlineWidth }) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))")
    assert ring == ["solid", "2px"]
    assert page.locator("#explore-picture .tip").inner_text() == names[-1]
    assert page.locator("#explore-picture .area[tabindex='0']").count() == 1
    assert page.locator("#explore-picture .area").count() == page.locator("#explore-table .cell").count()
    assert page.locator("#explore-picture [role=img] > [aria-hidden='true'] svg").count() == 1
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    count = page.locator("#evidence .passage").count()
    assert page.evaluate("document.activeElement.id") == "evidence-title"
    page.wait_for_function(f"document.getElementById('status').textContent.startsWith('{count} passages in ')")
    page.keyboard.press("Escape")
    assert page.evaluate(said) == names[0]


def test_what_never_counts_opens_what_is_counted_instead(open_page):
    page = open_page("#explore")
    page.select_option("#explore-actor", "guard")
    page.fill("#filter-to", "2024-12-01")
    cell = page.locator("#explore-table .cell.zero").first
    of = int(cell.locator("span").inner_text().split(" of ")[1])
    cell.click()
    assert "These are the labels that it is a share of" in page.inner_text("#evidence-body > .soft")
    assert page.locator("#evidence .passage").count() == of


def test_the_picture_follows_outlets_dates_and_voice(open_page):
    page = open_page("#explore")
    page.locator("#explore-picture svg").wait_for()
    page.locator("#filter-outlets summary").click()
    page.locator("#filter-outlets").get_by_label("Courier").uncheck()
    page.locator("#explore-picture svg text").get_by_text("Courier").first.wait_for(state="detached")
    assert page.locator("#explore-picture svg text").filter(has_text="Herald").count() > 0
    page.select_option("#explore-voice", "beside")
    page.locator("#explore-picture").get_by_text("Hollow diamonds: words of sources.").wait_for()
    assert page.locator("#explore-table tbody tr").count() == 4
    page.fill("#filter-to", "2024-12-04")
    page.locator("#explore-picture").get_by_text("Too few articles or observations for a figure: counts.").wait_for()
    assert "Bar chart of counts" in page.locator("#explore-picture [role=img]").get_attribute("aria-label")
    page.locator("#explore-picture .mark-rect.role-mark path[stroke]").first.wait_for()
    assert page.locator("#explore-picture .mark-symbol.role-mark path").count() == 0


def test_a_cell_opens_its_sentences(open_page):
    page = open_page("#explore")
    cell = page.locator("#explore-table .cell").first
    label = cell.get_attribute("aria-label")
    outlet, column = label.split(":")[0].split(", ")
    cell.click()
    assert outlet in page.inner_text("#evidence-title") and column in page.inner_text("#evidence-title")
    assert set(page.locator("#evidence .passage .mention").all_inner_texts()) <= {"bandits", "soldiers", "councillors"}
    passages = page.locator("#evidence .passage").count()
    assert page.inner_text("#evidence-body > .soft").startswith(f"{passages} passages in ")
    assert all(outlet in line for line in page.locator("#evidence .byline").all_inner_texts())


def test_a_filter_holds_for_the_sentences_too(open_page):
    page = open_page("#explore")
    page.select_option("#filter-event", "market-fire")
    page.locator("#explore-table .cell").first.click()
    assert page.inner_text("#evidence .note") == "Only of the articles that pass the filters."
    days = [line.split(" · ")[1] for line in page.locator("#evidence .byline").all_inner_texts()]
    assert days and max(days) <= "2024-12-04"
