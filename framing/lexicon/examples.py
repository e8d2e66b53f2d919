"""Example sentences: the brackets in them, and whether they hold when parsed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from framing.article import Span
from framing.document import Document
from framing.lexicon.matcher import Match, Matcher
from framing.lexicon.model import Actor, Example, Group, Lexicon, parts
from framing.lexicon.problem import Problem

_CHECKED = frozenset({"term", "name", "label"})
"""Kinds that decide by themselves. Which actor an ambiguous head belongs to depends on more than the lexicon."""


def unbracket(text: str) -> tuple[str, list[Span]]:
    """The sentence without its square brackets, and the spans that they held. Raises ValueError, with the fix, when they do not pair."""
    plain: list[str] = []
    spans: list[Span] = []
    opened: int | None = None
    for letter in text:
        if letter == "[":
            if opened is not None:
                raise ValueError("opens a bracket inside a bracket; mark each match by itself")
            opened = len(plain)
        elif letter == "]":
            if opened is None:
                raise ValueError("closes a bracket that was not opened; put [ before the match")
            if opened == len(plain):
                raise ValueError("has empty brackets; put them around the match")
            spans.append((opened, len(plain)))
            opened = None
        else:
            plain.append(letter)
    if opened is not None:
        raise ValueError("opens a bracket and does not close it; put ] behind the match")
    return "".join(plain), spans


def check_examples(lexicon: Lexicon, parse: Callable[[str], Document]) -> list[Problem]:
    """The examples that do not hold, as problems.

    parse: from a sentence to its parse (`framing.language.parse_text`). The spans in brackets must be exactly those of all matches of the
    example's group; for an actor, of its names and labels. A sentence of `does_not_match` must have none.
    """
    matcher = Matcher(lexicon)
    return [
        Problem(lexicon.read_from, example.line, what, fix)
        for part in parts(lexicon).values()
        for example in (*part.matches, *part.does_not_match)
        for what, fix in _failures(part, example, matcher, parse)
    ]


def without_examples(lexicon: Lexicon) -> list[Problem]:
    """The groups or actors of an imported lexicon whose words no example sentence tests, as one warning; no problem in any other."""
    untested = [name for name, part in parts(lexicon).items() if not part.matches]
    if not lexicon.imported or not untested:
        return []
    what = f"is imported, and {len(untested)} of {len(parts(lexicon))} parts have no example that tests their words: {', '.join(untested)}"
    return [Problem(lexicon.read_from, 0, what, "add matches and does_not_match sentences; when all have them, delete imported = true")]


def _failures(part: Group | Actor, example: Example, matcher: Matcher, parse: Callable[[str], Document]) -> Iterator[tuple[str, str]]:
    plain, spans = unbracket(example.text)
    document = parse(plain)
    matches = matcher.find_in(document)
    own = {document.span(match.first, match.last): match for match in matches if match.group == part.id and match.kind in _CHECKED}
    for start, end in spans:
        if (start, end) not in own:
            yield _missing(part, document, (start, end), matches)
    for (start, end), match in own.items():
        if (start, end) not in spans:
            what = f"example of {part.id}: '{plain[start:end]}' matches {match.entry.id} and stands in no brackets"
            yield what, "put it in brackets, or narrow the entry (word/POS, =word, a longer phrase, except)"


def _missing(part: Group | Actor, document: Document, span: Span, matches: list[Match]) -> tuple[str, str]:
    """Why a span in brackets was not found: the tokens as parsed, and what else matched there."""
    start, end = span
    inside = [token for token in range(len(document)) if document.start[token] < end and document.end[token] > start]
    parsed = " ".join(f"{document.lemma[token]}/{document.pos[token]}" for token in inside)
    others = sorted({match.entry.id for match in matches if match.last >= inside[0] and match.first <= inside[-1]} if inside else [])
    instead = f"; there match {', '.join(others)}" if others else ""
    what = f"example of {part.id}: no entry matches exactly '{document.text[start:end]}' (parsed as {parsed}){instead}"
    return what, "add an entry, take away a demand on form or part of speech, or put other words in brackets"
