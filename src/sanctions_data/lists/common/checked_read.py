"""What is checked of every list while its entries are read, whatever its format.

One odd entry is not a broken list; many of them are a list whose format has changed. And a
reference stands for one entry: what comes a second time under it is odd.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path

from sanctions_data.lists.common.entry import Entry
from sanctions_data.lists.common.fit_cells import fit_cells
from sanctions_data.lists.common.read_report import ReadReport

MAX_ODD_ENTRIES = 5
MAX_ODD_SHARE = 0.02
"""A list is refused where it has more odd entries than both of these allow. Of the 32 files of
2018 to 2026 that were tried none has more than one, and in a file whose columns or elements have
new names all entries are odd."""

Read = Callable[[Path, ReadReport], Iterator[Entry]]


def checked_read(called: str) -> Callable[[Read], Read]:
    """Make a reader leave out entries that repeat a reference, and refuse a list of odd entries.

    Args:
        called: what the list calls its reference; for the message.

    Example:
        >>> @checked_read("number")
        ... def read(folder, report):
        ...     yield Entry("QDi.001", "person", (), "entry 1")
        ...     yield Entry("QDi.001", "person", (), "entry 2")
        >>> report = ReadReport("un-sc")
        >>> [entry.position for entry in read(Path(), report)]
        ['entry 1']
        >>> report.problems[0].message
        'found number QDi.001 again, first at entry 1; this one was left out'
    """

    def decorate(read: Read) -> Read:
        @wraps(read)
        def checked(folder: Path, report: ReadReport) -> Iterator[Entry]:
            seen: dict[str, str] = {}
            for entry in read(folder, report):
                if first := seen.get(entry.ref):
                    report.odd(
                        entry.position,
                        f"found {called} {entry.ref} again, first at {first}; this one was left "
                        "out",
                    )
                else:
                    seen[entry.ref] = entry.position
                    yield fit_cells(entry, report)
            for ref in seen.keys() & report.left_out.keys():
                del report.left_out[ref]
            _refuse_many_odd(len(seen), report)

        return checked

    return decorate


def _refuse_many_odd(sound: int, report: ReadReport) -> None:
    odd = report.odd_entries
    if report.errors or not odd:
        return
    if sound == 0:
        report.error(
            odd[0],
            "found no entry that can be read; the file is not the list, or its "
            "format has changed and the reader must follow",
        )
    elif len(odd) > MAX_ODD_ENTRIES and len(odd) > MAX_ODD_SHARE * sound:
        report.error(
            odd[0],
            f"found {len(odd)} odd entries beside {sound} that were read, expected "
            f"{MAX_ODD_SHARE:.0%} at most; the publisher has changed the format, the reader must "
            "follow (each odd entry is named in a warning)",
        )
