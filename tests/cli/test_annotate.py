"""`framing annotate`: articles with their spans, as pages and as brat files."""

import re
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from framing import tables
from framing.cli import main
from framing.report.annotate import blocks, file_names, html
from framing.report.brat import brat
from framing.report.nesting import CLOSE, Mark, pieces

HOSTILE = """The <script>alert(1)</script> & the "bridge"

Anna Berg said the "<b>bridge</b>" was shut & closed. “It is <i>over</i>,” she said, “for
good.” Copyright 2024
"""


def table(name, rows):
    return tables.build(name, rows)


def value(text=HOSTILE, *, article_id="a/<1>"):
    """Tables of one article: an attribution over a line break, and a mention that crosses its edge."""
    here = {"article_id": article_id}
    said, quotation, good, furniture = (text.index(words) for words in ("said", "“It", "“for", "Copyright"))
    content = [{"start": quotation, "end": text.index(" she said, “")}, {"start": good, "end": furniture - 1}]
    article = {"outlet": "<Gazette>", "title": text.split("\n")[0], "date": "2024-05-02", "kept": True, "words": 20}
    places = [(0, text.index("\n"), 0), (text.index("Anna"), quotation - 1, 1), (quotation, furniture - 1, 1)]
    sentences = [
        {**here, "sentence": index, "start": start, "end": end, "paragraph": paragraph, "headline": paragraph == 0, "text": text[start:end]}
        for index, (start, end, paragraph) in enumerate(places)
    ]
    attribution = {
        "attribution": 0, "sentence": 2, "form": "direct",
        "source_start": text.index("Anna"), "source_end": said - 1, "source": "Anna Berg",
        "source_actor": "berg", "source_type": "politician", "cue_start": said, "cue_end": said + 4, "cue": "said", "cue_lemma": "say",
        "stance": "neutral", "content": content, "content_words": 6, "spoken": True, "rule": "quotation",
    }  # fmt: skip
    mention = {
        "sentence": 1, "start": text.index("closed"), "end": text.index("is <i>"), "text": "x",
        "kind": "label", "voice": "outlet", "role": "other", "distanced": False, "entry": "topics/bridge#berg:<x>",
    }  # fmt: skip
    return {
        "articles": table("articles", [{**here, **article, "furniture": [{"start": furniture, "end": len(text) - 1}]}]),
        "sentences": table("sentences", sentences),
        "attributions": table("attributions", [{**here, **attribution}]),
        "mentions": table("mentions", [{**here, **mention}]),
    }


class Page(HTMLParser):
    """What a page shows: its elements, checked for nesting, and the text of its blocks."""

    VOID = frozenset(("meta", "input", "br", "link"))

    def __init__(self, source):
        super().__init__()
        self.open, self.tags, self.text, self.spans = [], [], "", []
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append((tag, dict(attrs), len(self.text)))

    def handle_endtag(self, tag):
        opened, attributes, start = self.open.pop()
        assert opened == tag
        if tag == "span" and "aria-description" in attributes:
            self.spans.append((attributes["class"].split()[0], self.text[start:], attributes))

    def handle_data(self, data):
        inside = [tag for tag, _, _ in self.open]
        if "section" in inside and "ol" not in inside and inside[-1] != "section":
            self.text += data


@pytest.fixture
def page():
    files = html(value(), {"a/<1>": HOSTILE}, {"berg": "Anna “Iron” Berg"})
    return Page(files["articles/a-1.html"])


def test_the_page_shows_the_text_to_the_letter_and_runs_none_of_it(page):
    assert "".join(page.text.split()) == "".join(HOSTILE.split())
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img"}


