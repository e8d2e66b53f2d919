"""What is seen of a candidate when it is judged: its cue, construction, source and content, and the candidates around it.

No feature holds a name: words of sources are common nouns and pronouns only, so that a model cannot learn whom an outlet quotes.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from framing.classify import words
from framing.classify.attribution.candidate import Candidate
from framing.document import Document

_COMMON = frozenset(("NOUN", "PRON", "DET"))
_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 35)


def features(document: Document, candidates: Sequence[Candidate]) -> list[set[str]]:
    """The names of what each candidate of an article has, in order."""
    around = _Around(candidates)
    rows = []
    for one in candidates:
        names = {"kept" if one.kept else "not kept", f"rule={one.rule}", f"stance={one.stance}", f"form={one.form}"}
        names.update(_cue(document, one))
        names.update(_source(document, one))
        names.update(_content(document, one))
        names.update(around.of(one))
        rows.append(names)
    return rows


def _cue(document: Document, one: Candidate) -> Iterator[str]:
    head = one.cue_head
    yield f"cue={one.lemma}"
    yield f"cue={one.lemma} rule={one.rule}"
    if head is None:
        yield "cue none"
        return
    above = document.head[head]
    yield f"cue tag={document.tag[head]} rule={one.rule}"
    yield f"cue dep={document.dep[head]} rule={one.rule}"
    yield f"cue dep={document.dep[head]} stance={one.stance}"
    yield f"cue dep={document.dep[head]} tag={document.tag[head]}"
    yield f"cue {document.lemma[head].lower()} tag={document.tag[head]}"
    yield f"cue {document.lemma[head].lower()} dep={document.dep[head]}"
    yield f"above={document.pos[above]}"
    if document.pos[above] != "PROPN":
        yield f"above={document.lemma[above].lower()} {document.dep[head]}"
    for child in document.children[head]:
        dep = document.dep[child]
        if dep in ("aux", "auxpass", "neg", "mark", "prt", "agent", "expl", "advmod") or (dep == "prep" and child < head):
            yield f"cue {dep}={document.lower[child]}"
        else:
            yield f"cue has {dep}"
    yield f"cue length={min(5, len(one.cue))}"
    if len(one.cue) > 1:
        yield f"cue ends={document.lower[one.cue[-1]]} {document.pos[one.cue[-1]]}"
        yield f"cue begins={document.lower[one.cue[0]]}"
    sentence = document.sentence_of[head]
    paragraph = document.paragraph_of[sentence]
    yield "headline" if paragraph < document.headline else f"paragraph {min(3, paragraph)}"
    yield f"ends {document.words[document.sentences[sentence][1] - 1]}"


def _source(document: Document, one: Candidate) -> Iterator[str]:
    head = one.source_head
    if head is None or not one.source:
        yield "source none"
        yield f"source none rule={one.rule}"
        yield f"source none stance={one.stance}"
        return
    kind = document.entity[head] or document.pos[head]
    yield f"source={kind}"
    yield f"source={kind} rule={one.rule}"
    yield f"source={kind} stance={one.stance}"
    yield f"source tag={document.tag[head]}"
    yield f"source dep={document.dep[head]} rule={one.rule}"
    if document.pos[head] in _COMMON and not document.entity[head]:
        yield f"source={document.lemma[head].lower()}"
        yield f"source={document.lemma[head].lower()} stance={one.stance}"
    yield f"source length={min(6, len(one.source))}"
    yield f"source starts={document.pos[one.source[0]]}"
    if one.cue_head is not None:
        way = _way(document, one.cue_head, head)
        yield f"source way={way}"
        yield f"source far={min(8, abs(one.cue_head - head) // 3)} {one.cue_head > head}"


def _content(document: Document, one: Candidate) -> Iterator[str]:
    size = bisect.bisect_left(_LENGTHS, sum(document.is_word[t] for t in one.content))
    yield f"content length={size}"
    yield f"content length={size} rule={one.rule}"
    yield f"content length={size} form={one.form}"
    first, last = one.content[0], one.content[-1]
    yield f"content begins={document.lower[first] if document.pos[first] not in ('PROPN', 'NOUN', 'NUM') else document.pos[first]}"
    yield f"content ends={document.pos[last]}"
    before = document.words[first - 1] if first and document.pos[first - 1] == "PUNCT" else document.pos[first - 1] if first else ""
    yield f"content behind={before}"
    top = _top(document, one)
    yield f"top={document.pos[top]} {document.dep[top]} rule={one.rule}"
    yield f"top tag={document.tag[top]}"
    if document.entity[top]:
        yield f"top entity={document.entity[top]}"
    if document.pos[top] != "PROPN" and not document.entity[top]:
        yield f"top={document.lemma[top].lower()}"
    if one.cue_head is not None:
        yield f"cue {document.lemma[one.cue_head].lower()} top={document.pos[top]} {document.dep[top]}"
        yield f"top way={_way(document, one.cue_head, top)}"
        order = "".join(mark for _, mark in sorted([(one.cue[0], "C"), (first, "X"), *([(one.source[0], "S")] if one.source else [])]))
        yield f"order={order} rule={one.rule}"
        yield f"order={order} form={one.form}"
    yield f"parts={min(3, sum(b - a > 1 for a, b in zip(one.content, one.content[1:])))}"
    if any(document.tag[t] in ("VBD", "VBZ", "VBP", "MD") for t in one.content):
        yield f"finite rule={one.rule}"
    if any(document.lower[t] in ("i", "we", "you", "my", "our", "your") for t in one.content):
        yield f"first or second person form={one.form}"
    if "?" in document.text[document.start[first] : document.end[last] + 1]:
        yield "question"


def _top(document: Document, one: Candidate) -> int:
    """The token of the content that governs most of those that none of the content governs."""
    inside = set(one.content)
    tops = [t for t in one.content if document.head[t] not in inside or document.head[t] == t]
    return max(tops, key=lambda t: len(document.children[t]), default=one.content[0])


def vectors(document: Document, candidates: Sequence[Candidate]) -> np.ndarray:
    """(candidates, three times their length): word vectors of cue, content's top and source, zeros for names and where there is none."""
    known = words.load()

    def vector(token: int | None) -> np.ndarray:
        row = None
        if token is not None and document.pos[token] not in ("PROPN", "PRON") and not document.entity[token]:
            row = known.find(document.lower[token], document.lemma[token])
        return np.zeros(known.vectors.shape[1], np.float32) if row is None else known.vectors[row]

    heads = [(one.cue_head, _top(document, one), one.source_head if one.source else None) for one in candidates]
    found = [np.concatenate([vector(token) for token in three]) for three in heads]
    return np.array(found, np.float32).reshape(len(heads), 3 * known.vectors.shape[1])


