"""From articles to the entities behind every phrase that may stand for an actor."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing import engine, language
from framing.article import Article, Span
from framing.measures.discovery.across import absorbed, homes
from framing.measures.discovery.candidate import Candidate
from framing.measures.discovery.candidates import candidates
from framing.measures.discovery.facts import Facts, gather
from framing.measures.discovery.labels import grouped
from framing.measures.discovery.resolve import resolve
from framing.measures.discovery.variants import variants
from framing.measures.people import DOCUMENTS


@dataclass(frozen=True, slots=True)
class Read:
    """What discovery keeps of an article: its candidates in text order and the spans of its sentences."""

    article_id: str
    candidates: Sequence[Candidate]
    sentences: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Found:
    """A mention: what it is, the key of its entity, what decided, and the key that it had before minor actors were put under others."""

    candidate: Candidate
    key: str
    resolved_by: str
    own: str


@dataclass(frozen=True)
class Discovery:
    """The mentions of each article by its id, in text order; facts: what the corpus says of its people."""

    mentions: dict[str, Sequence[Found]]
    reads: dict[str, Read]
    facts: Facts


def discover(
    articles: Sequence[Article],
    *,
    workers: int = 1,
    cache: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Discovery:
    """The actors of the articles that are kept. progress is told (articles done, articles in all) after each shard."""
    kept = [article for article in articles if article.kept]
    reads: list[Read] = []
    progress(0, len(kept))
    for part in engine.run(functools.partial(read, cache=cache), language.shards(kept), workers=workers):
        reads.extend(part)
        progress(len(reads), len(kept))
    return resolved(reads)


def read(articles: Sequence[Article], *, cache: Path | None = None) -> list[Read]:
    """The candidates of a shard of articles."""
    return [
        Read(document.article_id, candidates(document), [document.span(first, last - 1) for first, last in document.sentences])
        for document in language.parse_shard(articles, cache)
    ]


def resolved(reads: Sequence[Read]) -> Discovery:
    """The entities behind all candidates of a corpus."""
    articles = _actors_only([one.candidates for one in reads])
    known = variants(articles)
    facts = gather(articles, known)
    homes(articles, facts)
    decided = [resolve(article, names, facts) for article, names in zip(articles, known)]
    left = [(n, i, one) for n, article in enumerate(articles) for i, one in enumerate(article) if i not in decided[n]]
    for (number, index), key in grouped(left, articles).items():
        decided[number][index] = (key, "label")
    under = absorbed(facts, Counter(key for one in decided for key, _ in one.values()))
    mentions = {
        one.article_id: [Found(article[i], under.get(done[i][0], done[i][0]), done[i][1], done[i][0]) for i in sorted(done)]
        for one, article, done in zip(reads, articles, decided)
    }
    return Discovery(mentions, {one.article_id: one for one in reads}, facts)


def _actors_only(articles: Sequence[Sequence[Candidate]]) -> list[list[Candidate]]:
    """The articles without nouns that are no actors: not listed as such, and seldom the subject of what only people do."""
    seen: Counter[str] = Counter()
    speaking: Counter[str] = Counter()
    for article in articles:
        for one in article:
            if not one.sure:
                seen[one.head] += 1
                speaking[one.head] += one.speaks
    accepted = {head for head in seen if speaking[head] > 2 and speaking[head] * 3 >= seen[head] and head not in DOCUMENTS}
    return [_kept(article, accepted) for article in articles]


def _kept(article: Sequence[Candidate], accepted: set[str]) -> list[Candidate]:
    """The candidates that are actors; indexes among them are set anew."""
    stay = [index for index, one in enumerate(article) if one.sure or one.head in accepted]
    place = {old: new for new, old in enumerate(stay)}
    return [article[index].moved(place) for index in stay]
