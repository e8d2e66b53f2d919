"""The page in a real browser: its numbers, its ways to the sentences, the keyboard, and articles that mean harm."""

from __future__ import annotations

import re

import pyarrow.compute as pc
import pytest
from page_corpus import ACTORS, HOSTILE, OUTLETS, corpus

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
    page.locator("#explore-picture .mark-symbol.role-mark path").first.click()
    title = page.inner_text("#evidence-title")
    assert title.startswith(OUTLETS) and title.endswith(tuple(columns))
    assert page.locator("#evidence .passage").count() > 0


def test_the_picture_follows_outlets_dates_and_voice(open_page):
    page = open_page("#explore")
    page.locator("#explore-picture svg").wait_for()
    page.locator("#filter-outlets summary").click()
    page.locator("#filter-outlets").get_by_label("Courier").uncheck()
    page.locator("#explore-picture svg text").get_by_text("Courier").first.wait_for(state="detached")
    assert page.locator("#explore-picture svg text").filter(has_text="Herald").count() > 0
    page.select_option("#explore-voice", "beside")
    page.get_by_text("Hollow diamonds: words of sources.").wait_for()
    assert page.locator("#explore-table tbody tr").count() == 4
    page.fill("#filter-to", "2024-12-04")
    page.get_by_text("Too few articles or observations for a figure: counts.").wait_for()
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


def test_a_number_in_a_finding_opens_its_sentences(open_page, made):
    page = open_page()
    link = page.locator("a[href^='#figure-']").first
    link.click()
    assert page.locator("#evidence .passage").count() > 0
    assert "95% interval" in page.inner_text(".figure-says")
    page.keyboard.press("Escape")
    assert page.locator("#evidence").is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('href')") == link.get_attribute("href")


def test_every_mark_of_a_chart_opens_as_many_sentences_as_it_counts(open_page):
    page = open_page()
    marks = page.locator("figure[data-chart='label_matrix'] .area")
    assert marks.count() == 6
    for mark in marks.all():
        says = mark.get_attribute("aria-label")
        mark.click(force=True)
        count = int(re.search(r"(\d+) of \d+ labels", says).group(1))
        assert page.inner_text("#evidence-body > .soft").startswith(f"{count} passages")
        page.keyboard.press("Escape")


def test_a_chart_by_keyboard(open_page):
    page = open_page()
    page.locator("figure[data-chart='label_matrix'] .area").first.focus()
    names = [page.evaluate("document.activeElement.getAttribute('aria-label')")]
    for key in ("ArrowRight", "ArrowDown", "End"):
        page.keyboard.press(key)
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert len(set(names)) >= 3
    assert all(name.startswith(OUTLETS) for name in names)
    page.keyboard.press("Enter")
    assert page.locator("#evidence").is_visible()
    assert page.evaluate("document.activeElement.id") == "evidence-title"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[-1]
    assert page.locator("figure[data-chart='label_matrix'] .area[tabindex='0']").count() == 1


def test_articles_of_one_event_side_by_side(open_page):
    page = open_page("#read")
    assert page.locator("#read-articles article").count() == 2
    page.locator("#read-list label").filter(has_text=OUTLETS[2]).first.locator("input").check()
    headings = page.locator("#read-articles article").all()
    assert len(headings) == 3
    assert {article.locator(".byline").inner_text().split(" · ")[0] for article in headings} == set(OUTLETS)
    assert page.locator("#read-list input:not(:checked):not(:disabled)").count() == 0
    article = page.locator("#read-articles article").nth(1)
    for shown, mark in (("labels", ".mention"), ("attributions", ".content.indirect"), ("words", ".language")):
        first = article.locator(mark).first
        look = "mark => ['boxShadow', 'backgroundColor', 'textDecorationLine'].map((name) => getComputedStyle(mark)[name]).join()"
        on = first.evaluate(look)
        page.locator(f"#show-{shown}").uncheck()
        assert first.evaluate(look) != on, shown
        page.locator(f"#show-{shown}").check()
        assert first.evaluate(look) == on, shown
    page.locator("#show-tone").check()
    negative = page.locator("#read-articles .tone.negative-ends").first
    assert negative.evaluate("element => getComputedStyle(element, '::after').content") == '"−"'


def test_side_by_side_by_keyboard_alone(open_page):
    page = open_page("#read")
    page.locator("#read-list input").nth(2).focus()
    page.keyboard.press("Space")
    assert page.locator("#read-articles article").count() == 3
    assert page.evaluate("document.activeElement.closest('.pick') !== null")  # the list was made anew under the reader's hands
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "show-labels":
            break
    page.keyboard.press("Space")
    assert page.locator("#read-articles.without-labels").count() == 1
    page.keyboard.press("Space")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.locator("#read-says").is_visible():
            break
    says = page.inner_text("#read-says")
    assert any(name in says for name in (*ACTORS.values(), "source:", "loaded"))
    assert page.evaluate("document.activeElement.getAttribute('aria-description')").replace("; ", "\n") == says
    page.locator("#read-articles .close").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#read-articles article").count() == 2


