"""The commands of ``sanctions-data``.

Exit codes: 0 all is well, 1 something was found (issues, no match, a list that failed),
2 the command could not run.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from sanctions_data.cli.answers.screen_command import screen, verify
from sanctions_data.cli.answers.table_commands import show, tables
from sanctions_data.cli.answers.why_command import why
from sanctions_data.cli.flights_command import flights
from sanctions_data.cli.options import AsJson, Command, Group
from sanctions_data.cli.output import (
    FOUND_SOMETHING,
    reports_errors,
)
from sanctions_data.cli.publish.export_command import export
from sanctions_data.cli.publish.mcp_command import mcp
from sanctions_data.cli.question_commands import compare, lookup
from sanctions_data.cli.search_command import search
from sanctions_data.cli.version_commands import diff, release

app = typer.Typer(
    name="sanctions-data",
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        from sanctions_data import __version__

        typer.echo(f"sanctions-data {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_tell_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Who imposed which sanctions measure on whom, under which act, from when to when."""


for _command in (
    lookup,
    compare,
    flights,
    search,
    screen,
    verify,
    why,
    diff,
    export,
    mcp,
    release,
    tables,
    show,
):
    app.command(cls=Command)(_command)


@app.command(cls=Command)
@reports_errors
def validate(
    path: Annotated[Path | None, typer.Argument(help="A folder with the CSVs, or one CSV.")] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REF",
            help="Show issues that are new since this git revision first; count only those.",
        ),
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="One of text, github, sarif, json and markdown.")
    ] = "text",
    summary: Annotated[
        Path | None,
        typer.Option("--summary", metavar="FILE", help="Also write a Markdown summary."),
    ] = None,
    limit: Annotated[
        int, typer.Option(help="Maximum number of issues per rule; 0 for 10,000.")
    ] = 100,
    engine: Annotated[
        str,
        typer.Option(
            help="fast: every rule, by our own engine made from the pandera models. "
            "pandera: the models alone, run by pandera."
        ),
    ] = "fast",
    json: AsJson = False,
) -> None:
    """Check the tables; report every issue with its file, line, column and a hint."""
    from sanctions_data.cli.validate_command import Form, run_check
    from sanctions_data.validation.validate import Engine

    form = Form("json" if json else form)
    if not run_check(path, changed_since, form, summary, limit, Engine(engine)):
        raise typer.Exit(FOUND_SOMETHING)


@app.command(cls=Command)
@reports_errors
def fmt(
    path: Annotated[Path | None, typer.Argument(help="A folder with the CSVs, or one CSV.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; show what would change.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Rewrite the CSVs in canonical form, so that a diff shows only what changed."""
    from sanctions_data.cli.fmt_command import run_fmt

    if code := run_fmt(path, dry_run=check, as_json=json):
        raise typer.Exit(code)


@app.command(cls=Command)
@reports_errors
def add(
    table: Annotated[str, typer.Argument(help="The table to add a row to.")],
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Read the cells from JSON (- for standard input) and ask nothing.",
        ),
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", metavar="DIR", help="Folder with the CSVs.")
    ] = None,
) -> None:
    """Add a row: ask for its cells, check each of them, and write the row in its place."""
    from sanctions_data.cli.add_command import run_add

    if not run_add(table, source, data):
        raise typer.Exit(FOUND_SOMETHING)


@app.command(cls=Command)
@reports_errors
def update(
    lists: Annotated[
        list[str] | None, typer.Argument(help="Lists to update; all by default.")
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="DIR",
            help="Folder with LIST/YYYY-MM-DD/ snapshots, instead of downloading them.",
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Use the snapshots of this day.")
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", help="Folder with datapackage.json and data/."),
    ] = None,
    mirror: Annotated[
        str,
        typer.Option(
            metavar="URL",
            envvar="SANCTIONS_DATA_MIRROR",
            help="Download from URL/LIST/FILE instead of the publishers.",
        ),
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show what would change.")
    ] = False,
    accept: Annotated[
        str,
        typer.Option(
            metavar="REASON", help="Import the list though checks fail; the reason is kept."
        ),
    ] = "",
    again: Annotated[
        bool, typer.Option("--again", help="Read lists again that have not changed.")
    ] = False,
    explain: Annotated[
        str,
        typer.Option(
            metavar="LIST", help="Show what each check sees and the largest changes; write nothing."
        ),
    ] = "",
    json: AsJson = False,
) -> None:
    """Update the tables from official lists, each of them wholly or not at all."""
    from sanctions_data.cli.update_command import run_update

    if not run_update(
        lists or [], source, on, data=data, mirror=mirror, dry_run=dry_run, as_json=json,
        accept=accept, again=again, explain=explain,
    ):  # fmt: skip
        raise typer.Exit(FOUND_SOMETHING)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A console of another encoding, such as cp1252, shows what it can.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app()
