"""Small lexicons as text, and documents by hand, for the tests beside this file."""

from framing.document import Document

HEADER = """\
id = "test/verbs"
version = "1.0"
language = "en"
licence = "MIT"
source = "nobody"
source_url = "https://example.org"
description = "for tests"
"""


def group(name="neutral", entries='"say", "point out"', more="", matches="He [said] so.", does_not_match="He slept."):
    return f"""
[groups.{name}]
description = "a class"
source = "nobody"
entries = [{entries}]
{more}
matches = ["{matches}"]
does_not_match = ["{does_not_match}"]
"""


def actor(name="rebels", more='names = ["HTS"]\nlabels = ["rebel"]', kind="armed group"):
    return f"""
[actors.{name}]
name = "{name.title()}"
type = "{kind}"
{more}
matches = ["The [HTS] came."]
does_not_match = ["Nobody came."]
"""


def document(*tokens, sentences=None):
    """A document of tokens such as `said/say/VERB` (form/lemma/POS); what is left out is the form and X."""
    rows = [[*token.split("/"), "", ""][:3] for token in tokens]
    words = [row[0] for row in rows]
    start = [sum(len(word) + 1 for word in words[:index]) for index in range(len(words))]
    return Document(
        article_id="hand", text=" ".join(words), start=start, end=[a + len(word) for a, word in zip(start, words)],
        lemma=[lemma or word for word, lemma, _ in rows], pos=[pos or "X" for *_, pos in rows],
        tag=["X"] * len(words), dep=["dep"] * len(words), head=list(range(len(words))), entity=[""] * len(words),
        entity_start=[False] * len(words), sentences=sentences or [(0, len(words))], paragraphs=[(0, len(sentences or [0]))],
    )  # fmt: skip
