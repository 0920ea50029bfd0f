"""US: Consolidated (non-SDN) Sanctions List (OFAC).

Read from the publisher's XML where the folder has it, as that knows the day of listing;
otherwise from the CSV files, or from the XML that was published before them.
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
    list_name="Consolidated List",
    enhanced="CONS_ENHANCED.XML",
    xml="consolidated.xml",
    csv=CsvSet(
        "cons_prim.csv",
        "cons_add.csv",
        "cons_alt.csv",
        "cons_comments.csv",
        # Those of an entry of the SDN list add nothing: all that it owns is blocked.
        has_directives=True,
    ),
)


@checked_read("entry number")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the consolidated list.

    Args:
        folder: holds ``CONS_ENHANCED.XML``, or ``cons_prim.csv`` and, where there are any,
            ``cons_add.csv``, ``cons_alt.csv`` and ``cons_comments.csv``, or
            ``consolidated.xml``.
        report: receives errors and warnings.
    """
    yield from read_richest(folder, _FORMS, report)


FORMAT = ListFormat(
    list_id="us-ofac-cons",
    files=_FORMS.served_at(_URL),
    read=read,
    has_many_programmes=True,
    mains=_FORMS.mains,
    end_mark=END_MARK,
)
