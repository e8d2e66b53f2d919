"""Figures worked out by hand from corpora of a few observations."""

from __future__ import annotations

import math

import pyarrow as pa
import pytest
from compare_corpora import corpus, label

from framing.compare import compare

SIX = [(f"{outlet}{number}", outlet) for outlet in "AB" for number in range(6)]


def figure(estimates: pa.Table, measure: str, statistic: str, outlet: str = "A", **where: object) -> dict[str, object]:
    """The one row of that description; actor and category are null and voice is outlet unless given."""
    wanted = {"measure": measure, "statistic": statistic, "outlet": outlet, "actor": None, "voice": "outlet", "category": None} | where
    [found] = [row for row in estimates.to_pylist() if all(row[name] == value for name, value in wanted.items())]
    return found


def labels_of_six() -> dict[str, pa.Table]:
    """A: 24 labels of x, in each of 6 articles two 'rebels', one 'armed rebels', one 'terrorists'. B: 24 'militants' of x."""
    words = [
        label(article, text) for article, outlet in SIX if outlet == "A" for text in ("rebels", "Rebels", "the armed rebels", "terrorists")
    ]
    words += [label(article, "militants") for article, outlet in SIX if outlet == "B" for _ in range(4)]
    return corpus(*SIX, mentions=words)


def test_shares_of_facets_heads_and_wordings():
    estimates = compare(labels_of_six(), draws=200)
    shares = {
        ("label_facets", "political"): 18 / 24,
        ("label_facets", "criminal"): 6 / 24,
        ("label_facets", "military"): 6 / 24,
        ("label_facets", "none"): None,
        ("label_heads", "rebel"): 18 / 24,
        ("label_texts", "rebels"): 12 / 24,
        ("label_texts", "armed rebels"): 6 / 24,
    }
    for (measure, category), share in shares.items():
        if share is None:
            assert not [row for row in estimates.to_pylist() if row["measure"] == measure and row["category"] == category]
            continue
        for actor in ("x", None):
            found = figure(estimates, measure, "share", actor=actor, category=category)
            assert found["value"] == pytest.approx(share)
            assert (found["articles"], found["observations"]) == (6, 24)
    assert figure(estimates, "label_facets", "count", actor="x", category="criminal")["value"] == 6
    assert figure(estimates, "label_facets", "share", "B", actor="x", category="criminal")["value"] == 0


def test_every_article_the_same_leaves_no_interval():
    found = figure(compare(labels_of_six(), draws=200), "label_facets", "share", actor="x", category="political")
    assert found["low"] is None and found["high"] is None
    assert "no interval" in found["note"]


def test_permutation_p_of_a_perfect_split_is_the_chance_of_that_split():
    # Of the C(12, 6) = 924 ways to deal 12 articles, two separate them: p is near 2 / 924.
    found = figure(compare(labels_of_six(), draws=4000), "label_facets", "share", actor="x", category="criminal")
    assert 0.0005 < found["p_value"] < 0.006
    assert found["q_value"] >= found["p_value"]


def test_permutation_keeps_to_the_event():
    # Each outlet has an event of its own: nothing can be exchanged, so no test.
    tables = labels_of_six()
    events = dict(SIX)
    estimates = compare(corpus(*SIX, event=events) | {"mentions": tables["mentions"]}, draws=200)
    assert figure(estimates, "label_facets", "share", actor="x", category="criminal")["p_value"] is None
    [held] = [
        row for row in estimates.to_pylist() if (row["measure"], row["category"], row["statistic"]) == ("tests", "label_facets", "held_out")
    ]
    assert held["value"] > 0


def test_few_articles_or_observations_give_counts_alone():
    articles = [(f"{outlet}{number}", outlet) for outlet, size in (("A", 4), ("B", 6), ("C", 6)) for number in range(size)]
    words = [label(article, "rebels") for article, outlet in articles for _ in range({"A": 9, "B": 3, "C": 4}[outlet])]
    estimates = compare(corpus(*articles, mentions=words), draws=200)
    reasons = {"A": "fewer than 5 articles: count only", "B": "fewer than 20 observations: count only", "C": None}
    for outlet, reason in reasons.items():
        share = figure(estimates, "label_heads", "share", outlet, actor="x", category="rebel")
        assert (share["value"] is None) == (outlet != "C")
        assert outlet == "C" or share["note"] == reason
        assert (share["low"] is None and share["p_value"] is None) or outlet == "C"
    assert figure(estimates, "label_heads", "count", "A", actor="x", category="rebel")["value"] == 36


def test_one_article_per_outlet_compares_articles():
    estimates = compare(corpus(("a", "A"), ("b", "B"), mentions=[label("a", "rebels") for _ in range(30)]), draws=200)
    rows = [row for row in estimates.to_pylist() if row["measure"] != "tests"]
    assert rows and all(row["value"] is None for row in rows if row["statistic"] != "count")
    assert all("one article per outlet" in row["note"] for row in rows if row["measure"] == "label_facets")
    assert figure(estimates, "label_heads", "count", actor="x", category="rebel")["value"] == 30


