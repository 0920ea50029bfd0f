"""Commands that ask about parties: who one is, comparing authorities, who may not fly where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sanctions_data.cli.options import AsJson, InVersion, OnDay
from sanctions_data.cli.output import (
    FOUND_SOMETHING,
    console,
    print_json,
    print_stands_on,
    reports_errors,
)
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import cell_text, records

if TYPE_CHECKING:
    import pandas as pd

    from sanctions_data.query.lookup.answer import Lookup

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
        if json:
            rows = answer.party.matrix().reset_index()
            print_json({"stands_on": answer.stands_on, "rows": rows})
        else:
            console().print(render_matrix(answer))
    elif json:
        print_json(lookup_content(answer))
    else:
        console().print(render_lookup(answer))
    if answer.party is None:
        raise typer.Exit(FOUND_SOMETHING)


def lookup_content(answer: Lookup) -> dict[str, Any]:
    """An answer as programs get it."""
    return {
        "query": answer.query,
        "stands_on": answer.stands_on,
        "matches": [
            {"entity_id": m.entity_id, "how": m.how, "matched": m.matched, "score": m.score}
            for m in answer.matches
        ],
        "party": vars(answer.party) if answer.party else None,
    }


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
    undecided: Annotated[
        bool, typer.Option("--undecided", help="Only parties of which it cannot be told.")
    ] = False,
    version: InVersion = None,
    limit: Annotated[int, typer.Option(help="Maximum number of rows; 0 for all.")] = _MOST,
    json: AsJson = False,
) -> None:
    """Parties under a measure of A on a day, but under no such measure of B."""
    from sanctions_data.query.compare import compare as compare_authorities

    found = compare_authorities(
        a, b, on=on, kind=kind, programme=programme, measure_type=measure, both=both,
        undecided="include" if json else "only" if undecided else "exclude", version=version,
    )  # fmt: skip
    shown = found.head(limit) if limit else found
    if json:
        print_json({**found.attrs, "rows": shown})
        return
    a, b = found.attrs["stands_on"]["searched"]["authority"]
    why = ["Reason"] if undecided else [f"{b} ended", "Days later"]
    table = plain_table("Party", "Measures of " + a, "Since", b, *why)
    for row in records(shown):
        kinds = row["measure_types"].replace("_", " ")
        theirs = [_day(row["other_ended"]), cell_text(row["lag_days"])]
        table.add_row(
            row["name"],
            kinds,
            _day(row["since"]) or "unknown",
            _day(row["other_since"]),
            *([row["reason"]] if undecided else theirs),
        )
    if len(found):
        console().print(table)
    console().print(f"{len(shown):,} of {len(found):,} parties")
    if not undecided and (number := found.attrs["undecided"]):
        console().print(f"Of {number:,} more it cannot be told; --undecided shows them")
    print_stands_on(found)


@reports_errors
def flights(
    on: OnDay = None,
    by: Annotated[str | None, typer.Option(help="Only this authority, such as eu.")] = None,
    against: Annotated[
        str | None, typer.Option(help="Only restrictions on this country, such as Russia.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Only this kind of restriction, such as overflight.")
    ] = None,
    party: Annotated[
        str | None, typer.Option(help="Only this party, by its id, such as mahan-air.")
    ] = None,
    nature: Annotated[
        str | None, typer.Option(help="Only this nature: sanction or retaliatory.")
    ] = None,
    status: Annotated[str | None, typer.Option(help="Only this status, such as in_force.")] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="Also persons and companies on a list, one by one.")
    ] = False,
    version: InVersion = None,
    json: AsJson = False,
) -> None:
    """Who may not fly where: flight restrictions, with act and source."""
    from sanctions_data.query.flights import flights as flight_restrictions

    found = flight_restrictions(
        on=on, by=by, against=against, kind=kind, party=party, nature=nature, status=status,
        undecided="include", version=version,
    )  # fmt: skip
    if json:
        print_json({**found.attrs, "rows": found})
        return
    # Lists ban aircraft of thousands of persons and companies: who asks for flights means
    # carriers, states and aircraft, unless a party is named.
    on_list = found["listing_id"].notna() & found["party_kind"].isin(["person", "organisation"])
    hidden = on_list & (not everyone and party is None)
    is_open = found["day_status"] == "cannot_be_told" if on else hidden & False
    _print_flights(found[~hidden & ~is_open])
    number, when = (~hidden & ~is_open).sum(), f" in force on {on}" if on else ""
    console().print(f"{number:,} restrictions{when}")
    if number := (~hidden & is_open).sum():
        verb = "they were" if number > 1 else "it was"
        console().print(
            f"\nOf {number:,} more it cannot be told whether {verb} in force on {on}:\n"
        )
        _print_flights(found[~hidden & is_open])
    if number := hidden.sum():
        perhaps = f", of {(hidden & is_open).sum():,} of them it cannot be told" if on else ""
        console().print(
            f"{number:,} more on persons and companies on a list{perhaps}; --all shows them"
        )
    print_stands_on(found)


def _print_flights(found: pd.DataFrame) -> None:
    if found.empty:
        return
    table = plain_table("By", "Restriction, act and source", "Since", "Until")
    for row in records(found):
        lines = [
            f"{str(row['restriction_kind']).replace('_', ' ')}: {row['party']}",
            cell_text(row["applies_where"]).replace("_", " "),
            _label("may have been in force: ", row.get("reason")),
            cell_text(row["act"]),
            f"source: {row['source']} ({row['evidence']})",
            cell_text(row["source_url"]),
        ]
        table.add_row(
            row["authority_id"],
            "\n  ".join(line for line in lines if line),
            _day(row["start_date"]) or str(row["status"]).replace("_", " "),
            _day(row["end_date"]),
        )
    console().print(table)


def _label(label: str, cell: Any) -> str:
    return f"{label}{text}" if (text := cell_text(cell)) else ""


def _day(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}" if cell_text(day) else ""
