"""Commands that show the tables: which there are, and the rows of one."""

from __future__ import annotations

from typing import Annotated

import typer

from sanctions_data.cli.options import AsCsv, AsJson, InVersion
from sanctions_data.cli.output import (
    console,
    print_csv,
    print_json,
    print_stands_on,
    reports_errors,
)
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import records


@reports_errors
def tables(json: AsJson = False) -> None:
    """List the tables with their number of rows."""
    from sanctions_data import tables as list_tables

    found = list_tables()
    if json:
        print_json({**found.attrs, "rows": found})
        return
    shown = plain_table("Table", "Rows", "What one row is")
    for row in records(found):
        shown.add_row(row["table"], f"{row['rows']:,}", row["description"])
    console().print(shown)
    print_stands_on(found)


@reports_errors
def show(
    table: Annotated[str, typer.Argument(help="Name of the table.")],
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="COLUMN=VALUE", help="Keep only rows with this value."),
    ] = None,
    limit: Annotated[int, typer.Option(help="Maximum number of rows; 0 for all.")] = 20,
    csv: AsCsv = False,
    version: InVersion = None,
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
    shown = rows.head(limit) if limit else rows
    if json:
        print_json({**rows.attrs, "rows": shown})
    elif csv:
        print_csv(shown)
    else:
        console().print(render_rows(shown, len(rows)))
        print_stands_on(rows)
