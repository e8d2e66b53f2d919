"""Quotations by token, those of one speaker together, and whether one is somebody's sentence or only a term between marks."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from framing.article import Span
from framing.document import Document
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.phrases import noun_phrase
from framing.measures.attribution.quotations import Quotation

SAYS = frozenset(("neutral", "assertive", "doubting", "conceding", "accusing", "directive"))

SHORT = 4
"""Words below which a quotation without punctuation of its own is a fragment: a term, a title, scare quotes."""


@dataclass(frozen=True)
class Placed:
    """A quotation by token: first and after-last token, marks included."""

    quotation: Quotation
    first: int
    last: int


@dataclass
class Group:
    """Quotations of one speaker by one cue. cue is None without one; source is a token, found from the line where the parse has none."""

    quotations: list[Placed]
    cue: Cue | None = None
    source: int | None = None
    colon: int | None = None
    sign: Span | None = None  # the dash before a signature, by character: no space may part it from the marks
    rule: str = "quotation"
    after: bool = False
    around: set[int] = field(default_factory=set)  # unquoted tokens of the sentence that the cue covers too


def place(document: Document, quotations: Sequence[Quotation]) -> list[Placed]:
    """Quotations with their tokens; those without any are dropped."""
    placed = []
    for quotation in quotations:
        first = bisect.bisect_left(document.end, quotation.start + 1)
        last = bisect.bisect_left(document.start, quotation.end)
        if first < last:
            placed.append(Placed(quotation, first, last))
    return placed


def cut_at_tag(document: Document, quotations: Sequence[Quotation], cues: Sequence[Cue]) -> list[Quotation]:
    """The quotations, those without a closing mark cut before the speech tag that ends their sentence: '“The road is shut, said Berg.'"""
    heads = {cue.head for cue in cues if cue.stance in SAYS and document.tag[cue.head] in ("VBD", "VBZ")}
    return [q if q.closed or q.continues else _cut(document, q, heads) for q in quotations]


def _cut(document: Document, quotation: Quotation, heads: Collection[int]) -> Quotation:
    first = bisect.bisect_left(document.end, quotation.start + 1)
    last = bisect.bisect_left(document.start, quotation.end)
    for comma in range(last - 2, max(first + SHORT, last - _TAG), -1):
        if document.words[comma] == ",":
            said = next((t for t in range(comma + 1, min(comma + _NAME, last)) if t in heads), None)
            if said is not None and not any(document.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(said + 1, last)):
                end = document.end[comma]
                return replace(quotation, end=end, inner_end=end)
    return quotation


_TAG = 16

_NAME = 7
"""Tokens of a speech tag, and of what stands before its verb, at the most."""


def is_speech(document: Document, placed: Placed) -> bool:
    """Whether a quotation is long or punctuated enough to be somebody's sentence rather than a term, a title or scare quotes.

    American typesetting moves a comma or stop of the outlet's sentence into the marks, so punctuation tells only of a quotation
    that begins a sentence or follows a comma or colon.
    """
    inner = document.text[placed.quotation.inner_start : placed.quotation.inner_end].rstrip()
    words = sum(document.is_word[t] for t in range(placed.first, placed.last))
    if words >= SHORT:
        return not _is_title(document, placed)
    return words > 0 and inner[-1:] in ",.?!" and _preceding(document, placed) in ("", *'\n.?!:,—–”"')


def _is_title(document: Document, placed: Placed) -> bool:
    """Whether a quotation is the title of a work: its words written large, behind a comma or the kind of work, below the headline."""
    before = placed.first - 1
    if before < 0 or document.paragraph_of[document.sentence_of[placed.first]] == 0:
        return False
    words = [t for t in range(placed.first, placed.last) if document.is_word[t]]
    large = (
        all(document.words[t][:1].isupper() or len(document.words[t]) <= _SMALL for t in words) and document.words[words[-1]][:1].isupper()
    )
    if not large or any(document.words[t].isupper() and len(document.words[t]) > 1 for t in words):
        return False
    kind = before - 1 if document.words[before] == "," else before
    return kind >= 0 and document.lemma[kind].lower() in _WORKS


_SMALL = 4
"""Letters of words that titles may write small ("of", "from")."""
_WORKS = frozenset((
    "ad", "album", "anthem", "article", "autobiography", "ballad", "biography", "blockbuster", "book", "column", "comedy",
    "documentary", "essay", "film", "hit", "hymn", "memoir", "movie", "musical", "novel", "op-ed", "painting", "paper", "play",
    "podcast", "poem", "program", "programme", "report", "romp", "segment", "series", "show", "sitcom", "song", "spot", "story",
    "thriller", "title", "track", "tune",
))  # fmt: skip


def _preceding(document: Document, placed: Placed) -> str:
    """The last character before a quotation that is no blank; "" at the start of the text."""
    at = placed.quotation.start - 1
    while at >= 0 and document.text[at] in " \t\u00a0":
        at -= 1
    return document.text[at] if at >= 0 else ""


def begins(document: Document, here: Placed) -> bool:
    """Whether a quotation opens a sentence or paragraph."""
    return _preceding(document, here) in ("", *".!?\n”\"'’")


def source_tokens(document: Document, group: Group) -> list[int]:
    """The speaker's noun phrase, kept on its side of cue and marks."""
    if group.source is None:
        return []
    barred = {t for placed in group.quotations for t in (placed.first, placed.last - 1)}
    barred.update(t for placed in group.quotations for t in range(placed.first, placed.last))
    if group.cue is not None:
        barred.update(range(group.cue.first, group.cue.last + 1))
    if group.colon is not None:
        barred.add(group.colon)
    return noun_phrase(document, group.source, without=barred)


class Verbs:
    """Cues that can introduce a quotation, by place."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = cues
        self._heads = [cue.head for cue in cues]

    def among(self, first: int, last: int) -> Sequence[Cue]:
        """Those whose head stands from first up to, not including, last."""
        return self._cues[bisect.bisect_left(self._heads, first) : bisect.bisect_left(self._heads, last)]


class Inside:
    """Whether a token stands in any of some quotations."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self._firsts = [p.first for p in placed]
        self._lasts = [p.last for p in placed]

    def at(self, token: int) -> bool:
        """Whether the token does."""
        index = bisect.bisect_right(self._firsts, token) - 1
        return index >= 0 and token < self._lasts[index]
