"""All measures over a corpus: articles in, the tables of observations out.

Shards of articles are parsed (or their parses read from the cache) and measured where the engine puts them; what comes back is tables,
which are small. A figure is never made here: that is the work of `compare`.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from framing import engine, language, lexicon, memo, tables
from framing.article import Article
from framing.classify import tone
from framing.classify.attribution import Scorer
from framing.classify.loaded_model import LoadedModel
from framing.lexicon import TermLexicon, TopicLexicon
from framing.measures import shards
from framing.measures.instruments import Instruments

if TYPE_CHECKING:
    from framing.measures.discovery import Named

_PACKAGES = ("framing", "spacy", "scikit-learn", "nltk", "textstat", "numpy", "scipy", "pyarrow", "matplotlib", "trafilatura", "py3langid")


_ENGLISH = {
    "cues": "reporting-verbs", "complements": "cue-complements", "sources": "source-types", "terms": "label-terms",
    "loaded": "loaded-language", "hedges": "hedges-and-boosters", "actions": "action-verbs",
    "generic_frames": "generic-frames", "policy_frames": "policy-frames",
    "facts": "fact-terms",
}  # fmt: skip
"""Use -> name of the English lexicon."""


@dataclass(frozen=True)
class Lexicons:
    """The lexicons of a run. topic is None for a run without actors."""

    topic: TopicLexicon | None
    cues: TermLexicon
    complements: TermLexicon
    sources: TermLexicon
    terms: TermLexicon
    loaded: TermLexicon
    hedges: TermLexicon
    actions: TermLexicon
    generic_frames: TermLexicon
    policy_frames: TermLexicon
    facts: TermLexicon

    def used(self) -> list[TermLexicon | TopicLexicon]:
        """Those in use, sorted by id."""
        return sorted((value for value in vars(self).values() if value is not None), key=lambda one: one.id)


def load_lexicons(topic: str | None = None) -> Lexicons:
    """The English lexicons and a topic's, by name or path. Raises LexiconError with all problems of a lexicon."""
    found = lexicon.load(topic) if topic else None
    if found is not None and not isinstance(found, TopicLexicon):
        fix = "give --topic a topic lexicon; `framing lexicon list` names those that ship"
        raise lexicon.LexiconError([lexicon.Problem(found.read_from, 1, "this lexicon lists terms, not actors", fix)])
    return Lexicons(topic=found, **{use: lexicon.load(f"english/{name}") for use, name in _ENGLISH.items()})


def with_other(lexicons: Lexicons, name_or_path: str) -> tuple[str, Lexicons]:
    """Another lexicon in place of the one of its kind, and what to call it: a topic for the topic, terms for those whose name it has.

    Raises LexiconError with all that is wrong with it, where its id ends like none that is in use, or where it is the one in use.
    """
    other = lexicon.load(name_or_path)
    name = other.id.rpartition("/")[2]
    uses = {name: use for use, name in _ENGLISH.items()}
    if not isinstance(other, TopicLexicon) and name not in uses:
        fix = f"end its id as that of the lexicon that it stands in for: {', '.join(f'english/{known}' for known in sorted(uses))}"
        raise lexicon.LexiconError([lexicon.Problem(other.read_from, 1, f"the id '{other.id}' does not say what it stands in for", fix)])
    use = "topic" if isinstance(other, TopicLexicon) else uses[name]
    present = getattr(lexicons, use)
    if present is not None and present.sha256 == other.sha256:
        fix = "name another version of it, or another lexicon"
        raise lexicon.LexiconError([lexicon.Problem(other.read_from, 1, f"this is the lexicon '{other.id}' that the report uses", fix)])
    return f"{other.id} {other.version}", replace(lexicons, **{use: other})


