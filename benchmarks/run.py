"""Speed and memory, by hand: `make bench`, or `python benchmarks/run.py CORPUS --columns ... --topic syria --workers 2`.

Ratios are what counts: both sides of each are measured in this run, one after the other, on the same texts. Without CORPUS the bundled
example is read and every article is taken several times over with its words rotated, so that no text repeats.
"""

from __future__ import annotations

import argparse
import dataclasses
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from framing import corpus, engine, language
from framing.article import Article
from framing.language import model
from framing.measures import attribution
from framing.measures import observe as measures

EXAMPLE = Path(__file__).parents[1] / "reports" / "hama-2024" / "corpus"
COPIES = 12


def bare_parse(shard: Sequence[Article]) -> int:
    """Tokens of a shard, parsed by the model alone, as spaCy runs it."""
    nlp = model.load()
    with nlp.memory_zone():
        return sum(len(doc) for doc in nlp.pipe([article.text for article in shard], batch_size=64))


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def copies(articles: Sequence[Article]) -> list[Article]:
    """The articles several times over, each copy's sentences in another order."""
    made = []
    for copy in range(COPIES):
        for article in articles:
            sentences = article.text.split(". ")
            turned = sentences[copy % len(sentences) :] + sentences[: copy % len(sentences)]
            made.append(
                dataclasses.replace(
                    article, article_id=f"{article.article_id}-{copy}", text=". ".join(turned), headline_end=0, furniture=()
                )
            )
    return made


def peak_megabytes(_: object = None) -> float:
    """The largest that this process has been."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path)
    options.add_argument("--columns")
    options.add_argument("--topic", default="syria")
    options.add_argument("--workers", type=int, default=2)
    chosen = options.parse_args()
    read = corpus.read(chosen.corpus or EXAMPLE, columns=corpus.parse_columns(chosen.columns) if chosen.columns else None)
    articles = [article for article in read.articles if article.kept]
    articles = articles if chosen.corpus else copies(articles)
    words = sum(len(article.text.split()) for article in articles)
    lexicons = measures.load_lexicons(chosen.topic)
    print(f"{len(articles)} articles, {words:,} words, {chosen.workers} workers")

    list(engine.run(peak_megabytes, range(chosen.workers), workers=chosen.workers))  # what processes start from stands, for both sides
    bare = timed(lambda: sum(engine.run(bare_parse, language.shards(articles), workers=chosen.workers)))
    parsed = timed(lambda: sum(1 for _ in language.parse(articles, workers=chosen.workers)))
    with tempfile.TemporaryDirectory() as folder:
        observe = lambda: measures.observe(articles, lexicons=lexicons, workers=chosen.workers, cache=Path(folder))  # noqa: E731
        with engine.processes(chosen.workers):
            first = timed(observe)
            peak = max(peak_megabytes(), *engine.run(peak_megabytes, range(4 * chosen.workers), workers=chosen.workers))
        second = timed(observe)
        documents = list(language.parse(articles, cache=Path(folder)))
    cues = attribution.CueLexicons(lexicons.cues, lexicons.complements)
    attributed = timed(lambda: [attribution.find(document, cues) for document in documents])
    alone = timed(lambda: bare_parse(articles[: max(1, len(articles) // 10)]))
    tenth = sum(len(article.text.split()) for article in articles[: max(1, len(articles) // 10)])
    per_thousand = 1000 * alone / tenth
    print(f"bare parse, spaCy's     {bare:7.1f} s")
    print(f"parse                   {parsed:7.1f} s   {parsed / bare:.2f} x bare parse")
    print(f"observe, nothing cached {first:7.1f} s   {first / bare:.2f} x bare parse")
    print(f"observe, all cached     {second:7.1f} s   {second / first:.2f} x the first")
    share = 1000 * attributed / words / per_thousand
    print(f"attribution             {1e6 * attributed / words:7.1f} ms per 1,000 words, one process   {share:.3f} x parse")
    print(f"peak memory             {peak:7.0f} MB, largest process")


if __name__ == "__main__":
    main()
