"""Rows of a CSV file with a header, as the copies of the EU's lists are.

Some of these come from statistics programs, which write ``NA`` for an empty cell.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from sanctions_data.lists.common.read_report import ReadReport

# A cell may hold all names of a person; the limit of Python's reader is lower than the longest.
_LONGEST_CELL = 1_000_000


def read_header_rows(
    path: Path, columns: Collection[str], report: ReadReport, *, empty: str = ""
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield position and cells of every row, by the name of their column.

    Args:
        path: the file.
        columns: the columns that must be there.
        report: receives an error for a file that cannot be read, is not UTF-8, lacks a column or
            has a row of another width than its header.
        empty: what the file writes for an empty cell.

    Example:
        >>> report = ReadReport("eu-fsf")
        >>> list(read_header_rows(Path("no-such-file.csv"), ["a"], report)), len(report.errors)
        ([], 1)
    """
    csv.field_size_limit(max(_LONGEST_CELL, csv.field_size_limit()))
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = csv.reader(handle, strict=True)
            header = next(rows, [])
            if lacking := [name for name in columns if name not in header]:
                report.error(
                    path.name,
                    f"found no column {lacking[0]!r} in the header; this is another file or layout",
                )
                return
            for cells in rows:
                where = f"{path.name}:{rows.line_num}"
                if len(cells) != len(header):
                    report.error(
                        where,
                        f"found {len(cells)} fields, expected {len(header)} as in the header; the "
                        "file is cut off or broken, get it again",
                    )
                    return
                shown = ("" if cell == empty else cell for cell in cells)
                yield where, dict(zip(header, shown, strict=True))
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
    except UnicodeDecodeError as error:
        report.error(path.name, f"the file is not UTF-8 ({error.reason} at byte {error.start})")
    except csv.Error as error:
        report.error(path.name, f"the file is no CSV ({error}); get it again")
