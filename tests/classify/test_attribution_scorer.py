"""The scorer of attributions: its figures, its parts, and that what is stored is what was fitted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import parsed

from framing.classify import attribution
from framing.classify.attribution import contents, figures, judged, sources
from framing.classify.attribution.candidate import Candidate, Ground
from framing.classify.attribution.examples import matched
from framing.classify.attribution.figures import Judged, Spans
from framing.classify.attribution.scorer import Regression, Scorer
from framing.classify.linear import WeightsError

TEXT = "Voss said the dam was safe, though the gate leaks."
WHOLE = Spans(source=((0, 4),), cue=((5, 9),), content=((10, 26),))


def candidate(**changes):
    """"Voss said [the dam was safe]", as the rules would propose it."""
    values = {"cue": (1,), "cue_head": 1, "source": (0,), "source_head": 0, "content": (2, 3, 4, 5), "lemma": "say", "stance": "neutral",
              "rule": "clause", "form": "indirect", "kept": True}  # fmt: skip
    return Candidate(**values | changes)


def document():
    return parsed(
        """
        Voss Voss PROPN NNP nsubj 2
        said say VERB VBD ROOT 0
        the the DET DT det 4
        dam dam NOUN NN nsubj 5
        was be AUX VBD ccomp 2
        safe safe ADJ JJ acomp 5
        , , PUNCT , punct 5
        though though SCONJ IN mark 11
        the the DET DT det 10
        gate gate NOUN NN nsubj 11
        leaks leak VERB VBZ advcl 5
        . . PUNCT . punct 2
        """
    )


def regression(weights=None, bias=0.0):
    weights = weights or {}
    return Regression(tuple(weights), np.array([*weights.values()], np.float32), np.zeros(0, np.float32), bias)


def scorer(**changes):
    values = {"name": "mine", "frames": frozenset(["laud VERB dobj"]), "cut": 0.0, "margin": 0.5, "judge": regression(bias=1.0),
              "head": regression(bias=-1.0), "extent": regression(bias=-1.0), "content": regression()}  # fmt: skip
    return Scorer(**values | changes)


def test_what_agrees_has_full_marks():
    found = figures.of([Judged("Herald", TEXT, [WHOLE], [WHOLE])])
    assert all(figures.value(found, measure) == 1.0 for measure in figures.MEASURES)


def test_nothing_to_find_is_undefined_not_zero():
    found = figures.of([Judged("Herald", TEXT, [], [])])
    assert all(figures.value(found, measure) is None for measure in figures.MEASURES) and found["spread"] is None


def test_an_attribution_is_found_at_a_third_and_close_at_four_fifths():
    half = Spans(WHOLE.source, WHOLE.cue, ((10, 17),))
    found = figures.of([Judged("Herald", TEXT, [WHOLE], [half])])
    assert (found["attribution@.3"]["f1"], found["attribution@.8"]["f1"], found["content"]["recall"]) == (1.0, 0.0, 0.5)


def test_one_found_attribution_matches_one_annotated_one():
    found = figures.of([Judged("Herald", TEXT, [WHOLE, WHOLE], [WHOLE])])
    assert found["attribution@.3"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667}


def test_outlets_are_told_apart_with_their_spread():
    found = figures.of([Judged("Herald", TEXT, [WHOLE], [WHOLE]), Judged("Courier", TEXT, [WHOLE], [])])
    assert found["outlets"] == {"Courier": 0.0, "Herald": 1.0} and found["spread"] == 1.0


def test_a_gain_has_an_interval_from_five_articles_on():
    before, after = Judged("Herald", TEXT, [WHOLE], []), Judged("Herald", TEXT, [WHOLE], [WHOLE])
    assert figures.gained([before] * 4, [after] * 4) == {}
    assert figures.gained([before] * 5, [after] * 5)["content"] == (1.0, 1.0, 1.0)


def test_stored_scorers_are_read_back_the_same():
    one = scorer(judge=regression({"rule=clause": 0.5, "kept": -1.25}, 0.1), margin=float("inf"))
    again = attribution.from_bytes(one.to_bytes())
    assert again.to_bytes() == one.to_bytes() and again.identity == one.identity
    assert again.decide(document(), [candidate()]) == one.decide(document(), [candidate()])


@pytest.mark.parametrize("stored", [b"", b"no zip", b"PK\x03\x04"])
def test_what_is_no_scorer_is_refused(stored):
    with pytest.raises(WeightsError, match="framing train attribution"):
        attribution.from_bytes(stored)


def test_weights_of_another_classifier_are_refused():
    from framing.classify.linear import Linear

    other = Linear("tone", ("a", "b"), ("x",), np.zeros((1, 2), np.float32), np.zeros(2, np.float32), "loaded")
    with pytest.raises(WeightsError, match="another classifier"):
        attribution.from_bytes(other.to_bytes())


def test_candidates_below_the_cut_are_no_attributions():
    assert [one.number for one in scorer().decide(document(), [candidate()])] == [0]
    assert scorer(cut=2.0).decide(document(), [candidate()]) == []


def test_of_candidates_with_one_cue_or_one_content_the_surest_stays():
    judge = regression({"rule=noun": -0.5}, 1.0)
    rivals = [candidate(rule="noun"), candidate(), candidate(rule="noun", cue=(7,), cue_head=7)]
    assert [one.number for one in scorer(judge=judge).decide(document(), rivals)] == [1]


def test_a_likelier_noun_becomes_the_source():
    head = regression({"rather nsubj": 3.0}, -1.0)
    moved = scorer(head=head).decide(document(), [candidate(source=(3,), source_head=3, content=(4, 5))])
    assert moved[0].source_head == 0
    assert scorer().decide(document(), [candidate()])[0].source_head == 0


def test_stretches_end_at_marks_and_clauses_and_hold_no_cue():
    assert contents.stretches(Ground(document()), candidate()) == [(2, 3, 4, 5), (7, 8, 9, 10)]


def test_a_stretch_joins_the_content_with_the_comma_between():
    parts = [(2, 3, 4, 5), (7, 8, 9, 10)]
    chosen = contents.chosen(Ground(document()), candidate(), parts, [0.0, 2.0], margin=0.5)
    assert chosen == (2, 3, 4, 5, 6, 7, 8, 9, 10)
    assert contents.chosen(Ground(document()), candidate(), parts, [-0.4, 0.4], margin=0.5) == (2, 3, 4, 5)
    assert contents.chosen(Ground(document()), candidate(), parts, [-9.0, -9.0], margin=0.5) == (2, 3, 4, 5)


def test_a_source_grows_while_the_sum_rises():
    assert sources.grown(range(0, 6), [5.0, -1.0, 0.0, -1.0, 2.0, -3.0], 2) == (0, 1, 2, 3, 4)


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=12), st.data())
def test_a_source_is_one_run_around_its_head(odds, data):
    head = data.draw(st.integers(0, len(odds) - 1))
    run = sources.grown(range(len(odds)), odds, head)
    assert head in run and list(run) == list(range(run[0], run[-1] + 1))


def test_each_annotated_attribution_is_proposed_by_one_candidate():
    gold = [{"source": (0,), "cue": (1,), "content": (2, 3, 4, 5)}]
    assert matched([candidate(content=(2, 3)), candidate(), candidate(content=(8, 9), cue=(10,))], gold) == {1: 0}


def test_no_feature_holds_a_name():
    names = judged.features(document(), [candidate()])[0]
    nouns, seen = sources.heads(Ground(document()), candidate())
    around, more = sources.tokens(Ground(document()), candidate())
    assert not any("voss" in name.lower() for name in {*names, *set().union(*seen), *set().union(*more)})
    assert nouns == [0, 9] and around.start == 0
