"""The command that searches for a file of names."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from sanctions_data.cli.options import AsCsv, AsJson, InVersion, OnDay
from sanctions_data.cli.output import (
    FOUND_SOMETHING,
    console,
    print_rows,
    print_stands_on,
    reports_errors,
)
from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.tables.records import records

if TYPE_CHECKING:
    import pandas as pd


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
    csv: AsCsv = False,
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
    if csv or json:
        print_rows(found, as_csv=csv)
    else:
        _print_candidates(found)
        console().print(
            f"{found['query'].nunique():,} of {len(set(names)):,} names have candidates."
        )
        print_stands_on(found)
    if found.empty:
        raise typer.Exit(FOUND_SOMETHING)


def _print_candidates(found: pd.DataFrame) -> None:
    """A block a name; an id is not broken, so that it can be copied into a lookup."""
    from rich.padding import Padding
    from rich.text import Text

    for query, group in found.groupby("query", sort=False):
        console().print(Text(str(query), style="bold"))
        for row in records(group.drop_duplicates("entity_id")):
            told = f"{row['name']} [{row['entity_id']}]\n{row['reason']} {row['score']:.0f} %"
            console().print(Padding(Text(told), (0, 0, 0, 2)))
        console().print()


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
