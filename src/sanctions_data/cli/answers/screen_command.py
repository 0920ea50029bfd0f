"""Commands for a screening desk: candidates for a file of customers, and verifying the receipt."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sanctions_data.cli.answers.screen_printers import (
    CsvPrinter,
    JsonPrinter,
    Printer,
    TextPrinter,
)
from sanctions_data.cli.completion.complete_codes import complete
from sanctions_data.cli.options import AsCsv, AsJson, InVersion, OnDay
from sanctions_data.cli.output import (
    FOUND_SOMETHING,
    console,
    print_json,
    reports_errors,
)

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
        list[str] | None,
        typer.Option(
            help="Only parties under measures of it, such as eu.",
            autocompletion=complete("authority"),
        ),
    ] = None,
    of_list: Annotated[
        list[str] | None,
        typer.Option(
            "--list", help="Only parties on it, such as gb-fcdo.", autocompletion=complete("list")
        ),
    ] = None,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            help="Only under this kind, such as asset_freeze.",
            autocompletion=complete("measure type"),
        ),
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
        keeps_found=receipt is not None,
    )  # fmt: skip
    form = CsvPrinter if csv else JsonPrinter if json else TextPrinter
    printer = form(screening)
    roles = _screen_file(file, screening, column or [], printer)
    if receipt is not None:
        from sanctions_data.query.screening.receipt import write_receipt

        write_receipt(receipt, screening, roles, file.absolute())
    if printer.candidates:
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
    file: Path, screening: Screening, named: list[str], printer: Printer
) -> dict[str, str]:
    """Screen a file part by part under a bar on standard error; return the columns read."""
    from rich.console import Console
    from rich.progress import Progress

    from sanctions_data.query.screening.customer_columns import customer_columns
    from sanctions_data.query.screening.customer_file import read_customer_file
    from sanctions_data.query.screening.customers import read_customers

    wrong = [each for each in named if "=" not in each]
    if wrong:
        raise ValueError(f"found --column {wrong[0]!r}, expected ROLE=COLUMN such as name=Kunde")
    pairs = dict(each.split("=", 1) for each in named)
    roles: dict[str, str] = {}
    # Where the answer goes to the terminal itself, it tells how far it is.
    is_shown = sys.stderr.isatty() and not sys.stdout.isatty()
    bar = Progress(
        console=Console(stderr=True), transient=True, redirect_stdout=False, disable=not is_shown
    )
    total = 0
    # All is read before anything is printed: half an answer and an error would be neither.
    for part in read_customer_file(file):
        roles = roles or customer_columns(list(part.columns), pairs)
        total += len(read_customers(part, roles, screening.edition, total + 1))
    with bar:
        task = bar.add_task("customers", total=total)
        for part in read_customer_file(file):
            printer.print_part(screening.screen_part(part, roles))
            bar.update(task, completed=screening.done)
    printer.close()
    return roles
