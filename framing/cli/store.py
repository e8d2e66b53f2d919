"""Folders of tables: written whole or not at all, read back, described for others.

A folder holds one file a table, datapackage.json (Frictionless: columns, types, meanings) and manifest.json (what the tables were
made from and with). The manifest also marks a folder as ours: no other folder with files in it is ever replaced.
"""

from __future__ import annotations

import contextlib
import functools
import io
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from framing import engine
from framing.tables import OBSERVED, TABLES

FORMATS = ("parquet", "csv", "jsonl")
MANIFEST = "manifest.json"


@contextlib.contextmanager
def replace_folder(path: Path) -> Iterator[Path]:
    """Gives an empty folder beside path and, when the block ends well, puts it in path's place.

    Raises click.ClickException when path is a file, cannot be written, or is a folder with files that framing did not make.
    """
    check_replaceable(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{path.name}.part-", dir=path.parent))
    except OSError as error:
        raise click.ClickException(f"Cannot write {path}: {error.strerror}.\n  Fix: choose another --out.") from error
    try:
        aside.chmod(0o755)
        yield aside
        if path.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{path.name}.old-", dir=path.parent))
            path.replace(old / path.name)
            aside.replace(path)
            shutil.rmtree(old)
        else:
            aside.replace(path)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def check_replaceable(path: Path) -> None:
    """Raises click.ClickException when replace_folder would refuse path: call it before long work."""
    if path.is_file():
        raise click.ClickException(f"{path} is a file; --out names a folder.")
    if path.is_dir() and any(path.iterdir()) and not (path / MANIFEST).is_file():
        raise click.ClickException(
            f"{path} holds files that framing did not write (there is no {MANIFEST} in it), so it is left alone.\n"
            "  Fix: name a new or an empty folder with --out."
        )


def write_tables(folder: Path, tables: Mapping[str, pa.Table], *, format: str = "parquet", workers: int = 1) -> None:
    """Writes each table as <name>.<format>, and datapackage.json that describes them."""
    for _ in engine.run(functools.partial(_write_table, folder, tables, format), tables, workers=workers):
        pass
    write_json(folder / "datapackage.json", datapackage(tables, format))


def _write_table(folder: Path, tables: Mapping[str, pa.Table], format: str, name: str) -> None:
    path = folder / f"{name}.{format}"
    if format == "parquet":
        pq.write_table(tables[name], path, compression="zstd")
    else:
        path.write_text(as_csv(tables[name]) if format == "csv" else as_jsonl(tables[name]), encoding="utf-8", newline="")


def as_csv(table: pa.Table) -> str:
    """The table as CSV with a header; text is quoted, null is an empty field, lists and structs are JSON."""
    columns = [_written(column) if pa.types.is_nested(column.type) else column for column in table.columns]
    out = io.BytesIO()
    pa.csv.write_csv(pa.table(columns, names=table.column_names), out, pa.csv.WriteOptions(quoting_header="none"))
    return out.getvalue().decode()


def _written(column: pa.ChunkedArray) -> pa.Array:
    return pa.array([None if cell is None else json.dumps(cell, ensure_ascii=False) for cell in column.to_pylist()], pa.string())


def as_jsonl(table: pa.Table) -> str:
    """The table as JSON Lines, one object a row."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in table.to_pylist())


def write_json(path: Path, value: object) -> None:
    """Writes a value as indented JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def datapackage(tables: Mapping[str, pa.Table], format: str) -> dict[str, object]:
    """Frictionless descriptor of the tables: name, row meaning, columns with types and descriptions."""
    return {
        "profile": "tabular-data-package",
        "name": "framing-tables",
        "resources": [
            {
                "name": name,
                "path": f"{name}.{format}",
                "format": format,
                "encoding": "utf-8",
                "description": f"One row: {TABLES[name].row}.",
                "schema": {
                    "fields": [
                        {"name": field.name, "type": _frictionless(field.type), "description": field.metadata[b"description"].decode()}
                        for field in TABLES[name].schema
                    ],
                    "missingValues": [""],
                },
            }
            for name in tables
        ],
    }


def _frictionless(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return "array"
    return {"string": "string", "int32": "integer", "double": "number", "bool": "boolean"}[str(kind)]


def read_tables(folder: Path, names: tuple[str, ...] | None = None) -> dict[str, pa.Table]:
    """The tables of a folder that framing wrote (by default those of `framing observe`), in whichever format.

    Raises click.ClickException naming every table that is missing or does not have the declared columns.
    """
    places = (folder / "tables", folder)  # a report's folder holds its observations in one of its own, estimates beside it
    found: dict[str, pa.Table] = {}
    problems = []
    for name in names or tuple(table.name for table in OBSERVED):
        paths = [path for place in places for extension in FORMATS if (path := place / f"{name}.{extension}").is_file()]
        if not paths:
            problems.append(f"{folder}: there is no table {name} (.{', .'.join(FORMATS)})")
            continue
        try:
            found[name] = _read(paths[0], TABLES[name].schema)
        except (ValueError, KeyError, OSError, pa.ArrowException) as error:
            problems.append(f"{paths[0]}: not a {name} table: {error}")
    if problems:
        raise click.ClickException("\n".join(problems) + "\n  Fix: make the tables again with `framing observe CORPUS --out DIR`.")
    return found


def _read(path: Path, schema: pa.Schema) -> pa.Table:
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        if missing := set(schema.names) - set(table.column_names):
            raise ValueError(f"no column {', '.join(sorted(missing))}")
        return table.select(schema.names).cast(schema)
    if path.suffix == ".jsonl":
        with path.open(encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        return pa.table({field.name: pa.array([row[field.name] for row in rows], field.type) for field in schema}, schema=schema)
    return _from_csv(path, schema)


def _from_csv(path: Path, schema: pa.Schema) -> pa.Table:
    """The table as as_csv wrote it; where another program has taken the quotation marks away, empty text is read as null."""
    flat = {field.name: pa.string() if pa.types.is_nested(field.type) else field.type for field in schema}
    read = pa.csv.read_csv(
        path,
        parse_options=pa.csv.ParseOptions(newlines_in_values=True),
        convert_options=pa.csv.ConvertOptions(
            column_types=flat, include_columns=schema.names, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )
    columns = [_parsed(column, field.type) if pa.types.is_nested(field.type) else column for column, field in zip(read.columns, schema)]
    return pa.table(columns, schema=schema)


def _parsed(column: pa.ChunkedArray, kind: pa.DataType) -> pa.Array:
    return pa.array([None if cell is None else json.loads(cell) for cell in column.to_pylist()], kind)


def read_manifest(folder: Path) -> dict[str, object]:
    """The folder's manifest. Raises click.ClickException when there is none."""
    try:
        return json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise click.ClickException(
            f"{folder} has no readable {MANIFEST}: it is no folder of `framing observe` or `framing report`."
        ) from error
