from dataclasses import replace

import numpy as np
import pytest
from sentences import parsed
from test_loaded import HARSH, PLAIN

from framing.classify import frames_model, linear, loaded_model, several, tasks, training
from framing.classify.loaded_model import LoadedModel
from framing.classify.training import Labelled


def sentences(size=40):
    rows = [(HARSH, "biased"), (PLAIN, "unbiased")] * (size // 2)
    places = [f"a{i}" for i in range(size)]
    return Labelled("d", "", [loaded_model.features(document).row for document, _ in rows], [label for _, label in rows], places,
                    [False] * size, places, [""] * size)  # fmt: skip


@pytest.fixture(scope="module")
def fitted():
    return tasks.fit(tasks.TASKS["loaded"], "mine", loaded_model.LABELS, sentences())


def test_a_trained_model_tells_score_and_words_and_they_add_up(fitted):
    model = loaded_model.from_bytes(LoadedModel(fitted).linear.to_bytes())
    harsh, plain = model.judge(HARSH), model.judge(PLAIN)
    assert (harsh.label, plain.label) == ("biased", "unbiased")
    row = harsh.as_row()
    assert {"disgraceful", "shamelessly"} <= {mark["text"] for mark in row["words"]}
    parts = sum(mark["weight"] for mark in (*row["words"], *row["against"]))
    assert parts + row["rest"] == pytest.approx(row["score"], abs=0.01)
    assert row["biased"] == pytest.approx(1 / (1 + np.exp(-row["score"])), abs=1e-3)


def test_the_same_data_give_the_same_bytes(fitted):
    assert fitted.to_bytes() == tasks.fit(tasks.TASKS["loaded"], "mine", loaded_model.LABELS, sentences()).to_bytes()


def test_names_are_no_features():
    document = parsed("Marsden Marsden PROPN NNP nsubj 1\nlied lie VERB VBD ROOT 1", Marsden="PERSON")
    named = loaded_model.features(document).named
    assert "word:lie" in named
    assert not [name for name in named if "marsden" in name.lower()]


def test_weights_of_another_task_are_refused(fitted):
    with pytest.raises(linear.WeightsError, match="not frames"):
        frames_model.from_bytes(fitted.to_bytes())


def coded(size=60):
    random = np.random.default_rng(0)
    labels = [frozenset(name for name in ("war", "money") if random.integers(2)) for _ in range(size)]
    rows = [({f"word:{name}": 1.0 for name in one} | {"word:the": 1.0}, np.zeros(2)) for one in labels]
    articles = [f"a{i // 2}" for i in range(size)]
    return Labelled("d", "", rows, labels, articles, [False] * size, articles, [""] * size)


def test_each_code_is_learned_by_itself_and_read_back():
    data = coded()
    labels, left_out = tasks.labels_of(tasks.TASKS["frames"], data)
    assert (labels, left_out) == (("money", "war"), ())
    model = linear.from_bytes(tasks.fit(tasks.TASKS["frames"], "f", labels, data).to_bytes())
    given = several.margins(model, data.rows) >= 0
    assert [frozenset(label for label, has in zip(labels, row) if has) for row in given] == list(data.labels)
    assert model.task == "frames"


def test_codes_of_few_articles_are_left_out_and_told():
    data = coded()
    rare = replace(data, labels=[one | {"rare"} if i < 8 else one for i, one in enumerate(data.labels)])
    assert tasks.labels_of(tasks.TASKS["frames"], rare)[1] == ("rare",)


def test_a_share_of_the_articles_is_a_part_of_a_larger_share():
    data = coded()
    small, large = (set(tasks.part(data, range(60), share)) for share in (0.25, 0.5))
    assert small < large
    assert len(large) == 30


def test_measured_families_weigh_as_one_and_words_by_rareness():
    rows = [({"sum:a": float(i), "word:rare": float(i == 0), "word:often": 1.0}, np.zeros(1)) for i in range(20)]
    recipe = training.Recipe(1.0, 1, {"sum:": (2.0, True), "word:": (1.0, False)})
    names, seen_as, scale = training.prepared(rows, recipe)
    spread = seen_as.toarray()[:, names.index("sum:a")].std()
    assert spread == pytest.approx(2)
    assert scale[names.index("word:rare")] > scale[names.index("word:often")]
