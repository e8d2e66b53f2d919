"""What a change of a lexicon changes in the counts of a corpus.

Counts: matches of two lexicons of terms, or mentions of two lexicons of actors, paired by place. A pair of the same span, else of spans
that overlap, is one and the same occurrence: unchanged, of another length (resized), or of another group, actor or entry (moved). What has
no partner is lost or gained. Unit: an occurrence. Range: 0 or more. Undefined: never. In every row old - lost - moved_away = new - gained -
moved_here. Source: none; it is a comparison of two sets of annotated spans.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pyarrow as pa

from framing import engine, language, lexicon
from framing.article import Article
from framing.document import Document
from framing.lexicon import Lexicon, LexiconError, Matcher, Problem, TermLexicon
from framing.measures import mentions

UNRESOLVED = "(unresolved)"
"""In place of an actor where nothing decides."""

CHANGES = pa.schema([
    *((name, pa.string()) for name in ("article_id", "outlet", "change", "old_part", "old_entry", "new_part", "new_entry")),
    *((name, pa.string()) for name in ("text", "sentence")),
    ("start", pa.int32()), ("end", pa.int32()),
])  # fmt: skip
"""One row: an occurrence that changed. change: lost, gained, moved, reworded (another entry of the same group or actor) or resized.
part: group or actor. text, start, end: the new span, of a lost one the old. sentence: with the span in [brackets]."""

COUNTS = pa.schema([
    *((name, pa.string()) for name in ("level", "part", "entry", "outlet")),
    *((name, pa.int32()) for name in ("old", "new", "lost", "gained", "moved_away", "moved_here", "resized")),
    *((name, pa.string()) for name in ("moved_to", "lost_example", "gained_example", "moved_example", "resized_example")),
])  # fmt: skip
"""One row: a part (group or actor) in all outlets (outlet null) or in one, or an entry in all. An entry's moves include those within its
part."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A match or mention: character offsets, its group or actor, and the entry that fired, as part:entry."""

    start: int
    end: int
    part: str
    entry: str


Pair = tuple[Occurrence | None, Occurrence | None]
"""(in the old lexicon, in the new); one of them may be absent."""
Key = tuple[str, str, str | None, str | None]
"""(level, part, entry, outlet)."""
Unchanged = Counter[tuple[str, str, str]]
"""(outlet, part, entry) -> how many."""


@dataclass(frozen=True)
class Diff:
    """changes: schema CHANGES; counts: schema COUNTS, every part and the entries that changed."""

    changes: pa.Table
    counts: pa.Table


