"""The page in a real browser: its ways to the sentences and articles, the keyboard, and articles that mean harm."""

from __future__ import annotations

import re

from page_corpus import ACTORS, HOSTILE, OUTLETS


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


def test_an_event_that_is_chosen_is_read(open_page, made):
    page = open_page("#read")
    rows = made[0]["articles"].to_pylist()
    days = {event: {row["date"] for row in rows if row["event"] == event} for event in ("market-fire", "bridge-vote")}
    for event in days:
        page.select_option("#filter-event", event)
        lines = page.locator("#read-articles .byline").all_inner_texts()
        assert len({line.split(" · ")[0] for line in lines}) == len(lines) == 2
        assert {line.split(" · ")[1] for line in lines} <= days[event]


def test_the_key_shows_every_kind_of_mark(open_page):
    page = open_page("#read")
    look = """mark => ['backgroundColor', 'borderBottomStyle', 'textDecorationStyle', 'boxShadow', 'fontStyle', 'fontWeight', 'color']
      .map((name) => getComputedStyle(mark)[name]).join()"""
    looks = [mark.evaluate(look) for mark in page.locator("#read-key span").all()]
    assert len(looks) == len(set(looks)) == 13
    border = "mark => getComputedStyle(mark).borderBottomStyle"
    reported = page.locator("#read-key span").get_by_text("reported speech", exact=True)
    assert reported.evaluate(border) == page.locator("#read-articles .content.indirect").first.evaluate(border) == "dashed"


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
