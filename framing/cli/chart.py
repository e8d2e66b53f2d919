"""`framing chart`: one chart, redrawn from tables."""

from __future__ import annotations

import difflib
from pathlib import Path

import click
import pyarrow as pa

from framing import charts, compare
from framing.cli import store
from framing.tables import build

_NAMES = tuple(module.NAME for module in charts.CHARTS)


class _ChartName(click.ParamType):
    """A chart's name; a wrong one is answered with the nearest and all there are."""

    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in _NAMES:
            return value
        near = difflib.get_close_matches(value.replace("-", "_"), _NAMES, n=1, cutoff=0.5)
        guess = f" Did you mean {near[0]}?" if near else ""
        self.fail(f"There is no chart {value!r}.{guess}\nCharts: {', '.join(_NAMES)}", param, ctx)


@click.command(epilog=f"Charts: {', '.join(_NAMES)}.")
@click.argument("name", type=_ChartName())
@click.argument("tables", type=click.Path(path_type=Path))
@click.option("--out", metavar="PREFIX", type=click.Path(path_type=Path), help="Path of the files without their ending.  [default: NAME]")
@click.option("--style", type=click.Choice(tuple(charts.STYLES)), default="screen", show_default=True, help="Size of chart and text.")
def chart(name: str, tables: Path, out: Path | None, style: str) -> None:
    """Draw chart NAME from TABLES, a folder that `framing observe` or `framing report` wrote.

    Writes PREFIX.png, PREFIX.svg, and PREFIX.csv with exactly the numbers drawn. Estimates and pairs are taken from the folder
    when it has them and made anew when it does not.

    \b
    Example:
      framing chart label_facets tables/ --out rebels --style slide
    """
    observed, names = store.read_tables(tables), store.read_manifest(tables).get("actors") or {}
    module = charts.CHARTS[_NAMES.index(name)]
    estimates, pairs = _compared(tables, observed, ("estimates", "pairs") if name.endswith("_pairs") else ("estimates",))
    drawn = module.draw(estimates, observed | {"pairs": pairs}, charts.STYLES[style], names)
    if drawn is None:
        raise click.ClickException(f"{tables}: nothing to draw for {name}; its tables have no such observations.")
    prefix = out or Path(name)
    try:
        prefix.parent.mkdir(parents=True, exist_ok=True)
        for ending, contents in (("png", drawn.png), ("svg", drawn.svg), ("csv", drawn.csv)):
            prefix.with_name(f"{prefix.name}.{ending}").write_bytes(contents)
    except OSError as error:
        raise click.ClickException(f"Cannot write {prefix}: {error.strerror}.\n  Fix: choose another --out.") from error
    click.echo(drawn.alt)
    click.echo(f"{prefix}.png, {prefix}.svg, {prefix}.csv")


def _compared(folder: Path, observed: dict[str, pa.Table], names: tuple[str, ...]) -> tuple[pa.Table, pa.Table]:
    """Estimates and pairs: those that the folder has, or made anew. Pairs that are not asked for are empty."""
    places = (folder / "tables", folder)
    there = all(any((place / f"{name}.{ending}").is_file() for place in places for ending in store.FORMATS) for name in names)
    if there:
        found = store.read_tables(folder, names)
        return found["estimates"], found.get("pairs", build("pairs", []))
    try:
        made = compare.comparison(observed)
    except ValueError as error:
        raise click.ClickException(f"{folder}: {error}") from error
    return made.estimates, made.pairs
