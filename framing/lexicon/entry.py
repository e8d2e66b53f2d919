"""The grammar of an entry: `point out`, `claim/VERB`, `=said`, `terror*`, `turkey-backed`, `may/AUX|VERB`.

Words stand between spaces. A word matches a token that is equal to it or whose lemma is; `=word` wants the very form, `begin*` a form that
begins so, `/POS` a universal part of speech. Letter case does not matter, except in names (see `Case`). A compound or contraction is
written as in running text and matches both as one token and as the parser splits it (turkey - backed, ca n't), because parsers do either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from functools import cache

POS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X")
"""Universal parts of speech (Universal Dependencies 2)."""

_HYPHEN = re.compile("([‐‑–-])")
_CLITIC = re.compile(r"(.+?)('s|'re|'ve|'ll|'d|'m|n't|')", re.IGNORECASE)
_ACRONYM = 3
"""Acronyms up to this length are also words when written small (us, is, who), so they want capitals."""


class Case(IntEnum):
    """What a word demands of the token as written: nothing, a capital first letter, or capitals throughout."""

    ANY = 0
    INITIAL = 1
    UPPER = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """One token of an entry, folded. With exact its lemma does not count; an empty pos allows all; with prefix text is how it begins."""

    text: str
    exact: bool = False
    pos: frozenset[str] = frozenset()
    case: Case = Case.ANY
    prefix: bool = False


Word = tuple[tuple[Piece, ...], ...]
"""The ways in which a parser may split one written word."""


def fold(word: str) -> str:
    """The word as `Document.lower` has it: lower case, straight apostrophes."""
    return word.lower().replace("’", "'")


@cache
def parse_entry(text: str, *, pos: str = "", kind: str = "term") -> tuple[Word, ...]:
    """The words of an entry.

    pos: POS alternatives for an entry of a single word that names none. kind: `name` wants a capital wherever the entry has one; in all
    kinds but `term` (entries of topic lexicons) a short acronym such as US or WHO wants capitals. Raises ValueError, with the fix.
    """
    words = text.split()
    if text != " ".join(words) or not words:
        raise ValueError("has no words" if not words else "has spaces at its ends or in a row; write single spaces between words")
    return tuple(_word(word, pos if len(words) == 1 else "", kind) for word in words)


@cache
def parse_pos(text: str) -> frozenset[str]:
    """POS alternatives such as `NOUN|PROPN`. Raises ValueError, with the fix."""
    names = text.split("|")
    for name in names:
        if name not in POS:
            guess = get_close_matches(name.upper(), POS, n=1, cutoff=0.5)
            hint = f"did you mean {guess[0]}? " if guess else ""
            raise ValueError(f"has no such part of speech as '{name}'; {hint}there are {', '.join(POS)}")
    return frozenset(names)


@cache
def _word(written: str, pos: str, kind: str) -> Word:
    text, slash, own_pos = written.partition("/")
    exact = text.startswith("=")
    text = text.removeprefix("=")
    if not text:
        raise ValueError(f"has '{written}' without a word; write =word, word/POS or =word/POS")
    if "=" in text:
        raise ValueError(f"has '=' inside '{written}'; it can only stand before a word")
    if "*" in text:
        _check_prefix(text, exact, written)
    allowed = parse_pos(own_pos if slash else pos) if slash or pos else frozenset()
    ways = dict.fromkeys([(text,), *_splits(text.replace("’", "'"))])
    return tuple(_pieces(way, exact, allowed, kind) for way in ways)


def _check_prefix(text: str, exact: bool, written: str) -> None:
    if "*" in text[:-1] or not any(map(str.isalnum, text)):
        raise ValueError(f"has '*' in '{written}' where it means nothing; it can only stand at the end of a word, for any ending")
    if exact:
        raise ValueError(f"has both = and * in '{written}'; word* looks at the form already, so leave = out")


def _pieces(way: tuple[str, ...], exact: bool, pos: frozenset[str], kind: str) -> tuple[Piece, ...]:
    *before, last = way
    ending = Piece(fold(last.removesuffix("*")), exact or last.endswith("*"), pos, _case(last, kind), prefix=last.endswith("*"))
    return (*(Piece(fold(part), exact, case=_case(part, kind)) for part in before), ending)


def _splits(text: str) -> list[tuple[str, ...]]:
    """How parsers split a written word: at hyphens, before clitics, and can|not."""
    if text.lower() == "cannot":
        return [(text[:3], text[3:])]
    clitic = _CLITIC.fullmatch(text)
    body, tail = clitic.groups() if clitic else (text, "")
    parts = ["-" if _HYPHEN.fullmatch(part) else part for part in (*_HYPHEN.split(body), tail) if part]
    return [tuple(parts)] if len(parts) > 1 else []


def _case(text: str, kind: str) -> Case:
    if kind == "term":
        return Case.ANY
    letters = [letter for letter in text if letter.isalpha()]
    if 2 <= len(letters) <= _ACRONYM and text.isupper():
        return Case.UPPER
    return Case.INITIAL if kind == "name" and text[0].isupper() else Case.ANY
