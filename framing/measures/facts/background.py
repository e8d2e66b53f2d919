"""Background clauses: what an actor is listed as, tied to, backed by, allied with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.document import Document
from framing.measures.facts.fact import Fact
from framing.measures.facts.names import Name, at, known

_BAD = frozenset({"terrorist", "terror", "terrorism", "extremist"})
_LABELS = {"tie": "tie to {name}", "backing": "backed by {name}", "ally": "{name} as an ally"}
_PREPOSITIONS = {"tie": ("to", "of", "with", "from"), "ally": ("like", "as", "including")}
_BEFORE_NAMES = frozenset({",", "like", "such", "as", "including", "—", "–", "(", ":"})
_BETWEEN_NAMES = frozenset({",", "and", "or"})
_FAR = 8


def background(document: Document, words: Sequence[tuple[int, int, str]], found: Sequence[Name]) -> Iterator[Fact]:
    """The background clauses of a document. words: first and last token and group of each word of english/fact-terms."""
    for first, last, group in words:
        if group == "designation":
            yield from _designation(document, first, last)
        elif group in _LABELS:
            for token in _named(document, first, last, group):
                name = at(found, token)
                start, end = (name.first, name.last) if name else (token, token)
                owner = document.lower[end + 1 : end + 2] in (["'s"], ["'"])
                if owner or not any(document.words[token][:1].isupper() for token in range(start, end + 1)):
                    continue
                label = name.label if name else known(document.words[token])
                key = f"{group}: {label.lower()}"
                yield Fact(min(first, start), max(last, end), "background", key, _LABELS[group].format(name=label))


def _designation(document: Document, first: int, last: int) -> Iterator[Fact]:
    """Listed as a terrorist organisation: the word of listing with one of terror behind it."""
    stop = document.sentences[document.sentence_of[first]][1]
    bad = next((token for token in range(first, min(last + _FAR, stop)) if document.folded[token] in _BAD), None)
    if bad is not None:
        yield Fact(first, max(last, bad), "background", "designated terrorist", "listed as terrorist")


def _named(document: Document, first: int, last: int, group: str) -> Iterator[int]:
    """Tokens that head what the word says it is tied to, backed by or allied with."""
    top = next((t for t in range(first, last + 1) if not first <= document.head[t] <= last or document.head[t] == t), last)
    if group == "backing":
        yield from _backers(document, first, last, top)
        return
    heads = []
    for child in document.children[top]:
        if (document.dep[child] in ("compound", "nmod", "amod") and document.words[child][:1].isupper()) or document.dep[child] == "appos":
            heads.append(child)
        elif document.dep[child] == "prep" and document.lower[child] in _PREPOSITIONS[group]:
            heads += [below for below in document.children[child] if document.dep[below] == "pobj"]
    if group == "ally":
        yield from _beside(document, last)
        # A is an ally; A, an ally: who is said to be one.
        if document.dep[top] == "attr":
            heads += [child for child in document.children[document.head[top]] if document.dep[child] == "nsubj"]
        elif document.dep[top] == "appos":
            named = document.head[top]
            heads += [named, *(child for child in document.children[named] if document.dep[child] == "compound")]
    for head in heads:
        yield from _coordinated(document, head)


def _beside(document: Document, last: int) -> Iterator[int]:
    """Capitalised words right behind the word: his allies, Russia and Iran; its ally Russia."""
    stop = document.sentences[document.sentence_of[last]][1]
    token = last + 1
    while token < stop and document.lower[token] in _BEFORE_NAMES:
        token += 1
    while token < stop and (document.pos[token] == "PROPN" or document.lower[token] in _BETWEEN_NAMES):
        if document.pos[token] == "PROPN" and not _modifies_noun(document, token):
            yield token
        token += 1


def _modifies_noun(document: Document, token: int) -> bool:
    """Whether a name only says of which kind the noun behind it is: its ally, Shia militias."""
    head = document.head[token]
    return head > token and document.pos[head] == "NOUN" and document.dep[token] in ("compound", "amod", "nmod")


def _backers(document: Document, first: int, last: int, top: int) -> Iterator[int]:
    if last > first or document.lower[first].startswith("-"):  # Turkey - backed
        if first and document.words[first - 1][:1].isupper() and document.pos[first - 1] in ("PROPN", "ADJ", "NOUN"):
            yield first - 1
        return
    for child in document.children[top]:
        if document.dep[child] == "agent" or (document.dep[child] == "prep" and document.lower[child] == "by"):
            for below in document.children[child]:
                yield from _coordinated(document, below)
        elif document.dep[child] == "nsubj" and document.pos[top] == "VERB":
            subject = child
            if document.lower[child] in ("which", "who", "that") and document.dep[top] == "relcl":
                subject = document.head[top]
            yield from _coordinated(document, subject)


def _coordinated(document: Document, head: int) -> Iterator[int]:
    yield head
    for child in document.children[head]:
        if document.dep[child] == "conj":
            yield from _coordinated(document, child)
