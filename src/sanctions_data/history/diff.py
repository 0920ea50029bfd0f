"""What differs between two versions, or between a version and a folder of edited CSVs."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.files.description import descriptor
from sanctions_data.files.location import csv_path, root_folder
from sanctions_data.history.difference import key_text
from sanctions_data.history.lines import Lines
from sanctions_data.history.versions import OWN_TABLES, History, HistoryError

COLUMNS = ["table", "row_key", "action", "column", "old_value", "new_value", "authority_id"]


def diff(
    a: str,
    b: str | Path,
    *,
    table: str | None = None,
    authority: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """What makes version ``a`` version ``b``, row by row.

    Args:
        a: a released version.
        b: a released version, or a folder with edited CSVs.
        table: keep one table.
        authority: keep the rows of one authority; rows without one are left out.
        root: folder of the data; the installed data if left out.

    Returns:
        One line a changed cell, added row or removed row: ``table``, ``row_key`` (JSON array),
        ``action`` (``added``, ``ended``, ``changed``, ``removed``), ``column`` (``*`` for a
        whole row), ``old_value``, ``new_value`` and the ``authority_id`` of the row. A row
        whose status became ``ended`` is one line with the action ``ended``.

    Raises:
        HistoryError: a version is not known or cannot be rebuilt, or the folder has no table.

    Example:
        >>> import sanctions_data as sd
        >>> list(sd.diff("2026.8.0", "2026.8.0").columns)[:3]
        ['table', 'row_key', 'action']
    """
    base = root or root_folder()
    history = History(base)
    rows: list[list[str]] = []
    for resource in descriptor(base)["resources"]:
        name = resource["name"]
        if name in OWN_TABLES or table not in (None, name):
            continue
        key = resource["schema"]["primaryKey"]
        header = ",".join(field["name"] for field in resource["schema"]["fields"])
        before = Lines.read(_content(history, name, a, header), key)
        after = Lines.read(_content(history, name, b, header), key)
        rows += _rows(name, before, after)
    frame = pd.DataFrame(rows, columns=COLUMNS, dtype="str")
    if authority is not None:
        frame = frame[frame["authority_id"] == authority]
    return frame.reset_index(drop=True)


def _content(history: History, table: str, state: str | Path, header: str) -> bytes:
    path = csv_path(Path(state), table)
    if isinstance(state, Path) or Path(state).is_dir():
        if not path.is_file():
            raise HistoryError(f"{path}: no such table; expected a folder with one CSV a table")
        return path.read_bytes()
    if not history.has_table(state, table):
        return f"{header}\n".encode()  # The table is younger than the version.
    return history.content(table, state)


def _rows(name: str, before: Lines, after: Lines) -> list[list[str]]:
    if before.header != after.header:
        raise HistoryError(f"{name} has other columns: {before.header} and {after.header}")
    header = before.header
    owner = header.index("authority_id") if "authority_id" in header else None
    status = header.index("status") if "status" in header else None
    rows = []
    for key in sorted(before.key_set() | after.key_set()):
        old, new = before.line(key), after.line(key)
        if old == new:
            continue
        was = before.cells(key) if old is not None else []
        now = after.cells(key) if new is not None else []
        whose = (now or was)[owner] if owner is not None else ""
        if not was or not now:
            rows.append([name, key_text(key), "added" if now else "removed", "*", "", "", whose])
        elif status is not None and was[status] != now[status] == "ended":
            end = now[header.index("end_date")]
            rows.append([name, key_text(key), "ended", "end_date", "", end, whose])
        else:
            rows += [
                [name, key_text(key), "changed", column, cell_was, cell_now, whose]
                for column, cell_was, cell_now in zip(header, was, now, strict=True)
                if cell_was != cell_now
            ]
    return rows
