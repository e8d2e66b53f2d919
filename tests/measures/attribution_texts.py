"""How the tests of attribution write down what they expect, and how they read what was found."""

from __future__ import annotations

import functools

from framing import lexicon
from framing.document import Document
from framing.language import parse_text
from framing.measures import attribution
from framing.measures.attribution import Attribution, CueLexicons, Found


@functools.cache
def lexicons() -> CueLexicons:
    return CueLexicons(lexicon.load("english/reporting-verbs"), lexicon.load("english/cue-complements"))


def find(document: Document) -> Found:
    return attribution.find(document, lexicons())


def written(text: str, one: Attribution) -> str:
    """An attribution as "source | cue | content", a dash for what is absent, " … " between the parts of a content."""
    source, cue = ("-" if span is None else text[slice(*span)] for span in (one.source, one.cue))
    return f"{source} | {cue} | {' … '.join(text[start:end] for start, end in one.content)}"


def found_in(text: str, *, spoken_only: bool = True) -> list[str]:
    """The attributions of a text, as `written`."""
    return [written(text, one) for one in find(parse_text(text)).attributions if one.spoken or not spoken_only]
