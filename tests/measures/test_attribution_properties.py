"""What holds of the attributions of any document, however badly parsed or quoted."""

from __future__ import annotations

import itertools

from attribution_texts import find, written
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.document import Document
from framing.language import parse_text
from framing.measures.attribution.quotations import brackets, quotations
from framing.measures.voice import voices

_WORDS = [
    tuple(line.split())
    for line in """
    Berg Berg PROPN NNP
    mayor mayor NOUN NN
    residents resident NOUN NNS
    claim claim NOUN NN
    She she PRON PRP
    who who PRON WP
    said say VERB VBD
    says say VERB VBZ
    added add VERB VBD
    urged urge VERB VBD
    called call VERB VBN
    wants want VERB VBZ
    citing cite VERB VBG
    was be AUX VBD
    seems seem VERB VBZ
    reportedly reportedly ADV RB
    According accord VERB VBG
    to to ADP IN
    to to PART TO
    on on ADP IN
    by by ADP IN
    of of ADP IN
    that that SCONJ IN
    whether whether SCONJ IN
    as as SCONJ IN
    and and CCONJ CC
    closed close VERB VBN
    wary wary ADJ JJ
    the the DET DT
    , , PUNCT ,
    . . PUNCT .
    : : PUNCT :
    — — PUNCT :
    “ “ PUNCT ``
    ” ” PUNCT ''
    " " PUNCT ``
    ‘ ‘ PUNCT ``
    ’ ’ PUNCT ''
    « « PUNCT ``
    » » PUNCT ''
    [ [ PUNCT -LRB-
    ] ] PUNCT -RRB-
    """.strip().splitlines()
]
"""Form, lemma, part of speech, tag."""
_DEPS = [
    label
    for line in """
    nsubj nsubjpass csubj expl dobj dative pobj prep pcomp agent ccomp xcomp advcl acl relcl conj cc mark aux auxpass advmod amod det poss
    appos attr acomp oprd parataxis prt compound punct npadvmod dep
    """.strip().splitlines()
    for label in line.split()
]
_BREAKS = ["", " ", " ", " ", "\n\n"]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Random words under random trees in up to four sentences, some of which are paragraphs of their own."""
    words, heads, sentences, paragraphs = [], [], [], []
    for _ in range(draw(st.integers(1, 4))):
        first = len(words)
        size = draw(st.integers(1, 9))
        words += draw(st.lists(st.sampled_from(_WORDS), min_size=size, max_size=size))
        # Each token but the root hangs on an earlier one in a random order, so that there is no circle.
        order = draw(st.permutations(range(first, first + size)))
        parent = {order[0]: order[0]} | {token: order[draw(st.integers(0, place))] for place, token in enumerate(order[1:])}
        heads += [parent[token] for token in range(first, first + size)]
        if not sentences or draw(st.booleans()):
            paragraphs.append((len(sentences), len(sentences) + 1))
        else:
            paragraphs[-1] = (paragraphs[-1][0], len(sentences) + 1)
        sentences.append((first, first + size))
    opens = {sentences[first][0] for first, _ in paragraphs}
    gaps = ["\n\n" if token in opens else draw(st.sampled_from(_BREAKS[:-1])) for token in range(len(words))]
    start, end, text = [], [], ""
    for (form, *_), gap in zip(words, gaps):
        text += gap if text else ""
        start.append(len(text))
        text += form
        end.append(len(text))
    size = len(words)
    deps = draw(st.lists(st.sampled_from(_DEPS), min_size=size, max_size=size))
    return Document(
        article_id="a", text=text, start=start, end=end, lemma=[word[1] for word in words], pos=[word[2] for word in words],
        tag=[word[3] for word in words], dep=["ROOT" if heads[token] == token else deps[token] for token in range(size)], head=heads,
        entity=[""] * size, entity_start=[False] * size, sentences=sentences, paragraphs=paragraphs, headline=draw(st.integers(0, 1)),
    )  # fmt: skip


def _checked(document: Document) -> None:
    """Holds an article's attributions against what they promise."""
    found = find(document)
    for one in found.attributions:
        assert one.content
        for start, end in (*one.content, *one.spoken, *filter(None, (one.source, one.cue))):
            assert 0 <= start < end <= len(document.text)
            assert document.text[start:end] == document.text[start:end].strip()
        for parts in (one.content, one.spoken):
            assert all(before[1] <= after[0] for before, after in itertools.pairwise(parts))
        for apart in filter(None, (one.source, one.cue)):
            assert not any(_overlap(apart, span) for span in one.content), written(document.text, one)
        assert all(any(a <= start and end <= b for a, b in one.content) for start, end in one.spoken)
        assert one.form in ("direct", "indirect", "mixed")
        assert 0 <= one.sentence < len(document.sentences)
    voice = voices([one.spoken for one in found.attributions], found.quotations, found.brackets)
    assert {voice.at(offset)[0] for offset in range(len(document.text))} <= {"outlet", "direct", "indirect"}


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@settings(max_examples=300, deadline=None)
@given(documents())
def test_any_tree_of_words_and_marks_gives_spans_that_keep_apart(document):
    _checked(document)


_SOUP = st.sampled_from([*"\"'“”‘’«»„[]()—:,.?! \n", "\n\n", "``", "''"])
_STRETCH = st.sampled_from(["Berg said ", "the river rose ", "Residents' claim that ", " according to the mayor", "urged her to go"])


@settings(max_examples=60, deadline=None)
@given(st.lists(_SOUP | _STRETCH | st.text(max_size=6), max_size=25).map("".join))
def test_any_text_under_the_real_parser_gives_spans_that_keep_apart(text):
    _checked(parse_text(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(_SOUP | st.sampled_from(["word", "s", "É", "\u00a0"]), max_size=40).map("".join), st.data())
def test_any_soup_of_marks_gives_disjoint_quotations_within_their_paragraph(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    paragraphs = [(start, end) for start, end in itertools.pairwise([0, *cuts, len(text)]) if end > start]
    ends = sorted(data.draw(st.lists(st.integers(1, max(1, len(text))), max_size=4)))
    found = quotations(text, paragraphs, ends)
    for one in found:
        first, last = paragraphs[one.paragraph]
        assert first <= one.start < one.inner_start <= one.inner_end <= one.end <= last
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(any(one.inner_start <= start < end <= one.inner_end for one in found) for start, end in brackets(text, found))


@settings(max_examples=50, deadline=None)
@given(st.lists(documents(), min_size=2, max_size=4), st.randoms())
def test_what_an_article_says_does_not_depend_on_the_articles_before_it(articles, random):
    alone = [find(article) for article in articles]
    order = list(range(len(articles)))
    random.shuffle(order)
    again = {index: find(articles[index]) for index in order}
    assert [again[index] for index in range(len(articles))] == alone


def test_twice_the_text_gives_twice_the_attributions():
    once = "The mayor said the bridge was shut. “We will open it,” she said, “in May.” The river rose.\n\n"
    few, many = (find(parse_text(once * count)) for count in (10, 20))
    assert len(many.attributions) == 2 * len(few.attributions) == 40
    assert len(many.quotations) == 2 * len(few.quotations) == 40
