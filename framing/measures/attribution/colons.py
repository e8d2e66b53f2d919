"""Speakers set off by a colon or dash: "VOSS: We will wait" at the head of a paragraph, "Bridge is safe: Berg" at the end of a headline."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import replace

from framing.document import Document
from framing.measures.attribution.groups import Group
from framing.measures.attribution.model import Attribution
from framing.measures.attribution.tree import trimmed

_LABEL = 7
"""Tokens of a speaker before the colon at the most."""
_TAIL = 4
"""Tokens of a speaker behind a headline at the most."""
_INTERVIEW = 3
"""Turns from which on a text is an interview or transcript, where an answer may run over paragraphs."""
_RUNS_ON = 4
"""Paragraphs that a turn runs on for at the most."""
_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
_SAID = 4
"""Words behind a headline's colon at the least."""
_NO_SPEAKER = frozenset(
    """
    abstract alert analysis breaking byline caption categories category check comment copyright correction credit date editor exclusive
    fact gallery highlights image infographic interview live look map maps more note opinion photo photos pictures poll read recap related
    results review source stat summary tags time timeline topics total transcript update updated video warning watch
    """.split()  # noqa: SIM905, a list of one word a line would be longer than what it serves
)
"""Words beside a colon that label a text or say what it is, and name nobody."""


_SPEAKERS = frozenset(
    """
    agency aide aides analysts army campaign camp court critics economists editorial experts family government historians insiders judge
    lawyer lawyers military minister ministry newspaper officials opposition paper police poll prosecutor prosecutors rebels report reports
    researchers scientists source sources spokesman spokeswoman state study survey survivors watchdog witness witnesses
    """.split()  # noqa: SIM905
)
"""Nouns of who or what speaks in a headline: "Poll: Voters split on the dam", "Officials: Bridge shut"."""


def labelled(document: Document, groups: Sequence[Group]) -> list[Attribution]:
    """The attributions of paragraphs that open with a speaker and a colon, and of a headline that closes with one."""
    taken = {t for group in groups for p in group.quotations for t in range(p.first, p.last)}
    found, turns = [], []
    people = {word for word, kind, pos in zip(document.words, document.entity, document.pos) if kind == "PERSON" and pos == "PROPN"}
    asks = any(document.words[document.sentences[first][0]] == "Q." for first, _ in document.paragraphs)  # "A." alone may be an initial
    for index, (first, last) in enumerate(document.paragraphs):
        start, end = document.sentences[first][0], document.sentences[last - 1][1]
        if asks and document.words[start] in ("Q.", "A."):
            one = _attribution(document, start, (start, start), None, range(start + 1, end))
        else:
            one = _opening(document, start, end, taken, people) or (_heading(document, start, end, taken, people) if index == 0 else None)
        if one is not None:
            turns.append((index, len(found)))
        if one is None and index == 0 and document.pos[end - 1] != "PUNCT":  # a headline, marked as one or not, has no full stop
            one = _closing(document, start, end, taken)
        if one is not None:
            found.append(one)
    if len(turns) >= _INTERVIEW:
        for (before, at), (after, _) in itertools.pairwise(turns):
            found[at] = _longer(document, found[at], range(before + 1, after), taken)
    return found


def _longer(document: Document, turn: Attribution, paragraphs: range, taken: Collection[int]) -> Attribution:
    """A turn of an interview with the paragraphs up to the next speaker's, unless somebody is quoted there or it is no speech."""
    if not 0 < len(paragraphs) <= _RUNS_ON:
        return turn
    spans = []
    for first, last in document.paragraphs[paragraphs.start : paragraphs.stop]:
        inside = range(document.sentences[first][0], document.sentences[last - 1][1])
        if not taken.isdisjoint(inside) or not any(document.tag[t] in _FINITE for t in inside):
            return turn
        spans.append(document.span(inside[0], inside[-1]))
    content = (*turn.content, *spans)
    return replace(turn, content=content, spoken=content)


def _opening(document: Document, start: int, end: int, taken: set[int], people: Collection[str]) -> Attribution | None:
    colon = next((t for t in range(start + 1, min(start + _LABEL, end)) if document.words[t] == ":"), None)
    if colon is None or end - colon < 3 or (colon + 1) in taken:
        return None
    name = [t for t in range(start, colon) if document.words[t] not in ("–", "—", "-")]
    named = {t for t in name if document.pos[t] == "PROPN" or document.words[t] in people}  # "Woods: ..." may be read as a noun
    if not name or not all(t in named or document.pos[t] == "ADP" or document.words[t].isupper() for t in name):
        return None
    # A list of names or a figure behind a name ("Berg: 1,769") is nothing said; "Q:" and "A:" label any answer.
    says = any(document.tag[t] in _FINITE for t in range(colon + 1, end)) or len(document.words[name[-1]]) == 1
    if not says or _NO_SPEAKER & {document.lower[t] for t in name}:
        return None
    head = name[-1] if name[-1] in named else name[0]
    return _attribution(document, head, (start, colon - 1), colon, range(colon + 1, end))


def _heading(document: Document, start: int, end: int, taken: set[int], people: Collection[str]) -> Attribution | None:
    """Who a headline opens with, where what is said has no finite verb or who says it is no name: "Berg: Time to go", "Poll: ..."."""
    colon = next((t for t in range(start + 1, min(start + _LABEL, end)) if document.words[t] == ":"), None)
    if colon is None or (colon + 1) in taken or sum(document.is_word[t] for t in range(colon + 1, end)) < _SAID:
        return None
    name = list(range(start, colon))
    head = name[-1]
    speaks = document.lower[head] in _SPEAKERS
    named = document.words[head] in people or document.entity[head] in ("PERSON", "ORG")
    plain = all(document.pos[t] in ("PROPN", "NOUN", "ADJ") for t in name) and document.entity[start] not in ("DATE", "TIME")
    if not plain or not (speaks or named) or (_NO_SPEAKER - _SPEAKERS) & {document.lower[t] for t in name}:
        return None
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


def _attribution(document: Document, head: int, name: tuple[int, int], mark: int | None, said: range) -> Attribution | None:
    inside = trimmed(document, list(said))
    if not inside:
        return None
    opens = next(t for t in said if t == inside[0] or document.is_word[t])  # "And then?" is asked with its And
    content = (document.span(opens, inside[-1]),)
    return Attribution(
        sentence=document.sentence_of[head if mark is None else mark],
        source=document.span(*name),
        source_head=head,
        cue=None if mark is None else document.span(mark, mark),
        cue_head=None,
        cue_lemma=None if mark is None else ":" if document.words[mark] == ":" else "–",
        stance="neutral",
        content=content,
        spoken=content,
        form="indirect",
        rule="colon",
    )