def test_every_span_stands_in_its_place(page):
    assert [text for kind, text, _ in page.spans if kind == "source"] == ["Anna Berg"]
    assert [text for kind, text, _ in page.spans if kind == "cue"] == ["said"]
    content = "".join(text for kind, text, _ in page.spans if kind == "content")
    assert content == "“It is <i>over</i>,”“for\ngood.”"
    assert "".join(text for kind, text, _ in page.spans if kind == "mention") == "closed. “It "
    assert [text for kind, text, _ in page.spans if kind == "furniture"] == ["Copyright 2024"]


def test_pointing_at_a_span_tells_actor_stance_voice_and_rule(page):
    says = {kind: attributes["aria-description"] for kind, _, attributes in page.spans}
    assert says["cue"] == "1. Anna Berg = Anna “Iron” Berg (politician) | said: neutral, direct, by quotation"
    assert "actor not resolved" in says["mention"]
    assert "topics/bridge#berg:<x>" in says["mention"]


def test_the_keyboard_stops_once_at_each_cue_and_mention(page):
    stops = [kind for kind, _, attributes in page.spans if "tabindex" in attributes]
    assert sorted(stops) == ["cue", "mention"]
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert "a1" in ids


def test_the_legend_has_a_labelled_box_for_each_kind_and_pages_load_nothing(page):
    boxes = {attributes["id"] for tag, attributes in page.tags if tag == "input"}
    assert boxes == {f"show-{kind}" for kind in ("source", "cue", "direct", "indirect", "mixed", "unspoken", "mention", "notes")}
    assert not [attributes for _, attributes in page.tags if "src" in attributes or "onclick" in attributes]


def test_the_index_links_to_every_page_and_names_what_was_left_out():
    made = value()
    left = {"article_id": "b", "outlet": "O", "title": "Old & <gone>", "kept": False, "left_out_because": "the same as 'a'"}
    made["articles"] = tables.concat("articles", [made["articles"], table("articles", [left])])
    files = html(made, {"a/<1>": HOSTILE}, {})
    links = re.findall(r'href="([^"]+)"', files["index.html"])
    assert links == ["articles/a-1.html"]
    assert set(files) == {"index.html", *links}
    assert "Old &amp; &lt;gone&gt;" in files["index.html"]
    assert "the same as &#39;a&#39;" in files["index.html"]


def test_text_that_was_left_out_of_analysis_is_shown_apart():
    text = "Cookies are used here.\n\nThe rain fell.\n\nRelated stories"
    start = text.index("The rain")
    rows = {"sentences": [{"start": start, "end": start + 14, "paragraph": 0, "headline": False}], "attributions": [], "mentions": []}
    made = blocks(text, {"furniture": []}, rows, {})
    assert [(block.kind, "".join(piece.text for piece in block.pieces)) for block in made] == [
        ("aside", "Cookies are used here."), ("paragraph", "The rain fell."), ("aside", "Related stories"),
    ]  # fmt: skip


def test_file_names_are_plain_and_differ():
    assert list(file_names(["a/b", "a b", "A-B", "ü", "日本"]).values()) == ["a-b", "a-b-2", "a-b-3", "u", "article"]


_KINDS = st.sampled_from(["content", "source", "cue", "mention", "furniture"])
_MARKS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30), _KINDS), max_size=8)


@given(_MARKS, st.integers(0, 10), st.integers(0, 30))
def test_marks_that_cross_anyhow_become_elements_that_nest(marks, start, length):
    text = "abcdefghijklmnopqrstuvwxyz" * 3
    marks = [Mark(first, first + size, (kind,), str(number)) for number, (first, size, kind) in enumerate(marks)]
    opened, at, shown, firsts = [], start, {mark.says: set() for mark in marks}, []
    for piece in pieces(text, start, start + length, marks):
        if piece.mark is not None:
            opened.append(piece.mark)
            firsts += [piece.mark.says] * piece.first
        elif piece is CLOSE:
            opened.pop()
        else:
            assert piece.text == text[at : at + len(piece.text)]
            for mark in opened:
                shown[mark.says].update(range(at, at + len(piece.text)))
            at += len(piece.text)
    assert (opened, at) == ([], start + length)
    assert shown == {mark.says: set(range(max(start, mark.start), min(mark.end, at))) for mark in marks}
    assert sorted(firsts) == sorted(mark.says for mark in marks if start <= mark.start < at)


