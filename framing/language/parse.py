"""Articles to documents: batched, cached, in as many processes as asked, memory bounded by the shard."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from framing import engine
from framing.article import Article
from framing.document import Document
from framing.language import cache as parses
from framing.language import model, pipeline
from framing.language.blocks import Block, blocks

if TYPE_CHECKING:
    from spacy.tokens import Doc

SHARD = 60_000
"""Characters of a shard: large enough to batch, small enough that a shard's parses fit in memory many times over."""

_LEMMAS = {
    form: lemma
    for lemma, forms in {
        "hope": "hopes hoped hoping", "hate": "hated hating", "rage": "raged raging", "rate": "rated rating", "rape": "raped raping",
        "wage": "waged waging", "stage": "staged staging", "shame": "shamed shaming", "gripe": "griped griping", "snipe": "sniped sniping",
        "gut": "gutted gutting", "retweet": "retweeted retweeting", "text": "texted texting", "blog": "blogged blogging",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Verb forms whose base form the model's tables get wrong (hoped -> hop), among words that measures look for."""


def parse(articles: Iterable[Article], *, cache: Path | None = None, workers: int = 1) -> Iterator[Document]:
    """Yields the parse of each article, in order. cache is the folder of stored parses, None for none."""
    for documents in engine.run(functools.partial(parse_shard, cache=cache), shards(articles), workers=workers):
        yield from documents


def parse_text(text: str) -> Document:
    """The parse of a bare text, not cached."""
    return parse_shard([Article(article_id="text", text=text, outlet="", read_from="text")])[0]


def shards(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Cuts the articles, in order, into shards of about SHARD characters."""
    shard: list[Article] = []
    size = 0
    for article in articles:
        shard.append(article)
        size += len(article.text)
        if size >= SHARD:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def key(article: Article) -> str:
    """Hash of all that the article's parse depends on."""
    return parses.key(article, model.installed().sha256)


def parse_shard(articles: Sequence[Article], cache: Path | None = None) -> list[Document]:
    """The parses of a few articles, from the cache where it has them. The model is loaded only when it lacks one."""
    keys = [key(article) for article in articles]
    found = [parses.get(cache, key, article) if cache else None for key, article in zip(keys, articles)]
    missing = [index for index, document in enumerate(found) if document is None]
    for index, document in zip(missing, _parsed([articles[index] for index in missing])):
        found[index] = document
        if cache:
            parses.put(cache, keys[index], document)
    return [document for document in found if document is not None]


@contextlib.contextmanager
def notes(article: Article, cache: Path | None) -> Iterator[dict[str, dict]]:
    """What measures noted about the article's parse, part by part, to read and to add to; kept in the cache when it grew.

    Each part holds a stamp, the identity of the code, weights and lexicons that made it: see `part`.
    """
    if cache is None:
        yield {}
        return
    name = key(article)
    noted = parses.recall(cache, name)
    before = _extent(noted)
    yield noted
    if _extent(noted) != before:
        parses.note(cache, name, noted)


def part(notes: dict[str, dict], name: str, stamp: str) -> dict:
    """A part of the notes, to add to; empty but for its stamp when another stamp had made it."""
    if notes.get(name, {}).get("stamp") != stamp:
        notes[name] = {"stamp": stamp}
    return notes[name]


def _extent(notes: Mapping[str, dict]) -> dict[str, tuple]:
    return {name: (noted.get("stamp"), len(noted)) for name, noted in notes.items()}


def _parsed(articles: Sequence[Article]) -> Iterator[Document]:
    if not articles:
        return
    cut = [blocks(article.text, furniture=article.furniture, headline_end=article.headline_end) for article in articles]
    with model.load().memory_zone():  # else the strings of every article stay for good
        docs = pipeline.annotated(block.shown for article_blocks in cut for block in article_blocks)
        for article, article_blocks in zip(articles, cut):
            yield _document(article, ((block, next(docs)) for block in article_blocks))  # lazily: each is dropped once read


def _document(article: Article, parsed: Iterable[tuple[Block, Doc]]) -> Document:
    """One document from the parses of an article's blocks; white-space tokens are dropped."""
    start, end, lemma, pos, tag, dep, head, entity, entity_start = ([] for _ in range(9))
    sentences: list[tuple[int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    last_paragraph = -1
    for block, doc in parsed:
        kept = [token for token in doc if not token.is_space]
        place = {token.i: len(start) + offset for offset, token in enumerate(kept)}
        first_sentence = len(sentences)
        for token in kept:
            start.append(block.start + token.idx)
            end.append(block.start + token.idx + len(token))
            lemma.append(_LEMMAS.get(token.lower_, token.lemma_) if token.pos_ == "VERB" else token.lemma_)
            pos.append(token.pos_)
            tag.append(token.tag_)
            dep.append(token.dep_)
            head.append(place.get(token.head.i, place[token.i]))  # a head that is white space: the token stands alone
            entity.append(token.ent_type_)
            entity_start.append(token.ent_iob_ == "B")
        for sentence in doc.sents:
            inside = [place[token.i] for token in sentence if token.i in place]
            if inside:
                sentences.append((inside[0], inside[-1] + 1))
        if len(sentences) == first_sentence:
            continue
        if paragraphs and block.paragraph == last_paragraph:
            paragraphs[-1] = paragraphs[-1][0], len(sentences)
        else:
            paragraphs.append((first_sentence, len(sentences)))
        last_paragraph = block.paragraph
    return Document(
        article.article_id,
        article.text,
        start,
        end,
        lemma,
        pos,
        tag,
        dep,
        head,
        entity,
        entity_start,
        sentences,
        paragraphs,
        headline=int(bool(article.headline_end and paragraphs and start[0] < article.headline_end)),
    )
