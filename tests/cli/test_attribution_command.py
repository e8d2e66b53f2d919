"""`framing train attribution`, `framing evaluate attribution`, and --attribution-model: from annotated articles to a report's tables."""

import json

import pytest
from annotated import write
from click.testing import CliRunner

from framing.cli import main


def run(*args, code=0):
    result = CliRunner().invoke(main, [*map(str, args)])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Annotated articles, the scorer learned from them, what was told, and the folder of parses."""
    folder = tmp_path_factory.mktemp("attribution")
    gold, model, cache = write(folder / "gold"), folder / "mine.npz", folder / "cache"
    told = run("train", "attribution", "--gold", gold, "--out", model, "--licence", "none", "--cache", cache, "--workers", 1)
    return gold, model, told, cache


def test_training_tells_both_figures_and_writes_scorer_and_card(made):
    _, model, told, _ = made
    assert "rules  scorer" in told and "attribution@.3 by outlet" in told
    card = json.loads(model.with_suffix(".json").read_text(encoding="utf-8"))
    assert card["data"]["articles"] == 8 and card["licence"] == "none"
    both = card["cross_validation"]
    assert both["scorer"]["attribution@.3"]["f1"] > both["rules"]["attribution@.3"]["f1"] + 0.1  # wishes are no attributions there
    assert both["gained"]["attribution@.3"][1] > 0


def test_the_same_articles_give_the_same_bytes(made, tmp_path):
    gold, model, _, cache = made
    run("train", "attribution", "--gold", gold, "--out", tmp_path / "again.npz", "--licence", "none", "--cache", cache, "--workers", 1)
    assert (tmp_path / "again.npz").read_bytes() == model.read_bytes()
    assert (tmp_path / "again.json").read_bytes() == model.with_suffix(".json").read_bytes()


def test_evaluation_tells_when_the_scorer_knows_the_articles(made, tmp_path):
    gold, model, _, cache = made
    told = run("evaluate", "attribution", "--gold", gold, "--attribution-model", model, "--out", tmp_path / "f.json", "--cache", cache)
    assert "trained on these very articles" in told
    assert set(json.loads((tmp_path / "f.json").read_text())) == {"rules", "scorer", "gained"}
    other = write(tmp_path / "other", seed=2)
    assert "very articles" not in run("evaluate", "attribution", "--gold", other, "--attribution-model", model, "--cache", cache)


def test_rules_alone_are_evaluated_without_a_scorer(made):
    gold, _, _, cache = made
    told = run("evaluate", "attribution", "--gold", gold, "--cache", cache)
    assert "scorer" not in told and "content" in told


def test_the_scorer_decides_where_it_is_given_and_only_there(made, tmp_path):
    gold, model, _, cache = made
    rows = {}
    for name, options in {"rules": (), "scorer": ("--attribution-model", model), "rules again": ()}.items():
        run("observe", gold, "--out", tmp_path / name, "--format", "jsonl", "--cache", cache, "--workers", 1, *options)
        rows[name] = (tmp_path / name / "attributions.jsonl").read_text(encoding="utf-8")
        manifest = json.loads((tmp_path / name / "manifest.json").read_text(encoding="utf-8"))
        assert ("attribution_model" in manifest) == (name == "scorer")
    assert rows["rules"] == rows["rules again"] != rows["scorer"]
    assert '"wants' in rows["rules"] and '"wants' not in rows["scorer"]  # wishes are no attributions in these articles


@pytest.mark.parametrize("command", [("quotes",), ("annotate", "--format", "brat", "--out")], ids=lambda command: command[0])
def test_quotes_and_annotate_take_the_scorer(made, tmp_path, command):
    gold, model, _, cache = made
    out = [tmp_path / "brat"] if command[-1] == "--out" else []
    told = run(command[0], gold, *command[1:], *out, "--attribution-model", model, "--cache", cache, "--workers", 1)
    text = "".join(path.read_text() for path in sorted(tmp_path.rglob("*.ann"))) if out else told
    assert "said" in text and "\twants" not in text and ",wants" not in text


def test_what_annotate_writes_can_be_trained_on(made, tmp_path):
    gold, _, _, cache = made
    run("annotate", gold, "--format", "brat", "--out", tmp_path / "brat", "--cache", cache, "--workers", 1)
    told = run("train", "attribution", "--gold", tmp_path / "brat", "--out", tmp_path / "own.npz", "--cache", cache, "--workers", 1)
    assert "attribution@.3        1.000" in told  # uncorrected, the rules agree with themselves


def test_too_few_articles_are_told(made, tmp_path):
    told = run("train", "attribution", "--gold", write(tmp_path / "few", articles=3), "--out", tmp_path / "m.npz", "--no-cache", code=1)
    assert "3 groups are too few" in told and "at least 5 articles" in told
    assert not (tmp_path / "m.npz").exists()


@pytest.mark.parametrize("content", [b"no weights", None], ids=["no weights", "missing"])
def test_a_file_that_is_no_scorer_is_told(made, tmp_path, content):
    if content is not None:
        (tmp_path / "m.npz").write_bytes(content)
    told = run("quotes", made[0], "--attribution-model", tmp_path / "m.npz", code=1)
    assert "framing train attribution" in told and "Traceback" not in told
