"""Histories of lists: when each entry was first and last seen, worked out by others.

A history is a folder ``history-FROM_UNTIL`` beside the snapshots of a list. Its ``entries.csv``
has a row an entry; ``row-changes.csv``, where there is one, tells when the programmes of an entry
changed. A moment with a time of day counts as its day.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

ENTRIES, ROW_CHANGES = "entries.csv", "row-changes.csv"
_DAY = len("2024-07-02")


@dataclass(frozen=True, slots=True)
class Sighting:
    """When an entry stood on its list.

    ``absent_on`` is the day of the last file before the first that has it, and ``gone_on`` that
    of the first file without it after ``last_seen``. What is not known, or follows the list with
    a delay and bounds nothing, is None.
    """

    ref: str
    first_seen: date
    absent_on: date | None = None
    last_seen: date | None = None
    gone_on: date | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeChange:
    """The programmes that an entry got, as the list prints them.

    It has them in a file of ``changed_on``, and lacked them in one of ``absent_on``.
    """

    ref: str
    changed_on: date
    absent_on: date | None
    added: frozenset[str]


def has_history(list_id: str) -> bool:
    """Whether we know how a history of the list is laid out.

    Example:
        >>> has_history("un-sc"), has_history("jp-mof")
        (True, False)
    """
    return list_id in _layouts()


def read_sightings(folder: Path, list_id: str, *, even_if_late: bool = False) -> Iterator[Sighting]:
    """The sightings in a history.

    Args:
        folder: the history.
        list_id: its list.
        even_if_late: also tell when an entry was absent and last seen where the history follows
            the list with a delay, for those who know what to make of it.

    Raises:
        ValueError: the file is not laid out as expected; the message names file and line.
    """
    layout, path = _layouts()[list_id], folder / ENTRIES
    follows = even_if_late or bool(layout["follows_at_once"])
    for line, row in _rows(path, [str(layout[key]) for key in _COLUMNS]):
        ref, absent, first, last, gone = (row[str(layout[key])].strip() for key in _COLUMNS)
        place = f"{path}:{line}"
        yield Sighting(
            ref,
            _day(first, place) or date.max,
            _day(absent, place) if follows else None,
            _day(last, place) if follows else None,
            _day(gone, place),
        )


def read_programme_changes(folder: Path) -> Iterator[ProgrammeChange]:
    """When entries got programmes that they had not before; nothing if no file tells.

    Raises:
        ValueError: the file is not laid out as expected.
    """
    path = folder / ROW_CHANGES
    if not path.is_file():
        return
    columns = ["ent_num", "before_at", "changed_at", "programs_old", "programs_new"]
    for line, row in _rows(path, columns):
        old, new = (set(row[name].split("] [")) - {""} for name in columns[3:])
        before, day = (_day(row[name], f"{path}:{line}") for name in columns[1:3])
        if day and new - old and old:
            yield ProgrammeChange(row["ent_num"], day, before, frozenset(new - old))


_COLUMNS = ("ref", "absent", "first", "last", "gone")


@cache
def _layouts() -> dict[str, dict[str, str | bool]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _rows(path: Path, columns: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        if missing := [name for name in columns if name not in (reader.fieldnames or ())]:
            raise ValueError(f"{path}:1: the columns {', '.join(missing)} are missing")
        for row in reader:
            yield reader.line_num, {name: cell or "" for name, cell in row.items() if name}


def _day(text: str, place: str) -> date | None:
    try:
        return date.fromisoformat(text[:_DAY]) if text else None
    except ValueError as error:
        expected = "expected a moment that begins with YYYY-MM-DD"
        raise ValueError(f"{place}: found {text!r}, {expected}") from error
