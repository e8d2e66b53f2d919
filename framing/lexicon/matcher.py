"""Find a lexicon's entries in a parsed text, in one pass, each with its exact tokens.

Entries hang in a trie under their first token. At each token the longest entry wins and the scan goes on behind it, whichever group it
belongs to; an `except` phrase wins like any other and yields nothing. Where several groups own the winning span, each yields it once
(in an exclusive lexicon only the most specific entry does).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from framing.document import Document
from framing.lexicon.context import counts
from framing.lexicon.entry import Case, Piece, Word, fold
from framing.lexicon.model import Entry, Lexicon, TermLexicon, parts

_HYPHENS = dict.fromkeys("‐‑–", "-")
"""Hyphens and dashes that outlets set in compounds, where entries have a plain hyphen."""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found: index of its first and last token (both included)."""

    first: int
    last: int
    entry: Entry

    @property
    def group(self) -> str:
        """Id of the entry's group, or of its actor."""
        return self.entry.group

    @property
    def kind(self) -> str:
        """The entry's kind: term; name, label, ambiguous or modifier in a topic lexicon."""
        return self.entry.kind


class _Node:
    """Where the pieces read so far lead: next pieces by text, those that are prefixes apart, and the entries that end here with their rank.

    lengths: of the prefixes, so that a form is cut at few places and looked up.
    """

    __slots__ = ("edges", "ends", "lengths", "prefixes")

    def __init__(self) -> None:
        self.edges: dict[str, list[_Edge]] = {}
        self.prefixes: dict[str, list[_Edge]] = {}
        self.lengths: tuple[int, ...] = ()
        self.ends: list[tuple[int, Entry]] = []

    def child(self, piece: Piece) -> _Node:
        if piece.prefix:
            self.lengths = tuple(sorted({*self.lengths, len(piece.text)}))
        edges = (self.prefixes if piece.prefix else self.edges).setdefault(piece.text, [])
        for known, node in edges:
            if known == piece:
                return node
        edges.append((piece, node := _Node()))
        return node


_Edge = tuple[Piece, _Node]


