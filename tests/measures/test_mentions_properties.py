"""What holds of the mentions of any document, however badly parsed."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from mention_topic import TERMS, TOPIC

from framing.document import Document
from framing.measures.mentions import find

_WORDS = [
    tuple(line.split())
    for line in """
    guerrillas guerrilla NOUN NNS
    Red Red PROPN NNP
    Dawn Dawn PROPN NNP
    forces force NOUN NNS
    group group NOUN NN
    Castell Castell PROPN NNP
    France France PROPN NNP
    French french ADJ JJ
    leader leader NOUN NN
    RDX RDX PROPN NNP
    left leave VERB VBD
    backed back VERB VBN
    so so ADV RB
    called call VERB VBN
    the the DET DT
    its its PRON PRP$
    of of ADP IN
    - - PUNCT HYPH
    , , PUNCT ,
    “ “ PUNCT ``
    ” ” PUNCT ''
    ( ( PUNCT -LRB-
    ) ) PUNCT -RRB-
    """.strip().splitlines()
]
"""Form, lemma, part of speech, tag."""
_DEPS = ["nsubj", "nsubjpass", "dobj", "pobj", "prep", "agent", "compound", "amod", "poss", "appos", "conj", "relcl", "acl", "attr"]
_ENTITIES = ["", "GPE", "PERSON", "ORG", "NORP"]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Random words under random trees in up to three sentences; some stand together without a space."""
    sentences, words, heads = [], [], []
    for _ in range(draw(st.integers(1, 3))):
        first = len(words)
        size = draw(st.integers(1, 9))
        words += draw(st.lists(st.sampled_from(_WORDS), min_size=size, max_size=size))
        # Each token but the root hangs on an earlier one in a random order, so that there is no circle.
        order = draw(st.permutations(range(first, first + size)))
        parent = {order[0]: order[0]} | {token: order[draw(st.integers(0, place))] for place, token in enumerate(order[1:])}
        heads += [parent[token] for token in range(first, first + size)]
        sentences.append((first, first + size))
    size = len(words)
    text, start, end = "", [], []
    for word, *_ in words:
        text += draw(st.sampled_from(["", " "])) if text else ""
        start.append(len(text))
        text += word
        end.append(len(text))
    deps = draw(st.lists(st.sampled_from(_DEPS), min_size=size, max_size=size))
    entities = draw(st.lists(st.sampled_from(_ENTITIES), min_size=size, max_size=size))
    return Document(
        "a", text, start, end, [word[1] for word in words], [word[2] for word in words], [word[3] for word in words],
        ["ROOT" if head == token else dep for token, (head, dep) in enumerate(zip(heads, deps))], heads, entities,
        [bool(entity) for entity in entities], sentences, [(0, len(sentences))],
    )  # fmt: skip


@given(documents())
@settings(max_examples=150, deadline=None)
def test_mentions_of_any_document(document: Document) -> None:
    found = find(document, TOPIC, TERMS)
    assert found == find(document, TOPIC, TERMS)
    for mention in found:
        assert document.text[mention.start : mention.end] == mention.text != ""
        first, last = document.sentences[mention.sentence]
        assert document.start[first] <= mention.start < mention.end <= document.end[last - 1]
        assert first <= mention.head_token < last
        assert (mention.actor is None) == (mention.resolved_by is None)
        assert mention.actor is None or mention.actor in TOPIC.actors
        assert (mention.verb is None) == (mention.role == "other")
        assert mention.kind == "label" or mention.kind == "name"
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
