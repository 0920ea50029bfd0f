"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
OnDay = Annotated[str | None, typer.Option("--on", metavar="DATE", help="As of this day.")]
InVersion = Annotated[
    str | None, typer.Option("--version", metavar="VERSION", help="As known in this version.")
]
