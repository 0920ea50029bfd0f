"""US: Specially Designated Nationals and Blocked Persons List (OFAC).

Read from the publisher's XML where the folder has it, as that knows the day of listing
and the legal authorities; otherwise from the CSV files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import Entry, ListFormat
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.us_ofac.csv_files import CsvSet
from sanctions_data.lists.us_ofac.csv_rows import END_MARK
from sanctions_data.lists.us_ofac.forms import Forms, read_richest

_URL = "https://sanctionslistservice.ofac.treas.gov/api/download/"
_FORMS = Forms(
    list_name="SDN List",
    enhanced="SDN_ENHANCED.XML",
    xml="sdn.xml",
    csv=CsvSet(
        "sdn.csv",
        "add.csv",
        "alt.csv",
        "sdn_comments.csv",
    ),
)


@checked_read("entry number")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the SDN list.

    Args:
        folder: holds ``SDN_ENHANCED.XML``, or ``sdn.csv`` and, where there are any,
            ``add.csv``, ``alt.csv`` and ``sdn_comments.csv``, or ``sdn.xml``.
        report: receives errors and warnings.
    """
    yield from read_richest(folder, _FORMS, report)


FORMAT = ListFormat(
    list_id="us-ofac-sdn",
    files=_FORMS.served_at(_URL),
    read=read,
    has_many_programmes=True,
    mains=_FORMS.mains,
    end_mark=END_MARK,
    maximum_bytes=250_000_000,
)
