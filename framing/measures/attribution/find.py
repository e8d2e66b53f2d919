"""Attributions of an article: cues with their sources and contents, from quotation marks and grammar together."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.article import Span
from framing.document import Document
from framing.measures.attribution.colons import labelled
from framing.measures.attribution.complements import Complement, complement
from framing.measures.attribution.cues import Cue, CueLexicons, cue_tokens, find_cues
from framing.measures.attribution.layout import datelines, unwrapped
from framing.measures.attribution.leads import lead
from framing.measures.attribution.model import Attribution
from framing.measures.attribution.nesting import without_inner_attitudes, without_shared_cues
from framing.measures.attribution.quotations import Quotation, brackets, quotations
from framing.measures.attribution.quoted import Group, Placed, cut_at_tag, is_speech, pair, place, source_tokens
from framing.measures.attribution.tree import SUBJECTS, child, holder, misread_name, noun_phrase, phrase_before, subject, trimmed

_NOMINAL_RULES = frozenset(("predicate", "object", "target", "attitude"))
_SAYS = frozenset(("neutral", "assertive", "doubting", "conceding", "accusing", "factive"))


@dataclass(frozen=True)
class Found:
    """What an article attributes, and where its quotation marks and editors' brackets are."""

    attributions: tuple[Attribution, ...]
    quotations: tuple[Span, ...]
    brackets: tuple[Span, ...]


def find(document: Document, lexicons: CueLexicons) -> Found:
    """The attributions of an article, in text order of their cue (or content)."""
    document = unwrapped(document)
    everywhere = find_cues(document, lexicons)
    marks = cut_at_tag(document, _quotations(document), everywhere)
    placed = place(document, marks)
    quoted = _QuotedTokens(document, placed)
    cues = [cue for cue in everywhere if not quoted.inside_speech(cue.head)]
    groups = pair(document, placed, cues)
    by_cue = {group.cue.head: group for group in groups if group.cue is not None}
    held = {cue.head: complement(document, cue, lexicons) for cue in cues}
    resumed = _resumed(document, cues, held)
    reader = _Reader(document, lexicons, quoted, resumed, frozenset(datelines(document)))
    found = [one for cue in cues if (one := reader.read(cue, by_cue.get(cue.head), held[cue.head])) is not None]
    found.extend(_without_verb(document, group) for group in groups if group.cue is None)
    found.extend(labelled(document, groups))
    found = without_inner_attitudes(without_shared_cues(_distinct(found)))
    found.sort(key=lambda a: (a.cue or a.content[0], a.content))
    return Found(tuple(found), tuple((q.start, q.end) for q in marks), tuple(brackets(document.text, marks)))


