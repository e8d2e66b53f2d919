"""Some articles at once: measured where the engine puts them, or taken as they were where nothing that matters in them has changed.

A label that is added to a topic costs only the shards in which its words occur.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from framing import language, memo, tables
from framing.article import Article
from framing.document import Document
from framing.measures import mentions
from framing.measures.article import observe_document
from framing.measures.instruments import Instruments
from framing.measures.mentions import Mention
from framing.measures.mentions.index import compiled

if TYPE_CHECKING:
    from framing.measures.discovery import Named

Sizes = dict[str, tuple[int, int]]
"""Article id -> its words and sentences."""


@dataclass(frozen=True)
class Shard:
    """Articles that are measured at once. naming: what a discovery found in each, None where a topic's actors are looked for."""

    articles: Sequence[Article]
    naming: Mapping[str, Named] | None

    @functools.cached_property
    def content(self) -> list[tuple[str, str]]:
        """The articles' ids and what their parses depend on."""
        return [(article.article_id, language.key(article)) for article in self.articles]


def measure(shard: Shard, *, instruments: Instruments, cache: Path | None, kept: Path | None) -> tuple[dict[str, pa.Table], Sizes]:
    """The tables of observations of a shard and the sizes of its articles, in any process.

    cache: folder of parses, None for none; kept: folder of kept results (`framing.memo`), None for none.
    """
    rows: dict[str, list[dict]] = {}
    sizes: Sizes = {}
    words: set[str] = set()
    keeps = kept is not None and shard.naming is None
    for article, document in zip(shard.articles, language.parse_shard(shard.articles, cache)):
        named = None if shard.naming is None else _mentions(document, shard.naming[article.article_id], instruments)
        with language.notes(article, cache) as notes:
            for name, found in observe_document(document, instruments, notes, named=named).items():
                rows.setdefault(name, []).extend(found)
        sizes[document.article_id] = (sum(document.is_word), len(document.sentences))
        if keeps:
            words |= mentions.vocabulary(document)
    made = {name: tables.build(name, found) for name, found in rows.items()}
    if not keeps:
        return made, sizes
    with memo.kept_in(kept):
        memo.keep(_SHARD, shard.content, {"words": json.dumps(sorted(words)).encode(), "sizes": json.dumps(sizes).encode()})
        memo.keep_tables(_TABLES, _made_from(shard, instruments, words), made)
    return made, sizes


_SHARD, _TABLES = "shard", "tables of a shard"
"""What is kept of a shard: its words, which tell which entries can matter in it, with the sizes of its articles; and its tables."""


def recalled(shard: Shard, instruments: Instruments) -> tuple[dict[str, pa.Table], Sizes] | None:
    """The shard's tables and sizes from a run in which nothing that can matter in it was otherwise; None when none is kept."""
    known = None if shard.naming is not None else memo.find(_SHARD, shard.content)
    if known is None:
        return None
    found = memo.find_tables(_TABLES, _made_from(shard, instruments, json.loads(known["words"])))
    return None if found is None else (found, {article: tuple(size) for article, size in json.loads(known["sizes"]).items()})


def _made_from(shard: Shard, instruments: Instruments, words: Collection[str]) -> list[object]:
    """All that a shard's tables depend on besides the code. Of the topic's entries those count that could be found among its words."""
    topic, loaded = instruments.topic, instruments.loaded
    depends = [shard.content, instruments.topic_stamp, loaded and (loaded.name, loaded.sha256)]
    if topic is None:
        return depends
    index = compiled(topic, instruments.terms)
    return [*depends, index.about, [(one.id, one.name) for one in topic.actors.values()], index.within(words)]


def _mentions(document: Document, named: Named, instruments: Instruments) -> Sequence[Mention]:
    from framing.measures import discovery  # here: its libraries take long to load, and few runs name actors by discovery

    return discovery.mentions(document, named, compiled(instruments.topic, instruments.terms).terms)
