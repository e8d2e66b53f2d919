"""Keyword in context: every occurrence of a pattern with the words around it, and in whose voice it stands.

Counts: occurrences of patterns in the grammar of lexicon entries (`claim/VERB`, `=claimed`, `point out`, `terror*`); of patterns that
overlap the longest counts, once. Unit: a span of tokens. Undefined: never. Source: the concordance with the keyword in the middle is that
of Luhn (1960), Key word-in-context index for technical literature, American Documentation 11(4), 288-295.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from framing import engine, language, lexicon
from framing.article import Article
from framing.document import Document
from framing.lexicon import Entry, Group, LexiconError, Match, Matcher, Problem, TermLexicon
from framing.lexicon.entry import parse_entry
from framing.measures import attribution
from framing.measures.voice import voices

LINES = pa.schema([
    *((name, pa.string()) for name in ("outlet", "article_id", "date")), *((name, pa.int32()) for name in ("sentence", "start", "end")),
    *((name, pa.string()) for name in ("left", "keyword", "right", "voice", "source", "pattern")),
])  # fmt: skip
"""One row: an occurrence. left, right: the words around it in its paragraph, on one line. source: who speaks, as written; null in the
outlet's voice and where the speaker is not named."""


@dataclass(frozen=True)
class Concordance:
    """lines: schema LINES, by outlet, article and place. sizes: outlet -> (articles, words) that were searched."""

    lines: pa.Table
    sizes: dict[str, tuple[int, int]]


def kwic(
    articles: Sequence[Article], patterns: Sequence[str], *, window: int = 8, cache: Path | None = None, workers: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Concordance:  # fmt: skip
    """The occurrences of the patterns in the articles that are kept. window: words on each side.

    Raises LexiconError with every pattern that is not well formed.
    """
    kept = sorted((article for article in articles if article.kept), key=lambda article: (article.outlet, article.article_id))
    cues = attribution.CueLexicons(lexicon.load("english/reporting-verbs"), lexicon.load("english/cue-complements"))
    search = functools.partial(_shard, patterns=as_lexicon(patterns), cues=cues, window=window, cache=cache)
    rows: list[dict] = []
    sizes: dict[str, tuple[int, int]] = {}
    done = 0
    progress(0, len(kept))
    for found, words in engine.run(search, language.shards(kept), workers=workers):
        rows.extend(found)
        for outlet, number in words:
            count, total = sizes.get(outlet, (0, 0))
            sizes[outlet] = count + 1, total + number
        progress(done := done + len(words), len(kept))
    return Concordance(pa.Table.from_pylist(rows, LINES), sizes)


def as_lexicon(patterns: Sequence[str]) -> TermLexicon:
    """A lexicon of one group with the patterns for entries. Raises LexiconError with every pattern that is not well formed."""
    problems, entries = [], []
    for pattern in dict.fromkeys(patterns):
        try:
            entries.append(Entry(f"kwic#pattern:{pattern}", "pattern", "term", pattern, parse_entry(pattern), 0))
        except ValueError as error:
            fix = "write words with single spaces between, each as word, =word, begin* or word/POS, such as 'claim/VERB' or 'point out'"
            problems.append(Problem(f"pattern '{pattern}'", 0, str(error), fix))
    if problems:
        raise LexiconError(problems)
    group = Group("pattern", "", "", tuple(entries), (), (), ())
    about = dict.fromkeys(("version", "language", "licence", "source", "source_url", "description", "sha256"), "")
    return TermLexicon(id="kwic", read_from="patterns", groups={"pattern": group}, **about)


def lines(document: Document, matches: Sequence[Match], cues: attribution.CueLexicons, *, window: int) -> Iterator[dict]:
    """The occurrences in a document as rows of LINES without outlet and date."""
    if not matches:
        return
    found = attribution.find(document, cues)
    voice = voices([one.spoken for one in found.attributions], found.quotations, found.brackets)
    for match in matches:
        start, end = document.span(match.first, match.last)
        spoken, index = voice.of(start, end)
        source = found.attributions[index].source if index is not None else None
        first, last = _around(document, match, window)
        yield {
            "article_id": document.article_id, "sentence": document.sentence_of[match.first], "start": start, "end": end,
            "left": _one_line(document.text[document.start[first] : start]), "keyword": _one_line(document.text[start:end]),
            "right": _one_line(document.text[end : document.end[last]]), "voice": spoken,
            "source": _one_line(document.text[slice(*source)]) if source else None, "pattern": match.entry.text,
        }  # fmt: skip


def _shard(
    articles: Sequence[Article], *, patterns: TermLexicon, cues: attribution.CueLexicons, window: int, cache: Path | None
) -> tuple[list[dict], list[tuple[str, int]]]:
    matcher = Matcher(patterns)
    rows, sizes = [], []
    for article, document in zip(articles, language.parse_shard(articles, cache), strict=True):
        found = lines(document, matcher.find_in(document), cues, window=window)
        rows.extend({"outlet": article.outlet, "date": article.date, **row} for row in found)
        sizes.append((article.outlet, sum(document.is_word)))
    return rows, sizes


def _around(document: Document, match: Match, window: int) -> tuple[int, int]:
    """First and last token of the window, which stays in the paragraph: a headline is no context of the text."""
    paragraph = document.paragraph_of[document.sentence_of[match.first]]
    from_sentence, after_sentence = document.paragraphs[paragraph]
    floor, ceiling = document.sentences[from_sentence][0], document.sentences[after_sentence - 1][1] - 1
    return _reach(document, match.first, floor, -1, window), _reach(document, match.last, ceiling, 1, window)


def _reach(document: Document, token: int, end: int, step: int, words: int) -> int:
    """The token that lies so many words away, or the end when that is nearer; punctuation behind the last word comes along."""
    while token != end and (words or not document.is_word[token + step]):
        token += step
        words -= document.is_word[token]
    return token


def _one_line(text: str) -> str:
    return " ".join(text.split())
