"""Reading a list within bounds of size and time, whatever is in its files.

A reader reports what it cannot make sense of. That a file is far larger than the list, that
reading it does not end, or that a reader or a library below it fails, is told in the same way:
the list is refused, and the others go on.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sanctions_data.lists.common.entry import Entry, ListFormat
from sanctions_data.lists.common.list_files import find_files
from sanctions_data.lists.common.read_report import ReadReport

SIZE_VARIABLE = "SANCTIONS_DATA_MAXIMUM_BYTES"
# Seconds from one entry to the next. The slowest takes one on an old machine, and a reader that
# has to look through the whole file before its first entry twenty.
LONGEST = 120.0


class _TooLong(BaseException):
    """Time is up; no reader may catch it by accident."""


def maximum_bytes(list_format: ListFormat) -> int:
    """How large a file of a list may be: what the user allows, or several times what it has.

    Raises:
        ValueError: the environment variable is no number.
    """
    allowed = os.environ.get(SIZE_VARIABLE, "")
    if allowed and not allowed.isdecimal():
        raise ValueError(f"{SIZE_VARIABLE} is {allowed!r}, expected a number of bytes")
    return int(allowed) if allowed else list_format.maximum_bytes


def guarded_read(list_format: ListFormat, folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of a list as its reader does, within bounds.

    Args:
        list_format: the list.
        folder: the folder with its files.
        report: also receives an error for a file that is too large, for an entry that takes too
            long, and for a reader that fails.

    Example:
        >>> from sanctions_data.lists import FORMATS
        >>> report = ReadReport("un-sc")
        >>> list(guarded_read(FORMATS["un-sc"], Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    if _are_too_large(list_format, folder, report):
        return
    position = "the first entry"
    try:
        entries = list_format.read(folder, report)
        while True:
            with _at_most(LONGEST):
                entry = next(entries, None)
            if entry is None:
                return
            position = f"what follows {entry.position}"
            yield entry
    except _TooLong:
        report.error(position, f"took longer than {LONGEST:g} s to read; this is not the list")
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # A library in Rust ends with one that is no Exception.
        report.error(
            position,
            f"cannot be read ({type(error).__name__}: {str(error)[:200]}); please report it with "
            "the file",
        )


def _are_too_large(list_format: ListFormat, folder: Path, report: ReadReport) -> bool:
    maximum, is_too_large = maximum_bytes(list_format), False
    for file in list_format.files:
        for path in find_files(folder, file.name, *file.other_names):
            if (size := path.stat().st_size) > maximum:
                is_too_large = True
                report.error(
                    path.name,
                    f"has {size:,} bytes, more than the {maximum:,} that a file of "
                    f"{list_format.list_id} may have; look at it, and if it is right, allow more "
                    f"by the environment variable {SIZE_VARIABLE}",
                )
    return is_too_large


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Stop what is inside after so many seconds, where the system and the program let us."""
    may_interrupt = (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
    )
    if not may_interrupt:
        yield
        return
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)


def _stop(*_: object) -> None:
    raise _TooLong
