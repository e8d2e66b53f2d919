"""Speech tags: the cue before or behind a quotation and who speaks, read from the line of text, because parses break at quotation marks."""

from __future__ import annotations

from framing.document import Document
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.groups import SAYS, Placed, Verbs, begins
from framing.measures.attribution.subjects import subject

_STOPS = frozenset((".", "!", "?", "…", "..."))
_OPEN_END = frozenset(",?!—–-…")
_CLOSING = frozenset(("”", '"', "''", "’", "»", ")"))

_REACH = 40
"""Tokens between a quotation and its cue at the most."""

_CONDITIONS = frozenset(("although", "because", "if", "unless", "until", "when", "while"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))

_INSIDE_PHRASE = frozenset((
    "compound", "det", "amod", "poss", "nummod", "nmod", "case", "punct", "advmod", "quantmod", "pobj", "prep", "appos",
))  # fmt: skip


def sentence_limit(document: Document, start: int, following: Placed | None) -> int:
    """Token after the sentence part that follows a quotation."""
    end = min(len(document), start + _REACH, following.first if following else len(document))
    paragraph_end = document.sentences[document.paragraphs[document.paragraph_of[document.sentence_of[start - 1]]][1] - 1][1]
    for token in range(start, min(end, paragraph_end)):
        if document.words[token] in _STOPS and document.pos[token] == "PUNCT":
            return token
    return min(end, paragraph_end)


def sentence_floor(document: Document, end: int, previous: Placed | None) -> int:
    """First token of the sentence part that precedes a quotation."""
    paragraph = document.paragraph_of[document.sentence_of[end]]
    opening = document.sentences[document.paragraphs[paragraph][0]][0]
    if opening == end and end and document.words[end - 1] == ":":  # "She continued:" on a line of its own introduces the paragraph
        opening = document.sentences[document.paragraphs[paragraph - 1][0]][0]
    start = max(opening, end - _REACH, previous.last if previous else 0)
    for token in range(end - 1, start - 1, -1):
        if document.words[token] in _STOPS and document.pos[token] == "PUNCT":
            token += 1
            while token < end and document.words[token] in _CLOSING:  # the stop stands inside the marks of a title
                token += 1
            return token
    return start


def cue_after(document: Document, here: Placed, following: Placed | None, verbs: Verbs) -> Cue | None:
    """The cue of the speech tag behind a quotation."""
    if here.last >= len(document):
        return None
    low, high = here.last, sentence_limit(document, here.last, following)
    inner = document.text[here.quotation.inner_start : here.quotation.inner_end].rstrip()
    if document.words[low] in (",", "—", "–", "-"):
        low += 1
    elif inner[-1:] not in _OPEN_END and not (
        low < high and document.lower[low] == document.words[low] and document.text[document.start[low] - 1 : document.start[low]] != "\n"
    ):
        return None
    if low < high and low == here.last and document.lower[low] in _CONDITIONS:  # '"it ends" if he goes on like this'
        return None
    for cue in verbs.among(low, high):
        if document.lower[cue.head] == "according" and not begins(document, here):
            continue  # the clause around the quotation is what it vouches for
        if (
            low <= cue.head < high
            and (_tensed(document, cue) or (inner[-1:] in _OPEN_END and _only_verb(document, cue, low, high)))
            and (document.tag[cue.head] != "VBG" or (low == cue.first and not _has_own_object(document, cue)))
        ):
            lead = [t for t in range(low, cue.first) if document.pos[t] == "VERB" and not _describes(document, t, low)]
            if not lead and cue.first - low <= 25 and not (inner[:1].islower() and has_own_clause(document, cue)):
                return cue
            return None
    return None


def _tensed(document: Document, cue: Cue) -> bool:
    """Whether a verb can carry a quotation: finite, with an auxiliary, or a participle in -ing; "a book published in May" is none."""
    verb = cue.head
    if document.tag[verb] in ("VB", "VBN"):
        if any(document.tag[t] in ("VBD", "VBZ", "VBP") for t in range(cue.first, verb)):  # "went so far as to say"
            return True
        return any(document.dep[c] in ("aux", "auxpass") and document.lower[c] != "to" for c in document.children[verb])
    return True


def _only_verb(document: Document, cue: Cue, low: int, high: int) -> bool:
    """Whether a participle must be the verb of its clause: ',” added Voss', '!” Voss, the head of the union, posted on Friday'."""
    if cue.first == low or not any(document.tag[t] in _FINITE for t in range(low, high)):
        return True
    return cue.first - low <= _NAMED and all(document.pos[t] in ("PROPN", "PRON") for t in range(low, cue.first))  # ',” Voss barked and'


_NAMED = 3
"""Tokens of a name right behind a quotation at the most."""


_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _describes(document: Document, verb: int, low: int) -> bool:
    """Whether a verb behind low stands in a relative or participial clause, which only describes the speaker."""
    while document.dep[verb] not in ("acl", "relcl", "amod", "compound"):
        above = document.head[verb]
        if above == verb or above < low:
            return False
        verb = above
    return True


def _has_own_object(document: Document, cue: Cue) -> bool:
    return document.lemma[cue.head] != "tell" and any(document.dep[c] == "dobj" and c > cue.head for c in document.children[cue.head])


def has_own_clause(document: Document, cue: Cue) -> bool:
    """Whether a clause follows the cue, which then introduces that rather than a fragment before it."""
    return any(document.dep[c] == "ccomp" and c > cue.head for c in document.children[cue.head])


def cue_before(document: Document, here: Placed, previous: Placed | None, verbs: Verbs) -> Cue | None:
    """The cue that introduces a quotation."""
    low = sentence_floor(document, here.first, previous)
    if low >= here.first:
        return None
    inside = verbs.among(low, here.first)
    if not inside:
        return None
    cue, lead = inside[-1], document.lower[here.first - 1]
    words = document.text[here.quotation.inner_start : here.quotation.inner_end].lstrip()
    capital = words[:1].isupper() or not words[:1].isalpha()
    if lead in (",", ":") or (lead == "that" and here.first - 1 - cue.last <= 2) or cue.last == here.first - 1:
        fragment = not capital and cue.stance not in SAYS
        return cue if capital or lead == ":" or (cue.last == here.first - 1 and not fragment) else None
    return cue if capital and cue.stance in ("neutral", "assertive") and here.last - here.first > 6 else None


def speaker_of(document: Document, cue: Cue, low: int, high: int) -> int | None:
    """The head of the speaker: the parse's subject when it stands on the cue's side of the marks, else the phrase beside the cue."""
    if document.lower[cue.head] == "according":
        return None
    found = subject(document, cue.head)
    if found is not None and low <= found < high:
        return found
    after = _phrase(document, range(cue.last + 1, min(high, cue.last + 12)))
    before = _phrase(document, range(cue.first - 1, max(low, cue.first - 12) - 1, -1))
    if cue.first - low <= 1 and after is not None:
        return after
    return before if before is not None else after if low >= cue.first - 1 else found


def _phrase(document: Document, tokens: range) -> int | None:
    for token in tokens:
        if document.pos[token] in NOMINAL:
            while document.dep[token] in _INSIDE_PHRASE and document.head[token] in tokens:
                token = document.head[token]
            return token if document.pos[token] in NOMINAL else None
        if document.pos[token] in ("VERB", "SCONJ"):
            return None
    return None