def observe(
    articles: Sequence[Article], *, lexicons: Lexicons, naming: Mapping[str, Named] | None = None, tone_model: str = "linear",
    scorer: Scorer | None = None, loaded_model: LoadedModel | None = None, workers: int = 1, cache: Path | None = None,
    cluster: str | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, pa.Table]:  # fmt: skip
    """The tables of observations (name -> Arrow table, framing.tables.OBSERVED); articles that are left out are listed, not measured.

    naming: what a discovery found in each article (measures.discovery.naming); without it the topic's actors are looked for.
    cache: folder of stored parses, None for none. cluster: address of a dask scheduler, None for processes here.
    tone_model: a name in classify.tone.MODELS. scorer: of attributions, None for the rules alone. loaded_model: one of the researcher's
    own, whose biased sentences are listed in the language table beside the words.
    progress is told (articles done, articles in all) after each shard.
    """
    kept = [article for article in articles if article.kept]
    instruments = Instruments.of(lexicons, tone_model=tone_model, scorer=scorer, loaded_model=loaded_model)
    cut = [shards.Shard(part, naming and {one.article_id: naming[one.article_id] for one in part}) for part in language.shards(kept)]
    recalled = [shards.recalled(shard, instruments) for shard in cut]
    wanting = [shard for shard, found in zip(cut, recalled) if found is None]
    measure = functools.partial(shards.measure, instruments=instruments, cache=cache, kept=memo.folder())
    made = iter(engine.run(measure, wanting, workers=workers, cluster=cluster) if wanting else ())
    parts: dict[str, list[pa.Table]] = {table.name: [] for table in tables.OBSERVED if table is not tables.ARTICLES}
    sizes: shards.Sizes = {}
    progress(0, len(kept))
    for found in recalled:
        shard_tables, shard_sizes = next(made) if found is None else found
        for name, table in shard_tables.items():
            parts[name].append(table)
        sizes.update(shard_sizes)
        progress(len(sizes), len(kept))
    observed = {name: tables.concat(name, found) for name, found in parts.items()}
    return {"articles": tables.build("articles", (_row(article, sizes) for article in articles)), **observed}


def _row(article: Article, sizes: shards.Sizes) -> dict[str, object]:
    words, sentences = sizes.get(article.article_id, (None, None))
    return {
        **{name: getattr(article, name) for name in ("article_id", "outlet", "title", "date", "event", "author", "url", "language", "wire",
                                                     "wire_evidence", "duplicate_group", "kept", "left_out_because")},
        "words": words,
        "sentences": sentences,
        "text_sha256": _sha256(article.text),
        **{name: [{"start": start, "end": end} for start, end in getattr(article, name)] for name in ("furniture", "repeated")},
    }  # fmt: skip


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def manifest(
    articles: Sequence[Article], lexicons: Lexicons, *, tone_model: str = "linear", scorer: Scorer | None = None,
    loaded_model: LoadedModel | None = None,
) -> dict[str, object]:
    """What the tables were made from and with: two runs with equal manifests give equal tables. No dates, no paths."""
    model = language.installed()
    corpus = [[a.article_id, a.outlet, a.title, a.date, a.event, a.author, a.url, a.headline_end, _sha256(a.text)] for a in articles]
    return {
        "corpus": {"sha256": _sha256(json.dumps(sorted(corpus, key=lambda row: row[0]), ensure_ascii=True)), "articles": len(articles)},
        "topic": lexicons.topic.id if lexicons.topic else None,
        "actors": {actor.id: actor.name for actor in lexicons.topic.actors.values()} if lexicons.topic else {},
        "lexicons": [{"id": one.id, "version": one.version, "sha256": one.sha256} for one in lexicons.used()],
        "model": {"name": model.name, "version": model.version, "sha256": model.sha256},
        "tone_model": tone.load(tone_model).identity,
        **({"attribution_model": scorer.identity} if scorer else {}),
        **({"loaded_model": {"name": loaded_model.name, "sha256": loaded_model.sha256}} if loaded_model else {}),
        "packages": {name: importlib.metadata.version(name) for name in _PACKAGES},
    }