def test_voices_add_up():
    said = [label(article, "rebels", voice=voice) for article, _ in SIX for voice in ("outlet", "outlet", "direct", "indirect", "indirect")]
    estimates = compare(corpus(*SIX, mentions=said), draws=200)
    counts = {"outlet": 12, "direct": 6, "indirect": 12, "quoted": 18, "all": 30}
    for voice, count in counts.items():
        assert figure(estimates, "naming", "count", actor="x", category="label", voice=voice)["value"] == count


def test_articles_left_out_count_nowhere():
    tables = corpus(*SIX, mentions=[label(article, "rebels") for article, _ in SIX for _ in range(5)])
    articles = tables["articles"].to_pylist()
    kept = pa.table(
        {
            name: [row[name] if name != "kept" else row["article_id"] != "A0" for row in articles]
            for name in tables["articles"].column_names
        },
        schema=tables["articles"].schema,
    )
    found = figure(compare(tables | {"articles": kept}, draws=200), "naming", "share", actor="x", category="label")
    assert (found["articles"], found["observations"]) == (5, 25)


def test_share_of_attributed_words_is_of_words_and_stance_of_attributions():
    said = []
    for article, _ in SIX:
        for place, (who, words, stance) in enumerate(
            [("x", 30, "neutral"), ("x", 10, "doubting"), ("other", 10, "neutral"), (None, 50, None)]
        ):
            source = {"source": "someone" if place < 3 else "", "source_actor": who, "source_type": "official" if who else "anonymous"}
            said.append(
                {"article_id": article, "attribution": place, "sentence": 0, "form": "direct", "content_words": words, "stance": stance}
                | source
            )
    estimates = compare(corpus(*SIX, attributions=said), draws=200)
    for category, share in {"x": 0.4, "other": 0.1, "none": 0.5}.items():
        assert figure(estimates, "sources_by_actor", "share", category=category, voice="quoted")["value"] == pytest.approx(share)
    assert figure(estimates, "sources_by_type", "share", category="anonymous", voice="direct")["value"] == pytest.approx(0.5)
    assert figure(estimates, "anonymity", "share", category="anonymous", voice="quoted")["value"] == pytest.approx(0.25)
    stance = figure(estimates, "stance", "count", category="doubting", voice="quoted")
    assert (stance["value"], stance["observations"]) == (6, 18)
    assert figure(estimates, "stance", "count", actor="x", category="neutral", voice="quoted")["observations"] == 12


def test_attitudes_and_objects_of_judgment_are_no_attributed_words():
    said = [
        {"article_id": article, "attribution": place, "form": "indirect", "content_words": 10, "stance": "neutral", "source": "x",
         "source_actor": "x", "spoken": place == 0}
        for article, _ in SIX for place in range(2)
    ]  # fmt: skip
    estimates = compare(corpus(*SIX, attributions=said), draws=200)
    assert figure(estimates, "stance", "count", category="neutral", voice="quoted")["value"] == 6


def test_tone_is_the_mean_of_article_means():
    # One article with ten mentions at 0.5 and five articles with two at -0.1: (0.5 - 5 * 0.1) / 6 = 0, not the mean of 20.
    tone = []
    for article, _ in SIX[:6]:
        times, polarity = (10, 0.5) if article == "A0" else (2, -0.1)
        shares = {"positive": max(polarity, 0.0), "negative": max(-polarity, 0.0), "neutral": 0.5, "label": "neutral"}
        tone += [
            {"article_id": article, "sentence": 0, "start": n, "end": n, "actor": "x", "voice": "outlet"} | shares for n in range(times)
        ]
    found = figure(compare(corpus(*SIX, tone=tone), draws=200), "tone", "mean", actor="x")
    assert found["value"] == pytest.approx(0.0, abs=1e-9)
    assert (found["articles"], found["observations"]) == (6, 20)
    assert found["low"] < 0 < found["high"]


def test_rates_are_per_thousand_words_of_the_voice():
    # Each article has 100 words, 40 of them quoted; two loaded words of its own and one quoted.
    words = [
        {"article_id": article, "sentence": n, "words": 50, "words_direct": 20 * n, "words_indirect": 20 * n}
        for article, _ in SIX
        for n in (0, 1)
    ]
    hits = [("outlet", 1), ("outlet", 2), ("direct", 3)]
    loaded = [
        {"article_id": a, "sentence": 0, "start": n, "end": n, "category": "loaded", "voice": voice} for a, _ in SIX for voice, n in hits
    ]
    estimates = compare(corpus(*SIX, sentences=words, language=loaded), draws=200)
    rates = {"outlet": 2000 / 60, "direct": 1000 / 20, "quoted": 1000 / 40, "all": 3000 / 100}
    for voice, rate in rates.items():
        assert figure(estimates, "language", "rate_per_1000_words", category="loaded", voice=voice)["value"] == pytest.approx(
            rate, abs=1e-6
        )
    assert figure(estimates, "language", "count", category="loaded")["observations"] == 360


