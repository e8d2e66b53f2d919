"""The parse cache: what comes out is what went in, whatever happens to the files."""

import functools
import multiprocessing
import os
import signal
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Article
from framing.document import Document
from framing.language import cache

_TEXT = "Guards closed the gate.\n\nNobody came."
_ARTICLE = Article(article_id="a1", text=_TEXT, outlet="Gazette", read_from="a1.txt")
_COLUMNS = {
    "start": [0, 7, 14, 18, 22, 25, 32, 36],
    "end": [6, 13, 17, 22, 23, 31, 36, 37],
    "lemma": ["guard", "close", "the", "gate", ".", "nobody", "come", "."],
    "pos": ["NOUN", "VERB", "DET", "NOUN", "PUNCT", "PRON", "VERB", "PUNCT"],
    "tag": ["NNS", "VBD", "DT", "NN", ".", "NN", "VBD", "."],
    "dep": ["nsubj", "ROOT", "det", "dobj", "punct", "nsubj", "ROOT", "punct"],
    "head": [1, 1, 3, 1, 1, 6, 6, 6],
    "entity": ["", "", "", "", "", "", "", ""],
    "entity_start": [False] * 8,
    "sentences": [(0, 5), (5, 8)],
    "paragraphs": [(0, 1), (1, 2)],
}
_DOCUMENT = Document("a1", _TEXT, headline=1, **_COLUMNS)
_EMPTY = Document("a1", _TEXT, **{name: [] for name in _COLUMNS})
_NAME = "ab" * 32


def _path(folder):
    return folder / "ab" / f"{_NAME}.z"


@pytest.mark.parametrize("document", [_DOCUMENT, _EMPTY], ids=["full", "empty"])
def test_a_parse_comes_back_as_it_was(tmp_path, document):
    cache.put(tmp_path, _NAME, document)
    assert cache.get(tmp_path, _NAME, _ARTICLE) == document


def test_another_article_of_the_same_text_keeps_its_own_id(tmp_path):
    cache.put(tmp_path, _NAME, _DOCUMENT)
    twin = Article(article_id="a2", text=_TEXT, outlet="Herald", read_from="a2.txt")
    assert cache.key(twin, "model") == cache.key(_ARTICLE, "model")
    assert cache.get(tmp_path, _NAME, twin).article_id == "a2"


def test_the_key_depends_on_all_that_the_parse_depends_on():
    def key(model="model", **changed):
        return cache.key(Article(**{"article_id": "a1", "text": _TEXT, "outlet": "Gazette", "read_from": "x", **changed}), model)

    keys = [key(), key("other model"), key(text=_TEXT + "."), key(headline_end=23), key(furniture=((25, 37),))]
    assert len(set(keys)) == len(keys)
    assert key(outlet="Herald", date="2020-01-01") == key()


def test_what_is_not_there_is_a_miss(tmp_path):
    assert cache.get(tmp_path / "none", _NAME, _ARTICLE) is None


@given(st.data())
def test_a_damaged_file_is_a_miss_or_the_same_parse(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("cache")
    cache.put(folder, _NAME, _DOCUMENT)
    content = bytearray(_path(folder).read_bytes())
    cut = data.draw(st.integers(0, len(content)))
    change = data.draw(st.integers(0, len(content) - 1))
    content[change] ^= data.draw(st.integers(0, 255))
    _path(folder).write_bytes(bytes(content[:cut]))
    assert cache.get(folder, _NAME, _ARTICLE) in (None, _DOCUMENT)


@pytest.mark.parametrize(
    "stored", [b"[]", b"{}", b"null", b"7", b'{"start": [1]}', b'{"start": 5}', b"\xff", b"[" * 100_000, b'{"start": [0], "lemma": 3}']
)
def test_a_whole_file_with_something_else_in_it_is_a_miss(tmp_path, stored):
    _path(tmp_path).parent.mkdir()
    _path(tmp_path).write_bytes(zlib.compress(stored))
    assert cache.get(tmp_path, _NAME, _ARTICLE) is None


def test_columns_of_different_lengths_are_a_miss(tmp_path):
    cache.put(tmp_path, _NAME, Document("a1", _TEXT, **{**_COLUMNS, "end": [6, 13]}))
    assert cache.get(tmp_path, _NAME, _ARTICLE) is None


def test_a_folder_in_the_file_s_place_is_a_miss(tmp_path):
    _path(tmp_path).mkdir(parents=True)
    assert cache.get(tmp_path, _NAME, _ARTICLE) is None


def test_a_damaged_file_is_replaced_by_the_next_put(tmp_path):
    _path(tmp_path).parent.mkdir()
    _path(tmp_path).write_bytes(b"half")
    cache.put(tmp_path, _NAME, _DOCUMENT)
    assert cache.get(tmp_path, _NAME, _ARTICLE) == _DOCUMENT


def test_a_folder_that_is_a_file_raises(tmp_path):
    (tmp_path / "cache").write_text("not a folder")
    with pytest.raises(OSError):
        cache.put(tmp_path / "cache", _NAME, _DOCUMENT)


def test_an_interrupted_write_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(cache.zlib, "compress", interrupt)
    with pytest.raises(KeyboardInterrupt):
        cache.put(tmp_path, _NAME, _DOCUMENT)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def _killed_before_rename(folder):
    cache.Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    cache.put(folder, _NAME, _DOCUMENT)


def _put_often(folder, times):
    for _ in range(times):
        cache.put(folder, _NAME, _DOCUMENT)


def _run(target, *arguments):
    process = multiprocessing.get_context("spawn").Process(target=target, args=arguments)
    process.start()
    return process


def test_a_killed_run_leaves_no_half_parse_and_its_rest_is_swept(tmp_path):
    process = _run(_killed_before_rename, tmp_path)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert cache.get(tmp_path, _NAME, _ARTICLE) is None
    (left,) = (path for path in tmp_path.rglob("*") if path.is_file())

    cache._sweep.cache_clear()
    cache.put(tmp_path, _NAME, _DOCUMENT)
    assert left.exists(), "a young file may belong to a run under way"
    os.utime(left, (0, 0))
    cache._sweep.cache_clear()
    cache.put(tmp_path, _NAME, _DOCUMENT)
    assert not left.exists()
    assert cache.get(tmp_path, _NAME, _ARTICLE) == _DOCUMENT


def test_two_processes_may_write_what_a_third_reads(tmp_path):
    cache.put(tmp_path, _NAME, _DOCUMENT)
    writers = [_run(_put_often, tmp_path, 300) for _ in range(2)]
    read = functools.partial(cache.get, tmp_path, _NAME, _ARTICLE)
    while any(writer.is_alive() for writer in writers):
        assert read() == _DOCUMENT
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert list((tmp_path / ".part").iterdir()) == []
