import pytest
from sentences import parsed

from framing.classify import loaded

PLAIN = parsed(
    """
    The the DET DT det 2
    council council NOUN NN nsubj 3
    said say VERB VBD ROOT 0
    Tuesday Tuesday PROPN NNP npadvmod 3
    the the DET DT det 6
    bill bill NOUN NN nsubj 7
    costs cost VERB VBZ ccomp 3
    40 40 NUM CD nummod 9
    dollars dollar NOUN NNS dobj 7
    . . PUNCT . punct 3
    """,
    Tuesday="DATE",
)
HARSH = parsed(
    """
    This this DET DT det 3
    disgraceful disgraceful ADJ JJ amod 3
    council council NOUN NN nsubj 5
    shamelessly shamelessly ADV RB advmod 5
    peddles peddle VERB VBZ ROOT 0
    utter utter ADJ JJ amod 7
    nonsense nonsense NOUN NN dobj 5
    ! ! PUNCT . punct 5
    """
)


def groups(document):
    return {mark.text: mark.group for mark in loaded.load().score(document).marks}


def test_harsh_words_make_a_sentence_biased_and_a_report_is_not():
    scorer = loaded.load()
    assert scorer.score(HARSH).label == "biased"
    assert scorer.score(PLAIN).label == "unbiased"
    assert scorer.score(HARSH).score > scorer.threshold > 0 > scorer.score(PLAIN).score


def test_score_is_the_sum_of_the_marks_and_each_mark_is_its_text():
    for document in (HARSH, PLAIN):
        found = loaded.load().score(document)
        assert found.marks
        assert found.score == pytest.approx(sum(mark.weight for mark in found.marks))
        for mark in found.marks:
            assert document.text[mark.start : mark.end] == mark.text


def test_no_word_counts_twice():
    places = [range(mark.start, mark.end) for mark in loaded.load().score(HARSH).marks]
    assert sum(map(len, places)) == len(set().union(*places))


def test_marks_of_a_report_speak_against():
    row = loaded.load().score(PLAIN).as_row()
    assert {mark["text"] for mark in row["against"]} >= {"said", "40"}
    assert row["words"] == []
    assert groups(PLAIN)["40"] == "figure"
    assert groups(HARSH)["!"] == "exclamation"


def quoting(*between):
    lines = ["His his PRON PRP$ poss 3", '" " PUNCT `` punct 3', *between, '" " PUNCT \'\' punct 1', "began begin VERB VBD ROOT 0"]
    return parsed("\n".join(lines))


def test_words_in_quotation_marks_count_half():
    bare = parsed("disgraceful disgraceful ADJ JJ ROOT 0")
    filler = ["they they PRON PRP nsubj 1", "were be AUX VBD dep 1", "a a DET DT dep 1", "crowd crowd NOUN NN dep 1"]
    weight = {mark.text: mark.weight for mark in loaded.load().score(quoting(*filler, "disgraceful disgraceful ADJ JJ dep 1")).marks}
    assert weight["disgraceful"] == pytest.approx(loaded.load().score(bare).marks[0].weight / 2)


def test_one_to_three_quoted_words_are_scare_quotes_and_a_quoted_clause_is_none():
    assert groups(quoting("peace peace NOUN NN nsubj 5", "plan plan NOUN NN nsubj 5"))["peace plan"] == "scare_quotes"
    assert "scare_quotes" not in groups(quoting("they they PRON PRP nsubj 4", "left leave VERB VBD dep 5")).values()


def test_one_sentence_of_several():
    both = parsed("Roads road NOUN NNS ROOT 0\n\nDisgraceful disgraceful ADJ JJ ROOT 0")
    scorer = loaded.load()
    assert scorer.score(both, 0).score == 0
    assert scorer.score(both, 1).score == scorer.score(both).score > 0


def test_every_weighted_group_exists_in_its_lexicon():
    scorer = loaded.load()
    lexicons = {matcher.lexicon.id: matcher.lexicon for matcher in scorer.matchers}
    assert not [(name, group) for name, group in scorer.weights if group not in lexicons[name].groups]