def test_marks_of_one_actor_in_one_voice(open_page):
    page = open_page("#read")
    page.select_option("#read-actor", "council")
    assert set(page.locator("#read-articles .mention").all_inner_texts()) <= {"councillors"}
    page.select_option("#read-actor", "")
    page.select_option("#read-voice", "outlet")
    assert page.locator("#read-articles .content .mention, #read-articles .content.mention").count() == 0
    assert page.locator("#read-articles .mention").count() > 0


def test_from_a_sentence_to_its_article_and_what_a_mark_says(open_page):
    page = open_page("#search")
    page.fill("#search-words", "bandits brutally")
    page.wait_for_selector(".hit")
    page.locator(".hit button").first.click()
    found = page.locator(".sentence.found")
    assert "bandits brutally" in found.inner_text()
    found.locator("[tabindex]").first.focus()
    assert page.inner_text("#read-says") != ""
    assert page.evaluate("location.hash") == "#read"


def test_search_folds_case_and_counts_by_outlet(open_page, made):
    page = open_page("#search")
    page.fill("#search-words", "WITNESSES")
    page.wait_for_selector(".hit")
    texts = [text for text in made[0]["sentences"]["text"].to_pylist() if "Witnesses" in text]
    assert page.inner_text("#search-count").startswith(f"{len(texts)} sentences in ")
    assert page.locator(".hit .observed").first.inner_text() == "Witnesses"
    page.fill("#search-words", "nowhere to be found")
    page.get_by_text("No sentence is like this.").first.wait_for(state="attached")


def test_search_by_actor_and_voice(open_page, made):
    page = open_page("#search")
    mentions = made[0]["mentions"].to_pylist()

    def sentences(**wanted):
        found = [row for row in mentions if all(row[name] == value for name, value in wanted.items())]
        return len({(row["article_id"], row["sentence"]) for row in found})

    page.select_option("#search-actor", "council")
    assert page.inner_text("#search-count").startswith(f"{sentences(actor='council')} sentences in ")
    page.select_option("#search-voice", "quoted")
    assert page.inner_text("#search-count").startswith(f"{sentences(actor='council', voice='indirect')} sentences in ")
    page.select_option("#search-actor", "")
    page.fill("#search-words", "soldiers")
    page.wait_for_selector(".hit .observed")
    assert page.inner_text("#search-count").startswith(f"{sentences(text='soldiers', voice='indirect')} sentences in ")
    page.select_option("#search-voice", "outlet")
    assert page.inner_text("#search-count").startswith(f"{sentences(text='soldiers', voice='outlet')} sentences in ")
    page.fill("#search-words", "said that")  # a cue is the outlet's word
    page.locator(".hit .observed").get_by_text("said that", exact=True).first.wait_for()
    page.select_option("#search-voice", "quoted")
    assert page.inner_text("#search-count") == "No sentence is like this."


def test_edits_of_shared_copy_open_both_texts(open_page):
    page = open_page()
    page.locator("a[href='#copy-1']").click()
    assert page.inner_text("#evidence-title") == f"{OUTLETS[0]}: “bandits” · {OUTLETS[2]}: “soldiers”"
    assert page.locator("#evidence .observed").all_inner_texts() == ["bandits", "soldiers"]
    assert page.locator("#evidence .passage").first.inner_text() == "The bandits <b>left</b> the bridge in haste."
    page.keyboard.press("Escape")
    page.locator("a[href='#copy-2']").click()
    assert page.locator("#evidence .passage").nth(1).inner_text() == "The soldiers <b>left</b> the bridge‸."


def test_a_distance_opens_the_articles_of_both_outlets(open_page):
    page = open_page()
    page.locator("figure[data-chart='outlet_map'] .area").first.click()
    assert "distance from the nearest" in page.inner_text("#evidence-title")
    assert len({line.split(" · ")[0] for line in page.locator("#evidence .byline").all_inner_texts()}) == 2
    assert page.locator("#evidence .behind").count() == 16
    page.get_by_role("button", name="Read the article").first.click()
    assert page.locator("#read-articles article").count() >= 1


