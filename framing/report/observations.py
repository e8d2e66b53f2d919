"""Observations as passages to read: the sentence with the observed words marked, where it stands, and what decided it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pyarrow as pa

from framing.report.text import Markdown, bold, join, md, number, plural

_VOICES = {"outlet": "outlet's own voice", "direct": "direct quotation", "indirect": "reported speech"}

Row = Mapping[str, object]
T = TypeVar("T")


@dataclass(frozen=True)
class Passage:
    """One observation in its article.

    outlet, title, date: foreign text, as read; sentence: index from 0, None when the observation is about the whole article.
    text: the sentence with the observed words in bold, or the figure of the article.
    details: voice, speaker, rule or entry, as a phrase.
    """

    article_id: str
    outlet: str
    title: str | None
    date: str | None
    sentence: int | None
    text: Markdown
    details: Markdown


Find = Callable[[pa.Table, np.ndarray], tuple[int, list[Passage]]]


def passages(tables: Mapping[str, pa.Table], names: Mapping[str, str], *, most: int) -> Find:
    """A function from observations, as `framing.compare.Evidence.rows` gives them, to how many they are and passages of them.

    The passages are by date, article and place, at most so many, evenly spaced among all. names: actor id -> display name.
    """
    articles = {row["article_id"]: row for row in tables["articles"].select(["article_id", "outlet", "title", "date"]).to_pylist()}
    sentences = tables["sentences"]
    place = {where: index for index, where in enumerate(zip(sentences["article_id"].to_pylist(), sentences["sentence"].to_pylist()))}
    starts, texts = sentences["start"].to_pylist(), sentences["text"].to_pylist()

    def passage(row: Row) -> Passage:
        article = articles[row["article_id"]]
        known = (row["article_id"], article["outlet"], article["title"], article["date"])
        index = place.get((row["article_id"], row.get("sentence")))
        if index is None:
            return Passage(*known, None, _measured(row), Markdown())
        offset, text = starts[index], texts[index]
        inside = [(start - offset, end - offset) for start, end in _spans(row) if offset <= start < offset + len(text)]
        return Passage(*known, row["sentence"], bold(text, *(inside or [(0, 0)])[0]), _details(row, names))

    dates = {article: known["date"] or "" for article, known in articles.items()}
    read: dict[int, tuple[np.ndarray, dict[int, Passage]]] = {}

    def order(table: pa.Table) -> np.ndarray:
        columns = (table[name].to_pylist() for name in ("article_id", "sentence", "start", "end"))
        keys = [(dates[article], article, sentence or 0, start or 0, end or 0) for article, sentence, start, end in zip(*columns)]
        ranks = np.empty(len(keys), int)
        ranks[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
        return ranks

    def find(table: pa.Table, rows: np.ndarray) -> tuple[int, list[Passage]]:
        if id(table) not in read:
            read[id(table)] = order(table), {}
        ranks, known = read[id(table)]
        shown = spread(rows[np.argsort(ranks[rows])].tolist(), most)
        missing = [row for row in shown if row not in known]  # an observation stands behind many figures
        known.update(zip(missing, map(passage, table.take(pa.array(missing, pa.int64())).to_pylist())))
        return len(rows), [known[row] for row in shown]

    return find


def spread(items: Sequence[T], most: int) -> Sequence[T]:
    """At most so many of the items, evenly spaced in their order, first included.

    >>> spread("abcdefgh", 3)
    ['a', 'c', 'f']
    """
    return items if len(items) <= most else [items[index * len(items) // most] for index in range(most)]


def _spans(row: Row) -> list[tuple[int, int]]:
    """The characters that may be marked, best first: the observation's own span, then an attribution's cue and contents."""
    ends = (("start", "end"), ("cue_start", "cue_end"), ("verb_start", "verb_end"))
    own = [(row[start], row[end]) for start, end in ends if row.get(start) is not None]
    return own + [(span["start"], span["end"]) for span in row.get("content") or ()]


def _measured(row: Row) -> Markdown:
    value = row.get("value")
    return md("{value}", value=number(value)) if isinstance(value, float) else Markdown("not defined for this article")


def _details(row: Row, names: Mapping[str, str]) -> Markdown:
    """What is known of an observation besides its words, from whichever of these columns it has."""
    parts = []
    if voice := row.get("voice"):
        parts.append(md("{voice}", voice=_VOICES[voice]))
    if speaker := row.get("speaker"):
        parts.append(md("speaker: {name}", name=_speaker(speaker, names)))
    if row.get("distanced"):
        parts.append("distanced")
    if "source" in row:
        parts.append(md("source: {source}", source=row["source"] or "not named"))
    if row.get("form"):
        parts.append(f"{row['form']} speech")
    if row.get("content_words") is not None:
        parts.append(plural(row["content_words"], "word"))
    if row.get("stance"):
        parts.append(md("cue: {stance}", stance=_words(row["stance"])))
    if row.get("label"):
        parts.append(md("tone {label} ({certainty:.2f})", label=row["label"], certainty=row[row["label"]]))
    if row.get("construction"):
        parts.append(_words(row["construction"]))
        parts += [md("{role}: {word}", role=role, word=row[role]) for role in ("agent", "instrument", "patient") if row.get(role)]
    if row.get("says"):
        parts.append(md("{kind}: {says}", kind=row["kind"], says=row["says"]))
    elif row.get("kind"):
        parts.append(md("{kind}", kind=row["kind"]))
        if row["resolved_by"] != row["kind"]:
            parts.append(md("actor by {by}", by=row["resolved_by"]) if row["resolved_by"] else "actor not resolved")
    for column in ("rule", "entry", "model"):
        if row.get(column):
            parts.append(md("{column} {value}", column=column, value=row[column]))
    return join(parts, "; ")


def _speaker(speaker: str, names: Mapping[str, str]) -> str:
    return names.get(speaker, "no actor of the topic" if speaker == "other" else speaker)


def _words(name: object) -> str:
    return str(name).replace("_", " ")
