from dataclasses import replace

import numpy as np
from sentences import PRAISED, SAID, span

from framing.classify import words
from framing.classify.tone import document_features
from framing.classify.tone_regions import REGIONS
from framing.classify.tone_sentence import sentence
from framing.language import parse_text


def seen(document, target):
    (row,) = document_features(document, [span(document, target)])
    return row


def region(row, name):
    return row[1].reshape(len(REGIONS), -1)[REGIONS.index(name)]


def test_what_the_target_does_differs_from_what_is_done_to_it():
    karim, dalia = seen(PRAISED, "Karim")[0], seen(PRAISED, "Dalia")[0]
    assert karim["p:^subj:praise"] == dalia["p:^obj:praise"] == 1
    assert "p:^subj:praise" not in dalia
    assert karim["role=subj"] == dalia["role=obj"] == 1


def test_negation_marks_the_word_and_turns_its_valence():
    karim = seen(PRAISED, "Karim")[0]
    assert "p:^subj:!trust" in karim
    assert "p:^subj:trust" not in karim
    shared = sentence(PRAISED, 0)
    by_word = {PRAISED.words[token]: value for token, value in shared.polar}
    assert by_word["trust"] < 0 < by_word["praised"]
    assert by_word["corrupt"] < 0


def test_whose_clause_a_word_stands_in():
    assert seen(PRAISED, "Karim")[0]["o:own:praise"] > 0
    assert seen(PRAISED, "Dalia")[0]["o:other:praise"] > 0
    assert seen(SAID, "Dalia")[0]["o:none:fail"] > 0


def test_good_and_bad_are_summed_apart():
    mayor = seen(PRAISED, "mayor")[0]
    assert mayor["v-path mod"] > 0
    assert "v+path mod" not in mayor


def test_names_are_no_features():
    for name in ("Karim", "Dalia"):
        assert not [feature for feature in seen(PRAISED, name)[0] if "karim" in feature.lower() or "dalia" in feature.lower()]


def test_another_name_of_the_kind_gives_the_same_features():
    others = {"Karim": "Selim", "Dalia": "Hanna"}
    text = PRAISED.text.replace("Karim", "Selim").replace("Dalia", "Hanna")
    other = replace(PRAISED, text=text, lemma=[others.get(lemma, lemma) for lemma in PRAISED.lemma])
    before, after = seen(PRAISED, "Karim"), seen(other, "Selim")
    assert before[0] == after[0]
    np.testing.assert_array_equal(before[1], after[1])


def test_vectors_are_of_the_words_in_the_region():
    known = words.load()
    row = seen(PRAISED, "mayor")
    np.testing.assert_allclose(region(row, "mod1"), known.toned[known.row["corrupt"]], rtol=1e-5)
    assert not region(row, "^subj1").any()


def test_words_alike_have_vectors_alike_and_induced_valence_has_the_sign_of_its_kin():
    known = words.load()
    unit = known.vectors / np.linalg.norm(known.vectors, axis=1, keepdims=True).clip(1e-6)
    def alike(a, b): return float(unit[known.row[a]] @ unit[known.row[b]])
    assert alike("rebel", "insurgent") > alike("rebel", "kitchen") + 0.2
    assert known.valence[known.row["oust"]] < -0.5 < 0.5 < known.valence[known.row["landmark"]]
    assert known.find("ousted", "oust") is not None
    assert known.find("qqqx", "qqqx") is None


def test_a_target_that_begins_in_the_sentence_before_is_seen_from_its_head():
    document = parse_text("“Is that all?” Holt said today.")
    at = document.text.index("Holt")
    assert len(document.sentences) == 2
    marked, bare = (document_features(document, [(start, at + 4)])[0][0] for start in (at - 2, at))
    assert marked["s:<t> say"] and marked["s:<t> say"] == bare["s:<t> say"]
