"""Commands for a screening desk: candidates for a file of customers, and verifying the receipt."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sanctions_data.cli.options import AsCsv, AsJson, InVersion, OnDay
from sanctions_data.cli.output import (
    FOUND_SOMETHING,
    console,
    print_csv,
    print_json,
    print_stands_on,
    reports_errors,
)
from sanctions_data.tables.records import records

if TYPE_CHECKING:
    import pandas as pd

    from sanctions_data.query.screening.screening_run import Screening


@reports_errors
def screen(
    file: Annotated[Path, typer.Argument(help="A CSV of customers, with a header.")],
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE=COLUMN",
            help="Which column holds what, where the header does not say: name=Kunde.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option(help="Maximum number of candidates a customer.")] = 5,
    threshold: Annotated[float, typer.Option(help="Minimum similarity, from 0 to 100.")] = 80,
    on: OnDay = None,
    authority: Annotated[
        list[str] | None, typer.Option(help="Only parties under measures of it, such as eu.")
    ] = None,
    of_list: Annotated[
        list[str] | None, typer.Option("--list", help="Only parties on it, such as gb-fcdo.")
    ] = None,
    measure: Annotated[
        list[str] | None, typer.Option(help="Only under this kind, such as asset_freeze.")
    ] = None,
    exclude: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="Confirmed non-matches, with customer_id and entity_id."),
    ] = None,
    receipt: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a receipt for 'verify'.")
    ] = None,
    version: InVersion = None,
    csv: AsCsv = False,
    json: AsJson = False,
) -> None:
    """Candidates for a file of customers: who may be meant, why, and what is imposed by whom."""
    from sanctions_data.query.screening.screening_run import Screening
    from sanctions_data.query.stands_on import edition_of

    screening = Screening(
        edition_of(None, version), limit=limit, threshold=threshold, on=on, authority=authority,
        list=of_list, measure_type=measure, exclude=_read_pairs(exclude),
    )  # fmt: skip
    rows, roles = _screen_file(file, screening, column or [])
    if receipt is not None:
        from sanctions_data.query.screening.receipt import write_receipt

        write_receipt(receipt, screening, roles, file.absolute())
    if csv:
        print_csv(rows)
    elif json:
        print_json({**rows.attrs, "customers": screening.done, "rows": rows})
    else:
        _print_candidates(rows, screening.done)
    if len(rows):
        raise typer.Exit(FOUND_SOMETHING)


@reports_errors
def verify(
    receipt: Annotated[Path, typer.Argument(help="A receipt that 'screen --receipt' wrote.")],
    customers: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="The customers, if they are not where they were."),
    ] = None,
    json: AsJson = False,
) -> None:
    """Whether a receipt holds: its version is rebuilt and the screening repeated, offline."""
    from sanctions_data.query.screening.verify import verify as verify_receipt

    frame = None
    if customers is not None:
        import pandas as pd

        from sanctions_data.query.screening.customer_file import read_customer_file

        frame = pd.concat(read_customer_file(customers), ignore_index=True)
    found = verify_receipt(receipt, frame)
    if json:
        print_json({"holds": found.holds, "issues": found.issues, "notes": found.notes})
    else:
        console().print(str(found))
    if not found.holds:
        raise typer.Exit(FOUND_SOMETHING)


def _read_pairs(path: Path | None) -> pd.DataFrame | None:
    if path is None:
        return None
    import pandas as pd

    from sanctions_data.query.screening.customer_file import read_customer_file

    return pd.concat(read_customer_file(path), ignore_index=True)


def _screen_file(
    file: Path, screening: Screening, named: list[str]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """The candidates of a file, which is read part by part under a bar on standard error."""
    import pandas as pd
    from rich.console import Console
    from rich.progress import Progress

    from sanctions_data.query.screening.customer_columns import customer_columns
    from sanctions_data.query.screening.customer_file import read_customer_file
    from sanctions_data.query.screening.screening_run import no_candidates

    wrong = [each for each in named if "=" not in each]
    if wrong:
        raise ValueError(f"found --column {wrong[0]!r}, expected ROLE=COLUMN such as name=Kunde")
    roles: dict[str, str] = {}
    found = [no_candidates()]
    bar = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    with bar, file.open("rb") as counted:
        task = bar.add_task("customers", total=sum(1 for _ in counted))
        for part in read_customer_file(file):
            pairs = dict(each.split("=", 1) for each in named)
            roles = roles or customer_columns(list(part.columns), pairs)
            found.append(screening.screen_part(part, roles))
            bar.update(task, completed=screening.done)
    rows = pd.concat(found, ignore_index=True)
    rows.attrs["stands_on"] = screening.stands_on
    return rows, roles


def _print_candidates(rows: pd.DataFrame, done: int) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for customer, group in rows.groupby("customer_id", sort=False):
        console().print(Text(f"{customer}  {group['customer'].iloc[0]}", style="bold"))
        for row in records(group):
            console().print(Padding(_candidate(row), (0, 0, 1, 2)))
    refuted = int((rows["verdict"] == "refuted").sum())
    console().print(
        f"{rows['customer_id'].nunique():,} of {done:,} customers have {len(rows):,} candidates, "
        f"{refuted:,} of them refuted by birth date, kind or number."
    )
    print_stands_on(rows)


def _candidate(row: dict[str, Any]) -> str:
    how = row["reason"] if row["reason"] == "number" else f"{row['reason']} {row['score']:.0f} %"
    named = "" if row["name"] in ("", row["party"]) else f", as {row['name']}"
    verdict = row["verdict"].replace("_", " ")
    lines = [
        f"{row['party']} [{row['entity_id']}]{named}",
        f"{verdict}: {'; '.join(filter(None, [how, row['facts']]))}",
        row["imposed"] or "no measure on it is known",
        f"source: {row['sources']}" if row["sources"] else "",
    ]
    return "\n".join(filter(None, lines))
