"""Attributions of an article: cues with their sources and contents, from quotation marks and grammar together."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from framing.article import Span
from framing.document import Document
from framing.measures.attribution.complements import Complement, complement
from framing.measures.attribution.cues import Cue, CueLexicons, cue_tokens, find_cues
from framing.measures.attribution.model import Attribution
from framing.measures.attribution.quotations import Quotation, brackets, quotations
from framing.measures.attribution.quoted import Group, Placed, is_speech, pair, place, source_tokens
from framing.measures.attribution.tree import child, noun_phrase, spans, subject, trimmed


@dataclass(frozen=True)
class Found:
    """What an article attributes, and where its quotation marks and editors' brackets are."""

    attributions: tuple[Attribution, ...]
    quotations: tuple[Span, ...]
    brackets: tuple[Span, ...]


def find(document: Document, lexicons: CueLexicons) -> Found:
    """The attributions of an article, in text order of their cue (or content)."""
    marks = _quotations(document)
    placed = place(document, marks)
    quoted = _QuotedTokens(document, placed)
    cues = [cue for cue in find_cues(document, lexicons) if not quoted.inside_speech(cue.head)]
    groups = pair(document, placed, cues)
    by_cue = {group.cue.head: group for group in groups if group.cue is not None}
    found = []
    for cue in cues:
        attribution = _of_cue(document, cue, by_cue.get(cue.head), complement(document, cue, lexicons), quoted)
        if attribution is not None:
            found.append(attribution)
    found.extend(_without_verb(document, group, quoted) for group in groups if group.cue is None)
    found = _distinct(found)
    found.sort(key=lambda a: (a.cue or a.content[0], a.content))
    return Found(tuple(found), tuple((q.start, q.end) for q in marks), tuple(brackets(document.text, marks)))


def _quotations(document: Document) -> list[Quotation]:
    paragraphs = [
        (document.start[document.sentences[first][0]], document.end[document.sentences[last - 1][1] - 1]) for first, last in document.paragraphs
    ]
    return quotations(document.text, paragraphs, [document.end[last - 1] for _, last in document.sentences])


class _QuotedTokens:
    """Which tokens stand between marks, by quotation."""

    def __init__(self, document: Document, placed: Sequence[Placed]) -> None:
        self.placed = placed
        self._firsts = [p.first for p in placed]
        self._speech = [is_speech(document, p) for p in placed]

    def index(self, token: int) -> int | None:
        index = bisect.bisect_right(self._firsts, token) - 1
        return index if index >= 0 and token < self.placed[index].last else None

    def inside_speech(self, token: int) -> bool:
        index = self.index(token)
        return index is not None and self._speech[index]

    def whole(self, tokens: set[int], barred: set[int]) -> set[int]:
        """The tokens with every quotation they touch made whole, unless it holds a barred token."""
        grown = set(tokens)
        for index in {self.index(t) for t in tokens} - {None}:
            inside = range(self.placed[index].first, self.placed[index].last)
            if barred.isdisjoint(inside):
                grown.update(inside)
        return grown


def _of_cue(document: Document, cue: Cue, group: Group | None, held: Complement | None, quoted: _QuotedTokens) -> Attribution | None:
    if held is None and group is None:
        return None
    words = cue_tokens(document, cue, preposition=held.preposition if held and group is None else None)
    barred = set(words)
    source_head = group.source if group and group.source is not None else _source(document, cue, held)
    content: set[int] = set()
    if held is not None and (group is None or _beside(document, cue, group, held)):
        content = _content(document, cue, held, source_head)
    if group is not None:
        content.update(t for p in group.quotations for t in range(p.first, p.last))
    content -= barred
    if not content:
        return None
    source = _source_tokens(document, cue, source_head, content | barred, group)
    content -= set(source)
    content = quoted.whole(content, barred | set(source))
    found = _spans(document, content, group, set(words) | set(source))
    if not found:
        return None
    words = [w for w in words if w not in content]
    return Attribution(
        sentence=document.sentence_of[cue.head],
        source=_extent(document, source),
        source_head=source_head if source else None,
        cue=document.span(words[0], words[-1]),
        cue_head=cue.head,
        cue_lemma=cue.lemma,
        stance=cue.stance,
        content=tuple(found),
        form=_form(document, content, quoted),
        rule="quotation" if group is not None else held.rule,
    )


def _beside(document: Document, cue: Cue, group: Group, held: Complement) -> bool:
    """Whether grammar adds to a quotation's content: a clause between the cue and a quotation that follows it."""
    if held.rule not in ("clause", "directive", "infinitive"):
        return False
    return not group.after and all(head > cue.head for head in held.heads) and min(p.first for p in group.quotations) > cue.head


