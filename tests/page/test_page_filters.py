"""Filters in the report's own view: charts and sentences follow them, and what does not says so."""

from __future__ import annotations

from page_corpus import OUTLETS

MATRIX = "figure[data-chart='label_matrix']"
TONE = "figure[data-chart='tone']"
MAP = "figure[data-chart='outlet_map']"


def test_a_chart_of_the_report_becomes_one_that_is_filtered(open_page):
    page = open_page()
    assert page.locator("#filters").is_hidden()
    page.locator(f"{MATRIX} .live-says button").click()
    assert page.locator("#filters").is_visible()
    assert page.locator(f"{MATRIX} .board").is_hidden()
    assert page.locator(f"{MATRIX} .live-says span").inner_text() == "Drawn for 24 of 24 articles. "
    assert page.evaluate("document.activeElement.id") == "chart-label_matrix-actor"
    page.locator(f"{MATRIX} .anew svg").wait_for()
    page.fill("#filter-to", "2024-12-06")
    page.get_by_text("Drawn for 18 of 24 articles.").first.wait_for()
    page.locator(f"{MATRIX} .anew .area").first.click()
    assert page.inner_text("#evidence .note") == "Only of the articles that pass the filters."
    assert max(line.split(" · ")[1] for line in page.locator("#evidence .byline").all_inner_texts()) <= "2024-12-06"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Clear filters").click()
    page.locator(f"{MATRIX} .board").wait_for()
    assert page.locator(f"{MATRIX} .anew").is_hidden()


def test_filters_are_one_click_away_and_say_what_follows_them(open_page):
    page = open_page()
    page.locator("#filter-toggle").click()
    assert page.locator("#filter-toggle").get_attribute("aria-expanded") == "true"
    assert "Findings and tables of the report always count all articles" in page.inner_text("#filters")
    page.select_option("#filter-event", "market-fire")
    assert page.inner_text("#passing") == "12 of 24 articles"
    assert page.inner_text("#filter-toggle") == "Filtered"
    says = page.locator(".findings").first.evaluate("one => getComputedStyle(one, '::before').content")
    assert "counts all articles" in says
    assert page.inner_text(f"{MAP} .live-says") == "Not filtered: this chart counts all articles."
    assert page.locator(f"{MAP} img").is_visible()
    page.locator(f"{TONE} .anew").wait_for()
    page.locator("nav [data-view='search']").click()
    assert page.inner_text("#passing") == "12 of 24 articles"  # one set for all views
    page.locator("nav [data-view='report']").click()
    assert page.locator("#filters").is_visible()  # while something is filtered, it is in sight


def test_actor_and_voice_hold_for_charts_and_for_sentences(open_page):
    page = open_page()
    page.locator("#filter-toggle").click()
    page.select_option("#filter-actor", "council")
    page.locator(f"{MATRIX} .anew figcaption").get_by_text("Town Council").wait_for()
    page.select_option("#filter-voice", "quoted")
    page.locator(f"{MATRIX} .anew figcaption").get_by_text("words of sources").wait_for()
    page.locator(f"{MATRIX} .anew .area").first.click()
    assert set(page.locator("#evidence .passage .mention").all_inner_texts()) <= {"councillors"}
    page.keyboard.press("Escape")
    page.locator("a[href^='#figure-']").first.click()
    note = page.inner_text("#evidence .note")
    left, every = (int(word) for word in note.replace("passages", "").split() if word.isdigit())
    assert left < every
    assert page.locator("#evidence .passage").count() == left
    page.get_by_role("button", name="Show all").click()
    assert page.inner_text("#evidence-body > .soft").startswith(f"{every} passages in ")
    assert page.locator("#evidence .note").count() == 0


def test_outlets_hold_for_every_mark(open_page):
    page = open_page()
    page.locator("#filter-toggle").click()
    page.locator("#filter-outlets summary").click()
    page.locator("#filter-outlets").get_by_label("Courier").uncheck()
    page.keyboard.press("Escape")
    page.locator(TONE).scroll_into_view_if_needed()  # drawn when it is near
    page.locator(f"{TONE} .anew svg").wait_for()
    rows = page.locator(f"{TONE} .anew svg text").all_text_contents()
    assert OUTLETS[0] not in rows and OUTLETS[1] in rows
    page.locator(f"{MAP} .area").first.click()
    assert "that pass the filters" in page.inner_text("#evidence-body > .soft")
    assert all(not line.startswith(OUTLETS[0]) for line in page.locator("#evidence .byline").all_inner_texts())


def test_back_leads_to_where_the_report_was_left(open_page):
    page = open_page()
    page.locator("[data-explore]").first.scroll_into_view_if_needed()
    at = page.evaluate("scrollY")
    assert at > 0
    page.locator("[data-explore]").first.click()
    assert page.locator("#view-explore").is_visible()
    page.go_back()
    page.locator("#view-report").wait_for()
    assert abs(page.evaluate("scrollY") - at) < 200


def test_a_picture_that_was_out_of_sight_is_drawn_as_wide_as_its_place(open_page):
    page = open_page("#explore")
    page.locator("#explore-picture svg").wait_for()
    wide = page.locator("#explore-picture svg").bounding_box()["width"]
    page.locator("nav [data-view='search']").click()
    page.fill("#filter-to", "2024-12-06")
    page.locator("nav [data-view='explore']").click()
    page.locator("#explore-picture .area").first.wait_for()
    assert abs(page.locator("#explore-picture svg").bounding_box()["width"] - wide) < 80
    mark = page.locator("#explore-picture .area").first.bounding_box()
    assert mark["width"] > 100 and mark["height"] > 10
    page.locator("nav [data-view='report']").click()
    page.locator(f"{MATRIX} .anew").scroll_into_view_if_needed()
    page.locator(f"{MATRIX} .anew .area").first.wait_for()
    assert page.locator(f"{MATRIX} .anew svg").bounding_box()["width"] > 300


def test_the_list_of_outlets_closes_by_keyboard(open_page):
    page = open_page()
    page.locator("#filter-toggle").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#filter-outlets') !== null")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("#filter-outlets fieldset").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#filter-outlets fieldset").is_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
