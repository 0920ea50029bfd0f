"""The command that asks who may not fly where, and whether one party may fly to one state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sanctions_data.cli.options import AsCsv, AsJson, InVersion, OnDay
from sanctions_data.cli.output import (
    console,
    print_csv,
    print_json,
    print_stands_on,
    reports_errors,
)
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import cell_text, records

if TYPE_CHECKING:
    import pandas as pd

    from sanctions_data.query.flights.may_fly import MayFly

_UNDECIDED = "cannot_be_told"
# What to call the rows that decide whether one may fly, in the order in which they are shown.
_EFFECTS = {
    "forbids": "Forbidden by:",
    "may_forbid": "Perhaps forbidden, it cannot be told, by:",
    "limits": "Only a part of the flights is limited, by:",
}


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
    may: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="PARTY COUNTRY",
            help="Whether this airline, or the carriers of this country, may fly to that country.",
        ),
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="Also persons and companies on a list, one by one.")
    ] = False,
    version: InVersion = None,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Who may not fly where: flight restrictions, with act and source."""
    if may is not None:
        if any((by, against, kind, party, nature, status)):
            raise ValueError("found --may and another choice of rows; --may stands alone")
        _answer_may(may, on, version, csv, json)
        return
    from sanctions_data import flights as flight_restrictions

    found = flight_restrictions(
        on=on, by=by, against=against, kind=kind, party=party, nature=nature, status=status,
        undecided="include", version=version,
    )  # fmt: skip
    # Lists ban aircraft of thousands of persons and companies: who asks for flights means
    # carriers, states and aircraft, unless a party is named.
    on_list = found["listing_id"].notna() & found["party_kind"].isin(["person", "organisation"])
    is_hidden = on_list & (not everyone and party is None)
    shown, hidden = found[~is_hidden], found[is_hidden]
    if csv:
        print_csv(shown)
    elif json:
        undecided = {"undecided": int(_is_open(shown).sum())} if on else {}
        left_out = {"left_out_on_lists": len(hidden)}
        print_json({**found.attrs, **undecided, **left_out, "rows": shown})
    else:
        _print_sure_and_open(shown, hidden, on)
        print_stands_on(found)


def _print_sure_and_open(shown: pd.DataFrame, hidden: pd.DataFrame, on: str | None) -> None:
    is_open = _is_open(shown)
    _print_flights(shown[~is_open])
    console().print(f"{(~is_open).sum():,} restrictions" + (f" in force on {on}" if on else ""))
    if number := is_open.sum():
        verb = "they were" if number > 1 else "it was"
        console().print(
            f"\nOf {number:,} more it cannot be told whether {verb} in force on {on}:\n"
        )
        _print_flights(shown[is_open])
    if number := len(hidden):
        perhaps = f", of {_is_open(hidden).sum():,} of them it cannot be told" if on else ""
        console().print(
            f"{number:,} more on persons and companies on a list{perhaps}; --all shows them"
        )


def _is_open(found: pd.DataFrame) -> pd.Series[bool]:
    """Of which it cannot be told whether they were in force; none where no day was asked for."""
    if "day_status" not in found:
        return found["measure_id"].isna()
    return found["day_status"] == _UNDECIDED


def _answer_may(
    may: tuple[str, str], on: str | None, version: str | None, csv: bool, json: bool
) -> None:
    from sanctions_data import may_fly

    found = may_fly(*may, on=on, version=version)
    if csv:
        print_csv(found.rows)
    elif json:
        print_json({**vars(found), "party": vars(found.party)})
    else:
        _print_answer(found)


def _print_answer(found: MayFly) -> None:
    console().print(str(found))
    for effect, title in _EFFECTS.items():
        rows = found.rows[found.rows["effect"] == effect]
        if len(rows):
            console().print(f"\n{title}\n")
            _print_flights(rows)
    print_stands_on(found.rows)


def _print_flights(found: pd.DataFrame) -> None:
    if found.empty:
        return
    table = plain_table("By", "Restriction, act and source", "Since", "Until")
    for row in records(found):
        lines = [
            f"{str(row['restriction_kind']).replace('_', ' ')}: {row['party']}",
            cell_text(row["applies_where"]).replace("_", " "),
            _label("exempt: ", row["exemptions"]),
            _label("may have been in force: ", row.get("reason")),
            cell_text(row["act"]),
            cell_text(row["act_url"]),
            f"source: {row['source']} ({row['evidence']})",
            cell_text(row["source_url"]),
            _label("last confirmed: ", _day(row["last_confirmed"])),
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
