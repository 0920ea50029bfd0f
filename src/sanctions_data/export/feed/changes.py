"""``sd.changes``: what has changed since a version, for a program that keeps up."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.export.feed.cell_changes import CELL_COLUMNS, cell_changes
from sanctions_data.history.diff import tables_in_states
from sanctions_data.history.versions import History
from sanctions_data.schema.descriptor import resource
from sanctions_data.schema.text_type import TEXT
from sanctions_data.tables.authority_codes import authority_codes
from sanctions_data.tables.location import root_folder

_WHOSE = "authority_id"


def changes(
    since: str,
    *,
    until: str | Path | None = None,
    authority: str | None = None,
    table: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """What has changed since a version, cell by cell.

    ``sd.diff`` tells a person what happened; this tells a program all that it must apply.

    Args:
        since: the version that you have.
        until: a later version, or a folder with edited CSVs; the newest version if left out.
        authority: only rows of this authority; rows without one are left out.
        table: only this table.
        root: folder of the data; the installed data if left out.

    Returns:
        The columns ``table``, ``key``, ``column``, ``old``, ``new`` as in ``delta.csv``, and the
        row's ``authority_id``. The column ``*`` is a whole row, of which ``new`` (if it was
        added) or ``old`` (if it is gone) is the line in the CSV. ``attrs`` has ``since`` and
        ``until``.

    Raises:
        HistoryError: a version cannot be rebuilt.
        UnknownCodeError: there is no such version, table or authority; the message names the
            nearest.

    Example:
        >>> import sanctions_data as sd
        >>> found = sd.changes("2026.8", table="events")
        >>> len(found), found.attrs["until"]
        (0, '2026.8.0')
    """
    base = root or root_folder()
    history = History(base)
    since = history.codes.code_of(since)
    end = until or history.versions[-1]
    if table is not None:
        table = resource(table, base)["name"]
    if authority is not None:
        authority = authority_codes(base).code_of(authority)
    rows = []
    for name, (before, after) in tables_in_states([since, end], base, table=table):
        place = after.header.index(_WHOSE) if _WHOSE in after.header else None
        for row, cells in cell_changes(name, before, after):
            whose = "" if place is None else cells[place]
            if authority in (None, whose):
                rows.append([*row, whose])
    frame = pd.DataFrame(rows, columns=[*CELL_COLUMNS, _WHOSE], dtype=TEXT)
    frame.attrs.update(since=since, until=str(history.state_of(end)))
    return frame
