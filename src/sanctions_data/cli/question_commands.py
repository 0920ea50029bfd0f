"""Commands that ask about parties: who one is, and how authorities compare."""

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
    from sanctions_data import lookup as look_up
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
        "near": vars(answer.near) if answer.near else None,
    }


@reports_errors
def compare(
    a: Annotated[
        str, typer.Argument(help="The authority that imposes a measure, such as us-ofac.")
    ],
    b: Annotated[str, typer.Argument(help="The authority that does not, such as eu.")],
    on: OnDay = None,
    kind: Annotated[
        str | None, typer.Option(help="Only this kind of party or measure, such as person.")
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
    from sanctions_data import compare as compare_authorities

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


def _day(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}" if cell_text(day) else ""
