from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicon_texts import HEADER, actor, document, group

from framing.lexicon import Entry, Group, Matcher, TermLexicon, load
from framing.lexicon.entry import parse_entry


@pytest.fixture
def lexicon(tmp_path):
    def write(*sections, header=HEADER):
        path = tmp_path / "test.toml"
        path.write_text(header + "".join(sections), encoding="utf-8")
        return load(path)

    return write


def found(lexicon, *tokens, **options):
    doc = document(*tokens, **options)
    return [(" ".join(doc.words[m.first : m.last + 1]), m.group, m.entry.text) for m in Matcher(lexicon).find_in(doc)]


def test_lemma_form_and_longest(lexicon):
    verbs = lexicon(group(entries='"say", "point", "point out"'))
    tokens = ("She", "pointed/point", "out", "and", "Said/say", "points/point")
    assert found(verbs, *tokens) == [
        ("pointed out", "neutral", "point out"), ("Said", "neutral", "say"), ("points", "neutral", "point"),
    ]  # fmt: skip


def test_a_longer_entry_that_breaks_off_leaves_the_shorter(lexicon):
    assert found(lexicon(group(entries='"a", "a b c"')), "a", "b", "a") == [("a", "neutral", "a"), ("a", "neutral", "a")]


def test_exact_form_and_part_of_speech(lexicon):
    verbs = lexicon(group(entries='"=said", "claim/VERB"'))
    assert found(verbs, "says/say", "said/say", "claims/claim/NOUN", "claims/claim/VERB") == [
        ("said", "neutral", "=said"), ("claims", "neutral", "claim/VERB"),
    ]  # fmt: skip


def test_except_uses_up_its_words(lexicon):
    verbs = lexicon(group(more='except = ["having said that", "say so"]'))
    assert found(verbs, "having", "said/say", "that", "say", "so", "say") == [("say", "neutral", "say")]


def test_except_of_the_same_length_silences_its_own_group_only(lexicon):
    verbs = lexicon(group("a", more='except = ["=said"]'), group("b"))
    assert found(verbs, "said/say") == [("said", "b", "say")]


def test_a_shared_entry_counts_in_both_groups(lexicon):
    assert found(lexicon(group("a"), group("b")), "said/say") == [("said", "a", "say"), ("said", "b", "say")]


def test_an_exclusive_lexicon_takes_the_entry_that_demands_more(lexicon):
    verbs = lexicon(group("a", entries='"claim"'), group("b", entries='"claim/VERB"'), header=HEADER + "exclusive = true\n")
    assert found(verbs, "claims/claim/VERB", "claims/claim/NOUN") == [("claims", "b", "claim/VERB"), ("claims", "a", "claim")]


@pytest.mark.parametrize("tokens", [("Turkey", "-", "backed/back"), ("Turkey-backed",), ("Turkey", "–", "backed/back")])
def test_compounds_match_however_they_are_split(lexicon, tokens):
    ((text, *_),) = found(lexicon(group(entries='"turkey-backed"')), *tokens)
    assert text == " ".join(tokens).removesuffix("/back")


def test_typographic_apostrophe(lexicon):
    assert found(lexicon(group(entries='"do n\'t"')), "do", "n’t/not") == [("do n’t", "neutral", "do n't")]


def test_no_match_over_the_end_of_a_sentence(lexicon):
    assert found(lexicon(group()), "point", "out", sentences=[(0, 1), (1, 2)]) == []


def test_find_looks_only_between_first_and_last(lexicon):
    doc = document("say", "say", "point", "out")
    matches = Matcher(lexicon(group())).find(doc.lower, doc.lemma, doc.pos, first=1, last=3)
    assert [(match.first, match.last) for match in matches] == [(1, 1)]


def test_names_want_their_capitals_and_labels_do_not(lexicon):
    rebels = lexicon(actor(more='names = ["HTS", "Free Army", "Daesh"]\nlabels = ["Islamist"]'))
    tokens = ("Hts", "HTS", "free", "army", "FREE", "ARMY", "daesh", "Daesh", "islamist")
    assert [text for text, *_ in found(rebels, *tokens)] == ["HTS", "FREE ARMY", "Daesh", "islamist"]