def _way(document: Document, of: int, to: int) -> str:
    """How one token is reached from another in the parse, at most two steps."""
    head, dep = document.head, document.dep
    if head[to] == of:
        return f">{dep[to]}"
    if head[of] == to:
        return f"<{dep[of]}"
    if head[head[to]] == of:
        return f">{dep[head[to]]}>{dep[to]}"
    if head[head[of]] == to:
        return f"<{dep[of]}<{dep[head[of]]}"
    if head[of] == head[to]:
        return f"<{dep[of]}>{dep[to]}"
    if head[to] == head[head[of]]:
        return f"<{dep[of]}<{dep[head[of]]}>{dep[to]}"
    return "far"


class _Around:
    """What other candidates of an article have to do with one."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._holding: dict[int, list[Candidate]] = defaultdict(list)
        self._cued: dict[int, list[Candidate]] = defaultdict(list)
        self._same: dict[tuple[int, ...], int] = defaultdict(int)
        for one in candidates:
            self._same[one.content] += 1
            for token in one.content:
                self._holding[token].append(one)
            for token in one.cue:
                self._cued[token].append(one)

    def of(self, one: Candidate) -> Iterator[str]:
        """Names of what it stands in, holds, and shares."""
        outer = [other for other in self._holding[one.anchor] if other is not one and len(other.content) > len(one.content)]
        for other in outer:
            yield f"in {other.rule} stance={other.stance}"
            yield f"in {other.form} {'kept' if other.kept else 'not kept'}"
            yield f"in {other.rule} rule={one.rule}"
        if any(other.kept for other in outer):
            yield f"inside stance={one.stance}"
            yield f"inside cue={one.lemma}"
        inner = {id(other): other for token in one.content for other in self._cued[token] if other is not one}
        if inner:
            yield f"holds others rule={one.rule}"
        if self._same[one.content] > 1:
            yield "same content"
        rivals = {id(other): other for token in one.cue for other in self._cued[token] if other is not one}
        for other in rivals.values():
            yield f"cue shared {other.rule} {'longer' if len(other.cue) > len(one.cue) else 'shorter'} rule={one.rule}"
            yield f"cue shared with {other.lemma}"
