"""The released versions, and the tables as they were in one of them."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from pathlib import Path

from sanctions_data.files.description import descriptor, resource
from sanctions_data.files.location import csv_path
from sanctions_data.history.difference import Change, undo
from sanctions_data.history.lines import Lines

# They tell of the versions and are not themselves rebuilt: old rows never change.
OWN_TABLES = ("releases", "changes")


class HistoryError(ValueError):
    """A version cannot be rebuilt, or does not come out as it was."""


def version_order(version: str) -> tuple[int, ...]:
    """Sort key of a calendar version.

    Example:
        >>> sorted(["2026.10.0", "2026.2.1"], key=version_order)
        ['2026.2.1', '2026.10.0']
    """
    return tuple(int(part) for part in version.split("."))


class History:
    """The released versions of a data folder.

    Args:
        root: folder with ``datapackage.json`` and ``data/``.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._releases: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
        for row in _rows(csv_path(root / "data", "releases")):
            self._releases[row["version"]][row["table"]] = row

    @property
    def versions(self) -> list[str]:
        """Every released version, oldest first."""
        return sorted(self._releases, key=version_order)

    def has_table(self, version: str, table: str) -> bool:
        """Whether a version has a table; one that is not known has none, and says so later."""
        return version not in self._releases or table in self._releases[version]

    def release_of(self, version: str, table: str) -> dict[str, str]:
        """The row of ``releases`` of one table in one version.

        Raises:
            HistoryError: there is no such version, or the table is younger than it.
        """
        if version not in self._releases:
            known = ", ".join(self.versions) or "none"
            raise HistoryError(f"there is no version {version!r}; released versions are {known}")
        released = self._releases[version]
        if table not in released:
            raise HistoryError(f"version {version} has no table {table}")
        return released[table]

    def content(self, table: str, version: str) -> bytes:
        """The canonical bytes of a table in a version, proved by its hash.

        Raises:
            HistoryError: the version cannot be rebuilt, and why.
        """
        current = csv_path(self._root / "data", table).read_bytes()
        if table in OWN_TABLES:
            return self._own(table, current, version)
        wanted = self.release_of(version, table)
        self._refuse_other_schema(wanted)
        newest = self.versions[-1]
        self._prove(self.release_of(newest, table), current, "as it lies in the folder")
        key = resource(table, self._root)["schema"]["primaryKey"]
        lines = Lines.read(current, key)
        later = [v for v in self.versions if version_order(v) > version_order(version)]
        changes = self._changes(table, set(later))
        for each in reversed(later):
            try:
                undo(lines, changes[each])
            except ValueError as error:
                raise HistoryError(
                    f"{table} of {version} cannot be rebuilt: in data/changes.csv, version "
                    f"{each}: {error}"
                ) from None
        rebuilt = lines.content()
        self._prove(wanted, rebuilt, "rebuilt")
        return rebuilt

    def _own(self, table: str, current: bytes, version: str) -> bytes:
        self.release_of(version, "entities")
        key = resource(table, self._root)["schema"]["primaryKey"]
        lines = Lines.read(current, key)
        place = lines.header.index("version")
        limit = version_order(version)
        lines.remove(k for k in lines.key_set() if version_order(lines.cells(k)[place]) > limit)
        return lines.content()

    def _changes(self, table: str, versions: set[str]) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = defaultdict(list)
        # Most lines are about other tables: they are left out before anything is parsed.
        wanted = tuple(f"{version},{table}," for version in versions)
        lines = csv_path(self._root / "data", "changes").read_text(encoding="utf-8").split("\n")
        for version, _, *change in csv.reader(line for line in lines if line.startswith(wanted)):
            found[version].append(Change(*change))
        return found

    def _refuse_other_schema(self, wanted: dict[str, str]) -> None:
        now = str(descriptor(self._root)["schema_version"])
        then = wanted["schema_version"]
        if version_order(now)[0] != version_order(then)[0]:
            raise HistoryError(
                f"version {wanted['version']} has schema {then}, this package has {now}: the "
                f"columns differ. Install sanctions-data {wanted['version']} to read it"
            )

    @staticmethod
    def _prove(release: dict[str, str], content: bytes, state: str) -> None:
        found = hashlib.sha256(content).hexdigest()
        if found != release["sha256"]:
            raise HistoryError(
                f"{release['table']} of {release['version']}, {state}, has the hash {found}, "
                f"expected {release['sha256']}; "
                + (
                    "it was edited since the release: make a release, or restore it"
                    if "folder" in state
                    else "data/changes.csv is damaged: restore it"
                )
            )


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))
