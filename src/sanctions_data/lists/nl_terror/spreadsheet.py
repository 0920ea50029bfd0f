"""Rows of the first sheet of an OpenDocument spreadsheet, each cell as its text or its date."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from sanctions_data.lists.common.entry import tidy, whole_number
from sanctions_data.lists.common.read_report import ReadReport

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CONTENT = "content.xml"
# A sheet ends with one cell that stands for all that are empty.
_MOST_REPEATED = 64
_LARGEST = 50_000_000


def read_spreadsheet(path: Path, report: ReadReport) -> Iterator[tuple[str, list[str]]]:
    """Yield position and cells of every row that is not empty; issues go into ``report``.

    Example:
        >>> report = ReadReport("nl-terror")
        >>> list(read_spreadsheet(Path("no-such-file.ods"), report)), len(report.errors)
        ([], 1)
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(_CONTENT).file_size > _LARGEST:
                report.error(path.name, "the spreadsheet is far too large; get it again")
                return
            content = archive.read(_CONTENT)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        sheet = etree.fromstring(content, parser).find(f".//{_TABLE}table")
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
        return
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        report.error(path.name, f"the file is no OpenDocument spreadsheet ({error})")
        return
    rows = [] if sheet is None else sheet.iter(f"{_TABLE}table-row")
    for number, row in enumerate(rows, 1):
        cells = [text for cell in row.iterfind(f"{_TABLE}table-cell") for text in _texts(cell)]
        if any(cells):
            yield f"{path.name}, row {number}", cells


def _texts(cell: etree._Element) -> list[str]:
    text = cell.get(f"{_OFFICE}date-value") or tidy(" ".join(map(str, cell.itertext())))
    repeated = whole_number(cell.get(f"{_TABLE}number-columns-repeated", "1")) or 1
    return [text] * min(repeated, _MOST_REPEATED)
