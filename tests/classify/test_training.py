from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import f1_score
from threadpoolctl import threadpool_info, threadpool_limits

from framing.classify import figures, tasks, tone_card, training, words
from framing.classify.training import Labelled

LABELS = ("bad", "good")


def toy(size=60):
    random = np.random.default_rng(1)
    rows, gold = [], []
    for i in range(size):
        good = i % 2
        noise = {f"n{random.integers(5)}": 1.0}
        rows.append(({("fine" if good else "foul"): 1.0, **noise}, random.normal(good, 1, 3).astype(np.float32)))
        gold.append(LABELS[good])
    return Labelled("toy", "0" * 64, rows, gold, [f"g{i // 3}" for i in range(size)], [False] * size)


def validated(data):
    sure = tasks.cross_validated(tasks.TASKS["tone"], LABELS, data)
    coded = [i for i, further in enumerate(data.further) if not further]
    return figures.figures(LABELS, [data.labels[i] for i in coded], sure[coded])


def test_the_same_data_give_the_same_bytes():
    data = toy()
    first, second = (training.fit("m", LABELS, data.rows, data.labels).to_bytes() for _ in range(2))
    assert first == second
    assert training.fit("m", LABELS, data.rows[:50], data.labels[:50]).to_bytes() != first


def test_sums_are_taken_on_one_thread_whatever_the_machine_has(monkeypatch):
    seen = []

    class Spying(training.LogisticRegression):
        def fit(self, *arguments, **more):
            seen.extend(pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas")
            return super().fit(*arguments, **more)

    monkeypatch.setattr(training, "LogisticRegression", Spying)
    with threadpool_limits(2, user_api="blas"):
        training.fit("m", LABELS, toy().rows, toy().labels)
    assert seen and set(seen) == {1}


def test_what_separates_is_learned_and_rare_features_are_dropped():
    data = toy()
    model = training.fit("m", LABELS, [({**data.rows[0][0], "once": 1.0}, data.rows[0][1]), *data.rows[1:]], data.labels)
    assert "once" not in model.names
    weights = dict(zip(model.names, model.weights[:, 1]))
    assert weights["fine"] > 0 > weights["foul"]


def test_folds_keep_groups_together():
    """Where the group tells the label and nothing else does, a grouped cross-validation must not profit."""
    random = np.random.default_rng(0)
    groups = [f"g{i // 6}" for i in range(120)]
    gold = [LABELS[i] for i in random.permutation([0, 1] * 10).repeat(6)]
    rows = [({group: 1.0}, np.zeros(1)) for group in groups]
    assert validated(Labelled("toy", "", rows, gold, groups, [False] * 120)).accuracy < 0.6


def test_further_mentions_weigh_less_and_are_not_asked_about():
    data = toy()
    wrong = [LABELS[label == "bad"] for label in data.labels]
    both = Labelled("toy", "", [*data.rows] * 2, [*data.labels, *wrong], [*data.groups] * 2, [False] * 60 + [True] * 60)
    assert validated(both).examples == 60
    weights = training.fit("m", LABELS, both.rows, both.labels, both.further)
    assert dict(zip(weights.names, weights.weights[:, 1]))["fine"] > 0


def test_figures_by_hand():
    probabilities = np.array([[0.9, 0.1], [0.2, 0.8], [0.6, 0.4], [0.7, 0.3]])
    found = figures.figures(LABELS, ["bad", "good", "good", "bad"], probabilities)
    assert found.accuracy == 0.75
    assert found.per_class["good"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667, "count": 2}
    assert found.confusion == {"bad": {"bad": 2, "good": 0}, "good": {"bad": 1, "good": 1}}
    assert found.macro_f1 == pytest.approx(f1_score([0, 1, 1, 0], [0, 1, 0, 0], average="macro"), abs=1e-4)
    # bins .6-.7, .7-.8, .8-.9 and .9-1: |.6-0|, |.7-1|, |.8-1|, |.9-1|, a quarter each
    assert found.calibration_error == pytest.approx((0.6 + 0.3 + 0.2 + 0.1) / 4, abs=1e-4)


def test_the_card_says_when_words_have_learned_from_the_same_file():
    def limits(sha256):
        data = replace(toy(), sha256=sha256)
        model = training.fit("m", LABELS, data.rows, data.labels)
        return tone_card.card(model, data, [], validated(data))["limits"]

    assert limits(words.toned_from())[-1].startswith("How words lean")
    assert not any(one.startswith("How words lean") for one in limits("0" * 64))
