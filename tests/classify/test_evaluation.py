import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score

from framing.classify import evaluation
from framing.classify.evaluation import Answers, evaluate, floors_of, one_hot
from framing.classify.verdict import Step, verdict

LABELS = ("yes", "no")


def answers(coded, answered, *, outlets=None, labels=LABELS, several=False):
    size = len(coded)
    articles = [f"a{i}" for i in range(size)]
    return Answers(labels, one_hot(labels, coded), one_hot(labels, answered), articles, outlets or [""] * size, several)


@settings(deadline=None)  # the first call loads what the others use
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=20, max_size=60))
def test_figures_are_those_of_the_textbook(pairs):
    coded, answered = zip(*pairs)
    found = evaluate(answers(coded, answered, labels=("a", "b", "c")))
    present = sorted(set(coded) | set(answered))
    assert found.of("macro_f1").value == pytest.approx(f1_score(coded, answered, labels=present, average="macro"), abs=1e-4)
    kappa = found.of("kappa").value
    assert kappa is None or kappa == pytest.approx(cohen_kappa_score(coded, answered), abs=1e-4)
    for label in "abc":
        excess = found.of("excess", label=label).value
        assert excess == pytest.approx((answered.count(label) - coded.count(label)) / len(pairs), abs=1e-4)


def test_few_examples_or_articles_have_no_figures():
    few = evaluate(answers(["yes", "no"] * 5, ["yes"] * 10))
    assert few.of("accuracy").value is None
    assert few.of("accuracy").examples == 10
    assert "Too few" in verdict(few, unit="texts", agreement="").short
    one = answers(["yes", "no"] * 20, ["yes"] * 40)
    same = Answers(one.labels, one.gold, one.answered, ["a"] * 40, one.outlets)
    assert evaluate(same).of("accuracy").value is None


def test_intervals_hold_the_value_and_are_the_same_twice():
    data = answers(["yes", "no"] * 30, ["yes", "no", "yes", "yes"] * 15)
    first, second = evaluate(data), evaluate(data)
    assert first == second
    figure = first.of("accuracy")
    assert figure.low < figure.value == 0.75 < figure.high


def test_sentences_of_one_article_are_drawn_together():
    coded, answered = ["yes", "no"] * 40, (["yes", "no"] * 4 + ["no", "yes"] * 4) * 5
    apart = answers(coded, answered)
    together = Answers(apart.labels, apart.gold, apart.answered, [f"a{i // 8}" for i in range(80)], apart.outlets)
    width = [evaluate(one).of("accuracy").high - evaluate(one).of("accuracy").low for one in (apart, together)]
    assert width[1] > width[0]


def test_outlets_are_told_apart_and_what_a_comparison_would_be_off_by():
    coded = ["yes", "no"] * 40
    answered = ["yes", "no"] * 20 + ["yes"] * 40  # right in outlet a, always yes in outlet b
    found = evaluate(answers(coded, answered, outlets=["a"] * 40 + ["b"] * 40))
    assert found.outlets == ("a", "b")
    assert found.of("excess", outlet="a", label="yes").value == 0
    assert found.of("excess", outlet="b", label="yes").value == 0.5
    told = " ".join(verdict(found, unit="texts", agreement="").sentences)
    assert "50 points more often than the coders in b" in told


def test_several_codes_are_judged_one_by_one():
    coded = [frozenset("ab"), frozenset("a"), frozenset(), frozenset("b")] * 10
    answered = [frozenset("a"), frozenset("a"), frozenset("b"), frozenset("b")] * 10
    found = evaluate(answers(coded, answered, labels=("a", "b"), several=True))
    assert found.of("f1", label="a").value == 1
    assert (found.of("precision", label="b").value, found.of("recall", label="b").value) == (0.5, 0.5)
    assert found.confusion == {"a": {"found": 20, "missed": 0, "added": 0}, "b": {"found": 10, "missed": 10, "added": 10}}


def test_codes_that_are_mostly_wrong_are_not_to_be_counted():
    coded = [frozenset("ab"), frozenset("a"), frozenset("a"), frozenset()] * 10
    answered = [frozenset("ab"), frozenset("ab"), frozenset("ab"), frozenset()] * 10
    told = verdict(evaluate(answers(coded, answered, labels=("a", "b"), several=True)), unit="texts", agreement="").sentences
    assert "Most of what it gives as 'b' is wrong: read those texts, do not count them." in told


def test_floors_choose_the_best_list_and_the_commonest_label():
    gold = one_hot(LABELS, ["yes"] * 6 + ["no"] * 4)
    hits = [{"good": 1, "bad": 1}] * 6 + [{"bad": 2}] * 4
    found = floors_of(LABELS, gold, hits, several=False)
    assert evaluation.macro_f1(gold, found["best single list (good, 1 or more)"]) == 1
    assert evaluation.macro_f1(gold, found["always 'yes'"]) == pytest.approx(0.375)  # F1 of yes .75, of no 0


@pytest.mark.parametrize(
    ("wrong", "short"), [(0, "second coder"), (14, "tentative"), (25, "large differences"), (35, "worth reading"), (50, "guessing")]
)
def test_the_verdict_follows_agreement_beyond_chance(wrong, short):
    coded = ["yes", "no"] * 50
    answered = [label if i >= wrong else LABELS[label == "yes"] for i, label in enumerate(coded)]
    found = evaluate(answers(coded, answered), {"always 'yes'": one_hot(LABELS, ["yes"] * 100)})
    assert short in verdict(found, unit="texts", agreement="Coders differ.").short


def test_the_gap_between_grouped_and_ungrouped_is_explained():
    found = evaluate(answers(["yes", "no"] * 50, ["yes", "no", "no", "no"] * 25))
    curve = [Step(40, 0.6, 0.5, 0.7), Step(80, 0.7, 0.6, 0.8)]
    told = verdict(found, unit="texts", agreement="", grouped_by="outlet", ungrouped=0.9, curve=curve)
    text = " ".join(told.sentences)
    assert "an outlet that is not in your data" in text
    assert "more examples are likely to help" in text
    alike = verdict(found, unit="texts", agreement="", grouped_by="outlet", ungrouped=found.of("macro_f1").value)
    assert any("gains nothing" in sentence for sentence in alike.sentences)


def test_one_hot_of_sets():
    assert one_hot(("a", "b"), [frozenset("b"), frozenset()]).tolist() == [[False, True], [False, False]]
    assert one_hot(("a", "b"), ["b"]).dtype == np.bool_
