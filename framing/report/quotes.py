"""Attributions as a table to work with: the words themselves instead of offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

COLUMNS = ("outlet", "article_id", "date", "source", "actor", "type", "cue", "stance", "form", "content", "sentence")
"""All text. source, cue: empty if absent. actor: actor id, "other" for a source that is none of the topic, null when unresolved or without
a topic. content: its parts joined by " … ". sentence: the one that holds the cue."""

_GAP = " … "


def quotes(tables: Mapping[str, pa.Table], texts: Mapping[str, str], *, topic: bool, spoken_only: bool = True) -> pa.Table:
    """The attributions with the columns COLUMNS, by article and place. Line breaks within a field become spaces.

    texts: article id -> text. topic: whether the tables were made with actors. spoken_only: leave out attitudes and targets, whose wording
    is the outlet's. Raises KeyError when a text is missing.
    """
    rows = list(_rows(tables, texts, topic, spoken_only))
    return pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in COLUMNS})


def _rows(tables: Mapping[str, pa.Table], texts: Mapping[str, str], topic: bool, spoken_only: bool) -> Iterator[dict[str, str | None]]:
    articles = {row["article_id"]: row for row in tables["articles"].select(["article_id", "outlet", "date"]).to_pylist()}
    sentences = _sentences(tables)
    for one in tables["attributions"].to_pylist():
        if spoken_only and not one["spoken"]:
            continue
        article = articles[one["article_id"]]
        yield {
            "outlet": article["outlet"],
            "article_id": one["article_id"],
            "date": article["date"],
            "source": one_line(one["source"]),
            "actor": one["source_actor"] if topic else None,
            "type": one["source_type"],
            "cue": one_line(one["cue"]),
            "stance": one["stance"],
            "form": one["form"],
            "content": joined(texts[one["article_id"]], one["content"]),
            "sentence": sentences[one["article_id"], one["sentence"]],
        }


def _sentences(tables: Mapping[str, pa.Table]) -> dict[tuple[str, int], str]:
    rows = tables["sentences"].select(["article_id", "sentence", "text"]).to_pylist()
    return {(row["article_id"], row["sentence"]): one_line(row["text"]) for row in rows}


def one_line(text: str) -> str:
    """The text with every run of blanks and line breaks as one space."""
    return " ".join(text.split())


def joined(text: str, spans: Sequence[Mapping[str, int]]) -> str:
    """The words of a discontinuous span on one line."""
    return _GAP.join(one_line(text[span["start"] : span["end"]]) for span in spans)
