"""Folders and single files: what is read, under which id, outlet, date and headline."""

import pytest

from framing import corpus, memo

STORY = "The mayor opened the new bridge on Monday. Hundreds of residents walked across it before the first buses came."


def write(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def kinds(read):
    return [problem.kind for problem in read.problems]


def failure(path, **options):
    with pytest.raises(corpus.CorpusError) as raised:
        corpus.read(path, **options)
    return raised.value


def varied(number):
    """A story of its own, so that no two are duplicates."""
    words = ("one", "two", "three", "four", "five", "six", "seven", "eight") * 4
    return STORY + f" Item {number}: " + " ".join(f"{word}{number}" for word in words)


def test_plain_files_keep_their_text_and_give_outlet_and_date_by_name(tmp_path):
    text = "\nBridge opens\n\n" + STORY
    read = corpus.read(write(tmp_path, **{"The Echo_2024-03-05_bridge_dot_txt": text}))
    [article] = read.articles
    assert (article.text, article.outlet, article.date) == (text, "The Echo", "2024-03-05")
    assert (article.article_id, article.title, article.headline_end) == (
        "The Echo_2024-03-05_bridge",
        "Bridge opens",
        len("\nBridge opens"),
    )
    assert article.kept and read.problems == ()


def test_sub_folder_is_the_outlet_and_clashing_names_stay_apart(tmp_path):
    write(tmp_path, echo__a_dot_txt=varied(1), post__a_dot_txt=varied(2), post__b_dot_txt=varied(3), post__b_dot_md=varied(4))
    read = corpus.read(tmp_path)
    assert [(a.article_id, a.outlet) for a in read.articles] == [
        ("echo/a", "echo"),
        ("post/a", "post"),
        ("post/b.md", "post"),
        ("post/b.txt", "post"),
    ]


def test_files_without_any_outlet_warn_once(tmp_path):
    read = corpus.read(write(tmp_path, a_dot_txt=varied(1), b_dot_txt=varied(2)))
    assert {article.outlet for article in read.articles} == {"unknown"}
    assert kinds(read) == ["no-outlet"]
    assert "articles.csv" in read.problems[0].fix


def test_hidden_files_are_ignored_and_other_kinds_mentioned_once(tmp_path):
    write(tmp_path, echo__a_dot_txt=varied(1), echo__b_dot_pdf="x", echo__c_dot_docx="y")
    (tmp_path / ".DS_Store.txt").write_text("junk")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("junk")
    read = corpus.read(tmp_path)
    assert len(read.articles) == 1 and kinds(read) == ["ignored-files"]
    assert "b.pdf" in read.problems[0].what and "c.docx" in read.problems[0].what


@pytest.mark.parametrize("name, kind", [("nothing", "no-corpus"), ("a.docx", "unknown-format"), ("empty", "no-articles")])
def test_no_corpus_says_what_is_accepted(tmp_path, name, kind):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.docx").write_text("x")
    [problem] = failure(tmp_path / name).problems
    assert problem.kind == kind and problem.severity == "error"
    assert ".jsonl" in problem.fix and "folder" in problem.fix


def test_empty_and_foreign_articles_are_left_out_and_counted(tmp_path):
    german = (
        "Der Bürgermeister hat am Montag die neue Brücke eröffnet. Hunderte Bewohner gingen hinüber, bevor die ersten Busse kamen. "
        "Die Stadt hatte lange über die Kosten gestritten, und viele hatten nicht mehr daran geglaubt, dass sie je fertig wird."
    )
    write(tmp_path, e__a_dot_txt=" \n", e__b_dot_txt=german, e__c_dot_txt=varied(1), e__d_dot_txt="Read more:\n\nShare\n\nTweet\n")
    read = corpus.read(tmp_path)
    assert [a.left_out_because for a in read.articles] == ["no text", "not in English (de)", None, "no text"]
    assert [a.language for a in read.articles] == [None, "de", "en", None]
    assert kinds(read) == ["empty-article", "not-english", "empty-article"]


def test_short_texts_are_not_judged_by_language(tmp_path):
    [article] = corpus.read(write(tmp_path, e__a_dot_txt="Damas, Alep, Homs : 12 morts.")).articles
    assert article.kept and article.language is None


def test_strict_raises_on_warnings_with_all_of_them(tmp_path):
    write(tmp_path, a_dot_txt=varied(1), b_dot_txt="")
    assert len(corpus.read(tmp_path).articles) == 2
    error = failure(tmp_path, strict=True)
    assert [problem.kind for problem in error.problems] == ["empty-article", "no-outlet"]
    assert str(error).count("\n") == 1


def test_unreadable_files_are_errors_all_at_once(tmp_path):
    write(tmp_path, e__a_dot_txt=varied(1))
    for name in ("x.txt", "y.md", "z.html"):
        (tmp_path / "e" / name).symlink_to(tmp_path / "gone")
    problems = failure(tmp_path).problems
    assert [problem.kind for problem in problems] == ["unreadable-file"] * 3
    assert [problem.where[-5:] for problem in problems] == ["x.txt", "/y.md", ".html"]


def test_long_first_lines_datelines_and_bylines_are_no_headline(tmp_path):
    write(
        tmp_path,
        e__a_dot_txt=STORY * 3 + "\n" + STORY,
        e__b_dot_txt="Lyon, France:\n" + varied(2),
        e__c_dot_txt="PORT TOWN, Maine —\n" + varied(3),
        e__d_dot_txt="By Jane Doe\n" + varied(4),
        e__e_dot_txt="Only one short line",
    )
    assert [(a.headline_end, a.title) for a in corpus.read(tmp_path).articles] == [(0, None)] * 5


def test_markdown_front_matter_is_not_text(tmp_path):
    front = "---\ntitle: 'Bridge: at last'\nsource: Echo\ndate: 5 March 2024\nid: 007\nauthors: [A. Doe, B. Roe]\nevent: bridge\n---\n\n"
    write(tmp_path, a_dot_md=front + STORY, b_dot_md="---\ntitle: Bridge opens\n---\n# Bridge opens\n\n" + varied(2))
    first, second = corpus.read(tmp_path).articles
    assert (first.article_id, first.outlet, first.date, first.author, first.event) == (
        "007",
        "Echo",
        "2024-03-05",
        "A. Doe, B. Roe",
        "bridge",
    )
    assert first.text == "Bridge: at last\n\n" + STORY and first.text[: first.headline_end] == "Bridge: at last"
    assert second.text.startswith("# Bridge opens\n\n") and second.text[: second.headline_end] == "# Bridge opens"


@pytest.mark.parametrize(
    "text, line",
    [("---\ntitle: a: b\n---\nx", 2), ("---\ntitle: never closed\n\ntext", 1), ("---\ntitle: 'a\n---\nx", 3), ("---\n- a\n---\nx", 2)],
)
def test_broken_front_matter_names_its_line(tmp_path, text, line):
    path = tmp_path / "a.md"
    path.write_text(text)
    [problem] = failure(path).problems
    assert (problem.kind, problem.where) == ("bad-front-matter", f"{path}:{line}")


def test_web_pages_give_story_title_date_and_outlet(tmp_path):
    paragraphs = "".join(f"<p>{varied(n)}</p>" for n in range(3))
    page = (
        "<html><head><title>Bridge opens | Echo</title><meta property='og:title' content='Bridge opens'>"
        "<meta property='og:site_name' content='The Echo'><meta property='article:published_time' content='2024-03-05T10:00:00Z'></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Bridge opens</h1>{paragraphs}</article><footer>Imprint</footer></body></html>"
    )
    path = tmp_path / "page.html"
    path.write_text(page)
    [article] = corpus.read(path).articles
    assert (article.title, article.outlet, article.date) == ("Bridge opens", "The Echo", "2024-03-05")
    assert article.text[: article.headline_end] == "Bridge opens"
    assert article.text.count(STORY) == 3 and "Imprint" not in article.text


def test_a_page_without_an_article_is_reported(tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html><body></body></html>")
    read = corpus.read(path)
    assert read.articles[0].left_out_because == "no text" and "empty-article" in kinds(read)


def test_listing_names_files_and_metadata(tmp_path):
    write(tmp_path, texts__1_dot_txt=varied(1), texts__2_dot_txt=varied(2), texts__3_dot_txt=varied(3))
    (tmp_path / "articles.csv").write_text(
        "file,outlet,date,event,headline\ntexts/1.txt,Echo,2024-03-05,bridge,Bridge opens\ntexts/2.txt,Post,,bridge,\n"
    )
    read = corpus.read(tmp_path)
    first, second = read.articles
    assert (first.outlet, first.date, first.event, first.title) == ("Echo", "2024-03-05", "bridge", "Bridge opens")
    assert first.text == varied(1) and first.headline_end == 0  # a title that stands apart from a file does not change its text
    assert (second.article_id, second.outlet, second.date) == ("2", "Post", None)
    assert kinds(read) == ["unlisted-file"] and "texts/3.txt" in read.problems[0].what


def test_listing_with_missing_files_names_each_line(tmp_path):
    write(tmp_path, a_dot_txt=STORY)
    listing = tmp_path / "articles.csv"
    listing.write_text("file,outlet\na.txt,Echo\ngone.txt,Echo\n,Echo\nlost.txt,Post\n")
    problems = failure(tmp_path).problems
    assert [(p.kind, p.where) for p in problems] == [("missing-file", f"{listing}:{line}") for line in (3, 4, 5)]


def test_nearly_the_same_text_is_one_group_and_the_first_is_kept(tmp_path):
    body = " ".join(varied(n) for n in range(6))
    write(tmp_path, echo__a_dot_txt=body, post__b_dot_txt=body.replace("Item 3", "Point 3"), post__c_dot_txt=varied(9))
    read = corpus.read(tmp_path)
    assert [a.duplicate_group for a in read.articles] == ["a", "a", None]
    assert [a.left_out_because for a in read.articles] == [None, "duplicate of a", None]
    assert kinds(read) == ["duplicate"] and "'a'" in read.problems[0].what


def test_a_long_single_line_is_read_in_seconds(tmp_path):
    import time

    path = tmp_path / "long.txt"
    path.write_text(" ".join(f"Word {n} of the story." for n in range(80_000)), encoding="utf-8")
    assert path.stat().st_size > 1_600_000
    begin = time.perf_counter()
    [article] = corpus.read(path).articles
    assert time.perf_counter() - begin < 10
    assert article.kept and article.furniture == ()


def test_order_is_by_article_id_whatever_the_file_order(tmp_path):
    (tmp_path / "t.jsonl").write_text("".join(f'{{"id": "{i}", "text": "{varied(i)}", "source": "e"}}\n' for i in (3, 1, 2)))
    assert [a.article_id for a in corpus.read(tmp_path / "t.jsonl").articles] == ["1", "2", "3"]


def test_what_is_kept_of_a_corpus_is_the_corpus(tmp_path):
    lead = "Two people were hurt on Monday when a bridge fell in the old town."
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "Herald_2020-01-02_bridge.txt").write_text(f"A bridge falls\n\n{lead}\n\n{lead} It was old.\n\nRead more: bridges", "utf-8")
    fresh = corpus.read(folder)
    assert fresh.articles[0].furniture and fresh.articles[0].repeated
    with memo.kept_in(tmp_path / "steps"):
        made, kept = corpus.read(folder), corpus.read(folder)
    assert fresh == made == kept
    assert len({*fresh.articles, *kept.articles}) == 1  # spans stay pairs
