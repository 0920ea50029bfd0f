"""The add command: rows by question or from JSON, and what to do next."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import typer

from sanctions_data.contribute.json_rows import add_json_rows
from sanctions_data.contribute.prompt import HELP, Prompt, tell
from sanctions_data.contribute.workspace import BY_MACHINE, NAMES, Workspace
from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.schema import TABLES
from sanctions_data.tables.location import csv_path, root_folder
from sanctions_data.tables.transaction import open_for_writing
from sanctions_data.validation.issues import Issue
from sanctions_data.validation.table_files import name_in_messages

STANDARD_INPUT = Path("-")


def run_add(table: str, source: Path | None, data: Path | None) -> bool:
    """Add rows to a table.

    Returns:
        Whether they were written.

    Raises:
        ValueError: the table takes no rows by hand, a file cannot be read, or the JSON is
            none.
        FileNotFoundError: there is no such folder or file.
        InUseError: another process is changing the tables.
    """
    table = KnownCodes("table", TABLES.keys()).code_of(table)
    if table in BY_MACHINE:
        known = ", ".join(name for name in TABLES if name not in BY_MACHINE)
        raise ValueError(f"cannot add rows to {table!r}; choose one of {known}")
    folder = data or _checkout()
    with open_for_writing(folder.resolve().parent, "add"):
        workspace = Workspace(folder)
        if source is not None:
            return _add_json_rows(table, source, workspace)
        try:
            return _add_asked(table, workspace)
        except typer.Abort:
            typer.echo("\nstopped: nothing was written", err=True)
            return False


def _checkout() -> Path:
    root = root_folder()
    if not (root / "pyproject.toml").exists():
        raise ValueError(
            "the installed data cannot be edited: clone the repository and install it with "
            "'pip install -e .', or name a folder with --data"
        )
    return root / "data"


def _add_json_rows(table: str, source: Path, workspace: Workspace) -> bool:
    from_input = source == STANDARD_INPUT
    content = sys.stdin.read() if from_input else source.read_text(encoding="utf-8")
    file = "standard input" if from_input else str(source)
    issues = add_json_rows(content, table, workspace, date.today(), file) or workspace.rule_issues()
    for issue in issues:
        row = workspace.owner(issue)
        place = f"{file} (row {workspace.new.index(row) + 1})" if row else issue.file
        typer.echo(str(replace(issue, file=place, line=0 if row else issue.line)), err=True)
    if not all(issue.is_warning for issue in issues):
        typer.echo("nothing was written", err=True)
        return False
    _write(workspace)
    return True


def _add_asked(table: str, workspace: Workspace) -> bool:
    typer.echo(HELP)
    prompt = Prompt(workspace, date.today())
    prompt.ask_row(table)
    while True:
        typer.echo("\nChecking the new rows together with all tables …")
        issues = workspace.rule_issues()
        tell(issues)
        _show(workspace)
        answer = (
            _decision(issues)
            if issues
            else typer.confirm("Write this to the tables?", default=True) and "w"
        )
        if answer == "w":
            _write(workspace)
            return True
        if answer != "f":
            raise typer.Abort
        prompt.fix(issues)


def _decision(issues: list[Issue]) -> str:
    default = "w" if all(issue.is_warning for issue in issues) else "f"
    answer: str = typer.prompt("Fix it (f), write it anyway (w) or stop (s)", default=default)
    return answer.strip().casefold()


def _show(workspace: Workspace) -> None:
    for row in workspace.new:
        typer.echo(f"\n{row.table}")
        for name in TABLES[row.table].header:
            if name in row.cells:
                typer.echo(f"  {name}: {row.cells[name]}")


def _write(workspace: Workspace) -> None:
    workspace.write()
    typer.echo("\nWritten:")
    files = []
    for row in workspace.new:
        file = name_in_messages(csv_path(workspace.folder, row.table))
        files.append(file)
        typer.echo(f"  {file}:{workspace.line(row)}  {row.key}")
    if workspace.primary_names():
        files.append(name_in_messages(csv_path(workspace.folder, NAMES)))
        typer.echo(f"  {files[-1]}  the primary name of the new party")
    changed = " ".join(dict.fromkeys(files))
    folder = name_in_messages(workspace.folder)
    typer.echo(
        f"""
What to do next:
  sanctions-data validate {folder}   check everything again
  git switch -c my-change            create a branch, if you are on main
  git add {changed}
  git commit -m "data: what the row states, and its source"
  git push -u origin HEAD            then open a pull request on the page it prints"""
    )
