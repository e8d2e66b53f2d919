"""Speakers set off by a colon or dash: "VOSS: We will wait" at the head of a paragraph, "Bridge is safe: Berg" at the end of a headline."""

from __future__ import annotations

from collections.abc import Sequence

from framing.document import Document
from framing.measures.attribution.model import Attribution
from framing.measures.attribution.quoted import Group
from framing.measures.attribution.tree import trimmed

_LABEL = 7
"""Tokens of a speaker before the colon at the most."""
_TAIL = 4
"""Tokens of a speaker behind a headline at the most."""
_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
_NO_SPEAKER = frozenset(
    """
    abstract alert analysis breaking byline caption categories category check comment copyright correction credit date editor exclusive
    fact gallery highlights image infographic interview live look map maps more note opinion photo photos pictures poll read recap related
    results review source stat summary tags time timeline topics total transcript update updated video warning watch
    """.split()  # noqa: SIM905, a list of one word a line would be longer than what it serves
)
"""Words beside a colon that label a text or say what it is, and name nobody."""


def labelled(document: Document, groups: Sequence[Group]) -> list[Attribution]:
    """The attributions of paragraphs that open with a speaker and a colon, and of a headline that closes with one."""
    taken = {t for group in groups for p in group.quotations for t in range(p.first, p.last)}
    found = []
    for index, (first, last) in enumerate(document.paragraphs):
        start, end = document.sentences[first][0], document.sentences[last - 1][1]
        one = _opening(document, start, end, taken)
        if one is None and index == 0 and document.pos[end - 1] != "PUNCT":  # a headline, marked as one or not, has no full stop
            one = _closing(document, start, end, taken)
        if one is not None:
            found.append(one)
    return found


def _opening(document: Document, start: int, end: int, taken: set[int]) -> Attribution | None:
    colon = next((t for t in range(start + 1, min(start + _LABEL, end)) if document.words[t] == ":"), None)
    if colon is None or end - colon < 3 or (colon + 1) in taken:
        return None
    name = [t for t in range(start, colon) if document.words[t] not in ("–", "—", "-")]
    if not name or not all(document.pos[t] in ("PROPN", "ADP") or document.words[t].isupper() for t in name):
        return None
    # A list of names or a figure behind a name ("Berg: 1,769") is nothing said; "Q:" and "A:" label any answer.
    says = any(document.tag[t] in _FINITE for t in range(colon + 1, end)) or len(document.words[name[-1]]) == 1
    if not says or _NO_SPEAKER & {document.lower[t] for t in name}:
        return None
    head = name[-1] if document.pos[name[-1]] == "PROPN" else name[0]
    return _attribution(document, head, (start, colon - 1), colon, range(colon + 1, end))


def _closing(document: Document, start: int, end: int, taken: set[int]) -> Attribution | None:
    mark = next((t for t in range(end - 2, max(start + 2, end - 2 - _TAIL), -1) if document.words[t] in (":", "–", "—", "-")), None)
    if mark is None or taken.intersection(range(start, end)) or not any(document.tag[t] in _FINITE for t in range(start, mark)):
        return None
    name = trimmed(document, list(range(mark + 1, end)))
    spaced = document.start[mark] > document.end[mark - 1] and document.start[mark + 1] > document.end[mark]
    if not name or not (spaced or document.words[mark] == ":") or not all(document.pos[t] in ("PROPN", "NOUN") for t in name):
        return None
    if _NO_SPEAKER & {document.lower[t] for t in name}:
        return None
    return _attribution(document, name[-1], (name[0], name[-1]), mark, range(start, mark))


def _attribution(document: Document, head: int, name: tuple[int, int], mark: int, said: range) -> Attribution | None:
    inside = trimmed(document, list(said))
    if not inside:
        return None
    content = (document.span(inside[0], inside[-1]),)
    return Attribution(
        sentence=document.sentence_of[mark],
        source=document.span(*name),
        source_head=head,
        cue=document.span(mark, mark),
        cue_head=None,
        cue_lemma=":" if document.words[mark] == ":" else "–",
        stance="neutral",
        content=content,
        spoken=content,
        form="indirect",
        rule="colon",
    )
