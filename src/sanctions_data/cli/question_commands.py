"""Commands that ask about parties: who one is, and how authorities compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sanctions_data.cli.completion.complete_codes import complete
from sanctions_data.cli.options import MAXIMUM_ROWS, AsCsv, AsJson, AtMost, InVersion, OnDay
from sanctions_data.cli.output import (
    FOUND_SOMETHING,
    console,
    first_rows,
    print_csv,
    print_json,
    print_rows,
    print_stands_on,
    reports_errors,
)
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.records import cell_text, records

if TYPE_CHECKING:
    import pandas as pd

    from sanctions_data.query.lookup.answer import Lookup


@reports_errors
def lookup(
    query: Annotated[
        str,
        typer.Argument(
            help="A name, listing, identifier or party id.", autocompletion=complete("entity")
        ),
    ],
    on: OnDay = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Show only who imposes which kinds of measure.")
    ] = False,
    version: InVersion = None,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Who a party is, and every measure on it."""
    from sanctions_data import lookup as look_up
    from sanctions_data.query.lookup.rendering import render_lookup, render_matrix

    answer = look_up(query, on=on, version=version)
    rows = answer.party.matrix().reset_index() if matrix and answer.party is not None else None
    if csv:
        print_csv(lookup_rows(answer) if rows is None else rows)
    elif json:
        told = {"stands_on": answer.stands_on, "rows": rows}
        print_json(lookup_content(answer) if rows is None else told)
    else:
        console().print(render_lookup(answer) if rows is None else render_matrix(answer))
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


def lookup_rows(answer: Lookup) -> pd.DataFrame:
    """The measures on the party, or the candidates where it cannot be told which is meant."""
    import pandas as pd

    if answer.party is None:
        columns = ["entity_id", "how", "matched", "score"]
        return pd.DataFrame(
            [[getattr(match, name) for name in columns] for match in answer.matches],
            columns=columns,
        )
    return pd.concat([answer.party.measures, answer.party.undecided], ignore_index=True)


@reports_errors
def compare(
    a: Annotated[
        str,
        typer.Argument(
            help="The authority that imposes a measure, such as us-ofac.",
            autocompletion=complete("authority"),
        ),
    ],
    b: Annotated[
        str,
        typer.Argument(
            help="The authority that does not, such as eu.", autocompletion=complete("authority")
        ),
    ],
    on: OnDay = None,
    kind: Annotated[
        str | None,
        typer.Option(
            help="Only this kind of party or measure, such as person.",
            autocompletion=complete("kind of party", "measure type"),
        ),
    ] = None,
    programme: Annotated[
        str | None,
        typer.Option(
            help="Only regimes of A with this word in their name.",
            autocompletion=complete("programme"),
        ),
    ] = None,
    measure: Annotated[
        str | None,
        typer.Option(
            help="Only this kind of measure, such as travel_ban.",
            autocompletion=complete("measure type"),
        ),
    ] = None,
    both: Annotated[bool, typer.Option("--both", help="Parties under measures of both.")] = False,
    undecided: Annotated[
        bool, typer.Option("--undecided", help="Only parties of which it cannot be told.")
    ] = False,
    version: InVersion = None,
    limit: AtMost = MAXIMUM_ROWS,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Parties under a measure of A on a day, but under no such measure of B."""
    from sanctions_data import compare as compare_authorities

    found = compare_authorities(
        a, b, on=on, kind=kind, programme=programme, measure_type=measure, both=both,
        undecided="include" if json or csv else "only" if undecided else "exclude", version=version,
    )  # fmt: skip
    if csv or json:
        print_rows(found, as_csv=csv, limit=limit)
        return
    shown = first_rows(found, limit)
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
