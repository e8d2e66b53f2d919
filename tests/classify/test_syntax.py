import pytest
from sentences import PRAISED, SAID, span

from framing.classify import syntax


def path_to(document, target, word):
    head = syntax.locate(document, *span(document, target))[2]
    first, last = document.sentences[document.sentence_of[head]]
    relations = [syntax.relation(document, token) for token in range(first, last)]
    return syntax.paths(document, head, first, last, relations)[document.words.index(word)]


def inherited(found, document, word):
    """What found tells of the word in the document's only sentence, as a word."""
    return document.words[found(document, *document.sentences[0])[document.words.index(word)]]


@pytest.mark.parametrize(
    ("target", "word", "path"),
    [
        ("Karim", "praised", "^subj"),
        ("Dalia", "praised", "^obj"),
        ("Karim", "Dalia", "^subj.obj"),
        ("Karim", "trust", "^subj"),  # a second verb shares the first one's subject
        ("Karim", "corrupt", "^subj.obj.mod"),
        ("mayor", "corrupt", "mod"),
    ],
)
def test_paths_from_the_target(target, word, path):
    assert path_to(PRAISED, target, word).whole == path


def test_of_a_long_path_only_the_ends_are_told():
    path = syntax.HERE
    for relation in ("^subj", "obj", "mod", "adv"):
        path = syntax.further(path, relation)
    assert (path.steps, path.first, path.last, path.whole) == (4, "^subj", "adv", None)


def test_what_a_speaker_says_is_marked_as_said():
    assert path_to(SAID, "Dalia", "failed").whole == "^subj.said"


def test_subject_is_shared_through_coordination_and_is_the_inner_one_of_a_clause():
    assert inherited(syntax.subjects, PRAISED, "trust") == "Karim"
    assert inherited(syntax.subjects, SAID, "failed") == "bridge"
    assert inherited(syntax.subjects, SAID, "said") == "Dalia"


def test_clause_is_the_innermost():
    assert inherited(syntax.clauses, SAID, "bridge") == "failed"
    assert inherited(syntax.clauses, SAID, "Dalia") == "said"


def test_locate_takes_every_word_the_characters_touch_and_the_governing_one_as_head():
    start, _ = span(PRAISED, "the corrupt")
    _, end = span(PRAISED, "mayor .")
    first, last, head = syntax.locate(PRAISED, start, end)
    assert PRAISED.words[first:last] == ["the", "corrupt", "mayor", "."]
    assert PRAISED.words[head] == "mayor"
    assert syntax.locate(PRAISED, 1, 3) == (0, 1, 0)


def test_locate_refuses_characters_without_a_word():
    with pytest.raises(ValueError, match="no word stands at characters 5 to 6"):
        syntax.locate(PRAISED, 5, 6)
