"""Observations as passages to read: the sentence with the observed words marked, where it stands, and what decided it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from framing.report.text import Markdown, bold, join, md, number, plural

_VOICES = {"outlet": "outlet's own voice", "direct": "direct quotation", "indirect": "reported speech"}

Row = Mapping[str, object]
T = TypeVar("T")
_OF_ARTICLE = ("outlet", "title", "date")


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


class Passages:
    """Passages of one set of tables: which observations of a figure are shown, and what they read like."""

    def __init__(self, tables: Mapping[str, pa.Table], names: Mapping[str, str]) -> None:
        """names: actor id -> display name."""
        self._names = names
        self._articles = {row["article_id"]: row for row in tables["articles"].select(["article_id", *_OF_ARTICLE]).to_pylist()}
        sentences = tables["sentences"]
        places = zip(sentences["article_id"].to_pylist(), sentences["sentence"].to_pylist())
        self._place = {where: index for index, where in enumerate(places)}
        self._starts, self._texts = sentences["start"].to_pylist(), sentences["text"].to_pylist()
        self._ranks: dict[int, np.ndarray] = {}
        self._read: dict[tuple[int, int], Passage] = {}

    def shown(self, table: pa.Table, rows: np.ndarray, most: int) -> list[int]:
        """Of these rows of a table of observations, as `framing.compare.Evidence.rows` gives them, at most so many, evenly spaced
        by date, article and place."""
        if id(table) not in self._ranks:
            self._ranks[id(table)] = self._order(table)
        return spread(rows[np.argsort(self._ranks[id(table)][rows])].tolist(), most)

    def read(self, table: pa.Table, rows: Sequence[int]) -> list[Passage]:
        """The passages of rows of a table; each is made once, for an observation stands behind many figures."""
        missing = [row for row in rows if (id(table), row) not in self._read]
        for row, values in zip(missing, table.take(pa.array(missing, pa.int64())).to_pylist()):
            self._read[id(table), row] = self._passage(values)
        return [self._read[id(table), row] for row in rows]

    def _order(self, table: pa.Table) -> np.ndarray:
        """The rank of each row by date, article and place."""
        articles = sorted(self._articles.values(), key=lambda row: (row["date"] or "", row["article_id"]))
        ids = pa.array([row["article_id"] for row in articles], pa.string())
        places = [pc.fill_null(table[name], 0).to_numpy() for name in ("end", "start", "sentence")]
        order = np.lexsort([*places, pc.index_in(table["article_id"], value_set=ids).to_numpy()])
        ranks = np.empty(len(order), int)
        ranks[order] = np.arange(len(order))
        return ranks

    def _passage(self, row: Row) -> Passage:
        article = self._articles[row["article_id"]]
        known = (row["article_id"], *(article[name] for name in _OF_ARTICLE))
        index = self._place.get((row["article_id"], row.get("sentence")))
        if index is None:
            return Passage(*known, None, _measured(row), Markdown())
        offset, text = self._starts[index], self._texts[index]
        inside = [(start - offset, end - offset) for start, end in _spans(row) if offset <= start < offset + len(text)]
        return Passage(*known, row["sentence"], bold(text, *(inside or [(0, 0)])[0]), _details(row, self._names))


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
