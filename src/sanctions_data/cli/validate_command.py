"""Running the check and printing its report in the form that was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import typer

from sanctions_data.cli.output import print_json
from sanctions_data.history.whole import find_history_issues
from sanctions_data.names.known_codes import KnownCodes, UnknownCodeError
from sanctions_data.tables.location import working_data_folder
from sanctions_data.tables.transaction import refuse_unfinished
from sanctions_data.validation.changed_since import validate_since
from sanctions_data.validation.issues import Issue
from sanctions_data.validation.output.github import as_github
from sanctions_data.validation.output.markdown import as_markdown
from sanctions_data.validation.output.plain import as_text
from sanctions_data.validation.output.sarif import as_sarif
from sanctions_data.validation.report import Report
from sanctions_data.validation.table_files import locate_tables
from sanctions_data.validation.validate import Engine, Listener, validate

# Of one rule; the others are counted. Nobody reads more, and a hostile file has millions.
MOST = 10_000
STEP_SUMMARY = "GITHUB_STEP_SUMMARY"


class Form(StrEnum):
    """How a report is printed."""

    text = "text"
    github = "github"
    sarif = "sarif"
    json = "json"
    markdown = "markdown"

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        known = KnownCodes("format", [each.value for each in cls])
        raise UnknownCodeError(f"unknown format {value!r}; {known.hint(str(value))}")


def run_check(
    path: Path | None,
    since: str | None,
    form: Form,
    summary: Path | None,
    most: int,
    engine: Engine,
) -> bool:
    """Check, print the report, and return whether there are no errors.

    With a revision to compare with, only errors that are new since then count: a change is
    not to blame for what was there before it. Warnings never count.
    """
    limit = min(most or MOST, MOST)
    path = working_data_folder() if path is None else path
    with _progress() as listener:
        beside = _check_history(path) if engine is Engine.fast else []
        if since:
            report = validate_since(
                since, path, limit=limit, beside=beside, listener=listener, engine=engine
            )
        else:
            report = validate(path, limit=limit, beside=beside, listener=listener, engine=engine)
    match form:
        case Form.text:
            typer.echo(as_text(report))
        case Form.github:
            typer.echo(as_github(report))
        case Form.sarif:
            print_json(as_sarif(report))
        case Form.json:
            print_json(report.as_dict())
        case Form.markdown:
            typer.echo(as_markdown(report), nl=False)
    _write_summary(report, form, summary)
    return not report.has_failed


def _check_history(path: Path) -> list[Issue]:
    """What is wrong with the versions, if the whole folder is checked."""
    folder, only = locate_tables(path)
    refuse_unfinished(folder.resolve().parent)
    return [] if only else list(find_history_issues(folder.resolve().parent))


def _write_summary(report: Report, form: Form, summary: Path | None) -> None:
    if summary:
        summary.write_text(as_markdown(report), encoding="utf-8")
    if form is Form.github and (step := os.environ.get(STEP_SUMMARY)):
        with Path(step).open("a", encoding="utf-8") as handle:
            handle.write(as_markdown(report))


@contextmanager
def _progress() -> Iterator[Listener | None]:
    """A bar on standard error, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")

        def listen(doing: str, done: int, total: int) -> None:
            bar.update(task, description=doing, completed=done, total=total)

        yield listen
