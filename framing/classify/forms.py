"""Marks of wording that no list can hold: scare quotes, and headlines that tease, ask or shout.

Scare quotes: one to three words in quotation marks that are no clause, no title and no name; they set a word at a distance without saying
who used it. Headline forms: an exclamation mark; a question; words in capitals; forward reference, which names a thing without saying
what it is ("This is why", "Here's what"); and the reader spoken to.
Sources: Predelli (2003), Scare quotes and their relation to other semantic issues, Linguistics and Philosophy 26(1); Molek-Kozakowska
(2013), Towards a pragma-linguistic framework for the study of sensationalism in news headlines, Discourse & Communication 7(2); Blom &
Hansen (2015), Click bait: forward-reference as lure in online news headlines, Journal of Pragmatics 76.
"""

from __future__ import annotations

from collections.abc import Iterator

from framing.document import Document

OPENING, CLOSING = frozenset('"“„«'), frozenset('"”“»')
MOST = 3
"""Words between the marks of a scare quote."""
_OPENERS = ("ADP", "PRON", "SCONJ", "CCONJ", "AUX")
"""A short quotation that begins so is a piece of somebody's sentence, no term."""
_FINITE = ("VBD", "VBZ", "VBP")
_POINTING = frozenset(("this", "these", "here", "what", "why", "how"))
_READER = frozenset(("you", "your", "yours", "you'll", "you're"))
_SHOUTED = 4
"""Letters from which on a word in capitals is shouted; shorter ones are mostly acronyms."""

Tokens = tuple[int, int]
"""First and last token, both included."""


def quotations(document: Document, first: int, last: int) -> tuple[set[int], list[Tokens]]:
    """(tokens inside quotation marks, spans of one to three words in marks of their own) among the tokens from first up to last."""
    inside: set[int] = set()
    short = []
    opened: int | None = None
    words = document.words
    for token in [token for token in range(first, last) if words[token] in OPENING or words[token] in CLOSING]:
        if opened is None and words[token] in OPENING:
            opened = token
        elif opened is not None and words[token] in CLOSING:
            between = range(opened + 1, token)
            inside.update(between)
            if 1 <= sum(document.is_word[i] for i in between) <= MOST and not any(document.tag[i] in _FINITE for i in between):
                short.append((between[0], between[-1]))
            opened = None
    if opened is not None:
        inside.update(range(opened + 1, last))
    return inside, short


def scare_quotes(document: Document) -> Iterator[Tokens]:
    """The short quotations that are terms, and neither titles nor names nor numbers; whether somebody said them is for voices to tell."""
    for first, last in document.sentences:
        for a, b in quotations(document, first, last)[1]:
            words = [token for token in range(a, b + 1) if document.is_word[token]]
            titled = len(words) > 1 and all(document.words[token][:1].isupper() for token in words)
            if titled or document.pos[words[0]] in _OPENERS:
                continue
            if any(document.words[token].isalpha() and not document.entity[token] for token in words):
                yield words[0], words[-1]


def headline_forms(document: Document) -> Iterator[tuple[int, int, str]]:
    """(first token, last token, form) of each form in the headline; none in a text without one."""
    for index in range(document.paragraphs[document.headline - 1][1] if document.headline else 0):
        first, last = document.sentences[index]
        tokens = [token for token in range(first, last) if document.is_word[token]]
        shouted = [token for token in tokens if _is_shouted(document, token)]
        if 2 * len(shouted) <= len(tokens):  # a headline set in capitals as a whole is house style
            yield from ((token, token, "capitals") for token in shouted)
        for token in range(first, last):
            if document.words[token] == "!":
                yield token, token, "exclamation"
            elif document.words[token] == "?":
                yield token, token, "question"
            elif document.lower[token] in _READER:
                yield token, token, "reader spoken to"
        if tokens and document.lower[tokens[0]] in _POINTING and "?" not in document.words[first:last]:
            yield tokens[0], tokens[min(1, len(tokens) - 1)], "forward reference"


def _is_shouted(document: Document, token: int) -> bool:
    word = document.words[token]
    return len(word) >= _SHOUTED and word.isalpha() and word.isupper() and document.pos[token] != "PROPN" and not document.entity[token]
