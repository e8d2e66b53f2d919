from framing.article import Article
from framing.language import notes

ARTICLE = Article(article_id="a", text="Rain fell.", outlet="x", read_from="a.txt")


def test_notes_come_back_with_their_stamp_only(tmp_path):
    with notes(ARTICLE, tmp_path, "v1") as noted:
        noted["tone"] = {"0-4": ["neutral", 0.1, 0.8, 0.1]}
    with notes(ARTICLE, tmp_path, "v1") as noted:
        assert noted == {"tone": {"0-4": ["neutral", 0.1, 0.8, 0.1]}}
    with notes(ARTICLE, tmp_path, "v2") as noted:
        assert noted == {}


def test_notes_of_another_text_are_not_read(tmp_path):
    with notes(ARTICLE, tmp_path, "v1") as noted:
        noted["x"] = 1
    with notes(Article(article_id="a", text="Snow fell.", outlet="x", read_from="a.txt"), tmp_path, "v1") as noted:
        assert noted == {}


def test_a_damaged_note_is_no_note(tmp_path):
    with notes(ARTICLE, tmp_path, "v1") as noted:
        noted["x"] = 1
    (path,) = tmp_path.rglob("*.notes.z")
    path.write_bytes(b"not zlib")
    with notes(ARTICLE, tmp_path, "v1") as noted:
        assert noted == {}


def test_without_a_cache_nothing_is_kept(tmp_path):
    with notes(ARTICLE, None, "v1") as noted:
        noted["x"] = 1
    with notes(ARTICLE, None, "v1") as noted:
        assert noted == {}
