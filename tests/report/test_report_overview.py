from report_values import article, tables

from framing.report.overview import overview


def said(*articles):
    return " ".join(overview(tables(articles=articles)["articles"]).sentences)


def left_out(article_id, because):
    return article(article_id, "Herald", kept=False, left_out_because=because)


def test_one_of_each():
    text = said(article("a", "Herald", words=1, event="flood"), left_out("b", "no text"))
    assert "compares 1 article (1 word) by 1 outlet, published on 2024-12-05." in text
    assert "They report 1 event: flood." in text
    assert "1 further article was left out: no text." in text


def test_reasons_are_counted_most_frequent_first():
    text = said(
        article("a", "Herald"), left_out("b", "not in English (fr)"), left_out("c", "duplicate of a"), left_out("d", "duplicate of b")
    )
    assert "3 further articles were left out: 2 (same or nearly the same text as another article) and 1 (not in English (fr))." in text


def test_dates():
    assert "from 2024-11-30 to 2024-12-05 (1 without a known date)" in said(
        article("a", "Herald"), article("b", "Herald", date="2024-11-30"), article("c", "Courier", date=None)
    )
    assert "; none of them has a known date." in said(article("a", "Herald", date=None))


def test_many_events_are_counted():
    text = said(*(article(str(n), "Herald", event=f"event {n:02}") for n in range(10)), article("x", "Herald"))
    assert "They report 10 events: event 00, event 01, event 02, event 03, event 04, event 05, event 06, event 07 and 2 others." in text
    assert "1 article has no event." in text


def test_agency_copy_is_counted_and_kept():
    assert "1 article carries agency copy (AFP); it is analysed like any other" in said(article("a", "Herald", wire="AFP"))
    text = said(*(article(str(n), "Herald", wire="AP" if n else "AFP") for n in range(3)))
    assert "3 articles carry agency copy (AP 2 and AFP 1); they are analysed" in text


def test_furniture_is_counted():
    text = said(article("a", "Herald", furniture=[{"start": 0, "end": 4}]))
    assert "In 1 article, 1 passage that is not part of the story (copyright lines, related links, calls to subscribe) was not" in text


def test_sentences_that_an_article_has_twice_are_counted_apart():
    twice, line = {"start": 10, "end": 40}, {"start": 90, "end": 99}
    first = article("a", "Herald", furniture=[twice, line], repeated=[twice])
    text = said(first, article("b", "Herald", furniture=[twice], repeated=[twice]))
    assert "In 1 article, 1 passage that is not part of the story" in text
    assert "In 2 articles, 2 sentences that the article has elsewhere too" in text


def test_outlets_in_alphabetical_order_whatever_their_case():
    found = overview(tables(articles=[article("a", "Zeit"), article("b", "alpha"), article("c", "Beta")])["articles"])
    assert found.names == ["alpha", "Beta", "Zeit"]
    assert found.one_article_each


def test_one_outlet_with_one_article_is_no_comparison_of_articles():
    assert not overview(tables(articles=[article("a", "Zeit")])["articles"]).one_article_each
