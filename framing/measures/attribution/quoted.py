"""Which cue introduces, follows or interrupts which quotation: read from the line of text, because parses break at quotation marks."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from framing.document import Document
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.quotations import Quotation
from framing.measures.attribution.tree import noun_phrase, subject

_STOPS = frozenset((".", "!", "?", "…", "..."))
_OPEN_END = frozenset(",?!—–-…")
_CLOSING = frozenset(("”", '"', "''", "’", "»", ")"))
_REACH = 40
"""Tokens between a quotation and its cue at the most."""
_SHORT = 4
"""Words below which a quotation without punctuation of its own is a fragment: a term, a title, scare quotes."""
_SAYS = frozenset(("neutral", "assertive", "doubting", "conceding", "accusing", "directive"))
_CONDITIONS = frozenset(("although", "because", "if", "unless", "until", "when", "while"))
_LABEL = 14
"""Tokens of a speaker before a colon at the most."""
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_INSIDE_PHRASE = frozenset((
    "compound", "det", "amod", "poss", "nummod", "nmod", "case", "punct", "advmod", "quantmod", "pobj", "prep", "appos",
))  # fmt: skip


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
    heads = {cue.head for cue in cues if cue.stance in _SAYS and document.tag[cue.head] in ("VBD", "VBZ")}
    return [q if q.closed or q.continues else _cut(document, q, heads) for q in quotations]


def _cut(document: Document, quotation: Quotation, heads: Collection[int]) -> Quotation:
    first = bisect.bisect_left(document.end, quotation.start + 1)
    last = bisect.bisect_left(document.start, quotation.end)
    for comma in range(last - 2, max(first + _SHORT, last - _TAG), -1):
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
    if words >= _SHORT:
        return True
    return words > 0 and inner[-1:] in ",.?!" and _preceding(document, placed) in ("", *'\n.?!:,—–”"')


def _preceding(document: Document, placed: Placed) -> str:
    """The last character before a quotation that is no blank; "" at the start of the text."""
    at = placed.quotation.start - 1
    while at >= 0 and document.text[at] in " \t\u00a0":
        at -= 1
    return document.text[at] if at >= 0 else ""


def pair(document: Document, placed: Sequence[Placed], cues: Sequence[Cue]) -> list[Group]:
    """Groups of speech quotations with their cues, in text order."""
    quoted = _Inside(placed)
    verbs = _Verbs([cue for cue in cues if _carries(document, cue) and not quoted.at(cue.head)])
    groups: list[Group] = []
    before: Placed | None = None
    for index, here in enumerate(placed):
        if not is_speech(document, here):
            continue
        following = placed[index + 1] if index + 1 < len(placed) else None
        previous = placed[index - 1] if index else None
        group = _joined(document, here, before, following, verbs, groups) or _by_cue(document, here, previous, following, verbs, groups)
        if group is None and before is not None and groups and (_continues(document, here, before) or _goes_on(document, here, groups[-1])):
            group = _adding(document, here, groups[-1], verbs)
            if group is None:
                groups[-1].quotations.append(here)
        elif group is None:
            group = _by_colon(document, here) or _signed(document, here) or _led_in(document, here, verbs)
            known = next((g for g in groups[-3:] if group is not None and g.cue is not None and g.cue == group.cue), None)
            if known is not None:
                known.quotations.append(here)
                group = known
            if group is None and _stands_alone(document, here):
                group = Group([here], rule="quotation alone")
        if group is not None and not any(group is known for known in groups[-3:]):
            groups.append(group)
        before = here
    return groups


def _carries(document: Document, cue: Cue) -> bool:
    """Whether a cue can introduce a quotation: a verb, "according to", or a noun right before a colon ("the following statement:")."""
    if document.lemma[cue.head] in ("seem", "appear"):
        return False
    if document.pos[cue.head] == "VERB" or document.lower[cue.head] == "according":
        return True
    return document.pos[cue.head] == "NOUN" and cue.last + 1 < len(document) and document.words[cue.last + 1] == ":"


def _joined(
    document: Document, here: Placed, before: Placed | None, following: Placed | None, verbs: _Verbs, groups: list[Group]
) -> Group | None:
    """A quotation that runs on from the paragraph before joins its group, unless a cue of its own follows ('..." he went on')."""
    if before is not None and before.quotation.continues and here.quotation.paragraph == before.quotation.paragraph + 1 and groups:
        cue = _cue_after(document, here, following, verbs)
        if cue is not None and groups[-1].cue is None:  # the first cue of a long quotation stands behind its last paragraph
            groups[-1].cue, groups[-1].after, groups[-1].rule = cue, True, "quotation"
            groups[-1].source = _speaker(document, cue, here.last, _limit(document, here.last, following))
        elif cue is not None:
            return None
        groups[-1].quotations.append(here)
        return groups[-1]
    return None


def _by_cue(
    document: Document, here: Placed, previous: Placed | None, following: Placed | None, verbs: _Verbs, groups: list[Group]
) -> Group | None:
    cue, after = _cue_after(document, here, following, verbs), True
    if cue is None:
        cue, after = _cue_before(document, here, previous, verbs), False
    if cue is None:
        return None
    for group in groups[-3:]:
        if group.cue == cue:
            group.quotations.append(here)
            return group
    low, high = (here.last, _limit(document, here.last, following)) if after else (_floor(document, here.first, previous), here.first)
    group = Group([here], cue=cue, source=_speaker(document, cue, low, high), after=after)
    if after:
        group.around = _around(document, here, previous, group, verbs)
    return group


def _around(document: Document, here: Placed, previous: Placed | None, group: Group, verbs: _Verbs) -> set[int]:
    """The rest of a sentence that a quotation only ends or begins: 'The dam "must go," she said', '"We are sad" over it, she said'."""
    tokens: set[int] = set()
    cue = group.cue
    floor = _floor(document, here.first, previous)
    if floor < here.first and not _begins(document, here) and (previous is None or previous.last <= floor):
        lead = range(floor, here.first)
        if not verbs.among(floor, here.first) and any(document.pos[t] in ("VERB", "AUX", "NOUN", "PROPN") for t in lead):
            tokens.update(lead)
    source = source_tokens(document, group)
    stop = min([cue.first, *source]) if cue is not None else here.last
    tail = [t for t in range(here.last, stop) if document.head[t] not in source and (cue is None or document.head[t] != cue.head)]
    if sum(document.is_word[t] for t in tail) >= 2 and tail == list(range(here.last, here.last + len(tail))):
        tokens.update(tail)
    return tokens


def _limit(document: Document, start: int, following: Placed | None) -> int:
    """Token after the sentence part that follows a quotation."""
    end = min(len(document), start + _REACH, following.first if following else len(document))
    paragraph_end = document.sentences[document.paragraphs[document.paragraph_of[document.sentence_of[start - 1]]][1] - 1][1]
    for token in range(start, min(end, paragraph_end)):
        if document.words[token] in _STOPS and document.pos[token] == "PUNCT":
            return token
    return min(end, paragraph_end)


def _floor(document: Document, end: int, previous: Placed | None) -> int:
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


def _cue_after(document: Document, here: Placed, following: Placed | None, verbs: _Verbs) -> Cue | None:
    if here.last >= len(document):
        return None
    low, high = here.last, _limit(document, here.last, following)
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
        if document.lower[cue.head] == "according" and not _begins(document, here):
            continue  # the clause around the quotation is what it vouches for
        if (
            low <= cue.head < high
            and (_tensed(document, cue) or (inner[-1:] in _OPEN_END and _only_verb(document, cue, low, high)))
            and (document.tag[cue.head] != "VBG" or (low == cue.first and not _has_own_object(document, cue)))
        ):
            lead = [t for t in range(low, cue.first) if document.pos[t] == "VERB" and not _describes(document, t, low)]
            if not lead and cue.first - low <= 25 and not (inner[:1].islower() and _has_own_clause(document, cue)):
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
    return cue.first == low or not any(document.tag[t] in _FINITE for t in range(low, high))


_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def _describes(document: Document, verb: int, low: int) -> bool:
    """Whether a verb behind low stands in a relative or participial clause, which only describes the speaker."""
    while document.dep[verb] not in ("acl", "relcl", "amod", "compound"):
        above = document.head[verb]
        if above == verb or above < low:
            return False
        verb = above
    return True


def _begins(document: Document, here: Placed) -> bool:
    """Whether a quotation opens a sentence or paragraph."""
    return _preceding(document, here) in ("", *".!?\n”\"'’")


def _has_own_object(document: Document, cue: Cue) -> bool:
    return document.lemma[cue.head] != "tell" and any(document.dep[c] == "dobj" and c > cue.head for c in document.children[cue.head])


def _has_own_clause(document: Document, cue: Cue) -> bool:
    """Whether a clause follows the cue, which then introduces that rather than a fragment before it."""
    return any(document.dep[c] == "ccomp" and c > cue.head for c in document.children[cue.head])


def _cue_before(document: Document, here: Placed, previous: Placed | None, verbs: _Verbs) -> Cue | None:
    low = _floor(document, here.first, previous)
    if low >= here.first:
        return None
    inside = verbs.among(low, here.first)
    if not inside:
        return None
    cue, lead = inside[-1], document.lower[here.first - 1]
    words = document.text[here.quotation.inner_start : here.quotation.inner_end].lstrip()
    capital = words[:1].isupper() or not words[:1].isalpha()
    if lead in (",", ":") or (lead == "that" and here.first - 1 - cue.last <= 2) or cue.last == here.first - 1:
        fragment = not capital and cue.stance not in _SAYS
        return cue if capital or lead == ":" or (cue.last == here.first - 1 and not fragment) else None
    return cue if capital and cue.stance in ("neutral", "assertive") and here.last - here.first > 6 else None


def _speaker(document: Document, cue: Cue, low: int, high: int) -> int | None:
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
        if document.pos[token] in _NOMINAL:
            while document.dep[token] in _INSIDE_PHRASE and document.head[token] in tokens:
                token = document.head[token]
            return token if document.pos[token] in _NOMINAL else None
        if document.pos[token] in ("VERB", "SCONJ"):
            return None
    return None


def _continues(document: Document, here: Placed, before: Placed) -> bool:
    """Whether a quotation without cue goes on from the last one: later in its sentence, or as a sentence of its own in its paragraph."""
    if here.quotation.paragraph != before.quotation.paragraph:
        return False
    floor = _floor(document, here.first, before)
    inner = document.text[here.quotation.inner_start : here.quotation.inner_end].lstrip()
    return floor == before.last or (floor == here.first and not inner[:1].islower())


def _goes_on(document: Document, here: Placed, group: Group) -> bool:
    """Whether a paragraph that opens with a quotation goes on from the one before, whose cue stands there: '..., he said.¶"And ..."'"""
    if group.cue is None or document.paragraph_of[document.sentence_of[group.cue.head]] != here.quotation.paragraph - 1:
        return False
    return _opens_paragraph(document, here) and _stands_alone(document, here)


def _adding(document: Document, here: Placed, group: Group, verbs: _Verbs) -> Group | None:
    """A quotation behind a speech tag that goes on: '"No," she said, adding that she would stay. "I am tired."' is what she added."""
    if group.cue is None or not group.after:
        return None
    sentence = document.sentences[document.sentence_of[group.cue.head]]
    for cue in verbs.among(group.cue.last + 1, min(sentence[1], here.first)):
        adds = document.tag[cue.head] == "VBG" and cue.stance in _SAYS and document.words[cue.first - 1] == ","
        if adds and _has_own_clause(document, cue):
            return Group([here], cue=cue, source=group.source, rule="lead-in")
    return None


def _signed(document: Document, here: Placed) -> Group | None:
    """A quotation signed with a dash, behind it or in the line below: '"It will rain." ― Anna Berg', '- Anna Berg, engineer'."""
    dash = here.last
    if dash + 1 >= len(document) or document.words[dash] not in _DASHES or not _stands_alone(document, here):
        return None
    name = dash + 1
    while name < min(dash + _LABEL, len(document)) and document.words[name][:1].isupper() and "\n" not in _gap(document, name):
        name += 1
    ends = name == len(document) or "\n" in _gap(document, name) or document.words[name] in (",", ".", "(")
    return Group([here], source=name - 1, colon=dash, rule="signature") if name > dash + 1 and ends else None


def _gap(document: Document, token: int) -> str:
    """What stands between a token and the one before."""
    return document.text[document.end[token - 1] : document.start[token]]


_DASHES = frozenset(("-", "–", "—", "--", "―"))


def _opens_paragraph(document: Document, here: Placed) -> bool:
    return here.first == document.sentences[document.paragraphs[here.quotation.paragraph][0]][0]


def _led_in(document: Document, here: Placed, verbs: _Verbs) -> Group | None:
    """A quotation that is a sentence of its own behind one that says who speaks: 'The mayor was blunt in a tweet. "Enough."'"""
    if not _stands_alone(document, here) or here.first == 0:
        return None
    sentence = document.sentence_of[here.first - 1]
    if document.paragraph_of[sentence] < here.quotation.paragraph - 1:
        return None
    first, last = document.sentences[sentence]
    for cue in verbs.among(first, last):
        if document.dep[cue.head] == "ROOT" and cue.stance in _SAYS:
            speaker = subject(document, cue.head)
            if speaker is not None and document.entity[speaker] not in ("DATE", "CARDINAL"):
                return Group([here], cue=cue, source=speaker, rule="lead-in")
    for cue in reversed(verbs.among(first, last)):  # "Voss praised the crew by the dam." names who goes on too, where it is a person
        speaker = subject(document, cue.head)
        if speaker is not None and (document.entity[speaker] == "PERSON" or document.lower[speaker] in ("he", "she")):
            return Group([here], cue=cue, source=speaker, rule="lead-in")
    return None


def _by_colon(document: Document, here: Placed) -> Group | None:
    colon = here.first - 1
    if colon < 1 or document.words[colon] != ":":
        return None
    low = max(_floor(document, here.first, None), colon - _LABEL)
    names = [t for t in range(low, colon) if document.pos[t] in ("PROPN", "NOUN")]
    if not names or any(document.pos[t] == "VERB" for t in range(low, colon)):
        return None
    head = names[-1]
    while document.head[head] in range(low, colon) and document.head[head] != head:
        head = document.head[head]
    return Group([here], source=head if document.pos[head] in _NOMINAL else names[-1], colon=colon, rule="colon")


def _stands_alone(document: Document, here: Placed) -> bool:
    """A sentence of its own between marks, with nobody named."""
    inner = document.text[here.quotation.inner_start : here.quotation.inner_end].strip()
    return (
        _begins(document, here)
        and inner[:1].isupper()
        and inner[-1:] in ".?!,…"
        and sum(document.is_word[t] for t in range(here.first, here.last)) >= _SHORT
    )


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


class _Verbs:
    """Cues that can introduce a quotation, by place."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = cues
        self._heads = [cue.head for cue in cues]

    def among(self, first: int, last: int) -> Sequence[Cue]:
        """Those whose head stands from first up to, not including, last."""
        return self._cues[bisect.bisect_left(self._heads, first) : bisect.bisect_left(self._heads, last)]


class _Inside:
    def __init__(self, placed: Sequence[Placed]) -> None:
        self._firsts = [p.first for p in placed]
        self._lasts = [p.last for p in placed]

    def at(self, token: int) -> bool:
        index = bisect.bisect_right(self._firsts, token) - 1
        return index >= 0 and token < self._lasts[index]
