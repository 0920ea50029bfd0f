"""``sanctions-data export``: the tables in another format, in a folder of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sanctions_data.cli.options import AsJson, InVersion
from sanctions_data.cli.output import console, print_json, reports_errors
from sanctions_data.query.text_table import plain_table


@reports_errors
def export(
    form: Annotated[
        str | None,
        typer.Argument(metavar="FORMAT", help="The format, or all; without it they are listed."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Folder to write; missing or empty."),
    ] = None,
    partition: Annotated[
        str | None,
        typer.Option(metavar="BY", help="Of parquet: authority, for one folder each (Hive)."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier export.")] = False,
    version: InVersion = None,
    json: AsJson = False,
) -> None:
    """Write the tables in another format: Parquet, DuckDB, SQLite, FollowTheMoney and more."""
    from sanctions_data import export as write_export

    if form is None:
        _print_formats(json)
        return
    if out is None:
        raise ValueError(f"say where to: sanctions-data export {form} --out DIR")
    files = write_export(form, out, partition=partition, force=force, version=version)
    sizes = {path.relative_to(out).as_posix(): path.stat().st_size for path in files}
    if json:
        print_json({"folder": str(out), "files": sizes})
        return
    typer.echo(f"wrote {len(files)} files, {sum(sizes.values()) / 2**20:,.1f} MiB, to {out}")


def _print_formats(as_json: bool) -> None:
    from sanctions_data.export.formats import FORMATS

    if as_json:
        print_json({each.name: each.description for each in FORMATS.values()})
        return
    table = plain_table("Format", "What it writes", "Needs")
    for each in FORMATS.values():
        table.add_row(each.name, each.description, each.extra and f"extra {each.extra}")
    table.add_row("all", "every format, each in a folder of its name", "")
    console().print(table)
