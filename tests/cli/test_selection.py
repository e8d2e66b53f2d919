import csv
import json

import pytest
from click.testing import CliRunner

from framing import charts
from framing.cli import main

TEXT = "{title}\n\nRebels took the {place} on {day}. The army said that the soldiers had left {place} before. {outlet} will tell more.\n"


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    monkeypatch.setattr(charts, "CHARTS", ())
    folder = tmp_path / "articles"
    folder.mkdir()
    for outlet, day, place in (("Herald", "2024-05-01", "bridge"), ("Courier", "2024-05-03", "harbour"), ("Post", "2024-07-01", "hill")):
        text = TEXT.format(title=f"{outlet} on the {place}", place=place, day=day, outlet=outlet)
        (folder / f"{outlet}_{day}_story.txt").write_text(text, encoding="utf-8")
    return folder


def run(corpus, *more):
    out = corpus.parent / "report"
    options = ["--topic", "syria", "--draws", "100", "--workers", "1", "--cache", str(corpus.parent / "cache")]
    result = CliRunner().invoke(main, ["report", str(corpus), "--out", str(out), *options, *more])
    return result, out


def test_choices_are_told_and_recorded(corpus):
    chosen = ("--outlets", "herald,Courier", "--until", "2024-06-01", "--actors", "Rebels", "--by", "month", "--without-wire")
    result, out = run(corpus, *chosen)
    assert result.exit_code == 0, result.output
    assert "2 of 3 articles, 2 outlets" in result.output
    text = (out / "report.md").read_text(encoding="utf-8")
    assert "only Herald and Courier were chosen" in text
    assert "Only articles of 2024-06-01 or earlier were chosen." in text
    assert "Agency copy was left out." in text
    assert "about Rebels alone" in text
    assert "Change over time is by month." in text
    assert "1 further article was left out: of another outlet than those chosen." in text
    chosen = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["options"]
    assert chosen == {"draws": 100, "seed": 20241208, "outlets": ["Herald", "Courier"], "actors": ["rebels"], "until": "2024-06-01",
                      "by": "month", "without_wire": True}  # fmt: skip
    assert "### Facets of the labels for Government forces" not in text
    with (out / "estimates.csv").open(encoding="utf-8", newline="") as file:
        assert "government_forces" in {row["actor"] for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--outlets", "", "--actors", ","), "--outlets: '' names no outlet; leave the option out for all, or choose of Courier,"),
        (("--outlets", "Heralt"), "did you mean 'Herald'?"),
        (("--actors", "rebles,Narnia"), "Did you mean rebels (Rebels)?"),
        (("--since", "May 2024"), "write it as YYYY-MM-DD"),
        (("--since", "2024-06-01", "--until", "2024-05-01"), "is after --until"),
        (("--since", "2030-01-01"), "3 left out: outside the time chosen"),
        (("--events", "nowhere.csv"), "cannot be read"),
    ],
)
def test_wrong_choices_teach_and_write_nothing(corpus, options, says):
    result, out = run(corpus, *options)
    assert result.exit_code != 0
    assert says in result.output
    assert not out.exists()
