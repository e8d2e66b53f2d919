"""A page made of the small corpus, and Chromium to open it with."""

from __future__ import annotations

import os
import shutil

import pytest
from page_corpus import MANIFEST, corpus, distances, edits

from framing import charts, compare
from framing.report import report

ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync")  # fmt: skip
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def made():
    """(tables, estimates, page) of the small corpus."""
    tables = corpus()
    estimates = compare.compare(tables, draws=200, seed=7)
    drawn = [
        chart
        for module, drawn_from in ((charts.label_matrix, estimates), (charts.tone, estimates), (charts.outlet_map, distances()))
        if (chart := module.draw(drawn_from, tables, charts.STYLES["screen"], MANIFEST["actors"]))
    ]
    behind = compare.evidence(tables)
    files = report(tables, estimates, drawn, MANIFEST, behind=behind.rows, counting=behind.figures, edits=edits(), forms=("html",))
    return tables, estimates, files["page.html"]


@pytest.fixture(scope="session")
def browser():
    api = pytest.importorskip("playwright.sync_api", reason="the page's tests need playwright (pip install 'framing[test]')")
    if CHROMIUM is None:
        pytest.skip("the page's tests need Chromium: on Debian apt-get install chromium, elsewhere set CHROMIUM to its path")
    with api.sync_playwright() as started:
        try:
            running = started.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        except api.Error as error:
            pytest.skip(f"{CHROMIUM} does not start: {str(error).splitlines()[0]}")
        yield running
        running.close()


@pytest.fixture(scope="session")
def address(made, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(made[2], encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def open_page(browser, address):
    """Opens the page at a place, in a context of its own; afterwards nothing may have been complained of or asked for."""
    contexts, complaints = [], []

    def opened(place="", *, width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith((address, "blob:", "data:")) else complaints.append(request.url))
        page.goto(address + place)
        page.wait_for_selector("html.ready")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