def test_frames_are_per_thousand_words_of_the_voice_and_apart_by_lexicon():
    words = [{"article_id": a, "sentence": 0, "words": 100, "words_direct": 40, "words_indirect": 0} for a, _ in SIX]
    hits = [("generic:morality", "outlet"), ("policy:morality", "outlet"), ("policy:morality", "direct")]
    hits = [{"article_id": a, "start": n, "frame": frame, "voice": voice} for a, _ in SIX for n, (frame, voice) in enumerate(hits)]
    estimates = compare(corpus(*SIX, sentences=words, frame_hits=hits), draws=200)
    rates = {("generic_frames", "outlet"): 1000 / 60, ("policy_frames", "outlet"): 1000 / 60, ("policy_frames", "quoted"): 1000 / 40}
    for (measure, voice), rate in rates.items():
        found = figure(estimates, measure, "rate_per_1000_words", category="morality", voice=voice)["value"]
        assert found == pytest.approx(rate, abs=1e-6)
    assert figure(estimates, "generic_frames", "rate_per_1000_words", category="morality", voice="quoted")["value"] == 0


def test_passives_without_agent_among_passives():
    how = ["agentless_passive"] * 3 + ["passive_with_agent"] + ["active"] * 5
    clauses = [
        {
            "article_id": article,
            "verb_start": n,
            "verb_end": n,
            "voice": "outlet",
            "construction": construction,
            "category": "violence" if n else None,
        }
        for article, _ in SIX
        for n, construction in enumerate(how)
    ]
    estimates = compare(corpus(*SIX, actions=clauses), draws=200)
    assert figure(estimates, "agentless_passives", "share")["value"] == pytest.approx(3 / 4)
    assert figure(estimates, "agentless_passives", "count", category="violence")["value"] == 12
    assert figure(estimates, "agentless_passives", "count", category="violence")["observations"] == 18


def test_participles_are_no_passives():
    clauses = [
        {"article_id": article, "verb_start": n, "verb_end": n, "voice": "outlet", "construction": how}
        for article, _ in SIX
        for n, how in enumerate(["participle"] * 4 + ["agentless_passive"])
    ]
    assert figure(compare(corpus(*SIX, actions=clauses), draws=200), "agentless_passives", "count")["observations"] == 6


def test_readability_is_the_mean_over_articles():
    scores = [{"article_id": article, "metric": "grade", "value": float(n)} for n, (article, _) in enumerate(SIX[:6])]
    sentences = [{"article_id": article, "sentence": n, "words": 9} for article, _ in SIX for n in range(4)]
    found = figure(
        compare(corpus(*SIX, readability=scores, sentences=sentences), draws=500), "readability", "mean", category="grade", voice="all"
    )
    assert (found["value"], found["articles"], found["observations"]) == (2.5, 6, 24)
    assert 0.8 < found["low"] < 2.0 < 3.0 < found["high"] < 4.2


def test_log_odds_of_a_label_by_hand():
    # A: 18 rebels and 6 terrorists of 24; B: 24 militants. Prior of rebel: 18 of 48, scaled to 24: 9 of 24.
    estimates = compare(labels_of_six(), draws=200)
    found = figure(estimates, "distinctive_labels", "log_odds", category="terrorist")
    prior = 6 / 48 * 24
    by_hand = math.log((6 + prior) / (24 + 24 - 6 - prior)) - math.log(prior / (24 + 24 - prior))
    assert found["value"] == pytest.approx(by_hand, abs=1e-6)
    z = by_hand / math.sqrt(1 / (6 + prior) + 1 / prior)
    assert figure(estimates, "distinctive_labels", "z", category="terrorist")["value"] == pytest.approx(z, abs=1e-6)
    assert figure(estimates, "distinctive_labels", "log_odds", "B", category="militant")["value"] > 0


def test_coverage_counts_what_was_not_resolved():
    words = [label(article, "group", actor=None if n == 0 else "x") for article, _ in SIX for n in range(4)]
    found = figure(compare(corpus(*SIX, mentions=words), draws=200), "unresolved_mentions", "share", voice="all")
    assert found["value"] == pytest.approx(0.25)


def test_errors_teach():
    with pytest.raises(ValueError, match="framing observe"):
        compare({})
    twice = corpus(("a", "A"), ("a", "B"))
    with pytest.raises(ValueError, match="repeated article_id a"):
        compare(twice)
    with pytest.raises(ValueError, match="no outlet for article a"):
        compare(corpus(("a", "")))
    with pytest.raises(ValueError, match="unknown voice shouting"):
        compare(corpus(*SIX, mentions=[label("A0", "rebels", voice="shouting")]))
    with pytest.raises(ValueError, match="at least 2"):
        compare(corpus(*SIX), minimum_articles=1)


def test_nothing_observed_gives_no_estimates():
    assert compare(corpus(*SIX)).num_rows == 0
    assert compare(corpus()).num_rows == 0
