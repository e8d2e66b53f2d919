from dataclasses import dataclass

import numpy as np
from sentences import PRAISED, SAID, parsed, span

from framing.classify import tasks, tone_card, training
from framing.classify.figures import figures
from framing.classify.teacher import Teacher, further_targets
from framing.classify.tone import LABELS, Tone, document_features
from framing.classify.training import Labelled

MEETING = parsed(
    """
    She she PRON PRP nsubj 2
    thanked thank VERB VBD ROOT 0
    Karim Karim PROPN NNP compound 4
    Lind Lind PROPN NNP dobj 2
    in in ADP IN prep 2
    May May PROPN NNP pobj 5
    . . PUNCT . punct 2

    Their their PRON PRP$ poss 2
    rival rival NOUN NN nsubj 3
    left leave VERB VBD ROOT 0
    Syria Syria PROPN NNP dobj 3
    . . PUNCT . punct 3
    """,
    Karim="PERSON", Lind="PERSON", May="DATE", Syria="GPE",
)  # fmt: skip


def words(document, targets):
    return [document.text[start:end] for start, end in targets]


@dataclass(frozen=True)
class Sure:
    """A model that is asked and answers always the same."""

    name: str = "sure-1"
    answer: tuple = (0.1234, 0.7777, 0.0989)

    def predict(self, document, targets):
        return [Tone("neutral", *self.answer) for _ in targets]


def test_names_of_actors_and_personal_pronouns_are_asked_about():
    document = parsed("He he PRON PRP nsubj 2\nmet meet VERB VBD ROOT 0\nthem they PRON PRP dobj 2\nhere here ADV RB advmod 2")
    assert words(document, further_targets(document, [])) == ["He", "them"]
    assert words(MEETING, further_targets(MEETING, [])) == ["She", "Karim", "Lind", "Syria"]


def test_what_is_coded_is_not_asked_about_nor_what_holds_a_part_of_it():
    assert words(PRAISED, further_targets(PRAISED, [span(PRAISED, "Karim")])) == ["Dalia"]
    together = [True, *[False] * 9]
    document = parsed("Karim Karim PROPN NNP compound 2\nLind Lind PROPN NNP nsubj 3\nleft leave VERB VBD ROOT 0", Karim="ORG", Lind="ORG")
    joined = type(document)(**{**document.__dict__, "entity_start": together[:3]})
    assert words(joined, further_targets(joined, [])) == ["Karim Lind"]
    assert not further_targets(joined, [span(joined, "Lind")])


def test_a_lesson_holds_rounded_answers_and_the_features_that_training_sees():
    texts = [(PRAISED, [span(PRAISED, "Karim")], "a"), (SAID, [span(SAID, "Dalia")], "b"), (MEETING, [], "c")]
    found = Teacher(Sure(), "f" * 64, known=False).lesson(texts)
    assert found.groups == ["a", *["c"] * 4]
    np.testing.assert_allclose(found.shares, np.tile([0.12, 0.78, 0.10], (5, 1)))
    (expected,) = document_features(PRAISED, [span(PRAISED, "Dalia")])
    assert found.rows[0][0] == expected[0]
    np.testing.assert_array_equal(found.rows[0][1], expected[1])
    assert len(Teacher(Sure(), "f" * 64, known=False).lesson(texts[1:2]).shares) == 0


def toy(shares, known=False):
    """Examples of which three words tell the label. A fourth tells nothing by them, but stands in what a teacher has judged."""
    random = np.random.default_rng(0)
    numbers = np.arange(90) % 3
    rows = [({f"w{label}": 1.0, **({"new": 1.0} if i < 3 or i >= 87 else {})}, random.normal(size=2)) for i, label in enumerate(numbers)]
    groups = [f"g{i // 3}" for i in range(90)]
    more = [({"new": 1.0, "newer": 1.0}, np.zeros(2))] * 30
    taught = training.Taught("sure-1", "f" * 64, known, more, np.array([shares] * 15 + [shares[::-1]] * 15), groups[::3])
    return Labelled("toy", "0" * 64, rows, [LABELS[label] for label in numbers], groups, [False] * 90, taught=taught)


TONE = tasks.TASKS["tone"]


def learned(data, of):
    model = tasks.fit(TONE, "m", LABELS, data, of)
    return dict(zip(model.names, model.weights))


def test_what_the_teacher_judged_is_learned_but_only_of_the_groups_at_hand():
    data = toy([0.9, 0.1, 0.0])
    assert learned(data, range(45))["new"].argmax() == 0
    assert learned(data, range(45, 90))["new"].argmax() == 2
    assert set(data.taught.of({"g1", "g5"}).groups) == {"g1", "g5"}
    assert len(data.taught.of({"g1", "g5"}).rows) == len(data.taught.of({"g1", "g5"}).shares) == 2


def test_features_that_stand_beside_no_coded_target_are_not_kept():
    assert "newer" not in learned(toy([0.9, 0.1, 0.0]), range(90))


def test_taught_targets_are_never_asked_about_and_the_card_tells_of_them():
    data = toy([0.9, 0.1, 0.0], known=True)
    sure = tasks.cross_validated(TONE, LABELS, data)
    assert len(sure) == 90
    validated = figures(LABELS, data.labels, sure)
    card = tone_card.card(tasks.fit(TONE, "m", LABELS, data), data, [], validated)
    assert card["teacher"] == {"model": "sure-1", "sha256": "f" * 64, "targets": 30, "learned_from_the_same_file": True}
    assert card["settings"]["weight_of_taught_targets"] == training.TAUGHT
    assert card["settings"]["inverse_penalty"] > training.TONE.strength
    assert card["limits"][-1] == tone_card.TAUGHT_BEFORE
    assert tone_card.TAUGHT_BEFORE not in tone_card.card(tasks.fit(TONE, "m", LABELS, data), toy([1, 0, 0]), [], validated)["limits"]


def test_a_lesson_without_targets_is_none():
    data = toy([0.2, 0.6, 0.2])
    empty, plain = (training.fit("m", LABELS, data.rows, data.labels, taught=one) for one in (data.taught.of(()), None))
    assert empty.to_bytes() == plain.to_bytes()
