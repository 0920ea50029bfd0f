"""Commands about versions: making one, and telling two apart."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sanctions_data.cli.options import AsJson
from sanctions_data.cli.output import console, plain_table, print_json, reports_errors
from sanctions_data.files.location import root_folder
from sanctions_data.files.lock import locked
from sanctions_data.files.records import records

if TYPE_CHECKING:
    import pandas as pd

_MEASURES = ("travel_bans", "asset_freezes", "flight_restrictions", "other_measures")


@reports_errors
def release(
    version: Annotated[str, typer.Argument(help="Calendar version, such as 2026.8.0.")],
    base: Annotated[
        Path | None, typer.Option(help="Folder with the tables of the last release.")
    ] = None,
) -> None:
    """Release the tables of a checkout; what changed is noted, and nothing is committed."""
    from sanctions_data.history.release import release as make_release

    root = root_folder()
    with locked(root, "release"):
        made = make_release(root, version, base=base)
    table = plain_table("Table", "Added", "Changed", "Removed")
    for name in dict.fromkeys(table_name for table_name, _ in made.counts):
        counts = [made.counts[name, action] for action in ("added", "changed", "removed")]
        if any(counts):
            table.add_row(name, *(f"{count:,}" for count in counts))
    console().print(table)
    typer.echo(f"version {made.version} is written; look at 'git diff --stat', then commit")


@reports_errors
def diff(
    a: Annotated[str, typer.Argument(help="A released version.")],
    b: Annotated[str, typer.Argument(help="A released version, or a folder with CSVs.")],
    table: Annotated[str | None, typer.Option(help="Only this table.")] = None,
    authority: Annotated[str | None, typer.Option(help="Only this authority.")] = None,
    rows: Annotated[bool, typer.Option("--rows", help="Row by row.")] = False,
    json: AsJson = False,
) -> None:
    """What makes version A version B: summed up, or row by row."""
    from sanctions_data.history.diff import diff as difference

    found = difference(a, b, table=table, authority=authority)
    if json:
        print_json(found)
    elif rows:
        for row in records(found):
            was_now = f": {row['old_value']!r} -> {row['new_value']!r}"
            cell = f" {row['column']}{was_now}" if row["action"] == "changed" else ""
            typer.echo(f"{row['action']} {row['table']} {row['row_key']}{cell}")
    else:
        _print_summary(found)


def _print_summary(found: pd.DataFrame) -> None:
    measures = found[found["table"].isin(_MEASURES)]
    counted: Counter[tuple[str, str, str]] = Counter(
        (row["action"], row["table"], row["authority_id"])
        for row in records(measures.drop_duplicates(["table", "row_key"]))
    )
    for (action, name, authority), number in sorted(counted.items(), key=lambda c: c[0][1:]):
        typer.echo(f"{number:,} {name.replace('_', ' ')} {action} by {authority}")
    others = found[~found["table"].isin(_MEASURES)].drop_duplicates(["table", "row_key"])
    by_table = Counter((row["table"], row["action"]) for row in records(others))
    for (name, action), number in sorted(by_table.items()):
        typer.echo(f"{number:,} rows {action} in {name}")
    if found.empty:
        typer.echo("no difference")
