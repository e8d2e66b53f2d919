import pytest

from framing.article import Article
from framing.classify.forms import headline_forms, scare_quotes
from framing.language import parse


def document(text, headline=0):
    return next(iter(parse([Article(article_id="1", text=text, outlet="", read_from="", headline_end=headline)], workers=1, cache=None)))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('The "reform" cost many their jobs.', ["reform"]),
        ("They opened a “safe zone” near the river.", ["safe zone"]),
        ('She read "War and Peace" twice.', []),
        ('He said: "We left the town at noon because of the rain."', []),
        ('Shots came "from the hills" at dawn.', []),
        ('The bus took line "7" home.', []),
    ],
)
def test_scare_quotes_are_terms(sentence, found):
    parsed = document(sentence)
    assert [parsed.text[slice(*parsed.span(a, b))] for a, b in scare_quotes(parsed)] == found


@pytest.mark.parametrize(
    ("headline", "forms"),
    [
        ("Council closes the old harbour", set()),
        ("This is why the harbour closed", {"forward reference"}),
        ("Is the harbour closed?", {"question"}),
        ("Harbour closed, and you will pay!", {"exclamation", "reader spoken to"}),
        ("Harbour CLOSES after storm", {"capitals"}),
        ("HARBOUR CLOSES AFTER STORM", set()),
    ],
)
def test_headlines_that_tease_ask_or_shout(headline, forms):
    parsed = document(f"{headline}\n\nThe council met. Why did you come?", len(headline))
    assert {form for _, _, form in headline_forms(parsed)} == forms