def _quotations(document: Document) -> list[Quotation]:
    paragraphs = [
        (document.start[document.sentences[first][0]], document.end[document.sentences[last - 1][1] - 1])
        for first, last in document.paragraphs
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


def _resumed(document: Document, cues: Sequence[Cue], held: Mapping[int, Complement | None]) -> dict[int, int]:
    """Cues that the parse buries in another cue's content though the same source goes on: cue -> the cue it goes on from.

    "She said the road was closed but added that ..." and "..., she said, citing the mayor": a coordinate verb in the cue's own
    tense without a subject, and a participle behind a comma.
    """
    heads = {cue.head: cue for cue in cues}
    resumed = {}
    for cue in cues:
        complement_ = held[cue.head]
        if complement_ is None or complement_.whole:
            continue
        inside = {t for head in complement_.heads for t in document.subtree(head)}
        for other in sorted(inside):
            if other <= cue.head or other not in heads or child(document, other, SUBJECTS) is not None:
                continue
            joined = document.dep[other] == "conj" and document.head[other] in complement_.heads
            same = joined and document.tag[other] == document.tag[cue.head] == "VBD"
            if joined and document.tag[document.head[other]] == "VB" and document.tag[other] == document.tag[cue.head] != "VB":
                resumed.setdefault(other, cue.head)  # "urged them to stay and called on ...": no finite verb joins an infinitive
            participle = document.tag[other] == "VBG" and document.dep[other] in ("advcl", "acl") and _set_off(document, other)
            if (same and heads[other].stance in _SAYS) or (participle and heads[other].stance in _SAYS):
                resumed.setdefault(other, cue.head)
    return resumed


_FOLLOWS = frozenset(("continue", "mean"))
"""Verbs whose clause tells what follows, not what is said: "which means that", "it continues as it was"."""
_TENDS = frozenset(("begin", "cease", "choose", "come", "continue", "decide", "help", "prefer", "start", "stop", "tend"))
"""Verbs whose infinitive is done, not wished for: "tend to support"."""


def _set_off(document: Document, verb: int) -> bool:
    """Whether a comma or dash stands before a verb, marks between skipped: 'the dam "will hold," adding ...'."""
    before = verb - 1
    while before > 0 and document.words[before] in ("”", '"', "''", "’"):
        before -= 1
    return document.words[before] in (",", "—")


@dataclass(frozen=True)
class _Reader:
    """Reads one cue after the other into attributions."""

    document: Document
    lexicons: CueLexicons
    quoted: _QuotedTokens
    resumed: Mapping[int, int]
    dateline: frozenset[int]

    def read(self, cue: Cue, group: Group | None, held: Complement | None) -> Attribution | None:
        """The attribution of a cue with its quotations and complement; None when it attributes nothing."""
        document = self.document
        if (held is None or self._unasserted(cue, held)) and group is None:
            return None
        words = cue_tokens(document, cue, preposition=held.preposition if held and group is None else None)
        source_head = group.source if group and group.source is not None else self.source(cue, held)
        content = self._content(cue, group, held, source_head) - set(words) - self.dateline
        if (
            source_head is None
            and held is not None
            and held.rule == "predicate"
            and (agent := _agent_inside(document, content)) is not None
        ):
            source_head = child(document, agent, ("pobj",))
            content = {t for t in content if t < agent}
        if not content:
            return None
        carriers, media = self.lexicons.carriers, self.lexicons.media
        leading = lead(document, cue.head, source_head, carriers=carriers, media=media, stop=self.resumed)
        if leading is not None:
            words = list(range(leading.first, words[-1] + 1))
            if leading.source is not None and leading.source not in content:
                source_head = leading.source
        source = self._source_tokens(cue, source_head, content | {cue.head}, group)
        content = self.quoted.whole(content - set(source), set(words) | set(source))
        apart = set(words) | set(source)
        found = _spans(document, content, apart)
        if not found:
            return None
        words = [w for w in words if w not in content and w not in source]
        if group is not None and words[-1] + 1 < len(document) and document.words[words[-1] + 1] == ":":
            words.append(words[-1] + 1)
        return Attribution(
            sentence=document.sentence_of[cue.head],
            source=_extent(document, source),
            source_head=source_head if source else None,
            cue=document.span(words[0], words[-1]),
            cue_head=cue.head,
            cue_lemma=cue.lemma,
            stance=cue.stance,
            content=tuple(found),
            spoken=tuple(_spans(document, _spoken(document, cue, content, group, held, source_head), apart)),
            form=_form(document, content, self.quoted),
            rule="quotation" if group is not None else held.rule,
        )

    def _content(self, cue: Cue, group: Group | None, held: Complement | None, source: int | None) -> set[int]:
        document = self.document
        tokens: set[int] = set()
        if held is not None and (group is None or _beside(cue, group, held)):
            tokens = _held_tokens(document, cue, held)
            for other, main in self.resumed.items():
                if main == cue.head and other in tokens:
                    tokens -= self._from_comma(other)
            if source is not None and source not in held.heads:
                tokens.discard(source)
        if group is not None:
            tokens.update(group.around, (t for p in group.quotations for t in range(p.first, p.last)))
        return tokens

    def _from_comma(self, other: int) -> set[int]:
        """What a resuming cue governs, with the comma or conjunction that leads to it."""
        branch = set(self.document.subtree(other))
        lead = min(branch) - 1
        while lead >= 0 and (self.document.dep[lead] == "cc" or self.document.words[lead] in (",", "—")):
            branch.add(lead)
            lead -= 1
        return branch

    def _tends(self, verb: int) -> bool:
        """Whether an infinitive hangs on a finite verb that makes it so."""
        head = self.document.head[verb]
        return self.document.dep[verb] == "xcomp" and self.document.lemma[head] in _TENDS and self.document.tag[head] != "VB"

    def source(self, cue: Cue, held: Complement | None) -> int | None:
        """The head of the source, from grammar."""
        document, head = self.document, cue.head
        if head in self.resumed:
            return subject(document, self.resumed[head])
        if held is not None and held.rule == "according to":
            return next((c for t in (cue.last, cue.first) for c in document.children[t] if document.dep[c] in ("pobj", "pcomp")), None)
        if held is not None and held.rule in ("impression", "adverb"):
            return None
        if document.pos[head] in ("NOUN", "PROPN"):
            return self._noun_source(head)
        if document.pos[head] == "ADJ":
            return subject(document, document.head[head] if document.dep[head] == "acomp" else head)
        found = subject(document, head)
        if (found is None or found in self.dateline) and _lacks_subject(document, head):
            name = misread_name(document, head)
            return name if name is not None else phrase_before(document, cue_tokens(document, cue)[0])
        return found

    def _noun_source(self, noun: int) -> int | None:
        document = self.document
        for preposition in document.children[noun]:
            if document.dep[preposition] in ("prep", "agent") and document.lower[preposition] in ("by", "from"):
                return child(document, preposition, ("pobj",))
        preposition = document.head[noun]
        if document.dep[noun] == "pobj" and document.lower[preposition] in ("in", "with"):  # "spoke in defence of"
            verb = document.head[preposition]
            return subject(document, verb) if document.pos[verb] == "VERB" else None
        if document.lemma[preposition].lower() == "raise" and document.lemma[noun].lower() in ("expectation", "fear", "hope"):
            return child(document, noun, ("poss",))  # the attack that raises fears holds none
        return holder(document, noun, self.lexicons.carriers)

    def _source_tokens(self, cue: Cue, head: int | None, barred: set[int], group: Group | None) -> list[int]:
        if head is None:
            return []
        if group is not None and group.source == head:
            return source_tokens(self.document, group)
        if head in barred and self.document.dep[head] != "poss":
            return []
        return [t for t in noun_phrase(self.document, head, without=barred | {cue.head} | self.dateline) if t not in barred]

    def _unasserted(self, cue: Cue, held: Complement) -> bool:
        """Whether a cue of will or feeling is itself only wished for ("to support", "without wanting"): nobody holds it then."""
        document = self.document
        bare = document.tag[cue.head] == "VB" and not any(
            document.dep[c] == "aux" and document.lower[c] != "to" for c in document.children[cue.head]
        )
        speaker = self.source(cue, held)
        nobody = speaker is None
        if held.rule in ("attitude", "infinitive", "intention"):
            return (bare and not self._tends(cue.head)) or (held.rule == "attitude" and (nobody or document.lower[speaker] == "you"))
        if held.rule == "target":
            return bare and document.dep[cue.head] == "acl" and nobody
        if held.rule == "noun":
            return nobody and (cue.owned or any(document.lower[c] == "to" for c in document.children[held.heads[0]]))
        if held.rule == "parenthesis":  # "you know" only fills
            return nobody or document.lower[speaker] == "you"
        if held.rule == "clause" and cue.lemma in _FOLLOWS:
            return True
        return bare and nobody and held.rule == "clause"


def _lacks_subject(document: Document, verb: int) -> bool:
    """Whether a finite active verb has lost its subject to the parse ("Voss (aged 44) says ...")."""
    return document.tag[verb] in ("VBD", "VBZ", "VBP") and child(document, verb, ("auxpass", "expl", "csubj", "nsubjpass")) is None


def _beside(cue: Cue, group: Group, held: Complement) -> bool:
    """Whether grammar adds to a quotation's content: a clause between the cue and a quotation that follows it."""
    if group.rule == "lead-in":
        return True
    if held.rule not in ("clause", "directive", "infinitive"):
        return False
    return not group.after and all(head > cue.head for head in held.heads) and min(p.first for p in group.quotations) > cue.head


def _held_tokens(document: Document, cue: Cue, held: Complement) -> set[int]:
    tokens = {t for head in held.heads for t in document.subtree(head)}
    if held.rule == "according to":
        if not held.whole:  # what is called so stands behind the source
            words = set(document.subtree(held.heads[0]))
            return words if len(held.heads) == 1 else words | tokens.difference(document.subtree(cue.first))
        return tokens.difference(document.subtree(cue.first), _branch(document, cue, held.heads[0]))
    if held.whole or cue.head in tokens:
        # "If it rains, she said, they will stay": the parse hangs the condition on the verb of saying.
        lead = [c for c in document.children[cue.head] if held.whole and c < cue.head and document.dep[c] == "advcl"]
        conditions = {t for c in lead for t in document.subtree(c)}
        return tokens.difference(document.subtree(cue.head)) | conditions
    if held.rule in _NOMINAL_RULES:  # "called it a shame and left": the verb behind "and" is the outlet's
        for token in tokens.copy():
            if document.dep[token] == "conj" and document.tag[token] in ("VBD", "VBZ", "VBP") and document.head[token] in held.heads:
                tokens.difference_update(document.subtree(token))
    if held.rule in _NOMINAL_RULES or held.rule == "noun":  # "criticised the dam, which opened in May": the outlet adds the opening
        for token in sorted(tokens):
            if document.dep[token] == "relcl" and document.head[token] in tokens:
                added = document.subtree(token)
                if document.words[added[0] - 1] == "," and added[0] > document.head[token] and added[-1] == max(tokens):
                    tokens.difference_update(added)
    return tokens


def _branch(document: Document, cue: Cue, clause: int) -> set[int]:
    """All that hangs on the branch of the clause under which the cue stands."""
    token = cue.first
    while document.head[token] != clause and document.head[token] != token:
        token = document.head[token]
    return set(document.subtree(token)) if token != clause else set()


def _extent(document: Document, tokens: Sequence[int]) -> Span | None:
    return document.span(tokens[0], tokens[-1]) if tokens else None


_MOODS = frozenset(("concern", "doubt", "expectation", "fear", "hope", "worry"))
"""Nouns of what is felt: without a holder ("sparked fears that ...") the words are the outlet's."""


def _spoken(
    document: Document, cue: Cue, content: set[int], group: Group | None, held: Complement | None, source: int | None
) -> set[int]:
    """The content tokens that are the source's own words or thoughts."""
    if group is not None:
        return content
    if (
        held is None
        or not held.speaks
        or (held.rule == "predicate" and source is None)
        or (held.rule == "noun" and (held.preposition is not None or (source is None and document.lemma[cue.head].lower() in _MOODS)))
    ):
        return set()
    return content.difference(*(document.subtree(head) for head in held.unspoken)) if held.unspoken else content


def _agent_inside(document: Document, content: set[int]) -> int | None:
    """The "by" of a passive cue that the parse hangs into its content: "designated a sect by the court"."""
    return next((t for t in sorted(content) if document.lower[t] == "by" and document.dep[t] in ("agent", "prep")), None)


def _spans(document: Document, content: set[int], apart: set[int]) -> list[Span]:
    """Content tokens as spans in text order; quotations keep their marks."""
    tokens = sorted(content)
    runs: list[list[int]] = []
    for token in tokens:
        if (
            runs
            and all(document.pos[t] == "PUNCT" and t not in apart for t in range(runs[-1][-1] + 1, token))
            and token - runs[-1][-1] <= 3
        ):
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


def _without_verb(document: Document, group: Group) -> Attribution:
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
        content=(content_spans := tuple(_spans(document, content, set()))),
        spoken=content_spans,
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
