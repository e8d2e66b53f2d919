"""Classes of construction that went wrong once, a sentence each."""

import pytest

from framing.language import parse_text
from framing.lexicon import load
from framing.measures.attribution import CueLexicons, find

CASES = [
    ("The mayor said the road was closed and that the bridge had fallen.",
     [("The mayor", "said", ["the road was closed and that the bridge had fallen"])]),
    ("If the talks fail, the minister said, troops will move.", [("the minister", "said", ["If the talks fail", "troops will move"])]),
    ("The guard is said to have fled.", [(None, "is said", ["The guard", "to have fled"])]),
    ("The general was quoted as saying that the war was over.", [("The general", "was quoted as saying", ["that the war was over"])]),
    ('There would be "no revenge", he vowed.', [("he", "vowed", ['There would be "no revenge"'])]),
    ("The plan will fail, as the minister put it.", [("the minister", "put it", ["The plan will fail"])]),
    ("The council was accused by residents of hiding the report.", [("residents", "was accused", ["The council"])]),
    ("Ms. Berg added that the school would stay open but warned that winter was near.",
     [("Ms. Berg", "added", ["that the school would stay open"]), ("Ms. Berg", "warned", ["that winter was near"])]),
    ("She was worried about the dam.", [("She", "was worried about", ["the dam"])]),
]  # fmt: skip


@pytest.fixture(scope="module")
def lexicons():
    return CueLexicons(load("english/reporting-verbs"), load("english/cue-complements"))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_source_cue_and_content(text, expected, lexicons):
    found = find(parse_text(text), lexicons).attributions
    assert [
        (text[slice(*one.source)] if one.source else None, text[slice(*one.cue)], [text[start:end] for start, end in one.content])
        for one in found
    ] == expected
