"""The page for every reader: narrow screens, names that are read aloud, contrast, headings, dark and print."""

from __future__ import annotations

import pytest


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
