"""What is counted, added up: a figure's cells and bases, and the sums of their items by article and by outlet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import sparse

from framing.compare.figure import VOICES, Figure, Items
from framing.compare.resample import Sample


@dataclass(frozen=True, eq=False)
class Sums:
    """A figure's cells with what each article adds to them.

    cells: actor, voice and category of each cell. weight, count: articles x cells. base, size: articles x bases.
    base_of: place of each cell's base.
    """

    cells: dict[str, np.ndarray]
    base_of: np.ndarray
    weight: sparse.csr_array
    count: sparse.csr_array
    base: sparse.csr_array
    size: sparse.csr_array


def matrix(sample: Sample, items: Items, column: np.ndarray, columns: int, values: np.ndarray) -> sparse.csr_array:
    """Sums of values by article and column; items of articles that were left out do not count."""
    return _matrix(len(sample.article_ids), items, column, columns, values)


def _matrix(articles: int, items: Items, column: np.ndarray, columns: int, values: np.ndarray) -> sparse.csr_array:
    kept = (items.article >= 0) & (column >= 0)
    data = (values[kept].astype(float), (items.article[kept], column[kept]))
    return sparse.csr_array(data, shape=(articles, columns))


def outlet_sums(sample: Sample, articles: sparse.csr_array) -> np.ndarray:
    """Sum of each column over each outlet's articles: outlets x columns."""
    return (sample.membership @ articles).toarray()


def _keys(figure: Figure, items: Items) -> np.ndarray:
    """One number for each item's cell; in order of actor, voice and category."""
    return ((items.actor + 1) * len(VOICES) + items.voice) * (len(figure.counted.categories) + 1) + items.category + 1


def _cells(figure: Figure, keys: np.ndarray) -> dict[str, np.ndarray]:
    """What the keys stand for."""
    rest, category = np.divmod(keys, len(figure.counted.categories) + 1)
    actor, voice = np.divmod(rest, len(VOICES))
    names = {"actor": (None, *figure.counted.actors), "voice": VOICES, "category": (None, *figure.counted.categories)}
    codes = {"actor": actor, "voice": voice, "category": category}
    return {name: np.array([*values, None], object)[:-1][codes[name]] for name, values in names.items()}


@lru_cache(maxsize=1)
def cell_sums(figure: Figure, articles: int, *, enough: bool) -> Sums:
    """The figure's cells and bases in order, with the article-level sums. Kept for a second look at the same figure.

    enough: whether some outlet has enough articles for a figure.
    """
    counted = figure.counted.take(figure.counted.article >= 0)
    base = figure.base.take(figure.base.article >= 0)
    keys, base_keys, width = _keys(figure, counted), _keys(figure, base), len(counted.categories) + 1
    bases = np.unique(base_keys)
    if figure.by_category or (figure.closed and width == 1):
        cells = bases
    elif figure.closed:
        cells = np.sort((bases[:, None] + np.arange(1, width)[None, :]).ravel())
    else:
        cells, uses = np.unique(keys[np.isin(keys - keys % width, bases)], return_counts=True)
        cells = cells[uses >= figure.least] if enough else cells
    column, base_column = _places(keys, cells), _places(base_keys, bases)
    return Sums(
        cells=_cells(figure, cells),
        base_of=_places(cells if figure.by_category else cells - cells % width, bases),
        weight=_matrix(articles, counted, column, len(cells), counted.weight),
        count=_matrix(articles, counted, column, len(cells), counted.size),
        base=_matrix(articles, base, base_column, len(bases), base.weight),
        size=_matrix(articles, base, base_column, len(bases), base.size),
    )


def _places(keys: np.ndarray, among: np.ndarray) -> np.ndarray:
    """Place of each key in a sorted array, -1 for those it does not hold."""
    places = np.minimum(np.searchsorted(among, keys), max(len(among) - 1, 0))
    return np.where(among[places] == keys, places, -1) if len(among) else np.full(len(keys), -1)
