"""The fmt command: put files into canonical form; show what was fixed and what was not."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import typer

from sanctions_data.cli.output import CANNOT_RUN, FOUND_SOMETHING, print_json
from sanctions_data.tables.location import working_data_folder
from sanctions_data.validation.format_files import LEADING_ZEROS, FormatResult, format_files


def run_fmt(path: Path | None, *, dry_run: bool, as_json: bool) -> int:
    """Put files into canonical form and print what was, or would be, done.

    Returns:
        The exit code: 2 if a file could not be read, 1 if a cell is to be fixed by hand or,
        in a dry run, a file would change, else 0.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
        ValueError: the CSV is none of ours by its name.
    """
    files = format_files(path or working_data_folder(), dry_run=dry_run)
    if as_json:
        print_json({str(each.path): _as_dict(each) for each in files if not each.is_canonical})
    else:
        for each in files:
            _print(each, dry_run=dry_run)
        if any(each.is_mangled for each in files):
            typer.echo(f"note: {LEADING_ZEROS}")
    if any(each.issues for each in files):
        return CANNOT_RUN
    to_do = any(each.suggestions or (dry_run and each.fixed) for each in files)
    return FOUND_SOMETHING if to_do else 0


def _as_dict(formed: FormatResult) -> dict[str, object]:
    return {
        "fixed": formed.fixed,
        "suggestions": [asdict(issue) for issue in formed.suggestions],
        "issues": [asdict(issue) for issue in formed.issues],
    }


def _print(formed: FormatResult, *, dry_run: bool) -> None:
    if formed.fixed:
        typer.echo(f"{'would change' if dry_run else 'changed'} {formed.path}")
    for fixed in formed.fixed:
        typer.echo(f"  {fixed}")
    for suggestion in formed.suggestions:
        typer.echo(str(suggestion))
    if formed.issues:
        typer.echo(f"unchanged: {formed.path} cannot be read", err=True)
    for issue in formed.issues:
        typer.echo(str(issue), err=True)
