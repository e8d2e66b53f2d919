"""Distances between profiles, and telling outlets apart by their words."""

import numpy as np
import pytest
from compare_corpora import corpus, label, random_corpus
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from framing.charts.outlet_map import plane
from framing.compare import compare, evidence
from framing.compare.distances import clusters, jensen_shannon


@given(arrays(float, (4, 6), elements=st.integers(0, 50).map(float)).map(lambda counts: counts + np.eye(4, 6)))
def test_a_distance_is_symmetric_between_0_and_1_and_obeys_the_triangle(counts):
    found = jensen_shannon(counts)
    assert np.allclose(found, found.T) and np.allclose(np.diag(found), 0)
    assert (found >= 0).all() and (found <= 1 + 1e-9).all()
    assert (found[:, None, :] <= found[:, :, None] + found[None, :, :] + 1e-7).all()


def test_the_same_profile_is_0_apart_however_often_and_another_1():
    found = jensen_shannon(np.array([[1.0, 2.0, 0.0], [10.0, 20.0, 0.0], [0.0, 0.0, 5.0]]))
    assert found[0, 1] == pytest.approx(0, abs=1e-6) and found[0, 2] == pytest.approx(1)


def test_clusters_join_what_is_near():
    distance = np.array([[0, 0.1, 0.9, 0.9], [0.1, 0, 0.9, 0.9], [0.9, 0.9, 0, 0.2], [0.9, 0.9, 0.2, 0]])
    assert set(clusters(distance)) == {frozenset({0, 1}), frozenset({2, 3})}
    assert clusters(distance[:2, :2]) == []


def test_a_plane_keeps_the_distances_that_it_can_show():
    points = np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 4.0], [1.0, 1.0]])
    matrix = np.linalg.norm(points[:, None] - points[None], axis=-1)
    places, shown = plane(matrix)
    assert np.allclose(np.linalg.norm(places[:, None] - places[None], axis=-1), matrix) and shown == pytest.approx(1)
    assert np.array_equal(places, plane(matrix)[0])


def told(tables, measure, statistic):
    return [row for row in compare(tables, draws=200).to_pylist() if row["measure"] == measure and row["statistic"] == statistic]


def profiles(wording):
    """Two profiles of three outlets; wording: outlet -> label."""
    ids = [(f"{outlet}{number}", outlet) for outlet in wording for number in range(6)]
    mentions = [label(article, wording[outlet]) for article, outlet in ids for _ in range(6)]
    language = [
        {"article_id": article, "sentence": 0, "start": place, "end": place + 1, "category": "hedge", "entry": "e", "voice": "outlet"}
        for article, _ in ids
        for place in range(6)
    ]
    return corpus(*ids, mentions=mentions, language=language)


def test_outlets_with_the_same_labels_are_nearest_and_the_third_far():
    rows = told(profiles({"A": "rebels", "B": "rebels", "C": "terrorists"}), "distance", "jensen_shannon")
    value = {(row["outlet"], row["category"]): row["value"] for row in rows}
    assert value["A", "B"] == 0 and value["A", "C"] == pytest.approx(0.5)  # all of labels, nothing of language
    assert {row["note"] for row in rows} == {"profiles: labels, language"}
    nearest = told(profiles({"A": "rebels", "B": "rebels", "C": "terrorists"}), "distance", "nearest")
    assert {row["category"]: row["value"] for row in nearest if row["outlet"] == "A"} == {"B": 1.0, "C": 0.0}


def test_distances_of_articles_dealt_at_random_are_like_chance():
    rows = told(random_corpus(5, articles=60), "distance", "jensen_shannon")
    assert rows and all(row["q_value"] > 0.01 for row in rows)


def test_one_article_an_outlet_has_no_profile():
    assert told(random_corpus(2, articles=5, outlets=5), "distance", "jensen_shannon") == []


def written(words):
    """Outlets of eight articles on eight events; words: outlet -> a sentence."""
    ids = [(f"{outlet}{number}", outlet) for outlet in words for number in range(8)]
    rows = [{"article_id": article, "sentence": 0, "start": 0, "end": 1, "words": 9, "text": words[outlet]} for article, outlet in ids]
    return corpus(*ids, event={article: article[-1] for article, _ in ids}, sentences=rows)


def test_outlets_with_words_of_their_own_are_told_apart_by_them():
    tables = written({"A": "The gang stormed the quiet market.", "B": "The group entered the quiet market."})
    (row,) = told(tables, "wording", "balanced_accuracy")
    assert (row["value"], row["outlet"], row["articles"]) == (1.0, None, 16)
    counts = {row["category"]: row for row in told(tables, "wording", "count") if row["outlet"] == "A"}
    assert set(counts) == {"gang", "stormed"} and counts["gang"]["value"] == 8
    assert evidence(tables).behind(counts["gang"])["article_id"].to_pylist() == [f"A{number}" for number in range(8)]


def test_names_do_not_tell_outlets_apart():
    (row,) = told(written({"A": "The Alpha reporter met Ana.", "B": "The Beta reporter met Bea."}), "wording", "balanced_accuracy")
    assert row["value"] == pytest.approx(0.5)
