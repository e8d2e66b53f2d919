import pytest
from hand_parsed import hand_parsed

from framing import lexicon
from framing.article import Article
from framing.language import parse_text
from framing.lexicon import LexiconError, Matcher
from framing.measures import attribution
from framing.measures.kwic import as_lexicon, kwic, lines

CUES = attribution.CueLexicons(lexicon.load("english/reporting-verbs"), lexicon.load("english/cue-complements"))


def found(document, *patterns, window=3):
    return list(lines(document, Matcher(as_lexicon(patterns)).find_in(document), CUES, window=window))


def context(document, *patterns, window=3):
    return [(row["left"], row["keyword"], row["right"]) for row in found(document, *patterns, window=window)]


PLAIN = hand_parsed(
    """A|a|DET|DT|det|1
    mob|mob|NOUN|NN|nsubj|2
    came|come|VERB|VBD|ROOT|2
    ,|,|PUNCT|,|punct|2
    then|then|ADV|RB|advmod|5
    left|leave|VERB|VBD|conj|2
    .|.|PUNCT|.|punct|2""",
    """The|the|DET|DT|det|1
    mobs|mob|NOUN|NNS|nsubj|2
    mob|mob|VERB|VBP|ROOT|2
    us|we|PRON|PRP|dobj|2
    .|.|PUNCT|.|punct|2""",
)


def test_the_window_counts_words_and_leaves_the_sentence_but_not_the_paragraph():
    assert context(PLAIN, "=mobs", window=2) == [("left . The", "mobs", "mob us .")]
    assert context(PLAIN, "come", window=9)[0] == ("A mob", "came", ", then left . The mobs mob us .")
    assert context(PLAIN, "come", window=0) == [("", "came", ",")]


def test_patterns_look_at_lemma_form_and_part_of_speech():
    assert [row["keyword"] for row in found(PLAIN, "mob")] == ["mob", "mobs", "mob"]
    assert [row["start"] for row in found(PLAIN, "mob/VERB")] == [PLAIN.text.index("mob us")]
    assert [row["keyword"] for row in found(PLAIN, "=mobs")] == ["mobs"]
    assert [row["pattern"] for row in found(PLAIN, "the mob", "mob/NOUN")] == ["mob/NOUN", "the mob"]


def test_every_bad_pattern_is_told():
    with pytest.raises(LexiconError) as error:
        as_lexicon(["claim/VREB", "fine", "*x"])
    assert [problem.file for problem in error.value.problems] == ["pattern '*x'", "pattern 'claim/VREB'"]


def test_voice_and_source():
    document = parse_text('The mob left. "We saw the mob," the mayor said. The mayor said the mob was small.')
    assert [(row["voice"], row["source"]) for row in found(document, "mob")] == [
        ("outlet", None), ("direct", "the mayor"), ("indirect", "The mayor"),
    ]  # fmt: skip


def article(name, outlet, text, **more):
    return Article(article_id=name, text=text, outlet=outlet, read_from=name, **more)


def test_a_corpus_is_searched_by_outlet_and_left_out_articles_are_not():
    corpus = [
        article("c", "Gazette", "The mob slept.", date="2024-05-01"),
        article("a", "Courier", "A mob came. It was quiet."),
        article("b", "Courier", "Nobody came.", left_out_because="a copy"),
    ]
    concordance = kwic(corpus, ["mob"])
    rows = concordance.lines.to_pylist()
    assert [(row["outlet"], row["article_id"], row["date"]) for row in rows] == [("Courier", "a", None), ("Gazette", "c", "2024-05-01")]
    assert concordance.sizes == {"Courier": (1, 6), "Gazette": (1, 3)}
    for row, one in zip(rows, (corpus[1], corpus[0])):
        assert one.text[row["start"] : row["end"]] == row["keyword"] == "mob"


def test_no_articles_and_no_occurrences_give_an_empty_table():
    assert kwic([], ["mob"]).lines.num_rows == 0
    assert kwic([article("a", "x", "")], ["mob"]).lines.num_rows == 0
