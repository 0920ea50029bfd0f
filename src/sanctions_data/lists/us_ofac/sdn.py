"""US: Specially Designated Nationals and Blocked Persons List (OFAC).

Read from the publisher's XML where the folder has it, as that knows the day of listing
and the legal authorities; otherwise from the CSV files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.entry import Entry, ListFile, ListFormat
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.us_ofac.csv_files import CsvSet, read_csv_set
from sanctions_data.lists.us_ofac.enhanced import FILE_NAME, read_enhanced

_URL = "https://sanctionslistservice.ofac.treas.gov/api/download/"
_FILES = CsvSet("sdn.csv", "add.csv", "alt.csv", "sdn_comments.csv")


def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the SDN list.

    Args:
        folder: holds ``SDN_ENHANCED.XML``, or ``sdn.csv`` and, where there are any,
            ``add.csv``, ``alt.csv`` and ``sdn_comments.csv``.
        report: receives errors and warnings.
    """
    enhanced = folder / FILE_NAME
    if enhanced.is_file():
        yield from read_enhanced(enhanced, "SDN List", report)
    else:
        yield from read_csv_set(folder, _FILES, report)


FORMAT = ListFormat(
    list_id="us-ofac-sdn",
    files=(
        *_FILES.served_at(_URL),
        ListFile(FILE_NAME, _URL + FILE_NAME, optional=True),
    ),
    read=read,
    has_many_programmes=True,
)
