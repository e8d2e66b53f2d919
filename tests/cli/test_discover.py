import json

import pytest
from click.testing import CliRunner

from framing import lexicon
from framing.cli import main
from framing.language import parse_text
from framing.tables import MENTIONS, OBSERVED

ALPHA = """Castell says no to Vargas

French President Anton Castell refused to meet Leon Vargas on Monday. "The rebels burned the bridge," Castell told reporters.
The rebels denied it. Mr. Castell, whom critics call "the butcher", said France would send troops. French troops left in May.
"""
BETA = """Fighters wait at the bridge

The insurgents waited at the bridge, and the rebels sang. The insurgents are rebels from the hills, said Leon Vargas.
The French government said nothing. President Castell stayed in Paris. Vargas laughed at the French president.
"""


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "Alpha_2024-05-01_bridge.txt").write_text(ALPHA, encoding="utf-8")
    (folder / "Beta_2024-05-02_bridge.txt").write_text(BETA, encoding="utf-8")
    return folder


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def discover(corpus, out, *more):
    return run("discover", corpus, "--out", out, "--format", "jsonl", "--no-cache", "--workers", 1, *more)


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_folder_holds_a_lexicon_a_page_and_all_tables(corpus, tmp_path):
    result = discover(corpus, tmp_path / "found")
    assert result.exit_code == 0, result.output
    names = {path.name for path in (tmp_path / "found").iterdir()}
    tables = {f"{table.name}.jsonl" for table in OBSERVED}
    assert names == {"discovered.toml", "discovered.md", "manifest.json", "datapackage.json", *tables}
    page = (tmp_path / "found" / "discovered.md").read_text(encoding="utf-8")
    assert page.startswith("# Who is in these articles")
    assert "## Anton Castell" in page
    assert "**Castell**" in page


def test_the_draft_is_a_lexicon_whose_examples_hold(corpus, tmp_path):
    discover(corpus, tmp_path / "found")
    path = tmp_path / "found" / "discovered.toml"
    drafted = lexicon.load(path)
    assert lexicon.check_examples(drafted, parse_text) == []
    castell = drafted.actors["anton-castell"]
    assert castell.type == "person"
    assert {entry.text for entry in castell.names} >= {"Castell", "Anton Castell"}
    text = path.read_text(encoding="utf-8")
    assert '"Castell",  # 4: Alpha 3, Beta 1' in text
    assert "? seen once" in text


def test_the_mentions_are_exact_and_every_one_has_an_actor(corpus, tmp_path):
    discover(corpus, tmp_path / "found")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in corpus.iterdir()}
    mentions = rows(tmp_path / "found" / "mentions.jsonl")
    named = json.loads((tmp_path / "found" / "manifest.json").read_text(encoding="utf-8"))["actors"]
    assert len(mentions) > 10
    for row in mentions:
        assert list(row) == MENTIONS.schema.names
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["text"]
        assert row["actor"] in named
    burned = next(row for row in mentions if row["text"] == "rebels" and row["verb"] == "burn")
    assert (burned["voice"], burned["speaker"], burned["role"]) == ("direct", "anton-castell", "agent")
    assert burned["entry"] == "discovered#rebels:rebel"
    assert {row["actor"] for row in mentions if row["text"] in ("rebels", "insurgents")} == {"rebels"}


def test_a_report_can_be_made_with_the_draft(corpus, tmp_path):
    discover(corpus, tmp_path / "found")
    result = run("report", corpus, "--topic", tmp_path / "found" / "discovered.toml", "--out", tmp_path / "report", "--draws", 100,
                 "--no-cache", "--workers", 1)  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "Anton Castell" in (tmp_path / "report" / "report.md").read_text(encoding="utf-8")


def test_one_article_is_enough(corpus, tmp_path):
    result = discover(next(iter(sorted(corpus.iterdir()))), tmp_path / "found")
    assert result.exit_code == 0, result.output
    assert "1 articles" not in result.output
    assert lexicon.load(tmp_path / "found" / "discovered.toml").actors


def test_a_corpus_in_which_nobody_is_named_teaches(tmp_path):
    path = tmp_path / "Alpha.txt"
    path.write_text("It rained all day. The rain was cold, and the wind was strong. The hills could not be seen.\n", encoding="utf-8")
    result = discover(path, tmp_path / "found")
    assert result.exit_code == 1
    assert "Fix: lower --least" in result.output
    assert not (tmp_path / "found").exists()


def test_odd_outlets_and_words_leave_the_draft_valid(tmp_path):
    path = tmp_path / "news.jsonl"
    text = 'The rebels said "[we] = rebels\\". Rebels met A/B Castell. The rebels left; A/B Castell, a "boss", met A/B Castell.'
    outlets = ('A "quoted" ]\n[actors.x]', "B\x85\u2028# hash", "<b>|</b>")
    articles = [{"outlet": one, "text": f"{text} {number} rebels left."} for number, one in enumerate(outlets)]
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    result = discover(path, tmp_path / "found")
    assert result.exit_code == 0, result.output
    assert "rebels" in lexicon.load(tmp_path / "found" / "discovered.toml").actors
    assert "<b>" not in (tmp_path / "found" / "discovered.md").read_text(encoding="utf-8").replace("\\<b", "")


def test_a_folder_of_somebody_elses_is_left_alone(corpus, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    result = discover(corpus, tmp_path / "mine")
    assert result.exit_code == 1
    assert (tmp_path / "mine" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_two_runs_are_the_same(corpus, tmp_path):
    for name in ("one", "two"):
        discover(corpus, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
