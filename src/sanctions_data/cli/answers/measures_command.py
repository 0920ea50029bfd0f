"""The command that lists measures: by whom, on whom, of what kind, in force on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sanctions_data.cli.completion.complete_codes import complete
from sanctions_data.cli.options import MAXIMUM_ROWS, AsCsv, AsJson, AtMost, InVersion, OnDay
from sanctions_data.cli.output import (
    console,
    first_rows,
    print_rows,
    print_stands_on,
    reports_errors,
)
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import records

if TYPE_CHECKING:
    import pandas as pd


@reports_errors
def measures(
    on: OnDay = None,
    authority: Annotated[
        list[str] | None,
        typer.Option(help="Only of it, such as eu.", autocompletion=complete("authority")),
    ] = None,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            help="Only this kind, such as asset_freeze.", autocompletion=complete("measure type")
        ),
    ] = None,
    programme: Annotated[
        list[str] | None,
        typer.Option(help="Only under it, by its id.", autocompletion=complete("programme")),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(
            help="Only on it, by its id, such as iran-air.", autocompletion=complete("entity")
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            help="Only of this status, such as in_force.", autocompletion=complete("status")
        ),
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(help="Only with it, such as primary.", autocompletion=complete("evidence")),
    ] = None,
    undecided: Annotated[
        bool, typer.Option("--undecided", help="Of a day, also those of which it cannot be told.")
    ] = False,
    version: InVersion = None,
    limit: AtMost = MAXIMUM_ROWS,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Measures, by whoever imposes them, on whom, of what kind, and on a day."""
    from sanctions_data import measures as find_measures

    found = find_measures(
        on, authority=authority, measure_type=measure, programme=programme, entity=party,
        status=status, evidence=evidence, undecided="include" if undecided else "exclude",
        version=version,
    )  # fmt: skip
    if csv or json:
        print_rows(found, as_csv=csv, limit=limit)
        return
    shown = first_rows(found, limit)
    if len(shown):
        _print_measures(shown, version)
    console().print(f"{len(shown):,} of {len(found):,} measures")
    if not undecided and (number := found.attrs.get("undecided")):
        console().print(f"Of {number:,} more it cannot be told; --undecided shows them too")
    print_stands_on(found)


def _print_measures(shown: pd.DataFrame, version: str | None) -> None:
    from sanctions_data.query.labels import day_text
    from sanctions_data.query.lookup.fact_lines import kind_words
    from sanctions_data.query.stands_on import edition_of

    entities = edition_of(None, version).load("entities", ("entity_id", "name"))
    names = entities.set_index("entity_id")["name"]
    table = plain_table("By", "On", "Measure", "Since", "Until", "Status")
    for row in records(shown.assign(name=shown["entity_id"].map(names))):
        table.add_row(
            row["authority_id"],
            row["name"],
            kind_words(row),
            day_text(row["start_date"], row["start_precision"]),
            day_text(row["end_date"], row["end_precision"]),
            str(row.get("day_status", row["status"])).replace("_", " "),
        )
    console().print(table)
