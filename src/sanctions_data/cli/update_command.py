"""The update command: choose snapshots, run, and sum up what changed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import typer
from platformdirs import user_cache_path

from sanctions_data.cli import explain_update
from sanctions_data.cli.output import console, print_json
from sanctions_data.cli.progress import progress_bar
from sanctions_data.download.download import Downloads, download
from sanctions_data.download.fetcher import Fetcher
from sanctions_data.download.snapshots import find_snapshot
from sanctions_data.lists import FORMATS
from sanctions_data.names.known_codes import KnownCodes
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
    accept: str = "",
    again: bool = False,
    explain: str = "",
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
        accept: why a list is imported although its checks fail; for one named list.
        again: read lists again that have not changed.
        explain: a list of which to show what each check sees and the largest changes; nothing
            is written.

    Returns:
        Whether every list was imported and every printed term has a meaning.

    Raises:
        ValueError: a list is not known, or options contradict each other.
        FileNotFoundError: a named list has no snapshot in the folder.
        PermissionError: the tables cannot be written.
    """
    if explain:
        lists, dry_run = [explain], True
    lists = _known(lists)
    explain = lists[0] if explain else ""
    if accept and len(lists) != 1:
        raise ValueError("--accept passes over the checks of one list; name that list")
    root = data or root_folder()
    _check_root(root, dry_run=dry_run)
    if source is None:
        if on:
            raise ValueError("--on chooses among snapshots on disk; name their folder with --from")
        fetched = _download(lists, mirror)
    else:
        fetched = _chosen(lists, source, on)
    result = update(
        root, fetched.snapshots, dry_run=dry_run, accept=accept, again=again or bool(explain)
    )
    result.failures = {**fetched.failures, **result.failures}
    result.warnings = [*fetched.warnings, *result.warnings]
    if as_json:
        print_json(explain_update.as_json(result))
    else:
        if explain:
            typer.echo("\n".join(explain_update.explanation(result, explain)))
        _print_summary(result, dry_run=dry_run)
    return not (result.failures or result.issues or result.asks_for_terms)


def _known(lists: list[str]) -> list[str]:
    known = KnownCodes("list", FORMATS.keys())
    return [known.code_of(each) for each in lists]


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
    wanted = [
        each
        for name, each in FORMATS.items()
        if name in lists or (not lists and each.is_served and each.is_tried)
    ]
    with progress_bar() as progress:
        cache = user_cache_path("sanctions-data")
        return download(wanted, cache, Fetcher(progress=progress), mirror)


def _chosen(lists: list[str], source: Path, on: str | None) -> Downloads:
    """The snapshots in a folder; where no list is named, one that has none holds back no other."""
    day = date.fromisoformat(on) if on else None
    if lists:
        return Downloads([find_snapshot(source, FORMATS[n], day) for n in FORMATS if n in lists])
    found = Downloads()
    for name, list_format in FORMATS.items():
        if (source / name).is_dir():
            try:
                found.snapshots.append(find_snapshot(source, list_format, day))
            except FileNotFoundError as error:
                found.failures[name] = str(error)
    if not found.snapshots and not found.failures:
        raise FileNotFoundError(
            f"{source}: no snapshot of any list; expected folders LIST/YYYY-MM-DD in it, LIST "
            f"being one of {', '.join(FORMATS)}"
        )
    return found


def _print_summary(result: Result, *, dry_run: bool) -> None:
    console().print(explain_update.summary(result))
    for line in explain_update.notices(result):
        typer.echo(line)
    for line in explain_update.asked_terms(result):
        typer.echo(line, err=True)
    for name, why in result.failures.items():
        typer.echo(f"{name} failed: {why}", err=True)
    for warning in result.warnings[:_MOST_WARNINGS]:
        typer.echo(f"warning: {warning}", err=True)
    if len(result.warnings) > _MOST_WARNINGS:
        typer.echo(f"… and {len(result.warnings) - _MOST_WARNINGS} more warnings", err=True)
    if dry_run:
        typer.echo("dry run: nothing was written")
