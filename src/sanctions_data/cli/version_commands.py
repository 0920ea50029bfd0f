"""Commands about versions: making one, and telling two apart."""

from __future__ import annotations

from datetime import datetime
from json import loads
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from sanctions_data.cli.completion.complete_codes import complete, complete_folder
from sanctions_data.cli.options import AsCsv, AsJson
from sanctions_data.cli.output import console, print_rows, reports_errors
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.location import root_folder
from sanctions_data.tables.records import records

if TYPE_CHECKING:
    import pandas as pd

# More than these of one authority are summed up, unless it is the only one asked for.
_MOST_PROGRAMMES = 4


@reports_errors
def release(
    version: Annotated[str, typer.Argument(help="Calendar version, such as 2026.8.0.")],
    base: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Folder with the tables of the last release; by default from git."
        ),
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="Day of the release; today by default.",
        ),
    ] = None,
) -> None:
    """Release the tables of a checkout; nothing is committed.

    Everything is checked first. Then the changes since the last release are
    added to the table changes, the hash of every table to releases, and that
    of the archive to its registry; the version is set in every file that
    names it, and the changelog gets its section.
    """
    from sanctions_data.release.release import release as make_release

    root = root_folder()
    made = make_release(root, version, base=base, day=day.date() if day else None)
    table = plain_table("Table", "Added", "Changed", "Removed")
    for name in dict.fromkeys(table_name for table_name, _ in made.counts):
        counts = [made.counts[name, action] for action in ("added", "changed", "removed")]
        if any(counts):
            table.add_row(name, *(f"{count:,}" for count in counts))
    console().print(table)
    typer.echo(f"version {made.version} was written; review it with 'git diff --stat', then commit")


@reports_errors
def diff(
    a: Annotated[
        str, typer.Argument(help="A released version.", autocompletion=complete("version"))
    ],
    b: Annotated[
        str,
        typer.Argument(
            help="A released version, or a folder with CSVs.", autocompletion=complete_folder
        ),
    ],
    table: Annotated[
        str | None,
        typer.Option(help="Only this table, such as listings.", autocompletion=complete("table")),
    ] = None,
    authority: Annotated[
        str | None,
        typer.Option(help="Only this authority, such as eu.", autocompletion=complete("authority")),
    ] = None,
    rows: Annotated[bool, typer.Option("--rows", help="List every changed row.")] = False,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Show what changed from version A to version B: a summary, or every row."""
    from sanctions_data import diff as difference

    found = difference(a, b, table=table, authority=authority)
    if csv or json:
        print_rows(found, as_csv=csv)
    elif rows:
        for row in records(found):
            typer.echo(_line(row))
    else:
        _print_summary(found, most=0 if authority else _MOST_PROGRAMMES)
    if found.empty and not (json or csv):
        searched = found.attrs["searched"].items()
        typer.echo(f"Searched: {', '.join(f'{what} {value}' for what, value in searched)}")


def _line(row: dict[str, str]) -> str:
    key = loads(row["row_key"])
    line = f"{row['action']} {row['table']} {key[0] if len(key) == 1 else row['row_key']}"
    if row["action"] == "changed":
        return f"{line} {row['column']}: {row['old_value']!r} -> {row['new_value']!r}"
    return f"{line} on {row['new_value']}" if row["new_value"] else line


def _print_summary(found: pd.DataFrame, most: int) -> None:
    import pandas as pd

    from sanctions_data.history.summary import KINDS, measures_by_programme, other_tables

    measures, others = measures_by_programme(found), other_tables(found)
    if found.empty:
        typer.echo("no difference")
    if len(measures):
        total = (f"{number:,} {kind}" for kind, number in measures.sum().items() if number)
        typer.echo(f"measures: {', '.join(total)}\n")
        table = plain_table("By", "Under")
        _add_numbers(table, KINDS)
        for authority, of in measures.groupby(level=0):
            shown = of.droplevel(0)
            if most and len(shown) > most + 1:
                rest = shown.iloc[most:]
                shown = pd.concat([shown.iloc[:most], rest.sum().to_frame(f"{len(rest)} others").T])
            for number, (programme, counts) in enumerate(shown.iterrows()):
                by = str(authority) if number == 0 else ""
                under = str(programme) or "not known"
                table.add_row(by, under, *(f"{n:,}" if n else "" for n in counts))
        console().print(table)
        if measures["moved"].any():
            typer.echo("\nmoved: the measure is the same, now attached to another party")
    if len(others):
        table = plain_table("Other rows")
        _add_numbers(table, [str(action) for action in others])
        for name, counts in others.iterrows():
            table.add_row(str(name), *(f"{n:,}" if n else "" for n in counts))
        typer.echo()
        console().print(table)


def _add_numbers(table: Table, names: list[str]) -> None:
    for name in names:
        table.add_column(name.capitalize(), justify="right")
