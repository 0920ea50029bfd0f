"""The update command: choose snapshots, run, and sum up what changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer
from rich.console import RenderableType

from sanctions_data.cli.output import console, plain_table, print_json
from sanctions_data.files.location import root_folder
from sanctions_data.lists import FORMATS
from sanctions_data.update.run import Result, update
from sanctions_data.update.snapshots import SnapshotFolder, find_snapshot

_MOST_WARNINGS = 10


def run_update(
    lists: list[str], source: Path | None, on: str | None, *, dry_run: bool, as_json: bool
) -> bool:
    """Run an update and print its summary.

    Returns:
        Whether every list was imported.

    Raises:
        ValueError: a list is not known, or no folder was given.
        FileNotFoundError: a named list has no snapshot in the folder.
    """
    if source is None:
        raise ValueError("say where the snapshots are: --from DIR")
    result = update(root_folder(), _chosen(lists, source, on), dry_run=dry_run)
    if as_json:
        print_json(
            {
                "changes": {
                    name: {f"{what}.{how}": n for (what, how), n in outcome.counts.items()}
                    for name, outcome in result.outcomes.items()
                },
                "failures": result.failures,
                "faults": result.faults,
                "warnings": result.warnings,
            }
        )
    else:
        _print_summary(result, dry_run=dry_run)
    return not (result.failures or result.faults)


def _chosen(lists: list[str], source: Path, on: str | None) -> list[SnapshotFolder]:
    unknown = sorted(set(lists) - set(FORMATS))
    if unknown:
        raise ValueError(f"unknown list {', '.join(unknown)}; known are {', '.join(FORMATS)}")
    day = date.fromisoformat(on) if on else None
    wanted = [name for name in FORMATS if name in lists or not lists]
    if lists:
        return [find_snapshot(source, FORMATS[name], day) for name in wanted]
    found = []
    for name in wanted:
        if (source / name).is_dir():
            found.append(find_snapshot(source, FORMATS[name], day))
    return found


def _print_summary(result: Result, *, dry_run: bool) -> None:
    console().print(_summary(result))
    for name, why in result.failures.items():
        typer.echo(f"{name} failed: {why}", err=True)
    for fault in result.faults[:_MOST_WARNINGS]:
        typer.echo(fault, err=True)
    if result.faults:
        typer.echo(f"nothing was written: the tables would have {len(result.faults)} faults",
                   err=True)  # fmt: skip
    for warning in result.warnings[:_MOST_WARNINGS]:
        typer.echo(f"warning: {warning}", err=True)
    if len(result.warnings) > _MOST_WARNINGS:
        typer.echo(f"… and {len(result.warnings) - _MOST_WARNINGS} more warnings", err=True)
    if dry_run:
        typer.echo("dry run: nothing was written")


def _summary(result: Result) -> RenderableType:
    table = plain_table("List", "What", "Added", "Changed", "Ended")
    for name, outcome in result.outcomes.items():
        kinds = sorted({what for what, _ in outcome.counts}, key=lambda w: (w != "listing", w))
        for kind in kinds or ["listing"]:
            counts = (outcome.counts[kind, how] for how in ("added", "changed", "ended"))
            table.add_row(name, kind, *(f"{count:,}" for count in counts))
    return table
