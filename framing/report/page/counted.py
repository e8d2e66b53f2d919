"""What the figures count, observation by observation, so that the page adds up any choice of articles the way `compare` does.

A figure is a sum over what is counted divided by a sum over its base, both within an outlet; a mean is one over articles of the article's
mean. What is counted travels as rows of a table of observations with category and weight, the base as sums by article.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from framing.compare.figure import EACH, VOICES, Figure, Items
from framing.report.page.columns import steps

_WIDEST = ("all", "quoted", "outlet")
_OWN = {"attributions": "form"}
"""Column with the voice of a row, where it is not called so."""
_PARTS = {name: [VOICES.index(voice) for voice in (*parts, *(["mixed"] if name == "quoted" else []))] for name, parts in EACH.items()}
"""Voices of observations that a voice of the estimates adds up; `mixed` is a form of attribution."""


def counted(figure: Figure, tables: Mapping[str, pa.Table]) -> dict[str, object]:
    """A figure in columns: rows of its table in their order with codes of actor, category and own voice, and sums of its base.

    voices: those for which rows and base tell the same as the figure; voice: of each row, None where the figure has a single voice.
    weight: of each row, None where all are 1; for means, the row's value.
    """
    values = _values(figure)
    heard = [VOICES[code] for code in np.unique(np.concatenate([values.voice, figure.base.voice])).tolist()]
    voice = next((name for name in _WIDEST if name in heard), "outlet")
    own = _own_voices(figure, tables)
    if own is None or len(heard) < 2 or not _adds_up(values, heard, voice, own):
        own, heard, voice = None, ["outlet"] if "outlet" in heard else [voice], "outlet" if "outlet" in heard else voice
    rows = _once(values, voice)
    rows = rows.take(np.argsort(rows.row, kind="stable"))
    return {
        "table": figure.table,
        "statistic": figure.statistic,
        "byCategory": figure.by_category,
        "elsewhere": figure.elsewhere,
        "voices": heard,
        "actors": list(figure.counted.actors),
        "categories": list(figure.counted.categories),
        "row": steps(rows.row.tolist()),
        "actor": rows.actor.tolist(),
        "category": rows.category.tolist(),
        "voice": None if own is None else own[rows.row].tolist(),
        "weight": None if np.all(rows.weight == 1) else _rounded(rows.weight),
        "base": _base(figure.base, [VOICES.index(name) for name in heard], figure.by_category),
    }


def _values(figure: Figure) -> Items:
    """What is counted, of articles that are kept; a mean's rows weigh what they say, not how much say they have."""
    items = figure.counted
    if figure.statistic == "mean":
        items = Items(**_fields(items) | {"weight": items.weight / figure.base.weight})
    return items.take(items.article >= 0)


def _own_voices(figure: Figure, tables: Mapping[str, pa.Table]) -> np.ndarray | None:
    """The voice of every row of the figure's table, None where it has none."""
    table, name = tables.get(figure.table), _OWN.get(figure.table, "voice")
    if table is None or name not in table.column_names:
        return None
    return np.array([VOICES.index(voice) for voice in table[name].to_pylist()], int)


def _adds_up(items: Items, heard: list[str], widest: str, own: np.ndarray) -> bool:
    """Whether each voice's rows are those of the widest voice whose own voice is among its parts."""
    of_voice = {name: np.sort(items.row[items.voice == VOICES.index(name)]) for name in heard}
    whole = of_voice[widest]
    return all(np.array_equal(rows, whole[np.isin(own[whole], _PARTS[name])]) for name, rows in of_voice.items())


def _once(items: Items, voice: str) -> Items:
    """The items of one voice, each with its actor also where it counts for all actors together as well."""
    kept = items.take(items.voice == VOICES.index(voice))
    everyone, each = kept.take(kept.actor < 0), kept.take(kept.actor >= 0)
    if not len(everyone.row) or not len(each.row):
        return kept
    actor = np.full(int(kept.row.max()) + 1, -1)
    actor[each.row] = each.actor
    return Items(**_fields(everyone) | {"actor": actor[everyone.row]})


def _fields(items: Items) -> dict[str, object]:
    return {name: getattr(items, name) for name in Items.__dataclass_fields__}


def _base(items: Items, voices: list[int], by_category: bool) -> dict[str, object]:
    """Sums of weight and size by voice, article, actor and category; actor -1 is all actors together."""
    items = items.take((items.article >= 0) & np.isin(items.voice, voices))
    category = items.category if by_category else np.full(len(items.row), -1)
    # One number for each group: four times as quick as unique columns.
    wide, deep = (int(codes.max(initial=0)) + 2 for codes in (items.actor, category))
    keys = ((items.voice * (int(items.article.max(initial=0)) + 1) + items.article) * wide + items.actor + 1) * deep + category + 1
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    groups = items.take(first)
    weight, size = (np.bincount(place, values, minlength=len(first)) for values in (items.weight, items.size))
    return {
        "voice": groups.voice.tolist(),
        "article": steps(groups.article.tolist()),
        "actor": groups.actor.tolist(),
        "category": category[first].tolist() if by_category else None,
        "size": size.astype(int).tolist(),
        "weight": None if np.all(weight == size) else _rounded(weight),
    }


def _rounded(values: np.ndarray) -> list[float | int]:
    return [int(value) if value == int(value) else value for value in np.round(values.astype(float), 6).tolist()]
