"""The command that leads from a measure back to its source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sanctions_data.cli.options import AsJson, InVersion
from sanctions_data.cli.output import console, print_json, reports_errors


@reports_errors
def why(
    measure: Annotated[str, typer.Argument(help="A measure's id, as 'lookup --json' gives it.")],
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="DIR",
            help="Folder with LIST/YYYY-MM-DD/ snapshots: also the position in the file.",
        ),
    ] = None,
    version: InVersion = None,
    json: AsJson = False,
) -> None:
    """From a measure back to the printed entry, its file, the rule, the act and the decision."""
    from sanctions_data import why as trace

    found = trace(measure, snapshots=source, version=version)
    if json:
        printed = vars(found.printed) if found.printed else None
        print_json({**vars(found), "printed": printed})
    else:
        console().print(str(found))
