"""Differences on other terms, from sums by article made by hand."""

import numpy as np

from framing.compare import checks
from framing.compare.cell import ByArticle
from framing.compare.resample import sample
from framing.compare.robustness import stricter, without_one_article
from framing.compare.rules import Rules
from framing.tables import build

RULES = Rules(minimum_articles=2, minimum_observations=5)


def drawn(each=6):
    rows = [{"article_id": f"{outlet}{number}", "outlet": outlet, "kept": True} for outlet in ("high", "low") for number in range(each)]
    return sample(build("articles", rows), draws=200, seed=1)


def cell(weight, size=10):
    weight = np.array(weight, float)
    return ByArticle(weight, np.full(len(weight), float(size)), np.full(len(weight), float(size)))


def test_a_difference_in_every_article_survives_the_loss_of_any():
    trial = without_one_article(cell([8, 9, 8, 9, 8, 9, 1, 2, 1, 2, 1, 2]), drawn(), "high", "low", RULES)
    assert trial.survives and trial.left_out in {"high1", "high3", "high5", "low0", "low2", "low4"}
    assert trial.low.value < 0.2 and trial.high.value > 0.8


def test_a_difference_that_one_article_makes_falls_without_it():
    sums = cell([60, 1, 2, 1, 2, 1, 1, 2, 1, 2, 1, 2])
    trial = without_one_article(sums, drawn(), "high", "low", RULES)
    assert trial.left_out == "high0" and not trial.survives and trial.defined


def test_with_too_little_left_nothing_survives():
    trial = without_one_article(cell([9, 9, 1, 1]), drawn(2), "high", "low", RULES)
    assert not trial.defined and not trial.survives


def test_twice_the_minimum_is_asked_of_both():
    rules = Rules()
    assert stricter({"articles": 10, "observations": 40}, {"articles": 11, "observations": 400}, rules)
    assert not stricter({"articles": 10, "observations": 40}, {"articles": 9, "observations": 400}, rules)
    assert not stricter({"articles": 10, "observations": 39}, {"articles": 10, "observations": 40}, rules)


def test_sources_words_are_counted_in_for_figures_of_the_own_voice_only():
    ids = [(f"{outlet}{number}", outlet) for outlet in ("high", "low") for number in range(6)]
    mentions = [
        {"article_id": article, "sentence": 0, "start": place, "end": place + 1, "text": "rebels", "actor": "x", "kind": kind,
         "head": "rebel", "facets": [], "voice": voice}
        for article, outlet in ids
        for place, (kind, voice) in enumerate(
            [("name" if outlet == "high" else "label", "outlet")] * 5 + [("label" if outlet == "high" else "name", "direct")] * 5
        )
    ]  # fmt: skip
    articles = build("articles", [{"article_id": article, "outlet": outlet, "kept": True} for article, outlet in ids])
    tables = {"articles": articles, "mentions": build("mentions", mentions)}
    row = {"measure": "naming", "statistic": "share", "actor": "x", "category": "name", "voice": "outlet", "outlet": "high"}
    looked = checks(tables, draws=100)
    trial = looked.all_voices(row, row | {"outlet": "low"})
    assert (trial.high.value, trial.low.value) == (0.5, 0.5) and not trial.survives
    assert looked.all_voices(row | {"voice": "quoted"}, row | {"voice": "quoted", "outlet": "low"}) is None


def labelled(of_high, of_low, each=6):
    """Tables and rows of the share of criminal labels; labels: (entry, whether its facet is criminal), in each article of an outlet."""
    ids = [(f"{outlet}{number}", outlet) for outlet in ("high", "low") for number in range(each)]
    mentions = [
        {"article_id": article, "sentence": 0, "start": place, "end": place + 1, "text": word, "actor": "x", "kind": "label", "head": word,
         "facets": ["criminal"] if criminal else ["military"], "voice": "outlet", "entry": f"t#x:{word}"}
        for article, outlet in ids
        for place, (word, criminal) in enumerate(of_high if outlet == "high" else of_low)
    ]  # fmt: skip
    articles = build("articles", [{"article_id": article, "outlet": outlet, "kept": True} for article, outlet in ids])
    row = {"measure": "label_facets", "statistic": "share", "actor": "x", "category": "criminal", "voice": "outlet", "outlet": "high"}
    return {"articles": articles, "mentions": build("mentions", mentions)}, row, row | {"outlet": "low"}


PLAIN = [("fighter", False), ("soldier", False), ("unit", False), ("group", False)]


def test_a_difference_that_one_word_makes_falls_without_it_and_is_lost_in_half_of_the_halves():
    tables, high, low = labelled([("bandit", True)] * 4 + PLAIN, PLAIN * 2)
    looked = checks(tables, draws=100)
    trial = looked.without_commonest_entry(high, low)
    assert trial.left_out == "bandit" and not trial.survives and trial.high.value == 0
    assert 4 <= looked.halves(high, low) <= 16


def test_a_difference_that_many_words_make_holds_in_every_half():
    many = [(word, True) for word in ("bandit", "thug", "gangster", "looter", "mercenary", "robber")]
    tables, high, low = labelled(many, PLAIN * 2)
    looked = checks(tables, draws=100)
    assert looked.halves(high, low) == 20
    assert looked.without_commonest_entry(high, low).survives


def test_where_the_category_is_a_word_its_own_entry_stays():
    tables, high, low = labelled([("bandit", True)] * 4 + PLAIN, PLAIN * 2)
    head = {"measure": "label_heads", "category": "bandit"}
    looked = checks(tables, draws=100)
    assert looked.without_commonest_entry(high | head, low | head) is None
    assert looked.halves(high | head, low | head) == 20


def test_what_no_entries_make_cannot_be_halved():
    tables, high, low = labelled(PLAIN, PLAIN)
    looked = checks(tables, draws=100)
    row = {"measure": "article_words", "statistic": "mean", "actor": None, "category": None, "voice": "all"}
    assert looked.halves(high | row, low | row) is None and looked.without_commonest_entry(high | row, low | row) is None
    few, high, low = labelled([("bandit", True), ("fighter", False)], [("fighter", False)])
    assert checks(few, draws=100).halves(high, low) is None


def test_another_lexicon_gives_its_own_figures():
    _, high, low = labelled([("bandit", True)] * 4 + PLAIN, PLAIN * 2)
    other, *_ = labelled([("bandit", False)] * 4 + PLAIN, PLAIN * 2)
    trial = checks(other, draws=100).again(high, low)
    assert not trial.survives and trial.high.value == 0
    assert checks(other, draws=100).again(high | {"actor": "nobody"}, low) is None
