"""A tree of outlets: who is joined first is most alike (average linkage, Sokal & Michener 1958), with bootstrap support."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa

from framing.charts import apart
from framing.charts.apart import Distances
from framing.charts.canvas import Area, Canvas, Line
from framing.charts.chart import Chart
from framing.charts.style import FAINT, INK, SOFT, Style, text_width, wrap

if TYPE_CHECKING:
    from scipy.cluster.hierarchy import ClusterNode

NAME = "outlet_tree"
TITLE = "Tree of outlets"
_MARGIN, _SMALL, _TINY, _ROW = 1.2, 0.86, 0.74, 1.9


@dataclass(frozen=True)
class _Join:
    """Where two branches meet: height, place from above, members and how often they meet in the draws (None for the whole)."""

    height: float
    place: float
    members: tuple[int, ...]
    support: float | None


def draw(estimates: pa.Table, tables: Mapping[str, pa.Table], style: Style, names: Mapping[str, str]) -> Chart | None:
    """A leaf an outlet; a number at each join. None for fewer than three outlets."""
    found = apart.distances(estimates)
    if found is None:
        return None
    from scipy.cluster.hierarchy import linkage, to_tree  # here: the process that hands charts on draws none
    from scipy.spatial.distance import squareform

    root = to_tree(linkage(squareform(found.matrix, checks=False), "average"))
    rows = {leaf: row for row, leaf in enumerate(root.pre_order())}
    joins = list(_joins(root, rows, found))
    png, svg, areas = _picture(found, root, rows, joins, style)
    listed = [("; ".join(found.outlets[place] for place in join.members), join.height, join.support) for join in joins]
    return Chart(NAME, TITLE, _alt(found, joins), apart.table(("outlets", "distance", "support"), listed), png, svg, areas)


def _joins(node: ClusterNode, rows: Mapping[int, int], found: Distances) -> Iterator[_Join]:
    if not node.is_leaf():
        members = tuple(sorted(node.pre_order()))
        whole = len(members) == len(rows)
        yield _Join(float(node.dist), _place(node, rows), members, None if whole else found.support(members))
        yield from _joins(node.get_left(), rows, found)
        yield from _joins(node.get_right(), rows, found)


def _place(node: ClusterNode, rows: Mapping[int, int]) -> float:
    """How far down a node stands: a leaf on its row, a join between its branches."""
    if node.is_leaf():
        return float(rows[node.id])
    return (_place(node.get_left(), rows) + _place(node.get_right(), rows)) / 2


def _picture(
    found: Distances, root: ClusterNode, rows: Mapping[int, int], joins: list[_Join], style: Style
) -> tuple[bytes, bytes, list[Area]]:
    width = style.ems - 2 * _MARGIN
    subtitle = wrap(
        "Outlets that are joined further left are more alike in labels, sources, tone and kinds of words. At each join: the share of "
        "bootstrap draws in which exactly these outlets are joined; below 50% the join is hardly there. In brackets: articles.", width,
    )  # fmt: skip
    top = 3.6 + 1.35 * len(subtitle)
    bottom = top + _ROW * len(rows)
    canvas = Canvas(style, bottom + 2.6)
    canvas.text(_MARGIN, 1.6, TITLE, size=1.3, bold=True)
    for number, line in enumerate(subtitle):
        canvas.text(_MARGIN, 3.2 + 1.35 * number, line, colour=SOFT)
    labels = {leaf: wrap(f"{found.outlets[leaf]} ({found.articles[leaf]:,})", 20, lines=1)[0] for leaf in rows}
    left = _MARGIN + max(map(text_width, labels.values())) + 0.8
    unit = (style.ems - _MARGIN - 2 - left) / max(root.dist, 1e-9)

    def down(place: float) -> float:
        return top + _ROW * (place + 0.5)

    step = 0.1 if root.dist < 0.6 else 0.2
    for tick in range(int(root.dist / step) + 1):
        x = left + unit * step * tick
        canvas.lines([(x, top, x, bottom)], colour=FAINT)
        canvas.text(x, bottom + 0.8, f"{step * tick:.1f}", size=_TINY, colour=SOFT, align="center")
    canvas.text(left + unit * root.dist, bottom + 1.9, "distance", size=_TINY, colour=SOFT, align="right")
    for leaf, row in rows.items():
        canvas.text(left - 0.5, down(row), labels[leaf], align="right")
    lines = list(_branches(root, rows, left, unit, down))
    canvas.lines(lines, colour=INK, width=1.1)
    shown = [join for join in joins if join.support is not None]
    texts = [f"{100 * (join.support or 0):.0f}%" for join in shown]
    for join, text, (x, y) in zip(shown, texts, _free([(left + unit * join.height, down(join.place)) for join in shown], texts, lines)):
        sure = join.support is not None and join.support >= 0.5
        canvas.text(x, y, text, size=_TINY, bold=sure, colour=INK if sure else SOFT)
    for leaf, row in rows.items():
        nearest = min((other for other in rows if other != leaf), key=lambda other: found.matrix[leaf, other])
        canvas.area(_MARGIN, down(row) - _ROW / 2, left - _MARGIN, _ROW, apart.point(found, leaf, nearest))
    return *canvas.render(), canvas.areas


def _branches(
    node: ClusterNode, rows: Mapping[int, int], left: float, unit: float, down: Callable[[float], float]
) -> Iterator[Line]:
    """The lines of a node and all below it."""
    if node.is_leaf():
        return
    x = left + unit * node.dist
    ends = [down(_place(branch, rows)) for branch in (node.get_left(), node.get_right())]
    for branch, y in zip((node.get_left(), node.get_right()), ends):
        yield left + unit * branch.dist, y, x, y
        yield from _branches(branch, rows, left, unit, down)
    yield x, ends[0], x, ends[1]


def _free(at: Sequence[tuple[float, float]], texts: Sequence[str], lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Where each text starts: inside its join or outside, on the line's height or beside it, where it covers least of lines and texts."""
    taken = [(min(a, c) - 0.12, min(b, d) - 0.12, max(a, c) + 0.12, max(b, d) + 0.12) for a, b, c, d in lines]
    found = []
    for (x, y), text in zip(at, texts):
        wide = text_width(text, size=_TINY, bold=True)
        inside, outside = x - 0.3 - wide, x + 0.3
        ways = [(inside, y), *((start, y + shift) for start in (outside, inside) for shift in (-0.6, 0.6))]
        boxes = [(start, middle - 0.4, start + wide, middle + 0.4) for start, middle in ways]
        covered = apart.overlaps(boxes, taken).tolist()
        best = min(range(len(ways)), key=lambda way: (round(covered[way], 6), way))
        taken.append(boxes[best])
        found.append(ways[best])
    return found


def _alt(found: Distances, joins: list[_Join]) -> str:
    listed = sorted((join for join in joins if join.support is not None), key=lambda join: join.height)[:6]
    names = [" and ".join(found.outlets[place] for place in join.members) for join in listed]
    told = [f"{name} at {join.height:.2f} ({100 * join.support:.0f}%)" for name, join in zip(names, listed)]
    return f"{TITLE}. Dendrogram of {len(found.outlets)} outlets. Joined first: {'; '.join(told)}."
