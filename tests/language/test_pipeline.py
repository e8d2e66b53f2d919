"""The model's steps as they are run here annotate like spaCy's own pipe."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.language import model, pipeline, rules

_COLUMNS = ["ORTH", "LEMMA", "POS", "TAG", "MORPH", "DEP", "HEAD", "SENT_START", "ENT_TYPE", "ENT_IOB"]

_TEXTS = [
    "Fighters of two groups entered the old town on Friday, a spokesman for the governor told Radio Sham.",
    "I'm gonna say it once: there's nothin' here, y'all gotta leave. Let's go, ain't that right? C'mon!",
    "He had had enough.  It is what it is; they did it for us, and\nthat\tsettled it.",
    "\"Whether you like it or not,\" she said, \"we've got to be there by 10 a.m.\"",
    "Damascus",
    "   ",
]  # fmt: skip


def _annotations(docs):
    return [doc.to_array(_COLUMNS).tolist() for doc in docs]


def _both(texts):
    nlp = model.load()
    return _annotations(pipeline.annotated(texts)), _annotations(nlp.pipe(texts))


def test_annotations_are_those_of_the_model():
    ours, spacys = _both(_TEXTS)
    assert ours == spacys


def test_more_texts_than_go_through_a_step_at_once(monkeypatch):
    monkeypatch.setattr(pipeline, "BATCH", 2)
    ours, spacys = _both(_TEXTS)
    assert ours == spacys


def test_nothing_to_parse():
    assert list(pipeline.annotated([])) == []


def test_texts_are_taken_as_they_are_needed():
    taken = []
    texts = (taken.append(number) or f"Shells hit house {number}." for number in range(10 * pipeline.BATCH))
    next(pipeline.annotated(texts))
    assert len(taken) == pipeline.BATCH


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*" ".join(_TEXTS).split(), "\n", "—", "gonna", "do", "'s", "n't"]), min_size=1, max_size=40).map(" ".join))
def test_any_order_of_words(text):
    ours, spacys = _both([text])
    assert ours == spacys


@pytest.fixture
def ruler():
    return model.load().get_pipe("attribute_ruler")


def _tagged(texts):
    nlp = model.load()
    for text in texts:
        doc = nlp.make_doc(text)
        for name in ("tok2vec", "tagger", "parser"):
            doc = nlp.get_pipe(name)(doc)
        yield doc


def test_rules_forget_and_answer_alike(ruler, monkeypatch):
    monkeypatch.setattr(rules, "REMEMBERED", 3)
    forgetful = rules.Rules(ruler)
    ours, rulers = ([_annotations([apply(doc)]) for doc in _tagged(_TEXTS)] for apply in (forgetful, ruler))
    assert ours == rulers
    assert rules.can_look_up(ruler)


def test_a_pattern_that_repeats_tokens_is_not_looked_up(ruler):
    other = type(ruler)(ruler.vocab)
    other.add([[{"LOWER": "very", "OP": "+"}]], {"POS": "ADV"})
    assert not rules.can_look_up(other)
