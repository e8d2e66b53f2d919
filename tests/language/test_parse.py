"""From articles to documents, with the real model: offsets, order, shards, the cache."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.article import Article
from framing.language import blocks, model, parse, parse_text, shards
from framing.language import parse as parse_articles


def _article(text, name="a", **known):
    return Article(article_id=name, text=text, outlet="Gazette", read_from=f"{name}.txt", **known)


def _checked(document):
    """The document, if it keeps what it promises."""
    tokens = len(document)
    for column in ("end", "lemma", "pos", "tag", "dep", "head", "entity", "entity_start"):
        assert len(getattr(document, column)) == tokens
    assert all(0 <= a < b <= len(document.text) for a, b in zip(document.start, document.end))
    assert all(b <= a for b, a in zip(document.end, document.start[1:]))
    assert not any(word.isspace() for word in document.words)
    assert [token for first, last in document.sentences for token in range(first, last)] == list(range(tokens))
    assert [index for first, last in document.paragraphs for index in range(first, last)] == list(range(len(document.sentences)))
    assert all(first <= document.head[token] < last for first, last in document.sentences for token in range(first, last))
    return document


_STRETCH = st.sampled_from(
    ["The army left.", "Rebels Seize Hill Town", "“No,” she said.", "\n", "\n\n", "  ", "\t", "\u00a0", "\u2028", "3.5%", "😀", "’s"]
) | st.text(max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(_STRETCH, max_size=15), st.data())
def test_whatever_the_text_tokens_lie_where_they_say(stretches, data):
    text = " ".join(stretches)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    article = _article(text, furniture=((start, end),), headline_end=data.draw(st.sampled_from([0, text.find("\n") + 1])))
    (document,) = parse_articles([article])
    _checked(document)
    assert not any(start <= at < end for at in document.start)


def test_sentences_and_paragraphs_of_a_small_article():
    text = "Bridge reopens\n\nThe bridge reopened on Monday. Drivers cheered.\nIt had been shut for a year."
    (document,) = parse([_article(text, headline_end=14)])
    _checked(document)
    assert document.headline == 1
    assert [last - first for first, last in document.paragraphs] == [1, 2, 1]
    a, b = document.sentences[3]
    assert document.words[a:b] == ["It", "had", "been", "shut", "for", "a", "year", "."]


def test_a_headline_in_title_case_is_read_as_a_sentence_but_quoted_as_written():
    text = "Army Seizes Hill Town\n\nThe army seizes what it can. The hill lies above the town."
    (document,) = parse([_article(text, headline_end=21)])
    first, last = document.sentences[0]
    assert document.words[first:last] == ["Army", "Seizes", "Hill", "Town"]
    assert document.pos[1:4] == ["VERB", "NOUN", "NOUN"]


def test_no_headline_where_it_is_all_furniture():
    text = "Advertisement\n\nThe bridge reopened."
    (document,) = parse([_article(text, headline_end=13, furniture=((0, 13),))])
    assert document.headline == 0
    assert document.words[0] == "The"


@pytest.mark.parametrize("text", ["", " \n\t\n "])
def test_an_empty_text_has_an_empty_document(text):
    document = _checked(parse_text(text))
    assert (len(document), document.sentences, document.paragraphs) == (0, [], [])


def test_a_long_line_is_parsed_in_pieces_and_stays_one_paragraph(monkeypatch):
    monkeypatch.setattr(blocks, "LONGEST", 60)
    document = _checked(parse_text("The road was closed on Monday. " * 10))
    assert document.paragraphs == [(0, 10)]


def test_order_is_kept_and_every_article_is_parsed_once():
    articles = [_article(f"Town number {number} fell.", name=str(number)) for number in range(7)]
    assert [document.article_id for document in parse(articles)] == [str(number) for number in range(7)]


@given(st.lists(st.integers(0, 200_000), max_size=12))
def test_shards_keep_the_order_and_only_one_article_may_pass_the_limit(sizes):
    articles = [_article("x" * size, name=str(index)) for index, size in enumerate(sizes)]
    cut = list(shards(articles))
    assert [article for shard in cut for article in shard] == articles
    assert all(shard and sum(len(article.text) for article in shard[:-1]) < 120_000 for shard in cut)


def test_a_cached_parse_is_the_fresh_one_and_needs_no_model(tmp_path, monkeypatch):
    texts = ["The bridge reopened on Monday.", "", "“No,” she said.\n\nDrivers left."]
    articles = [_article(text, name=str(number)) for number, text in enumerate(texts)]
    fresh = list(parse(articles, cache=tmp_path))

    def no_model():
        raise AssertionError("parsed again")

    monkeypatch.setattr(model, "load", no_model)
    assert list(parse(articles, cache=tmp_path)) == fresh


def test_only_what_the_cache_lacks_is_parsed(tmp_path):
    one, two = _article("The bridge reopened.", name="1"), _article("Drivers cheered.", name="2")
    list(parse([one], cache=tmp_path))
    assert [document.words[0] for document in parse([two, one], cache=tmp_path)] == ["Drivers", "The"]