def test_an_outlet_is_named_as_it_is_everywhere(open_page):
    page = open_page("#explore")
    page.locator("#explore-picture svg text").get_by_text(OUTLETS[2], exact=True).first.wait_for()
    assert OUTLETS[2] in page.locator("#explore-table tbody th").all_inner_texts()
    page.locator("#filter-outlets summary").click()
    assert OUTLETS[2] in page.locator("#filter-outlets label").all_inner_texts()
    page.locator("nav [data-view='report']").click()
    assert OUTLETS[2] in page.locator(".outlets tbody th").all_inner_texts()
    assert page.evaluate("window.hacked") is None


def test_articles_write_no_markup(open_page):
    page = open_page("#read")
    scripts = page.evaluate("document.scripts.length")
    for title in HOSTILE.values():
        while page.locator("#read-list input:checked").count():
            page.locator("#read-list input:checked").first.click()
        box = page.locator("#read-list label").filter(has_text=title.split("\u202e")[0].strip()).locator("input")
        box.check()
        assert page.locator("#read-articles article h3").inner_text().strip() == title.replace("\u202e", "\u202e")
    assert page.locator("#read-articles h3").first.get_attribute("dir") == "auto"
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.scripts.length") == scripts == 3
    assert page.locator("main img:not([alt])").count() == 0


def test_spans_behind_characters_beyond_the_basic_plane(open_page):
    page = open_page("#search")
    page.fill("#search-words", "漢字")
    page.wait_for_selector(".hit")
    page.locator(".hit button").first.click()
    assert set(page.locator(".sentence.found .mention").all_inner_texts()) <= {"bandits", "soldiers", "councillors"}


@pytest.mark.parametrize("view", ["", "#explore", "#read", "#search"])
def test_narrow_screens_scroll_one_way(open_page, view):
    page = open_page(view, width=400)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_everything_that_can_be_used_has_a_name(open_page):
    page = open_page()
    for view in ("report", "explore", "read", "search"):
        page.locator(f"nav [data-view='{view}']").click()
        assert page.locator(f"nav [data-view='{view}']").get_attribute("aria-current") == "page"
        nameless = page.evaluate("""() => [...document.querySelectorAll("a, button, input, select, [role=region], [role=group]")]
          .filter((one) => one.checkVisibility() && !(one.textContent.trim() || one.getAttribute("aria-label") || one.labels?.length))
          .map((one) => one.outerHTML.slice(0, 90))""")
        assert nameless == []


CONTRASTS = """() => {
  const rgb = (text) => { const found = text.match(/[\\d.]+/g).map(Number); return found.length > 3 ? found : [...found, 1]; };
  const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const ground = (one) => {
    const behind = one.parentElement ? ground(one.parentElement) : [255, 255, 255];
    return over(rgb(getComputedStyle(one).backgroundColor), behind);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const pale = [];
  for (const one of document.querySelectorAll("body *:not(script, style, svg *, option)")) {
    const says = [...one.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data.trim()).join(" ").trim();
    if (!says || !one.checkVisibility({ visibilityProperty: true }) || one.closest(".unseen, noscript")) continue;
    const behind = ground(one);
    const [a, b] = [light(over(rgb(getComputedStyle(one).color), behind)), light(behind)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) pale.push(`${ratio.toFixed(2)} ${one.className || one.tagName}: ${says.slice(0, 40)}`);
  }
  return [...new Set(pale)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(open_page, scheme):
    page = open_page(color_scheme=scheme)
    for view in ("report", "explore", "read", "search"):
        page.locator(f"nav [data-view='{view}']").click()
        if view == "read":
            page.locator("#show-tone").check()
        if view == "search":
            page.select_option("#search-actor", "guard")
            page.locator(".hit button").first.wait_for()
        assert page.evaluate(CONTRASTS) == [], view
    page.locator("nav [data-view='explore']").click()
    page.locator("#explore-table .cell").first.click()
    assert page.evaluate(CONTRASTS) == []


def test_headings_and_landmarks(open_page):
    page = open_page()
    assert page.locator("main").count() == 1
    for view in ("report", "explore", "read", "search"):
        page.locator(f"nav [data-view='{view}']").click()
        levels = page.evaluate("""() => [...document.querySelectorAll("main :is(h1, h2, h3)")].filter((one) => one.checkVisibility())
          .map((one) => Number(one.tagName[1]))""")
        assert levels[0] == 1 and levels.count(1) == 1, view
    assert page.locator("[role=search]").count() == 1
    assert page.locator("html[lang]").count() == 1
    repeated = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at)")
    assert repeated == []


def test_dark_and_print(open_page):
    dark = open_page(color_scheme="dark")
    assert dark.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 24, 26)"
    page = open_page()
    page.emulate_media(media="print")
    assert page.locator("nav").first.is_hidden()
    assert page.locator("figure img").first.is_visible()
    assert page.locator(".areas").first.is_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
    assert page.locator("#view-report details").evaluate_all("all => all.some((one) => one.open)") is False  # folded again
