"""The matrix of what is told."""

from xml.etree import ElementTree

from compare_corpora import corpus

from framing.charts import STYLES, told
from framing.compare import compare


def tables(outlets=4, events=1):
    articles = [(f"{event}{n:02}", f"Outlet {n:02}") for event in range(events) for n in range(outlets)]
    facts = [
        {"article_id": article, "sentence": n, "start": n, "end": n + 1, "kind": kind, "fact": f"{kind}{n}", "says": f"{kind} {n}",
         "text": "x", "context": [], "voice": "outlet"}
        for article, _ in articles for n, kind in enumerate(["background"] * 3) if int(article[1:]) >= n
    ]  # fmt: skip
    return corpus(*articles, event={article: f"event {article[0]}" for article, _ in articles}, date=True, facts=facts)


def draw(made, style="screen"):
    return told.draw(compare(made, draws=100), made, STYLES[style], {})


def test_every_fact_outlet_and_number_of_outlets_is_on_the_chart():
    chart = draw(tables())
    words = [text.strip() for text in ElementTree.fromstring(chart.svg).itertext()]
    for expected in ("background 0", "Outlet 00", "Outlet 03", "4 of 4", "3 of 4", "event 0 · 4 outlets, 4 articles"):
        assert expected in words
    assert "told by Outlet 01, Outlet 02, Outlet 03" in chart.alt


def test_csv_has_a_line_for_each_cell_and_says_who_is_first():
    lines = draw(tables()).csv.decode().splitlines()
    assert lines[0] == "event,kind,fact,outlet,sentences,first"
    assert "event 0,background,background 1,Outlet 00,0,false" in lines
    assert "event 0,background,background 0,Outlet 00,1,true" in lines
    assert len(lines) == 1 + 3 * 4


def test_events_without_room_are_counted():
    chart = draw(tables(events=5))
    assert "3 more of the events" in "".join(ElementTree.fromstring(chart.svg).itertext())


def test_many_outlets_and_no_event():
    assert "15 of 15" in "".join(ElementTree.fromstring(draw(tables(outlets=15)).svg).itertext())
    assert draw(corpus(("a", "A"), ("b", "A"))) is None