def _content(document: Document, cue: Cue, held: Complement, source_head: int | None) -> set[int]:
    tokens: set[int] = set()
    for head in held.heads:
        tokens.update(document.subtree(head))
    if held.whole:
        branch = cue.first if held.rule == "according to" else cue.head
        tokens.difference_update(document.subtree(branch))
        if held.rule == "according to":
            tokens.difference_update(_branch(document, cue, held.heads[0]))
    elif cue.head in tokens:
        tokens.difference_update(document.subtree(cue.head))
        tokens.update(t for head in held.heads for t in document.subtree(head) if head != cue.head and t not in document.subtree(cue.head))
    if source_head is not None and source_head not in held.heads:
        tokens.discard(source_head)
    return tokens


def _branch(document: Document, cue: Cue, clause: int) -> set[int]:
    """All that hangs on the branch of the clause under which the cue stands."""
    token = cue.first
    while document.head[token] != clause and document.head[token] != token:
        token = document.head[token]
    return set(document.subtree(token)) if token != clause else set()


def _source(document: Document, cue: Cue, held: Complement | None) -> int | None:
    head = cue.head
    if held is not None and held.rule == "according to":
        token = cue.last
        return next((c for t in (cue.last, cue.first) for c in document.children[t] if document.dep[c] in ("pobj", "pcomp")), None) if token else None
    if held is not None and held.rule in ("impression", "adverb"):
        return None
    if document.pos[head] in ("NOUN", "PROPN"):
        return _noun_source(document, head)
    if document.pos[head] == "ADJ":
        verb = document.head[head]
        return subject(document, verb if document.dep[head] == "acomp" else head)
    return subject(document, head)


def _noun_source(document: Document, noun: int) -> int | None:
    owner = child(document, noun, ("poss",))
    if owner is not None:
        return owner
    for preposition in document.children[noun]:
        if document.dep[preposition] in ("prep", "agent") and document.lower[preposition] in ("by", "from"):
            return child(document, preposition, ("pobj",))
    if document.dep[noun] == "dobj":
        return subject(document, document.head[noun])
    return None


def _source_tokens(document: Document, cue: Cue, head: int | None, barred: set[int], group: Group | None) -> list[int]:
    if head is None:
        return []
    if group is not None and group.source == head:
        return source_tokens(document, group)
    if head in barred and document.dep[head] != "poss":
        return []
    branch = set(barred)
    branch.add(cue.head)
    return [t for t in noun_phrase(document, head, without=branch) if t not in barred]


def _extent(document: Document, tokens: Sequence[int]) -> Span | None:
    return document.span(tokens[0], tokens[-1]) if tokens else None


def _spans(document: Document, content: set[int], group: Group | None, apart: set[int]) -> list[Span]:
    """Content tokens as spans in text order; quotations keep their marks."""
    tokens = sorted(content)
    runs: list[list[int]] = []
    for token in tokens:
        if runs and all(document.pos[t] == "PUNCT" and t not in apart for t in range(runs[-1][-1] + 1, token)) and token - runs[-1][-1] <= 3:
            runs[-1].extend(range(runs[-1][-1] + 1, token + 1))
        else:
            runs.append([token])
    out = []
    for run in runs:
        run = trimmed(document, run)
        if run and any(document.is_word[t] for t in run):
            out.append(document.span(run[0], run[-1]))
    return out


def _form(document: Document, content: set[int], quoted: _QuotedTokens) -> str:
    inside = [quoted.index(t) is not None for t in content if document.is_word[t]]
    return "direct" if all(inside) else "mixed" if any(inside) else "indirect"


def _without_verb(document: Document, group: Group, quoted: _QuotedTokens) -> Attribution:
    source = source_tokens(document, group)
    content = {t for p in group.quotations for t in range(p.first, p.last)}
    first = group.quotations[0].first
    return Attribution(
        sentence=document.sentence_of[first],
        source=_extent(document, source),
        source_head=group.source if source else None,
        cue=document.span(group.colon, group.colon) if group.colon is not None else None,
        cue_head=None,
        cue_lemma=":" if group.colon is not None else None,
        stance="neutral" if group.colon is not None else None,
        content=tuple(spans(document, content)),
        form="direct",
        rule=group.rule,
    )


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    """Of attributions with the same content the one with a source, then the first, stays."""
    best: dict[tuple[Span, ...], Attribution] = {}
    for attribution in found:
        other = best.get(attribution.content)
        if other is None or (other.source is None and attribution.source is not None):
            best[attribution.content] = attribution
    return list(best.values())
