"""The command that searches for a file of names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from sanctions_data.cli.options import AsJson, InVersion, OnDay
from sanctions_data.cli.output import (
    FOUND_SOMETHING,
    console,
    print_json,
    print_stands_on,
    reports_errors,
)
from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import records


@reports_errors
def search(
    file: Annotated[
        str,
        typer.Argument(
            help="Text with one name per line, or CSV with --column; - for standard input."
        ),
    ],
    column: Annotated[
        str | None, typer.Option(help="Read CSV; the names are in this column.")
    ] = None,
    limit: Annotated[int, typer.Option(help="Maximum number of candidates per name.")] = 5,
    threshold: Annotated[float, typer.Option(help="Minimum similarity, from 0 to 100.")] = 80,
    on: OnDay = None,
    version: InVersion = None,
    json: AsJson = False,
) -> None:
    """Find candidates for each of many names, with similarity and reason."""
    from sanctions_data import search as search_names

    if file == "-":
        names = read_names(sys.stdin, column)
    else:
        with Path(file).open(encoding="utf-8-sig", newline="") as source:
            names = read_names(source, column)
    found = search_names(names, limit=limit, threshold=threshold, on=on, version=version)
    if json:
        print_json({**found.attrs, "rows": found})
    else:
        table = plain_table("Query", "Party", "Name", "Score", "Reason")
        for row in records(found):
            score = f"{row['score']:.0f}"
            table.add_row(row["query"], row["entity_id"], row["name"], score, row["reason"])
        console().print(table)
        console().print(
            f"{found['query'].nunique():,} of {len(set(names)):,} names have candidates."
        )
        print_stands_on(found)
    if found.empty:
        raise typer.Exit(FOUND_SOMETHING)


def read_names(source: TextIO, column: str | None) -> list[str]:
    """The names in a text, one a line, or in a column of a CSV; empty ones are left out.

    Raises:
        ValueError: the CSV has no such column.
    """
    if column is None:
        cells = source.read().splitlines()
    else:
        import pandas as pd

        from sanctions_data.schema.text_type import TEXT

        frame = pd.read_csv(source, dtype=TEXT, keep_default_na=False)
        cells = frame[KnownCodes("column", list(frame.columns)).code_of(column)].tolist()
    return [cell.strip() for cell in cells if cell.strip()]
