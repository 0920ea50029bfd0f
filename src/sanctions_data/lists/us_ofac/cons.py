"""US: Consolidated (non-SDN) Sanctions List (OFAC)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.entry import Entry, ListFormat
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.us_ofac.csv_files import CsvSet, read_csv_set

_URL = "https://sanctionslistservice.ofac.treas.gov/api/download/"
_FILES = CsvSet(
    "cons_prim.csv",
    "cons_add.csv",
    "cons_alt.csv",
    "cons_comments.csv",
    # Those of an entry of the SDN list add nothing: all that it owns is blocked.
    has_directives=True,
)


def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the consolidated list.

    Args:
        folder: holds ``cons_prim.csv`` and, where there are any, ``cons_add.csv``,
            ``cons_alt.csv`` and ``cons_comments.csv``.
        report: receives errors and warnings.
    """
    yield from read_csv_set(folder, _FILES, report)


FORMAT = ListFormat(
    list_id="us-ofac-cons",
    files=_FILES.served_at(_URL),
    read=read,
    has_many_programmes=True,
)
