"""Whether the history is whole: every version rebuilds to its hash, and none is told twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sanctions_data.history.errors import HistoryError
from sanctions_data.history.versions import OWN_TABLES, History
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.regular_file import special_kind
from sanctions_data.validation.issues import Issue
from sanctions_data.validation.table_files import name_in_messages

RULE = "history-whole"
_SECTION = re.compile(r"(?m)^## (\d{4}\.\d{1,2}\.\d+)\b")


def find_history_issues(root: Path) -> Iterator[Issue]:
    """What is wrong with the history of a folder; nothing where no version was released.

    Args:
        root: the folder that holds ``datapackage.json`` and ``data/``.
    """
    needed = [root / "datapackage.json", *(csv_path(root / "data", name) for name in OWN_TABLES)]
    around = [*needed, *(root / "data").glob("*.csv")]
    if any(map(special_kind, around)) or not all(path.is_file() for path in needed):
        return  # What is no file is told elsewhere, and not opened.
    try:
        history = History(root)
        yield from _find_unproved(root, history)
    except (ValueError, KeyError, IndexError) as error:
        # The table is broken, and other rules say how.
        told = f"the versions cannot be read ({type(error).__name__})"
        yield _issue(csv_path(root / "data", "releases"), told, "fix the other errors first")
        return
    yield from _find_told_twice(root, history)


def _find_unproved(root: Path, history: History) -> Iterator[Issue]:
    changes = csv_path(root / "data", "changes")
    for table in history.tables:
        if table in OWN_TABLES:
            continue
        try:
            history.prove(table)
        except HistoryError as error:
            hint = "restore data/changes.csv and data/releases.csv; nobody edits them by hand"
            yield _issue(changes, str(error), hint)
        except FileNotFoundError:
            continue  # It was edited since, and stands nowhere as it was released.
        except KeyError:
            told = f"a version has a table {table}, which there is not"
            yield _issue(csv_path(root / "data", "releases"), told, "restore data/releases.csv")


def _find_told_twice(root: Path, history: History) -> Iterator[Issue]:
    path = root / "CHANGELOG.md"
    if not path.is_file():
        return
    sections = Counter(_SECTION.findall(path.read_text(encoding="utf-8", errors="replace")))
    for version in history.versions:
        if sections[version] != 1:
            told = f"version {version} has {sections[version]} sections, expected one"
            yield _issue(path, told, "restore the changelog; a release writes its section once")


def _issue(path: Path, problem: str, hint: str) -> Issue:
    return Issue(name_in_messages(path), 0, 0, "", RULE, "", problem, hint)
