"""What differs between two versions, or between a version and a folder of edited CSVs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from sanctions_data.history.errors import HistoryError
from sanctions_data.history.lines import Lines
from sanctions_data.history.row_changes import key_text
from sanctions_data.history.versions import OWN_TABLES, History
from sanctions_data.schema.descriptor import descriptor, resource
from sanctions_data.schema.text_type import TEXT
from sanctions_data.tables.authority_codes import authority_codes
from sanctions_data.tables.canonical import canonical_bytes, read_text
from sanctions_data.tables.location import csv_path, root_folder

COLUMNS = [
    "table", "row_key", "action", "column", "old_value", "new_value",
    "authority_id", "programme_id",
]  # fmt: skip


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
        b: a released version, or a folder with edited CSVs; tables that are not in the
            folder are left out.
        table: keep one table.
        authority: keep the rows of one authority; rows without one are left out.
        root: folder of the data; the installed data if left out.

    Returns:
        One line a changed cell, added row or removed row: ``table``, ``row_key`` (JSON array),
        ``action`` (``added``, ``ended``, ``changed``, ``removed``), ``column`` (``*`` for a
        whole row), ``old_value``, ``new_value``, and the row's ``authority_id`` and
        ``programme_id``, empty where it has none. A row whose status became ``ended`` is one
        line with the action ``ended``. ``attrs["searched"]`` tells what was asked for.

    Raises:
        HistoryError: a version cannot be rebuilt, the folder has no table, or a table cannot
            be read.
        UnknownCodeError: there is no such version, table or authority; the message names the
            nearest.

    Example:
        >>> import sanctions_data as sd
        >>> list(sd.diff("2026.8.0", "2026.8.0").columns)[:3]
        ['table', 'row_key', 'action']
    """
    base = root or root_folder()
    if table is not None:
        table = resource(table, base)["name"]
    if authority is not None:
        authority = authority_codes(base).code_of(authority)
    rows = list[list[str]]()
    for name, (before, after) in tables_in_states([a, b], base, table=table):
        rows += compare_lines(name, before, after)
    frame = pd.DataFrame(rows, columns=COLUMNS, dtype=TEXT)
    if authority is not None:
        frame = frame[frame["authority_id"] == authority]
    frame = frame.reset_index(drop=True)
    searched = {"from": str(a), "to": str(b), "table": table, "authority": authority}
    frame.attrs["searched"] = {what: value for what, value in searched.items() if value}
    return frame


def tables_in_states(
    states: Sequence[str | Path], base: Path, *, table: str | None = None
) -> Iterator[tuple[str, list[Lines]]]:
    """The name of each table that has a history, and its lines that not all the states have.

    Args:
        states: released versions, or folders with edited CSVs.
        base: the folder of the data.
        table: only this table.

    Raises:
        HistoryError: a state cannot be read.
        UnknownCodeError: there is no such version; the message names the nearest.
    """
    history = History(base)
    known = [history.state_of(state) for state in states]
    for each in descriptor(base)["resources"]:
        name, key = each["name"], each["schema"]["primaryKey"]
        if name in OWN_TABLES or table not in (None, name):
            continue
        header = ",".join(field["name"] for field in each["schema"]["fields"])
        contents = [_read_state(history, name, state, header, key) for state in known]
        if None not in contents:
            lines = _without_common([content or b"" for content in contents])
            yield name, [Lines.read(content, key) for content in lines]


def _without_common(contents: list[bytes]) -> list[bytes]:
    """Tables without the rows that all of them have: most of them, which make no difference."""
    states = [_lines_of(content) for content in contents]
    if len({header for header, _ in states}) > 1:
        return contents
    (_, first), *others = states
    # Where each row of the first state is in each state, -1 where it is not.
    places = [np.arange(len(first))]
    places += [_places(first, rows) for _, rows in others]
    in_all = np.all([place >= 0 for place in places], axis=0)
    found = []
    for (header, rows), place in zip(states, places, strict=True):
        wanted = np.ones(len(rows), dtype=bool)
        wanted[place[in_all]] = False
        found.append(header + _joined(rows.filter(pa.array(wanted))))
    return found


def _places(rows: pa.Array, among: pa.Array) -> npt.NDArray[np.int64]:
    found = pc.index_in(rows, value_set=among).fill_null(-1)
    return np.asarray(found, dtype=np.int64)


def _lines_of(content: bytes) -> tuple[bytes, pa.Array]:
    """The header and the rows, each with its line break, of canonical bytes that are not copied."""
    ends = np.flatnonzero(np.frombuffer(content, np.uint8) == ord("\n")) + 1
    offsets = pa.py_buffer(ends.astype(np.int64))
    rows = pa.LargeBinaryArray.from_buffers(
        pa.large_binary(), len(ends) - 1, [None, offsets, pa.py_buffer(content)]
    )
    return content[: ends[0]], rows


def _joined(rows: pa.Array) -> bytes:
    """Rows one after the other, as they lie in memory anyway."""
    if not len(rows):
        return b""
    return bytes(pa.concat_arrays([rows]).buffers()[2])


def _read_state(
    history: History, table: str, state: str | Path, header: str, key: list[str]
) -> bytes | None:
    """The canonical bytes of a table in a version or a folder; None if the folder has it not."""
    if isinstance(state, Path) or Path(state).is_dir():
        return _read_edited(Path(state), table, key)
    if not history.has_table(state, table):
        return f"{header}\n".encode()  # The table is younger than the version.
    return history.content(table, state)


def _read_edited(folder: Path, table: str, key: list[str]) -> bytes | None:
    """A table as someone saved it: the order of rows, quotes and line ends are no difference."""
    path = csv_path(folder, table)
    if not path.is_file():
        if not any(folder.glob("*.csv")):
            raise HistoryError(f"{folder} has no table; expected CSVs such as {path.name}")
        return None
    try:
        frame = read_text(path)
        if twice := frame.loc[frame.duplicated(key), key].astype(TEXT).values.tolist():
            raise ValueError(f"the key {', '.join(twice[0])} stands twice")
        return canonical_bytes(frame, key)
    except ValueError as error:
        raise HistoryError(f"{path} cannot be read: {error}") from None


def compare_lines(name: str, before: Lines, after: Lines) -> list[list[str]]:
    """What makes one state of a table the other: rows of the columns of ``diff``.

    Raises:
        HistoryError: the two have other columns.
    """
    if before.header != after.header:
        raise HistoryError(f"{name} has other columns: {before.header} and {after.header}")
    header = before.header
    of = [header.index(c) if c in header else None for c in ("authority_id", "programme_id")]
    status = header.index("status") if "status" in header else None
    rows = []
    for key in sorted(before.key_set() | after.key_set()):
        old, new = before.line(key), after.line(key)
        if old == new:
            continue
        was = before.cells(key) if old is not None else []
        now = after.cells(key) if new is not None else []
        whose = [(now or was)[place] if place is not None else "" for place in of]
        if not was or not now:
            rows.append([name, key_text(key), "added" if now else "removed", "*", "", "", *whose])
        elif status is not None and was[status] != now[status] == "ended":
            end = now[header.index("end_date")]
            rows.append([name, key_text(key), "ended", "end_date", "", end, *whose])
        else:
            rows += [
                [name, key_text(key), "changed", column, cell_was, cell_now, *whose]
                for column, cell_was, cell_now in zip(header, was, now, strict=True)
                if cell_was != cell_now
            ]
    return rows
