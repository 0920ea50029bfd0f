"""Commands that show the tables: which there are, and the rows of one."""

from __future__ import annotations

from typing import Annotated

import typer

from sanctions_data.cli.completion.complete_codes import complete, complete_pairs
from sanctions_data.cli.options import AsCsv, AsJson, AtMost, InVersion
from sanctions_data.cli.output import (
    console,
    first_rows,
    print_rows,
    print_stands_on,
    reports_errors,
)
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import records


@reports_errors
def tables(csv: AsCsv = False, json: AsJson = False) -> None:
    """List the tables with their number of rows."""
    from sanctions_data import tables as list_tables

    found = list_tables()
    if csv or json:
        print_rows(found, as_csv=csv)
        return
    shown = plain_table("Table", "Rows", "What one row is")
    for row in records(found):
        shown.add_row(row["table"], f"{row['rows']:,}", row["description"])
    console().print(shown)
    print_stands_on(found)


@reports_errors
def show(
    table: Annotated[
        str, typer.Argument(help="Name of the table.", autocompletion=complete("table"))
    ],
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where",
            metavar="COLUMN=VALUE",
            help="Keep only rows with this value.",
            autocompletion=complete_pairs,
        ),
    ] = None,
    limit: AtMost = 20,
    version: InVersion = None,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Print rows of a table."""
    from sanctions_data import load
    from sanctions_data.cli.show_command import render_rows
    from sanctions_data.query.row_filter import filter_rows
    from sanctions_data.query.stands_on import StandsOn, edition_of
    from sanctions_data.schema.descriptor import resource

    edition = edition_of(None, version)
    rows = load(table, version=version)
    told, table = rows.attrs["stands_on"], resource(table, edition.base)["name"]
    rows, searched = filter_rows(rows, table, where or [], edition)
    rows.attrs["stands_on"] = StandsOn(told, searched={"table": [table], **searched})
    if csv or json:
        print_rows(rows, as_csv=csv, limit=limit)
    else:
        console().print(render_rows(first_rows(rows, limit), len(rows)))
        print_stands_on(rows)
