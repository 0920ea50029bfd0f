"""Options that several commands share, and commands whose help shows flags as ``--json``."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from sanctions_data.cli.completion.complete_codes import complete

MAXIMUM_ROWS = 40  # Of an answer, where none is given.
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
OnDay = Annotated[str | None, typer.Option("--on", metavar="DATE", help="As of this day.")]
AtMost = Annotated[int, typer.Option(help="Maximum number of rows; 0 for all.")]
InVersion = Annotated[
    str | None,
    typer.Option(
        "--version",
        metavar="VERSION",
        help="As known in this version.",
        autocompletion=complete("version"),
    ),
]


class _PlainFlags:
    """Typer prints a type behind every option; a flag takes no value, so it has none to show."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters of the command, ``--help`` among them."""
        params: list[Any] = super().get_params(ctx)  # type: ignore[misc]
        for param in params:
            if getattr(param, "is_flag", False):
                param.metavar = ""
        return params


class Command(_PlainFlags, TyperCommand):
    """A command with plain flags, which prints in one form only."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command.

        Raises:
            UsageError: both ``--csv`` and ``--json`` were asked for.
        """
        if ctx.params.get("csv") and ctx.params.get("json"):
            ctx.fail("found --csv and --json, expected one of them")
        return super().invoke(ctx)


class Group(_PlainFlags, TyperGroup):
    """A group of commands with plain flags."""
