import pytest

from framing.article import Article
from framing.corpus import CorpusError, with_events


def article(name, **known):
    return Article(article_id=name, text="x", outlet="Herald", read_from=name, **known)


ARTICLES = (article("north", event="old"), article("south"), article("west", left_out_because="no text"))


def table(tmp_path, text, name="events.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_events_are_given_and_old_ones_forgotten(tmp_path):
    articles, problems = with_events(ARTICLES, table(tmp_path, "article_id,event,note\nsouth, the  flood ,mine\nnorth,,\n"))
    assert [one.event for one in articles] == [None, "the flood", None]
    assert problems == []


def test_an_article_that_is_not_named_is_told(tmp_path):
    articles, problems = with_events(ARTICLES, table(tmp_path, "article_id,event\nsouth,flood\n"))
    assert articles[0].event is None
    assert [problem.kind for problem in problems] == ["no-event"]
    assert "north" in problems[0].what


def test_everything_that_is_wrong_is_told_with_its_line(tmp_path):
    path = table(tmp_path, "article_id,event\nnorht,flood\nsouth,flood\nsouth,fire\n")
    with pytest.raises(CorpusError) as raised:
        with_events(ARTICLES, path)
    text = str(raised.value)
    assert f"{path}:2" in text
    assert "did you mean 'north'?" in text
    assert f"{path}:4" in text


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "empty"), ("article,event\nnorth,flood\n", "no column article_id"), ("article_id\nnorth\n", "no column event")],
)
def test_a_table_that_is_none(tmp_path, text, says):
    with pytest.raises(CorpusError, match=says):
        with_events(ARTICLES, table(tmp_path, text))


def test_a_file_of_another_kind_or_none(tmp_path):
    with pytest.raises(CorpusError, match="no table of events"):
        with_events(ARTICLES, table(tmp_path, "x", "events.txt"))
    with pytest.raises(CorpusError, match="cannot be read"):
        with_events(ARTICLES, tmp_path / "none.csv")
