"""The mentions table of a discovery: the discovered phrases with voice, speaker and anatomy, as `framing observe` has them."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from framing import engine, language, tables
from framing.article import Article
from framing.document import Document
from framing.lexicon import Match, Matcher, TermLexicon
from framing.measures import attribution
from framing.measures.discovery.draft import Draft
from framing.measures.discovery.entries import form, form_of_text
from framing.measures.discovery.find import Discovery, Found
from framing.measures.mentions.anatomy import facets, is_distanced, modifiers
from framing.measures.mentions.phrases import Phrase
from framing.measures.speakers import OTHER, speakers
from framing.measures.voice import voices


@dataclass(frozen=True)
class Instruments:
    """What the mentions are read with. lexicon: id of the draft lexicon."""

    lexicon: str
    terms: Matcher
    cues: attribution.CueLexicons

    @classmethod
    def of(cls, lexicon: str, terms: TermLexicon, cues: attribution.CueLexicons) -> Instruments:
        """Instruments from lexicons."""
        return cls(lexicon, Matcher(terms), cues)


Named = Sequence[tuple[Found, str, str | None]]
"""(mention, actor's id, text of the draft's entry for it, or None) of one article."""


def mentions(
    discovery: Discovery, draft: Draft, articles: Sequence[Article], *, instruments: Instruments, workers: int = 1,
    cache: Path | None = None, progress: Callable[[int, int], None] = lambda done, total: None,
) -> pa.Table:  # fmt: skip
    """The mentions table (framing.tables.MENTIONS) of a discovery. Every mention has an actor, small ones too."""
    kept = [article for article in articles if article.kept]
    shards = [_Shard(shard, [_named(discovery.mentions[one.article_id], draft) for one in shard]) for shard in language.shards(kept)]
    parts: list[pa.Table] = []
    done = 0
    for shard, part in zip(shards, engine.run(functools.partial(_rows, instruments=instruments, cache=cache), shards, workers=workers)):
        parts.append(part)
        done += len(shard.articles)
        progress(done, len(kept))
    return tables.concat("mentions", parts)


@dataclass(frozen=True)
class _Shard:
    articles: Sequence[Article]
    named: Sequence[Named]


def _named(found: Sequence[Found], draft: Draft) -> Named:
    return [(one, actor := draft.ids[one.key], draft.entries.get((actor, form_of_text(form(one)[1])))) for one in found]


def _rows(shard: _Shard, *, instruments: Instruments, cache: Path | None) -> pa.Table:
    documents = language.parse_shard(shard.articles, cache)
    return tables.build(
        "mentions", (row for document, named in zip(documents, shard.named) for row in _of_article(document, named, instruments))
    )


def _of_article(document: Document, named: Named, instruments: Instruments) -> Iterator[Mapping[str, object]]:
    found = attribution.find(document, instruments.cues)
    voice = voices([one.spoken for one in found.attributions], found.quotations, found.brackets)
    heads = {one.candidate.token: actor for one, actor, _ in named}
    sources = speakers(document, found.attributions, heads.get)
    terms: dict[int, list[Match]] = defaultdict(list)
    for match in instruments.terms.find_in(document):
        terms[match.first].append(match)
    for mention, actor, entry in named:
        one = mention.candidate
        spoken, index = voice.of(one.start, one.end)
        yield {
            **_anatomy(document, mention, terms),
            **{name: getattr(one, name) for name in ("sentence", "start", "end", "text", "role", "verb")},
            "article_id": document.article_id, "actor": actor, "resolved_by": mention.resolved_by,
            "kind": "name" if one.is_name else "label", "head": document.lemma[one.token].lower(), "voice": spoken,
            "speaker": None if index is None else sources[index].actor or OTHER,
            "entry": None if entry is None else f"{instruments.lexicon}#{actor}:{entry}",
        }  # fmt: skip


def _anatomy(document: Document, mention: Found, terms: Mapping[int, list[Match]]) -> dict[str, object]:
    one = mention.candidate
    phrase = Phrase(None, one.first, one.last, one.token, "label")
    groups, connotation = facets(phrase, terms)
    words = [] if one.is_name else list(modifiers(document, phrase))
    return {"facets": list(groups), "connotation": connotation, "modifiers": words, "distanced": is_distanced(document, phrase)}
