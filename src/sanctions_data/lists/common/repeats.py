"""A reference stands for one entry: what comes a second time under it is an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path

from sanctions_data.lists.common.entry import Entry
from sanctions_data.lists.common.read_report import ReadReport

Read = Callable[[Path, ReadReport], Iterator[Entry]]


def without_repeats(called: str) -> Callable[[Read], Read]:
    """Make a reader leave out entries whose reference came before, and report them as errors.

    Args:
        called: what the list calls its reference; for the message.

    Example:
        >>> @without_repeats("number")
        ... def read(folder, report):
        ...     yield Entry("QDi.001", "person", (), "entry 1")
        ...     yield Entry("QDi.001", "person", (), "entry 2")
        >>> report = ReadReport("un-sc")
        >>> [entry.position for entry in read(Path(), report)]
        ['entry 1']
        >>> report.errors[0].message
        'found number QDi.001 again; first at entry 1'
    """

    def decorate(read: Read) -> Read:
        @wraps(read)
        def checked(folder: Path, report: ReadReport) -> Iterator[Entry]:
            seen: dict[str, str] = {}
            for entry in read(folder, report):
                if first := seen.get(entry.ref):
                    again = f"found {called} {entry.ref} again; first at {first}"
                    report.error(entry.position, again)
                else:
                    seen[entry.ref] = entry.position
                    yield entry

        return checked

    return decorate
