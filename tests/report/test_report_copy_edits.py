import csv
import io

from framing.article import Article
from framing.corpus import edits
from framing.report.copy_edits import CSV, PAGE, copy_edits
from framing.report.names import Names
from framing.tables import build

STORY = (
    "Late in the week the rebels took the northern bridge while the river rose over both banks. A spokesman of the council said that "
    "nobody was hurt when the old mill burned down "
    "beside the road to the <b>harbour</b>. Two boats with food waited at the pier until dark came."
)


def made(*, mention=True):
    other = STORY.replace("rebels", "terrorists").replace("old mill", "new mill")
    articles = [
        Article(article_id="a", outlet="Herald", text=STORY, read_from="a", wire="AFP"),
        Article(article_id="b", outlet="Cou|rier", text=other, read_from="b"),
    ]
    rows = [{"article_id": "a", "start": 21, "end": 27, "actor": "guard", "text": "rebels"}] if mention else []
    return copy_edits(edits(articles), build("mentions", rows), Names({"guard": "Valley Guard"}))


def test_labels_of_actors_come_first_and_the_rest_is_in_the_file():
    found = made()
    assert "In 1 pair of articles" in found.says[0]
    assert "2 passages differ in content words; in 1 of them the words name or label an actor" in found.says[0]
    assert "| Herald (AFP)" in found.table
    assert "“terrorists”" in found.table
    assert "Valley Guard" in found.table
    assert "mill" not in found.table
    rows = list(csv.DictReader(io.StringIO(found.files[CSV])))
    assert [(row["words"], row["other_words"], row["actor"], row["agency"]) for row in rows] == [
        ("rebels", "terrorists", "guard", "AFP"), ("old", "new", "", "AFP")
    ]  # fmt: skip
    assert STORY[int(rows[0]["start"]) : int(rows[0]["end"])] == "rebels"


def test_the_page_shows_both_passages():
    page = made().files[PAGE]
    assert "the **rebels** took" in page
    assert "the **terrorists** took" in page
    assert "<b>" not in page.replace("\\<", "")


def test_without_mentions_all_edits_are_shown():
    assert "“old”" in made(mention=False).table


def test_nothing_shared():
    found = copy_edits([], build("mentions", []), Names({}))
    assert (found.table, found.files) == ("", {})
    assert "No two articles" in found.says[0]
