"""Commands that ask about parties: who one is, comparing authorities, who may not fly where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sanctions_data.cli.options import AsJson, InVersion, OnDay
from sanctions_data.cli.output import FOUND_SOMETHING, console, print_json, reports_errors
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import cell_text, records

if TYPE_CHECKING:
    import pandas as pd

_MOST = 40


@reports_errors
def lookup(
    query: Annotated[str, typer.Argument(help="A name, listing, identifier or party id.")],
    on: OnDay = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Show only who imposes which kinds of measure.")
    ] = False,
    version: InVersion = None,
    json: AsJson = False,
) -> None:
    """Who a party is, and every measure on it."""
    from sanctions_data.query.lookup.answer import lookup as look_up
    from sanctions_data.query.lookup.rendering import render_lookup, render_matrix

    answer = look_up(query, on=on, version=version)
    if matrix and answer.party is not None:
        found = answer.party.matrix()
        if json:
            print_json(found.reset_index())
        else:
            console().print(render_matrix(answer.party))
    elif json:
        print_json(
            {
                "query": answer.query,
                "matches": [
                    {"entity_id": m.entity_id, "how": m.how, "matched": m.matched, "score": m.score}
                    for m in answer.matches
                ],
                "party": vars(answer.party) if answer.party else None,
            }
        )
    else:
        console().print(render_lookup(answer.query, answer.matches, answer.party))
    if answer.party is None:
        raise typer.Exit(FOUND_SOMETHING)


@reports_errors
def compare(
    a: Annotated[
        str, typer.Argument(help="The authority that imposes a measure, such as us-ofac.")
    ],
    b: Annotated[str, typer.Argument(help="The authority that does not, such as eu.")],
    on: OnDay = None,
    kind: Annotated[
        str | None, typer.Option(help="Only this kind of party, such as person.")
    ] = None,
    programme: Annotated[
        str | None, typer.Option(help="Only regimes of A with this word in their name.")
    ] = None,
    measure: Annotated[
        str | None, typer.Option(help="Only this kind of measure, such as travel_ban.")
    ] = None,
    both: Annotated[bool, typer.Option("--both", help="Parties under measures of both.")] = False,
    version: InVersion = None,
    limit: Annotated[int, typer.Option(help="Maximum number of rows; 0 for all.")] = _MOST,
    json: AsJson = False,
) -> None:
    """Parties under a measure of A on a day, but under no such measure of B."""
    from sanctions_data.query.compare import compare as compare_authorities

    found = compare_authorities(
        a, b, on=on, kind=kind, programme=programme, measure_type=measure, both=both,
        version=version,
    )  # fmt: skip
    shown = found.head(limit) if limit else found
    if json:
        print_json(shown)
        return
    table = plain_table("Party", "Measures of " + a, "Since", b, f"{b} ended", "Days later")
    for row in records(shown):
        kinds = row["measure_types"].replace("_", " ")
        since = _day(row["since"]) or "unknown"
        theirs = _day(row["other_since"]), _day(row["other_ended"])
        table.add_row(row["name"], kinds, since, *theirs, cell_text(row["lag_days"]))
    console().print(table)
    console().print(f"{len(shown):,} of {len(found):,} parties")


@reports_errors
def flights(
    on: OnDay = None,
    by: Annotated[str | None, typer.Option(help="Only this authority, such as eu.")] = None,
    against: Annotated[
        str | None, typer.Option(help="Only restrictions on this country, such as RU.")
    ] = None,
    version: InVersion = None,
    json: AsJson = False,
) -> None:
    """Who may not fly where: flight restrictions, with act and source."""
    from sanctions_data.query.flights import flights as flight_restrictions

    found = flight_restrictions(on=on, by=by, against=against, version=version)
    if json:
        print_json(found)
        return
    table = plain_table("By", "Restriction, act and source", "Since", "Until")
    for row in records(found):
        where = cell_text(row["applies_where"]).replace("_", " ")
        lines = [
            f"{str(row['restriction_kind']).replace('_', ' ')}: {row['party']}",
            f"  {where}" if where else "",
            f"  {cell_text(row['act'])}" if cell_text(row["act"]) else "",
            f"  source: {row['source']} ({row['evidence']})",
        ]
        table.add_row(
            row["authority_id"],
            "\n".join(line for line in lines if line),
            _day(row["start_date"]) or str(row["status"]).replace("_", " "),
            _day(row["end_date"]),
        )
    console().print(table)
    console().print(f"{len(found):,} restrictions")


def _day(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}" if cell_text(day) else ""
