"""The forms in which OFAC publishes a list, and which of them is read.

A folder may hold several. Read is the one that says most: the enhanced XML, which alone knows the
day of listing, then the CSV files, then the older XML. A file with nothing in it is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sanctions_data.lists.common.entry import Entry, ListFile
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.us_ofac.csv_files import CsvSet, read_csv_set
from sanctions_data.lists.us_ofac.csv_rows import is_empty
from sanctions_data.lists.us_ofac.enhanced import read_enhanced
from sanctions_data.lists.us_ofac.sdn_xml import read_sdn_xml


@dataclass(frozen=True)
class Forms:
    """The files of a list in each form, and what the enhanced XML calls the list."""

    list_name: str
    enhanced: str
    xml: str
    csv: CsvSet

    def served_at(self, url: str) -> tuple[ListFile, ...]:
        """The files of every form, as the publisher serves them below ``url``.

        The older XML is read where a folder has it, but not downloaded.
        """
        dated, counted = r"<dataAsOf>(\d{4}-\d\d-\d\d)", r"<Record_Count>([\d,]+)<"
        return (
            *self.csv.served_at(url),
            ListFile(self.enhanced, url + self.enhanced, optional=True, dated=dated),
            ListFile(self.xml, url + self.xml, optional=True, is_served=False, counted=counted),
        )

    @property
    def mains(self) -> tuple[tuple[str, ...], ...]:
        """The files of which one is enough: each tells who is on the list."""
        csv = self.csv
        names = (self.enhanced, csv.main, self.xml, csv.addresses, csv.aliases)
        return tuple((name,) for name in names)


def read_richest(folder: Path, forms: Forms, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the richest form in the folder."""
    enhanced, xml = (locate_file(folder, name) for name in (forms.enhanced, forms.xml))
    has_directives = forms.csv.has_directives
    if not is_empty(enhanced):
        yield from read_enhanced(enhanced, forms.list_name, report, has_directives=has_directives)
    elif is_empty(locate_file(folder, forms.csv.main)) and not is_empty(xml):
        yield from read_sdn_xml(xml, report, has_directives=has_directives)
    else:
        yield from read_csv_set(folder, forms.csv, report)
