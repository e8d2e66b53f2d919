"""Files to articles: `read` takes a folder, a file or a table and gives every article with what is known about it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.article import Article
from framing.corpus.assemble import assemble
from framing.corpus.brat import Annotation, annotations, texts_of
from framing.corpus.columns import parse_columns, unknown_fields
from framing.corpus.edits import Edit, edits
from framing.corpus.events import with_events
from framing.corpus.folder import ACCEPTED, read_path
from framing.corpus.problems import ERROR, CorpusError, Problem, error
from framing.corpus.select import Selection, select

__all__ = [
    "Annotation", "Article", "Corpus", "CorpusError", "Edit", "Problem", "Selection", "edits", "parse_columns", "read", "read_annotated",
    "select", "with_events",
]  # fmt: skip


@dataclass(frozen=True)
class Corpus:
    """The articles of a corpus, sorted by article_id, left-out ones included, and the warnings that reading gave."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()


def read(path: str | os.PathLike[str], *, columns: Mapping[str, str] | None = None, strict: bool = False) -> Corpus:
    """The corpus at `path`: a folder of .txt, .md or .html files (with or without an articles.csv that names files and
    metadata), one such file, or a .csv, .tsv, .jsonl or .parquet table.

    columns: {field: column} for a table whose columns have uncommon names; fields are text, title, outlet, date, article_id,
        event, author, url and file.
    strict: raise on warnings too.

    Articles that cannot be analysed (empty, not in English, duplicates) are in the corpus with `left_out_because`.
    Raises CorpusError once, with every error and warning found.
    """
    path = Path(path)
    problems = unknown_fields(columns or ())
    if problems:
        raise CorpusError(problems)
    records, problems = read_path(path, columns)
    articles, more = assemble(records, path)
    problems += more
    if not articles and not any(problem.severity == ERROR for problem in problems):
        problems.append(error("no-articles", path, "holds no article", f"give {ACCEPTED}"))
    if any(strict or problem.severity == ERROR for problem in problems):
        raise CorpusError(problems)
    return Corpus(articles, tuple(problems))


def read_annotated(folder: str | os.PathLike[str]) -> tuple[Corpus, dict[str, list[Annotation]]]:
    """The articles of a brat folder that are analysed and annotated, and of each (by article_id) its attributions.

    Raises CorpusError once, with every error and warning found.
    """
    folder = Path(folder)
    records, problems = read_path(texts_of(folder), None)
    articles, more = assemble(records, folder)
    found, wrong = annotations(folder, articles)
    problems = [problem for problem in (*problems, *more, *wrong) if problem.kind != "ignored-files"]  # the .ann files themselves
    if not articles and not any(problem.severity == ERROR for problem in problems):
        problems.append(error("no-articles", folder, "holds no .txt file", "put the texts beside their .ann files"))
    if any(problem.severity == ERROR for problem in problems):
        raise CorpusError(problems)
    return Corpus(tuple(one for one in articles if one.kept and one.article_id in found), tuple(problems)), found
