"""`framing compare`: tables of observations to the table of estimates."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click
import pyarrow as pa

from framing import compare as comparing
from framing.cli import store


@click.command()
@click.argument("tables", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for estimates and pairs.")
@click.option("--draws", type=click.IntRange(100), default=2000, show_default=True, help="Bootstrap draws, and permutations of each test.")
@click.option("--seed", type=click.IntRange(0), default=20241208, show_default=True, help="Seed of both.")
@click.option("--format", type=click.Choice(store.FORMATS), default="parquet", show_default=True, help="Format of the table.")
def compare(tables: Path, out: Path, draws: int, seed: int, format: str) -> None:
    """Compare the outlets in TABLES, a folder that `framing observe` or `framing report` wrote.

    Writes the estimates: counts, shares, rates and means by outlet, with 95% intervals and tests where there are enough
    articles (5) and observations (20), and counts alone where there are not; and the pairs: every two outlets against each
    other, with the difference of their figures, its interval and a test.

    \b
    Example:
      framing compare tables/ --out estimates/ --format csv
    """
    store.check_replaceable(out)
    manifest, observed = store.read_manifest(tables), store.read_tables(tables)
    try:
        found = comparing.comparison(observed, draws=draws, seed=seed)
    except ValueError as error:
        raise click.ClickException(f"{tables}: {error}") from error
    with store.replace_folder(out) as folder:
        store.write_tables(folder, {"estimates": found.estimates, "pairs": found.pairs}, format=format)
        store.write_json(folder / store.MANIFEST, manifest | {"compare": {"draws": draws, "seed": seed}})
    click.echo(f"{_summary(found.estimates)} -> estimates.{format} in {out}")
    click.echo(f"{found.pairs.num_rows:,} comparisons of two outlets -> pairs.{format} in {out}")


def _summary(estimates: pa.Table) -> str:
    """How many estimates there are, and for how many the rules allowed no figure."""
    rows = Counter(zip(estimates["statistic"].to_pylist(), estimates["value"].is_null().to_pylist()))
    figures = sum(number for (statistic, _), number in rows.items() if statistic not in {"count", "made", "held_out"})
    held = sum(number for (_, missing), number in rows.items() if missing)
    counts = rows["count", False]
    return f"{counts:,} counts and {figures - held:,} shares, rates and means ({held:,} more rest on too few articles or observations)"