def test_short_acronyms_are_not_the_words_us_and_who(lexicon):
    states = lexicon(actor(more='names = ["HTS", "US", "WHO"]'))
    assert [text for text, *_ in found(states, "Us", "us", "US", "Who", "who", "WHO")] == ["US", "WHO"]


def test_kinds_of_an_actor_are_told_apart(lexicon):
    more = 'names = ["HTS"]\nlabels = ["rebel"]\nambiguous = ["fighter"]\nmodifiers = ["rebel"]\nexcept = ["HTS Radio"]'
    rebels = lexicon(actor(more=more))
    doc = document("HTS", "rebel", "fighters/fighter", "HTS", "Radio")
    assert [(match.first, match.kind) for match in Matcher(rebels).find_in(doc)] == [
        (0, "name"), (1, "label"), (1, "modifier"), (2, "ambiguous"),
    ]  # fmt: skip


def test_a_topic_needs_the_tokens_as_written(lexicon):
    doc = document("HTS")
    with pytest.raises(ValueError, match=r"document\.words"):
        Matcher(lexicon(actor())).find(doc.lower, doc.lemma, doc.pos)


# A matcher that is slow and plainly right, held against the trie.


def slow(lexicon, doc, first, last):
    entries = [entry for group in lexicon.groups.values() for entry in (*group.exceptions, *group.entries)]
    out, token = [], first
    while token < last:
        lengths = {entry.id + entry.kind: length for entry in entries if (length := slow_length(entry, doc, token, last))}
        longest = max(lengths.values(), default=0)
        won = [entry for entry in entries if lengths.get(entry.id + entry.kind) == longest]
        silenced = {entry.group for entry in won if entry.kind == "except"}
        groups = list(dict.fromkeys(entry.group for entry in won if entry.group not in silenced))
        out += [(token, token + longest - 1, group) for group in groups]
        token += longest or 1
    return out


def slow_length(entry, doc, token, last):
    for word, written in enumerate(entry.text.split(), token):
        form, _, pos = written.partition("/")
        exact, form = form.startswith("="), form.removeprefix("=")
        if word >= last or not (doc.lower[word] == form or (not exact and doc.lemma[word] == form)) or (pos and doc.pos[word] != pos):
            return 0
    return len(entry.text.split())


LETTERS = st.sampled_from("abc")
WORD = st.builds("".join, st.tuples(st.sampled_from(["", "="]), LETTERS, st.sampled_from(["", "", "/VERB", "/NOUN"])))
PHRASES = st.lists(st.lists(WORD, min_size=1, max_size=4).map(" ".join), max_size=4, unique=True)
TOKENS = st.lists(st.builds("{}/{}/{}".format, LETTERS, LETTERS, st.sampled_from(["VERB", "NOUN"])), max_size=12)


def entries_of(group, kind, texts):
    return tuple(Entry(f"x#{group}:{text}", group, kind, text, parse_entry(text), 1) for text in texts)


@st.composite
def lexicons(draw):
    groups = {}
    for name in ("one", "two"):
        entries, exceptions = entries_of(name, "term", draw(PHRASES)), entries_of(name, "except", draw(PHRASES))
        groups[name] = Group(name, "d", "s", entries, exceptions, (), ())
    about = dict.fromkeys(("version", "language", "licence", "source", "source_url", "description", "sha256", "read_from"), "x")
    return TermLexicon(id="x", groups=groups, exclusive=False, **about)


@given(lexicons(), TOKENS, st.integers(0, 3))
def test_equal_to_the_slow_matcher(lexicon, tokens, first):
    doc = document(*tokens)
    first = min(first, len(doc))
    fast = Matcher(lexicon).find(doc.lower, doc.lemma, doc.pos, first=first)
    assert sorted((match.first, match.last, match.group) for match in fast) == sorted(slow(lexicon, doc, first, len(doc)))


@given(lexicons(), TOKENS)
def test_matches_of_a_group_never_overlap_and_hold(lexicon, tokens):
    doc = document(*tokens)
    behind = SimpleNamespace(one=-1, two=-1)
    for match in Matcher(lexicon).find_in(doc):
        assert match.first > getattr(behind, match.group)
        assert slow_length(match.entry, doc, match.first, len(doc)) == match.last - match.first + 1
        setattr(behind, match.group, match.last)
