"""What stands in the data folder, or is tracked beside it, and does not belong there."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.tables.atomic import BESIDE
from sanctions_data.tables.lock import LOCK
from sanctions_data.tables.marker import MARKER, STAGED
from sanctions_data.tables.regular_file import special_kind
from sanctions_data.validation.engine.definition import TABLES
from sanctions_data.validation.issues import Issue, Severity
from sanctions_data.validation.table_files import name_in_messages

_ALLOWED = {"LICENSE.md", "README.md", *(f"{name}.csv" for name in TABLES)}
_MODES = {"120000": "a symbolic link", "160000": "another repository (submodule)"}
RULE = "stray-file"


def find_stray_files(folder: Path) -> Iterator[Issue]:
    """Issues of files in a data folder that are none of its tables.

    Args:
        folder: the data folder.
    """
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        path = Path(entry.path)
        kind = special_kind(path)
        if entry.name in _ALLOWED:
            continue  # What is wrong with a table is told where it is read.
        severity = Severity.error if kind or path.suffix.lower() == ".csv" else Severity.warning
        problem = f"{kind or 'a file'} that is no table"
        hint = "take it away; a table has one of the names that the data dictionary has"
        yield _issue(name_in_messages(path), problem, hint, severity)


def find_stray_tracked(listing: str) -> Iterator[Issue]:
    r"""Issues of what a repository tracks and must not, whoever would open it.

    Args:
        listing: what ``git ls-files --stage -z`` says.

    Example:
        >>> [issue.problem for issue in find_stray_tracked("120000 0 0\tdata/claims.csv\0")]
        ['a symbolic link is tracked']
    """
    folded: dict[str, str] = {}
    for line in filter(None, listing.split("\0")):
        mode, name = line.split(" ", 1)[0], line.partition("\t")[2]
        last = name.rpartition("/")[2]
        twin = folded.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        hidden = last.startswith(".") and last.endswith((STAGED, BESIDE))
        if mode in _MODES:
            yield _issue(name, f"{_MODES[mode]} is tracked", "put a plain file there")
        elif last in (MARKER, LOCK) or hidden:
            problem = "the trace of an unfinished change is tracked"
            yield _issue(
                name, problem, f"run 'git rm --cached' on it; {MARKER} and the like are local"
            )
        elif not name.isprintable():
            yield _issue(name, "a name with signs that cannot be seen", "rename the file")
        elif twin != name:
            problem = f"its name differs from {twin} in capitals alone"
            yield _issue(name, problem, "rename it; on many systems the two are one file")


def _issue(file: str, problem: str, hint: str, severity: Severity = Severity.error) -> Issue:
    return Issue(file, 0, 0, "", RULE, "", problem, hint, severity=severity)
