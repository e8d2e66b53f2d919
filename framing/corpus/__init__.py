"""Files to articles: `read` takes a folder, a file or a table and gives every article with what is known about it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from framing.article import Article
from framing.corpus.assemble import assemble
from framing.corpus.columns import parse_columns, unknown_fields
from framing.corpus.edits import Edit, edits
from framing.corpus.events import with_events
from framing.corpus.folder import ACCEPTED, read_path
from framing.corpus.problems import ERROR, CorpusError, Problem, error
from framing.corpus.select import Selection, select

__all__ = ["Article", "Corpus", "CorpusError", "Edit", "Problem", "Selection", "edits", "parse_columns", "read", "select", "with_events"]


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