def diff(
    old: Lexicon, new: Lexicon, articles: Sequence[Article], *, cache: Path | None = None, workers: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Diff:  # fmt: skip
    """What changes from the old lexicon to the new in the articles that are kept.

    Raises LexiconError when one lists terms and the other actors.
    """
    if type(old) is not type(new):
        fix = "compare two lexicons of terms, or two of actors"
        raise LexiconError([Problem(new.read_from, 0, f"is of another kind than {old.read_from}: one lists terms, the other actors", fix)])
    kept = [article for article in articles if article.kept]
    terms = lexicon.load("english/label-terms")  # mentions need them; loaded once, for what is compiled of them is kept by identity
    compare = functools.partial(_shard, old=old, new=new, terms=terms, cache=cache)
    rows: list[dict] = []
    unchanged: Unchanged = Counter()
    done = 0
    progress(0, len(kept))
    for size, found, same in engine.run(compare, language.shards(kept), workers=workers):
        rows.extend(found)
        unchanged.update(same)
        progress(done := done + size, len(kept))
    return Diff(pa.Table.from_pylist(rows, CHANGES), pa.Table.from_pylist(list(counted(rows, unchanged)), COUNTS))


def paired(old: Sequence[Occurrence], new: Sequence[Occurrence]) -> list[Pair]:
    """The occurrences in pairs: same span and part first, then same span, then overlap in the same part, then any overlap."""
    left, right = list(old), list(new)
    pairs: list[Pair] = []
    for same_span, same_part in ((True, True), (True, False), (False, True), (False, False)):
        for one in tuple(left):
            partner = next((other for other in right if _fits(one, other, same_span, same_part)), None)
            if partner is not None:
                left.remove(one)
                right.remove(partner)
                pairs.append((one, partner))
    return [*pairs, *((one, None) for one in left), *((None, one) for one in right)]


def change_of(pair: Pair) -> str | None:
    """The kind of change of a pair; None when there is none."""
    old, new = pair
    if old is None or new is None:
        return "gained" if old is None else "lost"
    if old.part != new.part:
        return "moved"
    if (old.start, old.end) != (new.start, new.end):
        return "resized"
    return "reworded" if old.entry != new.entry else None


def counted(changes: Iterable[Mapping], unchanged: Unchanged) -> Iterator[dict]:
    """The rows of COUNTS from those of CHANGES and the number of occurrences that stayed as they were."""
    counts: dict[Key, Counter[str]] = {}
    targets: dict[Key, Counter[str]] = {}
    examples: dict[Key, dict[str, str]] = {}
    for (outlet, part, entry), number in unchanged.items():
        for key in _keys(part, entry, outlet):
            counts.setdefault(key, Counter()).update(old=number, new=number)
    for row in changes:
        for key, what in _effects(row):
            counts.setdefault(key, Counter()).update(what)
            kind = next((kind for kind in ("lost", "gained", "moved_away", "moved_here", "resized") if kind in what), "")
            examples.setdefault(key, {}).setdefault(kind.partition("_")[0], row["sentence"])
            if kind == "moved_away":
                targets.setdefault(key, Counter())[row["new_part"] if key[0] == "part" else row["new_entry"]] += 1
    for key in sorted(counts, key=lambda key: (key[0] == "entry", key[1], key[2] or "", key[3] or "")):
        if key[0] == "part" or counts[key].keys() - {"old", "new"}:
            yield _row(key, counts[key], targets.get(key, Counter()), examples.get(key, {}))


def _shard(
    articles: Sequence[Article], *, old: Lexicon, new: Lexicon, terms: TermLexicon, cache: Path | None
) -> tuple[int, list[dict], Unchanged]:
    before, after = _reader(old, terms), _reader(new, terms)
    rows, unchanged = [], Counter()
    for article, document in zip(articles, language.parse_shard(articles, cache), strict=True):
        pairs = _paired_by_sentence(document, before(document), after(document))
        for pair in sorted(pairs, key=lambda pair: (pair[1] or pair[0]).start):
            if (change := change_of(pair)) is None:
                unchanged[article.outlet, pair[0].part, pair[0].entry] += 1
            else:
                rows.append(_change(document, article.outlet, change, pair))
    return len(articles), rows, unchanged


def _reader(found: Lexicon, terms: TermLexicon) -> Callable[[Document], list[Occurrence]]:
    """A function from a document to the lexicon's occurrences in it."""
    if isinstance(found, TermLexicon):
        matcher = Matcher(found)
        return lambda document: [
            Occurrence(*document.span(one.first, one.last), one.group, _bare(one.entry.id)) for one in matcher.find_in(document)
        ]
    return lambda document: [
        Occurrence(one.start, one.end, one.actor or UNRESOLVED, _bare(one.entry)) for one in mentions.find(document, found, terms)
    ]


def _bare(entry: str) -> str:
    """An entry's id without the lexicon's, which may change from the old to the new."""
    return entry.partition("#")[2]


def _paired_by_sentence(document: Document, old: Sequence[Occurrence], new: Sequence[Occurrence]) -> list[Pair]:
    """As `paired`, among those of one sentence: no occurrence leaves its own, and pairing is quadratic."""
    ends = [document.end[last - 1] for _, last in document.sentences]
    by_sentence: dict[int, tuple[list[Occurrence], list[Occurrence]]] = {}
    for side, occurrences in enumerate((old, new)):
        number = 0
        for one in sorted(occurrences, key=lambda one: one.start):
            while one.start >= ends[number]:
                number += 1
            by_sentence.setdefault(number, ([], []))[side].append(one)
    return [pair for sides in by_sentence.values() for pair in paired(*sides)]


def _fits(one: Occurrence, other: Occurrence, same_span: bool, same_part: bool) -> bool:
    meets = (one.start, one.end) == (other.start, other.end) if same_span else one.start < other.end and other.start < one.end
    return meets and (not same_part or one.part == other.part)


def _change(document: Document, outlet: str, change: str, pair: Pair) -> dict:
    old, new = pair
    shown = new or old
    sentence = next(index for index, (_, last) in enumerate(document.sentences) if document.end[last - 1] > shown.start)
    first, last = document.sentences[sentence]
    begin, stop = document.span(first, last - 1)
    text = document.text
    return {
        "article_id": document.article_id, "outlet": outlet, "change": change, "old_part": old and old.part, "old_entry": old and old.entry,
        "new_part": new and new.part, "new_entry": new and new.entry, "start": shown.start, "end": shown.end,
        "text": text[shown.start : shown.end],
        "sentence": " ".join(f"{text[begin : shown.start]}[{text[shown.start : shown.end]}]{text[shown.end : stop]}".split()),
    }  # fmt: skip


def _keys(part: str, entry: str, outlet: str) -> list[Key]:
    return [("part", part, None, None), ("part", part, None, outlet), ("entry", part, entry.removeprefix(f"{part}:"), None)]


def _effects(row: Mapping) -> Iterator[tuple[Key, Counter[str]]]:
    """What a change adds to which rows of counts."""
    old = _keys(row["old_part"], row["old_entry"], row["outlet"]) if row["old_part"] else []
    new = _keys(row["new_part"], row["new_entry"], row["outlet"]) if row["new_part"] else []
    stays = [(a, b) for a, b in product(old, new) if a == b]
    for key, _ in stays:
        yield key, Counter(old=1, new=1, **({"resized": 1} if row["change"] == "resized" else {}))
    for key in old:
        if key not in new:
            yield key, Counter({"old": 1, "moved_away" if new else "lost": 1})
    for key in new:
        if key not in old:
            yield key, Counter({"new": 1, "moved_here" if old else "gained": 1})


def _row(key: Key, counts: Counter[str], targets: Counter[str], examples: Mapping[str, str]) -> dict:
    moved = ", ".join(f"{target} {number}" for target, number in sorted(targets.items(), key=lambda item: (-item[1], item[0])))
    return {
        **dict(zip(("level", "part", "entry", "outlet"), key)), "moved_to": moved or None,
        **{name: counts[name] for name in COUNTS.names[4:11]},
        **{f"{kind}_example": examples.get(kind) for kind in ("lost", "gained", "moved", "resized")},
    }  # fmt: skip
