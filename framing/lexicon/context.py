"""Conditions on what an entry is said of: a brutal winter is not a brutal regime.

`unless` takes away a match that is said of one of the listed nouns, `only` one that is not. What a match is said of is read from the parse:
the noun that it modifies or belongs to with "of", and as a predicate its subject and objects (the winter was brutal; the storm battered).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from framing.document import Document
from framing.lexicon.problem import suggestion
from framing.lexicon.source import Path

if TYPE_CHECKING:
    from framing.lexicon.model import Entry

NOUNS = ("NOUN", "PROPN")
KEYS = ("unless", "only")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "agent")


def counts(document: Document, first: int, last: int, entry: Entry) -> bool:
    """Whether the entry's conditions let the match from token first to last (both included) count."""
    if not entry.unless and not entry.only:
        return True
    nouns = {document.folded[token] for token in said_of(document, first, last)}
    return entry.unless.isdisjoint(nouns) and (not entry.only or not entry.only.isdisjoint(nouns))


def said_of(document: Document, first: int, last: int) -> Iterator[int]:
    """The tokens of the nouns that the words from first to last (both included) are said of."""
    top = next((token for token in range(last, first - 1, -1) if not first <= document.head[token] <= last), last)
    yield from _under(document, top, first, last)
    head, token = document.head[top], top
    while head != token and document.pos[token] in ("ADV", "ADJ", "VERB") and document.pos[head] in ("ADV", "ADJ"):
        head, token = document.head[head], head  # bitterly cold winter
    if head == token or first <= head <= last:
        return
    if document.pos[head] in NOUNS:
        yield head
    elif document.pos[head] == "ADP" and document.pos[document.head[head]] in NOUNS:  # the brutality of the winter, read from its end
        yield document.head[head]
    elif document.pos[head] in ("AUX", "VERB") and document.pos[top] in ("ADJ", "ADV", "NOUN", "VERB"):
        yield from _under(document, head, first, last)


def _under(document: Document, token: int, first: int, last: int) -> Iterator[int]:
    """Nouns that depend on the token: its arguments, what it is compounded with, and what follows it with "of"."""
    for child in document.children[token]:
        if first <= child <= last:
            continue
        if document.pos[child] in NOUNS and document.dep[child] in (*_ARGUMENTS, "compound", "nmod"):
            yield child
        elif document.dep[child] == "prep" and document.lower[child] == "of":
            yield from (noun for noun in document.children[child] if document.pos[noun] in NOUNS)


def check_contexts(contexts: object) -> Iterator[tuple[Path, str, str]]:
    """What is wrong with the classes of nouns at the top of a lexicon."""
    for name, words in contexts.items() if isinstance(contexts, Mapping) else ():
        if not isinstance(words, list) or not words or not all(isinstance(word, str) and word.strip() for word in words):
            yield ("contexts", name), f"context '{name}' holds no list of nouns", 'write base forms, such as weather = ["winter", "storm"]'


def check_conditions(part: Mapping, path: Path, contexts: Mapping) -> Iterator[tuple[Path, str, str]]:
    """What is wrong with the conditions of a group."""
    entries = part.get("entries") if isinstance(part.get("entries"), list) else []
    for key in KEYS:
        table = part.get(key)
        for text, names in table.items() if isinstance(table, Mapping) else ():
            at = (*path, key, text)
            if text not in entries:
                fix = f"{suggestion(text, [one for one in entries if isinstance(one, str)])}write it exactly as in entries"
                yield at, f"condition for '{text}', which is no entry of the group", fix
            if not isinstance(names, list) or not names:
                yield at, f"condition of '{text}' is {names!r:.60}", 'write a list of names from [contexts], such as ["weather"]'
                continue
            for name in names:
                if name not in contexts:
                    known = ", ".join(contexts) or "none yet"
                    fix = f"{suggestion(str(name), list(contexts))}[contexts] has {known}; add the class of nouns there"
                    yield at, f"condition of '{text}' names the context '{name}', which is not in [contexts]", fix


def nouns_of(data: Mapping, part: Mapping, key: str, text: str) -> frozenset[str]:
    """The nouns of an entry's condition; none where it has none."""
    names = part.get(key, {}).get(text, ())
    return frozenset(word.lower() for name in names for word in data["contexts"][name])
