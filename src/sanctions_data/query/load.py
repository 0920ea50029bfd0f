"""Loading a table into a typed DataFrame."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.query.edition import Edition
from sanctions_data.query.stands_on import edition_of, stands_on
from sanctions_data.schema.descriptor import descriptor
from sanctions_data.tables.location import root_folder


def load(table: str, *, version: str | None = None, root: Path | None = None) -> pd.DataFrame:
    """Load a table, offline, as a typed DataFrame.

    Args:
        table: name of the table; ``tables()`` lists them.
        version: a released version; the tables as they are if left out.
        root: folder with ``datapackage.json`` and ``data/``; the installed data if left out.

    Returns:
        One row a record. Dates are ``datetime64[s]``, vocabularies are categories, text is
        ``str``, booleans and whole numbers are nullable, and a missing cell is missing.
        A party of Namibia has country ``NA``. ``attrs["stands_on"]`` tells version, day of the
        data and age of the lists.

    Raises:
        UnknownCodeError: there is no such table or version; the message names the nearest.
        FileNotFoundError: the data are not installed.
        HistoryError: the version cannot be rebuilt to its hash.

    Example:
        >>> import sanctions_data as sd
        >>> sd.load("authorities").set_index("authority_id").loc["gb", "name"]
        'United Kingdom'
    """
    edition = edition_of(root, version)
    frame = edition.load(table)
    frame.attrs["stands_on"] = stands_on(edition)
    return frame


def tables(*, root: Path | None = None) -> pd.DataFrame:
    """What there is: one row a table, with its title, number of rows and columns, and key.

    Example:
        >>> import sanctions_data as sd
        >>> "travel_bans" in set(sd.tables()["table"])
        True
    """
    base = root or root_folder()
    rows = [
        {
            "table": each["name"],
            "title": each["title"],
            "rows": _count_rows(base / each["path"]),
            "columns": len(each["schema"]["fields"]),
            "key": ", ".join(each["schema"]["primaryKey"]),
            "description": each["description"],
        }
        for each in descriptor(base)["resources"]
    ]
    frame = pd.DataFrame(rows)
    frame.attrs["stands_on"] = stands_on(Edition(root))
    return frame


def _count_rows(path: Path) -> int:
    # No cell of ours holds a line break (a rule sees to it), so a row is a line.
    return path.read_bytes().count(b"\n") - 1