def test_brat_files_hold_the_text_and_its_spans():
    files = brat(value(), {"a/<1>": HOSTILE})
    assert set(files) == {"annotation.conf", "articles.csv", "a-1.txt", "a-1.ann"}
    assert files["articles.csv"].splitlines()[0] == "file,article_id,outlet,date"
    assert files["articles.csv"].splitlines()[1].startswith("a-1.txt,a/<1>,")
    text, lines = files["a-1.txt"], files["a-1.ann"].splitlines()
    assert text == HOSTILE
    events = [line for line in lines if line.startswith("E")]
    assert events == ["E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1"]
    marks = [line.split("\t") for line in lines if line.startswith("T")]
    for _, place, words in marks:
        spans = [tuple(map(int, span.split())) for span in place.split(" ", 1)[1].split(";")]
        assert " ".join(text[start:end] for start, end in spans) == words
    assert [place.split()[0] for _, place, _ in marks] == ["Source", "Cue", "Content", "Attribution", "Mention"]
    assert marks[2][2] == "“It is <i>over</i>,” “for good.”"
    assert "#1\tAnnotatorNotes E1\tstance=neutral; actor=berg; source_type=politician; voice=direct; spoken=yes; rule=quotation" in lines


def test_brat_knows_every_role_that_is_written():
    conf = brat(value(), {"a/<1>": HOSTILE})["annotation.conf"]
    assert all(f"\n{kind}\n" in conf for kind in ("Source", "Cue", "Content", "Mention"))
    assert "\nAttribution\tSource*:Source, Cue*:Cue, Content*:Content\n" in conf


@pytest.mark.parametrize("end_of_line", ["\n", "\u2028", "\x85", "\x0c"])
def test_no_line_end_of_an_article_breaks_a_line_of_the_ann_file(end_of_line):
    text = HOSTILE.replace("for\ngood", f"for{end_of_line}good")
    lines = brat(value(text), {"a/<1>": text})["a-1.ann"].splitlines()
    assert all(re.match(r"(T\d+|E\d+|#\d+)\t", line) for line in lines)


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in ("first", "second"):
        text = f"The <script>bridge</script> is shut\n\nAnna Berg said the {name} bridge was “beyond repair”.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["annotate", *map(str, arguments), "--no-cache", "--workers", "1"])
    assert result.exit_code == code, result.output
    return result


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_pages_are_written_whole_and_twice_the_same(corpus, tmp_path):
    assert f"2 of 2 articles -> open {tmp_path / 'out' / 'index.html'}" in run(corpus, "--out", tmp_path / "out").output
    once = files_of(tmp_path / "out")
    assert set(once) == {"index.html", "manifest.json", "articles/first.html", "articles/second.html"}
    page = Page(once["articles/first.html"].decode())
    assert [text for kind, text, _ in page.spans if kind == "content"] == ["the first bridge was “beyond repair”"]
    run(corpus, "--out", tmp_path / "out")
    assert files_of(tmp_path / "out") == once


def test_brat_files_keep_the_text_as_read(corpus, tmp_path):
    run(corpus, "--out", tmp_path / "out", "--format", "brat")
    assert (tmp_path / "out" / "first.txt").read_text(encoding="utf-8") == (corpus / "first.txt").read_text(encoding="utf-8")
    assert "Attribution:T4 Content:T3 Cue:T2 Source:T1" in (tmp_path / "out" / "first.ann").read_text(encoding="utf-8")


def test_a_folder_of_others_files_is_left_alone(corpus, tmp_path):
    before = files_of(corpus)
    assert "is left alone" in run(corpus, "--out", corpus, code=1).stderr
    assert files_of(corpus) == before
