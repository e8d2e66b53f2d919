"""A small corpus as tables, made by hand: two outlets (or more) whose articles repeat a few sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from framing import compare
from framing.report import report
from framing.tables import OBSERVED, build

HASH = "0123456789abcdef" * 4

MANIFEST = {
    "corpus": {"sha256": HASH, "articles": 12},
    "topic": "topics/valley",
    "actors": {"guard": "Valley Guard", "council": "Town Council"},
    "lexicons": [{"id": "topics/valley", "version": "2.1", "sha256": HASH}],
    "model": {"name": "en_core_web_sm", "version": "3.8.0", "sha256": HASH},
    "packages": {"framing": "0.1.0", "spacy": "3.8.7"},
    "options": {"draws": 100, "seed": 7},
}


@dataclass(frozen=True)
class Chart:
    """As framing.charts makes them."""

    name: str
    title: str
    alt: str
    png: bytes = b"png"
    svg: bytes = b"svg"
    csv: bytes = b"csv"


CHART = Chart("tone", "Tone toward each actor", "Two bars | one for *each* outlet")


def article(article_id: str, outlet: str, **known: object) -> dict[str, object]:
    row = {"article_id": article_id, "outlet": outlet, "title": f"Story {article_id}", "date": "2024-12-05", "words": 100, "kept": True}
    return row | known


def label(article_id: str, sentence: int, text: str, line: str, *, facet: str | None, voice: str = "outlet", actor: str = "guard") -> dict:
    """A row of mentions whose span is where text stands in line; every sentence starts at 1000 x its index."""
    start = 1000 * sentence + line.index(text)
    head = text.split()[-1].rstrip("s").lower()
    return {
        "article_id": article_id, "sentence": sentence, "start": start, "end": start + len(text), "text": text, "actor": actor,
        "resolved_by": "label", "kind": "label", "head": head, "modifiers": [], "facets": [facet] if facet else [], "voice": voice,
        "speaker": None if voice == "outlet" else "council", "distanced": False, "role": "other", "entry": f"topics/valley#guard:{head}",
    }  # fmt: skip


def sentence(article_id: str, index: int, line: str) -> dict[str, object]:
    return {
        "article_id": article_id, "sentence": index, "start": 1000 * index, "end": 1000 * index + len(line), "headline": False,
        "paragraph": index, "words": len(line.split()), "words_direct": 0, "words_indirect": 0, "text": line,
    }  # fmt: skip


def tables(**rows: Sequence[Mapping[str, object]]) -> dict[str, pa.Table]:
    """All observed tables, those not given empty."""
    return {table.name: build(table.name, rows.get(table.name, ())) for table in OBSERVED}


def two_outlets(articles_each: int = 6, labels_each: int = 4, other: int = 0) -> dict[str, pa.Table]:
    """Herald calls the guard bandits, Courier calls it soldiers; each article has a label a sentence.

    other: articles of each outlet that once use the other's word.
    """
    words = [("bandits", "criminal"), ("soldiers", "military")]
    articles, sentences, mentions = [], [], []
    for outlet, (own, strange) in {"Herald": words, "Courier": words[::-1]}.items():
        for number in range(articles_each):
            article_id = f"{outlet.lower()}-{number}"
            articles.append(article(article_id, outlet))
            for index in range(labels_each):
                text, facet = strange if number < other and index == 2 else own
                line = f"At noon the {text} crossed bridge number {index} of the valley."
                sentences.append(sentence(article_id, index, line))
                mentions.append(label(article_id, index, text, line, facet=facet))
    return tables(articles=articles, sentences=sentences, mentions=mentions)


def files(observed: Mapping[str, pa.Table], *, charts: Sequence[Chart] = (), behind: Callable | None = None, **manifest: object) -> dict:
    """The report on some tables."""
    estimates = compare.compare(observed, draws=100, seed=7)
    return report(observed, estimates, charts, MANIFEST | manifest, behind=behind or compare.evidence(observed).rows)
