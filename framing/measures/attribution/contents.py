"""Contents as tokens and spans: what a complement holds, what of it is spoken, what stands between quotation marks."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from framing.article import Span
from framing.document import Document
from framing.measures.attribution.clauses import Complement
from framing.measures.attribution.cues import Cue
from framing.measures.attribution.groups import SAYS, Group, Placed, is_speech
from framing.measures.attribution.tree import trimmed

_NOMINAL_RULES = frozenset(("predicate", "object", "target", "attitude"))


class QuotedTokens:
    """Which tokens stand between marks, by quotation."""

    def __init__(self, document: Document, placed: Sequence[Placed]) -> None:
        self.placed = placed
        self._firsts = [p.first for p in placed]
        self._speech = [is_speech(document, p) for p in placed]

    def index(self, token: int) -> int | None:
        """The quotation that a token stands in, by index; None outside of all."""
        index = bisect.bisect_right(self._firsts, token) - 1
        return index if index >= 0 and token < self.placed[index].last else None

    def inside_speech(self, token: int) -> bool:
        """Whether a token stands in a quotation that is somebody's sentence."""
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


def held_tokens(document: Document, cue: Cue, held: Complement) -> set[int]:
    """The tokens of the content that a complement holds, without what the outlet adds to it."""
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


def extent(document: Document, tokens: Sequence[int]) -> Span | None:
    """From the first to the last of some tokens; None of none."""
    return document.span(tokens[0], tokens[-1]) if tokens else None


MOODS = frozenset(("concern", "doubt", "expectation", "fear", "hope", "worry"))
"""Nouns of what is felt: without a holder ("sparked fears that ...") the words are the outlet's."""


def spoken_tokens(
    quoted: QuotedTokens, document: Document, cue: Cue, content: set[int], group: Group | None, held: Complement | None, source: int | None
) -> set[int]:
    """The content tokens that are the source's own words or thoughts.

    Of a judgment ("attacked the “reckless” plan") only what stands between marks: the outlet quotes those words and words the rest.
    """
    if group is not None:
        return content
    if (
        held is None
        or not held.speaks
        or (held.rule == "predicate" and source is None)
        or (held.rule == "noun" and (held.preposition is not None or (source is None and document.lemma[cue.head].lower() in MOODS)))
    ):
        partial = source is not None and cue.stance in SAYS
        return {token for token in content if quoted.index(token) is not None} if partial else set()
    if not held.unspoken:
        return content
    named = {token for head in held.unspoken for token in document.subtree(head)}
    if held.rule == "predicate":  # 'called the raid “a crime”', where the parse takes the crime for part of the raid
        named -= {token for token in named if token >= held.heads[-1] and quoted.index(token) is not None}
    return content - named


def agent_inside(document: Document, content: set[int]) -> int | None:
    """The "by" of a passive cue that the parse hangs into its content: "designated a sect by the court"."""
    return next((t for t in sorted(content) if document.lower[t] == "by" and document.dep[t] in ("agent", "prep")), None)


def as_spans(document: Document, content: set[int], apart: set[int]) -> list[Span]:
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


def form_of(document: Document, content: set[int], quoted: QuotedTokens) -> str:
    """direct, indirect or mixed: how much of a content stands between marks."""
    inside = [quoted.index(t) is not None for t in content if document.is_word[t]]
    return "direct" if all(inside) else "mixed" if any(inside) else "indirect"