class Matcher:
    """A lexicon ready to match. Holds no state between calls, so one serves any number of texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._exclusive = isinstance(lexicon, TermLexicon) and lexicon.exclusive
        self._root = _Node()
        self._cased = False
        self._conditional = False
        entries = [entry for part in parts(lexicon).values() for entry in (*part.exceptions, *part.entries)]
        # What demands more comes first, so that of two entries on one span the specific one stands for it.
        for rank, entry in enumerate(sorted(entries, key=_demands, reverse=True)):
            _insert(self._root, entry.words, (rank, entry))
            self._cased = self._cased or any(piece.case for piece in _all_pieces(entry))
            self._conditional = self._conditional or bool(entry.unless or entry.only)
        self._followers = {text: _followers(edges) for text, edges in self._root.edges.items()}

    def find(
        self, lower: Sequence[str], lemmas: Sequence[str], pos: Sequence[str], *,
        written: Sequence[str] | None = None, first: int = 0, last: int | None = None,
    ) -> list[Match]:  # fmt: skip
        """The matches among the tokens from first up to, not including, last; sorted by place.

        lower, lemmas, pos: of the whole document, one item a token, as in Document. written: the tokens as written (Document.words);
        topic lexicons need it, since a name wants its capitals. Conditions on context need a parse and are
        not tested. Raises ValueError when it is needed and missing.
        """
        if written is None:
            if self._cased:
                raise ValueError(f"lexicon {self.lexicon.id} has names with capitals: pass written=document.words")
            written = lower
        last = len(lower) if last is None else last
        folded = [""] * first + [fold(lemma) for lemma in lemmas[first:last]]
        return self._find(lower, folded, pos, written, first, last)

    def find_in(
        self, document: Document, *, lemmas: Sequence[str] | None = None, written: Sequence[str] | None = None,
        sentences: Sequence[tuple[int, int]] | None = None,
    ) -> list[Match]:  # fmt: skip
        """The matches of a document, sentence by sentence: none runs over the end of a sentence.

        lemmas, written: to read for its own; the capitals that names and acronyms demand are looked for in what is written.
        sentences: those to read, as (first, after last) tokens; None for all.
        """
        folded = document.folded if lemmas is None else [fold(lemma) for lemma in lemmas]
        columns = (document.lower, folded, document.pos, document.words if written is None else written)
        spans = document.sentences if sentences is None else sentences
        found = [match for first, last in spans for match in self._find(*columns, first, last)]
        return [one for one in found if counts(document, one.first, one.last, one.entry)] if self._conditional else found

    def _find(
        self, lower: Sequence[str], folded: Sequence[str], pos: Sequence[str], written: Sequence[str], first: int, last: int
    ) -> list[Match]:
        edges, prefixes, lengths = self._root.edges, self._root.prefixes, self._root.lengths
        # Most tokens begin no entry; two look-ups are all that they cost, and one for each length of prefix.
        candidates = [token for token in range(first, last) if lower[token] in edges or folded[token] in edges]
        candidates = [token for token in candidates if self._goes_on(token, lower, folded, last)]
        if lengths:
            begun = {token for length in lengths for token in range(first, last) if lower[token][:length] in prefixes}
            candidates = sorted(begun.union(candidates))
        matches: list[Match] = []
        after = first
        for token in candidates:
            if token >= after:
                after, ends = _longest(self._root, token, lower, folded, pos, written, last)
                if ends:
                    matches += [Match(token, after - 1, entry) for entry in self._counted(ends)]
        return matches

    def _goes_on(self, token: int, lower: Sequence[str], folded: Sequence[str], last: int) -> bool:
        """Whether an entry that the token begins can end there or takes the token behind it; three in four that begin one do neither."""
        form, lemma = lower[token], folded[token]
        begun = self._followers.get(form, _NOTHING)
        also = self._followers.get(lemma, _NOTHING) if lemma != form else _NOTHING
        if begun is None or also is None:
            return True
        if token + 1 == last:
            return False
        form, lemma = lower[token + 1], folded[token + 1]
        return form in begun or lemma in begun or form in also or lemma in also

    def _counted(self, ends: list[Entry]) -> list[Entry]:
        """One entry a group and kind; none of a group that has the span among its exceptions."""
        if len(ends) == 1:
            return [] if ends[0].kind == "except" else ends
        excepted = {entry.group for entry in ends if entry.kind == "except"}
        counted: dict[tuple[str, str], Entry] = {}
        for entry in ends:
            if entry.group not in excepted:
                counted.setdefault((entry.group, entry.kind), entry)
        return list(counted.values())[: 1 if self._exclusive else None]


_NOTHING: frozenset[str] = frozenset()


def _followers(edges: Sequence[_Edge]) -> frozenset[str] | None:
    """Words that may come second in the entries that begin so; None where nothing need come, or anything may."""
    nodes = [node for _, node in edges]
    if any(node.ends or node.prefixes for node in nodes):
        return None
    texts = frozenset(text for node in nodes for text in node.edges)
    return texts.union(_HYPHENS) if "-" in texts else texts


def _longest(
    root: _Node, token: int, lower: Sequence[str], folded: Sequence[str], pos: Sequence[str], written: Sequence[str], stop: int
) -> tuple[int, list[Entry]]:
    """(index after the longest match from the token, the entries that end there); no entries when none matches.

    Written out in one loop: it runs for every third word of a text.
    """
    after = token
    ends: list[tuple[int, Entry]] = []
    reached = [root]
    while reached and token < stop:
        form = lower[token]
        form, lemma, found = _HYPHENS.get(form, form), folded[token], []
        for node in reached:
            for piece, child in _edges(node, form, lemma):
                if piece.pos and pos[token] not in piece.pos:
                    continue
                if not piece.case or _has_case(written[token], piece.case):
                    found.append(child)
        token += 1
        here = [end for node in found for end in node.ends]
        if here:
            after, ends = token, here
        reached = [node for node in found if node.edges or node.prefixes]
    if len(ends) <= 1:
        return after, [entry for _, entry in ends]
    return after, [entry for _, entry in sorted(ends, key=itemgetter(0))]


def _edges(node: _Node, form: str, lemma: str) -> Sequence[_Edge]:
    """The edges that the form takes, whole or by its beginning, and those that the lemma takes where no form is demanded."""
    found: Sequence[_Edge] = node.edges.get(form, ())
    if lemma != form and lemma in node.edges:
        found = [*found, *(edge for edge in node.edges[lemma] if not edge[0].exact)]
    for length in node.lengths:
        if len(form) >= length and (begun := node.prefixes.get(form[:length])):
            found = [*found, *begun]
    return found


def _has_case(written: str, case: Case) -> bool:
    return written.isupper() if case is Case.UPPER else written[:1].isupper()


def _insert(node: _Node, words: tuple[Word, ...], end: tuple[int, Entry]) -> None:
    if not words:
        node.ends.append(end)
        return
    for way in words[0]:
        child = node
        for piece in way:
            child = child.child(piece)
        _insert(child, words[1:], end)


def _all_pieces(entry: Entry) -> list[Piece]:
    return [piece for word in entry.words for way in word for piece in way]


def _demands(entry: Entry) -> int:
    """How many demands beyond the bare words the entry makes; a prefix demands less than a word."""
    pieces = [piece for word in entry.words for piece in word[0]]
    return sum(bool(piece.pos) + bool(piece.case) + (-1 if piece.prefix else piece.exact) for piece in pieces)
