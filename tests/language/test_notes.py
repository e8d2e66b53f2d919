from framing.article import Article
from framing.language import notes, part

ARTICLE = Article(article_id="a", text="Rain fell.", outlet="x", read_from="a.txt")
OTHER = Article(article_id="a", text="Snow fell.", outlet="x", read_from="a.txt")


def add(folder, name="tone", stamp="v1", article=ARTICLE, **values):
    with notes(article, folder) as noted:
        part(noted, name, stamp).update(values)


def held(folder, name="tone", stamp="v1", article=ARTICLE):
    with notes(article, folder) as noted:
        return {key: value for key, value in part(noted, name, stamp).items() if key != "stamp"}


def test_notes_come_back_with_their_stamp_only(tmp_path):
    add(tmp_path, **{"0-4": ["neutral", 0.1, 0.8, 0.1]})
    assert held(tmp_path) == {"0-4": ["neutral", 0.1, 0.8, 0.1]}
    assert held(tmp_path, stamp="v2") == {}


def test_parts_have_stamps_of_their_own(tmp_path):
    add(tmp_path, "tone", "v1", x=1)
    add(tmp_path, "readability", "w1", y=2)
    add(tmp_path, "tone", "v2", z=3)
    assert held(tmp_path, "tone", "v2") == {"z": 3}
    assert held(tmp_path, "readability", "w1") == {"y": 2}


def test_what_is_added_later_is_kept_too(tmp_path):
    add(tmp_path, x=1)
    add(tmp_path, y=2)
    assert held(tmp_path) == {"x": 1, "y": 2}


def test_notes_of_another_text_are_not_read(tmp_path):
    add(tmp_path, x=1)
    assert held(tmp_path, article=OTHER) == {}


def test_a_damaged_note_is_no_note(tmp_path):
    add(tmp_path, x=1)
    (path,) = tmp_path.rglob("*.notes.z")
    for damage in (b"not zlib", b""):
        path.write_bytes(damage)
        assert held(tmp_path) == {}


def test_without_a_cache_nothing_is_kept():
    add(None, x=1)
    assert held(None) == {}
