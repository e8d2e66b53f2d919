import pytest

from framing.article import Article
from framing.corpus import CorpusError, Selection, select


def article(name, outlet, date="2024-05-01", **known):
    return Article(article_id=name, text="x", outlet=outlet, read_from=name, date=date, **known)


ARTICLES = (
    article("a", "Herald", duplicate_group="a"),
    article("b", "Courier", duplicate_group="a", left_out_because="duplicate of a"),
    article("c", "Courier", "2024-05-09"),
    article("d", "Courier", None),
    article("e", "Post", left_out_because="no text"),
)


def reasons(**chosen):
    return {one.article_id: one.left_out_because for one in select(ARTICLES, Selection(**chosen))}


def test_nothing_chosen_nothing_changed():
    assert select(ARTICLES, Selection()) == ARTICLES


def test_outlets_whatever_their_case():
    found = reasons(outlets=("courier",))
    assert found["a"] == "of another outlet than those chosen"
    assert found["c"] is None
    assert found["e"] == "no text"


def test_a_duplicate_counts_when_the_article_that_it_repeats_was_not_chosen():
    assert reasons(outlets=("Courier",))["b"] is None
    assert reasons(outlets=("Courier", "Herald"))["b"] == "duplicate of a"


def test_time_is_inclusive_and_undated_articles_are_outside():
    found = reasons(since="2024-05-01", until="2024-05-08")
    assert found["a"] is None
    assert found["c"] == "outside the time chosen"
    assert found["d"] == "without a known date, where a time was chosen"
    assert reasons(since="2024-05-09")["c"] is None


def test_agency_copy_is_left_out_but_not_an_agencys_own():
    articles = [article("a", "Herald", wire="AFP", duplicate_group="a"), article("z", "AFP", wire="AFP"),
                article("b", "Courier", duplicate_group="a", left_out_because="duplicate of a")]  # fmt: skip
    found = {one.article_id: one.left_out_because for one in select(articles, Selection(wire=False))}
    assert found == {"a": "agency copy", "b": "agency copy", "z": None}


def test_everything_that_is_wrong_at_once():
    with pytest.raises(CorpusError) as raised:
        reasons(outlets=("Heralt", "Times"), since="2024-06-01", until="2024-05-01")
    text = str(raised.value)
    assert "did you mean 'Herald'?" in text
    assert "'Times'" in text
    assert "2024-06-01 is after --until 2024-05-01" in text
