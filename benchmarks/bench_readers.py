"""What reading an official list costs, against a bare pass over the same files.

    python benchmarks/bench_readers.py FOLDER [LIST …]

``FOLDER`` holds one folder a list and in it one folder a vintage, named by its date; the
newest vintage counts. A bare pass only walks over the file with the library that our reader
uses: lxml for XML, calamine for XLSX, csv for CSV. The two alternate in one run, so that a
busy machine slows both; the figures are medians. Memory is the peak of Python's own
allocations, which leaves out what libxml2 holds.
"""

from __future__ import annotations

import csv
import sys
import time
import tracemalloc
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from lxml import etree
from python_calamine import CalamineWorkbook

from sanctions_data.lists import FORMATS, ListFormat, ReadReport

RUNS = 5


def bare_xml(path: Path) -> Iterator[Any]:
    """Walk over an XML file, look at the text of each element, and forget it."""
    for _, element in etree.iterparse(path, resolve_entities=False, no_network=True):
        yield element.tag, element.text
        element.clear()


def bare_xlsx(path: Path) -> Iterator[Any]:
    """Walk over all rows of all sheets of a workbook."""
    with CalamineWorkbook.from_path(path) as workbook:
        for name in workbook.sheet_names:
            yield from workbook.get_sheet_by_name(name).iter_rows()


def bare_csv(path: Path) -> Iterator[Any]:
    """Walk over the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def bare_text(path: Path) -> Iterator[Any]:
    """Walk over the lines of a text file."""
    with path.open(encoding="utf-8") as file:
        yield from file


BARE = {".xml": bare_xml, ".xlsx": bare_xlsx, ".csv": bare_csv}


def read(list_format: ListFormat, folder: Path) -> int:
    """Read a list with our reader; gives the number of entries."""
    report = ReadReport(list_format.list_id)
    count = sum(1 for _ in list_format.read(folder, report))
    report.raise_errors()
    return count


def walk(files: list[Path]) -> None:
    """Walk over the files of a list and keep nothing."""
    for path in files:
        deque(BARE.get(path.suffix.lower(), bare_text)(path), maxlen=0)


def seconds(action: Callable[[], object]) -> float:
    """Time that the action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def peak_mb(action: Callable[[], object]) -> float:
    """Most memory that the action held at once, in MB."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def bench(list_format: ListFormat, folder: Path) -> str:
    """One line of the table."""
    found = (list_format.find(folder, file.name) for file in list_format.files)
    files = [path for path in found if path]
    count = read(list_format, folder)
    ours, bare = [], []
    for _ in range(RUNS):
        bare.append(seconds(lambda: walk(files)))
        ours.append(seconds(lambda: read(list_format, folder)))
    ratio = median(ours) / median(bare)
    memory = peak_mb(lambda: read(list_format, folder))
    return (
        f"{list_format.list_id:<14}{folder.name:<12}{count:>8,}{median(ours):>9.2f}"
        f"{median(bare):>9.2f}{ratio:>8.1f}{memory:>9.1f}"
    )


def main(arguments: list[str]) -> int:
    """Print the table; gives the exit code."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    root, chosen = Path(arguments[0]), arguments[1:] or sorted(FORMATS)
    print(
        f"{'list':<14}{'vintage':<12}{'entries':>8}{'ours s':>9}{'bare s':>9}{'ratio':>8}"
        f"{'peak MB':>9}"
    )
    for list_id in chosen:
        folder = max((root / list_id).glob("????-??-??"), default=None)
        if folder is None or list_id not in FORMATS:
            print(f"{list_id:<14}no snapshot in {root}, or no reader")
            continue
        print(bench(FORMATS[list_id], folder), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
