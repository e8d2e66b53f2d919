"""What layout adds to a text and attribution must not read: lines broken inside a paragraph, and the dateline before a story."""

from __future__ import annotations

from dataclasses import replace

from framing.document import Document

_DASHES = frozenset(("—", "–", "-", "--", "―"))
_LONGEST = 14
"""Tokens of a dateline at the most."""
_ENDS = frozenset(".!?:…\"”'’»)")


def unwrapped(document: Document) -> Document:
    """The document with paragraphs joined that only a line break inside a sentence parts: no stop before it, a small letter behind."""
    joined: list[tuple[int, int]] = []
    for index, (first, last) in enumerate(document.paragraphs):
        if joined and index > document.headline and _goes_on(document, joined[-1], first):
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return document if len(joined) == len(document.paragraphs) else replace(document, paragraphs=joined)


def _goes_on(document: Document, before: tuple[int, int], first: int) -> bool:
    end, start = document.sentences[before[1] - 1][1] - 1, document.sentences[first][0]
    between = document.text[document.end[end] : document.start[start]]
    return between.count("\n") == 1 and document.words[end][-1] not in _ENDS and document.words[start][0].islower()


def datelines(document: Document) -> set[int]:
    """The tokens of the dateline that opens a story, with its dash: "MALDEN, Aug. 3 (AP) —"."""
    for first, _ in document.paragraphs[document.headline : document.headline + 4]:
        start = document.sentences[first][0]
        if not (document.words[start].isupper() and len(document.words[start]) > 2) and document.entity[start] != "GPE":
            continue
        for token in range(start, min(start + _LONGEST, len(document))):
            if document.words[token] in _DASHES and document.start[token] > document.end[token - 1]:
                return set(range(start, token + 1))
            if document.pos[token] not in ("PROPN", "NUM", "PUNCT", "ADP", "SYM"):
                break
    return set()
