"""The update command: choose snapshots, run, and sum up what changed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import typer
from platformdirs import user_cache_path
from rich.console import RenderableType

from sanctions_data.cli.output import console, print_json
from sanctions_data.cli.progress import progress_bar
from sanctions_data.download.download import Downloads, download
from sanctions_data.download.fetcher import Fetcher
from sanctions_data.download.snapshots import SnapshotFolder, find_snapshot
from sanctions_data.lists import FORMATS
from sanctions_data.query.text_table import plain_table
from sanctions_data.tables.location import root_folder
from sanctions_data.update.run import Result, update

_MOST_WARNINGS = 10


def run_update(
    lists: list[str],
    source: Path | None,
    on: str | None,
    *,
    data: Path | None,
    mirror: str,
    dry_run: bool,
    as_json: bool,
) -> bool:
    """Run an update and print its summary.

    Args:
        lists: ids of lists; all that there are if empty.
        source: the folder with the snapshots; without one they are downloaded.
        on: the day of the snapshots in ``source``; the newest if left out.
        data: the folder that holds ``datapackage.json`` and ``data/``; ours if left out.
        mirror: a base address to download from instead of the publishers'.
        dry_run: write nothing into ``data``.
        as_json: print JSON.

    Returns:
        Whether every list was imported.

    Raises:
        ValueError: a list is not known, or options contradict each other.
        FileNotFoundError: a named list has no snapshot in the folder.
        PermissionError: the tables cannot be written.
    """
    _refuse_unknown(lists)
    root = data or root_folder()
    _check_root(root, dry_run=dry_run)
    if source is None:
        if on:
            raise ValueError("--on chooses among snapshots on disk; name their folder with --from")
        fetched = _download(lists, mirror)
    else:
        fetched = Downloads(_chosen(lists, source, on))
    result = update(root, fetched.snapshots, dry_run=dry_run)
    result.failures = {**fetched.failures, **result.failures}
    result.warnings = [*fetched.warnings, *result.warnings]
    if as_json:
        print_json(
            {
                "changes": {
                    name: {f"{what}.{how}": n for (what, how), n in outcome.counts.items()}
                    for name, outcome in result.outcomes.items()
                },
                "failures": result.failures,
                "issues": result.issues,
                "warnings": result.warnings,
            }
        )
    else:
        _print_summary(result, dry_run=dry_run)
    return not (result.failures or result.issues)


def _refuse_unknown(lists: list[str]) -> None:
    unknown = sorted(set(lists) - set(FORMATS))
    if unknown:
        raise ValueError(f"unknown list {', '.join(unknown)}; the lists are {', '.join(FORMATS)}")


def _check_root(root: Path, *, dry_run: bool) -> None:
    if not ((root / "data").is_dir() and (root / "datapackage.json").is_file()):
        raise FileNotFoundError(
            f"{root} does not hold datapackage.json and data/; name the folder that does "
            "with --data"
        )
    if not dry_run and not all(os.access(each, os.W_OK) for each in (root, root / "data")):
        raise PermissionError(
            f"{root} is not writable; fix its permissions, or copy it to a folder of your own "
            "and name that with --data"
        )


def _download(lists: list[str], mirror: str) -> Downloads:
    wanted = [FORMATS[name] for name in FORMATS if name in lists or not lists]
    with progress_bar() as progress:
        cache = user_cache_path("sanctions-data")
        return download(wanted, cache, Fetcher(progress=progress), mirror)


def _chosen(lists: list[str], source: Path, on: str | None) -> list[SnapshotFolder]:
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
    for issue in result.issues[:_MOST_WARNINGS]:
        typer.echo(issue, err=True)
    if result.issues:
        typer.echo(f"nothing was written: the tables would have {len(result.issues)} issues",
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
